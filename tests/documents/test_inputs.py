"""Documents that rest on more than a definition, made in memory and in one build."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import pst_standards
from pst_standards.compensation import Entitlement, entitlement
from pst_standards.complaints.recap_records import recap_in
from pst_standards.definitions.assembling import loads
from pst_standards.definitions.records import load_record
from pst_standards.documents import (
    FinalError,
    Inputs,
    NothingToPrintError,
    RegisterEntry,
    RequestError,
    UnverifiableError,
    build,
    document,
    render,
    verify,
)
from pst_standards.documents.kinds import composed
from pst_standards.documents.outline import Paper
from pst_standards.documents.targets import Target, targets
from pst_standards.model.complaint_recap import ComplaintRecap
from pst_standards.model.definition import Definition
from pst_standards.model.service_event import ServiceEvent
from pst_standards.surveys import Tally, instrument, score
from pst_standards.surveys.reporting import SurveyPeriod, SurveyResult

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LETTERS = ["late-consultation", "conduct", "late-consultation-2"]
RECORDED: dict[str, Any] = {
    "office": {"name": "BPS Kabupaten Contoh"},
    "survey": {
        "instrument": "skm",
        "carried_by": "skd",
        "basis": "PermenPANRB 14/2017",
        "method": {"id": "Kuesioner daring", "en": "Online questionnaire"},
        "results": ["y-2024", "s1-2025", "s2-2025", "silent", "report"],
    },
    "publications": [
        {"id": "s1-2025", "kind": "survey_result", "text": "Nilai 83,10.", "year": 2025},
        {
            "id": "s2-2025",
            "kind": "survey_result",
            "title": {"id": "Hasil survei", "en": "Survey result"},
            "text": {"id": "Nilai 84,16 (Baik) dari 120 orang", "en": "84.16 (good), 120 people"},
            "period": {"id": "Semester II 2025", "en": "Second half of 2025"},
            "year": 2025,
            "url": "contoh.go.id/survei",
        },
        {"id": "y-2024", "kind": "survey_result", "text": "Nilai 80."},
        {"id": "silent", "kind": "survey_result", "year": 2026},
        {"id": "report", "kind": "complaint_report", "text": "Nilai 1.", "year": 2026},
    ],
}


@pytest.fixture(scope="module")
def office() -> Definition:
    return pst_standards.load(EXAMPLES / "kabupaten-semarang")


def answered(office: Definition, name: str, **more: Any) -> Entitlement:
    event = load_record(EXAMPLES / "events" / f"{name}.yaml", ServiceEvent)
    return entitlement(office, evolve(event, **more))


@pytest.fixture(scope="module")
def inputs(office: Definition) -> Inputs:
    names = ("late-consultation", "force-majeure", "conduct", "late-consultation")
    record = load_record(EXAMPLES / "recaps" / "2025.yaml", ComplaintRecap)
    tally = Tally.from_frequencies(instrument("skm-2017"), {"fee": (0, 0, 20, 20)})
    return Inputs(
        events=[answered(office, name) for name in names],
        survey=SurveyResult(period=SurveyPeriod.of(2024), score=score(tally)),
        complaints=recap_in(record),
        words=record,
    )


def test_a_build_with_inputs_has_the_whole_set(
    office: Definition, inputs: Inputs, tmp_path: Path
) -> None:
    made = build(office, tmp_path, formats=["docx", "html", "pdf", "md"], inputs=inputs)
    assert made.skipped == ()
    letters = [one for one in made.documents if one.kind == "compensation-letter"]
    assert [one.event for one in letters[::4]] == LETTERS
    assert {one.path for one in letters[:4]} == {
        f"compensation-letter-late-consultation.{name}" for name in ("docx", "html", "pdf", "md")
    }
    data = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    events = {one["kind"] for one in data["documents"] if "event" in one}
    assert events == {"compensation-letter"}
    assert {one["kind"]: one["rests_on"] for one in data["documents"] if "rests_on" in one} == {
        "compensation-register": "events",
        "compensation-letter": "events",
        "complaint-report": "register",
        "survey-sheet": "answers",
        "survey-report": "answers",
    }

    def page(kind: str) -> str:
        return (tmp_path / f"{kind}.html").read_text(encoding="utf-8")

    assert "35 menit" in page("compensation-register")
    assert "keadaan kahar" in page("compensation-register")
    assert "Papan antrean diperbarui" in page("complaint-report")
    assert "untuk lingkungan kantor" not in page("complaint-report").casefold()
    assert "87,50" in page("survey-sheet")
    assert "87,50" in page("survey-report")
    late, rude = (page(f"compensation-letter-{name}") for name in LETTERS[:2])
    assert "Surat ini sekaligus merupakan permintaan maaf tertulis" in late
    assert "Penanggung jawab PST," in late
    # The head apologises and signs.
    assert "Nama Contoh Kepala Kantor" in rude
    assert "Surat ini sekaligus" not in rude


def test_without_inputs_what_is_skipped_names_the_option(
    office: Definition, tmp_path: Path
) -> None:
    for lang in ("id", "en"):
        made = build(office, tmp_path / lang, formats=["html"], lang=lang)
        reasons = {one.kind: one.reason for one in made.skipped}
        for kind, option in {
            "compensation-letter": "--events",
            "complaint-report": "--register",
            "survey-sheet": "--answers",
            "survey-report": "--answers",
        }.items():
            assert option in reasons[kind], kind
        # By hand an empty register can be kept.
        assert "compensation-register" not in reasons


def test_a_missing_letter_says_why(office: Definition) -> None:
    refused = Inputs(events=[answered(office, "force-majeure")])
    with pytest.raises(NothingToPrintError, match="Tidak satu pun kejadian"):
        render(office, "compensation-letter", "html", inputs=refused)
    poor = evolve(office, compensation=None)
    with pytest.raises(NothingToPrintError, match="tidak memuat kompensasi"):
        render(poor, "compensation-letter", "html")
    assert not list(targets(poor, "compensation-register", refused))
    alone = Target(kind="survey-report")
    with pytest.raises(NothingToPrintError):
        composed(office, alone, lang="id", paper=Paper.A4, assets=None, sha256="")


def test_one_of_several_letters_is_named(office: Definition, inputs: Inputs) -> None:
    made = document(office, "compensation-letter", "conduct", inputs=inputs)
    assert made.identity is not None
    assert made.identity.rests_on == "events"
    alone = Inputs(events=[answered(office, "conduct")])
    assert document(office, "compensation-letter", inputs=alone) == made
    with pytest.raises(RequestError, match="late-consultation, conduct"):
        document(office, "compensation-letter", inputs=inputs)
    with pytest.raises(RequestError, match="late-consultation, conduct"):
        document(office, "compensation-letter", "lain", inputs=inputs)


def test_an_entry_of_the_register_may_say_more(office: Definition) -> None:
    entry = RegisterEntry(answer=answered(office, "conduct"), note="Diambil sendiri")
    page = render(office, "compensation-register", "html", inputs=Inputs(events=[entry]))
    assert b"Diambil sendiri" in page


def test_a_letter_on_what_nobody_confirmed_is_not_final() -> None:
    doubt = pst_standards.loads(
        {
            "stage": "adopted",
            "office": {"code": "3322", "name": "BPS Kabupaten Contoh"},
            "services": [{"id": "library", "name": "Perpustakaan"}],
            "compensation": {"rules": [{"id": "c", "trigger": "conduct", "text": "Maaf"}]},
        }
    )
    event = {
        "id": "a",
        "service": "library",
        "triggers": ["conduct"],
        "requested_at": "2026-10-05T09:00+07:00",
        "confidence": "unverified",
    }
    asked = Inputs(events=[entitlement(doubt, load_record(event, ServiceEvent))])
    with pytest.raises(FinalError) as refusal:
        render(doubt, "compensation-letter", "html", final=True, inputs=asked)
    assert refusal.value.findings == ()
    assert "belum dikonfirmasi" in copy.copy(refusal.value).message("id")
    del event["confidence"]
    sure = Inputs(events=[entitlement(doubt, load_record(event, ServiceEvent))])
    assert b"Maaf" in render(doubt, "compensation-letter", "html", final=True, inputs=sure)


@pytest.mark.parametrize(
    ("kind", "option"),
    [
        ("compensation-register", "--events"),
        ("complaint-report", "--register"),
        ("survey-sheet", "--answers"),
    ],
)
def test_what_rests_on_more_cannot_be_held_against_a_definition(
    office: Definition, inputs: Inputs, kind: str, option: str
) -> None:
    for form in ("docx", "html"):
        with pytest.raises(UnverifiableError, match=option):
            verify(render(office, kind, form, inputs=inputs), office)


def test_a_recorded_result_is_sheet_enough() -> None:
    recorded = loads(RECORDED)
    made = document(recorded, "survey-sheet", lang="en")
    assert made.title == "Survey result (Second half of 2025)"
    page = render(recorded, "survey-sheet", "html").decode("utf-8")
    for said in ("Nilai 84,16 (Baik) dari 120 orang.", "Kuesioner daring", "Hasil sebelumnya"):
        assert said in page
    assert "Survei Kepuasan Masyarakat, dilaksanakan melalui Survei Kebutuhan Data" in page
    assert 'href="https://contoh.go.id/survei"' in page
    assert "Nilai 1" not in page
    assert page.index("83,10") < page.index("Nilai 80")
    found = verify(page.encode(), recorded)
    assert (found.kind, found.matches) == ("survey-sheet", True)
    changed = verify(page.replace("84,16", "94,16").encode(), recorded)
    assert [one.pointer for one in changed.differences] == ["/publications/1/text"]


def test_one_recorded_result_alone_has_no_table() -> None:
    alone = {**RECORDED, "survey": {"results": ["y-2024"]}}
    page = render(loads(alone), "survey-sheet", "html").decode("utf-8")
    assert "Nilai 80." in page
    assert "Hasil sebelumnya" not in page


VERIFIED = [
    ("compensation-letter", "late-consultation", "docx"),
    ("compensation-letter", "conduct", "html"),
    ("compensation-register", None, "md"),
    ("complaint-report", None, "docx"),
    ("survey-sheet", None, "html"),
    ("survey-report", None, "md"),
]


@pytest.mark.parametrize(("kind", "event", "form"), VERIFIED)
def test_a_document_of_more_is_held_against_the_same_input(
    office: Definition, inputs: Inputs, kind: str, event: str | None, form: str
) -> None:
    file = render(office, kind, form, event, inputs=inputs, lang="en")
    found = verify(file, office, inputs=inputs)
    assert (found.matches, found.kind, found.event) == (True, kind, event or "")
    assert (found.not_compared, found.compared) == ((), "text")
    told = json.loads(found.to_json())["document"]
    assert (told["rests_on"], told.get("event")) == (found.rests_on, event)


def test_a_figure_that_the_input_does_not_give_is_found(office: Definition, inputs: Inputs) -> None:
    page = render(office, "survey-sheet", "html", inputs=inputs).decode()
    figure = re.search(r"\d\d,\d\d", page)
    assert figure is not None
    changed = page.replace(figure[0], "99,99")
    assert not verify(changed.encode(), office, inputs=inputs).matches
    fewer = evolve(inputs, events=inputs.events[:1])
    register = render(office, "compensation-register", "html", inputs=inputs)
    assert not verify(register, office, inputs=fewer).matches


def test_input_changes_nothing_for_a_document_of_the_definition_alone(
    office: Definition, inputs: Inputs
) -> None:
    for kind in ("maklumat", "compensation-register"):
        found = verify(render(office, kind, "html"), office, inputs=inputs)
        assert (found.matches, found.rests_on) == (True, "")


def test_a_file_that_lost_its_name_is_told_among_those_of_the_input(
    office: Definition, inputs: Inputs
) -> None:
    page = render(office, "complaint-report", "html", inputs=inputs).decode()
    found = verify(page.replace("pst-", "x-").encode(), office, inputs=inputs)
    assert (found.kind, found.rests_on, found.matches) == ("complaint-report", "register", True)


def test_of_a_pdf_it_is_said_what_was_not_compared(office: Definition, inputs: Inputs) -> None:
    file = render(office, "survey-sheet", "pdf", inputs=inputs)
    found = verify(file, office)
    assert (found.matches, found.not_compared) == (True, ("text", "answers"))
    assert json.loads(found.to_json())["not_compared"] == ["text", "answers"]
