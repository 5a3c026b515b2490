"""Telling whether words say that nothing is charged: for everybody, for some, or not at all.

"Tidak gratis" denies it, "mahasiswa gratis" and "gratis, kecuali …" say it of some only, and a
sum above zero beside it says that others pay. The functions take words on one line.
"""

from __future__ import annotations

import re
from typing import Final

_FREE_WORDS: Final = (
    r"\b(?:tidak|tdk|tanpa) (?:dipungut|memungut|ditarik|dikenakan|dikenai|dibebani|dibebankan|ada"
    r"|memerlukan|membayar|perlu membayar) (?:biaya|tarif|bayaran|pungutan|apa ?pun)"
    r"|\btanpa (?:biaya|tarif|bayaran|pungutan)"
    r"|\A\W{0,3}nihil\W{0,3}\Z"
    r"|\bbebas (?:biaya|bayar)|\bgratis|\bcuma-cuma|\bnol rupiah|\brp\.? ?0(?![\d.,]*[1-9])"
    r"|\bfree\b|\bno (?:charge|fee|cost)|\b(?:without|at no) (?:charge|cost|fee)"
)
_FREE: Final = re.compile(_FREE_WORDS, re.IGNORECASE)
# "Tidak semua layanan gratis", "not entirely free"; not "tidak dipungut biaya alias gratis".
_BETWEEN: Final = (
    r"(?:(?:sepenuhnya|seluruhnya|semuanya|semua|selalu|seluruh|setiap|jenis|lagi|ada|yang|secara"
    r"|bersifat|termasuk|diberikan|disediakan|layanan|pelayanan|produk|data|publikasi|tarif|ini|untuk"
    r"|always|entirely|completely|fully|totally|all|every|services?|products?|are|is|longer|be"
    r"|given|offered|provided) ){0,4}"
)
_DENIED: Final = re.compile(
    rf"\b(?:tidak|bukan(?:lah)?|tdk|belum|tak|not|never|isn['\u2019]t|aren['\u2019]t|no longer) "
    rf"{_BETWEEN}(?:gratis|cuma-cuma|bebas biaya|bebas bayar|tanpa (?:biaya|tarif|pungutan)"
    r"|nol rupiah|tidak (?:dipungut|dikenakan|dikenai)|free\b|without (?:charge|cost))",
    re.IGNORECASE,
)
_PRICE: Final = re.compile(
    r"\b(?:rp|idr|usd)\.?\s{0,2}(?=[\d.,]{0,20}[1-9])\d"
    r"|\b(?=[\d.,]{0,20}[1-9])\d[\d.,]{0,20}\s?(?:rupiah|ribu|rb|juta)\b"
    r"|(?<![\d.,/])[1-9]\d{0,2}(?:\.000)+(?:,-)?(?![\d/])|(?<![\d.,])[1-9][\d.]{0,12},-"
    r"|\b(?:ribu|ratus|juta|puluh|belas)(?: \w+){0,4} rupiah\b",
    re.IGNORECASE,
)
_EXCEPTED: Final = re.compile(
    r"\b(?:ter)?kecuali\b|\bdengan (?:pengecualian|syarat)\b"
    r"|\bselain\b(?! itu\b)|\bhanya\b|\bkhusus(?:nya)?\b|\bsebagian\b|\btertentu\b"
    r"|\bexcept(?:ion|ing)?\b|\bunless\b|\bother than\b|\bonly\b|\bprovided that\b|\bsome\b"
    r"|\b(?:tidak|bukan|not) (?:semua|seluruh|setiap|all|every)\b",
    re.IGNORECASE,
)
_NOT_EXCEPTED: Final = re.compile(r"\b(?:tanpa|tidak|tak) (?:ter)?kecuali\b", re.IGNORECASE)
# "Apabila ada petugas yang meminta imbalan, laporkan" is no condition.
_CONDITION: Final = re.compile(
    r"\b(?:jika|bila|bilamana|apabila|kalau|selama|sepanjang|asal(?:kan)?|if|when|as long as)\b"
    r"(?! (?:ada|terdapat|ditemukan|menemukan|diminta|petugas|pegawai|oknum|any|somebody|asked))",
    re.IGNORECASE,
)
_ONE_PART: Final = re.compile(
    r"\b(?:biaya|tarif|pungutan|bayar|fee|charge|gratis|free) (?:tambahan|lain(?:nya)?|kirim"
    r"|pengiriman|ongkir|ongkos|administrasi|transfer|di luar|extra|shipping|delivery)\b"
    r"|\b(?:additional|extra|other|further) (?:charge|fee|cost)",
    re.IGNORECASE,
)
_EVERYBODY: Final = (
    r"(?:(?:semua|seluruh|setiap|segenap|segala|siapa|all\b|every|any)"
    r"|(?!member|menteri|mereka)me[lmnr][a-z]{3,}\b|[a-z]{3,}ing\b|kami\b|petugas\b"
    r"|(?:masyarakat|umum|publik|pengguna|pengunjung|pemohon|konsumen|pelanggan|anda|warga"
    r"|(?:pe)?layanan|(?:the )?public|users?|visitors?|everyone|you|(?:this |the )?services?)"
    r"(?: (?:umum|luas|data|(?:pe)?layanan|statistik|terpadu|jasa|pst|bps|dan|maupun|atau|ini"
    r"|tersebut|masyarakat|pengguna|pengunjung|publik|public|of|the|and)\b){0,6}"
    r"(?=\W{0,3}\Z|\s?[.,;:!()/]| (?:gratis|tidak|tanpa|bebas|free|no|adalah|sebesar|rp)\b))"
)
_FOR_SOME: Final = re.compile(
    rf"\b(?:bagi|untuk|kepada|terhadap|for)\s+(?!{_EVERYBODY})\S", re.IGNORECASE
)
_PARTY: Final = re.compile(
    r"(?<!peraturan )\b(?:mahasiswa|pelajar|siswa|santri|dosen|guru|peneliti|akademisi|instansi"
    r"|kementerian|lembaga|pemerintah|swasta|perusahaan|anggota|pns|asn|wni|wna|lansia|veteran"
    r"|warga miskin|tidak mampu|disabilitas|students?|pupils?|members?|researchers?|companies"
    r"|government)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"[,;.:](?=\s)|\s(?:dan|sedangkan|tetapi|namun|tapi|adapun|and|but|while)\s", re.IGNORECASE
)
_MOST_CLAUSES: Final = 200
_CHARGED: Final = re.compile(
    r"(?<!tidak )(?<!tanpa )(?<!tdk )(?<!bebas )(?<!bukan )(?<!jangan )(?<!dilarang )"
    r"(?<!tidak perlu )(?<!tidak harus )(?<!no )(?<!not )"
    r"\b(?:dikenakan|dikenai|dipungut|berbayar|membayar|dibayar|bayar|bertarif|pnbp|charged|paid"
    r"|chargeable|to be paid)\b"
    r"|\w (?:sesuai|menurut|mengikuti|mengacu|berdasarkan)(?: \w+){0,2}"
    r" (?:pp|peraturan|tarif|perda|perka|ketentuan|harga)\b|\b(?:dengan tarif|tarif pnbp)\b",
    re.IGNORECASE,
)


