"""Dates, times, numbers and money as Indonesian and English readers write them.

Babel and num2words come with the extra ``office``; without it, the functions that need them raise
:class:`~pst_standards.documents.errors.MissingExtraError`.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Final

from pst_standards.documents.errors import extra
from pst_standards.documents.outline import Lang
from pst_standards.messages import text

_LOCALES: Final[dict[Lang, str]] = {"id": "id", "en": "en_GB"}
_UNITS: Final = ("byte", "kB", "MB", "GB")
_STEP: Final = 1000
_ROMANS: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_FINEST: Final = Decimal("0.000001")


def long_date(date: dt.date, lang: Lang) -> str:
    """Return a date in words, without its weekday.

    >>> long_date(dt.date(2026, 8, 3), "id")
    '3 Agustus 2026'
    """
    return _date(date, "d MMMM y", lang)


def full_date(date: dt.date, lang: Lang) -> str:
    """Return a date in words, with its weekday.

    >>> full_date(dt.date(2026, 11, 22), "id")
    'Minggu, 22 November 2026'
    """
    return _date(date, "EEEE, d MMMM y", lang)


def month_and_year(date: dt.date, lang: Lang) -> str:
    """Return the month of a date.

    >>> month_and_year(dt.date(2026, 5, 1), "id")
    'Mei 2026'
    """
    return _date(date, "MMMM y", lang)


def month_name(month: int, lang: Lang, *, short: bool = False) -> str:
    """Return the name of a month, January being 1.

    >>> month_name(8, "id"), month_name(8, "id", short=True)
    ('Agustus', 'Agu')
    """
    return _date(dt.date(2024, month, 1), "MMM" if short else "MMMM", lang)


def weekday(number: int, lang: Lang) -> str:
    """Return the name of a weekday, counted from Monday as 1 to Sunday as 7 (ISO 8601).

    >>> weekday(5, "id")
    'Jumat'
    """
    return _date(dt.date.fromisocalendar(2024, 1, number), "EEEE", lang)


def clock(time: dt.time, lang: Lang) -> str:
    """Return a time of day to the minute.

    >>> clock(dt.time(8, 0), "id"), clock(dt.time(8, 0), "en")
    ('08.00', '08:00')
    """
    return f"{time:%H.%M}" if lang == "id" else f"{time:%H:%M}"


def number(value: Decimal | Fraction | float, lang: Lang, decimals: int | None = None) -> str:
    """Return a number with its groups; ``decimals`` fixes the places, else as many as it has.

    A half is rounded away from zero, as people round; at most six places are shown.

    >>> number(1234567, "id"), number(Decimal("1234.5"), "id", 2)
    ('1.234.567', '1.234,50')
    """
    with extra("office"):
        from babel.numbers import format_decimal
    exact = _exact(value)
    step = _FINEST if decimals is None else Decimal(1).scaleb(-decimals)
    rounded = exact.quantize(step, rounding="ROUND_HALF_UP")
    places = "." + "#" * 6 if decimals is None else "." * (decimals > 0) + "0" * decimals
    return str(format_decimal(rounded, f"#,##0{places}", locale=_LOCALES[lang]))


def rupiah(amount: int, lang: Lang) -> str:
    """Return an amount of whole rupiah.

    >>> rupiah(10_000, "id"), rupiah(-2_500, "en")
    ('Rp10.000', '-Rp2,500')
    """
    return f"{'-' * (amount < 0)}Rp{number(abs(amount), lang)}"


def in_words(value: int, lang: Lang) -> str:
    """Return a whole number in words (terbilang).

    >>> in_words(1_250, "id"), in_words(21, "en")
    ('seribu dua ratus lima puluh', 'twenty-one')
    """
    with extra("office"):
        from num2words import num2words
    return str(num2words(value, lang=lang))


def romans(number: int) -> str:
    """Return a number as the Romans wrote it.

    >>> romans(4), romans(19)
    ('iv', 'xix')
    """
    shown = ""
    for value, sign in _ROMANS:
        count, number = divmod(number, value)
        shown += sign * count
    return shown


def rupiah_in_words(amount: int, lang: Lang) -> str:
    """Return an amount in figures and words.

    >>> rupiah_in_words(10_000, "id")
    'Rp10.000 (sepuluh ribu rupiah)'
    """
    params = {"amount": rupiah(amount, lang), "words": in_words(amount, lang)}
    return text("documents", "rupiah.in-words", lang, params)


def file_size(size: int, lang: Lang) -> str:
    """Return a number of bytes in the unit that suits it; a kB is 1000 bytes.

    >>> file_size(511_560, "id"), file_size(1_430_000, "en")
    ('511,56 kB', '1.43 MB')
    """
    power = min(max(len(str(abs(size))) - 1, 0) // 3, len(_UNITS) - 1)
    shown = number(Fraction(size, _STEP**power), lang, 2 if power else 0)
    return f"{shown} {_UNITS[power]}"


def page_text(page: int, pages: int, lang: Lang) -> str:
    """Return which page of how many.

    >>> page_text(1, 3, "id")
    'Halaman 1 dari 3'
    """
    return text("documents", "page.number", lang, {"page": str(page), "pages": str(pages)})


def page_text_parts(lang: Lang) -> tuple[str, str, str]:
    """Return the words before, between and after the two numbers, which the printer counts.

    >>> page_text_parts("id")
    ('Halaman ', ' dari ', '')
    """
    shown = text("documents", "page.number", lang, {"page": "\0", "pages": "\0"})
    before, between, after = shown.split("\0")
    return before, between, after


def _date(date: dt.date, pattern: str, lang: Lang) -> str:
    with extra("office"):
        from babel.dates import format_date
    return str(format_date(date, pattern, locale=_LOCALES[lang]))


def _exact(value: Decimal | Fraction | float) -> Decimal:
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(str(value)) if isinstance(value, float) else Decimal(value)
