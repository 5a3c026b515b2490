"""The kinds of regulation that are cited, in order of rank, with the names people write."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from attrs import frozen

_MINISTRY: Final = "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
_MINISTRY_EN: Final = "State Apparatus Utilization and Bureaucratic Reform"
_WRITTEN_MINISTRY: Final = (
    "PANRB",
    "PAN RB",
    "PAN dan RB",
    _MINISTRY,
    _MINISTRY.replace(" dan ", " "),
    f"Negara {_MINISTRY}",
    "Negara PANRB",
    "Negara PAN RB",
    "Negara PAN dan RB",
    # A slip so common in decrees of regional offices that refusing it would help nobody.
    "Pemberdayaan Aparatur Negara dan Reformasi Birokrasi",
)


class RegulationKind(Enum):
    """A kind of regulation; its value is the short name, its place the rank.

    The order follows the hierarchy of acts, government and presidential regulations; below it
    stand regulations of ministries, of agencies, then decrees, guidelines and circulars.

    >>> RegulationKind("PP").official("en")
    'Government Regulation'
    >>> RegulationKind.LAW.rank < RegulationKind.GOVERNMENT_REGULATION.rank
    True
    """

    LAW = "UU"
    EMERGENCY_REGULATION = "Perppu"
    GOVERNMENT_REGULATION = "PP"
    PRESIDENTIAL_REGULATION = "Perpres"
    PRESIDENTIAL_DECREE = "Keppres"
    PRESIDENTIAL_INSTRUCTION = "Inpres"
    PANRB_REGULATION = "PermenPANRB"
    HOME_AFFAIRS_REGULATION = "Permendagri"
    HEALTH_REGULATION = "Permenkes"
    FINANCE_REGULATION = "PMK"
    OMBUDSMAN_REGULATION = "Peraturan Ombudsman"
    INFORMATION_COMMISSION_REGULATION = "Perki"
    BPS_REGULATION = "Peraturan BPS"
    BPS_HEAD_REGULATION = "Perka BPS"
    PANRB_DECREE = "KepmenPANRB"
    PAN_DECREE = "KepmenPAN"
    HOME_AFFAIRS_DECREE = "Kepmendagri"
    BPS_HEAD_DECREE = "Kepka BPS"
    BPS_INSPECTORATE_DECREE = "Kep. Inspektur Utama BPS"
    PANRB_GUIDELINE = "Pedoman MenPANRB"
    PANRB_CIRCULAR = "SE MenPANRB"

    @property
    def rank(self) -> int:
        """Place in the hierarchy; 0 is the highest."""
        return _RANKS[self]

    @property
    def issuer(self) -> str:
        """Short name of the body that issues this kind, such as ``KemenPANRB``."""
        return _NAMES[self].issuer

    @property
    def spellings(self) -> tuple[str, ...]:
        """Names people write: the short one, the official one, its English rendering, others."""
        return (self.value, _NAMES[self].id, _NAMES[self].en, *_NAMES[self].spellings)

    def official(self, lang: str = "id") -> str:
        """Official name in ``id``, or its English rendering."""
        return _NAMES[self].en if lang == "en" else _NAMES[self].id


_RANKS: Final = {kind: rank for rank, kind in enumerate(RegulationKind)}


@frozen(kw_only=True)
class _Names:
    id: str
    en: str
    issuer: str
    spellings: tuple[str, ...] = ()


def _written(words: tuple[str, ...], tails: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{word} {tail}" for word in words for tail in tails)


_NAMES: Final[Mapping[RegulationKind, _Names]] = {
    RegulationKind.LAW: _Names(
        id="Undang-Undang", en="Law", issuer="DPR", spellings=("U.U.", "UURI", "Undang2", "Act")
    ),
    RegulationKind.EMERGENCY_REGULATION: _Names(
        id="Peraturan Pemerintah Pengganti Undang-Undang",
        en="Government Regulation in Lieu of Law",
        issuer="Presiden",
        spellings=("Perpu",),
    ),
    RegulationKind.GOVERNMENT_REGULATION: _Names(
        id="Peraturan Pemerintah",
        en="Government Regulation",
        issuer="Presiden",
        spellings=("P.P.",),
    ),
    RegulationKind.PRESIDENTIAL_REGULATION: _Names(
        id="Peraturan Presiden",
        en="Presidential Regulation",
        issuer="Presiden",
        spellings=("Pepres",),
    ),
    RegulationKind.PRESIDENTIAL_DECREE: _Names(
        id="Keputusan Presiden", en="Presidential Decree", issuer="Presiden"
    ),
    RegulationKind.PRESIDENTIAL_INSTRUCTION: _Names(
        id="Instruksi Presiden", en="Presidential Instruction", issuer="Presiden"
    ),
    RegulationKind.PANRB_REGULATION: _Names(
        id=f"Peraturan Menteri {_MINISTRY}",
        en=f"Regulation of the Minister of {_MINISTRY_EN}",
        issuer="KemenPANRB",
        spellings=(
            *_written(("Peraturan Menteri", "Permen"), _WRITTEN_MINISTRY),
            *_written(("Permenpan", "Peraturan Menpan"), ("RB", "dan RB")),
            "Peraturan MenPANRB",
            # The ministry has borne its longer name since 2009; people still leave out the rest.
            "Permenpan",
            "Permen PAN",
            "Peraturan Menpan",
            "Peraturan Menteri PAN",
        ),
    ),
    RegulationKind.HOME_AFFAIRS_REGULATION: _Names(
        id="Peraturan Menteri Dalam Negeri",
        en="Regulation of the Minister of Home Affairs",
        issuer="Kemendagri",
    ),
    RegulationKind.HEALTH_REGULATION: _Names(
        id="Peraturan Menteri Kesehatan",
        en="Regulation of the Minister of Health",
        issuer="Kemenkes",
    ),
    RegulationKind.FINANCE_REGULATION: _Names(
        id="Peraturan Menteri Keuangan",
        en="Regulation of the Minister of Finance",
        issuer="Kemenkeu",
        spellings=("Permenkeu",),
    ),
    RegulationKind.OMBUDSMAN_REGULATION: _Names(
        id="Peraturan Ombudsman Republik Indonesia",
        en="Regulation of the Ombudsman",
        issuer="Ombudsman",
    ),
    RegulationKind.INFORMATION_COMMISSION_REGULATION: _Names(
        id="Peraturan Komisi Informasi",
        en="Regulation of the Information Commission",
        issuer="Komisi Informasi",
        spellings=("Peraturan Komisi Informasi Pusat",),
    ),
    RegulationKind.BPS_REGULATION: _Names(
        id="Peraturan Badan Pusat Statistik",
        en="Regulation of Statistics Indonesia",
        issuer="BPS",
        spellings=("Perban BPS",),
    ),
    RegulationKind.BPS_HEAD_REGULATION: _Names(
        id="Peraturan Kepala Badan Pusat Statistik",
        en="Regulation of the Head of Statistics Indonesia",
        issuer="BPS",
        spellings=("Peraturan Kepala BPS", "Perka Badan Pusat Statistik"),
    ),
    RegulationKind.PANRB_DECREE: _Names(
        id=f"Keputusan Menteri {_MINISTRY}",
        en=f"Decree of the Minister of {_MINISTRY_EN}",
        issuer="KemenPANRB",
        spellings=(
            *_written(("Keputusan Menteri", "Kepmen"), _WRITTEN_MINISTRY),
            *_written(("Kepmenpan", "Keputusan Menpan"), ("RB", "dan RB")),
        ),
    ),
    RegulationKind.PAN_DECREE: _Names(
        id="Keputusan Menteri Pendayagunaan Aparatur Negara",
        en="Decree of the Minister of State Apparatus Utilization",
        issuer="KemenPAN",
        spellings=(
            "Keputusan Menpan",
            "Keputusan Menteri PAN",
            "Kepmen PAN",
            "Kep. Menpan",
            "Keputusan Menteri Negara Pendayagunaan Aparatur Negara",
        ),
    ),
    RegulationKind.HOME_AFFAIRS_DECREE: _Names(
        id="Keputusan Menteri Dalam Negeri",
        en="Decree of the Minister of Home Affairs",
        issuer="Kemendagri",
    ),
    RegulationKind.BPS_HEAD_DECREE: _Names(
        id="Keputusan Kepala Badan Pusat Statistik",
        en="Decree of the Head of Statistics Indonesia",
        issuer="BPS",
        spellings=("Keputusan Kepala BPS", "Kepka Badan Pusat Statistik"),
    ),
    RegulationKind.BPS_INSPECTORATE_DECREE: _Names(
        id="Keputusan Inspektur Utama Badan Pusat Statistik",
        en="Decree of the Chief Inspector of Statistics Indonesia",
        issuer="BPS",
        spellings=("Keputusan Inspektur Utama BPS", "Kep. Irtama BPS"),
    ),
    RegulationKind.PANRB_GUIDELINE: _Names(
        id=f"Pedoman Menteri {_MINISTRY}",
        en=f"Guideline of the Minister of {_MINISTRY_EN}",
        issuer="KemenPANRB",
        spellings=(*_written(("Pedoman Menteri",), _WRITTEN_MINISTRY), "Pedoman Menpan RB"),
    ),
    RegulationKind.PANRB_CIRCULAR: _Names(
        id=f"Surat Edaran Menteri {_MINISTRY}",
        en=f"Circular of the Minister of {_MINISTRY_EN}",
        issuer="KemenPANRB",
        spellings=(
            *_written(("Surat Edaran Menteri", "SE Menteri"), _WRITTEN_MINISTRY),
            "SE Menpan RB",
            "Surat Edaran Menpan RB",
            "Surat Edaran MenPANRB",
        ),
    ),
}
