from __future__ import annotations

import json

import pytest

from pst_standards.definitions.errors import UnreadableError
from pst_standards.definitions.reading import Limits, read


def refusal(text: str, name: str = "a.json", **limits: int) -> tuple[str, str]:
    with pytest.raises(UnreadableError) as caught:
        read(text, name, limits=Limits(**limits))
    finding = caught.value.findings[-1]
    return finding.message_key, str(finding.location)


def test_json_means_what_python_says_it_means() -> None:
    text = r'{"a": [1, -2.5, 1E3, true, false, null, "\u00e9\ud83d\ude00\/\n"], "no": "no", "": {}}'
    assert read(text, "a.json").data == json.loads(text)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("a.json", '{"a": "\\ud83d\\ude00"}', "\U0001f600"),
        ("<stdin>", '{"a": "\\ud83d\\ude00"}', "\U0001f600"),
        ("a.yaml", '{"a": "\\ud83d\\ude00"}', "\U0001f600"),
        ("a.YML", ' {"a": no}', "no"),
        ("<stdin>", "{a: no}", "no"),
    ],
)
def test_the_name_and_the_first_signs_tell_json_from_yaml(name: str, text: str, value: str) -> None:
    assert read(text, name).data == {"a": value}


def test_yaml_in_a_json_file_is_refused_as_json() -> None:
    assert refusal("a: 1\n") == ("DEF-001.json_value", "a.json:1:1")
    assert refusal('{"a": no}', "<stdin>") == ("DEF-001.json_value", "<stdin>:1:7")
    assert refusal('{"a": [1}', "a.yaml") == ("DEF-001.bracket", "a.yaml:1:7")


def test_values_and_keys_have_places() -> None:
    text = '{\n  "a": [1, {"b": "x, {y}"}, []],\r\n\t"c": {}, "\\u0064": null\n}'
    content = read(text, "a.json")
    assert content.data == {"a": [1, {"b": "x, {y}"}, []], "c": {}, "d": None}
    places = [
        (content.locate(pointer)[1:3], content.locate(pointer, key=True)[1:3])
        for pointer in [(), ("a",), ("a", 0), ("a", 1, "b"), ("a", 2), ("c",), ("d",)]
    ]
    assert places == [
        ((1, 1), (1, 1)),
        ((2, 8), (2, 3)),
        ((2, 9), (2, 9)),
        ((2, 18), (2, 13)),
        ((2, 29), (2, 29)),
        ((3, 7), (3, 2)),
        ((3, 21), (3, 11)),
    ]


def test_a_double_key_is_found_and_keeps_its_first_value() -> None:
    content = read(
        '{"b": {"x": 0},\n "a": {"x": [1, {"y": 2}],\n  "x": [{"z": 3}], "w": 4}}', "a.json"
    )
    assert content.data == {"b": {"x": 0}, "a": {"x": [1, {"y": 2}], "w": 4}}
    (finding,) = content.findings
    assert (finding.rule, finding.pointer) == ("DEF-006", ("a", "x"))
    assert (str(finding.location), finding.params["first_line"]) == ("a.json:3:3", 2)
    assert str(content.locate(("a", "w"))) == "a.json:3:25"


@pytest.mark.parametrize(
    ("written", "variant"),
    [
        ("NaN", "not_finite"),
        ("-Infinity", "not_finite"),
        ("1e999", "not_finite"),
        ("-" + "1" * 5000, "long_number"),
        ("1." + "1" * 5000, "long_number"),
    ],
)
def test_odd_numbers_are_found(written: str, variant: str) -> None:
    content = read(f'{{"a": [0, {written}]}}', "a.json")
    assert content.data == {"a": [0, written]}
    (finding,) = content.findings
    assert (finding.message_key, finding.pointer) == (f"DEF-010.{variant}", ("a", 1))
    assert str(finding.location) == "a.json:1:11"


def test_whole_numbers_up_to_the_limit_are_numbers() -> None:
    digits = "9" * 500
    assert read(f'{{"a": {digits}}}', "a.json").data == {"a": int(digits)}


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("{'a': 1}", "json_key", "1:2"),
        ('{"a": 1 "b": 2}', "json_comma", "1:9"),
        ('{"a" 1}', "json_colon", "1:6"),
        ('{"a": }', "json_value", "1:7"),
        ('{"a": 1} {"b": 2}', "json_extra", "1:10"),
        ('{"a": "x}', "quote", "1:7"),
        ('{"a": "x\ny"}', "json_line", "1:9"),
        ('{"a": "\\q"}', "escape", "1:8"),
        ('{"a": "\\u12"}', "escape", "1:9"),
        ("\ufeff\ufeff{}", "other", "1:1"),
    ],
)
def test_broken_json_is_refused_with_cause_and_place(text: str, key: str, place: str) -> None:
    assert refusal(text) == (f"DEF-001.{key}", f"a.json:{place}")


def test_a_surplus_comma_is_refused() -> None:
    key, place = refusal('{"a": 1,}')
    assert key in {"DEF-001.json_key", "DEF-001.json_comma"}  # Python 3.13 tells them apart
    assert place in {"a.json:1:8", "a.json:1:9"}


@pytest.mark.parametrize("levels", [65, 10_000, 1_000_000])
def test_levels_beyond_the_limit_are_refused_not_recursed(levels: int) -> None:
    text = '{"a":' + "[" * (levels - 1) + "]" * (levels - 1) + "}"
    assert refusal(text) == ("DEF-004", "a.json:1:69")


def test_the_limit_of_depth_is_exact() -> None:
    assert read('{"a":' + "[" * 63 + "]" * 63 + "}", "a.json").data


def test_levels_that_only_the_caller_has_no_room_for_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def exhausted(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(json, "loads", exhausted)
    assert refusal('{"a": [1]}') == ("DEF-004", "a.json:1:1")


def test_deep_json_with_an_open_quote_is_refused_in_time() -> None:
    assert refusal('{"a":' + "[" * 100_000 + '"' + '\\"' * 1_000_000)[0] == "DEF-004"


def test_more_values_than_the_limit_are_refused() -> None:
    assert refusal('{"a": [1, 2, 3, 4, 5]}', events=5)[0] == "DEF-003.values"


@pytest.mark.parametrize(("text", "key"), [("[1]", "list"), ('"a"', "text"), ("null", "empty")])
def test_json_without_keys_is_refused(text: str, key: str) -> None:
    assert refusal(text) == (f"DEF-002.{key}", "a.json:1:1")


def test_findings_of_one_file_are_not_without_number() -> None:
    content = read('{"a":[' + "NaN," * 3000 + "0]}", "a.json")
    assert len(content.findings) == 1000
