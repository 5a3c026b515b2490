"""Decisions on compensation: what they grant or refuse, and what stamps them as drafts."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from typing import Any

import pytest
from attrs import evolve

from pst_standards.definitions import loads
from pst_standards.documents import (
    decision,
    decision_document,
    document,
    quotation_document,
    register_document,
)
from pst_standards.model.service_event import ServiceEvent
from pst_standards.tariffs import quotation as priced
from tests.documents.compose.compensation_cases import (
    DOTS,
    EVENTS,
    LATE,
    OFFERS,
    OFFICE,
    RUDE,
    SHORT,
    Data,
    Tell,
    answer,
    letter,
)


def test_a_decision_that_grants_says_what_by_when_and_by_whom(tell: Tell) -> None:
    shown = tell(decision_document(answer(LATE)))
    for part in (
        "# Keputusan Pemberian Kompensasi",
        "(1) Permintaan maaf tertulis",
        "(2) Minuman",
        "Diberikan paling lambat : Kamis, 8 Oktober 2026",
        "Diputuskan oleh : Ketua tim",
        "Dasar pembebanan biaya : DIPA kantor",
        "Mengadu kepada kantor ini: paling lambat",
        "Menuntut ganti rugi",
        "Melapor kepada Ombudsman",
        "## Bukti pemberian kompensasi",
    ):
        assert part in shown
    assert "draft:" not in shown


def test_a_decision_names_no_day_no_number_and_no_signer(tell: Tell) -> None:
    shown = tell(decision_document(answer(LATE)))
    assert f"Nomor: {DOTS}" in shown
    assert f"pada tanggal {SHORT} |  | Ketua tim, | {DOTS}" in shown
    assert f"Dilaksanakan oleh : {DOTS}" in shown


def test_a_refusal_names_its_cause_and_leaves_the_rights(tell: Tell) -> None:
    shown = tell(decision_document(answer(EVENTS["refused"])))
    assert "# Keputusan Penolakan Kompensasi" in shown
    assert "Keadaan kahar dikecualikan dari kompensasi: Surat BPBD nomor 1" in shown
    assert "Mengadu kepada kantor ini: paling lambat" in shown
    assert "Bukti pemberian" not in shown
    assert "Dilaksanakan oleh" not in shown


def test_what_cannot_be_decided_yet_is_stamped(tell: Tell) -> None:
    made = decision_document(answer(RUDE))
    assert made.draft
    assert "masih ditunggu" in made.draft_note
    assert made.draft_note in tell(made).partition("Catatan draf")[2]
    assert not decision_document(answer({**RUDE, "complained_at": "2026-10-08T09:00+07:00"})).draft


@pytest.mark.parametrize(
    ("event", "said", "unsaid"),
    [
        ({"claimed_at": "2026-10-08T09:00+07:00"}, "Permintaan diputuskan sesudah", "lebih dahulu"),
        ({"verified_at": "2026-10-08T09:00+07:00"}, "tidak perlu diajukan ulang", "lebih dahulu"),
        ({"complained_at": "2026-10-08T09:00+07:00"}, "pengaduannya tidak perlu", "Permintaan dip"),
        ({}, "perlu lebih dahulu mengajukan pengaduan atau klaim", "diajukan ulang"),
        ({"needed": False}, "Kompensasi diputuskan sesudah hal", "diajukan"),
    ],
)
def test_what_waits_need_not_be_asked_for_again_if_it_was_asked_for(
    event: Data, said: str, unsaid: str, tell: Tell
) -> None:
    office = deepcopy(OFFICE)
    rule = {"fault_required": True, "needs_complaint": event.pop("needed", True)}
    office["compensation"]["rules"][1].update(rule)
    shown = tell(decision_document(answer({**RUDE, **event}, office)))
    told = shown.partition("## Keputusan")[2].partition("##")[0]
    assert "belum dapat diputuskan" in told
    assert said in told
    assert unsaid not in told


def test_a_complaint_whose_time_has_passed_is_not_said_to_be_open(tell: Tell) -> None:
    late = answer(LATE, on=dt.date(2026, 12, 30))
    shown = tell(decision_document(late))
    assert "Waktu mengadu kepada kantor ini sudah lewat" in shown
    assert "tetap dapat:" not in shown


@pytest.mark.parametrize(
    "path",
    [
        ("compensation", "rules", 0, "tiers", 1),
        ("compensation", "rules", 0, "decider"),
        ("compensation", "rules", 0),
        ("standards", 0, "time_limit", "limits", 0),
        ("office",),
    ],
)
def test_an_open_value_that_a_decision_rests_on_stamps_it(path: tuple[Any, ...]) -> None:
    office = deepcopy(OFFICE)
    part: Any = office
    for step in path[:-1]:
        part = part[step]
    if path[-1] == "decider":
        part["marks"] = {"decider": {"confidence": "unverified"}}
    else:
        part[path[-1]]["confidence"] = "illustration"
    made = decision_document(answer(LATE, office))
    assert made.draft
    assert b"DRAF" in decision(answer(LATE, office), "html")


def test_an_open_value_that_a_decision_does_not_rest_on_leaves_it(tell: Tell) -> None:
    office = deepcopy(OFFICE)
    office["compensation"]["rules"][1]["confidence"] = "illustration"
    office["compensation"]["rules"][0]["tiers"][0]["confidence"] = "illustration"
    made = decision_document(answer(LATE, office))
    assert not made.draft, tell(made)


def test_an_event_that_is_only_an_example_stamps_its_papers() -> None:
    event = {**LATE, "confidence": "illustration"}
    made = decision_document(answer(event))
    assert made.draft
    assert "Pelayanan selesai" in made.draft_note
    assert register_document(loads(OFFICE), [answer(event)]).draft


def test_a_definition_that_is_not_adopted_stamps_a_decision_but_no_quotation() -> None:
    office = {**OFFICE, "stage": "discussed"}
    assert decision_document(answer(LATE, office)).draft
    assert not quotation_document(priced(OFFERS["priced"]), office=loads(office)).draft


def test_a_decision_in_hours_gives_the_hour(tell: Tell) -> None:
    event = {**RUDE, "complained_at": "2026-10-08T09:00+07:00"}
    shown = tell(decision_document(answer(event)))
    assert "Kepala kantor menemui pengguna" in shown
    assert "Diberikan paling lambat : Kamis, 8 Oktober 2026 pukul 13.00 WIB" in shown


def test_a_rule_without_words_or_remedies_is_a_gap() -> None:
    office = deepcopy(OFFICE)
    del office["compensation"]["rules"][1]["text"]
    event = {**RUDE, "complained_at": "2026-10-08T09:00+07:00"}
    made = decision_document(answer(event, office))
    assert made.draft


def test_what_was_charged_and_whether_there_was_fault_are_facts(tell: Tell) -> None:
    office = deepcopy(OFFICE)
    office["compensation"]["rules"][1].update(trigger="overcharged", fault_required=True)
    event = {
        **RUDE,
        "triggers": ["overcharged"],
        "amount_due": 20000,
        "amount_charged": 25000,
        "fault_established": False,
        "complained_at": "2026-10-08T09:00+07:00",
    }
    shown = tell(decision_document(answer(event, office)))
    assert "Biaya yang dipungut : Rp25.000 (dua puluh lima ribu rupiah)" in shown
    assert "Kelalaian petugas terbukti : Tidak" in shown
    assert "# Keputusan Penolakan Kompensasi" in shown


def test_dates_that_may_still_move_are_pointed_out(tell: Tell) -> None:
    found = answer(LATE)
    assert found.chosen is not None
    moving = evolve(found, chosen=evolve(found.chosen, provisional=True))
    assert "masih dapat berubah" in tell(decision_document(moving))
    assert "masih dapat berubah" not in tell(decision_document(found))
    assert "sebelum surat ini dikirim" in tell(letter(moving))


def test_limits_of_another_channel_are_not_what_a_decision_rests_on() -> None:
    office = deepcopy(OFFICE)
    online = {"id": "online", "value": 3, "unit": "working_day", "channels": ["online"]}
    office["standards"][0]["time_limit"]["limits"].append({**online, "confidence": "unverified"})
    assert not decision_document(answer(LATE, office)).draft


def test_an_answer_for_no_time_has_no_tier(tell: Tell) -> None:
    early = {**LATE, "finished_at": "2026-10-05T10:02+07:00"}
    shown = tell(register_document(loads(OFFICE), [answer(early)]))
    assert "2 menit" in shown
    assert "Ditolak" in shown
    assert "30 menit atau lebih" not in shown


def test_an_upper_bound_that_is_included_is_printed_as_such(tell: Tell) -> None:
    office = deepcopy(OFFICE)
    upper = {"upper_included": True, "remedies": [{"kind": "drink"}]}
    office["compensation"]["rules"][0]["tiers"] = [
        {"lower": 0, "upper": 30, **upper},
        {"lower": 31, "upper": 60, **upper},
    ]
    found = answer(LATE, office)
    assert "31 sampai dengan 60 menit" in tell(register_document(loads(office), [found]))
    assert "31 sampai dengan 60 menit berlaku" in tell(decision_document(found))
    for kind in ("compensation-announcement", "compensation-claim-form"):
        shown = tell(document(loads(office), kind))
        assert "Sampai dengan 30 menit" in shown
        assert "31 sampai dengan 60 menit" in shown
        assert "kurang dari" not in shown.lower()
    shown = tell(document(loads(office), "compensation-announcement", lang="en"))
    assert "Up to and including 30 minutes" in shown


def test_what_has_no_reference_is_given_one_by_hand(tell: Tell) -> None:
    found = answer({**LATE, "id": None})
    assert f"Rujukan kejadian : {DOTS}" in tell(decision_document(found))
    assert f"\n  {DOTS}\n" in tell(register_document(loads(OFFICE), [found]))


def test_an_answer_without_a_moment_has_no_year(tell: Tell) -> None:
    found = answer(LATE)
    bare = evolve(found, event=ServiceEvent(id=found.event.id))
    shown = tell(register_document(loads(OFFICE), [bare]))
    assert f"Tahun : {DOTS}" in shown
    assert "Permintaan diajukan :" not in tell(decision_document(bare))


def test_a_decision_leaves_what_does_not_compare_to_the_user(tell: Tell) -> None:
    office = deepcopy(OFFICE)
    office["compensation"]["once_per_event"] = True
    made = decision_document(answer(EVENTS["both"], office), lang="id")
    shown = tell(made)
    chosen, _, other = shown.partition("Atau, bila dipilih penerima layanan sebagai gantinya:")
    assert "Permintaan maaf tertulis" in chosen
    assert "Kepala kantor menemui pengguna" in other
    assert "tidak dapat dibandingkan" in chosen
    _, _, other = tell(letter(answer(EVENTS["both"], office))).partition(
        "Sebagai gantinya Saudara dapat memilih:"
    )
    assert "Kepala kantor menemui pengguna" in other


def test_a_letter_on_a_rule_without_remedies_leaves_a_gap_and_on_passed_rights_says_so(
    tell: Tell,
) -> None:
    office = deepcopy(OFFICE)
    del office["compensation"]["rules"][0]["tiers"][1]["remedies"]
    made = letter(answer(LATE, office))
    assert made.draft
    assert "belum ditetapkan" in tell(made)
    late = answer(LATE, on=dt.date(2029, 1, 2))
    passed = evolve(late, rights=answer(LATE, on=dt.date(2026, 12, 31)).rights)
    assert "Tentang hak Saudara yang lain:" in tell(letter(passed))
