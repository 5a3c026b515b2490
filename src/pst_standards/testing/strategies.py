"""Hypothesis strategies that make definitions by construction, never by filtering.

Needs the extra ``testing``. Every value comes from the types of the model, so a new field is drawn
from the day it exists.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from pst_standards.model.base import (
    ComponentName,
    Count,
    FrozenMap,
    Ident,
    OfficeCode,
    Percent,
    Rupiah,
    Text,
)
from pst_standards.model.component import Component
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, shapes

_FEW: Final = 4
_WORDS: Final = [
    "layanan",
    "permintaan",
    "data",
    "statistik",
    "petugas",
    "pengguna",
    "buku",
    "tamu",
    "elektronik",
    "standar",
    "paling",
    "lama",
    "hari",
    "kerja",
    "sejak",
    "diterima",
    "lengkap",
    "Pasal",
    "21",
    "huruf",
    "c",
    "UU",
    "25/2009",
    "Rp10.000",
    "PST",
    "BPS",
    "daring",
]


def words() -> st.SearchStrategy[str]:
    """Draw a text as people write it, with Indonesian words and some odd characters."""
    letters = st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co")),
        min_size=1,
        max_size=12,
    )
    usual = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join)
    return usual | letters.map(lambda drawn: drawn.replace("<", "("))


_SCALARS: Final[dict[Any, st.SearchStrategy[Any]]] = {
    str: words(),
    bool: st.booleans(),
    int: st.integers(1900, 2100),
    Count: st.integers(0, 10**6),
    Rupiah: st.integers(0, 10**12),
    Percent: st.integers(0, 100),
    Ident: st.from_regex(r"[a-z0-9][a-z0-9._-]{0,8}", fullmatch=True),
    OfficeCode: st.from_regex(r"[0-9]{4}", fullmatch=True),
    ComponentName: st.sampled_from([one.value for one in Component]) | words(),
    dt.date: st.dates(dt.date(1945, 8, 17), dt.date(2100, 12, 31)),
    dt.time: st.builds(dt.time, st.integers(0, 23), st.integers(0, 59)),
}


def _values(shape: Shape) -> st.SearchStrategy[Any]:
    if shape.kind == "text":
        return st.builds(Text, words(), st.none() | words())
    if shape.kind == "node":
        return parts(shape.type)
    if shape.kind == "choice":
        members: list[Enum] = list(shape.type)
        return st.sampled_from(members)
    if shape.item is None:
        return _SCALARS[shape.type]
    if shape.kind == "map":
        return st.dictionaries(words(), _values(shape.item), min_size=1, max_size=2).map(FrozenMap)
    return st.lists(_values(shape.item), min_size=1, max_size=2).map(tuple)


@st.composite
def parts(draw: st.DrawFn, cls: type[Any]) -> Any:
    """Draw an object of a model class with some of its fields filled."""
    fields = attrs.fields_dict(cls)
    names = [name for name in shapes(cls) if name != "marks"]
    needed = {name for name in names if fields[name].default is attrs.NOTHING}
    chosen = set(draw(st.lists(st.sampled_from(names), max_size=_FEW, unique=True)))
    picked = [name for name in names if name in needed | chosen]
    return cls(**{name: draw(_values(shapes(cls)[name])) for name in picked})


def definitions() -> st.SearchStrategy[Definition]:
    """Draw a definition with some parts filled, lawful or not, always of the right shape."""
    return parts(Definition)
