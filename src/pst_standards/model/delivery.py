"""Service delivery: the six components that an office publishes.

Letters b, c, d, e, f and j of UU 25/2009 Pasal 21 and PP 96/2012 Pasal 25, in the order of the
form of PermenPANRB 15/2014.
"""

from pst_standards.model.base import Choice, Count, Ident, Node, Rupiah, Text, frozen, term, terms
from pst_standards.model.channel import Channel, Duration, TimeUnit


class RequirementKind(Choice):
    """Kind of a requirement (elucidation of UU 25/2009 Pasal 21 huruf b)."""

    TECHNICAL = "technical", "Teknis", "Technical"
    ADMINISTRATIVE = "administrative", "Administratif", "Administrative"


class Actor(Choice):
    """Who acts in a step: the user, or somebody on the office's side."""

    USER = "user", "Pengguna", "User"
    OFFICER = "officer", "Petugas", "Officer"
    TREASURER = "treasurer", "Bendahara", "Treasurer"
    SUPERVISOR = "supervisor", "Atasan", "Supervisor"
    SYSTEM = "system", "Sistem", "System"
    BOTH = "both", "Pengguna dan petugas", "User and officer"


class TimeScope(Choice):
    """What a time limit covers; only ``whole_process`` is the component that the law means."""

    WHOLE_PROCESS = "whole_process", "Seluruh proses", "Whole process"
    WAITING = "waiting", "Menunggu dilayani", "Waiting to be served"
    RESULT_NOTICE = "result_notice", "Pemberitahuan hasil", "Notice of the result"
    SELF_SERVICE = "self_service", "Layanan mandiri", "Self-service"


class FeeKind(Choice):
    """How a service is paid for."""

    FREE = "free", "Tidak dipungut biaya", "Free of charge"
    PNBP = "pnbp", "PNBP (penerimaan negara bukan pajak)", "Non-tax state revenue tariff"
    ZERO_RUPIAH = "zero_rupiah", "Tarif nol rupiah", "Zero-rupiah tariff"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Requirement(Node):
    """One thing that a user must meet or bring."""

    id: Ident | None = term("Pengenal", "Id")
    text: Text | None = term("Syarat", "Requirement", example="Mengisi buku tamu elektronik")
    kind: RequirementKind | None = term("Jenis syarat", "Kind of requirement")
    channels: tuple[Channel, ...] = terms("Kanal", "Channels")
    document: Text | None = term("Dokumen yang diminta", "Document asked for")
    case: Text | None = term("Berlaku untuk", "Applies to")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Requirements(Node):
    """Persyaratan (huruf b): the conditions to be met, technical and administrative."""

    items: tuple[Requirement, ...] = terms("Daftar syarat", "Requirements")
    note: Text | None = term("Catatan", "Note")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Branch(Node):
    """What follows from a decision in a step."""

    when: Text | None = term("Bila", "When")
    then: Text | None = term("Maka", "Then")
    to_step: Count | None = term("Lanjut ke langkah", "Go to step")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Step(Node):
    """One step of a procedure."""

    id: Ident | None = term("Pengenal", "Id")
    number: Count | None = term("Nomor langkah", "Step number", example=1)
    actor: Actor | None = term("Pelaku", "Actor", example="user")
    text: Text | None = term("Langkah", "Step", example="Mengisi buku tamu elektronik")
    channels: tuple[Channel, ...] = terms("Kanal", "Channels")
    time: Duration | None = term("Waktu", "Time")
    branches: tuple[Branch, ...] = terms("Percabangan", "Branches")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Procedure(Node):
    """Sistem, mekanisme, dan prosedur (huruf c): for the giver and the receiver."""

    steps: tuple[Step, ...] = terms("Langkah", "Steps")
    note: Text | None = term("Catatan", "Note")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Limit(Node):
    """One promise of time: at most ``value`` units from one event to another."""

    id: Ident | None = term("Pengenal", "Id")
    value: Count | None = term("Nilai paling lama", "Longest value", example=3)
    unit: TimeUnit | None = term("Satuan", "Unit", example="working_day")
    scope: TimeScope | None = term("Cakupan", "Scope", example="whole_process")
    start: Text | None = term("Sejak", "Start event", example="permohonan diterima lengkap")
    end: Text | None = term("Sampai", "End event", example="hasil diserahkan")
    case: Text | None = term("Berlaku untuk", "Applies to")
    channels: tuple[Channel, ...] = terms("Kanal", "Channels")
    text: Text | None = term("Bunyi asli", "Wording")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class TimeLimit(Node):
    """Jangka waktu penyelesaian (huruf d): time for the whole process of each service type."""

    limits: tuple[Limit, ...] = terms("Batas waktu", "Limits")
    note: Text | None = term("Catatan", "Note")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class FeeItem(Node):
    """One line of a tariff; ``amount`` is whole rupiah for one ``unit``."""

    id: Ident | None = term("Pengenal", "Id")
    kind: FeeKind | None = term("Jenis biaya", "Kind of fee", example="pnbp")
    text: Text | None = term("Uraian", "Text")
    amount: Rupiah | None = term("Besaran (rupiah)", "Amount (rupiah)", example=10000)
    unit: Text | None = term("Satuan tarif", "Tariff unit", example="per judul")
    case: Text | None = term("Berlaku untuk", "Applies to")
    channels: tuple[Channel, ...] = terms("Kanal", "Channels")
    instrument: str | None = term("Dasar tarif", "Tariff instrument", example="PP 13/2024")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Fee(Node):
    """Biaya/tarif (huruf e): free, PNBP or zero rupiah, with the instrument it rests on."""

    kind: FeeKind | None = term("Jenis biaya", "Kind of fee", example="free")
    instrument: str | None = term(
        "Dasar tarif",
        "Tariff instrument",
        cite="UU 25/2009 Pasal 31 ayat (4)",
        example="PP 13/2024",
    )
    items: tuple[FeeItem, ...] = terms("Rincian biaya", "Fee items")
    text: Text | None = term("Uraian", "Text")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ProductItem(Node):
    """One thing that a user receives."""

    id: Ident | None = term("Pengenal", "Id")
    text: Text | None = term("Produk", "Product")
    formats: tuple[Text, ...] = terms("Bentuk/format", "Formats", example=["PDF"])
    channels: tuple[Channel, ...] = terms("Kanal", "Channels")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Product(Node):
    """Produk pelayanan (huruf f): the result given and received."""

    items: tuple[ProductItem, ...] = terms("Daftar produk", "Products")
    note: Text | None = term("Catatan", "Note")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ComplaintHandling(Node):
    """Penanganan pengaduan, saran, dan masukan (huruf j): how complaints are followed up.

    ``channels`` names ids of ``complaints.channels``; empty means all of them.
    """

    text: Text | None = term("Uraian", "Text")
    channels: tuple[Ident, ...] = terms("Saluran pengaduan", "Complaint channels")
    time_limit: Duration | None = term("Batas waktu tanggapan", "Time limit of the answer")
    steps: tuple[Step, ...] = terms("Langkah", "Steps")
