from __future__ import annotations

from pathlib import Path

import pytest

from pst_standards.definitions import Bases, load, loads
from pst_standards.findings import Finding, Severity
from pst_standards.model.base import Text
from pst_standards.model.definition import Definition
from pst_standards.model.facility import Facility
from pst_standards.rules import check

PAIR = Text("Kursi", "Chairs")
DESK = Text("Meja tulis untuk mengisi formulir")


def found(definition: Definition, rule: str) -> list[Finding]:
    return [one for one in check(definition).findings if one.rule == rule]


def lounge(*features: Text) -> Definition:
    return Definition(facilities=(Facility(id="lounge", features=features),))


def test_an_office_that_replaces_the_indonesian_alone_hears_that_the_english_differs() -> None:
    base = "complaints: {assisted: {id: Dijawab dalam 3 hari, en: Answered in three days}}\n"
    office = "extends: base\ncomplaints: {assisted: Dijawab dalam 5 hari kerja}\n"
    assert found(loads(base), "PUB-013") == []
    reworded = base.replace("three", "3")
    (one,) = found(loads(office, bases=Bases(data={"base": reworded})), "PUB-013")
    assert one.pointer == ("complaints", "assisted")
    assert dict(one.params) == {"indonesian": ("5",), "english": ("3",)}


def test_items_of_a_list_are_compared_one_by_one() -> None:
    (one,) = found(lounge(PAIR, Text("2 kursi", "3 chairs")), "PUB-013")
    assert one.pointer == ("facilities", 0, "features", 1)


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        (Text("Ada 20 kursi", "There are chairs"), "id"),
        (Text("Ada kursi", "There are 20 chairs"), "en"),
    ],
)
def test_a_figure_in_one_language_is_a_note_that_names_it(text: Text, variant: str) -> None:
    (one,) = found(lounge(PAIR, text), "PUB-013")
    assert (one.variant, one.severity, one.params["figures"]) == (variant, Severity.NOTE, ("20",))


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        (Text("Meja", ""), "empty_en"),
        (Text("  ", "Desk"), "empty_id"),
        (Text("", ""), None),
        (Text("Meja"), None),
    ],
)
def test_a_language_that_is_stated_and_left_empty_is_told(text: Text, variant: str | None) -> None:
    hits = found(lounge(PAIR, text), "PUB-014")
    assert [(one.variant, one.pointer) for one in hits] == [
        (variant, ("facilities", 0, "features", 1))
    ] * (variant is not None)


@pytest.mark.parametrize(
    ("features", "variant"),
    [
        ((*[PAIR] * 8, DESK), "en"),
        ((*[PAIR] * 7, DESK), None),  # too few to tell
        ((*[PAIR] * 9, DESK, DESK), None),  # so many lack it that it is no oversight
        ((*[PAIR] * 8, Text("Meja tulis")), None),  # a name
        (([PAIR] * 8), None),
    ],
)
def test_a_sentence_in_one_language_is_told_where_nearly_all_others_have_two(
    features: tuple[Text, ...], variant: str | None
) -> None:
    hits = found(lounge(*features), "PUB-014")
    assert [one.variant for one in hits] == [variant] * (variant is not None)
    if variant:
        assert hits[0].pointer == ("facilities", 0, "features", 8)
        assert (hits[0].params["count"], hits[0].params["total"]) == (1, 9)


@pytest.mark.parametrize(
    ("text", "told"),
    [(Text(None, "Written information"), True), (Text(None, "PDF"), False), (DESK, False)],
)
def test_a_text_in_english_alone_is_told_where_it_stands(text: Text, *, told: bool) -> None:
    # The definition need not be kept in two languages for that.
    hits = found(lounge(DESK, text), "PUB-014")
    where = ("facilities", 0, "features", 1)
    assert [(one.variant, one.severity, one.pointer) for one in hits] == [
        ("id", Severity.WARNING, where)
    ] * told


def test_an_office_that_writes_in_one_language_over_a_base_in_two_hears_nothing() -> None:
    eight = "".join(f"{{id: Kursi {n}, en: Chairs {n}}}, " for n in "abcdefgh")
    base = f"complaints: {{mechanism: {{}}}}\nfacilities: [{{id: a, features: [{eight}]}}]\n"
    office = "extends: base\nfacilities: [{id: b, features: [Meja tulis untuk mengisi formulir]}]\n"
    bases = Bases(data={"base": base})
    assert found(loads(office, bases=bases), "PUB-014") == []
    own = base.replace("{id: a", "{id: b, features: [Meja tulis untuk mengisi formulir]}, {id: a")
    assert len(found(loads(own), "PUB-014")) == 1


def test_the_example_says_the_same_in_both_languages() -> None:
    example = load(Path(__file__).resolve().parents[2] / "examples" / "kabupaten-semarang")
    assert found(example, "PUB-013") == found(example, "PUB-014") == []
