from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from pst_standards.compensation.damages_checks import CHECKS as DAMAGES_CHECKS
from pst_standards.complaints.breach_checks import CHECKS as BREACH_CHECKS
from pst_standards.complaints.checks import CHECKS as COMPLAINT_CHECKS
from pst_standards.complaints.information_checks import CHECKS as INFORMATION_CHECKS
from pst_standards.complaints.recap_checks import CHECKS as RECAP_CHECKS
from pst_standards.findings import Severity, Verdict
from pst_standards.law import Citation, default_register, exists
from pst_standards.messages import LANGUAGES, has_text
from pst_standards.rules import rows
from pst_standards.rules.cases import CaseCheck
from pst_standards.rules.engine import checks
from pst_standards.rules.rows import (
    AREAS,
    DEFINITION,
    CatalogueError,
    Force,
    Row,
    Status,
    Variant,
    catalogue,
    compiled,
    read_catalogue,
    sources,
)
from pst_standards.tariffs.rules import CHECKS as SALE_CHECKS

MESSAGES: Final = Path(__file__).resolve().parents[2] / "src/pst_standards/messages/locale"
KNOWN_IDS: Final = Path(__file__).with_name("ids.txt")
# A negative amount never gets past the structurer, 200,000 characters are no example, and no
# regulation is yet to come: test_fees, test_citations and test_performance_assessment show them.
# Two complaints, and a log that was changed, stand in a register: test_register_checks.
NOT_SHOWN_IN_YAML: Final = {
    *("STD-028.negative", "CIT-005.too_long", "CIT-005.not_yet", "LIFE-019.not_yet"),
    *("PGD-033.unlinked", "PGD-060.changed", "PGD-060.dated_back"),
}

RECORD_CHECKS: Final[Mapping[str, tuple[CaseCheck[Any], ...]]] = {
    "complaint": COMPLAINT_CHECKS,
    "complaint-recap": RECAP_CHECKS,
    "damages": DAMAGES_CHECKS,
    "data-breach": BREACH_CHECKS,
    "information-request": INFORMATION_CHECKS,
    "sale": SALE_CHECKS,
}


def message_keys(row: Row) -> Iterator[str]:
    if row.fails:
        yield row.id
    yield from (f"{row.id}.{name}" for name in row.variants)


def test_twins_are_one_rule() -> None:
    twins = ("PGD-001", "PGD-002", "PGD-012", "CMP-008", "CMP-009", "RNT-001", "TRF-015")
    rows = [catalogue()[name].id for name in twins]
    assert rows[:4] == ["STD-034", "STD-035", "CIT-001", "PRV-001"]
    assert rows[4:] == ["PGD-006", "FAC-012", "FAC-012"]


def test_ids_never_vanish() -> None:
    known = KNOWN_IDS.read_text(encoding="utf-8").split()
    assert [name for name in known if name not in catalogue()] == []


def test_the_list_of_ids_is_complete() -> None:
    names = sorted(name for row in catalogue() for name in (row.id, *row.aliases))
    assert KNOWN_IDS.read_text(encoding="utf-8").split() == names


def test_every_function_has_a_row_and_every_row_that_runs_a_function() -> None:
    running = {row.id for row in catalogue().law() if row.status.runs}
    of_records = {check.id for found in RECORD_CHECKS.values() for check in found}
    assert set(checks()) | of_records == running


def test_a_rule_stands_in_the_room_of_each_thing_that_it_looks_at() -> None:
    about = {(row.id, kind) for row in catalogue().law() if row.status.runs for kind in row.kinds}
    of_records = {(check.id, kind) for kind, found in RECORD_CHECKS.items() for check in found}
    assert about == of_records | {(name, DEFINITION) for name in checks()}


def test_a_variant_about_something_else_shows_what_passes_there() -> None:
    for row in catalogue().law():
        for name, variant in row.variants.items():
            shown = f"{row.id}.{name}" not in NOT_SHOWN_IN_YAML
            other = shown and row.about_of(name) != row.about
            told = any(one.passes for one in row.variants.values() if one.about == variant.about)
            assert not other or told, row.id


