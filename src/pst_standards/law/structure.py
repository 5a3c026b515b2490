"""Which articles, paragraphs and letters a law has, so that a citation of none is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, TypeAlias, TypedDict

from pst_standards.law.citation import Citation

_FIRST_LETTER: Final = ord("a") - 1


class _Article(TypedDict, total=False):
    """Letters per paragraph; or letters of an article without paragraphs; and definitions."""

    paragraphs: Sequence[int]
    letters: int
    numbers: int


_Articles: TypeAlias = Mapping[str, _Article]


@cache
def _laws() -> Mapping[str, _Articles]:
    import json
    from importlib import resources

    file = resources.files(__package__) / "data" / "structure.json"
    laws: dict[str, _Articles] = json.loads(file.read_text(encoding="utf-8"))
    return laws


def _has_letter(article: _Article, citation: Citation, letter: str) -> bool | None:
    place = ord(letter[0]) - _FIRST_LETTER if len(letter) == 1 else _FIRST_LETTER
    paragraphs = article.get("paragraphs", ())
    if citation.paragraph is not None:
        return place <= paragraphs[int(citation.paragraph) - 1]
    if place <= article.get("letters", 0):
        return True
    # "Pasal 37 huruf j" leaves out the paragraph: imprecise, but not certainly wrong.
    return None if any(place <= letters for letters in paragraphs) else False


def _has_place(article: _Article, citation: Citation) -> bool | None:
    if citation.paragraph is not None:
        paragraphs = article.get("paragraphs", ())
        if citation.paragraph not in map(str, range(1, len(paragraphs) + 1)):
            return False
    if citation.letter is not None:
        found = _has_letter(article, citation, citation.letter)
        return found if citation.number is None or not found else None
    if citation.number is None:
        return True
    if citation.paragraph is not None:
        return None
    return citation.number in map(str, range(1, article.get("numbers", 0) + 1))


def exists(citation: Citation) -> bool | None:
    """Whether the place cited exists; ``None`` when the structure of the law is not known here.

    Numbers below a letter and annexes are not counted either. An elucidation is held to exist
    where its article does: the elucidations of both laws go through every article.

    >>> exists(Citation.parse("UU 25/2009 Pasal 21 huruf n"))
    True
    >>> exists(Citation.parse("UU 25/2009 Pasal 21 huruf o"))
    False
    >>> exists(Citation.parse("UU 16/1997 Pasal 21")) is None
    True
    """
    articles = _laws().get(str(citation.regulation))
    if articles is None or citation.annex is not None:
        return None
    if citation.article is None:
        return True
    article = articles.get(citation.article)
    return False if article is None else _has_place(article, citation)
