"""What a check finds in a recap: its words, its months, its rows and its shares."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.complaints.recap_checks import check_recap
from pst_standards.complaints.recap_period import RecapError
from pst_standards.complaints.recap_records import recap_in
from pst_standards.definitions.records import load_record
from pst_standards.model.complaint_recap import ComplaintRecap


def found(**told: Any) -> set[str]:
    record = {"format": "pst-complaint-recap/1", "year": 2025, **told}
    report = check_recap(record, as_of=dt.date(2026, 1, 9))
    assert report.coverage.failed == ()
    return {one.message_key for one in report.findings}


def test_a_recap_of_a_register_has_no_finding() -> None:
    counts = [{"month": 3, "channel": "instagram", "pst_complaint": 4}]
    months = [{"month": one, "nil": True} for one in range(1, 13) if one != 3]
    assert found(counts=counts, months=[*months, {"month": 3, "received": 4}]) == set()


def test_what_cannot_be_told_is_not_found() -> None:
    assert found() == set()
    assert found(year=None, months=[{"month": 3, "received": 4}]) == set()
    assert found(half=1, month=3, total=4) == set()
    hidden = {"channel": "email", "hidden": ["aspiration", "information"], "total": 7}
    assert found(published=False, counts=[hidden], total=7) == set()
    assert found(counts=[{"channel": "email", "total": 4}], total=4) == set()
    # A month that has not begun is not missing.
    january = [{"month": 1, "received": 4}]
    assert found(year=2026, half=1, months=january) == set()


def test_a_channel_and_those_below_it_are_added_in_a_month_too() -> None:
    counts = [
        {"month": 3, "channel": "social_media", "pst_complaint": 4},
        {"month": 3, "channel": "instagram", "pst_complaint": 4},
    ]
    assert found(month=3, counts=counts, months=[{"month": 3, "received": 8}]) == {
        "LAP-003",
        "LAP-002.months",
    }


def test_a_signature_that_lacks_something_is_found_wherever_there_is_one() -> None:
    assert found(signature={"place": "Kota Contoh"}) == {"LAP-005"}


def test_a_record_of_the_model_is_looked_at_as_its_file_is() -> None:
    record = load_record({"year": 2018, "total": 3, "states": [{"count": 2}]}, ComplaintRecap)
    report = check_recap(record)
    assert [one.message_key for one in report.findings] == ["LAP-002.states"]


EMAIL = [{"month": 3, "channel": "email", "pst_complaint": 4}]
WORDS: dict[str, Any] = {
    "follow_up": ["Loket kedua dibuka"],
    "obstacles": [{"obstacle": "Petugas satu", "solution": "Ditambah"}],
    "evaluation": ["Waktu tunggu turun"],
}


def hits(**told: Any) -> list[tuple[str, Any]]:
    record = {"format": "pst-complaint-recap/1", "year": 2025, **told}
    report = check_recap(record, as_of=dt.date(2026, 1, 9))
    return [(one.message_key, one.params.get("numbers")) for one in report.findings]


@pytest.mark.parametrize(
    ("left_out", "number"), [("counts", 1), ("follow_up", 2), ("obstacles", 3), ("evaluation", 4)]
)
def test_a_chapter_without_words_is_named_by_its_number(left_out: str, number: int) -> None:
    whole = {"published": True, "total": 4, "counts": EMAIL, **WORDS}
    unsigned = [("LAP-005", None)]
    assert hits(**whole) == unsigned
    told = {key: value for key, value in whole.items() if key != left_out}
    assert hits(**told) == [("LAP-001.recap", (number,)), *unsigned]
    assert hits(**{**told, "published": False}) == []


def test_an_obstacle_without_its_solution_is_half_a_chapter() -> None:
    half = {**WORDS, "obstacles": [{"obstacle": "Petugas satu", "solution": " "}]}
    assert hits(published=True, counts=EMAIL, **half)[0] == ("LAP-001.recap", (3,))


@pytest.mark.parametrize(
    "nothing", [{"total": 0}, {"months": [{"month": 3, "nil": True}], "month": 3}]
)
def test_of_nothing_no_chapter_is_asked(nothing: dict[str, Any]) -> None:
    assert "LAP-001.recap" not in found(published=True, **nothing)


def test_a_recap_of_whistleblowing_has_the_rule_of_its_own() -> None:
    counts = [{"month": 3, "channel": "wbs", "other_complaint": 4}]
    assert "WBS-006.recap" in found(published=True, counts=counts)
    assert "LAP-001.recap" not in found(published=True, counts=counts)
    assert "LAP-001.recap" in found(published=True, counts=[*counts, *EMAIL])


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Pengaduan pelapor bernama Budi selesai", "LAP-007.recap_name"),
        ("NIK 3399014101900001 dicocokkan", "LAP-007.recap_name"),
        ("Dihubungi di 0812-3456-7890", "LAP-007.recap_contact"),
        ("Dijawab ke nama.contoh@example.com", "LAP-007.recap_contact"),
        ("Pengaduan PGD-2025-7K3M9Q2T dibuka kembali", "LAP-007.recap_code"),
        ("Nomor tiket: L-3399/092026/AB12", "LAP-007.recap_code"),
    ],
)
def test_whoever_the_words_give_away_is_found_wherever_they_stand(words: str, key: str) -> None:
    for told in (
        {"follow_up": [words]},
        {"evaluation": [{"id": "Selesai", "en": words}]},
        {"obstacles": [{"obstacle": words}]},
        {"obstacles": [{"solution": words}]},
        {"outcomes": [{"name": words, "count": 1}]},
    ):
        assert found(**told) == {key}
    assert found(follow_up=["Pengaduan ke bps3399@bps.go.id dijawab"]) == set()


def test_a_share_on_time_names_its_limits_and_its_days() -> None:
    told = {"judged": 20, "on_time": 19}
    assert found(timeliness=[told]) == {"LAP-009.recap"}
    assert found(timeliness=[{**told, "profile": "SP4N_2025"}]) == {"LAP-009.recap"}
    whole = {**told, "profile": "SP4N_2025", "days": "working_day"}
    assert found(timeliness=[whole, {"judged": 0, "on_time": 0}]) == set()


MARCH: dict[str, Any] = {"month": 3, "channel": "email", "total": 1}
YEAR: dict[str, Any] = {"channel": "email", "total": 1}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"counts": [{"month": 3, "information": 2}]}, ["no-channel"]),
        ({"counts": [{"month": 3, "channel": " ", "total": 0}]}, ["no-channel"]),
        ({"counts": [{"month": 3}], "total": 1}, []),
        ({"counts": [{"month": 13, "channel": "email", "total": 1}]}, ["not-a-month"]),
        ({"counts": [{"month": 0, "total": 1}]}, ["no-channel", "not-a-month"]),
        ({"half": 1, "counts": [{"month": 9, "channel": "email", "total": 1}]}, ["outside"]),
        ({"half": 2, "months": [{"month": 6, "nil": True}]}, ["outside"]),
        ({"month": 3, "months": [{"month": 4, "received": 1}]}, ["outside"]),
        ({"months": [{"month": 13, "received": 1}]}, ["not-a-month"]),
        ({"months": [{"received": 1}]}, ["no-month"]),
        ({"months": [{}, {"month": 1, "received": 1}]}, []),
        ({"months": [{"month": 1}, {"month": 2}, {"month": 1, "closed": 4}]}, ["month-twice"]),
        ({"counts": [MARCH, {**MARCH, "channel": " Email "}]}, ["channel-twice"]),
        ({"counts": [MARCH, {**MARCH, "month": 4}]}, []),
        ({"counts": [MARCH, {"month": 3, "channel": "email"}]}, []),
        ({"counts": [YEAR, YEAR]}, ["channel-twice"]),
        ({"month": 3, "counts": [MARCH, YEAR]}, ["channel-twice"]),
        ({"month": 3, "counts": [MARCH, {**YEAR, "channel": "letter"}]}, []),
        ({"counts": [MARCH, {**YEAR, "channel": "letter"}]}, ["no-month"]),
        ({"counts": [YEAR, {"month": 3}]}, ["no-month"]),
        ({"counts": [YEAR, {"channel": "letter"}]}, []),
        ({"half": 3, "months": [{"month": 9, "received": 1}]}, []),
        ({"half": 2, "months": [{"month": 9, "received": 1}]}, []),
    ],
)
def test_rows_that_belong_nowhere_are_found_and_never_passed_over(
    told: dict[str, Any], found: list[str]
) -> None:
    record = load_record({"year": 2026, **told}, ComplaintRecap)
    places = check_recap(record, as_of=dt.date(2026, 1, 1)).of("LAP-002")
    assert [one.variant for one in places] == found
    if found:
        with pytest.raises(RecapError) as refused:
            recap_in(record)
        assert refused.value.key == "recap.stray"


def test_counts_without_a_year_are_checked_with_the_one_that_is_given() -> None:
    told = {"total": 3, "states": [{"name": "Selesai", "count": 2}]}
    assert check_recap(told, as_of=dt.date(2026, 1, 1)).of("LAP-002") == ()
    assert check_recap(told, as_of=dt.date(2026, 1, 1), year=2025).of("LAP-002")
    record = load_record(told, ComplaintRecap)
    assert check_recap(record, as_of=dt.date(2026, 1, 1), year=2025).of("LAP-002")
