from __future__ import annotations

from typing import Any

import pytest

from pst_standards.definitions.errors import UnreadableError
from pst_standards.definitions.reading import FileContent, Limits, read

pytestmark = pytest.mark.usefixtures("parser")


def found(content: FileContent) -> list[tuple[str, str, str]]:
    return [
        (finding.message_key, str(finding.location), "/".join(map(str, finding.pointer)))
        for finding in content.findings
    ]


def refusal(text: str | bytes, **limits: int) -> tuple[str, str]:
    with pytest.raises(UnreadableError) as caught:
        read(text, "a.yaml", limits=Limits(**limits))
    finding = caught.value.findings[-1]
    return finding.message_key, str(finding.location)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("off", "off"),
        ("12:30", "12:30"),
        ("2024-01-31", "2024-01-31"),
        ("08.00-15.30", "08.00-15.30"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("3322", 3322),
        ("-7", -7),
        ("+7", 7),
        ("0", 0),
        ("0o14", 12),
        ("0x1f", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("true", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("~", None),
        ("Null", None),
        ("", None),
        ("'true'", "true"),
        ('"12"', "12"),
        ("|-\n    07\n", "07"),
        (">-\n    satu\n    dua\n", "satu dua"),
        ("Jalan Diponegoro No. 3 # alamat", "Jalan Diponegoro No. 3"),
    ],
)
def test_unquoted_words_mean_what_the_core_schema_of_yaml_1_2_says(
    written: str, meant: object
) -> None:
    value = read(f"key: {written}\n", "a.yaml").data["key"]
    assert value == meant
    assert type(value) is type(meant)


def test_values_and_keys_have_places() -> None:
    text = "# kepala\noffice:\n  code: '3322'\n  hours: [a, {b: 1}]\nlist:\n- x\n-   y: z\nempty:\n"
    content = read(text, "a.yaml")
    places = {
        pointer: (str(content.locate(pointer)), str(content.locate(pointer, key=True)))
        for pointer in [
            (),
            ("office",),
            ("office", "code"),
            ("office", "hours", 1, "b"),
            ("list", 0),
            ("list", 1, "y"),
        ]
    }
    assert places == {
        (): ("a.yaml:2:1", "a.yaml:2:1"),
        ("office",): ("a.yaml:3:3", "a.yaml:2:1"),
        ("office", "code"): ("a.yaml:3:9", "a.yaml:3:3"),
        ("office", "hours", 1, "b"): ("a.yaml:4:18", "a.yaml:4:15"),
        ("list", 0): ("a.yaml:6:3", "a.yaml:6:3"),
        ("list", 1, "y"): ("a.yaml:7:8", "a.yaml:7:5"),
    }
    assert str(content.locate(("empty",), key=True)) == "a.yaml:8:1"
    assert content.locate(("empty",)).line in {8, 9}


def test_a_place_that_does_not_exist_is_the_nearest_around_it() -> None:
    content = read("office:\n  code: 1\nitems: [a]\n", "a.yaml")
    assert str(content.locate(("office", "name", "id"))) == "a.yaml:2:3"
    assert str(content.locate(("office", "name"), key=True)) == "a.yaml:1:1"
    assert str(content.locate(("items", 7))) == "a.yaml:3:8"
    assert str(content.locate(("nothing",))) == "a.yaml:1:1"


def test_a_number_in_a_pointer_finds_a_key_that_looks_like_one() -> None:
    content = read("reports:\n  2024: x\n  2023: y\n", "a.yaml")
    assert content.data == {"reports": {"2024": "x", "2023": "y"}}
    assert str(content.locate(("reports", 2023), key=True)) == "a.yaml:3:3"


def test_places_do_not_depend_on_what_the_caller_does_to_the_data() -> None:
    content = read("a: {b: 1, c: 2}\n", "a.yaml")
    content.data.clear()
    assert str(content.locate(("a", "c"))) == "a.yaml:1:14"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_as_one(end: str) -> None:
    content = read(f"a: 1{end}b:{end}  c: teks{end}", "a.yaml")
    assert content.data == {"a": 1, "b": {"c": "teks"}}
    assert str(content.locate(("b", "c"))) == "a.yaml:3:6"


def test_a_double_key_is_found_and_keeps_its_first_value() -> None:
    content = read("a:\n  x: 1\n  y: 2\n  x: {deep: [1, 2]}\nb: 3\n'b': 4\n", "a.yaml")
    assert content.data == {"a": {"x": 1, "y": 2}, "b": 3}
    assert found(content) == [
        ("DEF-006", "a.yaml:4:3", "a/x"),
        ("DEF-006", "a.yaml:6:1", "b"),
    ]
    assert [finding.params["first_line"] for finding in content.findings] == [2, 5]
    assert str(content.locate(("b",))) == "a.yaml:5:4"


def test_aliases_become_copies_that_share_nothing() -> None:
    text = "a: &one\n  x: [1, 2]\nb: *one\nc: &text Cepat\nd: *text\ne: [*one]\n"
    content = read(text, "a.yaml")
    assert content.data["b"] == content.data["a"] == content.data["e"][0] == {"x": [1, 2]}
    assert content.data["d"] == "Cepat"
    assert content.data["b"] is not content.data["a"]
    assert content.data["b"]["x"] is not content.data["a"]["x"]
    assert str(content.locate(("b",))) == "a.yaml:3:4"
    assert str(content.locate(("b", "x", 1))) == "a.yaml:2:10"
    assert str(content.locate(("d",))) == "a.yaml:5:4"


def test_a_key_can_be_named_too() -> None:
    assert read("&k nama: 1\nb: *k\n", "a.yaml").data == {"nama": 1, "b": "nama"}


def test_signs_of_anchors_and_tags_inside_a_sentence_are_text() -> None:
    text = "a: K/L & mitra!\nb: Selamat datang!! Tarif&biaya *\nc: ['x&y', \"&z\", 1 &2]\n"
    content = read(text, "a.yaml")
    assert content.data == {
        "a": "K/L & mitra!",
        "b": "Selamat datang!! Tarif&biaya *",
        "c": ["x&y", "&z", "1 &2"],
    }
    assert content.findings == ()


@pytest.mark.parametrize(
    "text", ["&a x: *a\n", "x: [&a 1,*a]\n", "x: {y: &a 1, z: *a}\n", '{"x":&a 1, "z": *a}\n']
)
def test_anchors_are_seen_wherever_they_may_stand(text: str) -> None:
    assert len(set(map(str, leaves(read(text, "a.yaml").data)))) == 1


def leaves(value: Any) -> list[Any]:
    if isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        return [leaf for part in parts for leaf in leaves(part)]
    return [value]


def test_an_anchor_named_again_means_the_later_one() -> None:
    assert read("a: &x 1\nb: &x 2\nc: *x\n", "a.yaml").data == {"a": 1, "b": 2, "c": 2}


def test_an_alias_without_anchor_is_refused() -> None:
    assert refusal("a: 1\nb: *nama\n") == ("DEF-001.alias", "a.yaml:2:4")


@pytest.mark.parametrize("text", ["a: &x [*x]\n", "a: &x 1\nb: &x {c: *x}\n"])
def test_an_alias_inside_its_own_anchor_is_refused(text: str) -> None:
    assert refusal(text)[0] == "DEF-005.cycle"


def laughs(levels: int, width: int) -> str:
    first = "a0: &a0 [ha, ha]\n"
    rows = (
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]\n"
        for level in range(1, levels)
    )
    return first + "".join(rows)


