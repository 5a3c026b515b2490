"""Words and figures in both languages."""

from __future__ import annotations

from typing import Any, NamedTuple


class Term(NamedTuple):
    """A term in Indonesian and in English.

    >>> Term("Biaya/tarif", "Fee").get("en"), Term("Parkir").get("en")
    ('Fee', 'Parkir')
    """

    id: str
    en: str = ""

    def get(self, lang: str) -> str:
        """Return the term in ``en`` where there is one and it is asked for, else in ``id``."""
        return (lang == "en" and self.en) or self.id

    def to_dict(self) -> dict[str, str]:
        """Return the term in both languages."""
        return {lang: self.get(lang) for lang in ("id", "en")}


class Coded(NamedTuple):
    """A term with the key by which a program knows what it stands for."""

    code: str
    term: Term


def coded(value: Any) -> Any:
    """Return what a sentence speaks of as a program reads it, whatever the language.

    Keys stand for terms, figures have a decimal point, and several are a list.

    >>> coded((Coded("fee", Term("Biaya", "Fee")), Term("1,5", "1.5"), 3))
    ['fee', '1.5', 3]
    """
    if isinstance(value, Coded):
        return value.code
    if isinstance(value, Term):
        return value.get("en")
    if isinstance(value, tuple):
        return [coded(one) for one in value]
    return value


def worded(value: Any, lang: str) -> Any:
    """Return what a sentence speaks of in one language: terms as words, the rest as it is.

    >>> worded((Term("Biaya", "Fee"), 3), "en")
    ('Fee', 3)
    """
    if isinstance(value, Coded):
        value = value.term
    if isinstance(value, Term):
        return value.get(lang)
    if isinstance(value, tuple):
        return tuple(worded(one, lang) for one in value)
    return value
