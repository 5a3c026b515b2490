from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from pst_standards.definitions.errors import UnreadableError
from pst_standards.definitions.reading import Limits, read
from pst_standards.definitions.reading.from_yaml import read_yaml
from pst_standards.findings import Finding, Severity
from pst_standards.messages import text as message

pytestmark = pytest.mark.unmeasured

letters = st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])


class CoreSchema(SafeConstructor):
    """What ruamel.yaml makes of YAML 1.2, but for dates, which the core schema does not know."""


CoreSchema.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def by_ruamel(text: str) -> Any:
    reader = YAML(typ="safe", pure=True)
    reader.version = "1.2"
    reader.Constructor = CoreSchema
    return reader.load(text)


@pytest.mark.usefixtures("parser")
class TestAgainstRuamel:
    @given(data=st.data(), end=st.sampled_from(["\n", "\r\n"]))
    def test_both_readers_see_the_same_data(
        self, yaml_documents: st.SearchStrategy[str], data: st.DataObject, end: str
    ) -> None:
        text = data.draw(yaml_documents)
        content = read(text.replace("\n", end), "a.yaml")
        theirs = by_ruamel(text.replace("\n", end))
        assert content.data == theirs
        assert json.dumps(content.data) == json.dumps(theirs)  # True is not 1
        assert {found.variant for found in content.findings} <= {"leading_zero"}


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(letters),
    lambda parts: (
        st.lists(parts, max_size=4) | st.dictionaries(st.text(letters), parts, max_size=4)
    ),
    max_leaves=20,
)
json_documents = st.dictionaries(st.text(letters, max_size=8), json_values, max_size=5)


@given(data=json_documents, escaped=st.booleans(), indent=st.sampled_from([None, 0, 2, "\t"]))
def test_json_is_what_json_loads_says(data: Any, *, escaped: bool, indent: Any) -> None:
    text = json.dumps(data, ensure_ascii=escaped, indent=indent)
    content = read(text, "a.json")
    assert json.dumps(content.data) == json.dumps(json.loads(text))
    assert content.findings == ()


def leaves(value: Any, pointer: tuple[str | int, ...] = ()) -> list[tuple[Any, Any]]:
    parts: Any = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[tuple[Any, Any]] = []
    for step, part in parts:
        if isinstance(part, dict | list):
            found += leaves(part, (*pointer, step))
        else:
            found.append(((*pointer, step), part))
    return found


def written_at(text: str, line: int | None, column: int | None) -> Any:
    assert line
    assert column
    row = text.split("\n")[line - 1]
    return json.JSONDecoder().raw_decode(row, column - 1)[0]


@given(data=json_documents, indent=st.sampled_from([None, 2]))
def test_each_value_and_key_stands_where_it_is_said_to_stand(data: Any, indent: Any) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    as_yaml = read_yaml(text, "a.yaml", Limits(), masked=False)
    content = read(text, "a.json")
    for pointer, value in leaves(data):
        place = content.locate(pointer)
        assert written_at(text, place.line, place.column) == value
        assert as_yaml.places.find(pointer) == (place.line, place.column)
        if isinstance(pointer[-1], str):
            place = content.locate(pointer, key=True)
            assert written_at(text, place.line, place.column) == pointer[-1]
            assert as_yaml.places.find(pointer, key=True) == (place.line, place.column)


def survives(data: bytes | str, name: str) -> None:
    """Hold that reading gives data or a refusal, in time, and that each finding can be said."""
    started = time.monotonic()
    for found in outcome(data, name):
        for lang in ("id", "en"):
            assert message("definition", found.message_key, lang, found.params)
            assert message("definition", f"{found.message_key}.hint", lang, found.params)
    assert time.monotonic() - started < 5


def outcome(data: bytes | str, name: str) -> tuple[Finding, ...]:
    try:
        return read(data, name).findings
    except UnreadableError as error:
        errors = [found for found in error.findings if found.severity is Severity.ERROR]
    assert errors
    return tuple(errors)


names = st.sampled_from(["a.yaml", "a.json", "<stdin>"])
tricky = st.sampled_from(
    [
        *(
            "\t",
            "\r",
            "\n",
            " ",
            ":",
            "-",
            "- ",
            ": ",
            "#",
            " #",
            "'",
            '"',
            "[",
            "]",
            "{",
            "}",
            ",",
        ),
        *("&a", "*a", "&a ", "*a ", "!", "!!int ", "!t", "|", ">", "|\n", "%", "@", "`", "?", "? "),
        *(
            "---",
            "\n---\n",
            "\n...\n",
            "<<",
            "<<: ",
            "\\",
            "\\u",
            "\\ud800",
            "\x00",
            "\x07",
            "\x85",
        ),
        *("\u2028", "\u202e", "\ufeff", "\ufffe", "\ud800", "\U000f0007", ".nan", "1e999", "0x"),
        *("~", "=", "%YAML 1.1\n---\n", "%TAG ! x\n"),
    ]
)


@st.composite
def damaged(draw: st.DrawFn, documents: st.SearchStrategy[str]) -> str:
    text = draw(documents | json_documents.map(json.dumps))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 3))
        text = text[:start] + draw(tricky) + text[end:]
    return text


@pytest.mark.usefixtures("parser")
class TestAnyInput:
    @given(data=st.binary(), name=names)
    def test_bytes(self, data: bytes, name: str) -> None:
        survives(data, name)

    @given(data=st.text(st.characters()), name=names)
    def test_text(self, data: str, name: str) -> None:
        survives(data, name)

    @given(
        pieces=st.lists(tricky | st.sampled_from(["layanan", "a", "id"]), max_size=30), name=names
    )
    def test_signs_in_any_order(self, pieces: list[str], name: str) -> None:
        survives("".join(pieces), name)

    @given(data=st.data(), name=names)
    def test_damaged_definitions(
        self, yaml_documents: st.SearchStrategy[str], data: st.DataObject, name: str
    ) -> None:
        text = data.draw(damaged(yaml_documents))
        survives(text, name)
        survives(text.encode("utf-8", "surrogatepass"), name)
