"""The index of what is pasted where, for the person who sits before the portal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pst_standards.exchange.sippn.entry import Entry
from pst_standards.exchange.sippn.paste_sheets import SHEET, fields, pieces
from pst_standards.messages import text

INDEX: Final = "00-daftar-tempel.txt"
_FIRST_ROW: Final = 2
_WIDE: Final = 34


def index_of(
    entries: Sequence[Entry], names: Sequence[str], remarks: Sequence[tuple[str, str]], lang: str
) -> str:
    """Return which file and cell holds the content of each field, in the order of the page.

    ``remarks`` are pairs of a standard and a sentence.
    """
    parts = [_say("head", lang)]
    for entry, name in zip(entries, names, strict=True):
        told = [said for standard, said in remarks if standard == entry.standard]
        parts.append("\n".join(_of_entry(entry, name, told, lang)))
    return "\n\n".join(parts) + "\n"


def _say(key: str, lang: str, **params: object) -> str:
    return text("exchange", f"sippn.index.{key}", lang, params)


def _of_entry(entry: Entry, name: str, told: Sequence[str], lang: str) -> Iterator[str]:
    yield _say("entry", lang, title=entry.title or entry.standard, standard=entry.standard)
    yield _say("files", lang, text=f"{name}.txt", workbook=f"{name}.xlsx", sheet=SHEET)
    row = _FIRST_ROW
    for label, content, _ in fields(entry):
        if content:
            yield f"  {label.ljust(_WIDE)} {_say('cell', lang, cell=f'C{row}')}"
        else:
            yield f"  {label.ljust(_WIDE)} {_say('blank', lang)}"
        row += len(list(pieces(content)))
    for sentence in told:
        yield f"  ! {sentence}"
