"""From facts to levels: what a definition reaches, and which fact the next level waits for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve, frozen

from pst_standards.exchange.evidence.facts import Fact, Wanted, facts, missing_components
from pst_standards.exchange.evidence.instruments import UNREAD, Condition, Edition, Item
from pst_standards.findings import Finding
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.checking import check_definition
from pst_standards.rules.context import Context

if TYPE_CHECKING:
    import datetime as dt

    from pst_standards.model.definition import Definition
    from pst_standards.model.publication import Publication

HIGHEST: Final = 5
"""Highest level of an indicator."""


class Lacking(NamedTuple):
    """What the next level asks for and does not find; ``known`` is false where nobody told."""

    condition: Condition
    known: bool
    wanted: tuple[Wanted, ...] = ()


@frozen(kw_only=True)
class Assessed:
    """An item with what was found of it.

    ``level`` is the highest of which all holds, ``None`` where the item has none or too little is
    known; ``most`` is the highest that what is known does not rule out. ``lacking`` is what the
    next level waits for, the next whose terms were read; ``findings`` are what rules say of the
    item, and ``components`` what some standard lacks of those that the item asks for.
    """

    item: Item
    level: int | None = None
    most: int = HIGHEST
    facts: tuple[Fact, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    findings: tuple[Finding, ...] = ()
    components: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether nothing that is not known could make the level a higher one."""
        return self.level == self.most

    @property
    def unconfirmed(self) -> bool:
        """Whether the level rests on a fact that hangs on values which nobody confirmed."""
        asked = set(_asked(self.item))
        return any(fact.unconfirmed for fact in self.facts if fact.name in asked)


@frozen(kw_only=True)
class Assessment:
    """All items of an instrument for one definition, on a day, with every fact that is known."""

    edition: Edition
    as_of: dt.date
    items: tuple[Assessed, ...]
    known: Mapping[str, Fact]

    @property
    def unconfirmed(self) -> tuple[Fact, ...]:
        """The facts of its items that hang on values which nobody confirmed."""
        found = {fact.name: fact for one in self.items for fact in one.facts}
        return tuple(fact for fact in found.values() if fact.unconfirmed)

    def score(self, aspect: str) -> tuple[Fraction, Fraction] | None:
        """Return the least and the most that an aspect can reach; ``None`` where none has levels.

        It is the mean of the levels by their weights. What is not known may be anything that is
        not ruled out.
        """
        found = [one for one in self.items if one.item.aspect == aspect and one.item.weight]
        if not any(one.level is not None for one in found):
            return None
        least = sum(one.item.weight * (one.level or 0) for one in found)
        most = sum(one.item.weight * one.most for one in found)
        weight = sum(one.item.weight for one in found)
        return Fraction(least, weight), Fraction(most, weight)


def assess(
    definition: Definition,
    edition: Edition,
    *,
    as_of: dt.date,
    given: Mapping[str, int | Fraction | Fact] | None = None,
) -> Assessment:
    """Tell what a definition shows of every item of an instrument on a day.

    ``given`` holds facts that no definition tells, such as ``follow_up_share`` (per cent) and
    ``follow_up_months``. Levels are what the definition shows, never an official score.

    >>> import datetime as dt
    >>> from pst_standards.exchange.evidence.instruments import instrument
    >>> from pst_standards.model.definition import Definition
    >>> day = dt.date(2026, 11, 27)
    >>> told = {"follow_up_share": 85}
    >>> found = assess(Definition(), instrument("pekppp", 2026), as_of=day, given=told)
    >>> [one.level for one in found.items if one.item.number in ("6", "8", "9")]
    [None, 4, None]
    """
    context = Context(definition=_stated_by(as_of, definition), as_of=as_of)
    known = dict(facts(context, edition.groups))
    for name, value in (given or {}).items():
        known[name] = value if isinstance(value, Fact) else Fact(name=name, value=value)
    findings = check_definition(definition, as_of=as_of).findings
    absent = _absent(context)
    return Assessment(
        edition=edition,
        as_of=as_of,
        known=known,
        items=tuple(
            evolve(
                levelled(item, known),
                findings=tuple(found for found in findings if found.rule in item.rules),
                components=tuple(name for name in item.components if name in absent),
            )
            for item in edition.items
        ),
    )


def _stated_by(on: dt.date, definition: Definition) -> Definition:
    """Return a definition without the publications that came out after a day."""
    shown = tuple(one for one in definition.publications if not _is_later(one, on))
    return evolve(definition, publications=shown)


def _is_later(publication: Publication, on: dt.date) -> bool:
    if publication.published_on is not None:
        return publication.published_on > on
    return publication.year is not None and publication.year > on.year


def _absent(context: Context) -> frozenset[str]:
    """Return the components that some standard lacks, all where there is no standard."""
    standards = [placed.standard for placed in context.standards]
    return frozenset().union(*map(missing_components, standards or [ServiceStandard(id="none")]))


def levelled(item: Item, known: Mapping[str, Fact]) -> Assessed:
    """Tell the level of an item by the facts that are known."""
    used = tuple(dict.fromkeys((*item.facts, *_asked(item))))
    shown = tuple(known[name] for name in used if name != UNREAD)
    if not item.levels:
        return Assessed(item=item, facts=shown)
    holding = [_all(level, known) for level in item.levels]
    reached = max((place for place, holds in enumerate(holding, 1) if holds), default=0)
    most = max((place for place, holds in enumerate(holding, 1) if holds is not False), default=0)
    level = None if reached == 0 and most else reached
    above = (one for one in item.levels[reached:] if UNREAD not in {asked.fact for asked in one})
    lacking = tuple(_lacking(next(above, ()), known))
    return Assessed(item=item, level=level, most=most, facts=shown, lacking=lacking)


def _asked(item: Item) -> Iterator[str]:
    for level in item.levels:
        for one in level:
            yield one.fact


def _all(level: tuple[Condition, ...], known: Mapping[str, Fact]) -> bool | None:
    """Tell whether all of a level holds; ``None`` where that hangs on what is not known."""
    found = [_holds(one, known[one.fact]) for one in level]
    if False in found:
        return False
    return None if None in found else True


def _lacking(level: tuple[Condition, ...], known: Mapping[str, Fact]) -> Iterator[Lacking]:
    for one in level:
        holds = _holds(one, known[one.fact])
        if not holds:
            yield Lacking(one, holds is not None, known[one.fact].wanted)


def _holds(asked: Condition, fact: Fact) -> bool | None:
    return asked.holds(fact.value, fact.least)
