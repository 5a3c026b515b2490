"""What a guarantee of service or of safety says in words."""

from __future__ import annotations

import re
from typing import Final

from pst_standards.model.base import Text
from pst_standards.rules.wordings import words_of

_YARDSTICK: Final = re.compile(
    r"standar|\bsop\b|\bsp\b|\biso\b|prosedur|maklumat|janji|jangka waktu|tepat waktu|persyaratan"
    r"|procedure|charter|time limit|on time|requirement",
    re.IGNORECASE,
)
_MEASURE: Final = re.compile(
    # people
    r"\bapar\b|pemadam|cctv|kamera|satpam|petugas keamanan|pengamanan|penjaga|dijaga|diawasi"
    r"|evakuasi|titik kumpul|p3k|kotak obat|pertolongan pertama|pintu darurat|rambu|pagar|alarm"
    r"|detektor|hidran|hydrant|loker|parkir|asuransi|protokol|disinfek|penerangan"
    # data
    r"|rahasia|enkripsi|kata sandi|password|pelindungan|perlindungan|\bakun\b|antivirus|firewall"
    r"|cadangan data|backup|\b(?:ssl|https)\b|akses terbatas|hak akses"
    # product
    r"|tanda ?tangan|ditandatangani|meterai|materai|segel|hologram|watermark|barcode|kode qr"
    r"|keabsahan|keaslian|akurat|pertanggungjawabkan|diverifikasi|verifikasi|menyesatkan"
    r"|pungli|pungutan liar|gratifikasi|korupsi|calo\b"
    # English
    r"|extinguisher|camera|guard|evacuation|assembly point|first[ -]aid|emergency|confidential"
    r"|secret|encrypt|protect|locked|signed|seal|verified|misleading",
    re.IGNORECASE,
)


def refers_to_standard(text: Text | str | None) -> bool:
    """Tell whether a guarantee of service says by what it can be held.

    >>> refers_to_standard("Dilaksanakan sesuai SOP"), refers_to_standard("Petugas ramah")
    (True, False)
    """
    return _YARDSTICK.search(words_of(text)) is not None


def names_measure(text: Text | str | None) -> bool:
    """Tell whether a guarantee of safety names something that is done for it.

    >>> names_measure("Tersedia APAR"), names_measure("Keamanan pengguna dijamin")
    (True, False)
    """
    return _MEASURE.search(words_of(text)) is not None
