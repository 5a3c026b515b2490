"""Executors (pelaksana) and what they can do (UU 25/2009 Pasal 15 huruf c, 16 and 34)."""

from datetime import date

from pst_standards.model.base import Choice, Count, Ident, Node, Text, frozen, term, terms
from pst_standards.model.channel import Decree
from pst_standards.model.manufacturing import CompetenceItem


class StaffRole(Choice):
    """The three groups of executors at a PST."""

    FRONT_OFFICE = "front_office", "Petugas front office", "Front office"
    SERVICE = "service", "Petugas layanan", "Service officers"
    COMPLAINT = "complaint", "Petugas pengaduan", "Complaint officers"


class ConductPoint(Choice):
    """One of the fifteen points of conduct (UU 25/2009 Pasal 34 huruf a to o)."""

    FAIR = "fair", "Adil dan tidak diskriminatif", "Fair and without discrimination"
    CAREFUL = "careful", "Cermat", "Careful"
    POLITE = "polite", "Santun dan ramah", "Polite and friendly"
    RESOLUTE = "resolute", "Tegas, andal, tidak berlarut-larut", "Firm, reliable, not drawn out"
    PROFESSIONAL = "professional", "Profesional", "Professional"
    NOT_OBSTRUCTIVE = "not_obstructive", "Tidak mempersulit", "Not obstructive"
    OBEDIENT = "obedient", "Patuh pada perintah atasan yang sah", "Obeys lawful orders"
    ACCOUNTABLE = (
        "accountable",
        "Menjunjung akuntabilitas dan integritas",
        "Accountable and of integrity",
    )
    DISCREET = "discreet", "Menjaga rahasia", "Keeps secrets"
    OPEN = (
        "open",
        "Terbuka dan menghindari benturan kepentingan",
        "Open, avoids conflicts of interest",
    )
    NO_MISUSE_OF_FACILITIES = (
        "no_misuse_of_facilities",
        "Tidak menyalahgunakan sarana",
        "No misuse of facilities",
    )
    TRUTHFUL = (
        "truthful",
        "Tidak memberi informasi salah dan proaktif",
        "No false information, proactive",
    )
    NO_MISUSE_OF_OFFICE = (
        "no_misuse_of_office",
        "Tidak menyalahgunakan informasi, jabatan, wewenang",
        "No misuse of information or office",
    )
    PROPER = "proper", "Sesuai kepantasan", "Proper"
    BY_PROCEDURE = "by_procedure", "Tidak menyimpang dari prosedur", "Keeps to the procedure"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class CodeOfConduct(Node):
    """The rules of conduct of executors (UU 25/2009 Pasal 34)."""

    points: tuple[ConductPoint, ...] = terms("Butir perilaku", "Points of conduct")
    decree: Decree | None = term("Keputusan", "Decree")
    text: Text | None = term("Uraian", "Text")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ExecutorProfile(Node):
    """What is published of the executors (elucidation of Pasal 23 ayat (4) huruf b)."""

    responsible: Text | None = term("Pelaksana penanggung jawab", "Responsible executor")
    executors: Text | None = term("Pelaksana", "Executors")
    budget: Text | None = term("Anggaran pelaksanaan", "Budget")
    complaint_address: Text | None = term("Alamat pengaduan", "Complaint address")
    phone: str | None = term("Telepon", "Telephone")
    email: str | None = term("Surel", "E-mail")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class AddedExecutors(Node):
    """Executors whom somebody other than the provider added (UU 25/2009 Pasal 17 huruf c)."""

    id: Ident = term("Pengenal", "Id", required=True)
    text: Text | None = term("Uraian", "Text")
    consent: Decree | None = term("Persetujuan penyelenggara", "Consent of the provider")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class StaffGroup(Node):
    """A group of executors; ``services`` names the services that they give."""

    id: Ident = term("Pengenal", "Id", required=True)
    role: StaffRole | None = term("Kelompok", "Role")
    name: Text | None = term("Nama kelompok", "Name")
    services: tuple[Ident, ...] = terms("Layanan", "Services")
    count: Count | None = term("Jumlah", "Count")
    cover: Text | None = term(
        "Pengganti selama jam layanan",
        "Cover during opening hours",
        cite="UU 25/2009 Pasal 17 huruf b",
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Staff(Node):
    """The executors of the office, their competences and the guarantee they give."""

    groups: tuple[StaffGroup, ...] = terms("Kelompok pelaksana", "Groups")
    competences: tuple[CompetenceItem, ...] = terms("Kompetensi", "Competences")
    guarantee: Text | None = term("Jaminan", "Guarantee")
    profile: ExecutorProfile | None = term(
        "Profil pelaksana", "Profile", cite="UU 25/2009 Pasal 23 ayat (4) huruf b"
    )
    code_of_conduct: CodeOfConduct | None = term(
        "Kode perilaku", "Code of conduct", cite="UU 25/2009 Pasal 34"
    )
    identity: Text | None = term("Seragam dan tanda pengenal", "Uniform and name badge")
    evaluated_on: tuple[date, ...] = terms(
        "Evaluasi kinerja", "Evaluated on", cite="UU 25/2009 Pasal 10 ayat (1)"
    )
    rewards: Text | None = term("Penghargaan", "Rewards", cite="UU 25/2009 Pasal 11 ayat (2)")
    discipline: Text | None = term(
        "Hukuman disiplin", "Discipline", cite="UU 25/2009 Pasal 11 ayat (3)"
    )
    additions: tuple[AddedExecutors, ...] = terms(
        "Pelaksana tambahan", "Added executors", cite="UU 25/2009 Pasal 17 huruf c"
    )
    assistance: Text | None = term(
        "Pendamping atau juru bahasa isyarat",
        "Companion or sign-language interpreter",
        cite="UU 8/2016 Pasal 19",
    )
