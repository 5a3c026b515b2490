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


def test_the_record_of_an_event_is_checked_for_its_shape(
    pst: Pst, examples: Path, tmp_path: Path
) -> None:
    sound = examples / "events" / "conduct.yaml"
    assert pst("check", sound).code == Exit.DONE
    event = tmp_path / "event.yaml"
    event.write_text(sound.read_text(encoding="utf-8").replace("[conduct]", "[rude]"), "utf-8")
    ended = pst("check", event, "--all")
    assert ended.code == Exit.FINDINGS
    assert "DEF-017" in ended.out


@pytest.mark.parametrize("name", ["service-event", "damages"])
def test_the_schema_of_a_record_is_printed(name: str, pst: Pst) -> None:
    schema = json.loads(pst("schema", name).out)
    assert schema["$id"].endswith(f"/{name}.schema.json")
