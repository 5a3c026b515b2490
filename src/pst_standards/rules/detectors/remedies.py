"""Telling which remedy a text promises, and whether it promises money.

A price that a government regulation has set is no office's to lower, so a discount and a refund
are looked for apart from gifts and apologies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from pst_standards.model.compensation import RemedyKind
from pst_standards.rules.detectors.sentences import in_a_sentence, is_denied, sentences

_KINDS: Final[Mapping[RemedyKind, re.Pattern[str]]] = {
    RemedyKind.SPOKEN_APOLOGY: re.compile(r"\bmaaf\b|\bapolog"),
    RemedyKind.WRITTEN_APOLOGY: re.compile(
        r"\bmaaf\b.{0,20}\b(?:tertulis|surat)|\bsurat\b.{0,20}\bmaaf\b|\bwritten apolog"
        r"|\bletter of apolog"
    ),
    RemedyKind.APOLOGY_OF_HEAD: re.compile(
        r"\bmaaf\b.{0,40}\b(?:pimpinan|kepala|ketua|direktur)"
        r"|\b(?:pimpinan|kepala|ketua|direktur)\b.{0,40}\bmaaf\b"
        r"|\bapolog.{0,30}\b(?:head|director|leader)"
    ),
    RemedyKind.DRINK: re.compile(
        r"\bminum|\bteh\b|\bkopi\b|\bair mineral|\bdrinks?\b|\btea\b|\bcoffee\b|\bwater\b"
    ),
    RemedyKind.SNACK: re.compile(
        r"\bmakanan|\bc[ae]milan|\bkudapan|\bkue\b|\bpermen\b|\bsnacks?\b"
    ),
    RemedyKind.SOUVENIR: re.compile(
        r"\bs[uo]u?venir|\bc[ie]ndera ?mata|\bhadiah|\bbingkisan|\bmerchandise|\bgantungan kunci"
        r"|\b(?:mug|gelas|pulpen|bolpoin|buku|masker|tumbler|kalender|payung|gift|pen|book)s?\b"
        r"|\bsampul|\bvou?cher"
    ),
    RemedyKind.NO_QUEUE: re.compile(
        r"\b(?:tanpa|bebas|tidak(?: perlu)?) (?:\w+ ){0,2}(?:meng)?antr[ei]"
        r"|\b(?:without|no|skips? the) queu"
    ),
    RemedyKind.PRIORITY_NEXT_VISIT: re.compile(
        r"\bprioritas|\bdiprioritaskan|\bdidahulukan|\bmendahulukan|\bpriority"
    ),
    RemedyKind.FASTER_COMPLETION: re.compile(
        r"\b(?:per|diper|memper)cepat|\blebih cepat|\bjalur (?:cepat|khusus|ekspres)|\bexpress"
        r"|\bfaster"
    ),
    RemedyKind.ASSISTANCE: re.compile(r"\bdidampingi|\b(?:pen|men)damping|\bassist"),
    RemedyKind.DELIVERY: re.compile(
        r"\b(?:di|meng)?antar(?:kan)?\b|\bpengantaran|\b(?:di|me)kirim|\bpengiriman|\bdeliver"
        r"|\bfree post"
    ),
    RemedyKind.REPLACEMENT: re.compile(
        r"\b(?:di|peng|meng)ganti(?:kan|an)?\b|\bterbit(?:kan)? ulang|\bdiperbaiki|\bperbaikan"
        r"|\breplac|\breissu"
    ),
    RemedyKind.MEETING_HEAD: re.compile(
        r"\b(?:ber|me)?temu(?:i)?\b.{0,30}\b(?:pimpinan|kepala|ketua|direktur)|\baudiensi"
        r"|\bmeet.{0,20}\b(?:head|director)"
    ),
    RemedyKind.OFFICER_EVALUATION: re.compile(
        r"\bevaluasi|\bteguran|\bpembinaan|\bevaluat|\breprimand"
    ),
}


def _remedies_in(words: str) -> frozenset[RemedyKind]:
    """Return the kinds of remedy that a text names.

    >>> sorted(kind.value for kind in remedies_in("Permintaan maaf dan teh kotak"))
    ['drink', 'spoken_apology']
    >>> remedies_in("Kategori A")
    frozenset()
    """
    return frozenset(kind for kind, pattern in _KINDS.items() if in_a_sentence(pattern, words))


remedies_in = lru_cache(maxsize=1024)(_remedies_in)

_MONEY: Final = (
    r"(?:tarif|biaya|pnbp|retribusi|harga|bayar|tagihan|fees?|tariffs?|prices?|charges?)"
)
_LESS: Final = (
    r"(?:potongan|pemotongan|diskon|rabat|keringanan|pengurangan|pembebasan|discounts?|rebates?"
    r"|reductions?|waivers?)"
)
_DISCOUNT: Final = re.compile(
    rf"\b{_LESS}\b.{{0,40}}\b{_MONEY}\b"
    rf"|\b{_MONEY}\b.{{0,40}}\b(?:dipotong|didiskon|dikurangi|diringankan|dibebaskan|reduced)\b"
    r"|\b(?:diskon|potongan|discount)s?(?: sebesar| of)? \d{1,3} ?(?:%|persen|percent)"
    r"|\b\d{1,3} ?(?:%|persen|percent) (?:diskon|potongan|discount|off)\b"
    r"|\bdibebaskan dari (?:biaya|tarif|pnbp|retribusi)\b"
)
_REFUND: Final = re.compile(
    r"\b(?:pengembalian|dikembalikan|mengembalikan|refund(?:s|ed)?|reimburse(?:d|ment)?)\b"
    r".{0,40}\b(?:biaya|uang|pnbp|tarif|pembayaran|retribusi|fees?|money|payments?)\b"
    r"|\b(?:biaya|uang|tarif|pnbp|pembayaran|retribusi|fees?|money|payments?)\b"
    r".{0,40}\b(?:dikembalikan|refunded|reimbursed)\b|\buang kembali\b"
)
# Sending, parking and copying are no tariff of the service.
_SIDE_COST: Final = re.compile(
    r"\b(?:biaya|ongkos|tarif|harga|fees?|charges?|price|of) "
    r"(?:kirim|pengiriman|antar|pengantaran|pos|parkir|fotokopi|penggandaan"
    r"|shipping|delivery|postage|parking|copying)"
)
# UU 9/2018 Pasal 63: what was paid too much, collected in error, or for a service not given.
_OWED: Final = re.compile(
    r"\bkelebihan|\bkesalahan p(?:embayaran|emungutan)|\bsalah (?:bayar|pungut|tagih)"
    r"|\btidak (?:dapat|jadi|bisa) (?:di)?(?:penuh|laksana|beri|sedia)|\bpasal 6[34]\b"
    r"|\buu (?:nomor |no\.? ?)?9\b|\bperaturan perundang|\bketentuan pnbp|\bpungutan liar"
    r"|\bover(?:paid|payment|charg)|\bexcess|\bin error|\bnot given|\bcannot be (?:given|delivered)"
)
_CASH: Final = re.compile(
    r"\buang (?:tunai|pengganti|kompensasi|saku)|\bganti uang|\bsejumlah uang|\btunai\b|\bpulsa\b"
    r"|\b(?:kompensasi|dibayar|membayar|sebesar).{0,20}\brp\.? ?[1-9]|\bcash\b|\bsum of money"
)


def _offers_discount(words: str) -> bool:
    """Tell whether a text promises to lower the price of a service.

    >>> offers_discount("Potongan 10 persen biaya PNBP"), offers_discount("Gratis biaya kirim")
    (True, False)
    """
    return any(_says(_DISCOUNT, sentence, _SIDE_COST) for sentence in sentences(words))


def _offers_refund(words: str) -> bool:
    """Tell whether a text promises the price back where UU 9/2018 Pasal 63 does not.

    >>> offers_refund("Pengembalian biaya layanan"), offers_refund("Pengembalian kelebihan biaya")
    (True, False)
    """
    return any(_says(_REFUND, sentence, _OWED) for sentence in sentences(words))


def _gives_back(words: str) -> bool:
    """Tell whether a text promises the price back, be it owed or not.

    >>> gives_back("Pengembalian kelebihan biaya"), gives_back("Tidak ada pengembalian biaya")
    (True, False)
    """
    return any(_says(_REFUND, sentence) for sentence in sentences(words))


def _offers_cash(words: str) -> bool:
    """Tell whether a text promises money in hand.

    >>> offers_cash("Kompensasi sebesar Rp10.000"), offers_cash("Suvenir")
    (True, False)
    """
    return any(_says(_CASH, sentence) for sentence in sentences(words))


def _says(pattern: re.Pattern[str], sentence: str, unless: re.Pattern[str] | None = None) -> bool:
    found = pattern.search(sentence)
    if found is None or is_denied(sentence, found.start()):
        return False
    return unless is None or unless.search(sentence) is None


offers_discount = lru_cache(maxsize=1024)(_offers_discount)
offers_refund = lru_cache(maxsize=1024)(_offers_refund)
gives_back = lru_cache(maxsize=1024)(_gives_back)
offers_cash = lru_cache(maxsize=1024)(_offers_cash)
