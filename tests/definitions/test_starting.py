from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from pst_standards.definitions import OutputError, Reading, read_path
from pst_standards.definitions.offices import OfficeRow, find_office
from pst_standards.definitions.starting import (
    SCHEMA_FILE,
    near_offices,
    start_files,
    write_start,
)
from pst_standards.findings import Severity
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import node_classes, shapes
from pst_standards.rules import check_reading

OPEN = re.compile(r"(?P<pad> *)#(?P<line>(?:- )?[a-z_]+:.*|- \{.*)")
# What two switched-on lines may well say against each other; their keys are valid all the same.
DANGLING = "DEF-023"


def office(code: str = "3329") -> OfficeRow:
    found = find_office(code)
    assert found is not None
    return found


def read(folder: Path, files: dict[str, str]) -> Reading:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return read_path(folder)


def definition_lines(files: dict[str, str]) -> Iterator[tuple[str, int, str]]:
    for name, content in files.items():
        if name != SCHEMA_FILE:
            yield from ((name, place, line) for place, line in enumerate(content.split("\n")))


def switched_on(content: str, *places: int) -> str:
    lines = content.split("\n")
    for place in places:
        lines[place] = OPEN.sub(r"\g<pad>\g<line>", lines[place])
    return "\n".join(lines)


def open_places(content: str) -> list[int]:
    return [place for place, line in enumerate(content.split("\n")) if OPEN.fullmatch(line)]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("code", ["0000", "3300", "3329", "3471", "9471"])
def test_what_is_written_reads_without_a_finding(tmp_path: Path, code: str, lang: str) -> None:
    reading = read(tmp_path, start_files(office(code), lang=lang))
    assert reading.findings == ()
    assert reading.definition.office is not None
    assert reading.definition.office.code == code
    assert reading.definition.lang is not None
    assert reading.definition.lang.value == lang


def test_the_first_line_tells_editors_the_schema_beside_it() -> None:
    files = start_files(office())
    firsts = {content.split("\n")[0] for name, content in files.items() if name != SCHEMA_FILE}
    assert firsts == {f"# yaml-language-server: $schema=./{SCHEMA_FILE}"}
    assert '"$schema": "https://json-schema.org/draft/2020-12/schema"' in files[SCHEMA_FILE]


def test_what_the_office_table_knows_stands_there_with_its_source(tmp_path: Path) -> None:
    definition = read(tmp_path, start_files(office("3471"))).definition
    known = definition.office
    assert known is not None
    assert (known.name, known.kind) == ("Badan Pusat Statistik Kota Yogyakarta", known.kind)
    assert known.address is not None
    assert (known.address.city, known.address.province) == ("Kota Yogyakarta", "DI Yogyakarta")
    assert known.head is not None
    assert str(known.head.position) == "Kepala Badan Pusat Statistik Kota Yogyakarta"
    assert known.email == "bps3471@bps.go.id"
    assert definition.origin.about(("office", "name")).confidence == "verified"
    assert definition.origin.about(("office", "email")).confidence == "unverified"
    assert definition.origin.about(("office", "phone")).confidence is None


def test_a_name_that_two_lists_tell_differently_is_not_called_verified(tmp_path: Path) -> None:
    from pst_standards.definitions.offices import offices

    doubtful = next(row for row in offices() if not row.verified)
    definition = read(tmp_path, start_files(doubtful)).definition
    assert definition.origin.about(("office", "name")).confidence == "secondary"


@pytest.mark.slow
@pytest.mark.unmeasured
def test_every_open_line_can_be_switched_on_by_itself(tmp_path: Path) -> None:
    files = start_files(office())
    tried = 0
    for name, content in files.items():
        if name == SCHEMA_FILE:
            continue
        for place in open_places(content):
            reading = read(tmp_path, {**files, name: switched_on(content, place)})
            found = [one for one in reading.findings if one.rule != DANGLING]
            assert found == [], (name, content.split("\n")[place])
            tried += 1
    assert tried > 150


@pytest.mark.parametrize("lang", ["id", "en"])
def test_all_open_lines_can_be_switched_on_together(tmp_path: Path, lang: str) -> None:
    files = start_files(office(), lang=lang)
    full = {
        name: content
        if name == SCHEMA_FILE
        else switched_on(
            content,
            *open_places(content),
        )
        for name, content in files.items()
    }
    reading = read(tmp_path, full)
    assert reading.findings == ()
    report = check_reading(reading, as_of=dt.date(2026, 1, 5))
    assert [found.rule for found in report.findings if found.severity is Severity.ERROR] == []


def test_the_examples_do_not_contradict_the_base_or_each_other(tmp_path: Path) -> None:
    files = start_files(office())
    full = {
        name: content if name == SCHEMA_FILE else switched_on(content, *open_places(content))
        for name, content in files.items()
    }
    report = check_reading(read(tmp_path, full), as_of=dt.date(2026, 1, 5))
    assert report.of("STD-020") == ()
    numbers = re.findall(r"number: (\d+ Tahun 2026)", "".join(full.values()))
    assert len(set(numbers)) == len(numbers) - 3, "four standards of one decree"


