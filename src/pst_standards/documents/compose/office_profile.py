"""The office in the booklet: who it is, how its services are joined, when it is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.links import mail_link, web_link
from pst_standards.documents.compose.phrases import bare, item, postal, proper
from pst_standards.documents.compose.signing import decree_line
from pst_standards.documents.outline import Block, Heading, Inline, KeyValues, Marker
from pst_standards.documents.passages import strung
from pst_standards.model.office import Award, IntegratedService, Office
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
    named = (proper(head.name), proper(composition.words(head.position))) if head else ()
    return (
        (say("profile.name"), office_name(composition)),
        (say("profile.address"), postal(office.address)),
        *contacts(office, composition),
        (say("profile.head"), strung(", ", (part for part in named if part))),
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
            (say("profile.unit"), proper(composition.words(service.unit))),
            (say("profile.central-unit"), proper(composition.words(service.central_unit))),
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
    about = strung(", ", (part for part in (giver, year) if part))
    return f"{title} ({about})" if title and about else title or about


def information_officer(composition: Composition) -> list[Block]:
    """Return the officer for public information with the ways to reach that officer."""
    officer = composition.definition.information_officer
    if officer is None:
        return []
    say = composition.say
    return facts(
        (
            (say("person.name"), proper(composition.words(officer.name))),
            (say("person.position"), proper(composition.words(officer.position))),
            (say("person.address"), postal(officer.address)),
            *contacts(officer, composition),
        )
    )
