from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from pst_standards.definitions import Bases, DefinitionError, loads, read_data, read_path
from pst_standards.findings import Location, Report, Severity, Subject
from pst_standards.model import Definition, ServiceStandard
from pst_standards.model.base import Ident
from pst_standards.rules import (
    check,
    check_definition,
    check_reading,
    read_profile,
    standard_rulebook,
)

Check = Callable[..., Report]
TEXT = "standards:\n  - id: library\n    title: Perpustakaan\n    fee:\n      kind: free\n"


def test_a_file_a_mapping_and_a_definition_give_the_same_findings(
    tmp_path: Path, day: dt.date
) -> None:
    file = tmp_path / "office.yaml"
    file.write_text(TEXT, encoding="utf-8", newline="\n")
    reports = (
        check(file, as_of=day),
        check(str(file), as_of=day),
        check(
            {"standards": [{"id": "library", "title": "Perpustakaan", "fee": {"kind": "free"}}]},
            as_of=day,
        ),
        check(loads(TEXT), as_of=day),
        check_reading(read_data(TEXT), as_of=day),
        check_definition(loads(TEXT), as_of=day),
    )
    seen = [sorted((hit.message_key, hit.pointer) for hit in one.findings) for one in reports]
    assert seen == [seen[0]] * len(seen)
    assert len({one.coverage for one in reports}) == 1


def test_findings_have_file_line_column_and_layer(tmp_path: Path, day: dt.date) -> None:
    file = tmp_path / "office.yaml"
    file.write_text(TEXT, encoding="utf-8", newline="\n")
    found = check(file, as_of=day)
    place = found.of("STD-001")[0].location
    assert place.file is not None
    assert (Path(place.file).name, place.line, place.column, place.layer) == (
        "office.yaml",
        2,
        5,
        "office",
    )
    assert [Path(name).name for name in found.inputs] == ["office.yaml"]


def test_a_definition_built_in_python_has_no_place(day: dt.date) -> None:
    found = check(Definition(standards=(ServiceStandard(id=Ident("x")),)), as_of=day)
    assert found.inputs == ()
    assert {hit.location for hit in found.findings} == {Location()}


def test_shape_and_content_are_one_report(report: Check) -> None:
    found = report({"standards": [{"id": "x", "feee": {}, "fee": {"kind": "gratis"}}]})
    rules = {hit.rule for hit in found.findings}
    assert {"DEF-015", "DEF-017", "STD-001"} <= rules
    assert not found.ok(Severity.ERROR)


def test_the_day_is_today_unless_given() -> None:
    before = dt.datetime.now().astimezone().date()
    assert before <= check({}).as_of <= dt.datetime.now().astimezone().date()


def test_what_cannot_be_used_raises(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError):
        check(tmp_path / "missing.yaml")


def test_bases_are_looked_up_where_the_caller_says(day: dt.date) -> None:
    bases = Bases(data={"mine": {"standards": [{"id": "x", "service": "a"}]}})
    found = check({"extends": "mine", "services": [{"id": "a"}]}, as_of=day, bases=bases)
    assert found.of("STD-006") == ()
    assert found.of("STD-001")[0].location.layer == "mine"


def test_the_input_is_not_changed(day: dt.date) -> None:
    given = {"standards": [{"id": "x", "fee": {"items": [{"amount": 5}]}}], "office": {"a": [1]}}
    kept = copy.deepcopy(given)
    check(given, as_of=day)
    assert given == kept


def test_the_same_definition_gives_the_same_report(day: dt.date) -> None:
    definition = loads(TEXT)
    assert check(definition, as_of=day) == check(definition, as_of=day)


def test_threads_do_not_disturb_each_other(day: dt.date) -> None:
    from concurrent.futures import ThreadPoolExecutor

    texts = [TEXT.replace("library", f"s{place}") for place in range(8)]
    alone = [check(loads(text), as_of=day) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: check(loads(text), as_of=day), texts))
    assert together == alone


def test_the_day_of_a_moment_counts_and_a_text_is_no_day() -> None:
    moment = dt.datetime(2026, 11, 22, 13, 30, tzinfo=dt.UTC)
    assert check({}, as_of=moment).as_of == dt.date(2026, 11, 22)
    with pytest.raises(TypeError, match="as_of: expected a date, found str"):
        check({}, as_of="2026-11-22")  # type: ignore[arg-type]


