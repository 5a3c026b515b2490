"""The office as a public organisation of CPOV, with its place and how it is reached."""

from __future__ import annotations

from pst_standards.model.complaints import Medium
from pst_standards.model.office import Office
from pst_standards.open_data.building import Export, joined, worded, words
from pst_standards.open_data.graph import Iri, Literal
from pst_standards.open_data.losses import Cursor
from pst_standards.open_data.naming import address

_TELEPHONES = (Medium.PHONE, Medium.SMS, Medium.WHATSAPP)


def organisation(export: Export) -> Iri:
    """State the office, and return its name; what the shapes ask for and is missing stands in."""
    office = export.root.part("office") or Cursor(Office(), export.ledger, "/office")
    graph, node = export.graph, office.node
    named = export.identified(
        export.names.at("/office", "office"),
        "cv:PublicOrganisation",
        "org:Organization",
        "foaf:Agent",
    )
    labels = words(office.take("name")) or words(office.take("short_name"))
    if not labels:
        office.tell("name", "no-name")
        labels = worded("office-unnamed")
    graph.add(named, "skos:prefLabel", *labels)
    graph.add(named, "dct:title", *labels)
    graph.add(named, "skos:altLabel", *words(office.take("short_name")))
    if office.take("kind"):
        graph.add(named, "org:classification", export.concept(node.kind))
    graph.add(named, "org:purpose", *map(export.concept, office.take("functions")))
    if node.logo:
        # A link is asked for, and a file in the folder of the definition has no address.
        office.tell("logo", "file-name")
    _code(office, named, export)
    _homepage(office, named, export)
    graph.add(named, "dct:spatial", _place(office, export))
    where = office.part("address")
    if where is not None:
        graph.add(named, "locn:address", *_address(where, export))
    graph.add(named, "cv:contactPoint", *_contact(office, export))
    return named


def _code(office: Cursor, named: Iri, export: Export) -> None:
    code = (office.take("code") or "").strip()
    if code:
        identifier = export.names.at("/office/code", "office", "code")
        export.graph.type(identifier, "adms:Identifier")
        export.graph.add(identifier, "skos:notation", Literal(code))
        export.graph.add(identifier, "adms:schemeAgency", Literal("Badan Pusat Statistik", "id"))
        export.graph.add(named, "adms:identifier", identifier)


def _homepage(office: Cursor, named: Iri, export: Export) -> None:
    website = office.take("website")
    if website and not address(website):
        office.tell("website", "not-an-address")
    export.graph.add(named, "foaf:homepage", *export.document(website))


def _place(office: Cursor, export: Export) -> Iri:
    """Return the area that the office serves: its regency or city, its province, or the country."""
    where = office.node.address
    labels = words(where.city) or words(where.province) if where else ()
    if not labels:
        office.tell("address", "no-place")
        labels = (Literal("Indonesia", "id"), Literal("Indonesia", "en"))
    named = export.names.at("/office/address", "place")
    export.graph.type(named, "dct:Location")
    export.graph.add(named, "rdfs:label", *labels)
    return named


def _address(where: Cursor, export: Export) -> tuple[Iri, ...]:
    terms = {
        "locn:thoroughfare": "street",
        "locn:addressArea": "district",
        "locn:postName": "city",
        "locn:adminUnitL2": "province",
    }
    said = {term: words(where.take(name)) for term, name in terms.items()}
    code = where.take("postal_code")
    if not any(said.values()) and not code:
        return ()
    named = export.names.at(f"{where.pointer}/street", "office", "address")
    export.graph.type(named, "locn:Address")
    for term, found in said.items():
        export.graph.add(named, term, *found)
    if code and code.strip():
        export.graph.add(named, "locn:postCode", Literal(code.strip()))
    return (named,)


def _contact(office: Cursor, export: Export) -> tuple[Iri, ...]:
    numbers = [office.take(name) for name in ("phone", "whatsapp")]
    email = office.take("email")
    hours = _hours(office, export)
    telephones = [Literal(one.strip()) for one in numbers if one and one.strip()]
    if not telephones and not email and not hours:
        return ()
    named = export.names.at("/office/phone", "office", "contact")
    export.graph.type(named, "cv:ContactPoint")
    export.graph.add(named, "cv:telephone", *telephones)
    export.graph.add(named, "cv:email", *((Literal(email.strip()),) if email else ()))
    export.graph.add(named, "cv:openingHours", *hours)
    return (named,)


def _hours(office: Cursor, export: Export) -> list[Iri]:
    found = []
    for hours in office.parts("opening_hours"):
        node = hours.node
        if not node.days or node.opens is None or node.closes is None:
            continue
        for name in ("id", "days", "opens", "closes", "break_start", "break_end", "note"):
            hours.take(name)
        named = export.names.of("hours", hours)
        export.graph.type(named, "time:TemporalEntity")
        days = [(Literal(day.id, "id"), Literal(day.en, "en")) for day in node.days]
        spans = [(node.opens, node.closes)]
        if node.break_start and node.break_end:
            spans = [(node.opens, node.break_start), (node.break_end, node.closes)]
        clock = ", ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in spans)
        both = (Literal(clock, "id"), Literal(clock, "en"))
        lines = joined([joined(days, ", "), both], " ")
        if node.note:
            lines = joined([lines, words(node.note)], "; ")
        export.graph.add(named, "dct:description", *lines)
        for term, name in {"pst:validFrom": "valid_from", "pst:validUntil": "valid_until"}.items():
            day = hours.take(name)
            if day:
                said = Literal(day.isoformat(), datatype="xsd:date")
                export.graph.add(named, term, said)
        found.append(named)
    return found


def complaint_contacts(export: Export) -> list[Iri]:
    """State each channel for complaints that is open and has an address, and return their names."""
    complaints = export.root.part("complaints")
    return [
        named
        for channel in (complaints.parts("channels") if complaints else ())
        for named in _complaint_channel(channel, export)
    ]


def _complaint_channel(channel: Cursor, export: Export) -> tuple[Iri, ...]:
    node = channel.node
    if node.active is False:
        channel.tell("", "not-active")
        return ()
    value = (node.value or "").strip()
    page = export.document(value)
    is_number = node.medium in _TELEPHONES
    if not value or not (page or is_number or node.medium is Medium.EMAIL):
        return ()
    for name in ("id", "medium", "name", "value", "active"):
        channel.take(name)
    named = export.names.of("complaints", channel)
    export.graph.type(named, "cv:ContactPoint")
    if node.medium:
        export.graph.add(named, "dct:type", export.concept(node.medium))
    export.graph.add(named, "rdfs:label", *words(node.name))
    if page:
        export.graph.add(named, "cv:contactPage", *page)
    else:
        export.graph.add(named, "cv:telephone" if is_number else "cv:email", Literal(value))
    return (named,)
