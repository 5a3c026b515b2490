"""Looking up a sentence by key and filling in the values it speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES: Final = ("id", "en")
DOMAINS: Final = (
    *("definition", "calendar", "rules", "compensation", "complaints", "tariffs"),
    "surveys",
    *("documents", "exchange", "cli"),
    "survey_statistics",
)
_LONGEST_VALUE: Final = 80
_LONGEST_PATH: Final = 160
_CUT: Final = "\N{HORIZONTAL ELLIPSIS}"
_VALUE: Final = re.compile(r"\{[^{}]*\}")
_MOMENT: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2}))?")
_NO_TERMS: Final[Mapping[str, str]] = {}


class _Filler(Formatter):
    """Fills a sentence.

    ``{x:term}`` shows a key with its term, ``{x:value}`` quotes a value, ``{x:type}`` names a type,
    ``{x:number}`` groups a whole number and ``{x:rupiah}`` writes it as money. ``{x:date}`` writes
    out a day, or a moment, that is given as ISO 8601 has it. ``{x:path}`` quotes a place;
    of a long one the end stays, which names the file.
    """

    def __init__(self, terms: Mapping[str, str], lang: str) -> None:
        self._terms = terms
        self._lang = lang

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, tuple | list):
            return ", ".join(self.format_field(item, format_spec) for item in value)
        if format_spec == "term":
            term = self._terms.get(str(value))
            return f"{term} ({value})" if term else str(value)
        if format_spec in _QUOTES:
            return _QUOTES[format_spec](str(value))
        if format_spec == "type":
            return text("definition", f"type.{value}", self._lang)
        if format_spec in _FIGURES:
            return _FIGURES[format_spec](value, self._lang)
        return str(super().format_field(value, format_spec))


def _quoted(value: str) -> str:
    """Quote a value of a user's, cut short and without control characters."""
    shown = _printable(value)
    return f"\u201c{shown[:_LONGEST_VALUE]}{_CUT if len(shown) > _LONGEST_VALUE else ''}\u201d"


def _quoted_path(value: str) -> str:
    """Quote the place of a file whole, or its end where it is longer than a person reads."""
    shown = _printable(value)
    return f"\u201c{_CUT if len(shown) > _LONGEST_PATH else ''}{shown[-_LONGEST_PATH:]}\u201d"


def _printable(value: str) -> str:
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in value)


_QUOTES: Final[Mapping[str, Callable[[str], str]]] = {"value": _quoted, "path": _quoted_path}


def _written_out(value: object, lang: str) -> str:
    """Return a day with the name of its month; what is no day stays what it is."""
    found = _MOMENT.match(str(value))
    if found is None:
        return str(value)
    year, month, day, hour, minute = found.groups()
    names = text("calendar", "months", lang).split(", ")
    name = names[int(month) - 1] if 1 <= int(month) <= len(names) else month
    written = f"{int(day)} {name} {year}"
    if hour is None:
        return written
    return f"{written}, {hour}:{minute}" if lang == "en" else f"{written} pukul {hour}.{minute}"


def whole_number(value: int, lang: str) -> str:
    """Return a whole number with its groups of three.

    >>> whole_number(1520000, "id"), whole_number(1520000, "en")
    ('1.520.000', '1,520,000')
    """
    grouped = f"{value:,}"
    return grouped if lang == "en" else grouped.replace(",", ".")


def rupiah(amount: int, lang: str) -> str:
    """Return an amount of whole rupiah.

    >>> rupiah(20000, "id"), rupiah(-20000, "en")
    ('Rp20.000', '-Rp20,000')
    """
    return f"{'-' * (amount < 0)}Rp{whole_number(abs(amount), lang)}"


_FIGURES: Final[Mapping[str, Callable[[Any, str], str]]] = {
    "date": _written_out,
    "number": whole_number,
    "rupiah": rupiah,
}


@cache
def _catalogue(domain: str, lang: str) -> NullTranslations:
    if lang not in LANGUAGES:
        raise ValueError(f"lang: expected one of {', '.join(LANGUAGES)}, found {lang!r}")
    # Loading a sound definition needs no sentence, and these two modules load a dozen others.
    import gettext
    from importlib import resources

    file = resources.files(__package__) / "locale" / lang / "LC_MESSAGES" / f"{domain}.mo"
    with file.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def has_text(domain: str, key: str, lang: str = "id") -> bool:
    """Tell whether a domain has a sentence under this key.

    >>> has_text("definition", "no-such-key")
    False
    """
    return _catalogue(domain, lang).gettext(key) != key


def text(
    domain: str,
    key: str,
    lang: str,
    params: Mapping[str, object] | None = None,
    terms: Mapping[str, str] = _NO_TERMS,
) -> str:
    """Return the sentence under ``key`` of ``domain`` in ``lang``, with ``params`` filled in.

    ``terms`` maps a key of the definition format to its official term, for ``{name:term}``.
    Raises ``LookupError`` when the catalogue lacks the key: a missing sentence is a fault of
    this library, and the tests hold that there is none.
    """
    return filled(_template(domain, key, lang), lang, params or {}, terms)


def _template(domain: str, key: str, lang: str) -> str:
    template = _catalogue(domain, lang).gettext(key)
    if template == key:
        raise LookupError(f"{domain}: {key} ({lang})")
    return template


def sketch(domain: str, key: str, lang: str) -> str:
    """Return a sentence with dots in place of the values that only a real case has.

    >>> sketch("rules", "STD-006.hint", "en")
    'Add a standard under standards with service: \u2026, or remove a service that is not given.'
    """
    return _VALUE.sub("\N{HORIZONTAL ELLIPSIS}", _template(domain, key, lang))


def filled(
    template: str,
    lang: str,
    params: Mapping[str, object],
    terms: Mapping[str, str] = _NO_TERMS,
) -> str:
    """Return a sentence that is not of our catalogues with ``params`` filled in.

    >>> filled("{key:term} ini kosong.", "id", {"key": "fee"}, {"fee": "Biaya/tarif"})
    'Biaya/tarif (fee) ini kosong.'
    """
    return _Filler(terms, lang).vformat(template, (), params)
