"""The ladder by which a complaint goes up (UU 25/2009 Pasal 45): superior by superior, and out."""

from __future__ import annotations

from typing import Final

from pst_standards.complaints.states import Addressee
from pst_standards.model.base import Choice


class Rung(Choice):
    """Who a complaint lies with, as an office of a regency has them; the mapping is a design.

    >>> Rung.of(3).en, Rung.OMBUDSMAN.level
    ('Head of the provincial office', 5)
    """

    OFFICER = "officer", "Petugas", "Officer"
    TEAM = "team", "Ketua tim pengaduan", "Head of the complaint team"
    OFFICE = "office", "Kepala kantor", "Head of the office"
    PROVINCE = "province", "Kepala kantor provinsi", "Head of the provincial office"
    INSPECTORATE = "inspectorate", "Inspektorat Utama", "Inspectorate"
    OMBUDSMAN = "ombudsman", "Ombudsman atau DPR(D)", "Ombudsman or a house"

    @property
    def level(self) -> int:
        """The number of the rung, from nought."""
        return list(Rung).index(self)

    @classmethod
    def of(cls, level: int) -> Rung:
        """Return the rung of a level."""
        return list(cls)[level]


TOP: Final = Rung.OMBUDSMAN.level
"""The last level, which is outside the office."""
_FIRST: Final = {
    Addressee.EXECUTOR: Rung.OFFICE.level,
    Addressee.PROVIDER: Rung.PROVINCE.level,
}


def lowest_level(addressee: Addressee, accused_level: int = 0) -> int:
    """Return the lowest level that may decide: the superior, and above whoever is accused.

    >>> lowest_level(Addressee.EXECUTOR), lowest_level(Addressee.EXECUTOR, accused_level=2)
    (2, 3)
    """
    return min(max(_FIRST[addressee], accused_level + 1), TOP)
