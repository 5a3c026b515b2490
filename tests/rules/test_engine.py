from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from attrs import evolve

from pst_standards.definitions import loads
from pst_standards.definitions.wording import word
from pst_standards.findings import Coverage, Finding, Report, Severity, Verdict
from pst_standards.model import Definition, Stage
from pst_standards.rules.binding import Check
from pst_standards.rules.checking import check
from pst_standards.rules.conditions import has_services
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.engine import FAILED, MOST_FINDINGS, Outcome, Words, run
from pst_standards.rules.rows import Catalogue, read_catalogue
from pst_standards.rules.rulebook import Rulebook

ROW = """
[[rule]]
id = "{id}"
title = {{ id = "a", en = "b" }}
explanation = {{ id = "a", en = "b" }}
verdict = "quality"
force = "must"
severity = "error"
status = "{status}"
{more}
"""


def rows(*given: tuple[str, str, str]) -> Catalogue:
    texts = [ROW.format(id=name, status=status, more=more) for name, status, more in given]
    return read_catalogue({"test": "reviewed = 2026-11-26\n" + "".join(texts)})


def finds(context: Context) -> Iterator[Hit]:
    yield Hit(("services", 0), {"stage": context.stage.value})


def breaks(context: Context) -> Iterator[Hit]:
    yield Hit()
    raise ZeroDivisionError(str(context.as_of))


def needs_services(context: Context) -> Iterator[Hit]:
    yield Hit(params={"services": len(context.services)})


def breaks_early(_: Context) -> Iterator[Hit]:
    yield Hit()


