"""The definition: everything that an office states, in one object."""

from datetime import date
from typing import Any, Final

from attrs import field

from pst_standards.model.base import Choice, Node, Text, frozen, term, terms
from pst_standards.model.compensation import CompensationPolicy
from pst_standards.model.complaints import Complaints
from pst_standards.model.facility import Facility
from pst_standards.model.maklumat import Maklumat
from pst_standards.model.office import Office
from pst_standards.model.publication import InformationOfficer, Publication
from pst_standards.model.service import Service
from pst_standards.model.staff import Staff
from pst_standards.model.standard import ServiceStandard
from pst_standards.model.survey import SurveyPlan

FORMAT: Final = "pst-definition/1"
"""Name and version of the definition format."""


class Format(Choice):
    """Version of the definition format."""

    V1 = FORMAT, "Definisi PST versi 1", "PST definition version 1"


class Stage(Choice):
    """How far a definition has come; decides which findings apply (PP 96/2012 Pasal 24 to 27)."""

    DRAFT = "draft", "Rancangan", "Draft"
    DISCUSSED = "discussed", "Sudah dibahas dengan masyarakat", "Discussed with the public"
    ADOPTED = "adopted", "Sudah ditetapkan", "Adopted"


class Language(Choice):
    """Language of messages and documents."""

    ID = "id", "Bahasa Indonesia", "Indonesian"
    EN = "en", "Bahasa Inggris", "English"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Suppression(Node):
    """A finding that the office has looked at and accepts, with its reason."""

    rule: str | None = term("Aturan", "Rule", example="STD-035")
    pointer: str | None = term("Tempat", "Pointer", example="/standards/0")
    reason: Text | None = term("Alasan", "Reason")
    until: date | None = term("Berlaku sampai", "Until")
    by: str | None = term("Diputuskan oleh", "Decided by")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Definition(Node):
    """All that an office states about its services; what is not stated is ``None`` or empty.

    ``origin`` remembers where each value stood (file, line, layer) when the definition was read;
    it takes no part in comparison and is ``None`` for definitions built in Python.
    """

    format: Format | None = term("Format", "Format", example=FORMAT, default=Format.V1)
    lang: Language | None = term("Bahasa", "Language", example="id")
    stage: Stage | None = term("Tahap", "Stage", example="draft")
    office: Office | None = term("Kantor", "Office")
    services: tuple[Service, ...] = terms("Layanan", "Services")
    standards: tuple[ServiceStandard, ...] = terms("Standar pelayanan", "Service standards")
    maklumat: Maklumat | None = term("Maklumat pelayanan", "Maklumat")
    compensation: CompensationPolicy | None = term("Kompensasi", "Compensation")
    complaints: Complaints | None = term("Pengelolaan pengaduan", "Complaint management")
    survey: SurveyPlan | None = term("Survei kepuasan", "Satisfaction survey")
    facilities: tuple[Facility, ...] = terms("Sarana dan prasarana", "Facilities")
    staff: Staff | None = term("Pelaksana", "Executors")
    publications: tuple[Publication, ...] = terms("Dokumen yang diterbitkan", "Publications")
    information_officer: InformationOfficer | None = term("PPID", "Information officer")
    suppressions: tuple[Suppression, ...] = terms("Temuan yang diterima", "Suppressions")
    origin: Any = field(default=None, eq=False, repr=False)

    def standard_of(self, service: str) -> ServiceStandard | None:
        """Return the first standard of a service, ``None`` when it has none."""
        return next((found for found in self.standards if found.service == service), None)


__all__ = ["FORMAT", "Definition", "Format", "Language", "Stage", "Suppression", "Text"]
