"""What an editor shows beside a key: titles and descriptions of the schema, in both languages."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from pst_standards.findings import Confidence
from pst_standards.model.base import ComponentName, Count, Ident, Node, OfficeCode, Percent, Rupiah
from pst_standards.model.component import Component
from pst_standards.model.shapes import Shape, node_classes, shapes
from pst_standards.model.standard import component_term

REMOVED: Final = (
    "true: butir ini dihapus dari lapisan di bawahnya."
    " · true: the layer below loses the item of this id."
)

_CONFIDENCE: Final[Mapping[Confidence, tuple[str, str]]] = {
    Confidence.VERIFIED: ("Terverifikasi", "Verified"),
    Confidence.SECONDARY: ("Menurut sumber kedua", "From a secondary source"),
    Confidence.UNVERIFIED: ("Belum diverifikasi", "Unverified"),
    Confidence.ILLUSTRATION: ("Contoh rekaan", "Made-up example"),
}
"""Terms of the one enumeration that belongs to findings and so carries none of its own."""

_FORMS: Final[Mapping[Any, tuple[str, str]]] = {
    "node": ("Bagian dengan kunci sendiri", "A part with keys of its own"),
    "text": ("Teks Indonesia, atau {id, en}", "Indonesian text, or {id, en}"),
    "choice": ("Salah satu", "One of"),
    str: ("Teks", "Text"),
    bool: ("true (ya) atau false (tidak)", "true (yes) or false (no)"),
    int: ("Bilangan bulat", "A whole number"),
    Rupiah: ("Rupiah bulat tanpa titik, misalnya 150000", "Whole rupiah, such as 150000"),
    Count: ("Bilangan bulat, 0 atau lebih", "A whole number, 0 or more"),
    Percent: ("Persen bulat, 0 sampai 100", "Whole percent, 0 to 100"),
    Ident: (
        "Pengenal: a-z, 0-9, titik, garis bawah, tanda hubung",
        "An id: a-z, 0-9, dot, underscore, hyphen",
    ),
    OfficeCode: (
        'Kode kantor BPS, angka saja, misalnya "3322"',
        'The BPS code of an office, digits alone, such as "3322"',
    ),
    ComponentName: (
        "Salah satu dari empat belas komponen standar, atau hurufnya (a sampai n)",
        "One of the fourteen components of a standard, or its letter (a to n)",
    ),
    dt.date: ("Tanggal, misalnya 2026-11-22", "A date, such as 2026-11-22"),
    dt.time: ('Jam, misalnya "08:00"', 'A time of day, such as "08:00"'),
    dt.datetime: (
        'Waktu dengan zona, misalnya "2026-03-17T10:05+07:00"',
        'A moment with its zone, such as "2026-03-17T10:05+07:00"',
    ),
}
_LISTED: Final = {"list": ("Daftar", "List"), "map": ("Peta kunci ke isi", "Map of keys to values")}


def described(facts: Mapping[str, Any], shape: Shape) -> Iterator[str]:
    """Yield the lines that help with a key: advice, the article, what it holds, the choices.

    >>> from pst_standards.model.delivery import Fee
    >>> list(described(attrs.fields_dict(Fee)["kind"].metadata, shapes(Fee)["kind"]))[-1]
    'zero_rupiah: Tarif nol rupiah · Zero-rupiah tariff'
    """
    yield from facts["help"] or ()
    if facts["cite"]:
        yield f"Dasar: {facts['cite']} · Basis: {facts['cite']}"
    yield " · ".join(form_of(shape, lang) for lang in (0, 1)) + "."
    yield from _choices(shape)


def form_of(shape: Shape, lang: int) -> str:
    """Say what a field holds, in Indonesian (0) or English (1).

    >>> form_of(Shape("list", tuple, Shape("scalar", Percent)), 1)
    'List: Whole percent, 0 to 100'
    """
    if shape.item is not None:
        return f"{_LISTED[shape.kind][lang]}: {form_of(shape.item, lang)}"
    known = _FORMS.get(shape.kind) or _FORMS[shape.type]
    return known[lang]


def _choices(shape: Shape) -> Iterator[str]:
    """Yield each choice with its terms, also of a list of choices."""
    if shape.item is not None:
        yield from _choices(shape.item)
    elif shape.choices is not None:
        for one in shape.choices:
            yield f"{one.value}: {' · '.join(terms_of(one))}"


def terms_of(choice: Any) -> tuple[str, str]:
    """Return the Indonesian and English term of one choice.

    >>> terms_of(Confidence.VERIFIED)
    ('Terverifikasi', 'Verified')
    """
    if isinstance(choice, Component):
        return component_term(choice, "id"), component_term(choice, "en")
    return _CONFIDENCE[choice] if isinstance(choice, Confidence) else (choice.id, choice.en)


def class_titles(root: type[Node]) -> Mapping[type, str]:
    """Return for each class below ``root`` the terms of the first field that holds it."""
    titles: dict[type, str] = {}
    for cls in node_classes(root):
        fields = attrs.fields_dict(cls)
        for name, shape in shapes(cls).items():
            inner = shape
            while inner.item is not None:
                inner = inner.item
            facts = fields[name].metadata
            titles.setdefault(inner.type, f"{facts['id']} · {facts['en']}")
    return titles


def first_sentence(cls: type) -> str:
    """Return the first sentence of what a class says about itself, keys in plain quotes."""
    words = " ".join((inspect.getdoc(cls) or "").split("\n\n", maxsplit=1)[0].split())
    sentence = words.partition(". ")[0].removesuffix(".") + "."
    return sentence.replace("``", '"')
