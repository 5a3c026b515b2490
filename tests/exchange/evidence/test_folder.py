from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve
from openpyxl import load_workbook

from pst_standards.definitions.errors import OutputError
from pst_standards.documents.storing import store
from pst_standards.exchange.evidence import (
    NAMES,
    EvidenceError,
    State,
    evidence_folder,
    gather,
    instrument,
)
from pst_standards.exchange.evidence.instruments import Edition
from pst_standards.exchange.evidence.rows import folder_names
from pst_standards.exchange.evidence.wording import unconfirmed_told
from pst_standards.findings import Confidence
from pst_standards.model.definition import Definition
from pst_standards.testing import a_definition
from pst_standards.testing.factories import complete_data

DAY: Final = dt.date(2026, 11, 27)
HOSTILE: Final = "=cmd|' /C calc'!A0<script>alert(1)</script>"


def _lines(book: bytes) -> list[tuple[object, ...]]:
    sheets = load_workbook(io.BytesIO(book)).worksheets
    cells = [cell for one in sheets for row in one.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    sheet = sheets[1]
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def _below(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_item_has_a_folder_and_a_line_in_both_indexes(name: str, lang: str) -> None:
    edition = instrument(name, 2026)
    found = gather(a_definition(), edition, year=2026, as_of=DAY, lang=lang, formats=("html",))
    page = found.files["index.html"].decode()
    lines = _lines(found.files["index.xlsx"])
    assert len(lines) == len(found.rows) + 1
    for item, folder in zip(edition.items, folder_names(edition), strict=True):
        assert f"{folder}/petunjuk.txt" in found.files
        assert item.title.get(lang).replace("&", "&amp;") in page
        assert folder in {line[2] for line in lines}
    assert all(row.responsible and row.words for row in found.rows)


def test_a_document_is_listed_where_it_lies_and_missing_where_there_is_none() -> None:
    found = gather(Definition(), instrument("pekppp", 2026), year=2026, as_of=DAY)
    assert {row.state for row in found.rows} == {State.MISSING, State.PHOTO, State.SCREENSHOT}
    assert all(row.reason for row in found.rows if not row.name)
    full = gather(a_definition(), instrument("pekppp", 2026), year=2026, as_of=DAY)
    listed = {f"{row.folder}/{name}" for row in full.rows for name in row.files}
    assert listed <= set(full.files)
    assert "05-maklumat-pelayanan/maklumat.docx" in listed
    assert sum(map(full.count, State)) == len(full.rows)


@pytest.mark.parametrize(
    ("file", "life", "state"),
    [
        ("discussion-minutes.md", {}, State.MISSING),
        ("discussion-minutes.md", {"participants": ["Pengguna layanan"]}, State.AVAILABLE),
        ("comment-table.md", {}, State.MISSING),
        ("comment-table.md", {"comments": [{"id": "a", "text": "Terlalu lama"}]}, State.AVAILABLE),
    ],
)
def test_a_form_that_nobody_could_have_filled_in_is_missing(
    file: str, life: dict[str, object], state: State
) -> None:
    standard = {**complete_data()["standards"][0], "life_cycle": life}
    edition, definition = instrument("pekppp", 2026), a_definition(standards=[standard])
    found = gather(definition, edition, year=2026, as_of=DAY, formats=("md",))
    row = next(one for one in found.rows if file in one.files)
    assert (row.state, bool(row.reason)) == (state, state is State.MISSING)


def test_the_same_evidence_gives_the_same_bytes() -> None:
    edition = instrument("zi", 2026)
    first, second = (
        gather(a_definition(), edition, year=2026, as_of=DAY, formats=("docx",)) for _ in range(2)
    )
    assert first.files == second.files


def test_what_people_bring_is_counted_and_never_touched(tmp_path: Path) -> None:
    out = tmp_path / "bukti"
    before = evidence_folder(a_definition(), out, name="pekppp", year=2026, as_of=DAY, lang="id")
    photo = out / "05-maklumat-pelayanan" / "Foto Maklumat 1.JPG"
    photo.write_bytes(b"picture")
    stray = out / "05-maklumat-pelayanan" / "catatan.txt"
    stray.write_bytes(b"note")
    after = evidence_folder(a_definition(), out, name="pekppp", year=2026, as_of=DAY, lang="en")
    assert after.count(State.PHOTO) == before.count(State.PHOTO) - 1
    assert (photo.read_bytes(), stray.read_bytes()) == (b"picture", b"note")
    page = (out / "index.html").read_text(encoding="utf-8")
    assert 'href="05-maklumat-pelayanan/Foto%20Maklumat%201.JPG"' in page
    assert _below(out) == {
        "evidence-manifest.json",
        *after.files,
        *(one.relative_to(out).as_posix() for one in (photo, stray)),
    }


def test_files_are_found_in_folders_below_and_what_no_name_fits_is_told(tmp_path: Path) -> None:
    wish = {"name": "pekppp", "year": 2026, "as_of": DAY, "formats": ("md",)}
    evidence_folder(a_definition(), tmp_path, **wish)  # type: ignore[arg-type]
    mine = tmp_path / "05-maklumat-pelayanan"
    for name in ("foto maklumat/IMG_1.jpg", "lain/layar-maklumat.png", "IMG_2.jpg", "Thumbs.db"):
        (mine / name).parent.mkdir(exist_ok=True)
        (mine / name).write_bytes(b"picture")
    (mine / "maklumat-bertanda-tangan.pdf").write_bytes(b"")
    found = evidence_folder(a_definition(), tmp_path, **wish)  # type: ignore[arg-type]
    rows = [row for row in found.rows if row.folder == mine.name]
    assert [(row.state, row.files) for row in rows[1:]] == [
        (State.MISSING, ()),  # an empty file is no scan
        (State.AVAILABLE, ("foto maklumat/IMG_1.jpg",)),
        (State.AVAILABLE, ("lain/layar-maklumat.png",)),
        (State.UNSORTED, ("IMG_2.jpg",)),
    ]
    assert "IMG_2.jpg" in rows[-1].words


def test_what_a_person_has_completed_is_neither_lost_nor_called_missing(tmp_path: Path) -> None:
    wish = {"name": "pekppp", "year": 2026, "as_of": DAY, "formats": ("md",), "lang": "id"}
    standard = {**complete_data()["standards"][0], "life_cycle": {}}
    office, form = a_definition(standards=[standard]), "02-pelibatan-masyarakat/comment-table.md"
    evidence_folder(office, tmp_path, **wish)  # type: ignore[arg-type]
    for note in (b"noted", b"noted again"):
        (tmp_path / form).write_bytes(b"filled in")
        (tmp_path / "index.xlsx").write_bytes(note)
        found = evidence_folder(office, tmp_path, **wish)  # type: ignore[arg-type]
        assert found.kept == (form, "index.xlsx")
    assert (tmp_path / form).read_bytes() == b"filled in"
    (row,) = (one for one in found.rows if one.files == ("comment-table.md",))
    assert (row.state, row.draft, bool(row.reason)) == (State.AVAILABLE, False, True)
    notes = [(tmp_path / f"index-sebelumnya-{number}.xlsx").read_bytes() for number in (1, 2)]
    assert notes == [b"noted", b"noted again"]
    assert _lines((tmp_path / "index.xlsx").read_bytes())
    # What nobody has touched follows the definition.
    renamed = a_definition(standards=[{**standard, "title": "Judul lain"}])
    evidence_folder(renamed, tmp_path, **wish)  # type: ignore[arg-type]
    again = (tmp_path / "01-standar-pelayanan" / "decree.md").read_text(encoding="utf-8")
    assert "Judul lain" in again


def test_every_piece_that_is_not_there_is_on_the_list_of_one_person() -> None:
    found = gather(a_definition(), instrument("zi", 2026), year=2026, as_of=DAY, formats=("md",))
    listed = [row for rows in found.wanted().values() for row in rows]
    assert len(listed) == len(found.rows) - found.count(State.AVAILABLE)
    page, book = found.files["index.html"].decode(), found.files["index.xlsx"]
    sheet = load_workbook(io.BytesIO(book)).worksheets[0]
    assert sheet.max_row == len(listed) + 1
    for who, rows in found.wanted().items():
        assert f"<h3>{who} ({len(rows)})</h3>" in page
    whole = gather(Definition(), _nothing_to_bring(), year=2026, as_of=DAY)
    assert 'id="todo"' not in whole.files["index.html"].decode()


def _nothing_to_bring() -> Edition:
    return evolve(instrument("zi", 2026), items=())


@pytest.mark.parametrize(
    ("office", "name", "year"),
    [("0001", "pekppp", 2026), ("0000", "zi", 2026), ("0000", "pekppp", 2025)],
)
def test_evidence_of_something_else_is_never_mixed_in(
    office: str, name: str, year: int, tmp_path: Path
) -> None:
    wish = {"as_of": DAY, "formats": ("md",)}
    first = a_definition(office={"code": "0000", "name": 'Kantor "Contoh" & <b>'})
    evidence_folder(first, tmp_path, name="pekppp", year=2026, **wish)  # type: ignore[arg-type]
    before = _below(tmp_path)
    with pytest.raises(EvidenceError) as other:
        evidence_folder(
            a_definition(office={"code": office, "name": "Kantor"}),
            tmp_path,
            name=name,
            year=year,
            **wish,  # type: ignore[arg-type]
        )
    assert f"{name} {year} {office}" in other.value.message("en")
    assert "pekppp 2026 0000" in other.value.message("id")
    assert _below(tmp_path) == before


def test_an_office_without_a_code_goes_by_its_name(tmp_path: Path) -> None:
    wish = {"name": "zi", "year": 2026, "as_of": DAY, "formats": ("md",)}
    office = a_definition(office={"name": 'Kantor  "Contoh" & <b>'})
    evidence_folder(office, tmp_path, **wish)  # type: ignore[arg-type]
    evidence_folder(office, tmp_path, **wish)  # type: ignore[arg-type]
    with pytest.raises(EvidenceError, match="Kantor Lain"):
        evidence_folder(a_definition(office={"name": "Kantor Lain"}), tmp_path, **wish)  # type: ignore[arg-type]


def test_a_folder_in_place_of_the_index_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()
    with pytest.raises(EvidenceError, match="index"):
        evidence_folder(a_definition(), tmp_path, name="zi", year=2026, as_of=DAY)
    assert [one.name for one in tmp_path.iterdir()] == ["index.html"]


@pytest.mark.parametrize("file", ["index.html", "index.xlsx"])
def test_an_index_of_something_else_is_not_overwritten(file: str, tmp_path: Path) -> None:
    (tmp_path / file).write_bytes(b"mine")
    with pytest.raises(EvidenceError, match=file):
        evidence_folder(a_definition(), tmp_path, name="zi", year=2026, as_of=DAY)
    assert _below(tmp_path) == {file}
    assert (tmp_path / file).read_bytes() == b"mine"


def test_a_survey_that_was_given_counts_as_carried_out() -> None:
    from pst_standards.documents.inputs import Inputs
    from pst_standards.surveys import Tally, score
    from pst_standards.surveys import instrument as of_survey
    from pst_standards.surveys.reporting import SurveyPeriod, SurveyResult

    tally = Tally.from_frequencies(of_survey("skm-2017"), {"fee": (0, 0, 20, 20)})
    survey = SurveyResult(period=SurveyPeriod.of(2025), score=score(tally))
    for office in (a_definition(survey=None), a_definition()):
        found = gather(
            office,
            instrument("pekppp", 2026),
            year=2026,
            as_of=DAY,
            formats=("md",),
            inputs=Inputs(survey=survey),
        )
        assert found.assessment.known["survey_by_rule"].value == 1


def test_a_photo_of_the_definition_is_copied_once(tmp_path: Path) -> None:
    photo = {"file": "toilet.png", "alt": "Toilet"}
    room = {"id": "toilet", "name": "Toilet pengguna", "photo": photo}
    definition, assets = a_definition(facilities=[room]), {"toilet.png": b"picture"}
    wish = {"name": "pekppp", "year": 2026, "as_of": DAY, "assets": assets, "formats": ("md",)}
    evidence_folder(definition, tmp_path, **wish)  # type: ignore[arg-type]
    without = gather(definition, instrument("pekppp", 2026), year=2026, as_of=DAY, formats=("md",))
    assert ["toilet.png" in row.reason for row in without.rows if row.name == "foto-toilet"] == [
        True
    ]
    copied = tmp_path / "17-toilet-pengguna-layanan" / "foto-toilet-toilet.png"
    assert copied.read_bytes() == b"picture"
    copied.write_bytes(b"newer")
    again = evidence_folder(definition, tmp_path, **wish)  # type: ignore[arg-type]
    assert copied.read_bytes() == b"newer"
    assert again.count(State.PHOTO) == 13
    assert (
        gather(definition, instrument("pekppp", 2026), year=2026, as_of=DAY).count(State.PHOTO)
        == 14
    )


def test_nothing_is_written_where_a_file_stands_in_the_way(tmp_path: Path) -> None:
    out = tmp_path / "bukti"
    out.mkdir()
    (out / "07-jumlah-media-publikasi-hasil-survei").write_bytes(b"mine")
    with pytest.raises(OutputError):
        evidence_folder(a_definition(), out, name="pekppp", year=2026, as_of=DAY)
    assert _below(out) == {"07-jumlah-media-publikasi-hasil-survei"}
    assert [one.name for one in out.iterdir()] == ["07-jumlah-media-publikasi-hasil-survei"]


def test_texts_of_a_definition_are_neither_formulas_nor_markup() -> None:
    office = {"code": "0000", "name": HOSTILE}
    signer = {"name": "Nama Contoh", "position": HOSTILE}
    definition = a_definition(office=office, maklumat={"pledge": "Kami sanggup", "signer": signer})
    edition = instrument("ombudsman", 2026)
    found = gather(definition, edition, year=2026, as_of=DAY, formats=("html",))
    assert "<script" not in found.files["index.html"].decode()
    lines = _lines(found.files["index.xlsx"])
    assert HOSTILE in {line[6] for line in lines}


def test_a_file_whose_name_is_no_text_breaks_nothing() -> None:
    brought = {"05-maklumat-pelayanan": ("foto-maklumat-\udcff.jpg",)}
    edition = instrument("pekppp", 2026)
    found = gather(Definition(), edition, year=2026, as_of=DAY, brought=brought)
    assert found.files["index.html"].decode("utf-8")
    assert found.count(State.AVAILABLE) == 1


@pytest.mark.parametrize("name", NAMES)
def test_no_name_begins_another_of_its_folder(name: str) -> None:
    for item in instrument(name, 2026).items:
        names = [piece.name for piece in item.evidence if piece.name]
        for one in names:
            assert [other for other in names if other.startswith(one)] == [one]


def test_what_is_not_known_is_refused_in_words() -> None:
    with pytest.raises(EvidenceError) as name:
        instrument("skm", 2026)
    with pytest.raises(EvidenceError) as year:
        instrument("pekppp", 2010)
    assert "pekppp, zi, ombudsman" in name.value.message("en")
    assert "2022" in year.value.message("id")


def test_a_name_that_cannot_be_leaves_no_folder_behind(tmp_path: Path) -> None:
    out = tmp_path / "bukti"
    with pytest.raises(OutputError):
        store(out, {"01-a/isi.txt": b"isi", "01-a/NUL.txt": b"", "02-b/isi.txt": b"isi"})
    assert not out.exists()


def test_both_indexes_tell_what_rests_on_values_that_nobody_confirmed() -> None:
    unsure = evolve(a_definition(), confidence=Confidence.ILLUSTRATION)
    found = gather(unsure, instrument("pekppp", 2026), year=2026, as_of=DAY, formats=("html",))
    page, told = found.files["index.html"].decode(), unconfirmed_told(found.assessment, "id")
    assert f"<p>{told}</p>" in page
    assert ", berdasarkan isi yang belum dikonfirmasi kantor</strong>" in page
    about = load_workbook(io.BytesIO(found.files["index.xlsx"])).worksheets[-1]
    lines = {row[0]: row[1] for row in about.iter_rows(values_only=True)}
    assert lines["Belum dikonfirmasi"] == told
    assert str(lines["Nilai aspek Kebijakan pelayanan (0 sampai 5)"]).endswith(
        "dikonfirmasi kantor"
    )


def test_a_long_name_of_a_folder_ends_where_a_part_of_the_title_does() -> None:
    names = folder_names(instrument("zi", 2026))
    assert names[4] == "05-whistleblowing-system-tim-evaluasi"
    assert folder_names(instrument("pekppp", 2026))[7].endswith("-yang-sudah-dilaksanakan")
