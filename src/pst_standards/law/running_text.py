"""Finding citations in running text, in linear time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from attrs import frozen

from pst_standards.law.citation import Citation
from pst_standards.law.places import PLACE_WORDS
from pst_standards.law.provision import Provision
from pst_standards.law.reading import ELUCIDATION_WORDS, Title, first_words, read_kind
from pst_standards.law.statement import Statement, read_statement, skip_connectors
from pst_standards.law.tokens import Tokens, tokenise

_OTHER_LAWS: Final = frozenset(
    {"uud", "perda", "pergub", "perbup", "perwali", "perwal", "perdes", "qanun"}
    | {"perka", "kepka", "permen", "kepmen", "kuhp", "kuhap", "kuhperdata", "sk"}
)
"""Names of norms that carry articles but are not read as citations here."""
_ISSUED: Final = frozenset({"peraturan", "keputusan"})
_ISSUERS: Final = frozenset(
    {"daerah", "gubernur", "bupati", "wali", "walikota", "menteri", "kepala", "bank", "otoritas"}
    | {"badan", "desa", "mahkamah", "jaksa", "direktur", "sekretaris", "dewan"}
)
_SENTENCE_ENDS: Final = frozenset({".", ";", ":"})
_LOOK_BACK: Final = 12


@frozen(kw_only=True)
class FoundCitation:
    """A citation in running text; ``start`` and ``end`` are character offsets.

    ``citation`` is ``None`` for a bare ``Pasal 22`` that names no regulation: ``provision`` is
    there for both. ``title`` is the title that the text gives the regulation behind ``tentang``;
    an English one is left out, for it has no official wording to be held against.
    """

    start: int
    end: int
    provision: Provision
    citation: Citation | None = None
    title: str | None = None


def _names_other_law(tokens: Tokens, at: int) -> bool:
    word = tokens[at].lower
    if word in _OTHER_LAWS or read_kind(tokens, at) is not None:
        return True
    return word in _ISSUED and tokens[at + 1].lower in _ISSUERS


def _is_named(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a reader sees from the words around which norm a place without one belongs to."""
    if _names_other_law(tokens, skip_connectors(tokens, end)):
        return True
    for at in range(first - 1, max(first - _LOOK_BACK, 0) - 1, -1):
        if tokens[at].lower in _SENTENCE_ENDS and tokens[at - 1].lower != "no":
            return False
        if _names_other_law(tokens, at):
            return True
    return False


@cache
def _triggers() -> frozenset[str]:
    return first_words() | PLACE_WORDS | ELUCIDATION_WORDS


def _statements(tokens: Tokens) -> Iterator[Statement]:
    triggers = _triggers()
    at = 0
    while tokens[at].lower:
        statement = read_statement(tokens, at) if tokens[at].lower in triggers else None
        if statement is None:
            at += 1
            continue
        yield statement
        at = statement.end


def _title(text: str, title: Title | None) -> str | None:
    if title is None or title.translated:
        return None
    return text[title.start : title.end] or None


def _found(text: str, tokens: Tokens, statement: Statement) -> Iterator[FoundCitation]:
    title = _title(text, statement.title)
    for placed in statement.places:
        key = statement.regulation
        if key is None and placed.provision.annex is not None:
            continue
        yield FoundCitation(
            start=tokens[placed.first].start,
            end=tokens[placed.end - 1].end,
            provision=placed.provision,
            citation=None if key is None else Citation.at(key, placed.provision),
            title=title,
        )


def find_citations(text: str) -> tuple[FoundCitation, ...]:
    """Find every citation, and every place that names no regulation, in order of appearance.

    >>> text = "Sesuai UU 25/2009 Pasal 15 huruf a dan huruf b; lihat Pasal 22."
    >>> [str(found.citation or found.provision) for found in find_citations(text)]
    ['UU 25/2009 Pasal 15 huruf a', 'UU 25/2009 Pasal 15 huruf b', 'Pasal 22']
    """
    tokens = tokenise(text)
    found: list[FoundCitation] = []
    for statement in _statements(tokens):
        places = statement.places
        if statement.regulation is not None or not _is_named(
            tokens, places[0].first, places[-1].end
        ):
            found.extend(_found(text, tokens, statement))
    return tuple(found)
