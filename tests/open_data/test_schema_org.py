from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.model import (
    Channel,
    Complaints,
    Definition,
    Limit,
    Maklumat,
    Office,
    Service,
    ServiceStandard,
    Text,
    TimeLimit,
    TimeScope,
    TimeUnit,
)
from pst_standards.open_data import export
from pst_standards.open_data.schema_org import script_element
from pst_standards.testing.strategies import parts

DATA = Path(__file__).resolve().parents[1] / "data" / "exchange"
VOCABULARY = json.loads((DATA / "schemaorg-30.0-cut.json").read_text(encoding="utf-8"))
CLASSES, PROPERTIES = VOCABULARY["classes"], VOCABULARY["properties"]
FORMS = {
    "Text": r"(?s).*\S.*",
    "URL": r"https?://\S+",
    "Date": r"\d{4}-\d\d-\d\d",
    "Time": r"\d\d:\d\d(?::\d\d)?",
    "Duration": r"P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?)?",
}
Json = dict[str, Any]


def ancestors(name: str) -> set[str]:
    return {name}.union(*(ancestors(above) for above in CLASSES.get(name, ())))


def complaints(data: Json) -> Iterator[str]:
    """Hold each node against the official domains and ranges, and let nothing unknown pass."""
    named = {node["@id"]: node["@type"] for node in data["@graph"] if "@id" in node}
    if data["@context"] != "https://schema.org":
        yield "context"
    for node in data["@graph"]:
        yield from _node(node, named)


def _node(node: Json, named: dict[str, str]) -> Iterator[str]:
    kind = node.get("@type", "")
    if kind not in CLASSES:
        yield f"class {kind}"
        return
    for term, value in node.items():
        if term.startswith("@"):
            continue
        known = PROPERTIES.get(term)
        if known is None:
            yield f"property {term}"
        elif not ancestors(kind) & set(known["domain"]):
            yield f"{term} of {kind}"
        else:
            for one in value if isinstance(value, list) else [value]:
                yield from _value(term, one, known["range"], named)


def _value(term: str, value: Any, ranges: list[str], named: dict[str, str]) -> Iterator[str]:
    if isinstance(value, dict) and "@type" in value:
        yield from _node(value, named)
        kinds = ancestors(value["@type"])
    elif isinstance(value, dict):
        kinds = ancestors(named.get(value["@id"], "nothing"))
    elif isinstance(value, int):
        kinds = {"Number", "Integer"}
    else:
        kinds = {name for name, form in FORMS.items() if re.fullmatch(form, value)}
        kinds |= _lists(value)
    if not kinds & set(ranges):
        yield f"value of {term}"


def _lists(value: str) -> set[str]:
    name = value.removeprefix("https://schema.org/")
    return {kind for kind, members in VOCABULARY["members"].items() if name in members}


def made(definition: Definition) -> Json:
    data: Json = json.loads(export(definition, "schema-org").text)
    return data


def some(cls: type[Any]) -> st.SearchStrategy[Any]:
    return st.lists(parts(cls), max_size=2).map(tuple)


@settings(max_examples=30)
@given(
    st.builds(
        Definition,
        office=st.none() | parts(Office),
        services=some(Service),
        standards=some(ServiceStandard),
        maklumat=st.none() | parts(Maklumat),
        complaints=st.none() | parts(Complaints),
    )
)
def test_every_export_holds_to_the_official_vocabulary(definition: Definition) -> None:
    assert list(complaints(made(definition))) == []


def test_the_example_says_what_it_can(example: Definition) -> None:
    data = made(example)
    assert list(complaints(data)) == []
    office, *services = data["@graph"]
    assert office["telephone"] == "(024) 1111111"
    assert len(services) == 4
    laws = [one for one in services[0]["subjectOf"] if one["@type"] == "Legislation"]
    assert laws[0]["legislationIdentifier"].startswith("/akn/id/act/")
    assert made(example) == data


FAULTS: dict[str, tuple[Callable[[Json, Json], object], str]] = {
    "unknown property": (lambda _, one: one.update(waktu="3 hari"), "property waktu"),
    "unknown class": (lambda _, one: one.update({"@type": "Layanan"}), "class Layanan"),
    "property of another class": (lambda _, one: one.update(opens="08:00"), "opens of Gov"),
    "a place as provider": (
        lambda _, one: one.update(provider={"@type": "Place"}),
        "value of provider",
    ),
    "a provider that is not there": (
        lambda _, one: one.update(provider={"@id": "#x"}),
        "value of provider",
    ),
    "working days as duration": (
        lambda _, one: one["availableChannel"][0].update(processingTime="3 hari kerja"),
        "value of processingTime",
    ),
    "a day that is none": (
        lambda office, _: office["openingHoursSpecification"][0].update(dayOfWeek=["Senin"]),
        "value of dayOfWeek",
    ),
    "an empty text": (lambda _, one: one.update(name=" "), "value of name"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_check_sees_what_is_wrong(example: Definition, name: str) -> None:
    data = copy.deepcopy(made(example))
    spoil, said = FAULTS[name]
    spoil(data["@graph"][0], data["@graph"][1])
    assert said in " ".join(complaints(data))


@pytest.mark.parametrize("unit", list(TimeUnit))
def test_only_calendar_durations_are_written(unit: TimeUnit) -> None:
    definition = _with_limit(unit)
    (channel,) = made(definition)["@graph"][1]["availableChannel"]
    written = {TimeUnit.MINUTE: "PT3M", TimeUnit.HOUR: "PT3H", TimeUnit.CALENDAR_DAY: "P3D"}
    assert channel.get("processingTime") == written.get(unit)
    reasons = {loss.reason for loss in export(definition, "schema-org").losses}
    assert bool({"working-days-lost", "one-time"} & reasons) is (unit not in written)


def _with_limit(unit: TimeUnit) -> Definition:
    limit = Limit(value=3, unit=unit, scope=TimeScope.WHOLE_PROCESS)
    service = Service(id="a", name=Text("Buku"), channels=(Channel.ONLINE,))
    standard = ServiceStandard(id="a", service="a", time_limit=TimeLimit(limits=(limit,)))
    return Definition(services=(service,), standards=(standard,))


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.seen.append(tag)


def test_no_text_ends_the_element_of_a_page() -> None:
    name = "</script><b>Buku & <!-- tamu"
    element = script_element(Definition(office=Office(name=name)))
    parser = Tags()
    parser.feed(element)
    assert parser.seen == ["script"]
    inner = element.partition("\n")[2].removesuffix("</script>\n")
    assert json.loads(inner)["@graph"][0]["name"] == name


def test_texts_are_in_the_language_asked_for(example: Definition) -> None:
    data = json.loads(export(example, "schema-org", lang="en").text)
    assert data["@graph"][1]["name"] == "Library"
