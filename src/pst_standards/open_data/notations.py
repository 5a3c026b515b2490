"""A graph as Turtle and as JSON-LD: two notations of the same statements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from pst_standards.open_data.graph import PREFIXES, Graph, Iri, Value

_LOCAL: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def turtle(graph: Graph) -> str:
    r"""Return the graph in Turtle 1.1, subjects and properties in order.

    >>> from pst_standards.open_data.graph import Graph, Literal, iri
    >>> graph = Graph()
    >>> graph.add(iri("pst:a"), "dct:title", Literal("Buku", "id"))
    >>> print(turtle(graph).partition("\n\n")[2])
    pst:a
        dct:title "Buku"@id .
    <BLANKLINE>
    """
    heads = "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in PREFIXES.items())
    return heads + "".join(_blocks(graph))


def _blocks(graph: Graph) -> Iterator[str]:
    for subject, terms in graph.nodes():
        lines = [
            f"    {'a' if term == 'rdf:type' else term} {', '.join(map(_turtle_value, values))}"
            for term, values in terms
        ]
        stated = " ;\n".join(lines)
        yield f"\n{_turtle_value(subject)}\n{stated} .\n"


def _turtle_value(value: Value) -> str:
    if isinstance(value, Iri):
        return _short(value) or f"<{value.value}>"
    quoted = '"' + "".join(_ESCAPES.get(sign, sign) for sign in value.value) + '"'
    if value.lang:
        return f"{quoted}@{value.lang}"
    return f"{quoted}^^{value.datatype}" if value.datatype else quoted


def _short(value: Iri) -> str:
    for prefix, name in PREFIXES.items():
        rest = value.value.removeprefix(name)
        if rest != value.value and _LOCAL.fullmatch(rest):
            return f"{prefix}:{rest}"
    return ""


def json_ld(graph: Graph) -> str:
    """Return the graph in JSON-LD 1.1; its context stands in it, so that nothing is fetched.

    >>> from pst_standards.open_data.graph import Graph, Literal, iri
    >>> graph = Graph()
    >>> graph.add(iri("pst:a"), "dct:title", Literal("Buku", "id"))
    >>> json.loads(json_ld(graph))["@graph"]
    [{'@id': 'pst:a', 'dct:title': {'@language': 'id', '@value': 'Buku'}}]
    """
    nodes = [_node(subject, terms) for subject, terms in graph.nodes()]
    data = {"@context": PREFIXES, "@graph": nodes}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _node(subject: Iri, terms: list[tuple[str, list[Value]]]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _named(subject)}
    for term, values in terms:
        if term == "rdf:type":
            shown: list[Any] = [_named(value) for value in values if isinstance(value, Iri)]
        else:
            shown = [_json_value(value) for value in values]
        node["@type" if term == "rdf:type" else term] = shown[0] if len(shown) == 1 else shown
    return node


def _named(value: Iri) -> str:
    return _short(value) or value.value


def _json_value(value: Value) -> Any:
    if isinstance(value, Iri):
        return {"@id": _named(value)}
    if value.lang:
        return {"@language": value.lang, "@value": value.value}
    if value.datatype:
        return {"@type": value.datatype, "@value": value.value}
    return value.value
