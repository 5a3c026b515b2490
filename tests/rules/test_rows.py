from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
import yaml

from pst_standards.definitions.wording import word
from pst_standards.findings import Report
from pst_standards.messages import LANGUAGES
from pst_standards.rules import Row, catalogue

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


each_failing_example = pytest.mark.parametrize("case", list(failing()))
each_passing_example = pytest.mark.parametrize("row", running(), ids=lambda row: row.id)


@each_failing_example
def test_the_failing_example_is_found(case: Case, report: Check) -> None:
    row, variant, example = case
    found = report(example)
    hits = [hit for hit in found.of(row.id) if hit.variant == variant]
    assert hits
    assert {hit.severity for hit in hits} == {row.severity_of(variant)}
    assert {hit.verdict for hit in hits} == {row.verdict}
    assert found.coverage.failed == ()


@each_passing_example
def test_the_passing_example_is_not_found(row: Row, report: Check) -> None:
    found = report(row.passes)
    assert found.of(row.id) == ()
    assert row.id in found.coverage.checked


@each_failing_example
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_found_can_be_said(case: Case, lang: str, report: Check) -> None:
    row, _, example = case
    for found in report(example).of(row.id):
        for sentence in word(found, lang):
            assert sentence
            assert "{" not in sentence
            assert "None" not in sentence


@each_failing_example
def test_an_example_has_the_shape_of_a_definition(case: Case, report: Check) -> None:
    row, _, example = case
    for text in (example, row.passes):
        assert [hit.rule for hit in report(text).findings if hit.rule.startswith("DEF")] == []


@each_failing_example
def test_findings_point_at_what_is_there(case: Case, report: Check) -> None:
    row, _, example = case
    for found in report(example).of(row.id):
        data = yaml.safe_load(example)
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
def test_a_rule_is_silent_before_its_norm_was_made(row: Row, report: Check) -> None:
    assert row.since is not None
    before = row.since.earliest() - dt.timedelta(days=1)
    examples = [row.fails, *(variant.fails for variant in row.variants.values())]
    for example in filter(None, examples):
        assert report(example, before).of(row.id) == ()
