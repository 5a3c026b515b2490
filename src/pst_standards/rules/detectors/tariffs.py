"""What the lines of a fee say in words: what a price includes, and for whom it is zero.

The functions take a text on one line, as ``flat`` makes it.
"""

from __future__ import annotations

from typing import Final

from pst_standards.rules.detectors.finding import finder

_ZERO: Final = finder(r"\b(?:nol rupiah|zero[ -]rupiah)\b|\brp\.? ?0,00\b")
# The last group of three digits is parted by a blank: "Rp 7.50 0".
_TORN: Final = finder(
    r"\b(?:rp|idr)\.? {0,2}\d{1,3}(?:\.\d{3}){0,4}\.(?:\d \d{2}|\d{2} \d)(?![\d.])"
)
_EXTRA: Final = (
    r"(?:ongkir|ongkos kirim|pengiriman|(?:biaya|tarif|jasa) kirim|jasa (?:bank|perbankan)"
    r"|biaya (?:bank|perbankan|transfer)|administrasi bank"
    r"|shipping|postage|delivery|bank (?:fees?|charges?))\b"
)
_INCLUDED: Final = finder(
    r"(?<!tidak )(?<!belum )(?<!bukan )(?<!tdk )\btermasuk(?: \w+){0,4}? "
    + _EXTRA
    + r"|(?<!not )\binclud(?:ing|es?)(?: \w+){0,4}? "
    + _EXTRA
)
_JOINED: Final = finder(
    r"\b(?:publikasi|buku|data|peta|produk|publication|book|map)s?(?: \w+){0,3}"
    r" (?:dan|beserta|\+|&|and|plus) (?:\w+ ){0,2}?" + _EXTRA
)
_APART: Final = finder(
    r"tidak termasuk|belum termasuk|terpisah|ditanggung|dibebankan|di luar|not includ|exclud"
    r"|separate|borne"
)
_ON_THE_WEB: Final = finder(
    r"\b(?:di)?unduh|\bmengunduh|download"
    r"|(?:terdapat|tersedia|tayang|dimuat|ada|available) (?:di|dalam|pada|on|in) (?:the )?"
    r"(?:situs|laman|web)|\bdari (?:situs|laman|web)|\bfrom (?:the )?(?:web|site)"
)
_PUBLICATION: Final = finder(r"publikasi|\bpdf\b|e-?book|buku|publication|book")
_UNLESS: Final = finder(
    r"\b(?:tidak|bukan|kecuali|selain|tanpa|gratis|bebas|not|no|except|other than|free)\b"
)
_PRINTED: Final = finder(
    r"(?:publikasi|buku|produk) (?:ter)?cetak(?:an)?\b|\btercetak|bentuk cetak"
    r"|hard ?-?copy|\bprinted\b"
)
_PARTY: Final = finder(
    r"pemerintah|instansi|kementerian|lembaga|institusi pendidikan|perguruan tinggi|universitas"
    r"|sekolah|perwakilan negara asing|government|institution|ministr|agenc|embass"
)
_PURPOSE: Final = finder(
    r"kenegaraan|pemerintahan|penelitian|pengembangan ilmu|pemberdayaan masyarakat"
    r"|kewajiban internasional|research|duty of state|empowerment"
)
_COMMERCIAL: Final = finder(r"komersial|commercial|mencari keuntungan|profit")
_ONCE: Final = finder(
    r"\b(?:satu|1|se) ?(?:\([^()]{0,10}\) ?)?kali\b|\bpertama kali|\bonce\b|first time|one time"
)


def names_zero_tariff(words: str) -> bool:
    """Tell whether a tariff of zero rupiah is spoken of.

    >>> names_zero_tariff("Tarif nol rupiah"), names_zero_tariff("Tidak dipungut biaya")
    (True, False)
    """
    return _ZERO(words)


def includes_extras(words: str, *, priced: bool) -> bool:
    """Tell whether a price includes shipping or a fee of the bank.

    ``priced`` says that one sum stands for the whole line.

    >>> includes_extras("Rp50.000 sudah termasuk ongkos kirim", priced=False)
    True
    >>> includes_extras("Tarif tidak termasuk biaya pengiriman", priced=True)
    False
    """
    if _INCLUDED(words):
        return True
    return priced and _JOINED(words) and not _APART(words)


def prices_web_publication(words: str) -> bool:
    """Tell whether a publication that stands on the website is spoken of without an exception.

    >>> prices_web_publication("Publikasi PDF yang diunduh dari situs web")
    True
    >>> prices_web_publication("Publikasi yang tidak tersedia di situs web")
    False
    """
    on_the_web = _ON_THE_WEB(words) and _PUBLICATION(words)
    return on_the_web and not _UNLESS(words)


def names_printed(words: str) -> bool:
    """Tell whether a printed publication is spoken of.

    >>> names_printed("Publikasi cetak per judul"), names_printed("Publikasi elektronik")
    (True, False)
    """
    return _PRINTED(words)


def names_party(words: str) -> bool:
    """Tell whether a text says which bodies a zero tariff is for.

    >>> names_party("Instansi pemerintah pusat dan daerah"), names_party("Mahasiswa")
    (True, False)
    """
    return _PARTY(words)


def names_public_purpose(words: str) -> bool:
    """Tell whether a text says for which public purpose a tariff is zero.

    >>> names_public_purpose("Tugas kenegaraan"), names_public_purpose("Semua pengguna")
    (True, False)
    """
    return _PURPOSE(words)


def bars_commerce(words: str) -> bool:
    """Tell whether a text speaks of use that is not commercial.

    >>> bars_commerce("Tidak untuk tujuan komersial"), bars_commerce("Surat permohonan")
    (True, False)
    """
    return _COMMERCIAL(words)


def says_once(words: str) -> bool:
    """Tell whether a text says that something is given one time only.

    >>> says_once("Hanya diberikan 1 (satu) kali"), says_once("Dua kali")
    (True, False)
    """
    return _ONCE(words)


def is_amount_torn(words: str) -> bool:
    """Tell whether a blank tears a sum of money apart, so that it can be read in two ways.

    >>> is_amount_torn("Karcis Rp 7.50 0"), is_amount_torn("Rp 7.500 per 2 lembar")
    (True, False)
    """
    return _TORN(words)
