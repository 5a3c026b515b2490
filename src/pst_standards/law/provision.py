"""A place inside a regulation: article, paragraph, letter, number, annex, or their elucidation."""

from __future__ import annotations

import re
from functools import total_ordering
from typing import Final, TypeAlias

from attrs import field, frozen
from attrs.validators import matches_re, optional

from pst_standards.law.key import natural

ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
"""Articles of amending acts and annexes carry these; higher ones were not met."""
_ROMAN: Final = "|".join(ROMAN)
ARTICLE: Final = re.compile(rf"[1-9][0-9]{{0,3}}[A-Z]{{0,2}}|{_ROMAN}")
PARAGRAPH: Final = re.compile(r"[1-9][0-9]?[a-z]?")
LETTER: Final = re.compile(r"([a-z])\1?")
NUMBER: Final = re.compile(r"[1-9][0-9]{0,2}[a-z]?")
ANNEX: Final = re.compile(rf"|{_ROMAN}|[1-9][0-9]?")

_WORDS: Final = {
    "id": ("Lampiran", "Pasal", "ayat", "huruf", "angka"),
    "en": ("Annex", "Article", "paragraph", "letter", "number"),
}
SortKey: TypeAlias = tuple[tuple[int, str], ...]


def _order(value: str | None) -> tuple[int, str]:
    # The sign keeps article I apart from article 1, and before article 1A.
    return (ROMAN[value], "!") if value in ROMAN else natural(value)


@total_ordering
@frozen(kw_only=True, order=False)
class Provision:
    """A place inside some regulation, as written: ``Pasal 30 ayat (4)``.

    ``annex`` is ``""`` for an annex without a number. ``elucidation`` points at the official
    explanation of the place. Raises ``ValueError`` when a part is not of its form or stands
    without the part it belongs to.

    >>> str(Provision(article="18A", letter="c"))
    'Pasal 18A huruf c'
    """

    article: str | None = field(default=None, validator=optional(matches_re(ARTICLE)))
    paragraph: str | None = field(default=None, validator=optional(matches_re(PARAGRAPH)))
    letter: str | None = field(default=None, validator=optional(matches_re(LETTER)))
    number: str | None = field(default=None, validator=optional(matches_re(NUMBER)))
    annex: str | None = field(default=None, validator=optional(matches_re(ANNEX)))
    elucidation: bool = False

    def __attrs_post_init__(self) -> None:
        if self.article is not None and self.annex is not None:
            raise ValueError("an article and an annex are two places")
        if self.paragraph is not None and self.article is None:
            raise ValueError("a paragraph needs its article")
        if (self.letter or self.number) and self.article is None and self.annex is None:
            raise ValueError("a letter or number needs its article")

    @property
    def is_whole(self) -> bool:
        """Whether it names no place at all, that is, the whole regulation."""
        return self.article is None and self.annex is None

    @property
    def place_key(self) -> SortKey:
        """Sort key: the body in order of articles, then annexes, then elucidations."""
        parts = (self.annex, self.article, self.paragraph, self.letter, self.number)
        kind = (int(self.elucidation), "" if self.annex is None else "annex")
        return (kind, *(_order(part) for part in parts))

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Provision):
            return NotImplemented
        return self.place_key < other.place_key

    def place(self, lang: str = "id") -> str:
        """Write the place without the word for elucidation.

        >>> Provision(article="30", paragraph="4").place("en")
        'Article 30 paragraph (4)'
        """
        paragraph = None if self.paragraph is None else f"({self.paragraph})"
        parts = (self.annex, self.article, paragraph, self.letter, self.number)
        words = _WORDS["en" if lang == "en" else "id"]
        named = zip(words, parts, strict=True)
        return " ".join(f"{word} {part}".rstrip() for word, part in named if part is not None)

    def __str__(self) -> str:
        return f"{'penjelasan ' if self.elucidation else ''}{self.place()}".rstrip()
