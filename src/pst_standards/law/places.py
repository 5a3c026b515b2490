"""Reading articles, paragraphs, letters and annexes, one or a list, out of tokens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

from pst_standards.law.provision import ANNEX, ARTICLE, LETTER, NUMBER, PARAGRAPH, Provision
from pst_standards.law.reading import ANNEX_WORDS, ARTICLE_WORDS, CONJUNCTIONS
from pst_standards.law.tokens import Tokens

PLACE_WORDS: Final = ARTICLE_WORDS | ANNEX_WORDS
_LEVEL_OF: Final = {
    **dict.fromkeys(ARTICLE_WORDS, "article"),
    **dict.fromkeys(ANNEX_WORDS, "annex"),
    **dict.fromkeys(("ayat", "paragraph"), "paragraph"),
    **dict.fromkeys(("huruf", "letter"), "letter"),
    **dict.fromkeys(("angka", "number"), "number"),
}
_FORMS: Final = {"article": ARTICLE, "paragraph": PARAGRAPH, "letter": LETTER, "number": NUMBER}
_BELOW: Final[Mapping[str, tuple[str, ...]]] = {
    "": ("annex", "article"),
    "annex": ("letter", "number"),
    "article": ("paragraph", "letter", "number"),
    "paragraph": ("letter", "number"),
    "letter": ("number",),
    "number": (),
}
Parts: TypeAlias = dict[str, str]


class Placed(NamedTuple):
    """A provision with the indexes of its first token and behind its last."""

    provision: Provision
    first: int
    end: int


def _read_annex(tokens: Tokens, at: int) -> tuple[str, int]:
    # Only "Lampiran I" and "Lampiran 2" are numbered: a small "i" would be a word.
    numbered = bool(tokens[at].text) and ANNEX.fullmatch(tokens[at].text)
    return (tokens[at].text, at + 1) if numbered else ("", at)


def _read_value(tokens: Tokens, at: int, level: str) -> tuple[str, int] | None:
    """Read ``21``, ``4``, ``(4)`` or ``c`` behind the word for its level."""
    if level == "annex":
        return _read_annex(tokens, at)
    bracketed = tokens[at].lower == "(" and level != "article"
    at += bracketed
    text = tokens[at].text.upper() if level == "article" else tokens[at].lower
    if _FORMS[level].fullmatch(text) is None:
        return None
    if bracketed:
        return (text, at + 2) if tokens[at + 1].lower == ")" else None
    return (text, at + 1)


def _read_step(tokens: Tokens, at: int, above: str) -> tuple[str, str, int] | None:
    """Read one step below the level ``above``: its level, its value, the index behind."""
    if above == "article" and tokens[at].lower == "(":
        level = "paragraph"
    else:
        level = _LEVEL_OF.get(tokens[at].lower, "")
        at += 1
    if level not in _BELOW[above]:
        return None
    if level == "article" and tokens[at].lower == ".":
        at += 1
    value = _read_value(tokens, at, level)
    return None if value is None else (level, *value)


def _read_steps(tokens: Tokens, at: int, parts: Parts, above: str) -> tuple[Parts, int]:
    """Read steps ever deeper, into a copy of ``parts``."""
    parts = dict(parts)
    while (step := _read_step(tokens, at, above)) is not None:
        above, parts[above], at = step[0], step[1], step[2]
    return parts, at


def _separator_end(tokens: Tokens, at: int) -> int:
    """Index behind a comma, ``dan``, ``dan/atau`` or ``jo.``; ``at`` when there is none."""
    if tokens[at].lower == ",":
        at += 1
    if tokens[at].lower in CONJUNCTIONS and tokens[at + 1].lower == "/":
        at += 2
    if tokens[at].lower in CONJUNCTIONS:
        return at + 1
    if tokens[at].lower == "jo":
        return at + 1 + (tokens[at + 1].lower == ".")
    return at


def _above(parts: Parts, level: str) -> Parts:
    """Keep the parts that a further item of this level shares with the one before."""
    kept: Parts = {}
    for name, value in parts.items():
        if name == level or name not in _BELOW[next(reversed(kept), "")]:
            break
        kept[name] = value
    return kept


def _read_bare(tokens: Tokens, at: int, parts: Parts) -> tuple[Parts, int]:
    """Read a value whose word was left out: ``ayat (1) dan (2)``, ``huruf a dan b``."""
    level = next(reversed(parts))
    bracketed = level == "paragraph" and tokens[at].lower == "("
    if not bracketed and (level != "letter" or LETTER.fullmatch(tokens[at].text) is None):
        return parts, at
    value = _read_value(tokens, at, level)
    if value is None:
        return parts, at
    return _read_steps(tokens, value[1], {**_above(parts, level), level: value[0]}, level)


def _read_next(tokens: Tokens, at: int, parts: Parts) -> tuple[Parts, int, int] | None:
    """Read a further item of a list, such as ``dan huruf d``: its parts, first index, end."""
    first = _separator_end(tokens, at)
    level = _LEVEL_OF.get(tokens[first].lower, "")
    if first == at or level in {"annex", "article"}:
        return None
    if not level:
        read, end = _read_bare(tokens, first, parts)
    else:
        shared = _above(parts, level)
        read, end = _read_steps(tokens, first, shared, next(reversed(shared), ""))
    return None if end == first else (read, first, end)


def _grow(
    tokens: Tokens, first: int, read: tuple[Parts, int], *, elucidation: bool
) -> list[Placed]:
    """Make a group of the place just read and of what a list adds inside its article."""
    group: list[Placed] = []
    item: tuple[Parts, int, int] | None = (read[0], first, read[1])
    while item is not None:
        parts, first, end = item
        group.append(Placed(Provision(**parts, elucidation=elucidation), first, end))
        item = _read_next(tokens, end, parts)
    return group


def _read_article(tokens: Tokens, at: int, group: list[Placed]) -> tuple[Parts, int]:
    """Read an article or annex; behind ``Pasal 11 dan`` the word may be left out."""
    parts, end = _read_steps(tokens, at, {}, "")
    if parts or not group:
        return parts, end
    listed = tokens[at - 1].lower in CONJUNCTIONS and tokens[at].lower.isdecimal()
    value = _read_value(tokens, at, "article") if listed else None
    before = group[-1].provision
    if value is None or before.article is None or before.paragraph or before.letter:
        return {}, at
    return _read_steps(tokens, value[1], {"article": value[0]}, "article")


def read_places(tokens: Tokens, at: int, *, elucidation: bool) -> list[list[Placed]]:
    """Read a list of places, grouped by article: ``Pasal 15 huruf a dan huruf b, Pasal 22``."""
    groups: list[list[Placed]] = []
    read = _read_article(tokens, at, [])
    while read[0]:
        groups.append(_grow(tokens, at, read, elucidation=elucidation))
        end = groups[-1][-1].end
        at = _separator_end(tokens, end)
        read = ({}, at) if at == end else _read_article(tokens, at, groups[-1])
    return groups
