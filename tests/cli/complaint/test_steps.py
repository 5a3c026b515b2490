"""``pst complaint advance``: what happens, what may follow, and the keys of each step."""

from __future__ import annotations

import json
import re

import pytest

from pst_standards.cli.complaint_keys import keys_of, keys_text
from pst_standards.cli.complaint_values import typed_values
from pst_standards.complaints.states import Step
from tests.cli.complaint.complaint_office import AT, NAME, Office


def test_a_step_happens_and_what_may_follow_is_told(office: Office) -> None:
    number = office.filed()["number"]
    refused = office.advance(number, "review", "--set", "handler.officer=A2", "--at", AT)
    assert (refused.code, refused.out) == (1, "")
    assert "Terbitkan tanda terima sebelum" in refused.err
    assert "issue_receipt" in refused.err
    assert office.receipt(number).code == 0
    done = office.advance(number, "T03", "--set", "handler.officer=A2", "--format", "json")
    told = json.loads(done.out)
    assert (told["number"], told["state"]) == (number, "reviewed")
    assert "classify" in told["possible"]
    assert told["clocks"][0]["id"] == "K1"


@pytest.mark.parametrize(
    ("step", "more", "code"),
    [
        ("nothing", (), 2),
        ("review", ("--set", "handler"), 2),
        ("review", ("--set", "handler=A", "--set", "handler.officer=B"), 2),
        ("review", ("--set", "handler.x=A2"), 2),
        ("review", ("--set", "=A2"), 2),
        ("review", ("--set", f"reporter={NAME}"), 2),
        ("complete", ("--set", f"reporter.name={NAME}"), 2),
        ("review", ("--set", "handler.officer=A2", "--from", "x.yaml"), 2),
        ("review", ("--from", "tidak-ada.yaml"), 2),
        ("review", ("--at", "kemarin"), 2),
        ("review", ("--at", "2026-13-40T99:99"), 2),
        ("review", ("--set", "handler.officer=A2", "--at", "2020-01-01T09:00"), 1),
        ("close_unanswered", (), 1),
    ],
)
def test_what_cannot_be_changes_nothing(
    office: Office, step: str, more: tuple[str, ...], code: int
) -> None:
    number = office.filed()["number"]
    office.receipt(number)
    before = (office.folder / "r.db").read_bytes()
    ended = office.advance(number, step, *more)
    assert (ended.code, ended.out) == (code, "")
    assert NAME not in ended.err
    assert (office.folder / "r.db").read_bytes() == before


def test_a_file_tells_what_a_step_needs_and_its_reporter_is_sealed(office: Office) -> None:
    source = office.folder / "pengaduan.yaml"
    text = (office.examples / "late-service.yaml").read_text(encoding="utf-8")
    source.write_text(text.replace("reporter:", "#").replace("  name", "#").replace("  add", "#"))
    told = office.do(
        *("file", *office.vault, *office.officer, "--from", source, "--format", "json")
    )
    number = json.loads(told.out)["number"]
    office.receipt(number)
    office.advance(number, "review", "--set", "handler.officer=A2")
    details = office.folder / "rincian.yaml"
    details.write_text("missing: [identity]\nnotice: {means: letter}\n", encoding="utf-8")
    assert office.advance(number, "declare_incomplete", "--from", details).code == 0
    details.write_text("reporter: {name: Zubaedah}\nplace: Meja\n", encoding="utf-8")
    ended = office.advance(number, "complete", "--from", details, *office.vault)
    assert ended.code == 0
    details.unlink()
    assert "Zubaedah" not in office.everything() + ended.out
    details.write_text("reporter: {name: Zubaedah}\nreporter: [\n", encoding="utf-8")
    broken = office.advance(number, "complete", "--from", details, *office.vault)
    assert (broken.code, broken.out) == (2, "")
    assert "Zubaedah" not in broken.err


