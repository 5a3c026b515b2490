"""Whatever a report holds, every format can be written, and read by what reads it."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.findings import Coverage, Finding, Location, Report, Severity, Subject, Verdict
from pst_standards.messages import LANGUAGES
from pst_standards.rules import formats

pytestmark = pytest.mark.unmeasured

DAY = dt.date(2026, 11, 22)
TEXTS = st.text(max_size=20) | st.sampled_from(
    ["<script>", "a|b", "=1+1", "\x00\x1b", "\ud800", "::error::", "]]>", "{0}", "統計", "\u202e"]
)
STEPS = st.sampled_from(["standards", "services", "office", "fee", "complaints"]) | TEXTS
POINTERS = st.lists(STEPS | st.integers(0, 3), max_size=4).map(tuple)
PLACES = st.builds(
    Location,
    st.none() | TEXTS,
    st.none() | st.integers(1, 9),
    st.none() | st.integers(1, 9),
    st.none() | TEXTS,
)
PARAMS = st.fixed_dictionaries({"key": TEXTS, "known": TEXTS, "meant": st.just("fee")})
FINDINGS = st.builds(
    Finding,
    rule=st.sampled_from(["DEF-015"]),
    severity=st.sampled_from(Severity),
    verdict=st.sampled_from(Verdict),
    params=PARAMS,
    pointer=POINTERS,
    location=PLACES,
    citations=st.lists(TEXTS, max_size=6).map(tuple),
    variant=st.sampled_from(["", "meant"]),
)
SUBJECTS = st.builds(
    Subject,
    TEXTS,
    st.just(("standards", 0)),
    st.just(("standards", 0)),
    TEXTS,
    TEXTS,
)
PARTS = st.builds(
    Report,
    as_of=st.just(DAY),
    inputs=st.lists(TEXTS, max_size=2).map(tuple),
    findings=st.lists(FINDINGS, max_size=5).map(tuple),
    office=TEXTS,
    subjects=st.lists(SUBJECTS, max_size=1).map(tuple),
    coverage=st.just(Coverage(checked=("STD-001",), failed=("STD-002",))),
)


def joined(parts: list[Report]) -> Report:
    if len(parts) == 1:
        return parts[0]
    return Report(
        as_of=DAY,
        inputs=tuple(name for part in parts for name in part.inputs),
        findings=tuple(found for part in parts for found in part.findings),
        parts=tuple(parts),
    )


REPORTS = st.lists(PARTS, min_size=1, max_size=2).map(joined)
LANGS = st.sampled_from(LANGUAGES)


@given(REPORTS, LANGS)
def test_programs_can_read_it(report: Report, lang: str) -> None:
    assert json.loads(formats.json(report, lang=lang))["format"] == "pst-report/1"
    run = json.loads(formats.sarif(report, lang=lang))["runs"][0]
    assert len(run["results"]) == len(report.findings)
    root = ET.fromstring(formats.junit(report, lang=lang).encode())  # noqa: S314 - our own
    assert len(root) == len(report.each())
    lines = formats.github(report, lang=lang).encode().decode().splitlines()
    assert sum(line.startswith("::") for line in lines) <= len(report.findings)


@given(REPORTS, LANGS, st.booleans())
def test_people_can_read_it(report: Report, lang: str, everything: bool) -> None:
    assert formats.text(report, lang=lang, everything=everything)
    assert formats.markdown(report, lang=lang).encode()
    page = formats.html(report, lang=lang)
    assert page.encode()
    assert "<script" not in page


@settings(max_examples=20)
@given(REPORTS, LANGS)
def test_a_workbook_is_whole(report: Report, lang: str) -> None:
    with zipfile.ZipFile(io.BytesIO(formats.xlsx(report, lang=lang))) as archive:
        for name in archive.namelist():
            ET.fromstring(archive.read(name))  # noqa: S314 - our own


@pytest.mark.parametrize("name", formats.NAMES)
def test_every_format_is_there_by_its_name(name: str) -> None:
    assert callable(getattr(formats, name))
    assert name in formats.__all__


def test_a_format_that_there_is_not_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="pdf"):
        _ = formats.pdf


def test_the_golden_files_are_all_used() -> None:
    folder = Path(__file__).resolve().parents[1] / "golden" / "report"
    kinds = ("txt", "all.txt", "json", "html", "md", "github.txt", "junit.xml", "sarif.json")
    wanted = {"kantor.yaml"}
    for lang in LANGUAGES:
        for kind in (*kinds, "xlsx.txt"):
            *middle, end = kind.split(".")
            wanted.add(".".join(["report", *middle, lang, end]))
    assert {file.name for file in folder.iterdir()} == wanted
