"""What a rule looks at: the definition, the day, and an index built once per run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import field, frozen

from pst_standards.findings import Location, Param, Pointer
from pst_standards.law import Register, RegulationKey, default_register
from pst_standards.model.channel import Reference
from pst_standards.model.complaints import ClockStage, ComplaintChannel, Complaints
from pst_standards.model.definition import Definition, Stage
from pst_standards.model.delivery import Branch, Requirement, Step
from pst_standards.model.facility import Facility
from pst_standards.model.publication import Publication
from pst_standards.model.service import Service
from pst_standards.model.staff import Staff
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.citing import Citing, citing, keys_in
from pst_standards.rules.clocks import PromisedLimit, promised_limits
from pst_standards.rules.detectors.reading import all_words
from pst_standards.rules.detectors.remarks import Remarks
from pst_standards.rules.due_days import Due, counter
from pst_standards.rules.glancing import Glanced, glances_at
from pst_standards.rules.pledge import Pledged, pledged, wording_of
from pst_standards.rules.premises import FOR_SOME, Premise, premises_of
from pst_standards.rules.promised import (
    Promise,
    Told,
    complaint_texts,
    pledge_texts,
    policy_texts,
    promises_of,
)
from pst_standards.rules.rows import DEFINITION
from pst_standards.rules.sayings import Saying, Sayings, sayings
from pst_standards.rules.selling import Sale, is_sold, sale_of
from pst_standards.rules.services import ServiceKind, kind_of, may_be_pst
from pst_standards.rules.spreading import Spread, spreads_of
from pst_standards.rules.wordings import names_vulnerable, words_of

if TYPE_CHECKING:
    from pst_standards.calendar import Calendar

NOWHERE: Final = Location()
NO_PARAMS: Mapping[str, Param] = {}


class Hit(NamedTuple):
    """What a rule found: where, and the values its message names.

    ``citations`` replaces those of the catalogue row where a finding rests on a closer norm.
    """

    pointer: Pointer = ()
    params: Mapping[str, Param] = NO_PARAMS
    variant: str = ""
    citations: tuple[str, ...] = ()


class Placed(NamedTuple):
    """A standard with its pointer and the kind of service it is for."""

    standard: ServiceStandard
    pointer: Pointer
    kind: ServiceKind | None


class Flow(NamedTuple):
    """The steps of one procedure, with what each says in both languages.

    ``branches`` are those of all steps, each with the places of the step and of the branch.
    """

    steps: tuple[Step, ...]
    pointer: Pointer
    placed: Placed
    words: tuple[str, ...]
    branches: tuple[tuple[int, int, Branch], ...]


class Asked(NamedTuple):
    """The requirements of one standard, with what each says in both languages."""

    items: tuple[Requirement, ...]
    pointer: Pointer
    words: tuple[str, ...]


class Basis(NamedTuple):
    """One regulation of a legal basis, with the keys of what it cites."""

    pointer: Pointer
    reference: Reference
    keys: frozenset[RegulationKey]


class Remarked(NamedTuple):
    """A text with what stands out in it."""

    saying: Saying
    remarks: Remarks


@frozen(kw_only=True)
class Context:
    """A definition on a day; everything that several rules need is worked out once.

    Rules read it and never change it. A definition that says no stage is taken as a draft, for
    nobody has claimed that it was adopted.
    """

    definition: Definition
    as_of: date
    law: Register = field(factory=default_register)

    @property
    def about(self) -> str:
        """What it is that rules look at here, as rows name it."""
        return DEFINITION

    def locate(self, pointer: Pointer) -> Location:
        """Return where a value stands; nowhere for a definition that was built in Python."""
        origin = self.definition.origin
        return NOWHERE if origin is None else origin.locate(pointer)

    def stated(self, pointer: Pointer) -> Any:
        """Return what stands at a pointer in the plain data, ``None`` where that is nothing."""
        origin = self.definition.origin
        found: Any = None if origin is None else origin.data
        for step in () if origin is None else origin.stated(pointer):
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return None
        return found

    @cached_property
    def complaints(self) -> Complaints:
        """The complaint part, an empty one where the definition has none."""
        return self.definition.complaints or Complaints()

    @cached_property
    def staff(self) -> Staff:
        """The part on the executors, an empty one where the definition has none."""
        return self.definition.staff or Staff()

    @cached_property
    def calendar(self) -> Calendar:
        """The working days of the office; read when a rule first counts with them."""
        from pst_standards.calendar.offices import calendar_to_judge_by

        return calendar_to_judge_by(self.definition.office)

    @cached_property
    def counted_days(self) -> Callable[[date, int], Due]:
        """A function that counts working days; several rules count the same ones."""
        return counter(self.calendar)

    @property
    def stage(self) -> Stage:
        """How far the definition has come."""
        return self.definition.stage or Stage.DRAFT

    @cached_property
    def standards(self) -> tuple[Placed, ...]:
        """All standards."""
        return tuple(
            Placed(standard, ("standards", place), self.kinds.get(standard.service or ""))
            for place, standard in enumerate(self.definition.standards)
        )

    @cached_property
    def services(self) -> Mapping[str, Service]:
        """Services by id."""
        return {service.id: service for service in self.definition.services}

    @cached_property
    def kinds(self) -> Mapping[str, ServiceKind | None]:
        """Which of the four services of a PST each service is, by id."""
        found: dict[str, ServiceKind | None] = {}
        for standard in self.definition.standards:
            if standard.service:
                found[standard.service] = kind_of(Service(id=standard.service))
        for service in self.definition.services:
            found[service.id] = kind_of(service)
        return found

    @cached_property
    def sold(self) -> tuple[Sale, ...]:
        """The standards that take money, and those of sales, with all that they say."""
        return tuple(
            sale_of(placed.standard, placed.pointer, placed.kind)
            for placed in self.standards
            if is_sold(placed.standard, placed.kind)
        )

    @cached_property
    def sales(self) -> tuple[Sale, ...]:
        """The standards by which an office of BPS sells statistics."""
        if not may_be_pst(self.definition.office):
            return ()
        return tuple(sale for sale in self.sold if sale.kind is ServiceKind.SALES)

    @cached_property
    def remarks(self) -> tuple[Remarked, ...]:
        """The texts that name a form or are written wrongly, in order."""
        return tuple(
            Remarked(saying, seen.remarks) for saying, seen in self.glances if seen.remarks
        )

    @cached_property
    def facilities(self) -> Mapping[str, Facility]:
        """Facilities by id."""
        return {facility.id: facility for facility in self.definition.facilities}

    @cached_property
    def publications(self) -> Mapping[str, Publication]:
        """Publications by id."""
        return {publication.id: publication for publication in self.definition.publications}

    @cached_property
    def published_words(self) -> tuple[str, ...]:
        """Title and text of each publication, in both languages."""
        return tuple(words_of(one.title, one.text) for one in self.definition.publications)

    @cached_property
    def channels(self) -> Mapping[str, ComplaintChannel]:
        """Complaint channels that are not switched off, by id."""
        complaints = self.definition.complaints
        found = complaints.channels if complaints else ()
        return {channel.id: channel for channel in found if channel.active is not False}

    @cached_property
    def clocks(self) -> Mapping[ClockStage, Sequence[PromisedLimit]]:
        """The time limits of complaint handling that are promised, by what they measure."""
        found: dict[ClockStage, list[PromisedLimit]] = {}
        for promise in promised_limits(self.definition):
            found.setdefault(promise.stage, []).append(promise)
        return found

    @cached_property
    def complaint_sayings(self) -> tuple[Saying, ...]:
        """Every text of complaint management."""
        return tuple(Saying(*one) for one in self.sayings.below("complaints"))

    @cached_property
    def public_sayings(self) -> tuple[Saying, ...]:
        """The texts of complaint management and of the publications, which anybody may read."""
        published = (Saying(*one) for one in self.sayings.below("publications"))
        return (*self.complaint_sayings, *published)

    @cached_property
    def sayings(self) -> Sayings:
        """Every text and every field that cites, wherever it stands."""
        return sayings(self.definition)

    @cached_property
    def glances(self) -> tuple[Glanced, ...]:
        """The texts that need a closer look, with what for, in order."""
        return tuple(glances_at(self.sayings.all))

    @cached_property
    def placeholders(self) -> Mapping[Pointer, str]:
        """The texts that only hold a place, each place once."""
        return {saying.pointer: saying.words for saying, seen in self.glances if seen.placeholder}

    @cached_property
    def citing(self) -> tuple[Citing, ...]:
        """Every text that cites a regulation or an article, with what it cites."""
        return tuple(citing(saying for saying, seen in self.glances if seen.may_cite))

    @cached_property
    def cited_by(self) -> Mapping[RegulationKey, Sequence[Citing]]:
        """The texts that cite each regulation, in order of appearance."""
        index: dict[RegulationKey, list[Citing]] = {}
        for one in self.citing:
            for key in one.cited.keys:
                index.setdefault(key, []).append(one)
        return index

    @cached_property
    def legal_bases(self) -> Mapping[Pointer, tuple[Basis, ...]]:
        """The regulations that each legal basis names, by its pointer, with what each cites."""
        return {
            at: tuple(
                Basis(
                    (*at, "regulations", place), one, keys_in((one.citation, one.title, one.note))
                )
                for place, one in enumerate(node.regulations)
            )
            for node, at, _ in self.each("legal_basis")
        }

    @cached_property
    def premises(self) -> tuple[Premise, ...]:
        """The facilities that are there, with what each is for and all that is said of it."""
        return tuple(premises_of(self.definition))

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The procedures that have steps; those of complaints are not among them."""
        return tuple(self._flows("procedure"))

    @cached_property
    def complaint_flows(self) -> tuple[Flow, ...]:
        """The steps of complaint handling, where a standard lists them."""
        return tuple(self._flows("complaint_handling"))

    def _flows(self, component: str) -> Iterator[Flow]:
        for node, pointer, placed in self.each(component):
            if node.steps:
                words = tuple(all_words(step.text) for step in node.steps)
                branches = tuple(
                    (place, at, branch)
                    for place, step in enumerate(node.steps)
                    for at, branch in enumerate(step.branches)
                )
                yield Flow(node.steps, (*pointer, "steps"), placed, words, branches)

    @cached_property
    def told_to_users(self) -> tuple[tuple[Pointer, tuple[str, ...]], ...]:
        """The words of requirements and of steps: a list for each, with its place."""
        asked = ((one.pointer, one.words) for one in self.asked)
        return (*asked, *((one.pointer, one.words) for one in self.flows))

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """The requirements of each standard that lists some."""
        return tuple(
            Asked(
                node.items,
                (*pointer, "items"),
                tuple(all_words(item.text) for item in node.items),
            )
            for node, pointer, _ in self.each("requirements")
            if node.items
        )

    @cached_property
    def spreads(self) -> tuple[Mapping[str, Spread], ...]:
        """How the components of each standard are spread over channels, in their order."""
        return tuple(spreads_of(placed.standard) for placed in self.standards)

    @cached_property
    def special_facilities(self) -> Mapping[str, Facility]:
        """Facilities that serve a vulnerable group, by their groups, their kind or their name."""
        return {
            one.facility.id: one.facility
            for one in self.premises
            if one.facility.groups
            or not one.kinds.isdisjoint(FOR_SOME)
            or names_vulnerable(one.facility.name)
        }

    @cached_property
    def pledged(self) -> Pledged | None:
        """The elements of the maklumat, ``None`` when there is no wording."""
        maklumat = self.definition.maklumat
        return pledged(maklumat, self.wording) if self.wording and maklumat else None

    @cached_property
    def wording(self) -> str:
        """All that the maklumat says in either language; empty when it says nothing."""
        return wording_of(self.definition.maklumat)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """The compensation rules, each with what the policy says in words."""
        return promises_of(self.definition)

    @cached_property
    def policy_texts(self) -> tuple[Told, ...]:
        """The texts of the compensation policy."""
        return policy_texts(self.definition)

    @cached_property
    def complaint_texts(self) -> tuple[Told, ...]:
        """The texts on how complaints are taken."""
        return complaint_texts(self.definition)

    @cached_property
    def remedy_texts(self) -> tuple[Told, ...]:
        """All texts that speak of what a user badly served is owed: pledge, policy, complaints."""
        return (*pledge_texts(self.definition), *self.policy_texts, *self.complaint_texts)

    def each(self, component: str) -> Iterator[tuple[Any, Pointer, Placed]]:
        """Yield one component of every standard that has it, with its pointer.

        A component that is missing is reported once, by STD-001, and by no other rule.
        """
        for placed in self.standards:
            node = getattr(placed.standard, component)
            if node is not None:
                yield node, (*placed.pointer, component), placed
