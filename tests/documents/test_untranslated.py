"""Texts that a document prints in the other language are told, once for all documents."""

from __future__ import annotations

from pathlib import Path

from pst_standards.definitions import load
from pst_standards.definitions.assembling import loads
from pst_standards.documents import build
from pst_standards.documents.untranslated import untranslated
from pst_standards.findings import Pointer

OFFICE = """\
office: {name: BPS Kabupaten Contoh}
maklumat: {pledge: {id: Kami sanggup, en: We pledge}}
facilities:
  - id: ramp
    name: {id: Jalur landai, en: Ramp}
    groups: [disability]
    features: [Pegangan tangan, CCTV, {id: Rambu, en: Signs}, Lantai kasar]
"""


def test_documents_in_english_tell_what_is_in_indonesian_only(tmp_path: Path) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text(OFFICE, encoding="utf-8")
    made = build(load(file), tmp_path / "out", formats=["md"], lang="en")
    (told,) = (one for one in made.incomplete if one.kind == "special-needs")
    assert told.reason.startswith("Not all is translated: 2 texts ")
    assert "(kantor.yaml:7)" in told.reason
    assert not [one for one in made.incomplete if one.kind == "maklumat"]


def test_documents_in_indonesian_tell_what_is_in_english_only() -> None:
    office = loads({"maklumat": {"pledge": {"en": "We pledge"}}})
    read: dict[str, set[Pointer]] = {
        "maklumat": {("maklumat", "pledge")},
        "decree": {("maklumat",)},
    }
    (told,) = untranslated(office, read, "id")
    assert told.kind == "maklumat"
    assert "1 teks" in told.reason
    assert not list(untranslated(office, read, "en"))
