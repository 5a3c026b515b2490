from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pst_standards.cli.console import Console
from pst_standards.rules import catalogue

Pst = Callable[..., Any]
pytestmark = pytest.mark.usefixtures("offices")
DAY = ("--as-of", "2026-11-26")
OFFICE = "office: {{code: '{code}', name: BPS Kabupaten {code}}}\nstandards: [{{id: library}}]\n"


@pytest.fixture
def offices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kantor"
    folder.mkdir()
    for code in ("3301", "3302", "3303"):
        (folder / f"{code}.yaml").write_text(OFFICE.format(code=code), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_a_folder_of_offices_is_told_a_line_each(pst: Pst) -> None:
    ended = pst("check", "kantor", *DAY)
    lines = ended.out.splitlines()
    assert ended.code == 1
    assert [line.partition(":")[0] for line in lines[:3]] == [
        f"kantor/{code}.yaml" for code in ("3301", "3302", "3303")
    ]
    assert "kesalahan" in lines[0]
    assert lines[4].startswith("3 definisi diperiksa, 0 di antaranya lolos.")
    assert f"     3  STD-001   {catalogue()['STD-001'].title.id}" in lines
    assert "pst recap" in lines[-1]
    assert len([line for line in lines if line.startswith("     3  ")]) == 10


def test_progress_is_shown_beside_the_result(pst: Pst) -> None:
    assert pst("check", "kantor", *DAY).err == "[3/3] kantor/3303.yaml\n"
    assert pst("check", "kantor", *DAY, "--quiet").err == ""


def test_one_that_cannot_be_read_does_not_stop_the_others(pst: Pst, offices: Path) -> None:
    (offices / "3302.yaml").write_text("office: [", encoding="utf-8")
    ended = pst("check", "kantor", *DAY, "--lang", "en")
    assert ended.code == 2
    assert ended.out.splitlines()[1].startswith(
        "kantor/3302.yaml: cannot be read (kantor/3302.yaml:"
    )
    assert ended.out.splitlines()[2].startswith("kantor/3303.yaml: ")


def test_an_office_twice_and_one_without_a_name_do_not_pass(pst: Pst, offices: Path) -> None:
    (offices / "salinan.yaml").write_bytes((offices / "3302.yaml").read_bytes())
    (offices / "3304.yaml").write_text("ofice: {}\nstandards: []\n", encoding="utf-8")
    (offices / "lain.yaml").write_text("hello: world\n", encoding="utf-8")
    ended = pst("check", "kantor", *DAY, "--format", "json", "--quiet")
    assert ended.code == 1
    found = [
        (one["file"], one["rule"])
        for one in json.loads(ended.out)["findings"]
        if one["rule"] in {"DEF-013", "DEF-014"}
    ]
    assert sorted(found) == [
        ("kantor/3302.yaml", "DEF-014"),
        ("kantor/3304.yaml", "DEF-013"),
        ("kantor/salinan.yaml", "DEF-014"),
    ]
    assert "kantor/lain.yaml" in ended.err
    ended = pst("recap", "kantor", *DAY, "--out", "rekap.json", "--quiet")
    assert "kantor/lain.yaml" in ended.err
    assert Path("rekap.json").read_text(encoding="utf-8").count("DEF-014") >= 2


def test_everything_is_told_when_asked(pst: Pst) -> None:
    shown = pst("check", "kantor", *DAY, "--all").out
    assert shown.count("STD-001") >= 3
    assert "definisi diperiksa" not in shown


def test_many_are_one_report_in_other_formats(pst: Pst) -> None:
    report = json.loads(pst("check", "kantor", *DAY, "--format", "json", "--quiet").out)
    assert report["inputs"] == [f"kantor/{code}.yaml" for code in ("3301", "3302", "3303")]


def test_a_definition_in_a_folder_is_told_as_before(pst: Pst, offices: Path) -> None:
    for code in ("3302", "3303"):
        (offices / f"{code}.yaml").unlink()
    ended = pst("check", "kantor", *DAY)
    assert "definisi diperiksa" not in ended.out
    assert ended.err == ""


@pytest.mark.parametrize(("out", "err", "shared"), [(True, True, True), (True, False, False)])
def test_a_terminal_shared_by_both_streams_is_noticed(out: bool, err: bool, shared: bool) -> None:
    class Stream:
        def __init__(self, live: bool) -> None:
            self._live = live

        def isatty(self) -> bool:
            return self._live

    console = Console(stdout=Stream(out), stderr=Stream(err))  # type: ignore[arg-type]
    assert console.shares_screen is shared


def test_a_baseline_is_written_and_then_known(pst: Pst) -> None:
    ended = pst("check", "kantor", *DAY, "--write-baseline", "awal.json", "--quiet")
    assert ended.code == 0
    assert ended.out.splitlines()[0] == "Ditulis: awal.json"
    data = json.loads(Path("awal.json").read_text(encoding="utf-8"))
    counted = len(data["findings"])
    assert ended.out.splitlines()[1].startswith(f"{counted} temuan dicatat")
    assert {one["input"] for one in data["findings"]} == {
        f"kantor/{code}.yaml" for code in ("3301", "3302", "3303")
    }
    before = json.loads(pst("check", "kantor/3301.yaml", *DAY, "--format", "json").out)
    asked = ("--baseline", "awal.json", "--format", "json")
    after = json.loads(pst("check", "kantor/3301.yaml", *DAY, *asked).out)
    assert after["known"] == counted // 3
    assert after["known"] + len(after["findings"]) == len(before["findings"])


def test_a_baseline_is_written_for_one_definition_too(pst: Pst) -> None:
    assert pst("check", "kantor/3301.yaml", *DAY, "--write-baseline", "awal.json").code == 0
    assert Path("awal.json").exists()


def test_a_baseline_is_never_written_of_half_the_definitions(pst: Pst, offices: Path) -> None:
    Path("awal.json").write_text("before", encoding="utf-8")
    (offices / "3302.yaml").write_text("office: [", encoding="utf-8")
    ended = pst("check", "kantor", *DAY, "--write-baseline", "awal.json", "--quiet")
    assert (ended.code, ended.out) == (2, "")
    assert "awal.json" in ended.err
    assert Path("awal.json").read_text(encoding="utf-8") == "before"


def test_a_baseline_never_joins_the_definition(pst: Pst) -> None:
    ended = pst("check", "kantor", *DAY, "--write-baseline", "kantor/awal.json")
    assert (ended.code, ended.out) == (2, "")
    assert not Path("kantor/awal.json").exists()


@pytest.mark.parametrize(
    ("name", "starts"),
    [("a.html", "<!DOCTYPE"), ("a.json", "{"), ("a.md", "#"), ("a.xml", "<?xml"), ("a.txt", "BPS")],
)
def test_the_ending_of_the_file_chooses_the_format(pst: Pst, name: str, starts: str) -> None:
    assert pst("check", "kantor/3301.yaml", *DAY, "--out", name).code == 1
    assert Path(name).read_text(encoding="utf-8").startswith(starts)


@pytest.mark.parametrize(("format_", "name"), [("html", "a.xlsx"), ("xlsx", "a.html")])
def test_an_ending_of_another_format_is_refused(pst: Pst, format_: str, name: str) -> None:
    ended = pst("check", "kantor/3301.yaml", *DAY, "--format", format_, "--out", name)
    assert (ended.code, ended.out) == (2, "")
    assert name in ended.err
    assert not Path(name).exists()


def test_sarif_may_end_in_json(pst: Pst) -> None:
    asked = ("--format", "sarif", "--out", "a.json")
    assert pst("check", "kantor/3301.yaml", *DAY, *asked).code == 1
    assert '"2.1.0"' in Path("a.json").read_text(encoding="utf-8")


@pytest.fixture
def crashing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have a pack installed whose one rule crashes."""
    from pst_standards.rules import RulePack, rulebook
    from pst_standards.rules.binding import Check
    from pst_standards.rules.context import Context, Hit

    def find(context: Context) -> list[Hit]:
        raise LookupError(str(context.as_of))

    said = {"KANTOR-001": "Moto.", "KANTOR-001.hint": "Tulis moto."}
    pack = RulePack(
        name="kantor-lain",
        catalogue=(
            'reviewed = 2026-11-26\n[[rule]]\nid = "KANTOR-001"\n'
            'title = { id = "Ada moto", en = "A motto" }\n'
            'explanation = { id = "Moto.", en = "Motto." }\nverdict = "quality"\n'
            'force = "may"\nseverity = "note"\nstatus = "checked"\n'
        ),
        checks=[Check(id="KANTOR-001", find=find)],
        sentences={"id": said, "en": said},
    )
    monkeypatch.setattr("pst_standards.rules.rulebook.installed_packs", lambda: (pack,))
    rulebook.installed_rulebook.cache_clear()
    yield
    rulebook.installed_rulebook.cache_clear()


@pytest.mark.usefixtures("crashing")
def test_a_crashing_rule_of_a_pack_is_told_as_that_of_the_pack(pst: Pst) -> None:
    ended = pst("check", "kantor/3301.yaml", *DAY, "--all")
    assert ended.code == 3
    assert "kantor-lain" in ended.out
    assert "--without-packs" in " ".join(ended.out.split())
    recap = pst("recap", "kantor", "--out", "rekap.json", *DAY, "--quiet")
    assert recap.code == 3
    assert "KANTOR-001" in recap.err


@pytest.mark.usefixtures("crashing")
def test_rules_of_installed_packs_are_listed_and_explained(pst: Pst) -> None:
    assert pst("explain", "KANTOR-001").out.startswith("KANTOR-001  Ada moto")
    assert "  KANTOR-001  " in pst("rules").out
    data = json.loads(pst("rules", "--format", "json").out)
    assert data["rules"][-1]["id"] == "KANTOR-001"


@pytest.mark.parametrize(
    ("option", "content", "told"),
    [
        ("--baseline", "[", "garis awal"),
        ("--profile", "severity = [", "TOML"),
        ("--profile", 'format = "pst-profile/1"\n[severity]\nSTD-001 = "off"', "STD-001"),
    ],
)
def test_what_is_given_beside_and_cannot_be_used_ends_with_2(
    pst: Pst, option: str, content: str, told: str
) -> None:
    Path("beside.txt").write_text(content, encoding="utf-8")
    ended = pst("check", "kantor/3301.yaml", option, "beside.txt")
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


@pytest.mark.parametrize("option", ["--baseline", "--profile"])
def test_a_file_beside_that_is_not_there_ends_with_2(pst: Pst, option: str) -> None:
    ended = pst("check", "kantor/3301.yaml", option, "none.txt")
    assert ended.code == 2
    assert "none.txt" in ended.err


def test_a_profile_weighs_the_rules(pst: Pst) -> None:
    Path("profil.toml").write_text(
        'format = "pst-profile/1"\n[severity]\nSRV-001 = "off"\n', encoding="utf-8"
    )
    asked = ("--profile", "profil.toml", "--without-packs", "--format", "json")
    report = json.loads(pst("check", "kantor/3301.yaml", *DAY, *asked).out)
    assert report["coverage"]["switched_off"] == ["SRV-001"]


def test_a_broken_pack_is_named_and_can_be_left_out(
    pst: Pst, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pst_standards.rules import PackError, rulebook

    def broken() -> None:
        raise PackError("pack.load", pack="kantor-lain", detail="ImportError: x")

    monkeypatch.setattr("pst_standards.rules.rulebook.installed_packs", broken)
    rulebook.installed_rulebook.cache_clear()
    ended = pst("check", "kantor/3301.yaml", *DAY)
    assert (ended.code, ended.out) == (2, "")
    assert "kantor-lain" in ended.err
    assert pst("check", "kantor/3301.yaml", *DAY, "--without-packs").code == 1
    rulebook.installed_rulebook.cache_clear()


def test_a_recap_is_written_as_json(pst: Pst) -> None:
    ended = pst("recap", "kantor", "--out", "rekap.json", *DAY)
    assert ended.code == 0
    assert ended.out == (
        "Ditulis: rekap.json\n3 kantor; 3 di antaranya tertinggal dari dasar terbaru.\n"
    )
    assert ended.err.splitlines()[-1] == "[3/3] 3303.yaml"
    data = json.loads(Path("rekap.json").read_text(encoding="utf-8"))
    assert (data["format"], data["as_of"], len(data["offices"])) == ("pst-recap/1", "2026-11-26", 3)


def test_a_recap_with_one_that_cannot_be_read_is_written_all_the_same(
    pst: Pst, offices: Path
) -> None:
    (offices / "3302.yaml").write_text("office: [", encoding="utf-8")
    assert pst("recap", "kantor", "--out", "rekap.json", *DAY, "--quiet").code == 2
    data = json.loads(Path("rekap.json").read_text(encoding="utf-8"))
    assert [one["usable"] for one in data["offices"]] == [True, False, True]
    assert data["offices"][1]["reason"]


def test_a_recap_says_what_could_not_be_read_and_why(pst: Pst) -> None:
    ended = pst("recap", "tidak-ada", "--out", "rekap.json", *DAY, "--quiet")
    assert ended.code == 2
    assert ended.err.startswith("tidak-ada tidak dapat dibaca: ")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_recap_is_written_as_a_workbook(pst: Pst, lang: str) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        assert pst("recap", "kantor", "--out", name, *DAY, "--quiet", "--lang", lang).code == 0
    first, second = (Path(name).read_bytes() for name in ("a.xlsx", "b.xlsx"))
    assert first == second
    assert first[:2] == b"PK"


def test_a_recap_of_another_kind_is_refused(pst: Pst) -> None:
    ended = pst("recap", "kantor", "--out", "rekap.docx")
    assert (ended.code, ended.out) == (2, "")
    assert "rekap.docx" in ended.err
    assert not Path("rekap.docx").exists()
