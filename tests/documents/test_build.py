from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import pst_standards
from pst_standards.definitions.assembling import loads
from pst_standards.definitions.errors import OutputError
from pst_standards.documents import FinalError, Manifest, RequestError, build
from pst_standards.documents.every_kind import EVERY_KIND
from pst_standards.documents.identity import content_hash, definition_hash
from pst_standards.documents.targets import standard_names
from pst_standards.model.base import Ident
from pst_standards.model.definition import Definition
from pst_standards.model.standard import ServiceStandard

OFFICE: dict[str, Any] = {
    "stage": "adopted",
    "office": {"name": "BPS Kabupaten Contoh"},
    "services": [{"id": "library", "name": "Perpustakaan"}],
    "standards": [
        {"id": "std-a", "service": "library", "fee": {"kind": "free"}},
        {"id": "std-b", "fee": {"kind": "free"}},
    ],
    "maklumat": {"pledge": "Kami sanggup menyelenggarakan pelayanan sesuai standar."},
    "complaints": {"channels": [{"id": "box", "medium": "box"}]},
}


WALL = ("a3", "a4")
OF_COMPENSATION = [
    "compensation-announcement",
    "compensation-claim-form",
    "compensation-register",
]
FURTHER = ["compensation-letter", "complaint-report", "survey-sheet", "survey-report"]
"""Kinds that need more than a definition."""

OF_PEOPLE = ["executors", "special-needs"]


@pytest.fixture
def office() -> Definition:
    return loads(OFFICE)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_build_writes_every_kind_and_a_manifest(office: Definition, tmp_path: Path) -> None:
    made = build(office, tmp_path)
    assert sorted(contents(tmp_path)) == sorted(
        ["manifest.json"]
        + [
            f"{stem}.{form}"
            for stem in (
                "standard-library",
                "standard-std-b",
                "booklet",
                "leaflet-a4",
                *(f"poster-{name}-{paper}" for name in ("library", "std-b") for paper in WALL),
                *(f"combined-poster-{paper}" for paper in WALL),
                "tariff-board",
                "maklumat",
                "maklumat-landscape",
                "complaint-procedure",
                "complaint-rights",
                "decree",
                "discussion-minutes",
                "comment-table",
            )
            for form in ("docx", "html")
        ]
        + ["service-page.html"]
    )
    data = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert list(data) == [
        *("format", "definition_sha256", "office", "documents", "skipped", "incomplete")
    ]
    assert data["format"] == "pst-manifest/1"
    assert data["definition_sha256"] == definition_hash(office)
    assert data["documents"][0] == {
        "path": "standard-library.docx",
        "sha256": hashlib.sha256((tmp_path / "standard-library.docx").read_bytes()).hexdigest(),
        "content_sha256": content_hash((tmp_path / "standard-library.docx").read_bytes(), "docx"),
        "kind": "standard",
        "service": "library",
        "format": "docx",
        "draft": True,
    }
    services = {one["path"]: one["service"] for one in data["documents"]}
    assert (services["standard-std-b.html"], services["maklumat.html"]) == ("std-b", None)
    drafts = {one["kind"]: one["draft"] for one in data["documents"]}
    assert (drafts["maklumat"], drafts["standard"]) == (False, True)
    skipped = {one["kind"]: one["reason"] for one in data["skipped"]}
    assert list(skipped) == ["maklumat-bilingual", *OF_COMPENSATION, *FURTHER, *OF_PEOPLE]
    assert skipped["compensation-register"] == "Definisi ini tidak memuat kompensasi."
    assert isinstance(made, Manifest)
    assert made.to_json() == (tmp_path / "manifest.json").read_text(encoding="utf-8")


def test_two_builds_are_the_same_to_the_byte(office: Definition, tmp_path: Path) -> None:
    build(office, tmp_path / "satu")
    build(office, tmp_path / "dua" / "dalam")
    assert contents(tmp_path / "satu") == contents(tmp_path / "dua" / "dalam")
    build(office, tmp_path / "satu")
    assert contents(tmp_path / "satu") == contents(tmp_path / "dua" / "dalam")


def test_what_a_manifest_names_can_be_rendered_again(office: Definition, tmp_path: Path) -> None:
    made = build(office, tmp_path, lang="en", paper="F4")
    for one in made.documents:
        sheet = next((paper.upper() for paper in WALL if f"-{paper}." in one.path), "F4")
        data = pst_standards.render(
            office, one.kind, one.format, one.service, lang="en", paper=sheet
        )
        assert hashlib.sha256(data).hexdigest() == one.sha256


