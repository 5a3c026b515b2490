"""A form loses nothing of a definition, and is the same for the same definition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from pst_standards.definitions import Bases, read_path
from pst_standards.definitions.assembling import read_content
from pst_standards.definitions.gathering import plain_data
from pst_standards.definitions.merging import clean, merge
from pst_standards.definitions.offices import find_office
from pst_standards.definitions.structure import plain, structure
from pst_standards.exchange.office_form import office_form, read_form, write_form
from pst_standards.exchange.office_form.layers import base_data, in_cells, shown, stated, tree_of
from pst_standards.exchange.office_form.tree import Tree
from pst_standards.model.definition import Definition
from pst_standards.testing.strategies import definitions
from tests.exchange.office_form.filled_forms import blank

EXAMPLES = Path(__file__).parents[3] / "examples"
FEW = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
SOME = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
NATIONAL = base_data("bps/2020", None)


@SOME
@given(definitions())
def test_sheets_hold_every_definition(definition: Definition) -> None:
    sheets = shown(plain(definition), {})
    own = stated(tree_of(sheets.sheets), Tree(), sheets.aside)
    assert structure(own.data()) == definition


@SOME
@given(definitions())
def test_sheets_hold_what_an_office_states_over_its_base(definition: Definition) -> None:
    data = plain(definition)
    sheets = shown(data, NATIONAL)
    own = stated(tree_of(sheets.sheets), Tree.of(in_cells(NATIONAL)), sheets.aside).data()
    both = (merge(clean(NATIONAL), layer) for layer in (own, data))
    assert structure(next(both)) == structure(next(both))


@FEW
@given(definitions())
def test_a_workbook_reads_back_as_the_definition(definition: Definition) -> None:
    first = write_form(plain(definition))
    content = read_form(first)
    assert not content.findings
    assert structure(content.data) == definition
    assert write_form(content.data) == first


def layers() -> tuple[dict[str, Any], Bases]:
    import yaml

    own: dict[str, Any] = {}
    for file in sorted((EXAMPLES / "kabupaten-semarang").glob("*.yaml")):
        own |= yaml.safe_load(file.read_text(encoding="utf-8"))
    province = yaml.safe_load((EXAMPLES / "provinsi-jawa-tengah.yaml").read_text(encoding="utf-8"))
    bases = Bases(data={"provinsi": plain_data(province)})
    return {**plain_data(own), "extends": "provinsi"}, bases


def test_an_office_in_a_workbook_is_the_office_in_yaml() -> None:
    own, bases = layers()
    content = read_form(write_form(own, bases=bases), bases=bases)
    reading = read_content(content, bases=bases)
    in_yaml = read_path(EXAMPLES / "kabupaten-semarang")
    assert not content.findings
    assert reading.definition == in_yaml.definition


def test_what_an_office_repeats_or_takes_away_stays_its_own_word() -> None:
    own = {
        "extends": "bps/2020",
        "services": [{"id": "library", "remove": True}],
        "standards": [{"id": "consultation", "service": "consultation", "source": "SK kantor"}],
        "maklumat": {"pledge": None},
        "=1+1": "unknown",
    }
    content = read_form(write_form(own))
    assert content.data["services"] == [{"id": "library", "remove": True}]
    assert content.data["maklumat"] == {"pledge": None}
    assert content.data["standards"] == own["standards"]
    assert content.data["=1+1"] == "unknown"


def test_equal_definitions_give_equal_bytes() -> None:
    office = find_office("3322")
    assert office is not None
    assert office_form(office) == blank()


def test_what_an_office_left_as_it_was_follows_a_new_base() -> None:
    def based(name: str) -> Bases:
        return Bases(data={"dasar": {"services": [{"id": "library", "name": name}]}})

    own = {"extends": "dasar", "services": [{"id": "library", "users": "Umum"}]}
    content = read_form(write_form(own, bases=based("Lama")), bases=based("Baru"))
    assert content.data["services"] == [{"id": "library", "users": "Umum"}]
    name = read_content(content, bases=based("Baru")).definition.services[0].name
    assert str(name) == "Baru"