def names_no_charge(words: str) -> bool:
    """Tell whether words say, of everybody or of some, that nothing is charged.

    >>> names_no_charge("Gratis bagi mahasiswa"), names_no_charge("Tidak gratis")
    (True, False)
    """
    return _FREE.search(_DENIED.sub(" ", words)) is not None


def names_price(words: str) -> bool:
    """Tell whether words name a sum above zero.

    >>> names_price("umum 25.000"), names_price("Rp 0,-")
    (True, False)
    """
    return _PRICE.search(words) is not None


def limits_no_charge(words: str) -> bool:
    """Tell whether words deny that a service is free, or except something or somebody from it.

    >>> limits_no_charge("Tidak gratis"), limits_no_charge("Gratis, kecuali data mikro")
    (True, True)
    >>> limits_no_charge("Tidak dipungut biaya")
    False
    """
    plain = _NOT_EXCEPTED.sub(" ", words)
    found = (one.search(plain) for one in (_DENIED, _EXCEPTED, _CONDITION, _ONE_PART))
    return any(found) or names_price(words) or _charges_beside(words)


def is_free_for_all(words: str) -> bool:
    """Tell whether words say that nothing is charged, without exception, denial or condition.

    >>> is_free_for_all("Tidak dipungut biaya untuk semua layanan")
    True
    >>> is_free_for_all("Mahasiswa gratis, umum Rp 25.000"), is_free_for_all("Gratis bagi anggota")
    (False, False)
    """
    if not names_no_charge(words) or limits_no_charge(words):
        return False
    return _FOR_SOME.search(words) is None and _PARTY.search(words) is None


def _charges_beside(words: str) -> bool:
    """Whether a part of a sentence takes money, and does not say itself that nothing is taken."""
    clauses = _CLAUSE.split(words, maxsplit=_MOST_CLAUSES)
    return any(_CHARGED.search(one) and not _FREE.search(one) for one in clauses)
