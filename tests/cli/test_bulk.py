from __future__ import annotations

import io
import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pst_standards.cli.bulk import _Pace, _pictures
from pst_standards.cli.console import Console
from pst_standards.cli.running import Run
from pst_standards.cli.speech import speaker
from pst_standards.documents.bulk import Outcome, State

Pst = Callable[..., Any]


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    folder = tmp_path / "offices"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"330{number}.yaml").write_text(
            f"office: {{name: BPS Kabupaten Contoh {number}}}\n"
            "maklumat: {confidence: illustration, pledge: Kami sanggup.}\n",
            encoding="utf-8",
        )
    return folder


@pytest.fixture
def build(pst: Pst, offices: Path, tmp_path: Path) -> Pst:
    def run(*options: str | Path, quiet: bool = True) -> Any:
        common = ("--out", tmp_path / "out", "--format", "html", "--lang", "en", "--jobs", "1")
        return pst("build", offices, *common, *(("--quiet",) if quiet else ()), *options)

    return run


def test_a_folder_of_offices_is_built_and_then_up_to_date(build: Pst, tmp_path: Path) -> None:
    ended = build()
    assert (ended.code, ended.err) == (0, "")
    assert "3 made, 0 up to date, 0 failed" in ended.out
    assert "The documents of 3 offices say DRAFT" in ended.out
    assert (tmp_path / "out" / "3302" / "maklumat.html").is_file()
    again = build()
    assert (again.code, again.err) == (0, "")
    assert "0 made, 3 up to date" in again.out


def test_failures_are_listed_at_the_end_and_give_the_exit_code(
    build: Pst, offices: Path, tmp_path: Path
) -> None:
    (offices / "3301.yaml").write_text("office: [", encoding="utf-8")
    (offices / "3303.yaml").write_text(
        "office: {name: BPS C, kind: 5, code: 7}\n", encoding="utf-8"
    )
    (tmp_path / "out").mkdir()
    ended = build()
    assert ended.code == 2, "as of one definition that cannot be read"
    first, second = ended.err.splitlines()
    assert "3301.yaml" in first
    assert "DEF-001" in first
    assert "3303.yaml" in second
    assert second.endswith("more)")
    assert "1 made, 0 up to date, 2 failed" in ended.out
    assert "run the same command again" in ended.out
    (offices / "3301.yaml").unlink()
    assert build().code == 1


def test_what_offices_are_beside_each_other_fails_alone(build: Pst, offices: Path) -> None:
    build()
    (offices / "3302 - Copy.yaml").write_bytes((offices / "3302.yaml").read_bytes())
    (offices / "3303.yaml").write_text("ofice: {name: BPS C}\nmaklumat: {}\n", encoding="utf-8")
    (offices / "other.yaml").write_text("hello: world\n", encoding="utf-8")
    put = offices / "before" / "3301.yaml"
    put.parent.mkdir()
    for file in (offices / "3301.yaml", put):
        file.write_text("office: {code: '3301', name: BPS Kabupaten Contoh 1}\n", encoding="utf-8")
    for made in ("2 made, 0 up to date, 3 failed", "0 made, 2 up to date, 3 failed"):
        ended = build()
        assert ended.code == 1
        lines = ended.err.splitlines()
        told = [("3301.yaml", "offices/before too."), ("3302 - Copy.yaml", "/3302.yaml too.")]
        told += [("3302.yaml", "3302 - Copy.yaml too."), ("3303.yaml", "misspelt")]
        told += [("before", "offices/3301.yaml too."), ("other.yaml", "passed over")]
        for line, (first, then) in zip(lines, told, strict=True):
            assert first in line
            assert line.partition(first)[2].rpartition(then)[1]
        assert made in ended.out


