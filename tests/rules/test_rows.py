from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest
import yaml

from pst_standards.compensation import check_damages
from pst_standards.complaints.breach_checks import check_data_breach
from pst_standards.complaints.checks import check_complaint
from pst_standards.complaints.information_checks import check_information_request
from pst_standards.complaints.recap_checks import check_recap
from pst_standards.definitions.wording import word
from pst_standards.findings import Finding, Param, Report, format_pointer
from pst_standards.messages import LANGUAGES
from pst_standards.rules import Row, catalogue
from pst_standards.rules.rows import DEFINITION
from pst_standards.tariffs import check_sale

GOLDEN: Final = Path(__file__).with_name("golden") / "rows"

RECORDS: Final[Mapping[str, Callable[..., Report]]] = {
    "complaint": check_complaint,
    "complaint-recap": check_recap,
    "damages": check_damages,
    "data-breach": check_data_breach,
    "information-request": check_information_request,
    "sale": check_sale,
}

Check = Callable[..., Report]
Case: TypeAlias = tuple[Row, str, str]


def running() -> list[Row]:
    return [row for row in catalogue().law() if row.status.runs]


def failing() -> Iterator[Any]:
    for row in running():
        if row.fails:
            yield pytest.param((row, "", row.fails), id=row.id)
        for name, variant in row.variants.items():
            if variant.fails:
                yield pytest.param((row, name, variant.fails), id=f"{row.id}.{name}")


def passing_of_variants() -> Iterator[Any]:
    for row in running():
        for name, variant in row.variants.items():
            if variant.passes:
                yield pytest.param((row, name, variant.passes), id=f"{row.id}.{name}")


@pytest.fixture(scope="module")
def look(report: Check) -> Check:
    """Check an example as what its rule looks at: a definition, or a record on a day of its own."""

    @cache
    def check_example(
        row: Row, example: str, day: dt.date | None = None, variant: str = ""
    ) -> Report:
        about = row.about_of(variant)
        if about == DEFINITION:
            return report(example) if day is None else report(example, day)
        data = yaml.safe_load(example)
        # A sale is judged by the day that it states.
        if about == "sale" and day is not None:
            data["date"] = day.isoformat()
        found = RECORDS[about](data, as_of=day)
        assert found.coverage.failed == ()
        return found

    return check_example


def failing_in(area: str) -> Iterator[Case]:
    return (case.values[0] for case in failing() if case.values[0][0].area == area)


each_area = pytest.mark.parametrize("area", sorted({row.area for row in running()}))


@pytest.mark.parametrize("case", list(failing()))
def test_the_failing_example_is_found(case: Case, look: Check) -> None:
    row, variant, example = case
    found = look(row, example, variant=variant)
    hits = [hit for hit in found.of(row.id) if hit.variant == variant]
    assert hits
    assert {hit.severity for hit in hits} == {row.severity_of(variant)}
    assert {hit.verdict for hit in hits} == {row.verdict}
    assert found.coverage.failed == ()


@each_area
def test_the_findings_of_the_examples_are_as_they_were(
    area: str, look: Check, request: pytest.FixtureRequest
) -> None:
    """Hold every example of an area against what it gave before, down to the last value."""
    found = {
        case.id: [_told(hit) for hit in look(row, example, variant=variant).of(row.id)]
        for case in failing()
        for row, variant, example in case.values
        if row.area == area
    }
    golden = GOLDEN / f"{area}.json"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert found == json.loads(golden.read_text(encoding="utf-8"))


def _told(hit: Finding) -> dict[str, Any]:
    return {
        "variant": hit.variant,
        "pointer": format_pointer(hit.pointer),
        "params": {name: _listed(value) for name, value in hit.params.items()},
        "citations": list(hit.citations),
    }


def _listed(value: Param) -> Any:
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("row", running(), ids=lambda row: row.id)
def test_the_passing_example_is_not_found(row: Row, look: Check) -> None:
    found = look(row, row.passes)
    assert found.of(row.id) == ()
    assert row.id in found.coverage.checked


@pytest.mark.parametrize("case", list(passing_of_variants()))
def test_what_passes_a_variant_is_not_found(case: Case, look: Check) -> None:
    row, variant, example = case
    found = look(row, example, variant=variant)
    assert found.of(row.id) == ()
    assert row.id in found.coverage.checked


@pytest.mark.parametrize("lang", LANGUAGES)
@each_area
def test_what_is_found_can_be_said(area: str, lang: str, look: Check) -> None:
    for row, variant, example in failing_in(area):
        for found in look(row, example, variant=variant).of(row.id):
            for sentence in word(found, lang):
                assert sentence, found
                assert "{" not in sentence
                assert "None" not in sentence


@each_area
def test_an_example_has_the_shape_of_a_definition(area: str, look: Check) -> None:
    for row, variant, example in failing_in(area):
        passes = row.variants[variant].passes if variant else ""
        for text in (example, passes or row.passes):
            found = look(row, text, variant=variant if text != row.passes else "").findings
            assert [hit for hit in found if hit.rule.startswith("DEF")] == []


@each_area
def test_findings_point_at_what_is_there(area: str, look: Check) -> None:
    for row, variant, example in failing_in(area):
        whole = yaml.safe_load(example)
        for found in look(row, example, variant=variant).of(row.id):
            data = whole
            for step in found.pointer:
                data = data[step]


@pytest.mark.parametrize("row", [row for row in running() if row.stage.value == "adopted"])
def test_a_rule_of_adopted_standards_leaves_drafts_alone(row: Row, report: Check) -> None:
    examples = [row.fails, *(variant.fails for variant in row.variants.values())]
    for example in filter(None, examples):
        for stage in ("draft", "discussed", None):
            found = report({**yaml.safe_load(example), "stage": stage})
            assert row.id in found.coverage.not_applicable
            assert found.of(row.id) == ()


@pytest.mark.parametrize("row", [row for row in running() if row.since], ids=lambda row: row.id)
def test_a_rule_is_silent_before_its_norm_was_made(row: Row, look: Check) -> None:
    assert row.since is not None
    before = row.since.earliest() - dt.timedelta(days=1)
    examples = {"": row.fails, **{name: one.fails for name, one in row.variants.items()}}
    for variant, example in examples.items():
        assert not example or look(row, example, before, variant).of(row.id) == ()
