from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from pst_standards.definitions.errors import UnreadableError
from pst_standards.definitions.reading import Limits, read
from pst_standards.definitions.reading.from_yaml import read_yaml
from pst_standards.findings import Finding, Severity
from pst_standards.messages import text as message

SIMPLE_WORDS = (
    *("pemohon", "petugas", "layanan", "statistik", "permintaan", "dokumen", "surat"),
    *("pengantar", "hari", "kerja", "tarif", "loket"),
)
WORDS = (
    *SIMPLE_WORDS,
    *("Rp0,00", "Jum'at", "“cepat”", "PNBP", "(daring)", "08.00-15.30", "no", "3322", "50.512"),
    *("&", "tanpa*bintang", "Jl.", "bps@bps.go.id"),
)
PLAIN_ODDITIES = [
    *("no", "yes", "off", "12:30", "2024-01-31", "2024-01-31 10:00:00", "3322", "-7", "+7", "0"),
    *("0o17", "0x1F", "1.5", "-1.5", ".5", "1.", "1e3", "1.5E+3", "012", "00", "true", "True"),
    *("FALSE", "null", "~", "Null", "nULL", "TRue", "a:b", "http://bps.go.id", "a#b", "-a", "1-2"),
    *(
        "y",
        "N",
        "1,5",
        "1.234.567",
        "+",
        ".",
        "-.",
        "...a",
        "é",
        "08.00",
        "0298-591129",
        "1e",
        "e1",
    ),
]


class CoreSchema(SafeConstructor):
    """What ruamel.yaml makes of YAML 1.2, but for dates, which the core schema does not know."""


CoreSchema.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def by_ruamel(text: str) -> Any:
    reader = YAML(typ="safe", pure=True)
    reader.version = "1.2"
    reader.Constructor = CoreSchema
    return reader.load(text)


sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
letters = st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])
free_texts = st.text(letters, max_size=30)
texts = sentences | free_texts
paragraphs = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=5)
keys = st.from_regex(r"[a-z][a-z_]{0,12}", fullmatch=True) | st.sampled_from(
    ["'2024'", "a b", "no"]
)


@st.composite
def single_lines(draw: st.DrawFn) -> str:
    style = draw(st.sampled_from(["plain", "odd", "single", "double"]))
    if style == "odd":
        return draw(st.sampled_from(PLAIN_ODDITIES))
    if style == "plain":
        return draw(st.lists(st.sampled_from(SIMPLE_WORDS), min_size=1, max_size=6).map(" ".join))
    text = draw(texts)
    if style == "single":
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=draw(st.booleans()) and text.isascii())


@st.composite
def block_texts(draw: st.DrawFn, indent: int) -> str:
    header = draw(st.sampled_from("|>")) + draw(st.sampled_from(["", "-", "+"]))
    lines = ["permohonan", *draw(paragraphs)]
    pad = " " * indent
    return header + "\n" + "\n".join(pad + line if line else "" for line in lines)


@st.composite
def wrapped_texts(draw: st.DrawFn, indent: int) -> str:
    words = draw(st.lists(st.sampled_from(SIMPLE_WORDS), min_size=2, max_size=12))
    quote = draw(st.sampled_from(["", "'", '"']))
    breaks = [draw(st.sampled_from([" ", " ", "\n", "\n\n"])) for _ in words]
    text = "".join(word + gap for word, gap in zip(words, breaks, strict=True)).strip()
    return quote + text.replace("\n", "\n" + " " * indent) + quote


@st.composite
def flows(draw: st.DrawFn, depth: int) -> str:
    if depth == 0 or draw(st.booleans()):
        return draw(
            single_lines().filter(lambda text: not set(text) & set(",[]{}") or quoted(text))
        )
    parts = draw(st.lists(flows(depth - 1), max_size=3))
    space = draw(st.sampled_from(["", " "]))
    if draw(st.booleans()):
        return "[" + f",{space}".join(parts) + space + "]"
    names = draw(st.lists(keys, min_size=len(parts), max_size=len(parts), unique=True))
    pairs = (f"{name}: {part}" for name, part in zip(names, parts, strict=True))
    return "{" + f",{space}".join(pairs) + space + "}"


def quoted(text: str) -> bool:
    return text[:1] in {"'", '"'}


@st.composite
def values(draw: st.DrawFn, indent: int, depth: int) -> str:
    """Draw what stands after ``key:`` or ``-``, with the gap before it and the line end after."""
    kinds = ["single", "block", "wrapped", "flow", "nothing", "comment"]
    kind = draw(st.sampled_from(kinds + ["mapping", "list"] * 2 if depth else kinds))
    deeper = indent + draw(st.integers(1, 4))
    if kind == "mapping":
        return "\n" + draw(mappings(deeper, depth - 1))
    if kind == "list":
        return "\n" + draw(lists(deeper, depth - 1))
    if kind == "nothing":
        return draw(st.sampled_from(["\n", " \n", " # kosong\n", "\n\n"]))
    written = {
        "single": single_lines(),
        "comment": single_lines().map(lambda text: text + "  # keterangan: 'apa' saja"),
        "block": block_texts(deeper),
        "wrapped": wrapped_texts(deeper),
        "flow": flows(2),
    }[kind]
    return draw(st.sampled_from([" ", "  "])) + draw(written) + "\n"


@st.composite
def mappings(draw: st.DrawFn, indent: int, depth: int) -> str:
    names = draw(st.lists(keys, min_size=1, max_size=4, unique=True))
    pad = " " * indent
    between = st.sampled_from(["", "", "", "\n", f"{pad}# catatan\n"])
    return "".join(f"{draw(between)}{pad}{name}:{draw(values(indent, depth))}" for name in names)


@st.composite
def lists(draw: st.DrawFn, indent: int, depth: int) -> str:
    pad = " " * indent
    items = []
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            inner = draw(mappings(indent + 2, 0))
            assume(inner.startswith(pad + "  ") and not inner.lstrip().startswith("#"))
            items.append(f"{pad}- {inner[indent + 2 :]}")
        else:
            items.append(f"{pad}-{draw(values(indent, depth))}")
    return "".join(items)


documents = mappings(0, 3)


@pytest.mark.usefixtures("parser")
class TestAgainstRuamel:
    @given(text=documents, end=st.sampled_from(["\n", "\r\n"]))
    def test_both_readers_see_the_same_data(self, text: str, end: str) -> None:
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
def damaged(draw: st.DrawFn) -> str:
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

    @given(pieces=st.lists(tricky | st.sampled_from(SIMPLE_WORDS), max_size=30), name=names)
    def test_signs_in_any_order(self, pieces: list[str], name: str) -> None:
        survives("".join(pieces), name)

    @given(text=damaged(), name=names)
    def test_damaged_definitions(self, text: str, name: str) -> None:
        survives(text, name)
        survives(text.encode("utf-8", "surrogatepass"), name)