SOURCES: dict[str, Callable[[Path], Any]] = {
    "file": lambda file: file,
    "name": str,
    "data": lambda _: yaml.safe_load(TEXT),
    "definition": lambda _: loads(TEXT),
}


@pytest.mark.parametrize("given", SOURCES)
def test_day_and_rules_count_for_every_source(given: str, tmp_path: Path) -> None:
    file = tmp_path / "office.yaml"
    file.write_text(TEXT, encoding="utf-8", newline="\n")
    profile = read_profile('format = "pst-profile/1"\n[severity]\nSRV-001 = "off"')
    rules = standard_rulebook().with_profile(profile)
    found = check(SOURCES[given](file), as_of=dt.date(2016, 1, 1), rules=rules)
    assert found.as_of == dt.date(2016, 1, 1)
    assert found.coverage.switched_off == ("SRV-001",)


def test_bases_are_looked_up_for_a_file_too(tmp_path: Path, day: dt.date) -> None:
    file = tmp_path / "office.yaml"
    file.write_text("extends: mine\nservices: [{id: a}]\n", encoding="utf-8", newline="\n")
    bases = Bases(data={"mine": {"standards": [{"id": "x", "service": "a"}]}})
    assert check(file, as_of=day, bases=bases).of("STD-001")[0].location.layer == "mine"


def test_a_definition_read_before_still_names_its_files(tmp_path: Path, day: dt.date) -> None:
    file = tmp_path / "office.yaml"
    file.write_text(TEXT, encoding="utf-8", newline="\n")
    found = check(read_path(file).definition, as_of=day)
    assert [Path(name).name for name in found.inputs] == ["office.yaml"]


def test_a_report_knows_office_and_services_by_their_names(day: dt.date) -> None:
    given = {
        "office": {"name": "BPS  Kabupaten\n Contoh"},
        "services": [{"id": "a", "name": {"id": "Perpustakaan", "en": "Library"}}],
        "standards": [
            {"id": "x", "service": "a", "title": "Lain"},
            {"id": "y", "title": {"en": "Sale  of\n data"}},
            {"id": "z", "service": "b"},
        ],
    }
    found = check(given, as_of=day)
    assert found.office == "BPS Kabupaten Contoh"
    assert found.subjects == (
        Subject("a", ("services", 0), ("services", 0), "Perpustakaan", "Library"),
        Subject("a", ("standards", 0), ("standards", 0), "Perpustakaan", "Library"),
        Subject("y", ("standards", 1), ("standards", 1), "", "Sale of data"),
        Subject("b", ("standards", 2), ("standards", 2), "", ""),
    )
    assert check({}, as_of=day).office == check({"office": {}}, as_of=day).office == ""


def test_a_subject_is_told_where_the_file_states_it(day: dt.date) -> None:
    found = check({"services": ["unreadable", {"id": "a"}]}, as_of=day)
    assert found.subjects == (Subject("a", ("services", 0), ("services", 1)),)


def test_a_definition_built_in_python_has_subjects_too(day: dt.date) -> None:
    found = check(Definition(standards=(ServiceStandard(id=Ident("x")),)), as_of=day)
    assert found.subjects == (Subject("x", ("standards", 0), ("standards", 0)),)


def test_a_confirmation_of_a_day_to_come_is_told_by_the_day_of_the_check() -> None:
    given = {"services": [{"id": "a", "confirmed": {"on": "2026-11-22", "by": "Kepala"}}]}
    assert check(given, as_of=dt.date(2026, 11, 22)).of("DEF-031") == ()
    (found,) = check(given, as_of=dt.date(2026, 11, 21)).of("DEF-031")
    assert (found.variant, found.pointer) == ("future", ("services", 0, "confirmed"))


def test_what_an_office_accepts_is_taken_away_by_the_rules_asked_for(day: dt.date) -> None:
    given = {"standards": [{"id": "x"}], "suppressions": [{"rule": "SRV-001", "reason": "Belum."}]}
    profile = read_profile('format = "pst-profile/1"\n[severity]\nSTD-021 = "note"')
    rules = standard_rulebook().with_profile(profile)
    assert check(given, as_of=day, rules=rules).of("DEF-027") == ()
