"""The one vocabulary: each key of the format with its Indonesian and English term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import attrs

from pst_standards.model.base import Choice, Node
from pst_standards.model.component import Component
from pst_standards.model.definition import Definition
from pst_standards.model.records import RECORDS
from pst_standards.model.shapes import node_classes, shapes


class Term(NamedTuple):
    """A key with its terms, the class it stands in and the article it comes from."""

    key: str
    id: str
    en: str
    owner: str
    cite: str = ""


def vocabulary() -> Iterator[Term]:
    """Yield the terms of all fields, then of all choices, in the order of the model.

    >>> next(term for term in vocabulary() if term.key == "time_limit").id
    'Jangka waktu penyelesaian'
    """
    choices: dict[type[Choice], None] = {}
    for cls in dict.fromkeys(cls for root in _roots() for cls in node_classes(root)):
        fields = attrs.fields_dict(cls)
        for name, shape in shapes(cls).items():
            facts = fields[name].metadata
            yield Term(name, facts["id"], facts["en"], cls.__name__, facts["cite"])
            inner = shape.innermost.type
            if isinstance(inner, type) and issubclass(inner, Choice):
                choices[inner] = None
    for choice in choices:
        for member in choice:
            yield Term(str(member.value), member.id, member.en, choice.__name__)


def _roots() -> tuple[type[Node], ...]:
    return (Definition, *(kind.type for kind in RECORDS.values()))


def term_table(lang: str) -> Mapping[str, str]:
    """Return the term of each key in one language; the first owner of a key gives its term.

    The fourteen components come before all others: the law names them.

    >>> term_table("id")["fee"], term_table("en")["fee"]
    ('Biaya/tarif', 'Fee or tariff')
    >>> term_table("id")["facilities"]
    'Sarana, prasarana, dan/atau fasilitas'
    """
    table: dict[str, str] = {}
    components = {component.value for component in Component}
    terms = sorted(
        vocabulary(),
        key=lambda term: not (term.owner == "ServiceStandard" and term.key in components),
    )
    for term in terms:
        table.setdefault(term.key, term.en if lang == "en" else term.id)
    return table


def terms_along(path: Iterable[str], lang: str) -> Mapping[str, str]:
    """Return the terms of the keys of each class that a path of keys leads through.

    Many keys stand in several classes under several terms; the innermost class has the last word.

    >>> terms_along(("standards", "fee"), "id")["kind"], terms_along(("office",), "id")["kind"]
    ('Jenis biaya', 'Tingkat')
    """
    table: dict[str, str] = {}
    steps = tuple(path)
    # A path tells no more than its keys: one that no definition has is that of a record.
    held = (root for root in _roots() if not steps or steps[0] in shapes(root))
    cls: type | None = next(held, Definition)
    for step in (*steps, ""):
        if cls is None:
            break
        fields = attrs.fields_dict(cls)
        table.update((name, fields[name].metadata[lang]) for name in shapes(cls))
        shape = shapes(cls).get(step)
        inner = None if shape is None else shape.innermost
        cls = inner.type if inner is not None and inner.kind == "node" else None
    return table
