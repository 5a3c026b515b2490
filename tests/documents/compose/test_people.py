"""Executors, and facilities for those who need special ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from pst_standards.documents import NothingToPrintError, document
from pst_standards.documents.compose.finishing import compose
from pst_standards.documents.compose.phrases import BLANK
from pst_standards.documents.compose.special_needs import compose_special_needs
from pst_standards.documents.outline import Document, Signature, Table
from pst_standards.findings import Confidence, Pointer
from pst_standards.model.base import Text
from pst_standards.model.channel import Decree, Official, VulnerableGroup
from pst_standards.model.definition import Definition
from pst_standards.model.facility import Facility, FacilityKind, Photo
from pst_standards.model.maklumat import Maklumat
from pst_standards.model.manufacturing import Competence, CompetenceItem, Staffing
from pst_standards.model.office import Office
from pst_standards.model.publication import Publication, PublicationKind
from pst_standards.model.staff import AddedExecutors, CodeOfConduct, Staff, StaffGroup
from pst_standards.model.standard import ServiceStandard

Tell = Callable[[Document], str]
FRIENDLY = CompetenceItem(text=Text("Ramah"))
SKILLED = CompetenceItem(text=Text("Terampil"))


def asking(name: str, *items: CompetenceItem) -> ServiceStandard:
    return ServiceStandard(id=name, title=Text(name), competence=Competence(items=items))


def test_what_is_asked_of_every_executor_is_said_once(tell: Tell) -> None:
    definition = Definition(
        staff=Staff(competences=(FRIENDLY,)),
        standards=(
            asking("satu", FRIENDLY),
            asking("dua", FRIENDLY, SKILLED),
            asking("tiga", SKILLED),
        ),
    )
    told = tell(document(definition, "executors"))
    assert told.count("Ramah") == told.count("Terampil") == 1
    assert "+ dua dan tiga" in told


def test_what_standards_say_of_executors_is_enough_for_the_sheet(tell: Tell) -> None:
    counted = ServiceStandard(id="b", title=Text("dua"), staffing=Staffing(posts=2))
    definition = Definition(standards=(asking("satu", SKILLED), counted))
    told = tell(document(definition, "executors"))
    assert "Selain kompetensi" not in told
    assert "+ satu\n  (1) Terampil" in told
    assert "+ dua\n  \N{EN DASH}\n  2 (dua)\n" in told


def test_a_code_of_conduct_in_words_needs_no_points(tell: Tell) -> None:
    staff = Staff(code_of_conduct=CodeOfConduct(text=Text("Petugas melayani dengan 5S")))
    told = tell(document(Definition(staff=staff), "executors"))
    assert "Petugas melayani dengan 5S." in told
    assert "berperilaku" not in told


def test_an_added_executor_is_named_with_or_without_consent(tell: Tell) -> None:
    added = AddedExecutors(id="a", text=Text("Satu mahasiswa magang"))
    told = tell(document(Definition(staff=Staff(additions=(added,))), "executors"))
    assert "- Satu mahasiswa magang\n" in told


def special(
    definition: Definition, pictures: Mapping[str, bytes]
) -> tuple[Document, Mapping[Pointer, str]]:
    found = compose(definition, compose_special_needs, lang="id", assets=pictures)
    return found.document, found.missing_files


def test_a_facility_without_its_photo_says_so(pictures: Mapping[str, bytes], tell: Tell) -> None:
    facilities = (
        Facility(id="a", kind=FacilityKind.LACTATION_ROOM, photo=Photo(file="hilang.png")),
        Facility(id="b", kind=FacilityKind.ACCESS),
        Facility(
            id="c", kind=FacilityKind.ACCESS, photo=Photo(file="logo.png", alt=Text("Landai"))
        ),
        Facility(id="d", kind=FacilityKind.PARKING, groups=()),
    )
    made, missing = special(Definition(facilities=facilities), pictures)
    assert tell(made).count("Foto belum tersedia.") == 2
    assert tell(made).count("picture: Landai") == 1
    assert missing == {("facilities", 0, "photo", "file"): "hilang.png"}
    (table,) = (one for one in made.blocks if isinstance(one, Table))
    assert [origin[1] for origin in table.origins] == [0, 1, 2]
    assert not made.draft


def test_what_is_not_shown_is_not_asked_to_be_confirmed() -> None:
    open_ = Confidence.ILLUSTRATION
    definition = Definition(
        facilities=(
            Facility(id="a", kind=FacilityKind.PARKING, confidence=open_),
            Facility(id="b", groups=(VulnerableGroup.ELDERLY,), features=(Text("Kursi"),)),
        ),
        publications=(
            Publication(id="p", kind=PublicationKind.TARIFF, confidence=open_),
            Publication(id="q", kind=PublicationKind.ACCESSIBLE_GUIDE, title=Text("Panduan audio")),
        ),
        stage=None,
    )
    points = compose(definition, compose_special_needs, lang="id").points
    assert points.values == ()


def test_an_office_without_special_facilities_has_no_sheet_of_them() -> None:
    definition = Definition(facilities=(Facility(id="a", kind=FacilityKind.PARKING),))
    with pytest.raises(NothingToPrintError):
        document(definition, "special-needs")


@pytest.mark.parametrize(
    ("decree", "name"),
    [
        (None, "Kepala Rekaan"),
        (Decree(issuer=Text("Kepala BPS")), "Kepala Rekaan"),
        # Who issues it is somebody else, and nobody says what that person is called.
        (Decree(issuer=Text("Bupati Contoh")), BLANK),
    ],
)
def test_the_head_signs_a_maklumat_that_names_nobody_else(decree: Decree | None, name: str) -> None:
    head = Official(name="Kepala Rekaan", position=Text("Kepala BPS"))
    own = Maklumat(pledge=Text("Kami sanggup."), decree=decree)
    definition = Definition(office=Office(name="BPS Contoh", head=head), maklumat=own)
    made = document(definition, "maklumat")
    (signature,) = [one for one in made.blocks if isinstance(one, Signature)]
    assert signature.name == name


@pytest.mark.parametrize("kind", ["booklet", "service-page", "special-needs"])
def test_what_belongs_to_a_facility_stands_on_every_paper_about_it(kind: str, tell: Tell) -> None:
    room = Facility(
        id="toilet",
        name=Text("Toilet"),
        features=(Text("Wastafel"), Text("CCTV.")),
        groups=(VulnerableGroup.ELDERLY,),
    )
    told = tell(document(Definition(facilities=(room,), standards=(asking("satu"),)), kind))
    assert told.count("wastafel dan CCTV") == 1


def test_a_sheet_with_guides_names_its_bases_once(tell: Tell) -> None:
    ramp = Facility(id="ramp", kind=FacilityKind.ACCESS)
    guide = Publication(id="g", kind=PublicationKind.ACCESSIBLE_GUIDE, title=Text("Panduan audio"))
    for guides, basis in ((), "Pasal 19;"), ((guide,), "Pasal 19, Pasal 106 ayat (2);"):
        told = tell(document(Definition(facilities=(ramp,), publications=guides), "special-needs"))
        assert told.count("Dasar: ") == 1
        assert basis in told


def test_a_group_for_no_service_has_a_dash_in_booklet_and_sheet() -> None:
    groups = (StaffGroup(id="a", name=Text("Petugas pengaduan")),)
    definition = Definition(staff=Staff(groups=groups), standards=(asking("satu"),))
    for kind in ("booklet", "executors"):
        tables = [one for one in document(definition, kind).blocks if isinstance(one, Table)]
        rows = [row for one in tables for row in one.rows if row[0] == "Petugas pengaduan"]
        assert [row[1] for row in rows] == ["\N{EN DASH}"], kind
