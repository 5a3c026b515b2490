"""The office in the booklet: who it is, how its services are joined, when it is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.links import mail_link, web_link
from pst_standards.documents.compose.phrases import DASH, bare, hours, item, joined, postal
from pst_standards.documents.compose.signing import decree_line
from pst_standards.documents.outline import Block, Column, Heading, Inline, KeyValues, Marker, Table
from pst_standards.model.office import Award, IntegratedService, Office, OpeningHours, Weekday
from pst_standards.model.publication import InformationOfficer


def profile(composition: Composition) -> list[Block]:
    """Return name, address and contact of the office, its integrated service and awards."""
    office = composition.definition.office
    if office is None:
        return []
    blocks = facts(_identity(office, composition))
    if office.integrated_service is not None:
        blocks += _integrated(office.integrated_service, composition)
    awards = listed(_award(one, composition) for one in office.awards)
    if awards:
        blocks += [Heading(level=3, text=composition.say("profile.awards")), *awards]
    return blocks


def facts(pairs: Sequence[tuple[str, Inline]]) -> list[Block]:
    """Return labels with their values, those without a value left out."""
    stated = tuple(pair for pair in pairs if pair[1])
    return [KeyValues(pairs=stated)] if stated else []


def _identity(office: Office, composition: Composition) -> Sequence[tuple[str, Inline]]:
    say = composition.say
    head = office.head
    named = (bare(head.name or ""), bare(composition.words(head.position))) if head else ()
    return (
        (say("profile.name"), office_name(composition)),
        (say("profile.address"), postal(office.address)),
        *contacts(office, composition),
        (say("profile.head"), ", ".join(part for part in named if part)),
        (say("profile.motto"), bare(composition.words(office.motto))),
    )


def contacts(
    owner: Office | InformationOfficer, composition: Composition
) -> Sequence[tuple[str, Inline]]:
    """Return the ways to reach an office or officer, each with its label."""
    say = composition.say
    whatsapp = owner.whatsapp if not isinstance(owner, InformationOfficer) else None
    email, website = (owner.email or "").strip(), (owner.website or "").strip()
    return (
        (say("contact.phone"), (owner.phone or "").strip()),
        (say("contact.fax"), (owner.fax or "").strip()),
        (say("contact.whatsapp"), (whatsapp or "").strip()),
        (say("contact.email"), (mail_link(email),) if email else ""),
        (say("contact.website"), (web_link(website),) if website else ""),
    )


def _integrated(service: IntegratedService, composition: Composition) -> Iterator[Block]:
    say = composition.say
    yield Heading(level=3, text=bare(composition.words(service.name)) or say("profile.integrated"))
    yield from facts(
        (
            (say("profile.form"), service.form.term(composition.lang) if service.form else ""),
            (say("profile.unit"), bare(composition.words(service.unit))),
            (say("profile.central-unit"), bare(composition.words(service.central_unit))),
            (say("profile.delegation"), decree_line(composition, service.delegation)),
        )
    )
    aims = listed((item(composition.words(one)) for one in service.aims), Marker.LETTER)
    if aims:
        yield Heading(level=3, text=say("profile.aims"))
        yield from aims


def _award(award: Award, composition: Composition) -> str:
    title, giver = item(composition.words(award.title)), bare(composition.words(award.giver))
    year = str(award.year) if award.year is not None else ""
    about = ", ".join(part for part in (giver, year) if part)
    return f"{title} ({about})" if title and about else title or about


def opening_hours(composition: Composition) -> list[Block]:
    """Return when the service is open, a row for each stretch of days."""
    office = composition.definition.office
    if office is None or not office.opening_hours:
        return []
    say = composition.say
    rows = [_hours_row(one, composition) for one in office.opening_hours]
    columns = [
        Column(title=say("column.days"), share=4, heads_row=True),
        Column(title=say("column.open"), share=3),
        Column(title=say("column.break"), share=3),
    ]
    if any(row[3] != DASH for row in rows):
        columns.append(Column(title=say("column.remark"), share=4))
    return [Table(columns=tuple(columns), rows=tuple(row[: len(columns)] for row in rows))]


def _hours_row(one: OpeningHours, composition: Composition) -> tuple[str, ...]:
    lang = composition.lang
    return (
        days(one.days, composition),
        hours(one.opens, one.closes, lang) or DASH,
        hours(one.break_start, one.break_end, lang) or DASH,
        item(composition.words(one.note)) or DASH,
    )


def days(stated: Sequence[Weekday], composition: Composition) -> str:
    """Return days of the week; three and more that follow each other as a stretch."""
    order = list(Weekday)
    places = sorted({order.index(one) for one in stated})
    names = [order[place].term(composition.lang) for place in places]
    if len(places) > 2 and places[-1] - places[0] == len(places) - 1:  # noqa: PLR2004 - a stretch
        return composition.say("days.stretch", first=names[0], last=names[-1])
    return joined(names, composition)


def information_officer(composition: Composition) -> list[Block]:
    """Return the officer for public information with the ways to reach that officer."""
    officer = composition.definition.information_officer
    if officer is None:
        return []
    say = composition.say
    return facts(
        (
            (say("person.name"), bare(composition.words(officer.name))),
            (say("person.position"), bare(composition.words(officer.position))),
            (say("person.address"), postal(officer.address)),
            *contacts(officer, composition),
        )
    )
