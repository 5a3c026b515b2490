"""Small pieces of sentences: lists of words, spans of time, money, dates, citations."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.formats import clock, in_words, long_date, number, rupiah_in_words
from pst_standards.documents.outline import Lang
from pst_standards.documents.passages import strung
from pst_standards.law.citation import Citation, CitationError
from pst_standards.law.register import default_register
from pst_standards.messages import text
from pst_standards.messages.stops import has_sentences, stopped, without_stop
from pst_standards.model.channel import Address, Duration, TimeUnit

BLANK: Final = "\N{HORIZONTAL ELLIPSIS}" * 12
"""A line of dots for the hand to fill in."""
DASH: Final = "\N{EN DASH}"
"""Fills a cell that has nothing to say."""

_UNNUMBERED: Final = re.compile(r"SKB\b(?!.*\d/\d{4})")
"""A joint decree of ministers that is cited without the numbers it bears."""
_LARGEST_IN_WORDS: Final = 10**15
_LARGEST_BY_LIBRARY: Final = 10**18


def bare(wording: str) -> str:
    """Return a text without the punctuation at its end, to go on in a sentence or list.

    The stop of an abbreviation stays. Names and numbers are no sentences: see ``proper``.

    >>> bare("Berkas lengkap. "), bare("Peta, data, dll.")
    ('Berkas lengkap', 'Peta, data, dll.')
    """
    return without_stop(wording)


def proper(wording: str | None) -> str:
    """Return a name, a title or a number as it is written: a stop at its end belongs to it.

    >>> proper(" Nama Contoh, S.ST., M.Si. "), proper(None)
    ('Nama Contoh, S.ST., M.Si.', '')
    """
    return (wording or "").strip()


def item(wording: str) -> str:
    """Return a text as an item of a list: a fragment without a stop, sentences as they are.

    >>> item("Tepat waktu."), item("Dicatat. Lalu dijawab.")
    ('Tepat waktu', 'Dicatat. Lalu dijawab.')
    """
    short = bare(wording)
    return sentence(wording) if has_sentences(short) else short


def sentence(wording: str) -> str:
    """Return a text that ends like a sentence.

    >>> sentence("Diawasi atasan langsung"), sentence("Benarkah?"), sentence("")
    ('Diawasi atasan langsung.', 'Benarkah?', '')
    """
    shown = wording.strip()
    if not shown or shown.endswith(("?", "!", ".", "\N{HORIZONTAL ELLIPSIS}", ":")):
        return shown
    return stopped(bare(shown))


def inner(wording: str) -> str:
    """Return a text to stand within a sentence: a capital that only opens it becomes small.

    The capital stays where it may belong to a name: before another capital.

    >>> inner("Materi belum lengkap."), inner("PNBP belum dibayar"), inner("Kepala Bagian Umum")
    ('materi belum lengkap', 'PNBP belum dibayar', 'Kepala Bagian Umum')
    """
    short = bare(wording)
    first, _, rest = short.partition(" ")
    named = any(letter.isupper() for letter in first[1:]) or rest[:1].isupper()
    return short if named else short[:1].lower() + short[1:]


def opened(wording: str) -> str:
    """Return a text with a capital at its beginning.

    >>> opened("lanjut usia")
    'Lanjut usia'
    """
    return wording[:1].upper() + wording[1:]


def joined(parts: Iterable[str], composition: Composition) -> str:
    """Return words as an enumeration: ``a``, ``a dan b``, ``a, b, dan c``."""
    words = [part for part in parts if part]
    if len(words) < 2:  # noqa: PLR2004 - one word needs no joining
        return words[0] if words else ""
    key = "list.two" if len(words) == 2 else "list.many"  # noqa: PLR2004
    return composition.say(key, first=strung(", ", words[:-1]), last=words[-1])


def figure(value: int, lang: Lang) -> str:
    """Return a whole number with its groups, of any size.

    >>> figure(1234567, "id")
    '1.234.567'
    """
    if abs(value) < _LARGEST_BY_LIBRARY:
        return number(value, lang)
    return f"{value:,}".replace(",", "." if lang == "id" else ",")


def counted(value: int, lang: Lang) -> str:
    """Return a number of things in figures and words.

    >>> counted(2, "id")
    '2 (dua)'
    """
    if not 0 <= value < _LARGEST_IN_WORDS:
        return figure(value, lang)
    return f"{figure(value, lang)} ({in_words(value, lang)})"


def money(amount: int, lang: Lang) -> str:
    """Return an amount of rupiah in figures and words.

    >>> money(10_000, "id")
    'Rp10.000 (sepuluh ribu rupiah)'
    """
    if not 0 <= amount < _LARGEST_IN_WORDS:
        return f"{'-' * (amount < 0)}Rp{figure(abs(amount), lang)}"
    return rupiah_in_words(amount, lang)


def units(value: int, unit: TimeUnit | None, lang: Lang) -> str:
    """Return a span of time.

    >>> units(3, TimeUnit.WORKING_DAY, "id"), units(1, TimeUnit.MINUTE, "en")
    ('3 hari kerja', '1 minute')
    """
    name = unit.term(lang) if unit else ""
    if lang == "en" and value == 1:
        name = name.removesuffix("s")
    return f"{figure(value, lang)} {name}".strip()


def span(duration: Duration | None, lang: Lang) -> str:
    """Return a stated span of time, empty when it has no value."""
    if duration is None or duration.value is None:
        return ""
    return units(duration.value, duration.unit, lang)


def day(date: dt.date | None, lang: Lang) -> str:
    """Return a date in words, or a line of dots."""
    return long_date(date, lang) if date else BLANK


def hours(opens: dt.time | None, closes: dt.time | None, lang: Lang) -> str:
    """Return the time from one clock reading to another.

    >>> hours(dt.time(8), None, "id")
    '08.00'
    """
    ends = [clock(time, lang) for time in (opens, closes) if time is not None]
    return DASH.join(ends)


def postal(address: Address | None) -> str:
    """Return an address on one line; the postcode stays with what it stands behind."""
    if address is None:
        return ""
    parts = (address.street, address.district, address.city, address.province)
    line = ", ".join(bare(part) for part in parts if part and part.strip())
    return f"{line}\N{NO-BREAK SPACE}{(address.postal_code or '').strip()}".strip()


@lru_cache(maxsize=1024, typed=True)  # a title in the other language is of a type of its own
def regulation(citation: str, title: str, lang: Lang) -> str:
    """Return a citation in its long official form; ``title`` serves where the register has none.

    >>> regulation("UU 25/2009", "", "id")
    'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'
    """
    about = {"id": "tentang", "en": "on"}[lang]
    try:
        parsed = Citation.parse(citation)
    except CitationError:
        shown = bare(citation)
    else:
        shown = parsed.long(default_register(), lang)
        if f" {about} " in shown:
            return shown
    return f"{shown} {about} " + bare(title) if shown and title else shown or bare(title)


@lru_cache(maxsize=1024)
def cited(citation: str | None, lang: Lang) -> str:
    """Return a citation in its short form, its places in the language of the document.

    >>> cited("UU 25/2009 Pasal 42 ayat (2)", "en")
    'Article 42 paragraph (2) of UU 25/2009'
    >>> cited("penjelasan UU 25/2009 Pasal 28 ayat (4)", "en")
    'elucidation of Article 28 paragraph (4) of UU 25/2009'
    """
    shown = bare(citation or "")
    if lang == "id" or not shown:
        return shown
    try:
        parsed = Citation.parse(shown)
    except CitationError:
        return shown
    kind = "" if _is_of_body(parsed) else "elucidation"
    parts = (kind, parsed.place(lang), str(parsed.regulation))
    return " of ".join(part for part in parts if part)


def _is_of_body(citation: Citation) -> bool:
    """Tell whether a citation is of the regulation itself, not of its elucidation."""
    return str(citation).startswith(str(citation.regulation))


def cited_all(citations: Iterable[str], lang: Lang) -> str:
    """Return citations in their short form, the places in one regulation together.

    >>> cited_all(("UU 25/2009 Pasal 42 ayat (4)", "SKB 1/2025", "UU 25/2009 Pasal 48"), "id")
    'UU 25/2009 Pasal 42 ayat (4), Pasal 48; SKB 1/2025'
    >>> cited_all(("SKB Menag, Menaker, MenPANRB tentang libur 2027",), "id")
    'SKB Menag, Menaker, MenPANRB tentang libur 2027 (nomor belum dipastikan)'
    >>> cited_all(("UU 25/2009 Pasal 42", "UU 25/2009 Pasal 48"), "en")
    'Article 42, Article 48 of UU 25/2009'
    """
    found = _by_regulation(citations, lang)
    return "; ".join(_together(regulation, places, lang) for regulation, places in found.items())


def cited_in_full(citations: Iterable[str], lang: Lang) -> list[str]:
    """Return each regulation by its long official name, with its places.

    >>> cited_in_full(("UU 25/2009 Pasal 42 ayat (4)", "UU 25/2009 Pasal 48"), "id")
    ['Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik, Pasal 42 ayat (4), Pasal 48']
    """
    found = _by_regulation(citations, lang)
    named = ((regulation(short, "", lang), places) for short, places in found.items())
    return [
        _together(f"{name}," if places and lang == "id" else name, places, lang)
        for name, places in named
    ]


def _by_regulation(citations: Iterable[str], lang: Lang) -> dict[str, list[str]]:
    """Return the places in each regulation, each once."""
    found: dict[str, list[str]] = {}
    for one in citations:
        regulation, place = _parted(one, lang)
        places = found.setdefault(regulation, [])
        if place and place not in places:
            places.append(place)
    return found


def _parted(citation: str, lang: Lang) -> tuple[str, str]:
    try:
        parsed = Citation.parse(bare(citation))
    except CitationError:
        return _numbered(bare(citation), lang), ""
    if not _is_of_body(parsed):
        return cited(citation, lang), ""
    return str(parsed.regulation), parsed.place(lang)


def _numbered(citation: str, lang: Lang) -> str:
    """Return a joint decree, saying so where its numbers are not known."""
    if not _UNNUMBERED.match(citation):
        return citation
    return text("documents", "doc.citation.unnumbered", lang, {"citation": citation})


def _together(regulation: str, places: list[str], lang: Lang) -> str:
    shown = ", ".join(places)
    if not shown:
        return regulation
    return f"{regulation} {shown}" if lang == "id" else f"{shown} of {regulation}"
