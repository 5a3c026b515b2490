"""Letters that PDF and pictures cannot print are told, once for each place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.cli.reports import lines_of
from pst_standards.definitions import load
from pst_standards.documents.building import build
from pst_standards.documents.compose.finishing import Composed
from pst_standards.documents.compose.open_points import OpenPoints
from pst_standards.documents.letters import advances
from pst_standards.documents.outline import Document, ItemList, Paragraph
from pst_standards.documents.pdf.engine import unshown
from pst_standards.documents.unprintable import coded, unprintable
from pst_standards.findings import Severity
from pst_standards.model.definition import Definition

FACE, SMILE, JAVANESE, DAY = "\N{GRINNING FACE}", "\N{SLIGHTLY SMILING FACE}", "\ua9b2", "\u65e5"
OFFICE = f"""\
office: {{name: BPS {FACE}{FACE} Contoh, address: {{street: Jalan {JAVANESE}}}}}
maklumat:
  pledge: {{id: Kami \N{N-ARY SUMMATION} sanggup {SMILE}, en: We {DAY}}}
facilities:
  - {{id: ramp, name: Jalur landai, features: [Kursi, "Meja {SMILE}"], groups: [disability]}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kantor.yaml"
    path.write_text(OFFICE, encoding="utf-8")
    return path


def test_each_place_is_named_once_with_its_letters_and_line(file: Path, tmp_path: Path) -> None:
    made = build(load(file), tmp_path / "out", formats=["pdf"])
    told = {one.pointer: one.params["letters"] for one in made.findings}
    assert told == {
        ("office", "name"): f"U+1F600 {FACE}",
        ("office", "address", "street"): f"U+A9B2 {JAVANESE}",
        # A sum sign is in a font that comes with typst; the English stands on the bilingual sheet.
        ("maklumat", "pledge"): f"U+1F642 {SMILE}, U+65E5 {DAY}",
        ("facilities", 0, "features", 1): f"U+1F642 {SMILE}",
    }
    assert {one.rule for one in made.findings} == {"DEF-039"}
    assert {one.severity for one in made.findings} == {Severity.WARNING}
    kept = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert {one["pointer"]: one["place"] for one in kept["unprintable"]} == {
        "/facilities/0/features/1": "kantor.yaml:5",
        "/office/name": "kantor.yaml:1",
        "/office/address/street": "kantor.yaml:1",
        "/maklumat/pledge": "kantor.yaml:3",
    }
    assert kept["unprintable"][1]["letters"] == [f"U+1F642 {SMILE}", f"U+65E5 {DAY}"]


def test_rows_are_told_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    file = tmp_path / "kantor.yaml"
    features = ", ".join([FACE] * 12)
    row = f"{{id: ramp, name: Landai, groups: [disability], features: [{features}]}}"
    file.write_text(f"facilities:\n  - {row}\n", encoding="utf-8")
    found = build(load(file), tmp_path / "out", formats=["pdf"]).findings
    assert [one.pointer[-1] for one in found] == list(range(12))


def test_word_and_html_keep_every_letter_so_that_nothing_is_told(
    file: Path, tmp_path: Path
) -> None:
    made = build(load(file), tmp_path / "out", formats=["docx", "html"])
    assert not made.findings
    assert "unprintable" not in (tmp_path / "out" / "manifest.json").read_text(encoding="utf-8")


def test_letters_that_do_not_come_from_the_definition_are_named_with_the_document() -> None:
    outline = Document(title="Surat", blocks=(ItemList(items=(Paragraph(text=FACE),)),))  # type: ignore[arg-type]
    composed = Composed(document=outline, points=OpenPoints(), missing_files={})
    (found,) = unprintable(Definition(), [("surat.pdf", composed)])
    assert (found.pointer, found.params["file"]) == ((), "surat.pdf")
    for lang in ("id", "en"):
        assert "surat.pdf" in "".join(lines_of([found], lang))


@pytest.mark.parametrize(
    ("letter", "shown"),
    [
        (FACE, f"U+1F600 {FACE}"),
        ("\u200d", "U+200D"),
        ("\ua9b3", "U+A9B3 \N{DOTTED CIRCLE}\ua9b3"),
    ],
)
def test_a_letter_is_shown_with_its_number(letter: str, shown: str) -> None:
    assert coded(letter) == shown


@settings(max_examples=15)
@given(st.sets(st.sampled_from(sorted(advances())), max_size=20))
def test_a_letter_that_our_font_has_is_never_told(letters: set[int]) -> None:
    faces = frozenset({ord(FACE), ord(DAY)})
    # Signs that only steer the line are no letters.
    seen = frozenset(letter for letter in letters if chr(letter).isprintable())
    assert unshown(seen | faces) == faces
