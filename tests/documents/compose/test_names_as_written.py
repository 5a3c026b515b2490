"""A name that ends in a full stop stands on every paper as the definition writes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pst_standards.cli import main
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import bare, inner, item, proper, sentence
from pst_standards.model.definition import Definition

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
HEAD = "Nama Contoh Kepala Kantor"
RESPONSIBLE = "Nama Contoh Penanggung Jawab"
TITLES = {HEAD: f"Dr. Ir. {HEAD}, S.ST., Ak.", RESPONSIBLE: f"{RESPONSIBLE}, S.Tr.Stat."}
SIGNED_BY_HEAD = {
    "booklet",
    "compensation-announcement",
    "complaint-procedure",
    "decree",
    "maklumat",
    "maklumat-bilingual",
    "service-page",
    "standard-library",
}
GIVEN = {
    "--events": "events",
    "--register": "recaps/2025.yaml",
    "--answers": "survey/skm-2024.csv",
}


@pytest.fixture
def titled(tmp_path: Path) -> Path:
    folder = tmp_path / "kantor"
    shutil.copytree(EXAMPLES / "kabupaten-semarang", folder)
    shutil.copy(EXAMPLES / "provinsi-jawa-tengah.yaml", tmp_path)
    for file in folder.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        for name, full in TITLES.items():
            text = text.replace(name, full)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.unmeasured
def test_every_kind_prints_a_signer_as_the_definition_writes_the_name(
    titled: Path, tmp_path: Path
) -> None:
    options = ["--as-of", "2026-01-31", "--format", "html,md", "--quiet"]
    for option, path in GIVEN.items():
        options += [option, str(EXAMPLES / path)]
    out = tmp_path / "out"
    assert main(["build", str(titled), *options, "--out", str(out)]) == 0
    named = set()
    for file in out.glob("*.*"):
        told = file.read_text(encoding="utf-8")
        for name, full in TITLES.items():
            assert told.count(name) == told.count(full), file.name
            assert f"{full}." not in told, file.name
        named |= {file.stem} if TITLES[HEAD] in told else set()
    assert named >= SIGNED_BY_HEAD


@pytest.mark.parametrize(
    ("shaped", "expected"),
    [
        (proper(" Nama Contoh, M.Si. "), "Nama Contoh, M.Si."),
        (bare("Nama Contoh, S.Tr.Stat."), "Nama Contoh, S.Tr.Stat."),
        (bare("Pelayanan BPS Kab.,"), "Pelayanan BPS Kab."),
        (bare("Kirim ke pst.bps.go.id."), "Kirim ke pst.bps.go.id"),
        (bare("Menurut huruf b."), "Menurut huruf b"),
        (bare("Tersedia di ruang PST."), "Tersedia di ruang PST"),
        (item("Ruang Dr. R. Contoh"), "Ruang Dr. R. Contoh"),
        (item("Ruang tunggu PST. Buka tiap hari"), "Ruang tunggu PST. Buka tiap hari."),
        (inner("Peta, data, dll."), "peta, data, dll."),
        (sentence("Peta, data, dll.,"), "Peta, data, dll."),
    ],
)
def test_only_the_stop_of_a_sentence_goes(shaped: str, expected: str) -> None:
    assert shaped == expected


def test_a_name_at_the_end_of_a_sentence_brings_its_own_stop() -> None:
    composition = Composition(original=Definition(), lang="id")
    name = TITLES[RESPONSIBLE]
    told = composition.say("supervision.by", supervisor=name)
    assert told == composition.say("supervision.by", supervisor="X").replace("X.", name)