def test_values_are_of_the_type_of_their_fields() -> None:
    assert typed_values(Step.PAY_DAMAGES, ["amount=150000"]) == {"amount": 150_000}
    assert typed_values(Step.PAY_DAMAGES, ["amount=lima"]) == {"amount": "lima"}
    assert typed_values(Step.WITHDRAW, ["voluntary=Tidak"]) == {"voluntary": False}
    assert typed_values(Step.WITHDRAW, ["voluntary=mungkin"]) == {"voluntary": "mungkin"}
    told = typed_values(Step.DECIDE, ["award.amount=0", "award.reason=Tidak ada", "reasons=a=b"])
    assert told == {"award": {"amount": 0, "reason": "Tidak ada"}, "reasons": "a=b"}
    listed = typed_values(Step.DECLARE_INCOMPLETE, ["missing=request, identity"])
    assert listed == {"missing": ["request", "identity"]}
    assert typed_values(Step.REVIEW, ["handler.officer.x=1"]) == {
        "handler": {"officer": {"x": "1"}}
    }


def test_the_keys_of_a_step_are_told_when_asked_and_when_they_are_wrong(office: Office) -> None:
    asked = office.pst("complaint", "advance", "--keys", "T04")
    assert asked.code == 0
    assert "complaint_class" in asked.out
    assert "ordinary (Pengaduan tidak berkadar pengawasan)" in asked.out
    english = office.pst("complaint", "advance", "--keys", "declare_incomplete", "--lang", "en")
    assert "identity (Full name and address)" in english.out
    assert office.pst("complaint", "advance", "--keys", "nothing").code == 2
    number = office.filed()["number"]
    for pair in ("handler=A2", "handler.x=A2", "handler.pst_desk=mungkin", "notice.means=x"):
        refused = office.advance(number, "review", "--set", pair)
        assert (refused.code, refused.out) == (2, "")
        assert "handler.officer" in refused.err
        assert not {"object", "bool", "data."} & set(re.findall(r"object|bool|data\.", refused.err))
    wrong = office.advance(number, "accept")
    assert "accept (Tanggapi: puas) tidak dapat dilakukan" in wrong.err
    assert "berstatus Diterima" in wrong.err
    late = office.advance(number, "review", "--set", "handler.officer=A2")
    assert "\n  review " not in late.err


@pytest.mark.parametrize("step", [one for one in Step if one is not Step.FILE])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_step_has_its_keys_with_their_names(step: Step, lang: str) -> None:
    for key in keys_of(step, lang):
        assert key.label or key.name == "reporter", key.name
        assert key.kind
    assert step.term(lang) in keys_text(step, lang)


@pytest.mark.parametrize(
    ("step", "demanded"),
    [
        (Step.DELIVER, {"copy"}),
        (Step.REFER, {"referral", "ground", "notice.means"}),
        (Step.TRANSFER, {"target", "notice.means"}),
        (Step.REVIEW, {"handler.officer"}),
    ],
)
def test_what_a_step_cannot_do_without_is_called_required(step: Step, demanded: set[str]) -> None:
    assert {key.name for key in keys_of(step, "id") if key.required} == demanded


def steps_in(said: str) -> set[str]:
    return {
        word for line in said.splitlines() if line.startswith("  ") for word in line.split()[:1]
    }


def test_a_step_that_lacks_a_key_stays_among_those_that_may_come_next(office: Office) -> None:
    number = office.filed()["number"]
    early = office.advance(number, "review", "--set", "handler.officer=A2", "--at", AT)
    assert "review" not in steps_in(early.err)
    office.receipt(number)
    ended = office.advance(number, "refer", "--set", "referral=WBS-1")
    assert ended.code == 1
    assert {"refer", "review"} <= steps_in(ended.err)
    assert "issue_receipt" not in steps_in(ended.err)


def test_a_step_out_of_its_order_is_told_so_before_its_keys(office: Office) -> None:
    number = office.filed()["number"]
    ended = office.advance(number, "decide", "--set", "outcome=perhaps")
    assert ended.code == 1
    assert "tidak dapat dilakukan pada pengaduan yang berstatus Diterima" in ended.err
    assert "outcome" not in ended.err


def test_what_stands_in_the_way_is_told_without_english(office: Office) -> None:
    number = office.filed()["number"]
    (office.folder / "berkas").write_text("x", encoding="utf-8")
    out = office.folder / "berkas" / "tanda-terima.docx"
    receipt = office.do("receipt", *office.officer, number, "--out", out)
    report = office.do("report", "--year", "2026", "--out", office.folder / "berkas" / "x")
    for ended in (receipt, report):
        assert ended.code == 2
        assert "bukan folder" in ended.err
        assert "directory" not in ended.err
