from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings

from pst_standards.findings import Confidence
from pst_standards.model import (
    CompensationPolicy,
    Definition,
    Mark,
    Office,
    ServiceStandard,
    Staffing,
    Text,
)
from pst_standards.model.office import ServiceFunction
from pst_standards.open_data import FORMATS, OpenFormat, export
from pst_standards.open_data.losses import REASONS, Loss, report_json
from pst_standards.testing.strategies import definitions

PLACE = re.compile(r"(?:/[a-z_]+(?:/[0-9]+)?)*")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_reason_is_worded(lang: str) -> None:
    sentences = {Loss(pointer="", reason=reason).message(lang) for reason in REASONS}
    assert len(sentences) == len(REASONS)
    assert all(sentence.endswith(".") for sentence in sentences)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("staffing", Staffing(count=2)),
        ("competence", None),
    ],
)
def test_a_component_without_a_home_is_one_line(form: OpenFormat, key: str, part: Any) -> None:
    standard = ServiceStandard(id="a", title=Text("Buku"), **{key: part})
    losses = export(Definition(standards=(standard,)), form).losses
    lost = [loss.pointer for loss in losses if loss.reason == "no-home"]
    assert (f"/standards/0/{key}" in lost) is (part is not None)


@settings(max_examples=40)
@given(definitions())
def test_every_line_points_at_something_stated_or_missing(definition: Definition) -> None:
    for form in FORMATS:
        for loss in export(definition, form).losses:
            assert PLACE.fullmatch(loss.pointer)
            assert loss.reason in REASONS


@pytest.mark.parametrize("form", FORMATS)
def test_a_text_of_the_definition_is_in_the_export_or_in_the_report(
    form: OpenFormat, example: Definition
) -> None:
    made = export(example, form)
    lost = [loss.pointer for loss in made.losses if loss.pointer]
    words = json.dumps(made.text, ensure_ascii=False)
    missing = [
        pointer
        for pointer, text in _texts(example, "")
        if json.dumps(text, ensure_ascii=False)[1:-1] not in words
        and not any(pointer == one or pointer.startswith(f"{one}/") for one in lost)
    ]
    assert missing == []


def _texts(value: Any, pointer: str) -> Any:
    from pst_standards.model import Node
    from pst_standards.model.base import own_names

    if isinstance(value, Text):
        yield pointer, value.id or ""
    elif isinstance(value, Node):
        for name in own_names(type(value)):
            yield from _texts(getattr(value, name), f"{pointer}/{name}")
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from _texts(one, f"{pointer}/{place}")


def test_what_stands_in_for_a_missing_name_is_said() -> None:
    losses = export(Definition(office=Office(code="3322")), "cpsv-ttl").losses
    assert {(loss.pointer, loss.fate.value) for loss in losses} == {
        ("/office/name", "stands-in"),
        ("/office/address", "stands-in"),
    }


@pytest.mark.parametrize("form", FORMATS)
def test_a_value_that_is_not_confirmed_is_told_where_it_is_carried(form: OpenFormat) -> None:
    unsure = Mark(source="Contoh", confidence=Confidence.ILLUSTRATION)
    marks = {"name": unsure, "budget": unsure}
    office = Office(name="Kantor Contoh", budget=Text("DIPA"), marks=marks)
    told = {one.pointer: one.reason for one in export(Definition(office=office), form).losses}
    assert told["/office/name"] == "not-confirmed"
    assert told["/office/budget"] == "no-home"


@pytest.mark.parametrize("form", FORMATS)
def test_a_logo_is_a_file_and_has_no_address_to_link_to(form: OpenFormat) -> None:
    made = export(Definition(office=Office(name="Kantor Contoh", logo="logo.png")), form)
    assert ("/office/logo", "file-name") in {(one.pointer, one.reason) for one in made.losses}
    assert "logo.png" not in made.text


def test_functions_are_what_an_organisation_is_there_for() -> None:
    office = Office(name="Kantor Contoh", functions=(ServiceFunction.INFORMATION,))
    made = export(Definition(office=office), "cpsv-ttl")
    assert "org:purpose pst:ServiceFunction.information" in made.text
    assert "/office/functions" not in {one.pointer for one in made.losses}


def test_compensation_travels_as_words_only() -> None:
    policy = CompensationPolicy(announcement=Text("Kami memberi kompensasi"), once_per_event=True)
    made = export(Definition(compensation=policy), "cpsv-ttl")
    assert "Kami memberi kompensasi" in made.text
    assert "/compensation/once_per_event" in {loss.pointer for loss in made.losses}


def test_a_report_is_json_with_the_sentence_of_each_line() -> None:
    report = json.loads(report_json([Loss(pointer="/survey")], "en"))
    assert report == {
        "losses": [
            {
                "pointer": "/survey",
                "reason": "no-home",
                "fate": "lost",
                "message": "Not carried: this export has no place for it.",
            }
        ]
    }
