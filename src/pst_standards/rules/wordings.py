"""Telling what free text says: placeholders, measures of time, fees, steps of payment.

Every pattern runs in linear time, as the texts come from people. When a text can be read in
favour of the office, it is: wrongly rejecting a lawful standard is the worse error.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.model.base import Text
from pst_standards.rules.free_of_charge import is_free_for_all, names_no_charge

_LONGEST_PLACEHOLDER: Final = 80
_MOST_READ: Final = 20_000
_SHORT: Final = 1000
_SIGNS: Final = re.compile(r"[\W_]+")
_EDGES: Final = re.compile(r"\A[\W_]+|[\W_]+\Z")
_FILLERS: Final = frozenset(
    {
        "sda", "s.d.a", "s d a", "idem", "n/a", "tbd", "tba", "todo", "lorem ipsum",
        "belum ada", "belum diisi", "belum ditetapkan", "menyusul", "diisi", "diisi kemudian",
        "akan diisi", "akan diisi kemudian", "isi di sini", "mohon diisi", "contoh teks",
        "sama dengan di atas", "sama seperti di atas", "seperti di atas", "same as above",
        "as above", "to be determined", "to be filled in", "to be announced", "not applicable",
    }
)  # fmt: skip
# A component that only points at "the rules in force" tells a user nothing to hold the office to.
_RULES_IN_FORCE: Final = re.compile(
    r"(?:sesuai|menurut|mengikuti) (?:dengan )?(?:ketentuan|peraturan|aturan)"
    r"(?: peraturan)?(?: perundang[- ]undangan)?(?: yang)?(?: berlaku)?"
    r"|(?:according to|as per|in line with) (?:the )?(?:applicable )?"
    r"(?:provisions|regulations|rules|law)(?: in force)?"
)
_OPENINGS: Final = (*_FILLERS, "sesuai", "menurut", "mengikuti", "according", "as per", "in line")
_STARTS: Final = frozenset(
    first + second
    for opening in (*_OPENINGS, "xx")
    for first in (opening[:1], opening[:1].upper())
    for second in (opening[1:2], opening[1:2].upper())
)
_LONG_START: Final = 6
_LONG_STARTS: Final = frozenset(opening[:_LONG_START].rstrip(" .") for opening in _OPENINGS)
_SLOT: Final = re.compile(r"\[[^\[\]]*\]|\{\{[^{}]*\}\}|<[^<>]*>|\((?:di)?isi\b[^()]*\)|x{2,}")


def is_placeholder(words: str) -> bool:
    """Tell whether a text only holds the place of one.

    ``Tidak ada`` and ``gratis`` are statements, not placeholders.

    >>> [is_placeholder(words) for words in ("-", "…", "Sesuai ketentuan", "[nama kantor]")]
    [True, True, True, True]
    >>> [is_placeholder(words) for words in ("Tidak ada", "Gratis", "Sesuai standar pelayanan")]
    [False, False, False]
    """
    return may_be_placeholder(words) and len(words) <= _LONGEST_PLACEHOLDER and _remembered(words)


def may_be_placeholder(words: str) -> bool:
    """Tell quickly that a text is none: nearly every one begins with a letter and like none."""
    return words[:2] in _STARTS or not words[:1].isalpha()


def _is_placeholder(words: str) -> bool:
    if not words.strip():
        return False
    plain = " ".join(words.split()).casefold()
    if plain[:1].isalpha() and plain[:_LONG_START].rstrip(" .…-") not in _LONG_STARTS:
        return plain.startswith("x") and _SLOT.fullmatch(plain) is not None
    core = _EDGES.sub("", plain)
    return (
        not core
        or core in _FILLERS
        or _SLOT.fullmatch(plain) is not None
        or _RULES_IN_FORCE.fullmatch(core) is not None
    )


# Offices share most of their texts, and the same text is asked about by several rules.
_remembered = lru_cache(maxsize=4096)(_is_placeholder)


def says(text: Text | str | None) -> bool:
    """Tell whether a text is there and more than a placeholder in some language.

    >>> says(Text("Buku tamu")), says(Text("…")), says(None)
    (True, False, False)
    """
    if text is None:
        return False
    if isinstance(text, str):
        return _says(text)
    return (text.id is not None and _says(text.id)) or (text.en is not None and _says(text.en))


def _says(words: str) -> bool:
    return not may_be_placeholder(words) or (bool(words.strip()) and not is_placeholder(words))


def words_of(*texts: Text | str | None) -> str:
    """Join the beginnings of texts in both languages, for looking something up in them."""
    parts: list[str] = []
    for text in texts:
        if not text:
            continue
        first, second = (text, None) if isinstance(text, str) else (text.id, text.en)
        if first:
            parts.append(first[:_MOST_READ])
        if second:
            parts.append(second[:_MOST_READ])
    return "\n".join(parts)


_UNIT: Final = (
    r"(?:detik|menit|jam|hari|minggu|bulan|tahun|seconds?|minutes?|hours?|"
    r"(?:working |calendar |business )?days?|weeks?|months?|years?)\b"
)
_NUMBER: Final = r"\d\s{0,3}(?:\([^()]{0,40}\)\s{0,3})?"
# "tiga (3) hari kerja", "tiga puluh menit", "satu jam", "5 hr kerja", "sehari".
_SPOKEN: Final = (
    r"(?:\d\s{0,3}\)|\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas"
    r"|setengah|(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan) (?:belas|puluh)"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|half an))\s{1,3}"
)
_SHORT_UNIT: Final = r"(?:hr|mnt|mn|jm|mgg|bln|thn|hrs?|mins?)\b"
_MEASURE: Final = re.compile(
    rf"{_NUMBER}(?:{_UNIT}|{_SHORT_UNIT})|{_SPOKEN}(?:{_UNIT}|{_SHORT_UNIT})"
    r"|\b(?:sehari|sejam|semenit|seminggu|sebulan)\b",
    re.IGNORECASE,
)
_BARE_DAYS: Final = re.compile(
    _NUMBER + r"(?:hari\b(?!\s{1,3}(?:kerja|kalender))|days?\b)", re.IGNORECASE
)
_EVENT: Final = re.compile(
    r"\b(?:setelah|sejak|sesudah|semenjak|mulai|terhitung|dari|after|from|since|once)\b",
    re.IGNORECASE,
)


def states_time(text: Text | str | None) -> bool:
    """Tell whether a text holds a number with a unit of time.

    >>> states_time("Maks. 10 (sepuluh) menit setelah pengunjung sebelumnya")
    True
    >>> states_time("Secepatnya")
    False
    """
    return _MEASURE.search(words_of(text)) is not None


def states_plain_days(text: Text | str | None) -> bool:
    """Tell whether a text counts in days without saying which.

    >>> states_plain_days("30 hari"), states_plain_days("30 hari kerja")
    (True, False)
    """
    return _BARE_DAYS.search(words_of(text)) is not None


def states_event(text: Text | str | None) -> bool:
    """Tell whether a text says from when time runs.

    >>> states_event("3 hari kerja sejak permohonan lengkap")
    True
    """
    return _EVENT.search(words_of(text)) is not None


_AMOUNT: Final = re.compile(r"\b(?:rp|idr)\.? {0,2}\d|\d {0,2}rupiah\b", re.IGNORECASE)
_UNIT_OF_FEE: Final = re.compile(
    r"\b(?:per|setiap|tiap|each|every)\b|/|\bse[a-z]{3,}", re.IGNORECASE
)
_PAYMENT_STEMS: Final = ("bayar", "billing", "invoice", "tagihan", "simponi", "setor", "pay")
_PAYMENT: Final = re.compile(
    r"\b(?:(?:mem|pem)?bayar(?:kan|an)?|kode billing|invoice|tagihan|simponi|bukti setor"
    r"|pays?|payment)\b"
)
_UNLESS: Final = re.compile(
    r"\b(?:tanpa|tidak|bukan|bebas|bila|jika|apabila|kalau|no|not|without|free|if|when)\b",
    re.IGNORECASE,
)


def states_free(text: Text | str | None) -> bool:
    """Tell whether a text says that nothing is charged, without denial, exception or price.

    >>> states_free("Tidak dipungut biaya"), states_free("Rp 10.000,-")
    (True, False)
    >>> states_free("Tidak gratis"), states_free("Mahasiswa gratis, umum Rp 25.000")
    (False, False)
    """
    words = words_of(text)
    return _short_states_free(words) if len(words) <= _SHORT else _states_free(words)


def _states_free(words: str) -> bool:
    return is_free_for_all(" ".join(words.split()))


# Of a fee several rules ask whether it is free.
_short_states_free = lru_cache(maxsize=4096)(_states_free)


def states_free_for_some(text: Text | str | None) -> bool:
    """Tell whether a text says that nothing is charged, be it to some users or for some things.

    >>> states_free_for_some("Gratis, kecuali data mikro"), states_free_for_some("Tidak gratis")
    (True, False)
    """
    return names_no_charge(" ".join(words_of(text).split()))


def states_amount(text: Text | str | None) -> bool:
    """Tell whether a text names a sum of money.

    >>> states_amount("Rp 10.000,- per judul")
    True
    """
    return _AMOUNT.search(words_of(text)) is not None


def states_fee_unit(text: Text | str | None) -> bool:
    """Tell whether a text says for what a sum is charged: per title, a page (``selembar``)."""
    return _UNIT_OF_FEE.search(words_of(text)) is not None


def asks_payment(text: Text | str | None) -> bool:
    """Tell whether a step asks for money, without a condition or denial anywhere in it.

    >>> asks_payment("Membayar dengan kode billing"), asks_payment("Pengguna tidak perlu membayar")
    (True, False)
    """
    words = words_of(text)
    return _short_asks_payment(words) if len(words) <= _SHORT else _asks_payment(words)


def _asks_payment(words: str) -> bool:
    words = words.lower()
    # Steps are many and payment is rare: looking for the stems first spares the patterns.
    if not any(stem in words for stem in _PAYMENT_STEMS):
        return False
    return _PAYMENT.search(words) is not None and _UNLESS.search(words) is None


# Offices share whole procedures.
_short_asks_payment = lru_cache(maxsize=4096)(_asks_payment)


_VULNERABLE: Final = re.compile(
    r"disabilitas|difabel|penyandang cacat|kursi roda|berkebutuhan khusus|kebutuhan khusus"
    r"|kelompok rentan|lansia|lanjut usia|laktasi|menyusui|ibu hamil|balita|bermain anak"
    r"|ramah anak|guiding block|jalur pemandu|braille|bahasa isyarat|jalur landai|\bramp\b"
    r"|disabilit|wheelchair|elderly|lactation|breastfeed|pregnant|children|special needs"
    r"|sign language|vulnerable",
    re.IGNORECASE,
)


def names_vulnerable(text: Text | str | None) -> bool:
    """Tell whether a text speaks of people to whom special treatment is owed.

    >>> names_vulnerable("Ruang laktasi"), names_vulnerable("Ruang tunggu")
    (True, False)
    """
    return _remembered_groups(words_of(text))


def _speaks_of_groups(words: str) -> bool:
    return _VULNERABLE.search(words) is not None


_remembered_groups = lru_cache(maxsize=4096)(_speaks_of_groups)
