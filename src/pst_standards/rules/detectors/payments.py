"""How a standard wants to be paid, and with what seal and how many originals.

The functions take a text on one line, as ``flat`` makes it.
"""

from __future__ import annotations

import re
from typing import Final

from pst_standards.rules.detectors.finding import finder

_PAYS: Final = finder(
    r"\b(?:mem|pem)bayar(?:an|kan)?\b|\bmentransfer|\bpays?\b|\bpayment\b|\bmenyetor"
)
_BILLING: Final = finder(r"billing|simponi|\bmpn\b|\bntpn\b")
_CASH: Final = finder(r"\btunai\b|\bcash\b")
_ABROAD: Final = finder(r"luar negeri|mancanegara|\babroad\b|overseas|foreign buyer")
_TRANSFER: Final = finder(r"transfer|\bswift\b|\bwire\b")
_PRIVATE_ACCOUNT: Final = finder(
    r"(?<!dari )\brekening (?:bank )?(?:milik |atas nama |a\.n\. )?(?:pribadi|perorangan|petugas"
    r"|pegawai|staf)\b|\b(?:ke|kepada|masuk) kas (?:kantor|kecil|unit)\b"
    r"|(?<!from )(?<!from your )(?<!from a )\b(?:private|personal) (?:bank )?account\b"
    r"|\baccount of (?:the|an) (?:officer|employee)\b"
)
_DENIED: Final = finder(r"\b(?:tidak|jangan|dilarang|bukan|tanpa|not|never|no)\b")
_SEAL_OF: Final = r"(?:rp\.? ?)?([36])[.,]?000\b"
_OLD_SEAL: Final = re.compile(
    rf"\b(?:ber)?m[ea]terai\b[^.,;]{{0,20}}?\b{_SEAL_OF}"
    rf"|\b{_SEAL_OF} (?:stamp|seal)|\bstamp duty of {_SEAL_OF}",
    re.IGNORECASE,
)
_NAMES_SEAL: Final = finder(r"m[ea]terai|stamp|seal")
_SENDS_AGREEMENT: Final = finder(
    r"\b(?:mengirim(?:kan)?|dikirim(?:kan)?|kirim|sends?|post)\b[^.;]{0,80}"
    r"(?:\bsppd\b|perjanjian|pernyataan|agreement)"
)
_ORIGINAL: Final = finder(r"\basli\b|m[ea]terai|original|stamp|seal")
_HOW_MANY: Final = finder(
    r"rangkap|lembar|eksemplar|\bdua\b|\bsatu\b|\b[12]\b|\btwo\b|\bone\b|copies"
)
_LETTER: Final = finder(r"\bsurat\b|\bletter\b")
_OFFICIAL_MAIL: Final = finder(
    r"(?:surel|e-?mail|akun|alamat) (?:\w+ ){0,2}?(?:resmi|dinas|instansi|kedinasan|lembaga|unit)"
    r"|pusdatin|pusat data|\bgo\.id\b|\bac\.id\b|official (?:e-?mail|account)"
    r"|(?:resmi|dinas) (?:\w+ ){0,2}?(?:surel|e-?mail)"
)


def asks_to_pay(words: str) -> bool:
    """Tell whether a step is about paying.

    >>> asks_to_pay("Membayar dengan kode billing"), asks_to_pay("Mengisi buku tamu")
    (True, False)
    """
    return _PAYS(words)


def names_billing_code(words: str) -> bool:
    """Tell whether the billing code of the state treasury is named.

    >>> names_billing_code("Kode billing Simponi"), names_billing_code("Transfer bank")
    (True, False)
    """
    return _BILLING(words)


def names_cash(words: str) -> bool:
    """Tell whether cash is named.

    >>> names_cash("Membayar tunai"), names_cash("Membayar")
    (True, False)
    """
    return _CASH(words)


def names_buyers_abroad(words: str) -> bool:
    """Tell whether payment from abroad is spoken of.

    >>> names_buyers_abroad("Pengguna luar negeri"), names_buyers_abroad("Pengguna")
    (True, False)
    """
    return _ABROAD(words)


def names_transfer(words: str) -> bool:
    """Tell whether a bank transfer is named.

    >>> names_transfer("Transfer disertai bukti"), names_transfer("Kode billing")
    (True, False)
    """
    return _TRANSFER(words)


def names_private_account(words: str) -> bool:
    """Tell whether somebody's own account or the till of the office is named.

    >>> names_private_account("Dilarang membayar ke rekening pribadi")
    True
    """
    return _PRIVATE_ACCOUNT(words)


def pays_privately(words: str) -> bool:
    """Tell whether state revenue is to go to somebody's own account or into the office's till.

    >>> pays_privately("Transfer ke rekening pribadi petugas")
    True
    >>> pays_privately("Dilarang membayar ke rekening pribadi")
    False
    >>> pays_privately("Transfer dari rekening pribadi ke rekening bendahara penerimaan")
    False
    """
    return _PRIVATE_ACCOUNT(words) and not _DENIED(words)


def names_seal(words: str) -> bool:
    """Tell whether a stamp-duty seal is named.

    >>> names_seal("SPPD bermaterai"), names_seal("SPPD")
    (True, False)
    """
    return _NAMES_SEAL(words)


def old_seal(words: str) -> str:
    """Return the value of a stamp-duty seal that is no longer sold, empty when none is named.

    >>> old_seal("SPPD bermaterai Rp6.000"), old_seal("SPPD bermeterai Rp10.000")
    ('6.000', '')
    """
    found = _OLD_SEAL.search(words) if _NAMES_SEAL(words) else None
    if found is None:
        return ""
    return f"{found[1] or found[2] or found[3]}.000"


def sends_agreement(words: str) -> bool:
    """Tell whether a signed agreement is to be sent.

    >>> sends_agreement("Mengirim 2 rangkap SPPD"), sends_agreement("Menandatangani SPPD")
    (True, False)
    """
    return _SENDS_AGREEMENT(words)


def sends_uncounted_originals(words: str) -> bool:
    """Tell whether a signed agreement is to be sent, without saying how many originals.

    >>> sends_uncounted_originals("Mengirim SPPD asli bermeterai ke alamat kantor")
    True
    >>> sends_uncounted_originals("Mengirim 2 rangkap SPPD asli bermeterai")
    False
    """
    return _SENDS_AGREEMENT(words) and _ORIGINAL(words) and not _HOW_MANY(words)


def asks_letter(words: str) -> bool:
    """Tell whether a letter is asked for.

    >>> asks_letter("Surat permohonan"), asks_letter("Buku tamu")
    (True, False)
    """
    return _LETTER(words)


def asks_official_mail(words: str) -> bool:
    """Tell whether a request must come from the mailbox or account of an institution.

    >>> asks_official_mail("Surel resmi unit kerja"), asks_official_mail("Surel aktif")
    (True, False)
    """
    return _OFFICIAL_MAIL(words)
