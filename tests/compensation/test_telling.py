from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.compensation import Entitlement
from pst_standards.compensation.telling import told
from pst_standards.messages import LANGUAGES

Answer = Callable[..., Entitlement]
Data = dict[str, Any]


def test_a_citizen_hears_what_is_owed_why_by_when_who_decides_and_what_else(
    answer: Answer, late: Data
) -> None:
    rule = {
        **late,
        "decider": "Penanggung jawab PST",
        "verifier": "Petugas pengaduan",
        "fulfil_within": {"value": 5, "unit": "working_day"},
        "claim_within": {"value": 30, "unit": "calendar_day"},
    }
    policy = {"claim_channels": ["box"], "decree": {"number": "3 Tahun 2026", "date": "2026-01-05"}}
    lines = told(answer(rule, office={"policy": policy}), "id").splitlines()
    for line in (
        "Anda berhak atas kompensasi.",
        "- Permintaan maaf tertulis",
        "Paling lambat: Senin, 12 Oktober 2026.",
        "- Pelayanan seharusnya selesai paling lambat Senin, 5 Oktober 2026 pukul 10.00 WIB.",
        "- Jadi pelayanan lewat 30 menit dari standar.",
        "- Diputuskan oleh: Penanggung jawab PST.",
        "- Diverifikasi oleh: Petugas pengaduan.",
        "- Klaim dapat diajukan sampai Rabu, 4 November 2026.",
        "- Tempat mengajukan klaim: Kotak saran/pengaduan.",
        "Hak Anda yang lain tetap ada, apa pun jawaban di atas:",
    ):
        assert line in lines
    words = " ".join(lines)
    assert "Mengadu kepada kantor ini: paling lambat Rabu, 4 November 2026" in words
    assert "Menuntut ganti rugi" in words
    assert "Ombudsman" in words
    assert "Kebijakan kompensasi: 3 Tahun 2026" in words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_answer_of_no_begins_with_the_reasons(lang: str, answer: Answer) -> None:
    text = told(answer(finished_at="2026-10-05T09:30+07:00"), lang)
    paragraphs = text.split("\n\n")
    assert paragraphs[3].startswith({"id": "Alasannya:", "en": "The reasons:"}[lang])
    assert "{" not in text


@pytest.mark.parametrize(
    ("rule", "event", "words"),
    [
        ({"needs_complaint": True}, {}, "belum dapat diberikan"),
        ({"fault_required": True}, {}, "belum dapat diberikan"),
        ({}, {"finished_at": "2026-10-05T09:30+07:00"}, "tidak diberikan"),
    ],
)
def test_what_may_still_change_is_told_as_not_yet(
    rule: Data, event: Data, words: str, answer: Answer, late: Data
) -> None:
    assert words in told(answer({**late, **rule}, **event), "id")


def test_words_of_the_rule_stand_in_where_no_remedy_is_named(answer: Answer) -> None:
    rule = {"id": "words", "trigger": "conduct", "text": "Menurut penilaian tim."}
    text = told(answer(rule, triggers=["conduct"]), "id")
    assert "sebagaimana tertulis dalam ketentuan: “Menurut penilaian tim”" in text
    assert "tidak menyebut siapa yang memutuskan" in text


def test_a_remedy_is_told_with_its_words(answer: Answer, late: Data) -> None:
    remedies = [{"kind": "souvenir", "text": "mug"}, {"text": "Teh kotak"}]
    text = told(answer({**late, "tiers": [{"lower": 0, "remedies": remedies}]}), "id")
    assert "- Suvenir: mug" in text
    assert "- Teh kotak" in text


def test_every_compensation_is_told(answer: Answer, late: Data) -> None:
    manners = {
        "id": "manners",
        "trigger": "conduct",
        "tiers": [{"remedies": [{"kind": "drink"}]}],
        "fulfil_within": {"value": 1, "unit": "hour"},
    }
    text = told(answer(late, manners, triggers=["late", "conduct"]), "en")
    assert "Beside that, by the rule manners:" in text
    assert "- Drink" in text
    assert "By: Monday, 5 October 2026 at 11:30 WIB." in text


