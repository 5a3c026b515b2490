from __future__ import annotations

import re

import pytest
import yaml

from pst_standards.definitions.errors import UnreadableError
from pst_standards.definitions.reading import read
from pst_standards.definitions.reading.yaml_faults import syntax_fault
from pst_standards.messages import text as message

MISTAKES = [
    ("a:\n\tb: 1\n", "tab", "2:1"),
    ("a:\n  b: 1\n\tc: 2\n", "tab", "3:1"),
    ("a: x\n\tb: 1\n", "tab", "2:1"),
    ("a:\n  - b: 1\n  \t c: 1\n", "tab", "3:3"),
    ("a:\n-\tb: 1\n  c: 2\n", "tab", "2:2"),
    ("b: 2\na:1\n", "colon_space", "2:1"),
    ("x:\n  - b: 2\n    a:1\n    c: 3\n", "colon_space", "3:5"),
    ("a:1\nb: 2\n", "colon_space_above", "2:2"),
    ("a:1\n# komentar\n\nb: 2\n", "colon_space_above", "4:1"),
    ("b: 1\nnama kantor\nc: 2\n", "colon_missing", "2:1"),
    ("b: 1\nhttps://bps.go.id\nc: 2\n", "colon_missing", "2:1"),
    ("nama\nb: 1\n", "colon_missing_above", "2:2"),
    ("a: Jam: 08.00\n", "colon_in_text", "1:7"),
    ("a:\n  - x\n  -y\nb: 1\n", "dash_space", "3:3"),
    ("a: 1\n  b: 2\n", "indent", "2:4"),
    ("a:\n    b: 1\n  c: 2\n", "indent", "3:3"),
    ("  a: 1\nb: 2\n", "indent", "2:1"),
    ("a:\n  - x\n - y\n", "indent", "3:2"),
    ("a:\n  - x\n  b: 1\n", "indent", "3:3"),
    ('a: "abc\nb: 1\n', "quote", "1:4"),
    ("a: 'abc\nb: 1\n", "quote", "1:4"),
    ('a: "abc\n---\n"\n', "quote", "1:4"),
    ('a: "abc" def\n', "quote_inside", "1:10"),
    ("hari: 'Jum'at'\n", "quote_inside", "1:12"),
    ("a: [1, 2\nb: 1\n", "bracket", "1:4"),
    ("a: {x: 1\nb: 2\n", "bracket", "1:4"),
    ("a: @x\n", "reserved", "1:4"),
    ("a: `x`\n", "reserved", "1:4"),
    ("a: %x\n", "reserved", "1:4"),
    ("a: **tebal**\n", "reserved", "1:4"),
    ("a: & b\n", "reserved", "1:4"),
    ("a: !e!x 1\n", "reserved", "1:4"),
    ("a: ? b\n", "reserved", "1:4"),
    ("a: , b\n", "reserved", "1:4"),
    ("a: [1, , 3]\n", "reserved", "1:8"),
    ("a: b]\nc: ]\n", "reserved", "2:4"),
    ("a: >x\n b\n", "block", "1:5"),
    ("a: |0\n b\n", "block", "1:5"),
    ('a: "C:\\Users"\n', "escape", "1:9"),
    ('a: "\\xZZ"\n', "escape", "1:7"),
    ("a: - x\n", "list_line", "1:4"),
    ("%YAML 3.0\n---\na: 1\n", "directive", "1:1"),
    ("%YAML 1.2\na: 1\n", "directive", "2:1"),
    ("[a, b", "bracket", "1:1"),
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "variant", "place"), MISTAKES)
def test_a_mistake_is_named_with_its_place(text: str, variant: str, place: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(text, "a.yaml")
    (finding,) = caught.value.findings
    assert (finding.message_key, str(finding.location)) == (f"DEF-001.{variant}", f"a.yaml:{place}")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "variant", "place"), MISTAKES)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_words_are_ours_and_not_those_of_the_parser(
    text: str, variant: str, place: str, lang: str
) -> None:
    with pytest.raises(yaml.YAMLError) as theirs:
        yaml.load(text, yaml.SafeLoader)
    finding = syntax_fault(theirs.value, text, "a.yaml")
    sentence = message("definition", finding.message_key, lang, finding.params)
    hint = message("definition", f"{finding.message_key}.hint", lang, finding.params)
    assert finding.variant == variant
    assert place.startswith(f"{finding.location.line}:")
    assert sentence.endswith(".")
    assert hint.endswith(".")
    assert not re.search(r"found character|while scanning|expected|token", sentence + hint)


@pytest.mark.usefixtures("parser")
def test_a_sign_that_cannot_start_a_text_is_shown() -> None:
    with pytest.raises(UnreadableError, match="“@”"):
        read("a: @x\n", "a.yaml")


@pytest.mark.usefixtures("parser")
def test_an_unknown_escape_is_named() -> None:
    with pytest.raises(UnreadableError) as caught:
        read('a: "\\q"\n', "a.yaml")
    assert caught.value.findings[0].message_key == "DEF-001.escape"


def test_an_error_without_a_place_is_told_at_the_start() -> None:
    finding = syntax_fault(yaml.YAMLError("?"), "a", "a.yaml")
    assert (finding.message_key, str(finding.location)) == ("DEF-001.other", "a.yaml:1:1")


def test_an_unknown_error_is_told_in_general_words() -> None:
    mark = yaml.Mark("", 3, 0, 3, None, 0)
    error = yaml.MarkedYAMLError(problem="something new", problem_mark=mark)
    finding = syntax_fault(error, "a: b", "a.yaml")
    assert (finding.message_key, str(finding.location)) == ("DEF-001.other", "a.yaml:1:4")


def test_a_text_that_breaks_off_where_a_value_should_stand_is_told_in_general_words() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("a: [", "a.yaml")
    assert caught.value.findings[0].message_key in {"DEF-001.other", "DEF-001.bracket"}


def test_an_escape_beyond_unicode_is_refused(parser: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read('b: 1\na: "\\UFFFFFFFF"\n', "a.yaml")
    (finding,) = caught.value.findings
    place = {"libyaml": "a.yaml:2:7", "pure": "a.yaml:2:1"}
    assert (finding.message_key, str(finding.location)) == ("DEF-001.escape", place[parser])


def test_such_an_escape_in_the_first_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    with pytest.raises(UnreadableError) as caught:
        read('"\\UFFFFFFFF"', "a.yaml")
    assert str(caught.value.findings[0].location) == "a.yaml:1:1"
