from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from pst_standards.definitions.assembling import load, loads, read_data
from pst_standards.definitions.wording import word
from pst_standards.documents.kinds import document, render
from pst_standards.documents.outline import Document, Signature
from pst_standards.documents.refusals import FinalError
from pst_standards.findings import Finding, format_pointer
from pst_standards.model.base import own_names
from pst_standards.model.complaints import ComplaintMechanism

Tell = Callable[[Document], str]
Office = dict[str, Any]


@pytest.fixture
def changed(data: Mapping[str, Any]) -> Office:
    whole = deepcopy(dict(data))
    del whole["standards"][1]
    return whole


def refused(office: Office, kind: str) -> dict[str, Finding]:
    with pytest.raises(FinalError) as refusal:
        render(loads(office), kind, "html", final=True)
    return {format_pointer(found.pointer): found for found in refusal.value.findings}


def test_a_definition_without_open_points_gives_a_final_document(changed: Office) -> None:
    for kind in ("standard", "maklumat", "compensation-announcement", "booklet"):
        assert not document(loads(changed), kind).draft
        assert b"DRAF" not in render(loads(changed), kind, "html", final=True)


@pytest.mark.parametrize("confidence", ["unverified", "illustration"])
def test_an_open_value_stamps_and_is_listed(changed: Office, confidence: str, tell: Tell) -> None:
    limit = changed["standards"][0]["time_limit"]["limits"][1]
    limit.update(confidence=confidence, source="Sumber Contoh")
    made = document(loads(changed), "standard")
    shown = tell(made)
    page = shown[shown.index("## Catatan draf") :]
    assert made.draft
    assert b"DRAF" in render(loads(changed), "standard", "html")
    assert "Jangka waktu penyelesaian \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} Batas" in page
    assert "Nilai paling lama: 3" in page
    assert "Sumber Contoh" in page
    assert {"unverified": "belum diverifikasi", "illustration": "contoh rekaan"}[confidence] in page


@pytest.mark.parametrize("confidence", ["verified", "secondary"])
def test_other_values_leave_a_document_as_it_is(changed: Office, confidence: str) -> None:
    changed["standards"][0]["time_limit"]["confidence"] = confidence
    assert not document(loads(changed), "standard").draft


def test_a_value_that_a_kind_does_not_print_does_not_make_it_a_draft(changed: Office) -> None:
    changed["standards"][0]["life_cycle"] = {"drafted_on": "2026-01-05", "confidence": "unverified"}
    changed["maklumat"]["confidence"] = "illustration"
    made = {
        kind: document(loads(changed), kind).draft
        for kind in ("standard", "maklumat", "compensation-announcement", "booklet")
    }
    assert made == {
        "standard": False,
        "maklumat": True,
        "compensation-announcement": False,
        "booklet": True,
    }


def test_the_condition_of_a_facility_counts_only_where_it_is_printed(changed: Office) -> None:
    changed["facilities"][0]["marks"] = {"condition": {"confidence": "illustration"}}
    assert not document(loads(changed), "standard").draft
    assert document(loads(changed), "booklet").draft


@pytest.mark.parametrize("stage", ["draft", "discussed", None])
def test_what_is_not_adopted_is_a_draft(changed: Office, stage: str | None) -> None:
    changed["stage"] = stage
    assert document(loads(changed), "maklumat").draft
    assert refused(changed, "maklumat")["/stage"].variant == "stage"


def test_final_names_each_open_value_and_takes_the_offices_word_for_it(changed: Office) -> None:
    maklumat = changed["maklumat"]
    maklumat["confidence"] = "illustration"
    found = refused(changed, "maklumat")
    assert set(found) == {
        "/maklumat/pledge",
        "/maklumat/place",
        "/maklumat/date",
        "/maklumat/signer/name",
        "/maklumat/signer/position",
    }
    assert {one.rule for one in found.values()} == {"DEF-032"}
    assert found["/maklumat/signer/name"].params["found"] == "Budi Contoh"
    maklumat["confirmed"] = {"by": "Ani Contoh", "on": "2026-11-22"}
    assert b"DRAF" not in render(loads(changed), "maklumat", "html", final=True)


def test_half_a_confirmation_does_not_count(changed: Office) -> None:
    changed["maklumat"].update(confidence="illustration", confirmed={"by": "Ani Contoh"})
    with pytest.raises(FinalError):
        render(loads(changed), "maklumat", "html", final=True)


def test_final_refuses_what_is_not_set(changed: Office) -> None:
    del changed["standards"][0]["fee"]
    found = refused(changed, "standard")["/standards/0/fee"]
    assert (found.variant, found.params["key"]) == ("missing", "fee")
    assert word(found, "id")[0].startswith("Biaya/tarif (fee) belum ditetapkan")


