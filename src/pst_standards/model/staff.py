"""Executors (pelaksana) and what they can do (UU 25/2009 Pasal 15 huruf c, 16 and 34)."""

from pst_standards.model.base import Choice, Count, Ident, Node, Text, frozen, term, terms
from pst_standards.model.manufacturing import CompetenceItem


class StaffRole(Choice):
    """The three groups of executors at a PST."""

    FRONT_OFFICE = "front_office", "Petugas front office", "Front office"
    SERVICE = "service", "Petugas layanan", "Service officers"
    COMPLAINT = "complaint", "Petugas pengaduan", "Complaint officers"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class StaffGroup(Node):
    """A group of executors; ``services`` names the services that they give."""

    id: Ident = term("Pengenal", "Id", required=True)
    role: StaffRole | None = term("Kelompok", "Role")
    name: Text | None = term("Nama kelompok", "Name")
    services: tuple[Ident, ...] = terms("Layanan", "Services")
    count: Count | None = term("Jumlah", "Count")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Staff(Node):
    """The executors of the office, their competences and the guarantee they give."""

    groups: tuple[StaffGroup, ...] = terms("Kelompok pelaksana", "Groups")
    competences: tuple[CompetenceItem, ...] = terms("Kompetensi", "Competences")
    guarantee: Text | None = term("Jaminan", "Guarantee")