FUNCTIONS: dict[str, Check] = {
    check.id: check
    for check in (
        Check(id="TST-001", find=finds),
        Check(id="TST-002", find=breaks),
        Check(id="TST-003", find=needs_services, applies=has_services),
        Check(id="TST-004", find=breaks_early, applies=lambda _: bool(1 // 0)),
    )
}


def outcome(catalogue: Catalogue, day: dt.date, definition: Definition | None = None) -> Outcome:
    context = Context(definition=definition or Definition(), as_of=day)
    return run(context, Rulebook(rows=catalogue, functions=FUNCTIONS))


def test_a_rule_that_breaks_does_not_silence_the_others(day: dt.date) -> None:
    given = rows(*((name, "checked", "") for name in ("TST-002", "TST-004", "TST-001")))
    found = outcome(given, day)
    assert found.coverage.failed == ("TST-002", "TST-004")
    assert found.coverage.checked == ("TST-001",)
    assert [hit.rule for hit in found.findings] == [FAILED, FAILED, "TST-001"]
    broken = found.findings[0]
    assert broken.severity is Severity.ERROR
    assert broken.params == {"rule": "TST-002", "error": "ZeroDivisionError"}
    assert "TST-002" in word(broken, "id")[0]


def test_a_report_with_a_broken_rule_is_never_ok(day: dt.date) -> None:
    found = outcome(rows(("TST-002", "checked", "")), day)
    assert not Report(as_of=day, coverage=found.coverage).ok()


def test_a_rule_without_function_is_a_broken_one(day: dt.date) -> None:
    found = outcome(rows(("TST-009", "checked", "")), day)
    assert found.coverage.failed == ("TST-009",)


@pytest.mark.parametrize(
    ("status", "where"),
    [
        ("checked", "checked"),
        ("partial", "checked"),
        ("by_construction", "checked"),
        ("uncheckable", "uncheckable"),
        ("needs_data", "uncheckable"),
    ],
)
def test_the_status_of_a_row_decides_where_it_is_listed(
    status: str, where: str, day: dt.date
) -> None:
    found = outcome(rows(("TST-001", status, "")), day)
    assert getattr(found.coverage, where) == ("TST-001",)
    assert bool(found.findings) == (status in {"checked", "partial"})


def test_a_rule_says_itself_when_it_does_not_apply(day: dt.date) -> None:
    assert outcome(rows(("TST-003", "checked", "")), day).coverage.not_applicable == ("TST-003",)


@pytest.mark.parametrize(
    ("wanted", "stage", "applies"),
    [
        ("draft", None, True),
        ("draft", Stage.ADOPTED, True),
        ("discussed", None, False),
        ("discussed", Stage.DRAFT, False),
        ("discussed", Stage.DISCUSSED, True),
        ("discussed", Stage.ADOPTED, True),
        ("adopted", Stage.DISCUSSED, False),
        ("adopted", Stage.ADOPTED, True),
    ],
)
def test_the_stage_of_a_definition_decides(
    wanted: str, stage: Stage | None, *, applies: bool, day: dt.date
) -> None:
    given = rows(("TST-001", "checked", f'stage = "{wanted}"'))
    found = outcome(given, day, Definition(stage=stage))
    assert bool(found.findings) is applies
    assert (found.coverage.not_applicable == ("TST-001",)) is not applies


@pytest.mark.parametrize(
    ("dates", "applies"),
    [
        ('since = "2026-11-22"', True),
        ('since = "2026-11-23"', False),
        ('since = "2026"', True),
        ('since = "2027"', False),
        ('until = "2026-11-22"', True),
        ('until = "2026-11-21"', False),
        ('until = "2026"', True),
        ('until = "2025"', False),
    ],
)
def test_a_norm_binds_as_long_as_it_may(dates: str, *, applies: bool, day: dt.date) -> None:
    found = outcome(rows(("TST-001", "checked", dates)), day)
    assert bool(found.findings) is applies


def test_a_hit_may_name_a_closer_norm(day: dt.date) -> None:
    closer = Check(id="TST-001", find=lambda _: [Hit(citations=("PP 96/2012",)), Hit(("a",))])
    cited = 'citations = [{ cite = "UU 25/2009", confidence = "verified" }]'
    context = Context(definition=Definition(), as_of=day)
    catalogue = rows(("TST-001", "checked", cited))
    found = run(context, Rulebook(rows=catalogue, functions={"TST-001": closer}))
    assert [hit.citations for hit in found.findings] == [("PP 96/2012",), ("UU 25/2009",)]


def test_the_same_hit_twice_is_one_finding(day: dt.date) -> None:
    twice = Check(
        id="TST-001", find=lambda _: [Hit(("a",), {"x": 1}), Hit(("a",), {"x": 1}), Hit(("a",))]
    )
    context = Context(definition=Definition(), as_of=day)
    found = run(
        context, Rulebook(rows=rows(("TST-001", "checked", "")), functions={"TST-001": twice})
    )
    assert len(found.findings) == 2


def two_hits(_: Context) -> Iterator[Hit]:
    yield Hit(("services", 0), {"x": 1})
    yield Hit(("services", 0), variant="few")


FEW = '[rule.variants.few]\nseverity = "note"'


def test_a_finding_tells_what_the_row_and_the_hit_say(day: dt.date) -> None:
    functions = {"TST-001": Check(id="TST-001", find=two_hits)}
    rulebook = Rulebook(rows=rows(("TST-001", "checked", FEW)), functions=functions)
    found = run(Context(definition=Definition(), as_of=day), rulebook)
    told = Finding(
        rule="TST-001",
        severity=Severity.ERROR,
        verdict=Verdict.QUALITY,
        pointer=("services", 0),
        params={"x": 1},
    )
    assert found.findings == (
        told,
        evolve(told, severity=Severity.NOTE, variant="few", params={}),
    )


def test_a_finding_stands_where_its_value_was_read(day: dt.date) -> None:
    definition = loads("office: {}\nservices:\n  - id: a\n")
    (found,) = outcome(rows(("TST-001", "checked", "")), day, definition).findings
    assert found.location.line == 3


class Speaking(Rulebook):
    """A rulebook whose every rule has foreign sentences: its id and the key asked for."""

    def words(self, rule: str, key: str) -> Words:
        return (("id", rule.lower(), key.lower()),)


def test_foreign_sentences_are_asked_for_by_rule_and_variant(day: dt.date) -> None:
    functions = {"TST-001": Check(id="TST-001", find=two_hits)}
    rulebook = Speaking(rows=rows(("TST-001", "checked", FEW)), functions=functions)
    found = run(Context(definition=Definition(), as_of=day), rulebook)
    assert [hit.words for hit in found.findings] == [
        (("id", "tst-001", "tst-001"),),
        (("id", "tst-001", "tst-001.few"),),
    ]


@pytest.mark.parametrize(
    ("book", "variant", "pack"), [(Rulebook, "", {}), (Speaking, "pack", {"pack": "test"})]
)
def test_a_rule_that_breaks_is_named_with_its_pack(
    book: type[Rulebook], variant: str, pack: dict[str, str], day: dt.date
) -> None:
    rulebook = book(rows=rows(("TST-002", "checked", "")), functions=FUNCTIONS)
    assert run(Context(definition=Definition(), as_of=day), rulebook).findings == (
        Finding(
            rule=FAILED,
            variant=variant,
            severity=Severity.ERROR,
            verdict=Verdict.SHAPE,
            params={"rule": "TST-002", "error": "ZeroDivisionError", **pack},
        ),
    )


def test_a_rule_that_is_off_is_listed_and_nowhere_else(day: dt.date) -> None:
    off = frozenset({"TST-001"})
    rulebook = Rulebook(rows=rows(("TST-001", "checked", "")), functions=FUNCTIONS, off=off)
    found = run(Context(definition=Definition(), as_of=day), rulebook)
    assert found == Outcome(coverage=Coverage(switched_off=("TST-001",)))


def test_shape_rows_are_left_to_the_reader(day: dt.date) -> None:
    shape = read_catalogue(
        {"shape": "reviewed = 2026-11-26\n" + ROW.format(id="TST-001", status="checked", more="")}
    )
    context = Context(definition=Definition(), as_of=day)
    assert run(context, Rulebook(rows=shape, functions=FUNCTIONS)) == Outcome()


def test_a_rule_without_end_is_cut_short_and_says_so() -> None:
    data = {"standards": [{"id": f"s{number}"} for number in range(3000)]}

    report = check(data, as_of=dt.date(2026, 11, 22))

    assert len(report.of("STD-001")) == MOST_FINDINGS
    cut = {str(found.params["rule"]): found for found in report.of("DEF-034")}
    assert cut["STD-001"] == Finding(
        rule="DEF-034",
        severity=Severity.WARNING,
        verdict=Verdict.SHAPE,
        params={"rule": "STD-001", "count": MOST_FINDINGS},
    )
    assert not report.ok()
