from __future__ import annotations

import pytest

from pst_standards.definitions.errors import UnreadableError
from pst_standards.definitions.reading import FileContent, read

FORBIDDEN = [
    *(chr(code) for code in range(0x20) if chr(code) not in "\t\n\r"),
    *map(chr, range(0x7F, 0xA0)),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
    "\ufffe",
    "\uffff",
]


def found(content: FileContent) -> list[tuple[str, str, str]]:
    return [
        (finding.message_key, str(finding.location), str(finding.params["code"]))
        for finding in content.findings
    ]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("char", FORBIDDEN)
def test_a_forbidden_character_is_found_and_replaced_wherever_it_hides(char: str) -> None:
    code = f"U+{ord(char):04X}"
    for name, text in (
        ("a.yaml", f"a:\n  b: x{char}y\n"),
        ("a.yaml", f'a:\n  b: "x\\u{ord(char):04x}y"\n'),
        ("a.json", f'{{"a":\n  {{"b":"x\\u{ord(char):04x}y"}}}}'),
        ("a.json", f'{{"a":\n  {{"b":"x{char}y"}}}}'),
    ):
        content = read(text, name)
        assert content.data == {"a": {"b": "x\ufffdy"}}
        (finding,) = content.findings
        assert (finding.message_key, finding.pointer) == ("DEF-008.text", ("a", "b"))
        assert (finding.params["code"], finding.location.line) == (code, 2)


@pytest.mark.usefixtures("parser")
def test_a_forbidden_character_in_a_key_is_found_and_replaced() -> None:
    content = read("a:\n  - x\x07: {y: 1}\n    z\u202e: &a 2\n", "a.yaml")
    assert content.data == {"a": [{"x\ufffd": {"y": 1}, "z\ufffd": 2}]}
    assert found(content) == [
        ("DEF-008.key", "a.yaml:2:5", "U+0007"),
        ("DEF-008.key", "a.yaml:3:5", "U+202E"),
    ]
    assert content.findings[0].pointer == ("a", 0, "x\ufffd")
    assert str(content.locate(("a", 0, "x\ufffd", "y"))) == "a.yaml:2:13"


def test_keys_that_differ_only_in_forbidden_characters_keep_the_first_value() -> None:
    content = read("a\x01: 1\na\x02: 2\n", "a.yaml")
    assert content.data == {"a\ufffd": 1}
    assert [code for _, _, code in found(content)] == ["U+0001", "U+0002"]
    assert str(content.locate(("a\ufffd",))) == "a.yaml:1:5"


def test_other_findings_name_such_keys_as_the_data_do() -> None:
    content = read("a\x01: 1\na\x01: 2\nb\x02: .nan\n", "a.yaml")
    pointers = [(finding.rule, finding.pointer) for finding in content.findings]
    assert pointers[:2] == [("DEF-006", ("a\ufffd",)), ("DEF-010", ("b\ufffd",))]


def test_several_forbidden_characters_of_one_text_are_one_finding() -> None:
    content = read("a: \x01\x02\x01\u202e\n", "a.yaml")
    assert found(content) == [("DEF-008.text", "a.yaml:1:4", "U+0001, U+0002, U+202E")]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    [
        "tab\\t",
        "garis\\r\\nbaru\\n",
        "“kutip” \u2013 \U0001d518 é \U000f0007",
        "a\u2028b\u2029c",
        "\ufeff",
    ],
)
def test_all_other_text_stays_untouched(text: str) -> None:
    meant = text.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n")
    assert read(f'a: "{text}"\n', "a.yaml").data == {"a": meant}
    assert read(f'{{"a": "{text}"}}', "a.json").data == {"a": meant}


@pytest.mark.usefixtures("parser")
def test_unicode_line_separators_are_no_line_ends() -> None:
    content = read("a: x\u2028y\nb: 1\n", "a.yaml")
    assert content.data == {"a": "x\u2028y", "b": 1}
    assert content.findings == ()
    assert str(content.locate(("b",))) == "a.yaml:2:4"


def test_a_carriage_return_alone_is_no_line_end_inside_a_text() -> None:
    assert found(read('{"a": "x\\ry"}', "a.json")) == [("DEF-008.text", "a.json:1:7", "U+000D")]


def test_a_lone_surrogate_is_replaced() -> None:
    for text, name in (('{"a": "\\ud800"}', "a.json"), ("a: \ud800", "a.yaml")):
        content = read(text, name)
        assert content.data == {"a": "\ufffd"}
        assert content.findings[0].params["code"] == "U+D800"


def test_a_control_character_in_a_comment_is_nobodys_business() -> None:
    assert read("a: 1 # \x07\n", "a.yaml").findings == ()


def test_a_refused_text_tells_of_the_control_character_too() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("a: \u2028\x07x\nb: [\x08\n", "a.yaml")
    keys = [(each.message_key, str(each.location)) for each in caught.value.findings]
    assert keys == [("DEF-008.place", "a.yaml:1:5"), ("DEF-001.bracket", "a.yaml:2:4")]
