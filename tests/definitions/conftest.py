from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from hypothesis import assume
from hypothesis import strategies as st

from pst_standards.definitions.editing import REMOVE
from pst_standards.findings import Pointer

Wanted: TypeAlias = Callable[[Any, dict[Pointer, object]], Any]
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


@pytest.fixture(scope="session")
def yaml_documents() -> st.SearchStrategy[str]:
    """Return a strategy of YAML texts in all styles that people write, with comments."""
    return documents


@pytest.fixture(scope="session")
def wanted() -> Wanted:
    """Change data the plain way; return what an edit of their text should say."""
    return _changed


def _changed(data: Any, changes: dict[Pointer, object]) -> Any:
    result = copy.deepcopy(data)
    for (*way, last), value in changes.items():
        place = result
        for index, step in enumerate(way):
            following: Any = [] if isinstance([*way, last][index + 1], int) else {}
            if isinstance(place, list) and step == len(place):
                place.append(following)
            elif isinstance(place, dict) and place.get(str(step)) is None:
                place[str(step)] = following
            elif isinstance(place, list) and place[int(step)] is None:
                place[int(step)] = following
            place = place[step]
        if isinstance(place, list) and last == len(place):
            place.append(value)
        else:
            place[last] = value
    return _without_removed(result)


def _without_removed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_removed(part) for key, part in value.items() if part is not REMOVE}
    if isinstance(value, list):
        return [_without_removed(part) for part in value if part is not REMOVE]
    return value