def test_a_row_says_everything_in_both_languages() -> None:
    for row in catalogue():
        for text in (row.title, row.explanation, row.reason):
            assert text is None or (text.id and text.en and text.id != text.en), row.id


def test_a_row_that_does_not_run_says_why() -> None:
    for row in catalogue():
        assert (row.reason is not None) == (not row.status.runs), row.id


def test_a_row_that_does_not_run_has_its_examples_and_its_remedy_in_words() -> None:
    for row in catalogue().law():
        for words in (row.case_fails, row.case_passes, row.remedy):
            assert (words is not None) == (not row.status.runs), row.id


def test_the_compiled_catalogue_is_that_of_the_sources() -> None:
    file = Path(rows.__file__).with_name("catalogue.json")
    assert file.read_text(encoding="utf-8") == compiled(sources())


def test_a_row_rests_on_a_norm_or_on_a_defect_seen() -> None:
    for row in catalogue().law():
        assert row.citations or row.defect_seen, row.id
        assert bool(row.defect_seen) == (row.verdict is Verdict.QUALITY), row.id


def test_the_norms_cited_exist() -> None:
    for cited in {cited.cite for row in catalogue().law() for cited in row.citations}:
        citation = Citation.parse(cited)
        assert str(citation) == cited
        assert citation.regulation in default_register()
        assert exists(citation) is not False, cited


def test_a_row_has_examples_of_each_side() -> None:
    for row in catalogue().law():
        if row.status.runs:
            unseen = {name for name, variant in row.variants.items() if not variant.fails}
            assert {f"{row.id}.{name}" for name in unseen} <= NOT_SHOWN_IN_YAML
            assert row.passes, row.id
            assert row.fails or row.variants, row.id


def test_the_severity_of_a_row_is_its_gravest() -> None:
    for row in catalogue():
        assert all(variant.severity <= row.severity for variant in row.variants.values()), row.id


def test_only_a_duty_is_an_error() -> None:
    for row in catalogue().law():
        assert row.severity < Severity.ERROR or row.force is Force.MUST, row.id


