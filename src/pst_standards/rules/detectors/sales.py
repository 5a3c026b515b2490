"""What a standard of sales says in words: its goods, its buyers, and what it asks of them.

The functions take a text on one line, as ``flat`` makes it.
"""

from __future__ import annotations

from typing import Final

from pst_standards.rules.detectors.finding import finder

_RESTRICTED: Final = finder(
    r"data mikro|mikrodata|micro ?data|raw data|peta digital|peta wilkerstat|wilkerstat"
    r"|shape ?file|digital maps?"
)
_AGREEMENT: Final = finder(
    r"\bsppd\b|(?:perjanjian|pernyataan|persetujuan|kesepakatan) (?:tentang |atas )?penggunaan"
    r"|surat (?:perjanjian|pernyataan)|perjanjian (?:ber)?m[ea]terai|data[ -]use agreement"
    r"|agreement on (?:the )?use"
)
_ABSTRACTION: Final = finder(
    r"abstra[ksc]|proposal|(?:tujuan|rencana) penggunaan|purpose of (?:the )?use"
)
_TAX_NUMBER: Final = finder(r"npwp|wajib pajak|taxpayer|tax (?:number|id)")
_PRIVATE: Final = finder(
    r"swasta|umum|perorangan|perseorangan|badan usaha|perusahaan|masyarakat|private|public\b"
    r"|company|companies|individual"
)
_GOVERNMENT: Final = finder(
    r"pemerintah|kementerian|lembaga negara|instansi|\bdinas\b|\bopd\b|\bskpd\b|perangkat daerah"
    r"|\bk/l\b|sektoral|government|ministr|agenc|sectoral"
)


def sells_restricted(words: str) -> bool:
    """Tell whether microdata or digital maps are sold.

    >>> sells_restricted("Penjualan data mikro"), sells_restricted("Penjualan publikasi")
    (True, False)
    """
    return _RESTRICTED(words)


def asks_agreement(words: str) -> bool:
    """Tell whether an agreement on the use of data (SPPD) is asked for.

    >>> asks_agreement("Menandatangani SPPD"), asks_agreement("Mengisi buku tamu")
    (True, False)
    """
    return _AGREEMENT(words)


def asks_abstraction(words: str) -> bool:
    """Tell whether an abstract of what the data is for is asked for.

    >>> asks_abstraction("Menyerahkan abstraksi"), asks_abstraction("Mengisi buku tamu")
    (True, False)
    """
    return _ABSTRACTION(words)


def asks_tax_number(words: str) -> bool:
    """Tell whether a taxpayer number is asked for.

    >>> asks_tax_number("NPWP bagi sektor swasta"), asks_tax_number("Surel aktif")
    (True, False)
    """
    return _TAX_NUMBER(words)


def names_private(words: str) -> bool:
    """Tell whether private persons or bodies are among the users.

    >>> names_private("Masyarakat umum"), names_private("Instansi pemerintah")
    (True, False)
    """
    return _PRIVATE(words)


def names_government(words: str) -> bool:
    """Tell whether government bodies are named.

    >>> names_government("Instansi pemerintah"), names_government("Mahasiswa")
    (True, False)
    """
    return _GOVERNMENT(words)
