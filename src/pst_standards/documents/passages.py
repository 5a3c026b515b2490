"""Text of which stretches are in the other language, because their own is missing.

Whoever hears a page must not be read Indonesian as if it were English (WCAG 2.2, 3.1.2), so that a
text carries its language from the definition to the file. It stays a ``str`` for all who only hand
it on; what takes it apart in a way that is not told here loses the language, never the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self, SupportsIndex, TypeAlias

from pst_standards.documents.pieces import Lang
from pst_standards.model.base import Text

Part: TypeAlias = tuple[str, Lang | None]
"""A stretch of text, and its language where that is not the document's."""


class Passage(str):
    """A text in parts, each in its language; cut, joined or stripped it stays one.

    >>> shown = Passage([("Service: ", None), ("Konsultasi. ", "id")]).strip()
    >>> shown[:-1].parts
    (('Service: ', None), ('Konsultasi', 'id'))
    >>> shown == "Service: Konsultasi."
    True
    """

    __slots__ = ("parts",)
    parts: tuple[Part, ...]

    def __new__(cls, parts: Iterable[Part]) -> Self:
        """Make one of its parts; neighbours of one language become one."""
        kept = tuple(_merged(parts))
        made = super().__new__(cls, "".join(shown for shown, _ in kept))
        made.parts = kept
        return made

    def __getnewargs__(self) -> tuple[tuple[Part, ...]]:  # type: ignore[override]
        """Return what a copy, or another process, makes it of again."""
        return (self.parts,)

    def __getitem__(self, key: SupportsIndex | slice, /) -> str:
        """Return a stretch with its languages."""
        if not isinstance(key, slice) or key.step not in {None, 1}:
            return super().__getitem__(key)
        start, stop, _ = key.indices(len(self))
        return Passage(_cut(self.parts, start, stop))

    def __add__(self, other: str, /) -> str:
        """Return this text and another after it."""
        return Passage((*self.parts, *parts_of(other)))

    def __radd__(self, other: str, /) -> str:
        """Return a plain text and this one after it."""
        return Passage((*parts_of(other), *self.parts))

    def lstrip(self, chars: str | None = None, /) -> str:
        """Return the text without these signs at its beginning."""
        return self[len(self) - len(super().lstrip(chars)) :]

    def rstrip(self, chars: str | None = None, /) -> str:
        """Return the text without these signs at its end."""
        return self[: len(super().rstrip(chars))]

    def strip(self, chars: str | None = None, /) -> str:
        """Return the text without these signs at both ends."""
        return self.rstrip(chars).lstrip(chars)

    def removeprefix(self, prefix: str, /) -> str:
        """Return the text without these letters at its beginning."""
        return self[len(self) - len(super().removeprefix(prefix)) :]

    def lower(self) -> str:
        """Return the text in small letters."""
        return Passage((shown.lower(), lang) for shown, lang in self.parts)

    def upper(self) -> str:
        """Return the text in capitals."""
        return Passage((shown.upper(), lang) for shown, lang in self.parts)


def in_language(wording: Text, lang: Lang) -> str:
    """Return a text in ``lang``; where that is missing in the other language, marked as such.

    What has no small letter, as an abbreviation, is read alike in both.

    >>> in_language(Text("Buku tamu", "Guest book"), "en")
    'Guest book'
    >>> parts_of(in_language(Text("Buku tamu"), "en")), parts_of(in_language(Text("PDF"), "en"))
    ((('Buku tamu', 'id'),), (('PDF', None),))
    """
    other: Lang
    own, instead, other = (
        (wording.en, wording.id, "id") if lang == "en" else (wording.id, wording.en, "en")
    )
    if own or not instead or not any(letter.islower() for letter in instead):
        return own or instead or ""
    return Passage([(instead, other)])


def parts_of(text: str) -> tuple[Part, ...]:
    """Return the parts of a text; a plain one is in the language of the document."""
    return text.parts if isinstance(text, Passage) else ((text, None),)


def strung(between: str, texts: Iterable[str]) -> str:
    """Return ``between.join(texts)``, their languages kept.

    >>> strung(", ", [Passage([("satu", "id")]), "two"]).parts
    (('satu, ', 'id'), ('two', None))
    """
    told = tuple(texts)
    if not any(isinstance(one, Passage) for one in told):
        return between.join(told)
    parts = (part for one in told for part in ((between, None), *parts_of(one)))
    return Passage(_cut(tuple(parts), len(between), sum(map(len, told)) + len(between) * len(told)))


def filled(sentence: str, values: Iterable[object]) -> str:
    """Return a sentence with the languages of the values that were filled into it.

    >>> filled("Service: Konsultasi", [Passage([("Konsultasi", "id")])]).parts
    (('Service: ', None), ('Konsultasi', 'id'))
    """
    for value in values:
        if isinstance(value, Passage) and value and (start := sentence.find(value)) >= 0:
            sentence = sentence[:start] + value + sentence[start + len(value) :]
    return sentence


def _merged(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield parts, those that are signs alone with the part before them."""
    waiting, language = "", None
    for shown, lang in parts:
        if waiting and lang != language and any(map(str.isalnum, shown)):
            yield waiting, language
            waiting = ""
        language = language if waiting else lang
        waiting += shown
    if waiting:
        yield waiting, language


def _cut(parts: tuple[Part, ...], start: int, stop: int) -> Iterator[Part]:
    """Yield what of the parts stands from one place to another."""
    begun = 0
    for shown, lang in parts:
        yield shown[max(start - begun, 0) : max(stop - begun, 0)], lang
        begun += len(shown)