def test_a_document_that_cannot_be_written_is_told(build: Pst, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "3302").write_text("in the way", encoding="utf-8")
    ended = build()
    assert ended.code == 2
    assert "3302.yaml" in ended.err
    assert "DEF-011" in ended.err


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome(name="3301", state=State.BROKEN, reason="KeyError"), "(KeyError)"),
        (Outcome(name="3301", state=State.LOST), "ended suddenly"),
        (Outcome(name="3301", state=State.REFUSED, reason="No paper."), "No paper."),
    ],
)
def test_why_an_office_failed_is_said_in_words(
    outcome: Outcome, said: str, build: Pst, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "pst_standards.documents.bulk.building.build_many", lambda *_, **__: iter([outcome])
    )
    ended = build()
    assert ended.code == (2 if outcome.state is State.REFUSED else 3)
    assert said in ended.err


def test_ctrl_c_is_told_in_a_line_and_what_was_built_stays(
    build: Pst, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pst_standards.documents.bulk import building

    whole = building.build_many

    def interrupted(*given: Any, **chosen: Any) -> Iterator[Outcome]:
        yield from itertools.islice(whole(*given, **chosen), 2)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(building, "build_many", interrupted)
        ended = build()
    assert ended.code == 130
    assert len(ended.err.splitlines()) == 1
    assert "1 made, 2 up to date" in build().out


def test_output_inside_the_definitions_is_refused(pst: Pst, offices: Path) -> None:
    ended = pst("build", offices, "--out", offices / "out", "--lang", "en")
    assert ended.code == 2
    assert "would be read as definitions" in ended.err
    assert not (offices / "out").exists()


def test_one_definition_may_be_built_into_a_folder_inside(pst: Pst, tmp_path: Path) -> None:
    (tmp_path / "kantor.yaml").write_text("maklumat: {pledge: Kami sanggup.}\n", encoding="utf-8")
    ended = pst("build", tmp_path, "--out", tmp_path / "out", "--format", "html", "--jobs", "2")
    assert ended.code == 0
    assert (tmp_path / "out" / "maklumat.html").is_file()


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5", "²"])
def test_a_number_of_jobs_that_makes_no_sense_is_refused(number: str, build: Pst) -> None:
    ended = build(f"--jobs={number}")
    assert ended.code == 2
    assert f"“{number}” is no whole number from 1" in ended.err


def test_how_far_it_has_come_stands_beside_the_result(build: Pst) -> None:
    ended = build(quiet=False)
    assert "[3/3] 3303 · " in ended.err
    assert " offices a second, 0:00 left" in ended.err


def test_the_pace_counts_what_was_built_and_not_what_was_up_to_date() -> None:
    clock = iter(map(float, range(0, 1000, 10))).__next__
    work = Run(None, Console(io.StringIO(), io.StringIO(), io.StringIO(), {}), speaker("id"), "id")  # type: ignore[arg-type]
    pace = _Pace(work, clock)
    pace.count(Outcome(name="a", state=State.CURRENT))
    assert pace.told(100) == ""
    for name in "bcd":
        pace.count(Outcome(name=name, state=State.BUILT))
    assert pace.told(42) == "· 0,1 kantor per detik, sisa 4:40"


def test_a_template_that_cannot_be_used_stops_before_anything_is_written(
    build: Pst, tmp_path: Path
) -> None:
    (tmp_path / "kop.docx").write_bytes(b"no template")
    ended = build("--template", tmp_path / "kop.docx")
    assert ended.code != 0
    assert ended.err
    assert not (tmp_path / "out").exists()


def test_where_every_office_is_refused_nothing_is_left_behind(build: Pst, tmp_path: Path) -> None:
    assert build("--final").code == 1
    assert not (tmp_path / "out").exists()
    build()
    assert (tmp_path / "out" / ".pst-bulk.json").exists()


def test_another_format_and_another_definition_are_told_for_all_offices(
    build: Pst, offices: Path, tmp_path: Path
) -> None:
    build()
    assert "removed" not in build("--format", "md").out
    made = tmp_path / "out" / "3302"
    assert '"maklumat.html"' in (made / "manifest.json").read_text(encoding="utf-8")
    assert "3 up to date" in build("--format", "md").out
    (made / "maklumat.html").write_bytes(b"signed")
    for file in offices.iterdir():
        file.write_text(file.read_text(encoding="utf-8") + "lang: en\n", encoding="utf-8")
    ended = build("--format", "md")
    assert "In 1 offices documents of an earlier definition were left alone" in ended.out
    assert "In 3 offices" in ended.out
    assert "build again with --format html." in ended.out
    (made / "maklumat.md").write_bytes(b"signed")
    ended = build("--format", "md")
    assert "1 files that were changed after they were made, or that pst build did not" in ended.out
    assert (made / "maklumat (changed).md").read_bytes() == b"signed"
    assert "3 up to date" in build("--format", "md").out
    for file in offices.iterdir():
        office = file.read_text(encoding="utf-8").splitlines(keepends=True)[0]
        file.write_text(office, encoding="utf-8")
    assert "documents of earlier builds were removed" in build("--format", "md").out


def test_documents_without_a_definition_are_named_and_left_alone(
    build: Pst, offices: Path, tmp_path: Path
) -> None:
    assert "no definition any more" not in build().out
    (offices / "3303.yaml").unlink()
    ended = build()
    assert "1 folders have documents of an earlier build and no definition any more" in ended.out
    assert "3303" in ended.out
    assert (tmp_path / "out" / "3303" / "maklumat.html").exists()


def test_links_that_lead_in_a_circle_are_told_without_a_fault(
    pst: Pst, offices: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("putar").symlink_to("putar")
    (offices / "putar.png").symlink_to("putar.png")
    kantor = offices / "3301.yaml"
    kantor.write_text("office: {name: BPS Satu, logo: putar.png}\n", encoding="utf-8")
    common = ("--quiet", "--format", "md", "--jobs", "1")
    for arguments in (
        ("build", offices, "--out", "putar", *common),
        ("build", kantor, "--out", "putar", *common),
        ("build", "putar", "--out", "out", *common),
        ("build", kantor, "--out", "out", "--answers", "putar", *common),
        ("check", offices, "--format", "json", "--out", "putar/x.json"),
    ):
        ended = pst(*arguments)
        assert ended.code == 2, arguments
        assert "putar" in ended.err, arguments
    assert not Path("out").exists()
    assert pst("build", offices, "--out", "out", *common).code == 0


def test_offices_that_are_made_without_a_picture_are_told(
    build: Pst, offices: Path, tmp_path: Path
) -> None:
    for number in (1, 2):
        file = offices / f"330{number}.yaml"
        text = file.read_text(encoding="utf-8")
        logo = f"office: {{logo: logo{number}.png, "
        file.write_text(text.replace("office: {", logo), encoding="utf-8")
    (offices / "logo2.png").write_bytes(b"no picture")
    told = "2 offices were made without a picture that cannot be used (DEF-033): "
    for state in ("3 made", "3 up to date"):
        ended = build()
        assert state in ended.out
        assert f"{told}3301 (logo1.png), 3302 (logo2.png)." in ended.out
    manifest = json.loads((tmp_path / "out" / "3302" / "manifest.json").read_bytes())
    assert manifest["unusable_pictures"] == [
        {"pointer": "/office/logo", "place": "3302.yaml:1", "file": "logo2.png"}
    ]


def test_of_many_offices_without_a_picture_the_first_are_named() -> None:
    found = [
        Outcome(name=f"{number}", state=State.BUILT, pictures=("logo.png",))
        for number in range(10, 22)
    ]
    work = Run(None, Console(io.StringIO(), io.StringIO(), io.StringIO(), {}), speaker("en"), "en")  # type: ignore[arg-type]
    (line,) = _pictures(found, work)
    assert line.startswith("12 offices")
    assert "19 (logo.png)" in line
    assert "20 (logo.png)" not in line
