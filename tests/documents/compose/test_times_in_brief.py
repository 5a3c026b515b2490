"""That no paper promises another time than the standard of the same definition."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from pst_standards.definitions.assembling import loads
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.leaflet import compose_leaflet
from pst_standards.documents.every_kind import EVERY_KIND
from pst_standards.documents.kinds import document
from pst_standards.documents.outline import Document
from pst_standards.documents.targets import targets
from pst_standards.model.definition import Definition

Tell = Callable[[Document], str]
WHOLE: list[dict[str, Any]] = [
    {"value": 47, "unit": "minute", "scope": "whole_process", "channels": ["in_person"]},
    {"value": 3, "unit": "working_day", "scope": "whole_process", "channels": ["online"]},
]
LONGER: dict[str, dict[str, Any]] = {
    "a kind of request": {"value": 17, "unit": "working_day", "case": {"id": "Data mikro"}},
    "a part": {"value": 17, "unit": "working_day", "scope": "result_notice"},
    "what it covers is not said": {"value": 17, "unit": "working_day"},
    "days of another kind": {"value": 17, "unit": "day", "scope": "waiting"},
    "words": {"text": {"id": "paling lama 17 hari kerja"}, "scope": "result_notice"},
    "a channel without one of the whole": {"value": 17, "unit": "minute", "scope": "waiting"},
}


def with_times(data: Mapping[str, Any], *limits: Mapping[str, Any], **parts: Any) -> Definition:
    changed = copy.deepcopy(dict(data))
    for standard in changed["standards"]:
        standard.update({"time_limit": {"limits": [*limits]}} | parts)
    return loads(changed)


def papers(office: Definition, kind: str, tell: Tell) -> list[str]:
    found = [(one.composer, one.standard) for one in targets(office, kind)]
    assert not any(composer for composer, _ in found)
    services = [office.standards[place].id if place is not None else None for _, place in found]
    return [tell(document(office, kind, service, lang="id")) for service in services]


@pytest.mark.parametrize("case", LONGER)
def test_a_paper_that_tells_a_time_tells_the_longer_one_too(
    case: str, data: Mapping[str, Any], tell: Tell
) -> None:
    whole = WHOLE[1:] if case == "a channel without one of the whole" else WHOLE
    office = with_times(data, *whole, LONGER[case])
    short = "3 hari kerja" if whole is not WHOLE else "47 menit"
    telling = set()
    for kind, one in EVERY_KIND.items():
        if one.further or not one.needs(office):
            continue
        for said in papers(office, kind, tell):
            if short in said:
                telling.add(kind)
                assert "17 " in said, (kind, case)
    assert {"leaflet", "combined-poster", "poster", "standard", "booklet"} <= telling


def test_a_step_that_outlasts_the_whole_process_is_told_in_a_leaflet(
    data: Mapping[str, Any], tell: Tell
) -> None:
    steps = [
        {
            "number": 1,
            "text": {"id": "Petugas menelaah berkas"},
            "time": {"value": 17, "unit": "hour"},
        },
        {"number": 2, "text": {"id": "Petugas mencetak"}, "time": {"value": 5, "unit": "minute"}},
    ]
    office = with_times(data, *WHOLE, procedure={"steps": steps})
    said = tell(document(office, "leaflet", lang="id"))
    assert "petugas menelaah berkas paling lama 17 jam" in said
    assert "5 menit" not in said


def test_what_the_whole_process_holds_is_left_out_of_a_leaflet_and_not_read(
    data: Mapping[str, Any], tell: Tell
) -> None:
    wait = {"value": 13, "unit": "minute", "scope": "waiting", "channels": ["in_person"]}
    office = with_times(data, *WHOLE, wait)
    assert "13 menit" not in tell(document(office, "leaflet", lang="id"))
    composition = Composition(original=office, lang="id")
    compose_leaflet(composition, None)
    at = ("standards", 0, "time_limit", "limits")
    assert (*at, 0, "value") in composition.seen
    assert (*at, 2, "value") not in composition.seen


def test_a_time_that_is_not_of_the_whole_says_what_it_covers(
    data: Mapping[str, Any], tell: Tell
) -> None:
    office = with_times(data, {"value": 13, "unit": "minute", "scope": "waiting"})
    assert "Menunggu dilayani paling lama 13 menit." in tell(document(office, "leaflet", lang="id"))


def test_a_note_that_names_a_time_stands_in_a_leaflet(data: Mapping[str, Any], tell: Tell) -> None:
    for note, told in {"Data mikro: 17 hari kerja": True, "Libur tidak dihitung": False}.items():
        limits = {"limits": WHOLE, "note": {"id": note}}
        office = with_times(data, time_limit=limits)
        assert (note in tell(document(office, "leaflet", lang="id"))) is told


def test_a_limit_of_some_requests_stands_behind_that_of_every_one(
    data: Mapping[str, Any], tell: Tell
) -> None:
    special = {**WHOLE[1], "value": 10, "case": {"id": "Data mikro"}}
    office = with_times(data, special, WHOLE[1])
    told = "Paling lama 3 hari kerja; paling lama 10 hari kerja (khusus data mikro)."
    assert told in tell(document(office, "leaflet", lang="id"))


def test_channels_with_the_same_limit_are_told_once(data: Mapping[str, Any], tell: Tell) -> None:
    office = with_times(data, *({**WHOLE[1], "channels": [one]} for one in ("in_person", "online")))
    said = tell(document(office, "leaflet", lang="id"))
    assert "Waktu: Paling lama 3 hari kerja." in said
