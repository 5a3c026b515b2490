"""Facilities, among them those for people with special needs (UU 25/2009 Pasal 25 to 29)."""

from datetime import date

from pst_standards.model.base import Choice, Count, Ident, Node, Rupiah, Text, frozen, term, terms
from pst_standards.model.channel import Official, VulnerableGroup


class Condition(Choice):
    """State of a facility."""

    GOOD = "good", "Baik", "Good"
    LIGHT_DAMAGE = "light_damage", "Rusak ringan", "Lightly damaged"
    HEAVY_DAMAGE = "heavy_damage", "Rusak berat", "Heavily damaged"
    UNDER_REPAIR = "under_repair", "Dalam perbaikan", "Under repair"


class FacilityKind(Choice):
    """What a facility is for; where it is not stated, its name tells."""

    FRONT_OFFICE = "front_office", "Front office", "Front office"
    WAITING_ROOM = "waiting_room", "Ruang tunggu", "Waiting room"
    PLAY_AREA = "play_area", "Arena bermain anak", "Play area"
    TOILET = "toilet", "Toilet pengguna", "Toilet"
    PARKING = "parking", "Tempat parkir", "Parking"
    PRAYER_ROOM = "prayer_room", "Tempat ibadah", "Prayer room"
    LACTATION_ROOM = "lactation_room", "Ruang laktasi", "Lactation room"
    PRIORITY_COUNTER = "priority_counter", "Loket prioritas", "Priority counter"
    ACCESS = "access", "Sarana berkebutuhan khusus", "Access for special needs"
    SAFETY = "safety", "Sarana keselamatan", "Safety"
    SUPPORT = "support", "Sarana penunjang", "Support"
    OTHER = "other", "Lainnya", "Other"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Repair(Node):
    """A repair as it is announced (UU 25/2009 Pasal 28)."""

    activity: Text | None = term("Kegiatan", "Activity", example="Perbaikan toilet")
    announced_on: date | None = term(
        "Diumumkan", "Announced on", cite="UU 25/2009 Pasal 28 ayat (3)"
    )
    starts_on: date | None = term("Mulai", "Starts on")
    ends_on: date | None = term("Selesai", "Ends on", cite="UU 25/2009 Pasal 28 ayat (1)")
    responsible: Official | None = term("Penanggung jawab", "Person responsible")
    channels: tuple[Ident, ...] = terms("Saluran pengaduan", "Complaint channels")
    substitute: Text | None = term(
        "Pengganti selama perbaikan", "Substitute", cite="UU 25/2009 Pasal 28 ayat (2)"
    )


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
    kind: FacilityKind | None = term("Jenis fasilitas", "Kind", example="lactation_room")
    name: Text | None = term("Nama fasilitas", "Name", example="Ruang laktasi")
    description: Text | None = term("Uraian", "Description")
    features: tuple[Text, ...] = terms("Kelengkapan", "Features", example=["Kursi", "Kipas angin"])
    condition: Condition | None = term("Kondisi", "Condition")
    count: Count | None = term("Jumlah", "Count")
    groups: tuple[VulnerableGroup, ...] = terms(
        "Kelompok yang dilayani", "Groups served", cite="UU 25/2009 Pasal 29 ayat (1)"
    )
    fee: Rupiah | None = term(
        "Biaya (rupiah)", "Fee (rupiah)", cite="penjelasan UU 25/2009 Pasal 29 ayat (1)", example=0
    )
    photo: Photo | None = term("Foto", "Photo")
    condition_reported_on: date | None = term(
        "Kondisi dilaporkan", "Condition reported on", cite="UU 25/2009 Pasal 25 ayat (2)"
    )
    condition_reported_by: Text | None = term("Pelapor kondisi", "Condition reported by")
    repair: Repair | None = term("Perbaikan", "Repair", cite="UU 25/2009 Pasal 28")
    open_to_all: bool | None = term(
        "Terbuka bagi yang tidak berhak",
        "Open to those not entitled",
        cite="UU 25/2009 Pasal 29 ayat (2)",
    )
    other_use: Text | None = term(
        "Dipakai untuk keperluan lain", "Used for something else", cite="UU 25/2009 Pasal 26"
    )
    publications: tuple[Ident, ...] = terms("Dokumen", "Documents")
