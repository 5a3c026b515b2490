"""Finding people in free text: named persons, national id numbers, private contacts, codes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_LONGEST: Final = 20_000
# "Terlapor adalah pegawai" is nobody; only words that lead to a name are followed.
_PARTY: Final = r"(?i:pelapor|terlapor|saksi|informan|whistle-?blower|reporter|witness)"
_LEADS: Final = (
    r"(?i:bernama|atas nama|a\.n\.|an\.|sdri?\.?|sdra\.?|saudara|saudari|bapak|bpk\.?|ibu"
    r"|named|mr\.?|mrs\.?|ms\.?)"
)
# Placeholders, and bodies in whose name somebody may act.
_NOBODY: Final = (
    "nama|contoh|fulan|name|example|kepala|badan|dinas|inspektorat|kantor|pemerintah|instansi"
    "|lembaga|tim|kementerian|bps|pt|cv|pegawai|petugas"
)
_PERSON: Final = re.compile(
    rf"\b{_PARTY}\b[\s,:(]{{1,3}}{_LEADS}[\s:]{{1,3}}"
    rf"(?!(?i:{_NOBODY})\b)[A-Z][A-Za-z'.]"
)
_DIGITS_16: Final = re.compile(r"(?<!\d)\d{16}(?!\d)")
_PHONE: Final = re.compile(r"(?<![\d+])(?:\+?62|0)[\s-]?8\d{1,2}(?:[\s.-]?\d{3,4}){2,3}(?!\d)")
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10})", re.IGNORECASE)
_CODE: Final = re.compile(
    r"\b(?:kode|nomor|no\.?|number|code)\s{1,3}"
    r"(?:tiket|pelacakan|tracking|registrasi pengaduan|pengaduan|laporan|ticket)"
    r"[\s:.#]{1,4}(?=[A-Z0-9/-]{0,20}\d)[A-Z0-9][A-Z0-9/-]{5,}",
    re.IGNORECASE,
)
_WOMEN: Final = 40
_LAST_DAY: Final = 31
_LAST_MONTH: Final = 12
_FIRST_PROVINCE: Final = 11


def _names_person(words: str) -> bool:
    """Tell whether a text names a reporter, witness or accused.

    >>> _names_person("pelapor bernama Budi"), _names_person("Pelapor menyebutkan nama")
    (True, False)
    """
    return _PERSON.search(words[:_LONGEST]) is not None


# Offices share most of their texts, so each is read once.
names_person = lru_cache(maxsize=4096)(_names_person)


def _holds_national_id(words: str) -> bool:
    """Tell whether a text holds a number that can be an identity number (NIK).

    Sixteen digits: a province, then a day (that of women 40 higher) and month of birth.

    >>> _holds_national_id("NIK 3399014101900001"), _holds_national_id("Resi 0000000000000000")
    (True, False)
    """
    return any(map(_is_national_id, _DIGITS_16.findall(words[:_LONGEST])))


holds_national_id = lru_cache(maxsize=4096)(_holds_national_id)


def _is_national_id(digits: str) -> bool:
    province, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    born = day - _WOMEN if day > _WOMEN else day
    dated = 1 <= born <= _LAST_DAY and 1 <= month <= _LAST_MONTH
    return province >= _FIRST_PROVINCE and dated and digits[12:] != "0000"


def mobile_numbers(words: str) -> frozenset[str]:
    """Return the mobile numbers of a text as digits behind the leading 0 or 62.

    >>> sorted(mobile_numbers("WA 0812-3456-7890 atau +62 812 3456 7890"))
    ['81234567890']
    """
    found = (re.sub(r"\D", "", one) for one in _PHONE.findall(words[:_LONGEST]))
    return frozenset(number.removeprefix("62").removeprefix("0") for number in found)


def private_mails(words: str) -> frozenset[str]:
    """Return the mail addresses of a text that are not on a domain of the government.

    >>> sorted(private_mails("bps3399@bps.go.id, nama.contoh@example.com"))
    ['nama.contoh@example.com']
    """
    found = _MAIL.finditer(words[:_LONGEST])
    return frozenset(
        one[0].casefold() for one in found if not f".{one[1].casefold()}".endswith(".go.id")
    )


def holds_ticket_code(words: str) -> bool:
    """Tell whether a text holds the number under which a complaint can be looked up.

    >>> holds_ticket_code("Nomor tiket: L-3399/092026/AB12"), holds_ticket_code("nomor pengaduan")
    (True, False)
    """
    return _CODE.search(words[:_LONGEST]) is not None