def test_a_statutory_error_cannot_be_accepted() -> None:
    for row in catalogue().law():
        if row.verdict is Verdict.STATUTORY:
            if row.fails and row.severity is Severity.ERROR:
                assert not row.may_suppress(""), row.id
            for name, variant in row.variants.items():
                assert variant.severity < Severity.ERROR or not row.may_suppress(name), row.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_has_its_words(lang: str) -> None:
    for row in catalogue().law():
        for key in message_keys(row) if row.status.runs else ():
            assert has_text("rules", key, lang)
            assert has_text("rules", f"{key}.hint", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_of_shape_has_its_row(lang: str) -> None:
    text = (MESSAGES / lang / "LC_MESSAGES" / "definition.po").read_text(encoding="utf-8")
    worded = set(re.findall(r'^msgid "(DEF-\d+)', text, re.MULTILINE))
    assert worded == {row.id for row in catalogue() if row.area == "shape"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_words_are_left_over(lang: str) -> None:
    text = (MESSAGES / lang / "LC_MESSAGES" / "rules.po").read_text(encoding="utf-8")
    keys = re.findall(r'^msgid "([A-Z].+)"$', text, re.MULTILINE)
    known = {key for row in catalogue().law() if row.status.runs for key in message_keys(row)}
    assert {key.removesuffix(".hint") for key in keys} == known


def row_text(**changes: str) -> str:
    parts = {
        "id": '"TST-001"',
        "title": '{ id = "a", en = "b" }',
        "explanation": '{ id = "a", en = "b" }',
        "verdict": '"quality"',
        "force": '"must"',
        "severity": '"error"',
        "status": '"checked"',
    }
    lines = (f"{name} = {value}" for name, value in (parts | changes).items() if value)
    return "reviewed = 2026-11-26\n[[rule]]\n" + "\n".join(lines)


def read(*texts: str) -> Any:
    return read_catalogue({f"area-{place}": text for place, text in enumerate(texts)})


def test_a_row_is_read() -> None:
    (row,) = read(row_text(variants='{ few = { severity = "note" } }', since='"2014"'))
    assert (row.id, row.status, row.variants["few"].severity) == (
        "TST-001",
        Status.CHECKED,
        Severity.NOTE,
    )
    assert str(row.since) == "2014"


def test_what_passes_a_variant_is_about_what_the_variant_is_about() -> None:
    parts = (
        'few = { severity = "note" }',
        'own = { severity = "note", passes = "own: 1" }',
        'case = { severity = "note", about = "visit", passes = "visit: 1" }',
        'late = { severity = "note", about = "visit" }',
        'sale = { severity = "note", about = "sale" }',
    )
    variants = f"{{ {', '.join(parts)} }}"
    (row,) = read(row_text(variants=variants, passes='"whole: 1"'))
    assert {name: row.passes_of(name) for name in ("", "few", "unknown", *row.variants)} == {
        "": "whole: 1",
        "few": "whole: 1",
        "unknown": "whole: 1",
        "own": "own: 1",
        "case": "visit: 1",
        "late": "visit: 1",
        "sale": "",
    }


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"severty": '"error"'}, "'severty'"),
        ({"severity": '"grave"'}, "'grave' is not a valid Severity"),
        ({"suppressible": '"no"'}, "expected true or false, found 'no'"),
        ({"title": '{ id = "a" }'}, "expected id and en, found ['id']"),
        ({"title": '{ id = "a", en = 1 }'}, "expected a string, found 1"),
        ({"id": "7"}, "expected a string, found 7"),
        ({"status": ""}, "'status'"),
        ({"since": '"last year"'}, "last year"),
        ({"citations": '[{ cite = "UU 25/2009", sure = true }]'}, "'sure'"),
        ({"variants": '{ few = { gravity = "note" } }'}, "'gravity'"),
        ({"variants": '{ few = { severity = "note", fails = 1 } }'}, "expected a string, found 1"),
        (
            {"variants": '{ few = { severity = "note", suppressible = 1 } }'},
            "expected true or false, found 1",
        ),
    ],
)
def test_a_faulty_row_is_refused_with_its_name(changes: dict[str, str], said: str) -> None:
    with pytest.raises(CatalogueError) as refused:
        read(row_text(**changes))
    assert str(refused.value).startswith(f"area-0: {'7' if 'id' in changes else 'TST-001'}: ")
    assert said in str(refused.value)


def test_a_variant_is_read() -> None:
    few = '{ few = { severity = "note", suppressible = false, fails = "a: 1" } }'
    (row,) = read(row_text(variants=few))
    assert row.variants["few"] == Variant(severity=Severity.NOTE, suppressible=False, fails="a: 1")
    assert (row.may_suppress(""), row.may_suppress("few")) == (True, False)


def test_no_name_finds_no_row() -> None:
    rows = read(row_text())
    assert rows.get(None) is rows.get("") is rows.get("TST-002") is None


def test_a_file_holds_nothing_but_rules() -> None:
    with pytest.raises(CatalogueError, match="rule"):
        read("version = 1\n" + row_text())
    with pytest.raises(CatalogueError, match="reviewed"):
        read(row_text().replace("reviewed = 2026-11-26", "reviewed = 'lately'"))


def test_an_id_used_twice_is_refused() -> None:
    with pytest.raises(CatalogueError, match=r"^used twice: TST-001, TST-003$"):
        read(
            row_text(aliases='["TST-003"]'),
            row_text(id='"TST-002"', aliases='["TST-001", "TST-003"]'),
        )


def test_rows_keep_the_order_of_areas() -> None:
    areas = [AREAS.index(row.area) for row in catalogue()]
    assert areas == sorted(areas)
