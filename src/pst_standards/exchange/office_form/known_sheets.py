"""Sheets of the form that lost their first row: their titles, headings and keys still tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from pst_standards.exchange.office_form.cell_values import Found
from pst_standards.exchange.office_form.filling import leaf_table
from pst_standards.exchange.office_form.layout import USUAL, Part, parts
from pst_standards.exchange.office_form.notes import leaf_title, say
from pst_standards.exchange.office_form.opening import Grid
from pst_standards.exchange.office_form.sheets import HEAD_ROW, KEY_ROW, parted
from pst_standards.messages import LANGUAGES

_SURE: Final = 20
"""Letters of a title that was cut off, which no sheet of somebody has by chance."""
_FEW: Final = 4
"""With fewer headings or keys than these a list of somebody may look the same."""
_MOST: Final = 0.8


def looks_like_form(grid: Grid) -> bool:
    """Tell whether a sheet without its key row is one of the form.

    >>> looks_like_form(Grid("Saluran pengaduan", {1: {1: Found("Baris")}}))
    True
    >>> looks_like_form(Grid("Coretan", {1: {1: Found("Baris")}}))
    False
    """
    return _is_title(grid.name) or any(map(_is_head, _heads(grid))) or _has_keys(grid)


def names_form(names: Iterable[str]) -> bool:
    """Tell whether sheets of these names are surely those of the form.

    Elements of a survey are called as some of its sheets are, so that of the office must be there.

    >>> names_form(["Kantor", "Jam pelayanan", "Dasar hukum", "Saluran pengaduan"])
    True
    >>> names_form(["Persyaratan", "Biaya tarif", "Sarana dan prasarana", "Kompetensi"])
    False
    """
    known = [name for name in names if _is_title(name)]
    offices = next(titles_of(part) for part in parts() if part.keys == ("office",))
    return len(known) >= _FEW and any(_plain(name) in offices for name in known)


def holds_rows(grid: Grid) -> bool:
    """Tell whether more than headings stand on a sheet that lost its first row."""
    return max(grid.rows, default=0) > HEAD_ROW or len(grid.rows) > 1


def titles_of(part: Part) -> frozenset[str]:
    """Return what the sheet of a part may be called, in either language and in small letters."""
    return frozenset(_plain(title) for lang in LANGUAGES for title in _named(part, lang))


def has_heads(part: Part, row: Mapping[int, Found] | None) -> bool:
    """Tell whether a row holds headings of a part, or nothing; else the headings were deleted."""
    said = _texts(row or {})
    if part.blocks:
        return not any(map(_is_key, said))
    known = {heading for lang in LANGUAGES for heading in _leaf_heads(part, lang)}
    return not said or bool(said & known)


@cache
def _titles() -> frozenset[str]:
    found = {say("sheet.aside", lang) for lang in LANGUAGES}
    usual = (part for part in parts() if not part.listed or part.keys in USUAL)
    return frozenset(map(_plain, found)).union(*map(titles_of, usual))


def _named(part: Part, lang: str) -> Iterator[str]:
    if not part.keys:
        yield say("sheet.head", lang)
        return
    yield part.title(lang)
    yield f"{part.title(lang)} - {part.around(lang)}"


def _is_title(name: str) -> bool:
    said = _plain(name)
    cut = len(said) >= _SURE and any(title.startswith(said) for title in _titles())
    return said in _titles() or cut


def _plain(title: str) -> str:
    """Return a title as a sheet may be called, in small letters."""
    allowed = "".join(" " if sign in "[]:*?/\\'" else sign for sign in title)
    return " ".join(allowed.casefold().split())


def _heads(grid: Grid) -> Iterator[frozenset[str]]:
    for number in (KEY_ROW, HEAD_ROW):
        yield _texts(grid.rows.get(number, {}))


def _texts(row: Mapping[int, Found]) -> frozenset[str]:
    said = (found.value for found in row.values() if isinstance(found.value, str))
    return frozenset(" ".join(text.casefold().split()) for text in said)


def _is_head(said: frozenset[str]) -> bool:
    return any(len(head & said) >= _MOST * len(head) for head in _headings())


@cache
def _headings() -> tuple[frozenset[str], ...]:
    """Return the headings of the sheets with a row for each item."""
    tables = (part for part in parts() if not part.blocks and len(part.leaves) >= _FEW)
    return tuple(_leaf_heads(part, lang) for part in tables for lang in LANGUAGES)


def _leaf_heads(part: Part, lang: str) -> frozenset[str]:
    return frozenset(leaf_title(part, leaf, lang).casefold() for leaf in part.leaves)


def _has_keys(grid: Grid) -> bool:
    """Tell whether a column holds keys of fields."""
    texts = Counter(
        column
        for row in grid.rows.values()
        for column, found in row.items()
        if isinstance(found.value, str) and "/" in found.value and _is_key(found.value)
    )
    return any(count >= _FEW for count in texts.values())


def _is_key(text: str) -> bool:
    steps = parted(text)
    return any(
        steps[: len(part.keys)] == part.keys
        and steps[len(part.keys) + part.listed :] in leaf_table(part)
        for part in _fields()
    )


@cache
def _fields() -> tuple[Part, ...]:
    return tuple(part for part in parts() if part.blocks and part.keys)


__all__ = ["has_heads", "holds_rows", "looks_like_form", "names_form", "titles_of"]
