"""Compensation (kompensasi): what the office promises when its standard is missed.

Not to be confused with damages (ganti rugi, UU 25/2009 Pasal 42, 48, 50 and 57), a legal claim
that no compensation takes away. No act commands compensation; it enters through the third element
of the maklumat in PermenPANRB 15/2014.
"""

from pst_standards.model.base import (
    Choice,
    ComponentName,
    Count,
    Ident,
    Node,
    Text,
    frozen,
    term,
    terms,
)
from pst_standards.model.channel import Decree, Duration, TimeUnit


class Trigger(Choice):
    """What opens a claim to compensation."""

    LATE = "late", "Pelayanan terlambat", "Late"
    WAITING_WITHOUT_INFORMATION = (
        "waiting_without_information",
        "Menunggu tanpa pemberitahuan",
        "Waiting without information",
    )
    WRONG_PRODUCT = "wrong_product", "Produk tidak sesuai", "Wrong product"
    CONDUCT = "conduct", "Perilaku petugas", "Conduct of an officer"
    FACILITY_OUT_OF_ORDER = (
        "facility_out_of_order",
        "Fasilitas tidak berfungsi",
        "Facility out of order",
    )
    OVERCHARGED = "overcharged", "Biaya melebihi tarif", "Overcharged"
    OTHER_COMPONENT = "other_component", "Komponen lain tidak dipenuhi", "Other component"


class ClockBase(Choice):
    """From when lateness is measured."""

    BEYOND_STANDARD = "beyond_standard", "Lewat dari standar", "Beyond the standard"
    TOTAL_WAIT = "total_wait", "Seluruh waktu tunggu", "Total wait"


class RemedyKind(Choice):
    """A remedy, from the weakest to the strongest as far as they compare."""

    SPOKEN_APOLOGY = "spoken_apology", "Permintaan maaf lisan", "Spoken apology"
    WRITTEN_APOLOGY = "written_apology", "Permintaan maaf tertulis", "Written apology"
    APOLOGY_OF_HEAD = "apology_of_head", "Permintaan maaf pimpinan", "Apology of the head"
    DRINK = "drink", "Minuman", "Drink"
    SNACK = "snack", "Makanan ringan", "Snack"
    SOUVENIR = "souvenir", "Suvenir", "Souvenir"
    NO_QUEUE = "no_queue", "Bebas antrean", "No queue"
    PRIORITY_NEXT_VISIT = (
        "priority_next_visit",
        "Prioritas kunjungan berikut",
        "Priority at the next visit",
    )
    FASTER_COMPLETION = "faster_completion", "Percepatan penyelesaian", "Faster completion"
    ASSISTANCE = "assistance", "Pendampingan", "Assistance"
    DELIVERY = "delivery", "Pengantaran produk", "Delivery of the product"
    REPLACEMENT = "replacement", "Penggantian produk", "Replacement of the product"
    MEETING_HEAD = "meeting_head", "Bertemu pimpinan", "Meeting with the head"
    OFFICER_EVALUATION = "officer_evaluation", "Evaluasi petugas", "Evaluation of the officer"


class Exclusion(Choice):
    """A reason why compensation is not owed; the right to complain always remains."""

    FORCE_MAJEURE = "force_majeure", "Keadaan kahar", "Force majeure"
    INCOMPLETE_FILE = "incomplete_file", "Berkas tidak lengkap", "Incomplete file"
    UNLAWFUL_REQUEST = "unlawful_request", "Permintaan melanggar hukum", "Unlawful request"
    ANNOUNCED_REPAIR = "announced_repair", "Perbaikan yang telah diumumkan", "Announced repair"
    DELAYED_BY_USER = "delayed_by_user", "Penundaan oleh pengguna", "Delayed by the user"
    LATE_CLAIM = "late_claim", "Klaim melewati batas waktu", "Late claim"


class Funding(Choice):
    """Who pays for a remedy."""

    NONE = "none", "Tanpa anggaran", "No budget"
    OPERATIONAL = "operational", "Anggaran operasional", "Operational budget"
    OFFICER = "officer", "Petugas yang lalai", "The negligent officer"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Remedy(Node):
    """One remedy."""

    kind: RemedyKind | None = term("Bentuk", "Kind")
    text: Text | None = term("Uraian", "Text")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Tier(Node):
    """Remedies for a delay from ``lower`` on (inclusive) to ``upper`` (blank is open).

    ``upper`` is no part of the tier unless ``upper_included`` says so, as texts do that write
    "30 s.d. 60 menit, 61 s.d. 120 menit". Delays are whole units, so that 60 included is 61 not.
    """

    lower: Count | None = term("Dari (termasuk)", "From (inclusive)", example=0)
    upper: Count | None = term(
        "Sampai (tidak termasuk, kecuali disebut)", "To (exclusive unless said)", example=30
    )
    upper_included: bool | None = term("Batas atas termasuk", "Upper bound included")
    remedies: tuple[Remedy, ...] = terms("Bentuk kompensasi", "Remedies")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class UserSanction(Node):
    """What a user who breaks the rules has to bear, with the rule that it rests on."""

    id: Ident = term("Pengenal", "Id", required=True)
    text: Text | None = term("Sanksi bagi pengguna", "Sanction for a user")
    citation: str | None = term("Dasar", "Basis")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class CompensationRule(Node):
    """One promise: a trigger, the clock it is measured by, and the tiers of remedies."""

    id: Ident = term("Pengenal", "Id", required=True)
    trigger: Trigger | None = term("Pemicu", "Trigger")
    component: ComponentName | None = term(
        "Komponen yang dilanggar", "Component missed", example="time_limit"
    )
    services: tuple[Ident, ...] = terms("Layanan", "Services")
    clock: ClockBase | None = term("Dasar penghitungan", "Clock base")
    unit: TimeUnit | None = term("Satuan", "Unit")
    tiers: tuple[Tier, ...] = terms("Jenjang", "Tiers")
    needs_complaint: bool | None = term("Perlu pengaduan", "Needs a complaint")
    fault_required: bool | None = term("Perlu kelalaian petugas", "Needs an officer's fault")
    decider: Text | None = term("Pemutus", "Decider")
    verifier: Text | None = term("Pemverifikasi", "Verifier")
    claim_within: Duration | None = term("Batas waktu klaim", "Claim within")
    fulfil_within: Duration | None = term("Batas waktu pemenuhan", "Fulfil within")
    exclusions: tuple[Exclusion, ...] = terms("Pengecualian", "Exclusions")
    funding: Funding | None = term("Pembiayaan", "Funding")
    funding_basis: Text | None = term("Dasar pembebanan biaya", "Basis of the funding")
    text: Text | None = term("Bunyi asli", "Wording")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class CompensationPolicy(Node):
    """What the office announces about compensation."""

    announcement: Text | None = term("Pengumuman", "Announcement")
    basis: tuple[Text, ...] = terms("Dasar", "Basis")
    decree: Decree | None = term("Keputusan penetapan", "Decree")
    rules: tuple[CompensationRule, ...] = terms("Ketentuan kompensasi", "Rules")
    claim_channels: tuple[Ident, ...] = terms("Saluran klaim", "Claim channels")
    once_per_event: bool | None = term("Satu kompensasi per kejadian", "Once per event")
    register: Text | None = term("Register kompensasi", "Register of compensations")
    user_sanctions: tuple[UserSanction, ...] = terms("Sanksi bagi pengguna", "Sanctions for users")
    publications: tuple[Ident, ...] = terms("Publikasi", "Publications")
