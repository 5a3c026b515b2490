"""Facilities, among them those for people with special needs (UU 25/2009 Pasal 25 to 29)."""

from datetime import date

from pst_standards.model.base import Choice, Count, Ident, Node, Rupiah, Text, frozen, term, terms
from pst_standards.model.channel import VulnerableGroup


class Condition(Choice):
    """State of a facility."""

    GOOD = "good", "Baik", "Good"
    LIGHT_DAMAGE = "light_damage", "Rusak ringan", "Lightly damaged"
    HEAVY_DAMAGE = "heavy_damage", "Rusak berat", "Heavily damaged"
    UNDER_REPAIR = "under_repair", "Dalam perbaikan", "Under repair"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Photo(Node):
    """A picture of a facility with a description for people who cannot see it."""

    file: str | None = term("Berkas", "File")
    alt: Text | None = term("Teks alternatif", "Alternative text")
    taken_on: date | None = term("Tanggal foto", "Taken on")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Facility(Node):
    """One facility; ``groups`` names the vulnerable groups that it serves."""

    id: Ident = term("Pengenal", "Id", required=True, example="ruang-laktasi")
    name: Text | None = term("Nama fasilitas", "Name", example="Ruang laktasi")
    description: Text | None = term("Uraian", "Description")
    condition: Condition | None = term("Kondisi", "Condition")
    count: Count | None = term("Jumlah", "Count")
    groups: tuple[VulnerableGroup, ...] = terms(
        "Kelompok yang dilayani", "Groups served", cite="UU 25/2009 Pasal 29 ayat (1)"
    )
    fee: Rupiah | None = term(
        "Biaya (rupiah)", "Fee (rupiah)", cite="penjelasan UU 25/2009 Pasal 29 ayat (1)", example=0
    )
    photo: Photo | None = term("Foto", "Photo")
    publications: tuple[Ident, ...] = terms("Dokumen", "Documents")
