"""Regulations and decrees as ``eli:LegalResource``, named by their keys of Akoma Ntoso."""

from __future__ import annotations

from pst_standards.law import Citation, CitationError, default_register
from pst_standards.open_data.building import Export, words
from pst_standards.open_data.graph import Iri, Literal
from pst_standards.open_data.legal_keys import act_key, citation_key, decree_key
from pst_standards.open_data.losses import Cursor
from pst_standards.open_data.naming import ROOT


def legal_resource(citation: Citation, export: Export) -> Iri:
    """Return the resource of a citation; a place is stated to be a part of its regulation."""
    register = default_register()
    whole = _resource(act_key(citation), export)
    law = Citation(regulation=citation.regulation)
    titles = [Literal(law.long(register, lang), lang) for lang in ("id", "en")]
    export.graph.add(whole, "dct:title", *titles)
    place = _resource(citation_key(citation), export)
    if place != whole:
        titles = [Literal(citation.long(register, lang), lang) for lang in ("id", "en")]
        export.graph.add(place, "dct:title", *titles)
        export.graph.add(place, "dct:isPartOf", whole)
    return place


def cited(text: str | None, export: Export) -> tuple[Iri, ...]:
    """Return the resource that a text cites, nothing for a text that is no citation."""
    try:
        return (legal_resource(Citation.parse(text or ""), export),)
    except CitationError:
        return ()


def basis(regulation: Cursor, export: Export) -> tuple[Iri, ...]:
    """Return the resource of a regulation; one that cannot be read keeps its words."""
    citation = regulation.take("citation")
    regulation.take("id")
    found = cited(citation, export)
    if found:
        if regulation.node.title:
            export.graph.add(found[0], "dct:alternative", *words(regulation.take("title")))
        return found
    named = words(citation) or words(regulation.node.title)
    if not named:
        return ()
    regulation.take("title")
    regulation.tell("citation", "citation-unread")
    unread = export.names.of("regulation", regulation)
    export.graph.type(unread, "eli:LegalResource")
    export.graph.add(unread, "dct:title", *named)
    return (unread,)


def decree(part: Cursor, export: Export) -> tuple[Iri, ...]:
    """Return the resource of a decree of the office; its number stays as it was written."""
    office = export.definition.office
    key = decree_key(part.node, office.code if office else None)
    if not part.node.number and not part.node.title:
        return ()
    named = (
        _resource(key, export) if key else export.names.at(part.pointer, "decree", *_steps(part))
    )
    graph = export.graph
    graph.type(named, "eli:LegalResource")
    graph.add(named, "dct:title", *(words(part.take("title")) or words(part.node.number)))
    if part.take("number"):
        graph.add(named, "pst:decreeNumber", Literal(part.node.number))
    if part.take("date"):
        graph.add(named, "dct:issued", Literal(part.node.date.isoformat(), datatype="xsd:date"))
    return (named,)


def _steps(part: Cursor) -> list[str]:
    return part.pointer.strip("/").split("/")


def _resource(key: str, export: Export) -> Iri:
    named = Iri(f"{ROOT}{key.removeprefix('/')}")
    export.graph.type(named, "eli:LegalResource")
    export.graph.add(named, "dct:identifier", Literal(key))
    return named
