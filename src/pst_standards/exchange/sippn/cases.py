"""Fees that differ by case on one line: "Mahasiswa gratis, umum Rp 25.000"."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from pst_standards.rules.free_of_charge import names_price

_CUT: Final = re.compile(
    r"\s*;\s+|(?<!\s)\s*,\s+|\.\s+(?=[A-Z])|\s+(?=(?:sedangkan|dan|adapun|tetapi|namun)\s)",
    re.IGNORECASE,
)
_NOTHING: Final = (
    r"(?:gratis|cuma-cuma|bebas (?:biaya|bayar)|tanpa biaya|(?:tidak|tanpa) (?:dipungut|dikenakan"
    r"|dikenai|ada|membayar) (?:biaya|tarif|bayaran)(?: apa ?pun)?)"
)
_SUM: Final = (
    r"(?:(?:Rp|IDR)\.?\s?[0-9][0-9.]{0,20}(?:,00)?|[0-9][0-9.]{0,20} rupiah"
    r"|[0-9]{1,3}(?:\.000){1,3}|0)(?:,-)?(?:\s?(?:/|per|setiap|tiap)\s?[a-z]{2,20})?"
)
_PRICE: Final = rf"(?P<price>{_NOTHING}|{_SUM})"
_WHO: Final = r"(?P<case>[A-Za-z][A-Za-z()/ -]{1,60}?)"
_LINK: Final = r"(?:sedangkan|dan|adapun|tetapi|namun)\s+"
_FOR: Final = r"(?:bagi|untuk|kepada)\s+"
_SHAPES: Final = tuple(
    re.compile(rf"(?:{_LINK})?{shape}", re.IGNORECASE)
    for shape in (
        rf"(?:{_FOR})?{_WHO}\s?(?:[:=]\s?|\s(?:adalah |sebesar )?){_PRICE}",
        rf"{_PRICE}\s(?:{_FOR}){_WHO}",
        _PRICE,
    )
)
# With one of these the words before a price are a sentence, and no name of a case.
_NO_NAME: Final = re.compile(
    r"\b(?:tidak|bukan|bukanlah|kecuali|selain|hanya|jika|bila|apabila|sesuai|yang|semua|seluruh"
    r"|setiap|tarif|biaya|harga|pnbp|layanan|pelayanan|dikenakan|dikenai|dan|atau|belum)\b",
    re.IGNORECASE,
)
_MOST: Final = 50


@frozen(kw_only=True)
class Case:
    """What one case pays: the words as written, its name where they have one, and the price."""

    words: str
    case: str
    price: str

    @property
    def is_free(self) -> bool:
        """Whether words or a sum of zero say that it costs nothing."""
        return not names_price(self.price)

    @property
    def is_zero(self) -> bool:
        """Whether it is a sum of zero that says so."""
        return self.is_free and any(sign.isdigit() for sign in self.price)


def cases_in(words: str) -> list[Case]:
    """Return the cases of a line that is plainly a list of them, else nothing.

    At most one of them has no name: what everybody else pays.

    >>> [(one.case, one.price) for one in cases_in("Mahasiswa gratis, umum Rp 25.000")]
    [('Mahasiswa', 'gratis'), ('umum', 'Rp 25.000')]
    >>> cases_in("Gratis, kecuali data mikro sesuai PP 21/2022"), cases_in("Tidak gratis")
    ([], [])
    """
    cases = [_case(part) for part in _parts(words)]
    plain = [case for case in cases if case is not None]
    named = sum(bool(case.case) for case in plain)
    whole = bool(plain) and len(plain) == len(cases) and named and named + 1 >= len(plain)
    return plain if whole and any(case.is_free for case in plain) else []


def _parts(words: str) -> list[str]:
    return [part for part in _CUT.split(words, maxsplit=_MOST) if part]


def _case(part: str) -> Case | None:
    said = part.strip().rstrip(".")
    for shape in _SHAPES:
        found = shape.fullmatch(said)
        if found is not None:
            name = found.groupdict().get("case") or ""
            return None if _NO_NAME.search(name) else _made(part, name, found["price"])
    return None


def _made(part: str, name: str, price: str) -> Case:
    return Case(words=part.strip(), case=name.strip(" :-"), price=price)
