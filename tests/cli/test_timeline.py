from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from pst_standards.calendar import default_calendar, timeline
from pst_standards.cli.timeline_text import as_text

Pst = Callable[..., Any]
OLD = """\
format: pst-definition/1
lang: en
standards:
- {id: library, title: Library, life_cycle: {minutes_signed_on: "2026-03-02"}}
- {id: sales, life_cycle: {minutes_signed_on: "2019-05-20"}}
- {id: advice}
"""


def as_json(pst: Pst, *arguments: str) -> Any:
    ended = pst("timeline", *arguments, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


def latest(told: Any) -> dict[str, str]:
    return {step["id"]: step["latest"] for step in told["steps"]}


def test_the_minutes_lead_to_the_last_days_of_the_steps(pst: Pst) -> None:
    told = as_json(pst, "--minutes-signed", "2026-03-02")
    assert latest(told) == {
        "minutes_signed": None,
        "draft_published": "2026-03-09",
        "comments_closed": "2026-03-25",
        "revised": "2026-04-08",
    }
    assert told["steps"][-1]["readings"] == {"strict": "2026-04-08", "lenient": "2026-04-15"}


def test_known_days_replace_assumed_ones(pst: Pst) -> None:
    minutes = ("--minutes-signed", "2026-03-02")
    told = as_json(pst, *minutes, "--published", "2026-03-04")
    assert latest(told)["comments_closed"] == "2026-03-13"
    told = as_json(pst, *minutes, "--comments-closed", "2026-03-31")
    assert latest(told)["revised"] == "2026-04-14"
    told = as_json(pst, *minutes, "--adopted", "2026-04-16")
    assert latest(told)["maklumat_published"] == "2026-04-27"
    assert latest(told)["evaluation"] == "2027-04-16"
    assert latest(told)["review"] == "2029-04-16"
    told = as_json(pst, *minutes, "--collective-leave-worked")
    assert latest(told)["comments_closed"] == "2026-03-18"


def test_a_clerk_reads_what_is_late(pst: Pst) -> None:
    ended = pst(
        *("timeline", "--minutes-signed", "2026-03-02", "--published", "2026-03-11"),
        *("--revised", "2026-04-13", "--adopted", "2026-03-24", "--lang", "en"),
    )
    assert ended.code == 0
    assert ended.out == (
        "  Step                          At the latest              Basis\n"
        "  Minutes signed                on Monday, 2 March 2026    PP 96/2012 Pasal 26 ayat (3)\n"
        "  Draft published               Monday, 9 March 2026       PP 96/2012 Pasal 27 ayat (1)\n"
        "      recorded Wednesday, 11 March 2026: LATE\n"
        "  Window for comments closes *  Friday, 27 March 2026      PP 96/2012 Pasal 27 ayat (2)\n"
        "  Draft revised                 Friday, 10 April 2026      PP 96/2012 Pasal 27 ayat (3)\n"
        "      that is in calendar days; in working days Friday, 17 April 2026\n"
        "      recorded Monday, 13 April 2026: in time only in working days\n"
        "  Standard set                  on Tuesday, 24 March 2026  PP 96/2012 Pasal 27 ayat (4)\n"
        "      too early: not before Monday, 13 April 2026\n"
        "  Maklumat published            Thursday, 2 April 2026     PP 96/2012 Pasal 30 ayat (4)\n"
        "  Next evaluation               Wednesday, 24 March 2027   PP 96/2012 Pasal 32 ayat (1)\n"
        "  Next review                   Saturday, 24 March 2029    PP 96/2012 Pasal 33 ayat (1)\n"
        "\n"
        "* The day is not known yet; the next step is counted as if it were done on this day.\n"
        "Days off as known on 26 November 2026.\n"
    )


def test_any_one_day_is_enough_to_count_from(pst: Pst) -> None:
    assert latest(as_json(pst, "--adopted", "2026-04-02")) == {
        "adopted": None,
        "maklumat_published": "2026-04-14",
        "evaluation": "2027-04-02",
        "review": "2029-04-02",
    }
    ended = pst("timeline", "--adopted", "2026-04-02", "--lang", "en")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "  Step                At the latest              Basis\n"
        "  Standard set        on Thursday, 2 April 2026  PP 96/2012 Pasal 27 ayat (4)\n"
        "  Maklumat published  Tuesday, 14 April 2026     PP 96/2012 Pasal 30 ayat (4)\n"
        "  Next evaluation     Friday, 2 April 2027       PP 96/2012 Pasal 32 ayat (1)\n"
        "  Next review         Monday, 2 April 2029       PP 96/2012 Pasal 33 ayat (1)\n"
        "\n"
        "Days off as known on 26 November 2026.\n"
    )
    for option, steps in (
        ("--published", ["draft_published", "comments_closed", "revised"]),
        ("--comments-closed", ["comments_closed", "revised"]),
        ("--revised", ["revised"]),
        ("--maklumat-published", ["maklumat_published"]),
    ):
        assert list(latest(as_json(pst, option, "2026-04-02"))) == steps
        said = pst("timeline", option, "2026-04-02", "--lang", "en")
        assert (said.code, said.err) == (0, "")
        assert "on Thursday, 2 April 2026" in said.out


