from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from pst_standards.definitions import load
from pst_standards.findings import Confidence
from pst_standards.model import Definition, PublicationKind, VulnerableGroup
from pst_standards.model.provenance import stated_values

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILES = sorted(EXAMPLES.glob("*.yaml")) + sorted((EXAMPLES / "kabupaten-semarang").glob("*.yaml"))


@pytest.fixture(scope="module")
def office() -> Definition:
    return load(EXAMPLES / "kabupaten-semarang")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_names_its_schema_and_says_what_it_is(path: Path) -> None:
    first, second = path.read_text(encoding="utf-8").splitlines()[:2]
    prefix = "# yaml-language-server: $schema="
    assert first.startswith(prefix)
    target = (path.parent / first.removeprefix(prefix)).resolve()
    assert target == EXAMPLES.parent / "schemas" / "definition.schema.json"
    assert second.startswith("# ")


def test_every_value_of_the_office_is_marked(office: Definition) -> None:
    unmarked = {
        stated.pointer[0]
        for stated in stated_values(office)
        if stated.confidence is None and stated.pointer[-1] != "id"
    }
    assert unmarked == {"lang", "stage"}


def test_people_places_and_decrees_are_made_up(office: Definition) -> None:
    made_up = {"head", "signer", "responsible", "decree", "life_cycle", "opening_hours", "staffing"}
    found = {
        stated.confidence
        for stated in stated_values(office)
        if made_up.intersection(stated.pointer) and stated.pointer[-1] != "id"
    }
    assert found == {Confidence.ILLUSTRATION}


def test_the_documents_of_the_page_are_there(office: Definition) -> None:
    sizes = {one.id: one.size_kb for one in office.publications if one.size_kb}
    assert sizes == {
        "leaflet-library": "1430",
        "leaflet-consultation": "1710",
        "leaflet-product-sales": "1550",
        "leaflet-recommendation": "2160",
        "zero-rupiah-tariff": "6130",
        "compensation-letter-2024": "325.35",
        "special-needs-2023": "511.56",
        "special-needs-2024": "344.28",
        "lactation-room-document": "242.81",
    }


@pytest.mark.parametrize(
    ("kind", "years"),
    [
        (PublicationKind.SURVEY_RESULT, [2024] * 4 + [2019, 2020, 2021, 2022, 2023]),
        (PublicationKind.COMPLAINT_REPORT, [2022, 2023, 2024]),
    ],
)
def test_reports_stand_by_year(office: Definition, kind: PublicationKind, years: list[int]) -> None:
    assert [one.year for one in office.publications if one.kind is kind] == years


def test_the_contacts_of_the_page_are_there(office: Definition) -> None:
    assert office.complaints is not None
    values = {channel.id: channel.value for channel in office.complaints.channels}
    assert values.keys() == {"province-hotline", "box", "email", "whatsapp", "lapor"}
    assert values["email"] == "bps3322@bps.go.id"
    assert values["whatsapp"] == "0813-8594-3322"
    assert office.information_officer is not None
    assert office.information_officer.email == "ppid@bps.go.id"


def test_rights_of_the_three_holders_are_there(office: Definition) -> None:
    assert office.complaints is not None
    ids = {right.id for right in office.complaints.rights}
    assert ids >= {
        "reporter-secrecy",
        "reporter-free-speech",
        "reporter-stage",
        "reporter-equal-treatment",
        "reported-witnesses",
        "reported-own-record",
        "examiner-secrecy",
        "examiner-time",
    }


def test_every_vulnerable_group_has_a_facility(office: Definition) -> None:
    served = {group for facility in office.facilities for group in facility.groups}
    assert served == set(VulnerableGroup)


def test_what_the_page_leaves_empty_stays_empty(office: Definition) -> None:
    assert office.office is not None
    assert office.office.motto is None
    assert office.office.awards == ()


def test_the_making_of_the_standards_keeps_its_order(office: Definition) -> None:
    for standard in office.standards:
        life = standard.life_cycle
        assert life is not None
        days = [
            life.team_formed_on,
            life.drafted_on,
            life.discussed_on,
            life.minutes_signed_on,
            life.draft_published_on,
            life.comments_until,
            life.revised_on,
            life.adopted_on,
            life.in_force_from,
        ]
        known = [day for day in days if day is not None]
        assert len(known) == len(days)
        assert all(before <= after for before, after in pairwise(known))
        assert standard.decree is not None
        assert standard.decree.date == life.adopted_on


def test_the_smallest_definition_stays_small() -> None:
    text = (EXAMPLES / "minimal.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 160
    assert "extends:" not in text
