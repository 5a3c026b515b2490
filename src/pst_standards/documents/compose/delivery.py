"""Requirements, procedure, time limit and product as the text of the ministry's form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.grouping import under_channels, under_kinds
from pst_standards.documents.compose.lines import case_of, listed, noted, qualified
from pst_standards.documents.compose.phrases import (
    bare,
    inner,
    item,
    joined,
    opened,
    sentence,
    units,
)
from pst_standards.documents.compose.steps import step_lists, turns
from pst_standards.documents.outline import Block, Run
from pst_standards.documents.passages import strung
from pst_standards.model.channel import Channel
from pst_standards.model.delivery import (
    Limit,
    Procedure,
    Product,
    ProductItem,
    Requirement,
    Requirements,
    TimeLimit,
    TimeScope,
)

Channels = Sequence[Channel]


def requirements(part: Requirements, offered: Channels, composition: Composition) -> list[Block]:
    """Return the requirements of each channel, by kind, with the document asked for."""

    def line(one: Requirement) -> str:
        return requirement_line(one, composition)

    def write(own: list[Requirement]) -> list[Block]:
        return under_kinds(own, lambda one: one.kind, line, composition)

    items = under_channels(part.items, offered, composition, write)
    return [*items, *noted(part.note, composition)]


def requirement_line(one: Requirement, composition: Composition) -> str:
    """Return a requirement with the document asked for and the case it is for."""
    shown, document = item(composition.words(one.text)), bare(composition.words(one.document))
    facts = []
    if shown and document and document.casefold() not in shown.casefold():
        facts.append(composition.say("requirement.document", document=inner(document)))
    return qualified(shown or document, [*facts, case_of(one.case, composition)])


def procedure(part: Procedure, offered: Channels, composition: Composition) -> list[Block]:
    """Return the steps of each channel with what is noted of them."""
    steps = under_channels(
        part.steps, offered, composition, lambda own: step_lists(own, composition)
    )
    return [*steps, *noted(part.note, composition)]


def procedure_in_brief(part: Procedure, offered: Channels, composition: Composition) -> list[Block]:
    """Return for each channel who does what one after the other, without branches and notes."""
    return under_channels(part.steps, offered, composition, lambda own: turns(own, composition))


def time_limit(part: TimeLimit, offered: Channels, composition: Composition) -> list[Block]:
    """Return each promise of time with what it covers, from which event to which."""
    limits = under_channels(
        sorted(part.limits, key=_whole_process_first),
        offered,
        composition,
        lambda own: listed(_limit(one, composition) for one in own),
    )
    return [*limits, *noted(part.note, composition)]


def _whole_process_first(limit: Limit) -> int:
    # Only the whole process is the time limit that the law asks for.
    return list(TimeScope).index(limit.scope) if limit.scope else 0


def _limit(limit: Limit, composition: Composition) -> tuple[Run, ...]:
    wording = promise(limit, composition)
    if not wording:
        return ()
    scope = limit.scope.term(composition.lang) if limit.scope else ""
    label = limit_label(scope, limit, composition)
    if not label:
        return (Run(text=opened(wording)),)
    return (Run(text=label + ": ", strong=True), Run(text=wording))


def limit_label(scope: str, limit: Limit, composition: Composition) -> str:
    """Return what a limit covers and the kind of request it is for, empty where neither is told."""
    case = item(composition.words(limit.case))
    return strung(" \N{EN DASH} ", (part for part in (scope, case) if part))


def promise(limit: Limit, composition: Composition, *, brief: bool = False) -> str:
    """Return a limit with the events from which and until which it runs, in brief without them."""
    if limit.value is None:
        return sentence(composition.words(limit.text))
    key = "limit.at-most" if limit.value else "limit.at-once"
    parts = [composition.say(key, span=units(limit.value, limit.unit, composition.lang))]
    events = () if brief else (("limit.from", limit.start), ("limit.to", limit.end))
    for key, event in events:
        if wording := inner(composition.words(event)):
            parts.append(composition.say(key, event=wording))
    return sentence(strung(" ", parts))


def product(part: Product, offered: Channels, composition: Composition) -> list[Block]:
    """Return what the user receives on each channel, with its formats."""

    def line(one: ProductItem) -> str:
        formats = [inner(composition.words(form)) for form in one.formats]
        shown = item(composition.words(one.text))
        said = all(re.search(rf"\b{re.escape(one)}(?!\w)", shown) for one in formats)
        forms = "" if shown and said else joined(formats, composition)
        return qualified(shown, [forms]) or forms

    items = under_channels(
        part.items, offered, composition, lambda own: listed(line(one) for one in own)
    )
    return [*items, *noted(part.note, composition)]
