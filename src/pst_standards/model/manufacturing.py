"""Manufacturing: the eight components that an office manages inside.

Letters a, g, h, i, k, l, m and n of UU 25/2009 Pasal 21 and PP 96/2012 Pasal 25.
"""

from pst_standards.model.base import Choice, Count, Ident, Node, Text, frozen, term, terms
from pst_standards.model.channel import Item, Reference


class CompetenceDimension(Choice):
    """Dimension of a competence (elucidation of UU 25/2009 Pasal 21 huruf h), plus attitude."""

    KNOWLEDGE = "knowledge", "Pengetahuan", "Knowledge"
    EXPERTISE = "expertise", "Keahlian", "Expertise"
    SKILL = "skill", "Keterampilan", "Skill"
    EXPERIENCE = "experience", "Pengalaman", "Experience"
    ATTITUDE = "attitude", "Sikap", "Attitude"


class SafetyKind(Choice):
    """What a safety measure protects."""

    PEOPLE = "people", "Keselamatan orang", "People"
    DATA = "data", "Keamanan data", "Data"
    PRODUCT = "product", "Keamanan produk", "Product"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class LegalBasis(Node):
    """Dasar hukum (huruf a): the regulations that the service rests on."""

    regulations: tuple[Reference, ...] = terms("Peraturan", "Regulations")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class StandardFacilities(Node):
    """Sarana, prasarana, dan/atau fasilitas (huruf g): ids of the office's ``facilities``."""

    items: tuple[Ident, ...] = terms("Daftar fasilitas", "Facilities", example=["front-office"])
    note: Text | None = term("Catatan", "Note")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class CompetenceItem(Node):
    """One thing that an executor knows, can do or has done."""

    id: Ident | None = term("Pengenal", "Id")
    text: Text | None = term("Kompetensi", "Competence")
    dimension: CompetenceDimension | None = term("Dimensi", "Dimension")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Competence(Node):
    """Kompetensi pelaksana (huruf h): knowledge, expertise, skill, experience."""

    items: tuple[CompetenceItem, ...] = terms("Daftar kompetensi", "Competences")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class InternalSupervision(Node):
    """Pengawasan internal (huruf i): control by the head of the unit or the direct superior."""

    supervisor: Text | None = term("Pengawas", "Supervisor", example="atasan langsung")
    text: Text | None = term("Uraian", "Text")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Staffing(Node):
    """Jumlah pelaksana (huruf k): how many executors, and by what workload."""

    count: Count | None = term("Jumlah pelaksana", "Number of executors", example=2)
    workload_basis: Text | None = term("Dasar beban kerja", "Workload basis")
    posts: Count | None = term("Loket yang buka bersamaan", "Posts open at once", example=1)
    text: Text | None = term("Uraian", "Text")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ServiceGuarantee(Node):
    """Jaminan pelayanan (huruf l): certainty that the service follows the standard."""

    text: Text | None = term("Uraian", "Text")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class SafetyMeasure(Node):
    """One measure that keeps people, data or the product safe."""

    id: Ident | None = term("Pengenal", "Id")
    kind: SafetyKind | None = term("Yang dilindungi", "What it protects")
    text: Text | None = term("Tindakan", "Measure")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class SafetyGuarantee(Node):
    """Jaminan keamanan dan keselamatan pelayanan (huruf m)."""

    measures: tuple[SafetyMeasure, ...] = terms("Tindakan pengamanan", "Measures")
    text: Text | None = term("Uraian", "Text")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class PerformanceEvaluation(Node):
    """Evaluasi kinerja pelaksana (huruf n): the period in months, how, and by what measure."""

    period_months: Count | None = term(
        "Periode (bulan)",
        "Period (months)",
        cite="penjelasan UU 25/2009 Pasal 10 ayat (1)",
        example=12,
    )
    method: Text | None = term("Metode", "Method")
    indicators: tuple[Item, ...] = terms("Indikator", "Indicators")
    follow_up: Text | None = term("Tindak lanjut", "Follow-up")