def test_findings_know_file_and_line_and_have_words(tmp_path: Path) -> None:
    file = tmp_path / "kantor.yaml"
    lines = ["stage: adopted", "maklumat:", "  confidence: unverified", "  pledge: Kami sanggup"]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(FinalError) as refusal:
        render(load(file), "maklumat", "html", final=True)
    (found,) = refusal.value.findings
    assert (found.location.line, Path(found.location.file or "").name) == (4, "kantor.yaml")
    assert all(word(found, lang)[0] for lang in ("id", "en"))
    assert "1" in refusal.value.message("id")


def test_the_list_tells_the_place_in_the_file(tmp_path: Path, tell: Tell) -> None:
    file = tmp_path / "kantor.yaml"
    lines = ["stage: adopted", "maklumat:", "  confidence: unverified", "  pledge: Kami sanggup"]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "kantor.yaml:4" in tell(document(load(file), "maklumat"))


def test_an_id_in_the_list_is_shown_by_the_name_of_what_it_stands_for(
    changed: Office, tell: Tell
) -> None:
    changed["standards"][0]["facilities"]["confidence"] = "illustration"
    changed["standards"][0]["facilities"]["items"].append("zz-nowhere")
    shown = tell(document(read_data(changed).definition, "standard"))
    assert "Daftar fasilitas: Bidang landai, Ruang tunggu" in shown
    assert "zz-" not in shown


def told(office: Office, kind: str, lang: str) -> str:
    return "\n".join(word(one, lang)[0] for one in refused(office, kind).values())


def test_final_names_the_key_itself_and_tells_a_choice_by_its_term(changed: Office) -> None:
    limit = changed["standards"][0]["time_limit"]["limits"][1]
    limit["confidence"] = "unverified"
    changed["standards"][0]["fee"] = {"kind": "free", "confidence": "unverified"}
    indonesian, english = (told(changed, "standard", lang) for lang in ("id", "en"))
    assert "Jenis biaya (kind) berisi “Tidak dipungut biaya”" in indonesian
    assert "Kind of fee (kind) holds “Free of charge”" in english
    assert "Nilai paling lama (value) berisi “3”" in indonesian
    assert "(unit) berisi “hari kerja”" in indonesian


def test_final_tells_yes_and_no_in_words(changed: Office) -> None:
    rule = changed["compensation"]["rules"][0]
    rule.update(needs_complaint=False, confidence="unverified")
    indonesian, english = (
        told(changed, "compensation-announcement", lang) for lang in ("id", "en")
    )
    assert "Perlu pengaduan (needs_complaint) berisi “Tidak”" in indonesian
    assert "Needs a complaint (needs_complaint) holds “No”" in english


def test_a_final_date_is_told_in_words(changed: Office) -> None:
    changed["maklumat"]["confidence"] = "illustration"
    date = refused(changed, "maklumat")["/maklumat/date"]
    assert "-" not in str(date.params["found"])
    assert str(date.params["found"]) in word(date, "id")[0]
    assert str(date.params["found_en"]) in word(date, "en")[0]


@pytest.fixture
def procedure(changed: Office) -> Office:
    """Return an office whose complaint procedure lacks nothing but who enacted it."""
    changed["complaints"].pop("decree", None)
    changed["complaints"]["mechanism"] = dict.fromkeys(own_names(ComplaintMechanism), "Uraian")
    return changed


def test_nobody_signs_a_final_procedure_that_names_neither_decree_nor_signer(
    procedure: Office,
) -> None:
    made = document(loads(procedure), "complaint-procedure")
    assert not made.draft
    assert not [block for block in made.blocks if isinstance(block, Signature)]
    procedure["stage"] = "draft"
    made = document(loads(procedure), "complaint-procedure")
    assert [block for block in made.blocks if isinstance(block, Signature)]


def test_who_enacted_a_final_procedure_signs_it(procedure: Office) -> None:
    procedure["complaints"]["decree"] = {"number": "7 Tahun 2026"}
    made = document(loads(procedure), "complaint-procedure")
    assert [block for block in made.blocks if isinstance(block, Signature)]


def test_a_document_does_not_tell_what_its_folder_is_called(tmp_path: Path) -> None:
    made = []
    for name in ("a/kantor-contoh", "b/provinsi", "c/maklumat"):
        home = tmp_path / name
        (home.parent / "provinsi-contoh").mkdir(parents=True)
        home.mkdir()
        for file, text in (
            ("kantor.yaml", "extends: ../provinsi-contoh\noffice: {name: BPS Contoh}\n"),
            ("maklumat.yaml", "maklumat: {confidence: illustration, pledge: Sanggup}\n"),
            (
                "../provinsi-contoh/a.yaml",
                "office: {confidence: illustration, email: a@contoh.id}\n",
            ),
            ("../provinsi-contoh/b.yaml", "lang: id\n"),
        ):
            (home / file).write_text(text, encoding="utf-8")
        made.append(render(load(home), "maklumat", "md"))
    assert b"maklumat.yaml:1" in made[0]
    assert b"kantor-contoh" not in made[0]
    assert len({*made}) == 1