def test_only_the_formats_asked_for_are_written(office: Definition, tmp_path: Path) -> None:
    build(office, tmp_path, formats=["html", "html"])
    assert {name.rpartition(".")[2] for name in contents(tmp_path)} == {"html", "json"}
    with pytest.raises(RequestError, match="docx, html"):
        build(office, tmp_path / "odt", formats=["odt"])
    assert not (tmp_path / "odt").exists()


def test_progress_counts_to_the_end(office: Definition, tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    build(office, tmp_path, progress=lambda *step: steps.append(step))
    assert [done for done, _, _ in steps] == list(range(1, 38))
    assert {total for _, total, _ in steps} == {37}
    assert steps[0][2] == "standard-library.docx"


def test_final_writes_nothing_while_anything_is_open(office: Definition, tmp_path: Path) -> None:
    out = tmp_path / "keluaran"
    with pytest.raises(FinalError) as refusal:
        build(office, out, final=True)
    assert not out.exists()
    pointers = {found.pointer for found in refusal.value.findings}
    assert ("standards", 0, "requirements") in pointers
    assert ("complaints", "responsible") in pointers


def test_final_succeeds_once_everything_is_confirmed(tmp_path: Path) -> None:
    data = {
        "stage": "adopted",
        "maklumat": {"pledge": "Kami sanggup.", "confidence": "illustration"},
    }
    with pytest.raises(FinalError):
        build(loads(data), tmp_path, final=True)
    data["maklumat"]["confirmed"] = {"by": "Ani Contoh", "on": "2026-11-22"}  # type: ignore[index]
    made = build(loads(data), tmp_path, final=True)
    assert {one.kind for one in made.documents} == {
        "maklumat",
        "maklumat-landscape",
        "service-page",
    }
    assert not any(one.draft for one in made.documents)
    assert [one.kind for one in made.skipped] == [
        "standard",
        "booklet",
        "leaflet",
        "poster",
        "combined-poster",
        "tariff-board",
        "maklumat-bilingual",
        "complaint-procedure",
        "complaint-rights",
        *OF_COMPENSATION,
        *FURTHER,
        "decree",
        "discussion-minutes",
        "comment-table",
        *OF_PEOPLE,
    ]


def test_nothing_is_touched_when_a_file_cannot_be_placed(
    office: Definition, tmp_path: Path
) -> None:
    blocked = tmp_path / "berkas"
    blocked.write_bytes(b"isi lama")
    with pytest.raises(OutputError) as refusal:
        build(office, blocked)
    assert blocked.read_bytes() == b"isi lama"
    assert refusal.value.findings[0].rule == "DEF-011"


def test_a_full_disk_leaves_the_folder_as_it_was(
    office: Definition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(office, tmp_path)
    before = contents(tmp_path)
    written: list[Path] = []

    def fill(path: Path, data: bytes) -> None:
        if len(written) == 3:
            raise OSError(28, "No space left on device")
        written.append(path)
        path.write_bytes(data)

    monkeypatch.setattr("pst_standards.definitions.writing._write", fill)
    with pytest.raises(OutputError) as refusal:
        build(loads({**OFFICE, "lang": "en"}), tmp_path)
    (found,) = refusal.value.findings
    assert (found.variant, found.location.file) == (
        "full",
        (tmp_path / "standard-std-b.html").as_posix(),
    )
    monkeypatch.undo()
    assert contents(tmp_path) == before


def test_a_folder_that_could_not_be_filled_is_not_left_behind(
    office: Definition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(path: Path, _: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("pst_standards.definitions.writing._write", fill)
    with pytest.raises(OutputError):
        build(office, tmp_path / "keluaran")
    assert not (tmp_path / "keluaran").exists()


def test_a_target_that_is_a_folder_is_told(office: Definition, tmp_path: Path) -> None:
    (tmp_path / "booklet.docx").mkdir()
    with pytest.raises(OutputError) as refusal:
        build(office, tmp_path)
    assert refusal.value.findings[0].variant == "folder"
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(
    ("standards", "names"),
    [
        ([("a", "library"), ("b", None)], ["library", "b"]),
        ([("a", "library"), ("b", "library")], ["a", "b"]),
        ([("x", None), ("x", None), ("x-2", None)], ["x", "x-2", "x-2-2"]),
        ([("A", None), ("a", None)], ["a", "a-2"]),
        ([("../../con", None), ("NUL.", None), ("", None)], ["con", "nul", "x"]),
        ([("a" * 300, None)], ["a" * 80]),
        ([("\ud800:?", None)], ["x"]),
        ([("a", None), ("a.2", None)], ["a", "a-2"]),
    ],
)
def test_each_standard_has_a_file_name_of_its_own(
    standards: list[tuple[str, str | None]], names: list[str]
) -> None:
    made = tuple(
        ServiceStandard(id=Ident(name), service=None if service is None else Ident(service))
        for name, service in standards
    )
    assert standard_names(made) == names


def test_a_picture_that_is_not_at_hand_is_a_warning(tmp_path: Path) -> None:
    data = {**OFFICE, "office": {"name": "BPS Kabupaten Contoh", "logo": "logo.png"}}
    made = build(loads(data), tmp_path)
    (found,) = made.findings
    assert (found.rule, found.pointer) == ("DEF-033", ("office", "logo"))
    assert found.params["file"] == "logo.png"
    moving = b"GIF89a" + bytes([16, 0, 9, 0])
    assert build(loads(data), tmp_path, assets={"logo.png": moving}).findings
    whole = (Path(__file__).parent / "logo.png").read_bytes()
    assert not build(loads(data), tmp_path, assets={"logo.png": whole}).findings
    assert build(loads(data), tmp_path, assets={"logo.png": whole[:-20]}).findings
    assert "DEF-033" not in (tmp_path / "manifest.json").read_text(encoding="utf-8")


HOURS = {"id": "x", "days": ["monday"], "opens": "08:00", "closes": "15:30"}
PNBP = {"kind": "pnbp", "instrument": "PP 13/2024"}


@pytest.mark.parametrize(
    ("hours", "fee", "words"),
    [
        ([HOURS], {"kind": "free"}, []),
        ([], {"kind": "free"}, ["opening_hours"]),
        ([HOURS], None, ["tidak satu pun standar"]),
        ([HOURS], PNBP, ["Besaran tarif tidak dicetak untuk Perpustakaan"]),
        ([], PNBP, ["opening_hours", "Besaran tarif"]),
        ([HOURS], {**PNBP, "text": "Rp10.000 per buku"}, []),
        ([HOURS], {**PNBP, "items": [{"id": "a", "kind": "pnbp", "amount": 500}]}, []),
    ],
)
def test_what_the_tariff_board_leaves_out_is_told(
    hours: list[Any], fee: dict[str, Any] | None, words: list[str], tmp_path: Path
) -> None:
    standard = {"id": "std-a", "service": "library", **({"fee": fee} if fee else {})}
    data = {**OFFICE, "office": {"opening_hours": hours}, "standards": [standard]}
    made = build(loads(data), tmp_path, formats=["md"])
    assert "tariff-board" in {one.kind for one in made.documents}
    kept = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    told = [one for one in kept.get("incomplete", []) if one["kind"] == "tariff-board"]
    assert len(told) == len(words)
    assert all(word in one["reason"] for word, one in zip(words, told, strict=True))


def test_without_any_hours_and_fees_there_is_no_board_and_the_reason_is_told(
    tmp_path: Path,
) -> None:
    data = {**OFFICE, "standards": [{"id": "std-a", "service": "library"}]}
    made = build(loads(data), tmp_path, formats=["md"])
    reasons = {one.kind: one.reason for one in made.skipped}
    assert reasons["tariff-board"].startswith("Definisi ini tidak memuat biaya/tarif")
    assert "tariff-board" not in {one.kind for one in made.incomplete}


@pytest.mark.parametrize("formats", [["png"], ["docx"], ["html", "png"]])
@pytest.mark.parametrize("data", [{}, OFFICE])
def test_every_kind_is_made_or_says_why_it_is_not(
    data: dict[str, Any], formats: list[str], tmp_path: Path
) -> None:
    made = build(loads(data), tmp_path, formats=formats)
    kinds = [one.kind for one in made.skipped]
    assert sorted({one.kind for one in made.documents} | set(kinds)) == sorted(EVERY_KIND)
    assert len(kinds) == len(set(kinds))
    assert all(one.reason.endswith(".") and "nothing." not in one.reason for one in made.skipped)


@pytest.mark.parametrize("given", [OFFICE, "kantor.yaml", None])
def test_what_is_no_definition_is_told_with_how_to_read_one(given: Any, tmp_path: Path) -> None:
    for make in (
        lambda: pst_standards.render(given, "maklumat", "html"),
        lambda: pst_standards.render(given, "maklumat", "html", lang="id"),
        lambda: build(given, tmp_path / "out"),
    ):
        with pytest.raises(TypeError, match=r"pst_standards\.loads"):
            make()
    assert not (tmp_path / "out").exists()
