from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.cli.exits import Exit

Pst = Callable[..., Any]
ENTITLED = {
    "late-consultation": ("late-in-person", ["written_apology", "no_queue"], "2026-10-12"),
    "waiting-without-information": ("waiting-uninformed", ["spoken_apology"], "2026-10-14"),
    "wrong-product": ("wrong-product", ["replacement"], "2026-10-14"),
    "conduct": ("conduct", ["apology_of_head", "officer_evaluation"], "2026-10-26"),
    "facility-out-of-order": ("facility", ["assistance", "priority_next_visit"], "2026-10-20"),
    "overcharged": ("overcharged", ["written_apology", None], "2026-11-04"),
    "other-component": ("other-requirements", ["apology_of_head", "faster_completion"], None),
}
REFUSED = {
    "force-majeure": "excluded.force_majeure",
    "incomplete-request": "excluded.incomplete_file",
}


@pytest.fixture
def answered(pst: Pst, examples: Path) -> Callable[..., dict[str, Any]]:
    def ask(name: str) -> dict[str, Any]:
        event = examples / "events" / f"{name}.yaml"
        ended = pst("entitlement", examples / "kabupaten-semarang", event, "--format", "json")
        assert (ended.code, ended.err) == (Exit.DONE, "")
        data: dict[str, Any] = json.loads(ended.out)
        return data

    return ask


@pytest.mark.parametrize("name", ENTITLED)
def test_the_examples_are_entitled(name: str, answered: Callable[..., Any]) -> None:
    rule, kinds, due = ENTITLED[name]
    data = answered(name)
    assert data["eligible"] is True
    assert data["rule"] == rule
    assert [one["kind"] for one in data["remedies"]] == kinds
    assert due is None or data["due"] == due
    assert data["tier"] is not None
    assert data["reasons"]
    assert data["citations"]
    assert data["complaint_still_open"] is data["damages_still_open"] is True


@pytest.mark.parametrize("name", REFUSED)
def test_the_examples_of_exclusions_are_refused_and_keep_every_right(
    name: str, answered: Callable[..., Any]
) -> None:
    data = answered(name)
    assert data["eligible"] is False
    assert [one["key"] for one in data["reasons"] if one["against"]] == [REFUSED[name]]
    assert (data["remedies"], data["tier"], data["due"]) == ([], None, None)
    assert data["complaint_still_open"] is data["damages_still_open"] is True


def test_every_example_is_of_one_kind_or_the_other(examples: Path) -> None:
    names = {file.stem for file in (examples / "events").glob("*.yaml")}
    assert names == ENTITLED.keys() | REFUSED.keys()


def test_every_trigger_has_an_example(examples: Path) -> None:
    from pst_standards.definitions.records import load_record
    from pst_standards.model.compensation import Trigger
    from pst_standards.model.service_event import ServiceEvent

    events = (examples / "events").glob("*.yaml")
    shown = {one for file in events for one in load_record(file, ServiceEvent).triggers}
    assert shown == set(Trigger)


def test_the_text_speaks_the_language_asked_for(pst: Pst, examples: Path) -> None:
    event = examples / "events" / "late-consultation.yaml"
    office = examples / "kabupaten-semarang"
    assert "Anda berhak atas kompensasi." in pst("entitlement", office, event).out
    assert "You are owed compensation." in pst("entitlement", office, event, "--lang", "en").out


def test_an_event_is_read_from_standard_input(pst: Pst, examples: Path) -> None:
    event = (examples / "events" / "conduct.yaml").read_bytes()
    ended = pst("entitlement", examples / "kabupaten-semarang", "-", stdin=event)
    assert ended.code == Exit.DONE
    assert "Evaluasi petugas" in ended.out


