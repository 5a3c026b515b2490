"""``pst build`` with events, complaints and answers to a survey beside the definition."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pst_standards.calendar import default_calendar
from pst_standards.cli.input_kinds import looks_like
from pst_standards.complaints import replay
from pst_standards.complaints.records import events_of
from pst_standards.complaints.registers import line_of
from pst_standards.complaints.registers.opening import open_register
from pst_standards.definitions.records import load_record
from pst_standards.exchange.recap import recap_form
from pst_standards.model.complaint_case import ComplaintRecord

Pst = Callable[..., Any]
Built = Callable[..., Any]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MINIMAL = EXAMPLES / "minimal.yaml"
SEMARANG = EXAMPLES / "kabupaten-semarang"
ANSWERS = EXAMPLES / "survey" / "skm-2024.csv"
RECAP = EXAMPLES / "recaps" / "2025.yaml"


@pytest.fixture
def built(pst: Pst, tmp_path: Path) -> Built:
    """Build a definition as HTML into the folder ``out``."""

    def run(*more: str | Path, definition: Path = MINIMAL) -> Any:
        out = tmp_path / "out"
        return pst("build", definition, "--out", out, "--format", "html", "--quiet", *more)

    return run


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Return a register with the closed example of 2026."""
    place = tmp_path / "r.db"
    opened = open_register(place)
    events = events_of(
        load_record(EXAMPLES / "complaints" / "closed.yaml", ComplaintRecord), reporter="ref-1"
    )
    for count in range(1, len(events) + 1):
        case = replay(events[:count])
        line = line_of(case, calendar=default_calendar())
        opened.append(case.number, events[count - 1], line)
    opened.close()
    return place


