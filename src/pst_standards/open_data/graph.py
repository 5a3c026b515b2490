"""A small RDF graph: what two notations of the same export are written from.

Nodes are named by IRIs only. Without blank nodes a graph has one sorted order, so that the same
definition gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from attrs import field, frozen

PREFIXES: Final = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "org": "http://www.w3.org/ns/org#",
    "pst": "https://pst-standards.example/ns#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The namespaces that an export uses, by the prefix it writes them with."""


@frozen(order=True)
class Iri:
    """The name of a node, in full."""

    value: str


@frozen(order=True)
class Literal:
    """A value: its text with either a language or a datatype (a term such as ``xsd:double``)."""

    value: str
    lang: str = ""
    datatype: str = ""


Value: TypeAlias = Iri | Literal


def iri(term: str) -> Iri:
    """Return the IRI of a term.

    >>> iri("dct:title").value
    'http://purl.org/dc/terms/title'
    """
    prefix, _, name = term.partition(":")
    return Iri(PREFIXES[prefix] + name)


@frozen
class Graph:
    """Statements by subject and property; adding one twice changes nothing."""

    _nodes: dict[Iri, dict[str, set[Value]]] = field(factory=dict, init=False)

    def add(self, subject: Iri, term: str, *values: Value) -> None:
        """State that a subject has these values of a property, given as a term."""
        if values:
            self._nodes.setdefault(subject, {}).setdefault(term, set()).update(values)

    def type(self, subject: Iri, *classes: str) -> None:
        """State what a subject is."""
        self.add(subject, "rdf:type", *map(iri, classes))

    def nodes(self) -> Iterator[tuple[Iri, list[tuple[str, list[Value]]]]]:
        """Yield each subject with its properties and their values, all in order."""
        for subject in sorted(self._nodes):
            terms = self._nodes[subject]
            yield (
                subject,
                [(term, sorted(terms[term], key=_order)) for term in sorted(terms, key=_first)],
            )


def _first(term: str) -> tuple[bool, str]:
    return term != "rdf:type", term


def _order(value: Value) -> tuple[bool, str, str, str]:
    if isinstance(value, Iri):
        return False, value.value, "", ""
    return True, value.value, value.lang, value.datatype
