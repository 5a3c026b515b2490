from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path
from typing import Any

import pytest

from pst_standards.definitions import Bases, load, loads, read_data
from pst_standards.definitions.confirmations import early_confirmations
from pst_standards.definitions.structure import structure
from pst_standards.definitions.wording import word
from pst_standards.findings import Finding, Severity
from pst_standards.model.provenance import open_values
from pst_standards.rules import check

LOWER = {"services": [{"id": "a", "name": "A"}], "office": {"name": "X"}}
TODAY = dt.datetime.now().astimezone().date()


def findings(data: dict[str, Any], lower: dict[str, Any] | None = None) -> list[Finding]:
    bases = Bases(data={"lower": LOWER if lower is None else lower})
    found = list(read_data({"extends": "lower", **data}, bases=bases).findings)
    assert all(word(one, lang)[1] for one in found for lang in ("id", "en"))
    return found


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"ofice": None}, [("DEF-015", "meant")]),
        ({"office": {"nmae": None}}, [("DEF-015", "meant")]),
        ({"office": {"fax": None}}, []),
        ({"office": {"remove": True}}, [("DEF-015", "")]),
        ({"services": [{"id": "a", "remove": "yes"}]}, [("DEF-016", "")]),
        ({"services": [{"id": "a", "remove": 1}]}, [("DEF-016", "")]),
        ({"services": [{"id": "a", "remove": False}]}, []),
        ({"services": [{"id": "a", "remove": True}]}, []),
        ({"services": [{"id": "b", "remove": True}]}, [("DEF-030", "")]),
    ],
)
def test_what_removes_nothing_is_found(
    data: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert [(one.rule, one.variant) for one in findings(data)] == expected


def test_thousands_with_a_comma_in_braces_are_found() -> None:
    found = read_data("facilities:\n- {id: z, fee: 150,000}\n").findings

    assert [(one.message_key, one.params["key"]) for one in found] == [("DEF-018.decimal", "fee")]


def test_digits_that_no_number_stands_before_are_an_unknown_key() -> None:
    assert [one.rule for one in read_data({"office": {"5": None}}).findings] == ["DEF-015"]


@pytest.mark.parametrize("amount", ["150.000", "1e3", "12.0"])
def test_an_amount_with_a_dot_is_asked_about_and_not_guessed(amount: str) -> None:
    reading = read_data(f"facilities:\n- {{id: z, name: x, fee: {amount}}}\n")

    assert [(one.rule, one.variant) for one in reading.findings] == [("DEF-016", "number")]
    assert reading.definition.facilities[0].fee is None


@pytest.mark.parametrize("key", ["aims", "unit"])
def test_an_empty_bullet_is_found(key: str) -> None:
    reading = read_data({"office": {"integrated_service": {key: [None]}}})

    assert [one.rule for one in reading.findings] == ["DEF-016"]


@pytest.mark.parametrize(
    ("key", "meant"),
    [("extend", "extends"), ("kantor", "office"), ("standar_pelayanan", "standards")],
)
def test_a_key_may_be_meant_by_its_term(key: str, meant: str) -> None:
    (found,) = read_data({key: {}}).findings

    assert found.params["meant"] == meant


def test_the_term_of_a_key_is_known_where_it_stands() -> None:
    (found,) = read_data({"office": {"surel": "a@bps.go.id"}}).findings

    assert found.params["meant"] == "email"


def test_only_the_office_itself_confirms() -> None:
    lower = {"office": {"name": "X", "confirmed": {"by": "P", "on": "2026-11-23"}}}
    data = {"office": {"fax": "1", "confidence": "illustration"}}

    (found,) = findings(data, lower)
    bases = Bases(data={"lower": lower})
    definition = read_data({"extends": "lower", **data}, bases=bases).definition

    assert (found.rule, found.variant) == ("DEF-031", "lower")
    assert [value.pointer for value in open_values(definition)] == [("office", "fax")]


@pytest.mark.parametrize(
    ("confirmed", "variant"),
    [
        ({"by": "K"}, ""),
        ({"on": "2026-11-23"}, ""),
        ({"by": "K", "on": "2020-01-01"}, "stale"),
    ],
)
def test_a_confirmation_that_does_not_count_is_found(
    confirmed: dict[str, str], variant: str
) -> None:
    found = read_data({"extends": "bps/2020", "office": {"confirmed": confirmed}}).findings

    assert [(one.rule, one.variant) for one in found] == [("DEF-031", variant)]


def test_a_confirmation_of_a_later_day_is_found_by_the_check() -> None:
    data = {"office": {"confirmed": {"by": "K", "on": "2026-11-24"}}}

    early, later = (check(data, as_of=dt.date(2026, 11, day)) for day in (23, 24))

    assert [(one.variant, one.pointer) for one in early.of("DEF-031")] == [
        ("future", ("office", "confirmed"))
    ]
    assert later.of("DEF-031") == ()
    assert early_confirmations(structure(data), dt.date(2026, 11, 23))


def test_a_confirmation_of_today_counts() -> None:
    confirmed = {"by": "K", "on": TODAY.isoformat()}

    assert not read_data({"extends": "bps/2020", "office": {"confirmed": confirmed}}).findings


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_a_loaded_definition_can_be_pickled_with_its_places(name: str, tmp_path: Path) -> None:
    text = '{"office": {"name": "X"}}' if name.endswith("json") else "office:\n  name: X\n"
    (tmp_path / name).write_text(text, encoding="utf-8")
    definition = load(tmp_path / name)

    twin = pickle.loads(pickle.dumps(definition))  # noqa: S301

    assert twin == definition
    place = twin.origin.locate(("office", "name"))
    assert place == definition.origin.locate(("office", "name"))
    assert pickle.loads(pickle.dumps(twin)).origin.locate(("office", "name")) == place  # noqa: S301


def test_a_definition_from_data_can_be_pickled_too() -> None:
    definition = loads({"office": {"name": "X"}})

    assert pickle.loads(pickle.dumps(definition)) == definition  # noqa: S301


@pytest.mark.parametrize("lang", ["id", "en"])
def test_words_behind_an_unquoted_comma_are_not_lost_in_silence(lang: str) -> None:
    reading = read_data("office: {motto: {id: Cepat, tepat, en: Fast}, name: BPS Contoh}\n")
    (found,) = (one for one in reading.findings if one.message_key == "DEF-018.comma")
    assert found.severity is Severity.ERROR
    assert (found.location.line, found.location.column) == (1, 29)
    assert found.pointer == ("office", "motto", "tepat")
    sentence, hint = word(found, lang)
    assert "tepat" in sentence
    assert '{id: "Cepat, tepat"}' in hint


def test_a_language_may_be_taken_away() -> None:
    reading = read_data({"office": {"motto": {"id": "Cepat", "en": None}}})
    assert reading.findings == ()


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("number", ["1,5", "20,000"])
def test_a_number_that_a_comma_broke_is_an_error(number: str, lang: str) -> None:
    text = f"compensation: {{rules: [{{id: a, claim_within: {{value: {number}, unit: day}}}}]}}\n"
    (found,) = (one for one in read_data(text).findings if one.message_key == "DEF-018.decimal")
    assert found.severity is Severity.ERROR
    assert found.params["key"] == "value"
    assert number in word(found, lang)[0]
