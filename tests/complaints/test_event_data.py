"""Events: what is none is named by key, and what is written is kept as it is."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import pytest

from pst_standards.complaints import Event, EventError, Step, advance
from tests.complaints.steps_so_far import Live, Make

BAD: list[tuple[str, dict[str, Any]]] = [
    ("field.missing", {"at": None}),
    ("field.unknown", {"more": 1}),
    ("step.unknown", {"step": "explode"}),
    ("field.type", {"at": "yesterday"}),
    ("field.type", {"data": []}),
    ("field.type", {"data": {"number": 1, "channel": "letter", "text": "x"}}),
    ("field.type", {"data": {"number": "1", "channel": "letter", "text": "x", "fee": True}}),
    ("field.type", {"data": {"number": "1", "channel": "letter", "text": "x", "accused": "A"}}),
    ("field.type", {"data": {"number": "1", "channel": "letter", "text": "x", "served_on": 1}}),
    ("field.missing", {"data": {"number": "1", "channel": "letter"}}),
    ("field.unknown", {"data": {"number": "1", "channel": "letter", "text": "x", "nik": "3"}}),
    ("choice.unknown", {"data": {"number": "1", "channel": "pigeon", "text": "x"}}),
    ("choice.unknown", {"data": {"number": "1", "channel": ["letter"], "text": "x"}}),
    ("text.too-long", {"data": {"number": "1", "channel": "letter", "text": "x" * 10_000_000}}),
]


@pytest.mark.parametrize(("key", "wrong"), BAD)
def test_what_is_no_event_is_named_without_its_value(key: str, wrong: dict[str, Any]) -> None:
    good = {
        "step": "file",
        "at": "2026-03-10T09:00:00+07:00",
        "by": "reporter",
        "data": {"number": "1", "channel": "letter", "text": "x"},
    }
    assert Event.from_dict(good).to_dict() == good
    with pytest.raises(EventError) as refused:
        Event.from_dict({**good, **wrong})
    assert refused.value.key == key
    assert len(str(refused.value)) < 1000
    # A key that is not known may be a name in the wrong place.
    assert not {"more", "nik"} & {*str(refused.value.params.get("field", "")).split(".")}
    assert pickle.loads(pickle.dumps(refused.value)).key == key  # noqa: S301 - our own bytes


@pytest.mark.parametrize("good", ["199003142014101001", "siti.contoh", "A-1_b", "a@b.example"])
@pytest.mark.parametrize("bad", ["Siti Contoh", "A1\n", "-", "x" * 65, "A;1", "\u0661"])
def test_an_officer_is_told_by_a_short_id(good: str, bad: str, live: Live, after: Live) -> None:
    case = live("issue_receipt")
    for officer, fits in ((good, True), (bad, False)):
        for step, data, by in (
            ("review", {"handler": {"officer": officer}}, ""),
            ("review", {"handler": {"officer": "A2", "superiors": [officer]}}, ""),
            ("report_conflict", {"officer": officer}, ""),
            ("escalate", {}, officer),
        ):
            if fits:
                assert after(case, step, data, by=by).log
                continue
            with pytest.raises(EventError) as refused:
                after(case, step, data, by=by)
            assert refused.value.key == "officer.form"
            assert officer not in f"{refused.value.params}"
        if not fits:
            with pytest.raises(EventError):
                live(filed={"accused": [officer]})


@pytest.mark.parametrize(
    "name", ["../x", "/etc/x", "C:\\x", "a\\b", "..", " ", "~x", "a\0b", "a\nb"]
)
def test_an_attachment_stays_in_its_folder(name: str, live: Live) -> None:
    with pytest.raises(EventError) as refused:
        live(filed={"attachments": [name]})
    assert refused.value.key == "attachment.path"


def test_an_event_made_in_python_is_looked_through_too(live: Live, event: Make) -> None:
    case = live()
    at = case.log[-1].at
    good = event("issue_receipt", at)
    naive = dt.datetime(2026, 3, 10, 9)  # noqa: DTZ001 - the point
    for key, bad in (
        ("data.other-step", Event(step=Step.REVIEW, at=at, by="A1", data=good.data)),
        ("time.naive", Event(step=good.step, at=naive, by="A1", data=good.data)),
        ("field.missing", Event(step=good.step, at=at, by=" ", data=good.data)),
        ("time.naive", event("issue_receipt", at, {"received_at": "2026-03-10T09:00"})),
    ):
        with pytest.raises(EventError) as refused:
            advance(case, bad)
        assert refused.value.key == key
    with pytest.raises(EventError):
        live(filed={"number": " "})
    long = event("file", at)
    object.__setattr__(long.data, "text", "x" * 200_000)
    with pytest.raises(EventError) as refused:
        advance(None, long)
    assert refused.value.key == "text.too-long"


@pytest.mark.parametrize("text", ["'; DROP TABLE events; --", "<script>alert(1)</script>"])
def test_what_is_written_is_kept_as_it_is(text: str, live: Live) -> None:
    assert live(filed={"text": text, "loss": text}).text == text
