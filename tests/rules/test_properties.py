from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions import dumps, loads, read_data
from pst_standards.findings import Finding, Report, Severity
from pst_standards.rules import check_reading

pytestmark = pytest.mark.unmeasured

Path_: TypeAlias = tuple[str | int, ...]

MINIMAL = Path(__file__).resolve().parents[2] / "examples" / "minimal.yaml"
WHOLE: dict[str, Any] = yaml.safe_load(MINIMAL.read_text(encoding="utf-8")) | {"stage": "adopted"}
DAY = dt.date(2026, 11, 22)
KEPT = frozenset({"id", "service"})
# Rules that say that something is missing; the others speak of what is there.
COMPLETENESS = frozenset(
    {"STD-001", "STD-005", "STD-006", "STD-007", "STD-018", "STD-025", "STD-031", "STD-037"}
    | {"STD-043", "PGD-006", "PGD-007", "STD-034", "STD-035", "EXE-001", "EXE-002", "EXE-003"}
    | {"MKL-001", "MKL-010", "PUB-001", "FAC-004", "LIFE-002", "LIFE-004", "FAC-013", "FAC-015"}
    | {"EXE-008", "KOMP-013", "PUB-009", "LIFE-019"}
)


def places(node: Any, here: Path_ = ()) -> Iterator[Path_]:
    """Yield the path of every key and list item below a value."""
    entries: list[tuple[str | int, Any]] = []
    if isinstance(node, dict):
        entries = [(key, part) for key, part in node.items() if key not in KEPT]
    elif isinstance(node, list):
        entries = list(enumerate(node))
    for step, part in entries:
        yield (*here, step)
        yield from places(part, (*here, step))


def at(data: Any, path: Path_) -> Any:
    for step in path:
        data = data[step]
    return data


IN_STANDARD = [
    path for path in places(WHOLE["standards"], ("standards",)) if isinstance(path[-1], str)
]
TEXTS = [path for path in places(WHOLE) if isinstance(at(WHOLE, path), str)]


def without(data: dict[str, Any], paths: set[Path_]) -> dict[str, Any]:
    left = copy.deepcopy(data)
    for path in sorted(paths, key=len, reverse=True):
        del at(left, path[:-1])[path[-1]]
    return left


def checked(data: dict[str, Any]) -> Report:
    return check_reading(read_data(data), as_of=DAY)


def is_still_told(found: Finding, later: Report) -> bool:
    """Whether a finding, or that of the component around it being missing, is still there."""
    same = any(hit.pointer == found.pointer[: len(hit.pointer)] for hit in later.of(found.rule))
    gone = any(
        found.pointer[:3] == (*hit.pointer, hit.params["component"]) for hit in later.of("STD-001")
    )
    return same or gone


@given(
    st.sets(st.sampled_from(IN_STANDARD), max_size=6),
    st.sets(st.sampled_from(IN_STANDARD), max_size=6),
)
def test_removing_content_never_removes_a_finding_of_completeness(
    first: set[Path_], second: set[Path_]
) -> None:
    before, after = checked(without(WHOLE, first)), checked(without(WHOLE, first | second))
    for found in before.findings:
        if found.rule in COMPLETENESS and found.severity is Severity.ERROR:
            assert is_still_told(found, after), found


@given(st.sampled_from(IN_STANDARD))
def test_removing_a_component_leaves_the_findings_of_others(path: Path_) -> None:
    before, after = checked(WHOLE), checked(without(WHOLE, {path[:3]}))
    known = {(found.rule, found.pointer) for found in after.findings}
    for found in before.findings:
        if found.pointer[:3] != path[:3]:
            assert (found.rule, found.pointer) in known


words = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["-", "Pasal 22", "UU 25/2009 Pasal 99 huruf z", "PP 7/2015 tentang Statistik", "10 hari"]
    ),
)


@given(st.dictionaries(st.sampled_from(TEXTS), words, max_size=8))
def test_no_text_breaks_a_rule(texts: dict[Path_, str]) -> None:
    data = copy.deepcopy(WHOLE)
    for path, text in texts.items():
        at(data, path[:-1])[path[-1]] = text
    assert checked(data).coverage.failed == ()


@given(st.sets(st.sampled_from(list(places(WHOLE))), max_size=12))
def test_no_gap_breaks_a_rule(paths: set[Path_]) -> None:
    outermost = {path for path in paths if not any(path[:n] in paths for n in range(len(path)))}
    in_order = sorted(outermost, key=lambda path: [(type(s).__name__, s) for s in path])
    data = copy.deepcopy(WHOLE)
    for path in reversed(in_order):
        del at(data, path[:-1])[path[-1]]
    assert checked(data).coverage.failed == ()


@given(st.sets(st.sampled_from(IN_STANDARD), max_size=6))
def test_findings_survive_writing_and_reading(paths: set[Path_]) -> None:
    definition = read_data(without(WHOLE, paths)).definition
    again = loads(dumps(definition, format="json"))
    reports = [checked_of(one) for one in (definition, again)]
    assert reports[0] == reports[1]


def checked_of(definition: Any) -> list[tuple[str, Path_]]:
    from pst_standards.rules import check

    found = check(definition, as_of=DAY).findings
    return sorted(((hit.message_key, hit.pointer) for hit in found), key=str)
