from __future__ import annotations

import importlib.util
import json
from importlib import resources
from pathlib import Path
from types import ModuleType

import pytest

from pst_standards.law import Citation, RegulationKey, exists


@pytest.mark.parametrize(
    ("citation", "there"),
    [
        ("UU 25/2009", True),
        ("penjelasan UU 25/2009", True),
        ("UU 25/2009 Pasal 62", True),
        ("UU 25/2009 Pasal 63", False),
        ("UU 25/2009 Pasal 21A", False),
        ("UU 25/2009 Pasal 21 huruf n", True),
        ("UU 25/2009 Pasal 21 huruf o", False),
        ("UU 25/2009 Pasal 21 huruf aa", False),
        ("UU 25/2009 Pasal 21 ayat (1)", False),
        ("penjelasan UU 25/2009 Pasal 21 huruf h", True),
        ("UU 25/2009 Pasal 22 ayat (2)", True),
        ("UU 25/2009 Pasal 22 ayat (3)", False),
        ("UU 25/2009 Pasal 22 ayat (2a)", False),
        ("UU 25/2009 Pasal 37 ayat (3) huruf j", True),
        ("UU 25/2009 Pasal 37 ayat (3) huruf k", False),
        ("UU 25/2009 Pasal 37 ayat (2) huruf a", False),
        ("UU 25/2009 Pasal 37 huruf j", None),
        ("UU 25/2009 Pasal 37 huruf k", False),
        ("UU 25/2009 Pasal 54 ayat (11)", True),
        ("UU 25/2009 Pasal 1 angka 13", True),
        ("UU 25/2009 Pasal 1 angka 14", False),
        ("UU 25/2009 Pasal 1 ayat (7)", True),
        ("UU 25/2009 Pasal 22 ayat (1) angka 1", None),
        ("UU 25/2009 Pasal 21 huruf c angka 1", None),
        ("UU 25/2009 Pasal 21 huruf o angka 1", False),
        ("UU 25/2009 Pasal 21 angka 1", False),
        ("PP 96/2012 Pasal 1 angka 12", True),
        ("PP 96/2012 Pasal 1 ayat (5)", False),
        ("PP 96/2012 Pasal 12 huruf e", True),
        ("PP 96/2012 Pasal 16 ayat (3) huruf f", True),
        ("PP 96/2012 Pasal 30 ayat (4)", True),
        ("PP 96/2012 Pasal 48 ayat (4)", True),
        ("PP 96/2012 Pasal 52", False),
        ("PP 96/2012 Lampiran I", None),
        ("PP 7/2015 Pasal 99", None),
    ],
)
def test_a_place_that_a_law_does_not_have_is_told(citation: str, there: bool | None) -> None:
    assert exists(Citation.parse(citation)) is there


def test_the_data_hold_counts_and_no_text() -> None:
    file = resources.files("pst_standards.law") / "data" / "structure.json"
    written = file.read_text(encoding="utf-8")
    laws = json.loads(written)
    assert laws.pop("format") == "pst-structure/1"
    assert {str(RegulationKey.parse(key)) for key in laws} == {"UU 25/2009", "PP 96/2012"}
    words = {
        word for articles in laws.values() for article in articles.values() for word in article
    }
    assert words <= {"paragraphs", "letters", "numbers"}


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "tools" / "law_structure.py"
    spec = importlib.util.spec_from_file_location("law_structure", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


LAW = """
Menimbang: a. bahwa Pasal 9 ada.
Pasal 1
Dalam peraturan ini yang dimaksud dengan:
1. Satu adalah satu.
2. Dua adalah dua.
Pasal 2
Tujuan:
a. satu; dan
b. dua.
Pasal 3
(1) Sebagaimana dimaksud pada ayat (2) dan (7) tetap. (2) Dua meliputi:
a. satu;
b. dua; dan
c. tiga.
(3) Tiga.
Pasal 4
Tanpa apa-apa.
Agar setiap orang mengetahuinya, diumumkan.
Pasal 5
Penjelasan.
"""


def test_the_tool_counts_what_a_law_has(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "law.md", tmp_path / "structure.json"
    source.write_text(LAW, encoding="utf-8")
    monkeypatch.setattr(tool, "TARGET", target)
    tool.main([f"UU 1/2000={source}"])
    assert json.loads(target.read_text(encoding="utf-8")) == {
        "format": "pst-structure/1",
        "UU 1/2000": {
            "1": {"numbers": 2},
            "2": {"letters": 2},
            "3": {"paragraphs": [0, 3, 0]},
            "4": {},
        },
    }