def test_both_readings_of_a_claim_are_told(answer: Answer, late: Data) -> None:
    rule = {**late, "claim_within": {"value": 30, "unit": "day"}}
    assert "masih dapat diterima sampai Senin, 16 November 2026" in told(answer(rule), "id", 999)


@pytest.mark.parametrize(
    ("unit", "until"),
    [("day", "Senin, 16 November 2026"), ("calendar_day", "Rabu, 4 November 2026")],
)
def test_a_claim_that_comes_too_late_is_not_said_to_be_possible(
    unit: str, until: str, answer: Answer, late: Data
) -> None:
    rule = {**late, "claim_within": {"value": 30, "unit": unit}}
    text = told(answer(rule, on=dt.date(2027, 6, 1)), "id", 999)
    assert f"- Klaim pada Selasa, 1 Juni 2027 lewat dari batas waktunya, {until}." in text
    assert f"- Waktu mengajukan klaim sudah lewat: {until}." in text
    assert "berhak atas kompensasi" not in text
    assert "Klaim dapat diajukan" not in text


def test_a_claim_between_both_readings_is_owed_and_told_to_be_disputable(
    answer: Answer, late: Data
) -> None:
    rule = {**late, "claim_within": {"value": 30, "unit": "day"}}
    text = told(answer(rule, on=dt.date(2026, 11, 10)), "en", 999)
    assert "You are owed compensation." in text
    assert "Its time can be disputed, and the doubt goes to the user." in text


def test_a_complaint_whose_time_has_passed_is_told_as_such(answer: Answer) -> None:
    text = told(answer(on=dt.date(2026, 12, 1)), "id", 999)
    assert "Waktu mengadu kepada kantor ini sudah lewat" in text
    assert "Hak Anda yang lain tetap ada" not in text


def test_damages_go_into_a_complaint_only_while_there_can_be_one(answer: Answer) -> None:
    still, passed = (told(answer(on=dt.date(2026, 11, day)), "id", 999) for day in (16, 17))
    assert "tuntutan dapat dimasukkan dalam surat pengaduan" in still
    assert "surat pengaduan" not in passed
    assert "tuntutan diajukan ke pengadilan" in passed
    cited = answer(on=dt.date(2026, 11, 17)).citations
    assert "UU 25/2009 Pasal 52 ayat (1)" in cited
    assert "UU 25/2009 Pasal 48 ayat (4)" not in cited


def test_a_delay_of_an_included_upper_bound_is_told_as_the_policy_says(
    answer: Answer, late: Data
) -> None:
    tiers = [
        {"lower": 0, "upper": 30, "upper_included": True, "remedies": [{"kind": "drink"}]},
        {"lower": 31, "upper": 60, "upper_included": True, "remedies": [{"kind": "snack"}]},
    ]
    for finished, words in (("10:30", "0 sampai dengan 30"), ("10:31", "31 sampai dengan 60")):
        found = answer({**late, "tiers": tiers}, finished_at=f"2026-10-05T{finished}+07:00")
        assert f"keterlambatan {words} menit berlaku." in told(found, "id", 999)
    assert found.to_dict()["tier"] == {"place": 1, "lower": 31, "upper": 61, "unit": "minute"}


def test_what_leans_on_an_estimate_says_so(answer: Answer) -> None:
    from attrs import evolve

    from pst_standards.calendar import default_calendar

    calendar = default_calendar()
    year = evolve(calendar.years[2026], estimated=True)
    assert "masih dapat berubah" in told(answer(calendar=calendar.with_year(year)), "id")


def test_no_line_is_wider_than_asked(answer: Answer, late: Data) -> None:
    text = told(answer({**late, "decider": "Kepala kantor"}), "id", 60)
    assert max(map(len, text.splitlines())) <= 60


def test_without_a_policy_nobody_is_named(answer: Answer) -> None:
    text = told(answer(triggers=["conduct"]), "en")
    assert not re.search("Who decides", text)
    assert "conduct of an officer" in text


def test_an_event_without_an_id_is_told_as_well(answer: Answer) -> None:
    text = told(answer(id=None), "id")
    assert "Kejadian" not in text.split("Anda berhak")[0]