def test_switching_nothing_on_takes_nothing_away_from_the_base(tmp_path: Path) -> None:
    from pst_standards.definitions import loads

    base = loads({"extends": "bps/2020"})
    started = read(tmp_path, start_files(office())).definition
    for ours, theirs in zip(started.standards, base.standards, strict=True):
        assert ours.requirements == theirs.requirements
        assert ours.procedure == theirs.procedure
        assert ours.competence == theirs.competence
        assert ours.safety_guarantee == theirs.safety_guarantee
    assert started.services == base.services
    assert started.survey == base.survey
    assert started.complaints is not None
    assert base.complaints is not None
    assert started.complaints.mechanism == base.complaints.mechanism
    assert started.complaints.whistleblowing == base.complaints.whistleblowing
    assert started.information_officer == base.information_officer


def test_the_findings_tell_the_office_what_to_fill_in_and_where(tmp_path: Path) -> None:
    report = check_reading(read(tmp_path, start_files(office())))
    missing = {found.params["component"] for found in report.of("STD-001")}
    assert missing == {"facilities", "staffing"}
    assert {Path(found.location.file or "").name for found in report.of("STD-001")} == {
        "standar.yaml"
    }
    for rule in ("STD-018", "STD-034", "STD-035", "PGD-006", "FAC-004"):
        files = {Path(found.location.file or "").parent for found in report.of(rule)}
        assert files == {tmp_path}, rule


TERM = re.compile(r" *#?(?:- )?(?P<key>[a-z_]+):.*?  # (?P<term>.+)")


def test_every_key_on_a_line_of_its_own_has_its_indonesian_term_beside_it() -> None:
    terms: dict[str, set[str]] = {}
    for cls in node_classes(Definition):
        for name in shapes(cls):
            terms.setdefault(name, set()).add(attrs.fields_dict(cls)[name].metadata["id"])
    for lang in ("id", "en"):
        for name, _, line in definition_lines(start_files(office(), lang=lang)):
            key = re.match(r" *#?(?P<key>[a-z_]+):", line)
            if key is None or key["key"] == "extends" or "{source:" in line:
                continue
            found = TERM.fullmatch(line)
            assert found is not None, (name, line)
            assert any(term in found["term"] for term in terms[key["key"]]), (name, line)


def test_remarks_are_never_taken_for_open_lines() -> None:
    lines = [line for _, _, line in definition_lines(start_files(office()))]
    remarks = [line for line in lines if re.match(r" *# ", line)]
    assert len(remarks) > 50
    assert [line for line in remarks if OPEN.fullmatch(line)] == []
    odd = [line for line in lines if re.match(r" *#[^ ]", line) and not OPEN.fullmatch(line)]
    assert odd == []


def test_an_example_names_the_office_itself() -> None:
    files = start_files(office("3471"))
    assert "#issuer: Kepala Badan Pusat Statistik Kota Yogyakarta" in files["standar.yaml"]
    assert "value: bps3471@bps.go.id" in files["pengaduan.yaml"]
    assert "#place: Yogyakarta" in files["standar.yaml"]
    assert "bukan kabupatennya" in files["standar.yaml"]
    assert "#issuer: Kepala Badan" in files["kantor.yaml"]
    assert "#executors: " in files["standar.yaml"]
    assert "#number: BA-01" in files["standar.yaml"]
    assert "Kabupaten Contoh" not in "".join(files.values())


def test_the_same_office_gives_the_same_files() -> None:
    assert start_files(office()) == start_files(office())


def test_writing_leaves_nothing_when_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pst_standards.definitions import writing
    from pst_standards.definitions.errors import OutputError as Refused
    from pst_standards.definitions.faults import fault

    real = writing.write_atomically

    def full(path: Path, data: bytes) -> None:
        if path.name == "pengaduan.yaml":
            raise Refused((fault("DEF-011", variant="full", path="x", name="x", reason=""),))
        real(path, data)

    monkeypatch.setattr(writing, "write_atomically", full)
    with pytest.raises(OutputError):
        write_start(tmp_path / "kantor", start_files(office()))
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_that_was_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pst_standards.definitions import writing

    def stop(path: Path, _: bytes) -> None:
        raise KeyboardInterrupt(path)

    monkeypatch.setattr(writing, "write_atomically", stop)
    with pytest.raises(KeyboardInterrupt):
        write_start(tmp_path, start_files(office()))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("wanted", "first"),
    [("33", "3300"), ("brebes", "3329"), ("3399", "3329"), ("kota yogya", "3471"), ("332", "3320")],
)
def test_offices_like_the_one_wanted_are_found(wanted: str, first: str) -> None:
    found = [row.bps_code for row in near_offices(wanted)]
    assert first in found
    assert len(found) <= 5


@pytest.mark.parametrize("wanted", ["", " ", "zzzz"])
def test_nothing_is_like_what_is_no_office(wanted: str) -> None:
    assert near_offices(wanted) == ()