def page(tmp_path: Path, name: str) -> str:
    return (tmp_path / "out" / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.unmeasured
def test_the_example_gives_the_whole_set(built: Built, tmp_path: Path) -> None:
    given = ("--events", EXAMPLES / "events", "--register", RECAP, "--answers", ANSWERS)
    ended = built(*given, definition=SEMARANG)
    assert (ended.code, ended.err) == (0, "")
    assert "Tidak dibuat" not in ended.out
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["skipped"] == []
    letters = [one["event"] for one in manifest["documents"] if one["kind"].endswith("-letter")]
    assert letters == [
        *("conduct", "facility-out-of-order", "late-consultation", "other-component"),
        *("overcharged", "waiting-without-information", "wrong-product"),
    ]
    assert "Tahun 2025" in page(tmp_path, "complaint-report")
    assert "84,16" in page(tmp_path, "survey-report")


def test_without_inputs_the_options_are_named(built: Built) -> None:
    ended = built(definition=SEMARANG)
    assert ended.code == 0
    for option in ("--events", "--register", "--answers"):
        assert option in ended.out


def test_a_register_gives_the_last_year_that_it_has(
    built: Built, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")  # the first day of 2030
    assert built("--register", register).code == 0
    assert "Tahun 2026" in page(tmp_path, "complaint-report")
    assert "keadaan 1 Januari 2030" in page(tmp_path, "complaint-report")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    asked = ("--year", "2026", "--half", "1", "--as-of", "2026-05-04")
    assert built("--register", register, *asked).code == 0
    assert "keadaan 4 Mei 2026" in page(tmp_path, "complaint-report")
    assert built("--register", register).code == 0
    ended = built("--register", register, "--year", "2031", "--as-of", "2030-01-01")
    assert (ended.code, "belum mulai" in ended.err) == (2, True)


def test_words_stand_in_notes(built: Built, register: Path, tmp_path: Path) -> None:
    notes = tmp_path / "catatan.yaml"
    notes.write_text("evaluation: [Rapat setiap triwulan]\n", encoding="utf-8")
    assert built("--register", register, "--notes", notes).code == 0
    told = page(tmp_path, "complaint-report")
    assert ("Rapat setiap triwulan" in told, "Kendala dan solusi belum dicatat" in told) == (1, 1)
    made = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    reasons = [one["reason"] for one in made["incomplete"] if "--notes" in one["reason"]]
    assert len(reasons) == 1
    assert ("(obstacles)" in reasons[0], "(evaluation)" in reasons[0]) == (True, False)


def test_a_register_that_was_changed_is_told(built: Built, register: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(register)) as database, database:
        database.execute("UPDATE cases SET settle_by = '2030-01-01'")
    ended = built("--register", register, "--final")
    assert (ended.code, "--final tidak membuat dokumen dari register" in ended.err) == (1, True)
    assert not (tmp_path / "out").exists()
    ended = built("--register", register)
    assert (ended.code, "ringkasan pengaduan" in ended.err) == (0, True)
    assert "Register rusak atau diubah dari luar" in page(tmp_path, "complaint-report")


def test_counts_may_stand_in_the_form(built: Built, tmp_path: Path) -> None:
    form = tmp_path / "rekap.xlsx"
    form.write_bytes(recap_form(year=2025, half=1, lang="id"))
    with closing(openpyxl.load_workbook(form)) as book:
        book.worksheets[0]["C2"] = 7
        book.save(form)
    assert built("--register", form).code == 0
    assert "Semester I" in page(tmp_path, "complaint-report")


def test_figures_that_do_not_agree_are_printed_and_told(built: Built, tmp_path: Path) -> None:
    counts = tmp_path / "rekap.yaml"
    counts.write_text(
        "year: 2018\ntotal: 90\nstates: [{name: Selesai, count: 40}, {name: Lain, count: 41}]\n",
        encoding="utf-8",
    )
    assert built("--register", counts, "--final").code == 1
    assert not (tmp_path / "out").exists()
    ended = built("--register", counts)
    assert (ended.code, "LAP-002" in ended.err) == (0, True)
    assert (tmp_path / "out" / "complaint-report.html").is_file()


def test_a_survey_may_need_its_period_and_numbering(built: Built, tmp_path: Path) -> None:
    answers = tmp_path / "jawaban.csv"
    rows = ["U1,U2,U3,U4,U5,U6,U7,U8,U9", *["3,3,4,4,3,4,4,3,4"] * 12]
    answers.write_text("\n".join(rows), encoding="utf-8")
    given = ("--answers", answers)
    ended = built(*given)
    assert (ended.code, "--period" in ended.err) == (2, True)
    ended = built(*given, "--period", "2025-S1")
    assert (ended.code, "--numbering" in ended.err or "U8" in ended.err) == (2, True)
    asked = ("--period", "2025-S1", "--numbering", "list", "--instrument", "skm-2017")
    assert built(*given, *asked).code == 0
    assert "Semester I Tahun 2025" in page(tmp_path, "survey-sheet").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--year", "2025"), "--register"),
        (("--as-of", "2025-01-01"), "--register"),
        (("--on", "2025-01-01"), "--events"),
        (("--period", "2025"), "--answers"),
        (("--events", "tiada.yaml"), "tiada.yaml"),
        (("--events", "kosong"), "kejadian"),
        (("--events", "rusak.yaml"), "rusak.yaml"),
        (("--events", "zona.yaml"), "zona.yaml"),
        (("--register", "tiada.db"), "tiada.db"),
        (("--register", "rusak.db"), "register"),
        (("--register", "rusak.yaml"), "rusak.yaml"),
        (("--register", "tersesat.yaml"), "tersesat.yaml"),
        (("--register", "lain.yaml", "--year", "2024"), "periode lain"),
        (("--register", "membuka.yaml"), "membuka.yaml"),
        (("--register", "rusak.xlsx"), "rusak.xlsx"),
        (("--register", "mysql://kantor:rahasia@x/r.yaml"), "Alamat register"),
        (("--answers", "tiada.csv"), "tiada.csv"),
        (("--answers", "aneh.csv", "--period", "2025"), "aneh"),
        (("--answers", "rusak.db", "--period", "2025"), "Jawaban survei"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(
    built: Built,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    more: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("kosong").mkdir()
    for name, text in BAD.items():
        Path(name).write_text(text, encoding="utf-8")
    ended = built(*more, definition=SEMARANG)
    assert ended.code in {1, 2}
    assert told in ended.err
    assert "rahasia" not in ended.err
    assert not (tmp_path / "out").exists()


BAD = {
    "rusak.yaml": "year: [\n",
    "rusak.db": "bukan register",
    "rusak.xlsx": "bukan buku kerja",
    "zona.yaml": "id: a\nservice: library\ntriggers: [late]\nrequested_at: 2026-10-05T09:00\n",
    "tersesat.yaml": "year: 2025\ncounts: [{month: 3, pst_complaint: 5}]\n",
    "lain.yaml": "year: 2025\ntotal: 5\n",
    "membuka.yaml": "year: 2025\ntotal: 9\nfollow_up: [Pelapor dihubungi lewat 0812-0000-0000]\n",
    "aneh.csv": "persyaratan,aneh\n3,sekali\n4,juga\n",
}


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    """Return a folder of three offices: by code, by name, and with nothing beside it."""
    text = MINIMAL.read_text(encoding="utf-8")
    for name, code in (("3301", "3301"), ("demak", "3321"), ("3303", "3303")):
        (tmp_path / "kantor" / name).mkdir(parents=True)
        told = text.replace('"3399"', f'"{code}"').replace("Kabupaten Contoh", f"Kabupaten {name}")
        (tmp_path / "kantor" / name / "kantor.yaml").write_text(told, encoding="utf-8")
    return tmp_path / "kantor"


def many(folder: Path) -> tuple[str | Path, ...]:
    """Write input for the first two offices into one folder for each option."""
    for name in ("kejadian", "register", "jawaban", "catatan"):
        (folder / name).mkdir()
    (folder / "kejadian" / "3301").mkdir()
    shutil.copy(EXAMPLES / "events" / "late-consultation.yaml", folder / "kejadian" / "3301")
    for code in ("3301", "3321"):
        shutil.copyfile(RECAP, folder / "register" / f"{code}.yaml")
    shutil.copyfile(ANSWERS, folder / "jawaban" / "demak.csv")
    shutil.copyfile(ANSWERS.with_suffix(".toml"), folder / "jawaban" / "demak.toml")
    return (
        *("--events", folder / "kejadian", "--register", folder / "register"),
        *("--answers", folder / "jawaban"),
    )


def kinds(folder: Path, key: str = "documents") -> set[str]:
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return {one["kind"] for one in told[key]}


@pytest.mark.unmeasured
def test_each_of_many_offices_gets_what_is_kept_for_it(
    built: Built, offices: Path, tmp_path: Path
) -> None:
    given, out = many(tmp_path), tmp_path / "out"
    ended = built(*given, "--jobs", "1", definition=offices)
    assert (ended.code, ended.err) == (0, "")
    assert {"compensation-letter", "complaint-report"} <= kinds(out / "3301")
    assert "survey-report" in kinds(out / "3301", "skipped")
    assert {"complaint-report", "survey-report", "survey-sheet"} <= kinds(out / "demak")
    assert {"complaint-report", "survey-report"} <= kinds(out / "3303", "skipped")
    again = built(*given, "--jobs", "1", definition=offices)
    assert "3 sudah mutakhir" in again.out
    (tmp_path / "jawaban" / "3303.csv").write_bytes(ANSWERS.read_bytes())
    (tmp_path / "jawaban" / "3303.toml").write_bytes(ANSWERS.with_suffix(".toml").read_bytes())
    again = built(*given, "--jobs", "1", definition=offices)
    assert "1 dibuat, 2 sudah mutakhir" in again.out
    assert "survey-report" in kinds(out / "3303")


@pytest.mark.slow
def test_processes_are_given_the_same(built: Built, offices: Path, tmp_path: Path) -> None:
    given = (*many(tmp_path), "--period", "2024", "--jobs", "2")
    ended = built(*given, definition=offices)
    assert (ended.code, ended.err) == (0, "")
    assert "survey-report" in kinds(tmp_path / "out" / "demak")


def test_input_of_one_office_that_cannot_be_used_stops_that_office_alone(
    built: Built, offices: Path, register: Path, tmp_path: Path
) -> None:
    given, out = many(tmp_path), tmp_path / "out"
    (tmp_path / "register" / "3321.yaml").write_text(BAD["rusak.yaml"], encoding="utf-8")
    shutil.copyfile(register, tmp_path / "register" / "3301.db")
    ended = built(*given, "--jobs", "1", definition=offices)
    assert ended.code == 2
    assert "3301.db" in ended.err
    assert "3301.yaml" in ended.err, "two registers for one office"
    assert "3321.yaml" in ended.err
    assert not (out / "demak").exists()
    assert (out / "3303" / "manifest.json").exists()


def test_figures_in_doubt_are_told_with_the_office_and_refuse_a_final_one(
    built: Built, offices: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "register").mkdir()
    (tmp_path / "register" / "3301.yaml").write_text(
        "year: 2018\ntotal: 90\nstates: [{name: Selesai, count: 40}, {name: Lain, count: 41}]\n",
        encoding="utf-8",
    )
    given = ("--register", tmp_path / "register", "--jobs", "1")
    ended = built(*given, definition=offices)
    assert (ended.code, "LAP-002" in ended.err, "3301" in ended.err) == (0, True, True)
    monkeypatch.setattr("pst_standards.documents.bulk.one_office._errors", lambda _: ())
    ended = built(*given, "--final", "--out", tmp_path / "lain", definition=offices)
    assert (ended.code, "LAP-002" in ended.err) == (2, True)
    assert not (tmp_path / "lain" / "3301").exists()


def test_input_that_is_of_no_office_is_named(built: Built, offices: Path, tmp_path: Path) -> None:
    given = many(tmp_path)
    shutil.copyfile(RECAP, tmp_path / "register" / "33O3.yaml")
    ended = built(*given, "--jobs", "1", definition=offices)
    assert ended.code == 0
    assert "1 masukan bukan milik salah satu kantor ini" in ended.err
    assert "register/33O3.yaml" in ended.err
    (tmp_path / "jawaban" / "demak.toml").unlink()
    shutil.copyfile(RECAP, tmp_path / "register" / "3377.yaml")
    (offices / "kota").mkdir()
    (offices / "kota" / "kantor.yaml").write_text("office: [{code: '3377'", encoding="utf-8")
    ended = built(*given, "--jobs", "1", definition=offices)
    assert "1 masukan bukan milik salah satu kantor ini, antara lain" in ended.err
    assert "register/33O3.yaml" in ended.err, "an office that cannot be read hides nothing else"
    assert f"dalam {tmp_path}/jawaban/demak.csv belum disebut" in ended.err
    assert f"{tmp_path}/jawaban/demak.toml" in ended.err


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("--events", "menyebut sebuah folder"),
        ("--register", "menyebut sebuah folder"),
        ("--answers", "menyebut sebuah folder"),
        ("--period", "hanya berarti bersama --answers"),
        ("--details", "berlaku untuk satu kantor"),
    ],
)
def test_what_is_no_folder_of_input_is_refused_for_several(
    built: Built, offices: Path, tmp_path: Path, option: str, told: str
) -> None:
    ended = built(option, "2025", definition=offices)
    assert ended.code == 2
    assert option in ended.err
    assert told in ended.err
    assert not (tmp_path / "out").exists()


def test_one_of_many_events_that_cannot_be_told_stops_all(built: Built, tmp_path: Path) -> None:
    folder = tmp_path / "kejadian"
    shutil.copytree(EXAMPLES / "events", folder)
    (folder / "zona.yaml").write_text(BAD["zona.yaml"], encoding="utf-8")
    ended = built("--events", folder, definition=SEMARANG)
    assert ended.code == 2
    assert "zona.yaml" in ended.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("option", "file", "looks", "takes"),
    [
        ("--events", ANSWERS, "tabel", "--answers"),
        ("--events", RECAP, "rekapitulasi pengaduan", "--register"),
        ("--events", SEMARANG, "definisi kantor", "paling depan"),
        ("--register", ANSWERS, "tabel", "--answers"),
        ("--register", EXAMPLES / "events" / "conduct.yaml", "kejadian pelayanan", "--events"),
        ("--answers", RECAP, "rekapitulasi pengaduan", "--register"),
        ("--answers", ANSWERS.with_suffix(".toml"), "TOML", "--details"),
        ("--answers", EXAMPLES / "complaints" / "closed.yaml", "catatan", "pst check"),
        ("--answers", EXAMPLES / "survey", "folder", "Sebut berkasnya"),
    ],
)
def test_a_file_of_another_kind_is_told_with_the_option_that_takes_it(
    built: Built, tmp_path: Path, option: str, file: Path, looks: str, takes: str
) -> None:
    ended = built(option, file)
    assert ended.code == 2
    first, hint = ended.err.splitlines()
    assert looks in first
    assert option in first
    assert takes in hint
    assert not (tmp_path / "out").exists()


def test_a_register_given_as_events_and_files_without_format_are_known(
    register: Path, tmp_path: Path
) -> None:
    assert looks_like(str(register)) == "database"
    for text, found in (
        ("service: library\ntriggers: [late]\n", "service-event"),
        ("year: 2025\ntotal: 9\n", "complaint-recap"),
        ("office: {name: BPS}\n", "definition"),
        ("id: a\n", "service-event"),
        ("entah: apa\n", ""),
        ("[\n", ""),
    ):
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        assert looks_like(str(tmp_path / "a.yaml")) == found
