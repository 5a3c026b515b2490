"""What every part of the CPSV-AP export works with: graph, report, names, and words as values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from pst_standards.messages import text
from pst_standards.model.base import Choice, Text
from pst_standards.model.definition import Definition
from pst_standards.open_data.graph import PREFIXES, Graph, Iri, Literal
from pst_standards.open_data.losses import Cursor, Ledger
from pst_standards.open_data.naming import Names, address

INDONESIAN: Final = Iri("http://publications.europa.eu/resource/authority/language/IND")
LANGUAGES: Final = ("id", "en")


@frozen(kw_only=True)
class Export:
    """One export while it is built."""

    definition: Definition
    names: Names
    graph: Graph = field(factory=Graph)
    ledger: Ledger = field(factory=Ledger)

    @property
    def root(self) -> Cursor:
        """The definition as a part of itself."""
        return Cursor(self.definition, self.ledger)

    def concept(self, term: Choice) -> Iri:
        """Return a term of one of our code lists, stated to be one: the shapes ask for that."""
        scheme = type(term).__name__
        named = Iri(f"{PREFIXES['pst']}{scheme}.{term.value}")
        return self.typed_concept(named, Literal(term.id, "id"), Literal(term.en, "en"))

    def rule_kind(self, name: str) -> Iri:
        """Return the concept of a kind of rule, such as ``pledge``."""
        return self.typed_concept(Iri(f"{PREFIXES['pst']}RuleKind.{name}"), *worded(f"rule.{name}"))

    def typed_concept(self, named: Iri, *labels: Literal) -> Iri:
        """State that a name is a concept, with its labels."""
        self.graph.type(named, "skos:Concept")
        self.graph.add(named, "skos:prefLabel", *labels)
        return named

    def document(self, url: str | None) -> tuple[Iri, ...]:
        """Return a page of the web, stated to be a document; nothing for what is no address."""
        if not address(url):
            return ()
        page = Iri(str(url))
        self.graph.type(page, "foaf:Document")
        return (page,)

    def language(self, named: Iri) -> Iri:
        """Return a language of the list of the EU, stated to be one."""
        self.graph.type(named, "dct:LinguisticSystem")
        return named

    def identified(self, named: Iri, *classes: str) -> Iri:
        """State what a node is, and its identifier: its name once more, as no other is unique."""
        self.graph.type(named, *classes)
        self.graph.add(named, "dct:identifier", Literal(named.value))
        return named


def words(said: Text | str | None) -> tuple[Literal, ...]:
    """Return a text in each language that it has; a text without one is Indonesian.

    >>> words(Text("Buku", "Book"))
    (Literal(value='Buku', lang='id', datatype=''), Literal(value='Book', lang='en', datatype=''))
    """
    said = Text(said) if isinstance(said, str) else said
    if said is None:
        return ()
    found = ((said.id, "id"), (said.en, "en"))
    return tuple(Literal(one.strip(), lang) for one, lang in found if one and one.strip())


def worded(key: str, **params: object) -> tuple[Literal, ...]:
    """Return a sentence of the catalogue in both languages."""
    return tuple(
        Literal(text("exchange", f"open-data.{key}", lang, params), lang) for lang in LANGUAGES
    )


def joined(lines: Iterable[tuple[Literal, ...]], between: str = "\n") -> tuple[Literal, ...]:
    """Join texts line by line, in each language that every one of them has.

    Where no language is common, each line stands in the first that it has, as Indonesian.
    """
    given = [line for line in lines if line]
    found = []
    for lang in LANGUAGES:
        said = [next((one.value for one in line if one.lang == lang), None) for line in given]
        if given and all(one is not None for one in said):
            found.append(Literal(between.join(filter(None, said)), lang))
    if found or not given:
        return tuple(found)
    return (Literal(between.join(line[0].value for line in given), "id"),)
