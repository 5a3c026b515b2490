"""A service standard: its fourteen components, decree and life (UU 25/2009 Pasal 20 and 21)."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

import attrs

from pst_standards.model.base import Choice, Count, Ident, Node, Text, frozen, term, terms
from pst_standards.model.channel import Decree
from pst_standards.model.component import Component
from pst_standards.model.delivery import (
    ComplaintHandling,
    Fee,
    Procedure,
    Product,
    Requirements,
    TimeLimit,
)
from pst_standards.model.manufacturing import (
    Competence,
    InternalSupervision,
    LegalBasis,
    PerformanceEvaluation,
    SafetyGuarantee,
    ServiceGuarantee,
    Staffing,
    StandardFacilities,
)


class Disposition(Choice):
    """What became of a comment on a draft."""

    ACCEPTED = "accepted", "Diterima", "Accepted"
    PARTLY = "partly", "Diterima sebagian", "Accepted in part"
    REJECTED = "rejected", "Tidak diterima", "Not accepted"


class ReviewScope(Choice):
    """How much of a standard a review looked at."""

    WHOLE = "whole", "Seluruh komponen", "All components"
    PART = "part", "Sebagian komponen", "Some components"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Minutes(Node):
    """Berita acara of the public discussion (PP 96/2012 Pasal 26 ayat (3))."""

    number: str | None = term("Nomor", "Number")
    place: str | None = term("Tempat", "Place")
    points: tuple[Text, ...] = terms("Pokok kesepakatan", "Points agreed")
    attendance_list: str | None = term(
        "Daftar hadir", "Attendance list", cite="PP 96/2012 Pasal 26 ayat (3)"
    )
    signed_for_provider: Text | None = term(
        "Penanda tangan dari penyelenggara", "Signed for the provider"
    )
    signed_for_public: tuple[Text, ...] = terms(
        "Penanda tangan wakil masyarakat", "Signed for the public"
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Comment(Node):
    """A comment on a draft and what became of it (PP 96/2012 Pasal 27 ayat (2) and (3))."""

    id: Ident = term("Pengenal", "Id", required=True)
    element: Text | None = term("Unsur masyarakat", "Element of the public")
    received_on: date | None = term("Tanggal diterima", "Received on")
    text: Text | None = term("Tanggapan", "Comment")
    disposition: Disposition | None = term("Tindak lanjut", "Disposition")
    reason: Text | None = term("Alasan", "Reason")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Ability(Node):
    """What the provider can bring up for the standard (UU 25/2009 Pasal 20 ayat (1))."""

    funding: Text | None = term("Pendanaan", "Funding")
    executors: Text | None = term("Pelaksana", "Executors")
    facilities: Text | None = term("Sarana dan prasarana", "Facilities")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class LifeCycle(Node):
    """Dates in the making and keeping of a standard (PP 96/2012 Pasal 24 to 33)."""

    team_formed_on: date | None = term("Tim dibentuk", "Team formed")
    team: tuple[Text, ...] = terms("Susunan tim", "Members of the team")
    ability: Ability | None = term(
        "Kemampuan penyelenggara", "Ability", cite="PP 96/2012 Pasal 26 ayat (2)"
    )
    drafted_on: date | None = term("Rancangan disusun", "Drafted", cite="PP 96/2012 Pasal 24")
    discussed_on: date | None = term("Pembahasan", "Discussed", cite="PP 96/2012 Pasal 26 ayat (1)")
    minutes_signed_on: date | None = term(
        "Berita acara ditandatangani", "Minutes signed", cite="PP 96/2012 Pasal 26 ayat (3)"
    )
    minutes: Minutes | None = term("Berita acara", "Minutes", cite="PP 96/2012 Pasal 26 ayat (3)")
    participants: tuple[Text, ...] = terms(
        "Unsur masyarakat yang hadir", "Participants", cite="PP 96/2012 Pasal 23"
    )
    participant_count: Count | None = term("Jumlah peserta", "Number of participants")
    draft_published_on: date | None = term(
        "Rancangan dipublikasikan", "Draft published", cite="PP 96/2012 Pasal 27 ayat (1)"
    )
    comments_until: date | None = term(
        "Batas tanggapan", "Comments until", cite="PP 96/2012 Pasal 27 ayat (2)"
    )
    comments: tuple[Comment, ...] = terms(
        "Tanggapan masyarakat", "Comments", cite="PP 96/2012 Pasal 27 ayat (2)"
    )
    ombudsman_route: Text | None = term(
        "Jalur ke Ombudsman", "Route to the Ombudsman", cite="PP 96/2012 Pasal 28"
    )
    revised_on: date | None = term(
        "Perbaikan selesai", "Revised", cite="PP 96/2012 Pasal 27 ayat (3)"
    )
    adopted_on: date | None = term("Ditetapkan", "Adopted", cite="PP 96/2012 Pasal 27 ayat (4)")
    in_force_from: date | None = term("Mulai berlaku", "In force from")
    applied: Text | None = term(
        "Bukti penerapan", "Evidence of application", cite="UU 25/2009 Pasal 20 ayat (3)"
    )
    evaluated_on: tuple[date, ...] = terms("Evaluasi", "Evaluated", cite="PP 96/2012 Pasal 32")
    reviewed_on: tuple[date, ...] = terms("Peninjauan", "Reviewed", cite="PP 96/2012 Pasal 33")
    review_scope: ReviewScope | None = term("Cakupan peninjauan", "Scope of the review")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ServiceStandard(Node):
    """The standard of one service with the fourteen components that UU 25/2009 Pasal 21 lists."""

    id: Ident = term("Pengenal", "Id", required=True, example="library")
    service: Ident | None = term("Layanan", "Service", example="library")
    title: Text | None = term("Judul", "Title")
    decree: Decree | None = term(
        "Keputusan penetapan", "Decree", cite="PP 96/2012 Pasal 27 ayat (4)"
    )
    replaces: Decree | None = term(
        "Keputusan yang diganti", "Decree replaced", cite="PP 96/2012 Pasal 33 ayat (3)"
    )
    life_cycle: LifeCycle | None = term("Riwayat penyusunan", "Life cycle")
    requirements: Requirements | None = term(
        "Persyaratan", "Requirements", cite="UU 25/2009 Pasal 21 huruf b"
    )
    procedure: Procedure | None = term(
        "Sistem, mekanisme, dan prosedur",
        "System, mechanism and procedure",
        cite="UU 25/2009 Pasal 21 huruf c",
    )
    time_limit: TimeLimit | None = term(
        "Jangka waktu penyelesaian", "Completion time", cite="UU 25/2009 Pasal 21 huruf d"
    )
    fee: Fee | None = term("Biaya/tarif", "Fee or tariff", cite="UU 25/2009 Pasal 21 huruf e")
    product: Product | None = term(
        "Produk pelayanan", "Service product", cite="UU 25/2009 Pasal 21 huruf f"
    )
    complaint_handling: ComplaintHandling | None = term(
        "Penanganan pengaduan, saran, dan masukan",
        "Handling of complaints, suggestions and input",
        cite="UU 25/2009 Pasal 21 huruf j",
    )
    legal_basis: LegalBasis | None = term(
        "Dasar hukum", "Legal basis", cite="UU 25/2009 Pasal 21 huruf a"
    )
    facilities: StandardFacilities | None = term(
        "Sarana, prasarana, dan/atau fasilitas", "Facilities", cite="UU 25/2009 Pasal 21 huruf g"
    )
    competence: Competence | None = term(
        "Kompetensi pelaksana", "Competence of executors", cite="UU 25/2009 Pasal 21 huruf h"
    )
    internal_supervision: InternalSupervision | None = term(
        "Pengawasan internal", "Internal supervision", cite="UU 25/2009 Pasal 21 huruf i"
    )
    staffing: Staffing | None = term(
        "Jumlah pelaksana", "Number of executors", cite="UU 25/2009 Pasal 21 huruf k"
    )
    service_guarantee: ServiceGuarantee | None = term(
        "Jaminan pelayanan", "Service guarantee", cite="UU 25/2009 Pasal 21 huruf l"
    )
    safety_guarantee: SafetyGuarantee | None = term(
        "Jaminan keamanan dan keselamatan pelayanan",
        "Guarantee of security and safety",
        cite="UU 25/2009 Pasal 21 huruf m",
    )
    performance_evaluation: PerformanceEvaluation | None = term(
        "Evaluasi kinerja pelaksana",
        "Evaluation of executors' performance",
        cite="UU 25/2009 Pasal 21 huruf n",
    )

    def components(self) -> Iterator[tuple[Component, Node | None]]:
        """Yield each of the fourteen components with its value, by letter."""
        for component in Component:
            yield component, getattr(self, component.value)


def choice_term(member: Enum, lang: str) -> str:
    """Return how a choice is called in ``id`` or ``en``; one without terms by its key.

    >>> choice_term(Disposition.PARTLY, "id")
    'Diterima sebagian'
    """
    if isinstance(member, Component):
        return component_term(member, lang)
    return str(getattr(member, lang, None) or member.value)


def component_term(component: Component, lang: str) -> str:
    """Return what a component is called in ``id`` or ``en``.

    >>> component_term(Component.FEE, "id")
    'Biaya/tarif'
    """
    return str(attrs.fields_dict(ServiceStandard)[component.value].metadata[lang])