def test_a_billion_laughs_are_refused() -> None:
    assert refusal(laughs(10, 10))[0] == "DEF-005.explode"


def test_aliases_that_multiply_a_long_text_are_refused() -> None:
    text = f"a: &a {'x' * 900}\nb: [{', '.join(['*a'] * 20)}]\n"
    assert refusal(text, size=10_000) == ("DEF-005.explode", "a.yaml:1:1")
    assert read(text, "a.yaml").data["b"] == ["x" * 900] * 20


def test_aliases_cannot_dig_deeper_than_the_text_may() -> None:
    chain = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 70))
    assert refusal(chain)[0] == "DEF-004"


def test_the_limit_of_depth_is_exact() -> None:
    def nested(depth: int) -> str:
        return "a: " + "[" * (depth - 1) + "]" * (depth - 1) + "\n"

    read(nested(64), "a.yaml")
    assert refusal(nested(65)) == ("DEF-004", "a.yaml:1:67")


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "a:\n "])
def test_ten_thousand_levels_are_refused_not_recursed(unit: str) -> None:
    if unit == "a:\n ":
        text = "".join(" " * level + "a:\n" for level in range(10_000 // 5))
    else:
        text = unit * 10_000
    assert refusal(text)[0] == "DEF-004"


def test_a_file_over_the_limit_of_size_is_not_parsed() -> None:
    text = "[" * 5_000_001
    with pytest.raises(UnreadableError) as caught:
        read(text, "a.yaml")
    (finding,) = caught.value.findings
    assert finding.message_key == "DEF-003.size"
    assert finding.params == {"limit": "5"}
    assert refusal("a: 12345\n", size=8) == ("DEF-003.size", "a.yaml")


@pytest.mark.parametrize(
    "text", ["a: [1, 2, 3, 4, 5]\n", "a: 1\na: [1, 2, 3, 4, 5]\n", "? [1, 2, 3, 4, 5]\n"]
)
def test_more_values_than_the_limit_are_refused(text: str) -> None:
    assert refusal(text, events=10) == ("DEF-003.values", "a.yaml:1:1")


def test_what_yaml_can_and_a_definition_does_not_need_is_left_out() -> None:
    text = (
        "base: &b {x: 1}\n"
        "merged: {<<: *b, y: 2}\n"
        "made: !!python/object:os.system {z: 3}\n"
        "number: !!str 12\n"
        "? [complex, key]\n"
        ": value\n"
        "? *b\n"
        ": value\n"
        "last: !mine [4]\n"
        "---\n"
        "second: document\n"
    )
    content = read(text, "a.yaml")
    assert content.data == {
        "base": {"x": 1},
        "merged": {"y": 2},
        "made": {"z": 3},
        "number": 12,
        "last": [4],
    }
    assert found(content) == [
        ("DEF-009.merge", "a.yaml:2:10", "merged/<<"),
        ("DEF-009.tag", "a.yaml:3:7", "made"),
        ("DEF-009.tag", "a.yaml:4:9", "number"),
        ("DEF-009.complex_key", "a.yaml:5:3", ""),
        ("DEF-009.complex_key", "a.yaml:7:3", ""),
        ("DEF-009.tag", "a.yaml:9:7", "last"),
        ("DEF-009.documents", "a.yaml:10:1", ""),
    ]


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    content = read("'<<': 1\n\"<<\": 2\n", "a.yaml")
    assert content.data == {"<<": 1}
    assert found(content) == [("DEF-006", "a.yaml:2:1", "<<")]


def test_pointers_of_findings_lead_through_lists_and_mappings() -> None:
    content = read("a:\n  - b\n  - c: [x, {d: 1, d: 2}]\n    e: .inf\n", "a.yaml")
    assert found(content) == [
        ("DEF-006", "a.yaml:3:19", "a/1/c/1/d"),
        ("DEF-010.not_finite", "a.yaml:4:8", "a/1/e"),
    ]


@pytest.mark.parametrize(
    ("written", "variant", "value"),
    [
        (".nan", "not_finite", ".nan"),
        ("-.INF", "not_finite", "-.INF"),
        ("1e999", "not_finite", "1e999"),
        ("1" * 5000, "long_number", "1" * 5000),
        ("0x" + "f" * 5000, "long_number", "0x" + "f" * 5000),
        ("0298", "leading_zero", 298),
    ],
)
def test_odd_numbers_are_found(written: str, variant: str, value: object) -> None:
    content = read(f"a: [{written}]\n", "a.yaml")
    assert content.data == {"a": [value]}
    (finding,) = content.findings
    assert (finding.message_key, finding.pointer) == (f"DEF-010.{variant}", ("a", 0))
    assert finding.params["value"] == written[:100]
    assert (finding.severity.value == "warning") is (variant == "leading_zero")


def test_numbers_up_to_the_limit_are_numbers() -> None:
    digits = "9" * 500
    assert read(f"a: {digits}\n", "a.yaml").data == {"a": int(digits)}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "empty"),
        ("\n\n# hanya komentar\n", "empty"),
        ("---\n", "empty"),
        ("---\n...\n", "empty"),
        ("~\n", "empty"),
        ("- a\n- b\n", "list"),
        ("hanya teks\n", "text"),
        ("42\n", "text"),
    ],
)
def test_a_file_without_keys_is_refused(text: str, key: str) -> None:
    assert refusal(text)[0] == f"DEF-002.{key}"


def test_a_refusal_carries_what_was_found_before_it() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("a: 1\na: 2\nb: *nothing\n", "a.yaml")
    assert [found.message_key for found in caught.value.findings] == ["DEF-006", "DEF-001.alias"]


def test_findings_of_one_file_are_not_without_number() -> None:
    content = read("a: 1\n" * 3000, "a.yaml")
    assert len(content.findings) == 1000


def test_equal_contents_are_equal() -> None:
    def content() -> FileContent:
        return read("a: 1\n", "a.yaml")

    assert content() == content()
    assert "places" not in repr(content())


def test_limits_of_depth_that_python_could_not_follow_are_refused() -> None:
    with pytest.raises(ValueError, match="depth"):
        Limits(depth=201)


def test_data_are_plain() -> None:
    def kinds(value: Any) -> set[type]:
        if isinstance(value, dict):
            return {type(value), *(kind for part in value.values() for kind in kinds(part))}
        if isinstance(value, list):
            return {type(value), *(kind for part in value for kind in kinds(part))}
        return {type(value)}

    content = read("a: [1, 1.5, true, null, x, {b: '1'}]\n", "a.yaml")
    assert kinds(content.data) == {dict, list, int, float, bool, type(None), str}