def test_a_service_that_has_not_ended_is_counted_up_to_a_day(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    text = (examples / "events" / "late-consultation.yaml").read_text(encoding="utf-8")
    event = tmp_path / "event.yaml"
    lines = [line for line in text.splitlines() if not line.startswith("finished_at")]
    event.write_text("\n".join(lines), encoding="utf-8")
    office = examples / "kabupaten-semarang"
    ended = pst("entitlement", office, event, "--on", "2026-10-05", "--format", "json")
    assert json.loads(ended.out)["delay"] == {"value": 250, "unit": "minute"}
    ended = pst("entitlement", office, event)
    assert (ended.code, "finished_at" in ended.err) == (Exit.UNUSABLE, True)


@pytest.mark.parametrize(
    ("on", "delay"),
    [
        ("2026-10-05T10:45", 25),
        ("2026-10-05T11:45+08:00", 25),
        ("2026-10-05T03:45Z", 25),
        ("2026-10-05", 250),
    ],
)
def test_it_is_counted_up_to_a_moment_on_the_clocks_of_the_office(
    on: str, delay: int, pst: Pst, examples: Path, tmp_path: Path
) -> None:
    text = (examples / "events" / "late-consultation.yaml").read_text(encoding="utf-8")
    event = tmp_path / "event.yaml"
    lines = [line for line in text.splitlines() if not line.startswith("finished_at")]
    event.write_text("\n".join(lines), encoding="utf-8")
    office = examples / "kabupaten-semarang"
    ended = pst("entitlement", office, event, "--on", on, "--format", "json")
    assert json.loads(ended.out)["delay"] == {"value": delay, "unit": "minute"}
    refused = pst("entitlement", office, event)
    assert (refused.code, "--on" in refused.err) == (Exit.UNUSABLE, True)


def test_without_a_zone_of_the_office_that_of_the_event_counts(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    office = tmp_path / "office.yaml"
    office.write_text("services: [{id: library}]", encoding="utf-8")
    event = examples / "events" / "conduct.yaml"
    for on, code in (("2026-10-12T13:10", Exit.DONE), ("2026-10-12T13:09", Exit.UNUSABLE)):
        assert pst("entitlement", office, event, "--on", on).code == code


def test_what_was_charged_too_much_is_kept_beside_the_one_compensation(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    text = (examples / "events" / "overcharged.yaml").read_text(encoding="utf-8")
    event = tmp_path / "event.yaml"
    event.write_text(text.replace("overcharged]", "overcharged, conduct]"), encoding="utf-8")
    office = examples / "kabupaten-semarang"
    data = json.loads(pst("entitlement", office, event, "--format", "json").out)
    assert (data["rule"], [one["rule"] for one in data["also"]]) == ("conduct", ["overcharged"])


def test_an_office_that_has_not_settled_compensation_refuses_nobody(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    office, paper = tmp_path / "office", tmp_path / "paper.html"
    pst("init", office, "--office", "3329")
    event = examples / "events" / "overcharged.yaml"
    ended = pst("entitlement", office, event, "--out", paper, "--format", "json")
    data = json.loads(ended.out)
    assert (data["eligible"], data["rule"]) == (False, None)
    assert [one["key"] for one in data["reasons"] if one["against"]] == ["no-policy"]
    written = paper.read_text(encoding="utf-8")
    assert "Kompensasi Belum Dapat Diputuskan" in written
    assert "Penolakan" not in written


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("service: consultation", "service: archive", "archive"),
        ("[late]", "[slow]", "slow"),
        ("triggers: [late]", "", "triggers"),
        ("09:20+07:00", "08:20+07:00", "served_at"),
        ("10:55+07:00", "10:55", "+07:00"),
        ("2026-10-05", "2028-10-05", "2028"),
        ("id: late-consultation", "id: Late One", "id"),
        ("channel: in_person", "", "limit"),
    ],
)
def test_what_is_wrong_with_an_event_is_told_and_nothing_is_answered(
    old: str, new: str, words: str, pst: Pst, examples: Path, tmp_path: Path
) -> None:
    text = (examples / "events" / "late-consultation.yaml").read_text(encoding="utf-8")
    assert old in text
    event = tmp_path / "event.yaml"
    event.write_text(text.replace(old, new), encoding="utf-8")
    ended = pst("entitlement", examples / "kabupaten-semarang", event, "--format", "json")
    assert (ended.code, ended.out) == (Exit.UNUSABLE, "")
    assert words in ended.err


def test_tiers_that_clash_are_told(pst: Pst, examples: Path, tmp_path: Path) -> None:
    office = tmp_path / "office.yaml"
    office.write_text(
        """
        services: [{id: consultation}]
        standards:
          - id: consultation
            service: consultation
            time_limit: {limits: [{id: whole, value: 60, unit: minute}]}
        compensation:
          rules:
            - {id: late, trigger: late, clock: beyond_standard, unit: minute,
               tiers: [{lower: 60, upper: 30}]}
        """,
        encoding="utf-8",
    )
    event = examples / "events" / "late-consultation.yaml"
    ended = pst("entitlement", office, event, "--lang", "en")
    assert (ended.code, ended.out) == (Exit.UNUSABLE, "")
    assert "out of order (KOMP-004)" in ended.err


def test_a_definition_with_faults_is_not_answered_from(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    office = tmp_path / "office.yaml"
    office.write_text("compensation: {rules: [{id: late, unit: fortnight}]}", encoding="utf-8")
    ended = pst("entitlement", office, examples / "events" / "conduct.yaml")
    assert (ended.code, ended.out) == (Exit.UNUSABLE, "")
    assert "DEF-017" in ended.err


def test_a_claim_for_damages_is_checked_as_one(pst: Pst, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("format: pst-damages/1\nid: case-1\nclaimed_on: 2026-10-05\n", encoding="utf-8")
    ended = pst("check", case, "--all")
    assert ended.code == Exit.FINDINGS
    assert "KOMP-020" in ended.out
    assert "Tidak berlaku untuk catatan ini: KOMP-019" in ended.out
    tasks = pst("check", case).out
    assert "Kantor" not in tasks
    assert "Catatan\n 1. Seluruh catatan" in tasks
    assert "Contoh:    cause: Data yang dijanjikan" in tasks
    assert "Contoh:    losses:" in tasks


def test_a_record_of_nothing_is_told_as_a_record(pst: Pst, tmp_path: Path) -> None:
    event = tmp_path / "event.yaml"
    event.write_text("format: pst-service-event/1\n", encoding="utf-8")
    ended = pst("check", event)
    assert ended.code == Exit.FINDINGS
    assert "Seluruh catatan" in ended.out
    assert "Hanya bentuknya yang diperiksa." in ended.out


def test_the_record_of_an_event_is_checked_for_its_shape(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    sound = examples / "events" / "conduct.yaml"
    ended = pst("check", sound)
    assert (ended.code, "hanya bentuknya yang diperiksa" in ended.out) == (Exit.DONE, True)
    event = tmp_path / "event.yaml"
    event.write_text(sound.read_text(encoding="utf-8").replace("[conduct]", "[rude]"), "utf-8")
    ended = pst("check", event, "--all")
    assert ended.code == Exit.FINDINGS
    assert "DEF-017" in ended.out


@pytest.mark.parametrize("name", ["service-event", "damages"])
def test_the_schema_of_a_record_is_printed(name: str, pst: Pst) -> None:
    schema = json.loads(pst("schema", name).out)
    assert schema["$id"].endswith(f"/{name}.schema.json")