def test_a_window_that_closed_too_early_is_told_though_its_start_is_assumed(pst: Pst) -> None:
    minutes = ("--minutes-signed", "2026-03-02")
    told = as_json(pst, *minutes, "--comments-closed", "2026-03-10", "--adopted", "2026-03-05")
    steps = {step["id"]: step for step in told["steps"]}
    for name in ("comments_closed", "adopted"):
        assert (steps[name]["earliest"], steps[name]["status"]) == ("2026-03-11", "early")
    ended = pst("timeline", *minutes, "--comments-closed", "2026-03-10", "--lang", "en")
    assert (
        "      recorded Tuesday, 10 March 2026: too early, not before Wednesday, 11 March 2026\n"
    ) in ended.out
    ended = pst("timeline", *minutes, "--adopted", "2026-03-05", "--lang", "en")
    assert "      too early: not before Wednesday, 11 March 2026\n" in ended.out
    in_time = as_json(pst, *minutes, "--comments-closed", "2026-03-11", "--adopted", "2026-03-11")
    assert "early" not in [step.get("status") for step in in_time["steps"]]


def test_a_calendar_of_no_day_says_nothing_of_its_data() -> None:
    calendar = evolve(default_calendar(), as_of=None)
    found = timeline(None, adopted=dt.date(2026, 3, 24), calendar=calendar)
    assert as_text(found, "id", 80).splitlines()[-1].startswith("  Peninjauan berikutnya")


def test_what_is_open_is_said(pst: Pst) -> None:
    out = pst("timeline", "--minutes-signed", "2026-03-02").out
    assert "Rabu, 25 Maret 2026" in out
    assert "hari kerja Rabu, 15 April 2026" in out
    assert "setelah tanggal penetapan diketahui" in out


def test_a_definition_has_a_timeline_for_each_standard(pst: Pst, examples: Path) -> None:
    told = as_json(pst, "--from", str(examples / "kabupaten-semarang"))
    assert len(told["timelines"]) == 4
    first = told["timelines"][0]
    assert (first["standard"], first["title"]) == ("library", "Standar Pelayanan Perpustakaan")
    assert not any(step.get("late") for step in first["steps"])
    assert latest(first)["review"] == "2029-07-27"
    out = pst("timeline", "--from", examples / "kabupaten-semarang").out
    assert out.count("PP 96/2012 Pasal 30 ayat (4)") == 4
    assert "TERLAMBAT" not in out


def test_a_standard_that_cannot_be_counted_does_not_stop_the_others(
    pst: Pst, tmp_path: Path
) -> None:
    path = tmp_path / "office.yaml"
    path.write_text(OLD, encoding="utf-8")
    ended = pst("timeline", "--from", path)
    assert ended.code == 2
    assert ended.out.startswith("Library\n")
    assert "sales\nWorking days of 2019 cannot be counted" in ended.out
    assert "advice\n  There are no days to count from yet." in ended.out
    ended = pst("timeline", "--from", path, "--format", "json")
    assert ended.code == 2
    first, second, third = json.loads(ended.out)["timelines"]
    assert first["steps"]
    assert second["error"]["key"] == "year.missing"
    assert third["steps"] == []


def test_an_estimate_is_marked(pst: Pst, tmp_path: Path) -> None:
    path = tmp_path / "office.yaml"
    text = OLD.replace(
        "standards:",
        "office: {calendar: {changes: [{date: '2026-03-05', kind: closed, estimated: true}]}}\n"
        "standards:",
    )
    path.write_text(text, encoding="utf-8")
    assert "an estimate" in pst("timeline", "--from", path).out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--minutes-signed"),
        (("--collective-leave-worked",), "--adopted"),
        (("--minutes-signed", "2028-03-01"), "2028"),
        (("--minutes-signed", "2027-12-20"), "2028"),
        (("--minutes-signed", "2026-02-30"), "2026-02-30"),
        (("--minutes-signed", "2026-03-02", "--from", "x"), "--minutes-signed"),
        (("--from", "not-there.yaml"), "not-there.yaml"),
    ],
)
def test_what_cannot_be_counted_ends_with_a_sentence(
    arguments: tuple[str, ...], words: str, pst: Pst
) -> None:
    ended = pst("timeline", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert "Traceback" not in ended.err


def test_a_definition_without_standards_is_refused(pst: Pst, tmp_path: Path) -> None:
    path = tmp_path / "office.yaml"
    path.write_text("format: pst-definition/1\noffice: {name: BPS}\n", encoding="utf-8")
    ended = pst("timeline", "--from", path)
    assert (ended.code, ended.out) == (2, "")
    assert "standards" in ended.err
