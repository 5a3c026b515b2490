"""What a check finds in the pages of real standards: every defect, and next to nothing false.

Each page of ``tests/data/sippn`` is read into a draft, which counts as adopted so that the rules
on decrees and publication look too. ``defects.yaml`` names what must find each listed defect;
``findings.yaml`` holds every finding with a verdict on it.

``pytest tests/rules/test_real_standards.py --update-golden`` writes that list anew: what it knew
keeps its verdict, what is new is ``unjudged`` and fails here until somebody judges it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import yaml

from pst_standards.definitions.wording import word
from pst_standards.definitions.writing import dump_yaml
from pst_standards.exchange.sippn import Draft, read
from pst_standards.findings import Finding, format_pointer
from pst_standards.rules import check

DATA: Final = Path(__file__).resolve().parents[1] / "data"
REVIEWED: Final = DATA / "reviewed"
LIST: Final = REVIEWED / "findings.yaml"
PAGES: Final = sorted(path.stem for path in (DATA / "sippn").glob("*.txt"))
DAY: Final = dt.date(2026, 11, 26)
MOST_FALSE: Final = 0.02
UNJUDGED: Final = "unjudged"
OPENING: Final = """\
# Every finding of a check of the pages in ../sippn, each judged by reading the page.
#
# verdict true: the finding holds of what the page tells; where something is not there, of the draft
# that the page gives. verdict false: a false alarm. Renewed by
# pytest tests/rules/test_real_standards.py --update-golden
"""


class Place(NamedTuple):
    """What makes a finding of a page the same from one run to the next."""

    rule: str
    at: str
    message: str


def read_yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def draft(page: str) -> Draft:
    return read((DATA / "sippn" / f"{page}.txt").read_text(encoding="utf-8"))


@cache
def findings(page: str) -> tuple[Finding, ...]:
    report = check({**draft(page).data, "stage": "adopted"}, as_of=DAY)
    assert report.coverage.failed == ()
    return report.findings


def place_of(found: Finding) -> Place:
    return Place(found.message_key, format_pointer(found.pointer), word(found, "id")[0])


@cache
def reviewed() -> Mapping[str, list[dict[str, Any]]]:
    pages: dict[str, list[dict[str, Any]]] = read_yaml(LIST)["pages"]
    return pages


def places(entries: Iterable[Mapping[str, Any]]) -> Counter[Place]:
    return Counter(Place(entry["rule"], entry["at"], entry["message"]) for entry in entries)


def renewed(page: str, known: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    judged = {Place(one["rule"], one["at"], one["message"]): one for one in known}
    for found in findings(page):
        place = place_of(found)
        before = judged.get(place, {"verdict": UNJUDGED, "why": ""})
        yield {**place._asdict(), "verdict": before["verdict"], "why": before["why"]}


@pytest.fixture(scope="module", autouse=True)
def renew(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        known = read_yaml(LIST)["pages"] if LIST.exists() else {}
        pages = {page: list(renewed(page, known.get(page, ()))) for page in PAGES}
        LIST.write_text(OPENING + dump_yaml({"pages": pages}), encoding="utf-8", newline="\n")
        reviewed.cache_clear()


def listed_defects() -> list[Any]:
    return [
        pytest.param(page, defect, id=f"{page}-{defect}")
        for page in PAGES
        for defect in read_yaml(DATA / "sippn" / f"{page}.yaml")["defects"]
    ]


def answers(page: str, defect: str) -> Mapping[str, Any]:
    """Return what finds a defect, on this page where pages differ."""
    answer: Mapping[str, Any] = read_yaml(REVIEWED / "defects.yaml")[defect]
    by_page: Mapping[str, Any] = answer.get(page, answer)
    return by_page


def shows(found: Finding, wanted: Mapping[str, Any]) -> bool:
    values: Mapping[str, Any] = wanted.get("with", {})
    return found.message_key == wanted["rule"] and all(
        found.params.get(name) == value for name, value in values.items()
    )


@pytest.mark.parametrize(("page", "defect"), listed_defects())
def test_every_listed_defect_is_found(page: str, defect: str) -> None:
    answer = answers(page, defect)
    for wanted in answer.get("found_by", ()):
        assert any(shows(found, wanted) for found in findings(page)), wanted
    if "told" in answer:
        assert answer["told"] in {remark.key for remark in draft(page).remarks}
    assert answer.keys() <= {"found_by", "told"} or set(answer) == {"unchecked"}
    assert all(answer.values())


def test_no_defect_is_answered_that_no_page_lists() -> None:
    listed = {param.values[1] for param in listed_defects()}
    assert listed == read_yaml(REVIEWED / "defects.yaml").keys()


@pytest.mark.parametrize("page", PAGES)
def test_the_findings_of_a_page_are_those_that_were_reviewed(page: str) -> None:
    assert Counter(map(place_of, findings(page))) == places(reviewed()[page])


def test_no_page_is_reviewed_that_is_not_there() -> None:
    assert sorted(reviewed()) == PAGES


@pytest.mark.parametrize("page", PAGES)
def test_every_finding_is_judged_with_a_word_why(page: str) -> None:
    for entry in reviewed()[page]:
        assert entry["verdict"] in {True, False}, entry
        assert entry["why"].strip(), entry


def other_findings() -> Iterator[Mapping[str, Any]]:
    """Yield the reviewed findings that no listed defect accounts for."""
    for page, entries in reviewed().items():
        known = {
            place_of(found)
            for param in listed_defects()
            if param.values[0] == page
            for wanted in answers(page, str(param.values[1])).get("found_by", ())
            for found in findings(page)
            if shows(found, wanted)
        }
        yield from (
            entry
            for entry in entries
            if Place(entry["rule"], entry["at"], entry["message"]) not in known
        )


@pytest.mark.unmeasured
def test_next_to_none_of_the_other_findings_is_false() -> None:
    verdicts = [entry["verdict"] for entry in other_findings()]
    assert verdicts.count(False) <= MOST_FALSE * len(verdicts)
