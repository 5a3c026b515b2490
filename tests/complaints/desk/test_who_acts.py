"""Who may do something at the desk, who is off a case, and whose name is written."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from pst_standards.complaints.desk import Desk
from pst_standards.complaints.secrecy import Vault
from tests.complaints.desk.desk_forms import AT, form, key_of, ready


def test_whoever_is_complained_of_does_nothing_and_sees_nothing(desk: Desk) -> None:
    number = desk.file(form(accused=["B1"])).number
    theirs = evolve(desk, officer="B1")
    handled = {"handler": {"officer": "A2"}}
    for attempt in (
        lambda: theirs.issue_receipt(number),
        lambda: theirs.advance(number, "withdraw", {"voluntary": True}, by="B1"),
        lambda: theirs.advance(number, "review", handled),
        lambda: theirs.shown(number, "examiner"),
    ):
        assert key_of(attempt) in {"by.excluded", "by.citizen"}
    assert len(desk.register.events(number)) == 1


@pytest.mark.parametrize(
    "seat", [("B1", ()), ("b1", ()), ("C7", ("B1",)), ("C7", ("x", "b1"))], ids=str
)
def test_who_is_off_a_case_gets_nothing_at_their_desk(
    desk: Desk, seat: tuple[str, tuple[str, ...]]
) -> None:
    number = desk.file(form(accused=["B1"])).number
    theirs = evolve(desk, officer=seat[0], superiors=seat[1])
    voluntary = {"voluntary": True}
    for by in ("", "reporter", "proxy", "system", seat[0]):
        call = lambda by=by: theirs.advance(number, "withdraw", voluntary, by=by)  # noqa: E731
        assert key_of(call) in {"by.excluded", "by.step", "by.citizen"}
    for attempt in (
        lambda: theirs.advance(number, "review", {"handler": {"officer": "A2"}}, by="system"),
        lambda: theirs.issue_receipt(number),
        lambda: theirs.case(number),
        lambda: theirs.events(number),
        lambda: theirs.possible(number),
        lambda: theirs.shown(number, "examiner"),
        lambda: theirs.shown(number, "public"),
        lambda: theirs.identity(number, "Ingin tahu"),
    ):
        assert key_of(attempt) in {"by.excluded", "by.step", "identity.excluded"}
    assert len(desk.register.events(number)) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"accused": ["B2", "B1"]},
        {
            "events": [
                {
                    "step": "report_conflict",
                    "at": AT.isoformat(),
                    "by": "A9",
                    "data": {"officer": "B1"},
                }
            ]
        },
    ],
    ids=["accused", "in conflict"],
)
@pytest.mark.parametrize(
    "seat", [("B1", ()), ("b1", ()), ("C7", ("B1",)), ("C7", ("x", "b1"))], ids=str
)
def test_who_is_off_a_case_does_not_take_it_in_and_holds_no_code_of_it(
    desk: Desk, vault: Vault, seat: tuple[str, tuple[str, ...]], more: dict[str, Any]
) -> None:
    theirs = evolve(desk, officer=seat[0], superiors=seat[1])
    assert key_of(lambda: theirs.file(form(**more))) == "by.accused-files"
    assert (list(desk.register.logs()), vault.kept()) == ([], {})
    assert evolve(desk, officer="C7", superiors=("B3",)).file(form(**more)).number


@pytest.mark.parametrize(
    ("officer", "writer", "why"),
    [("A1", "b1", "by.excluded"), ("B1", "A1", "by.accused-files")],
)
def test_a_record_comes_in_without_what_the_accused_did_for_the_complainant(
    desk: Desk, vault: Vault, officer: str, writer: str, why: str
) -> None:
    told = {"voluntary": True, "recorded_by": writer}
    gone = {"step": "withdraw", "at": AT.isoformat(), "by": "reporter", "data": told}
    theirs = evolve(desk, officer=officer)
    call = lambda: theirs.file(form(accused=["B1"], events=[gone]))  # noqa: E731
    assert key_of(call) == why
    assert (list(desk.register.logs()), vault.kept()) == ([], {})


def test_what_time_or_the_complainant_does_names_who_wrote_it(desk: Desk) -> None:
    number = ready(desk)
    asked = {"id": "r1", "kind": "documents"}
    desk.advance(number, "request", asked)
    missing = {"missing": ["request"], "notice": {"means": "letter"}}
    desk.advance(number, "declare_incomplete", missing)
    desk.advance(number, "complete", {"request": "Data"})
    desk.advance(number, "open_track", {"track": "ombudsman"}, by="reporter")
    desk.advance(number, "open_track", {"track": "dprd", "recorded_by": "a1"})
    told = [
        (one.step.value, one.by, getattr(one.data, "recorded_by", None))
        for one in desk.register.events(number)[4:]
    ]
    assert told == [
        ("request", "reporter", "A1"),
        ("declare_incomplete", "A1", None),
        ("complete", "reporter", "A1"),
        ("open_track", "reporter", "A1"),
        ("open_track", "A1", ""),
    ]


def test_those_above_who_sits_here_are_told_where_they_take_a_case(desk: Desk) -> None:
    number = desk.file(form()).number
    desk.issue_receipt(number)
    theirs = evolve(desk, officer="C7", superiors=("B1",))
    case = theirs.advance(number, "review", {"handler": {"officer": "c7"}})
    assert case.above("C7") == {"B1"}
    assert desk.advance(number, "report_conflict", {"officer": "b1"}).handler is None
    assert key_of(lambda: evolve(desk, officer="C7").case(number)) == "by.excluded"


def test_what_a_complainant_is_said_to_have_done_names_who_wrote_it(desk: Desk) -> None:
    number = ready(desk)
    for other in ("Z9", "Nama Contoh"):
        told = {"voluntary": True, "recorded_by": other}
        call = lambda told=told: desk.advance(number, "withdraw", told)  # noqa: E731
        assert key_of(call) == "recorded-by.other"
    desk.advance(number, "withdraw", {"voluntary": True})
    data: Any = desk.register.events(number)[-1].data
    assert (data.recorded_by, desk.case(number).log[-1].by) == ("A1", "reporter")


def test_a_step_is_written_for_nobody_else(desk: Desk) -> None:
    number = ready(desk)
    assert key_of(lambda: desk.advance(number, "classify", {}, by="Z9")) == "field.missing"
    told = {"complaint_class": "ordinary"}
    assert key_of(lambda: desk.advance(number, "classify", told, by="Z9")) == "by.other"
