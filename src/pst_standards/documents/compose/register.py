"""The kind ``compensation-register``: a list of the compensations that were asked for and given.

It names nobody: each entry points to its claim by a reference, which the claims alone resolve.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from pst_standards.compensation.claiming import Asking, asking
from pst_standards.compensation.clocks import office_clock
from pst_standards.compensation.entitlements import Entitlement
from pst_standards.compensation.outcome import Outcome
from pst_standards.compensation.reasons import PENDING
from pst_standards.compensation.words import amount
from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.cases import (
    due_text,
    owed_lines,
    unconfirmed,
    watched_rule,
)
from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.lines import pair
from pst_standards.documents.compose.phrases import BLANK, DASH, bare, day, inner, opened, proper
from pst_standards.documents.compose.signing import decree_line
from pst_standards.documents.compose.tiers import tier_range
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Content,
    Heading,
    KeyValues,
    Table,
)
from pst_standards.model.compensation import CompensationPolicy, Exclusion
from pst_standards.model.standard import ServiceStandard

_COLUMNS: Final = {
    "number": 5,
    "date": 15,
    "claimant": 13,
    "service": 14,
    "trigger": 14,
    "delay": 10,
    "tier": 10,
    "remedy": 17,
    "decider": 12,
    "due": 15,
    "given-on": 15,
    "note": 12,
}
# Letters; one takes about as much of the sheet as one of the shares of the columns above.
_LONG_REFERENCE: Final = 24
_PADDING: Final = 4
_BLANK_ROWS: Final = 18
_ROW_MM: Final = 11.0


@frozen(kw_only=True)
class RegisterEntry:
    """One answer as it is entered, with what only the office knows.

    ``reference`` is how the office finds the claim, that of the event unless given; it is no name.
    ``date`` is the day of the claim, that of the event unless given.
    """

    answer: Entitlement
    reference: str = ""
    date: dt.date | None = None
    given_on: dt.date | None = None
    note: str = ""


def compose_register(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the register with empty rows, to be kept by hand."""
    empty = ("",) * (len(_COLUMNS) - 1)
    rows = tuple((f"{number}.", *empty) for number in range(1, _BLANK_ROWS + 1))
    return _body(composition, rows, year=BLANK, foot="no-identity")


def register_of(entries: Sequence[RegisterEntry]) -> Composer:
    """Return what composes the register of these entries, in order of their dates.

    Without any it is empty.
    """

    def compose(composition: Composition, standard: ServiceStandard | None) -> Body:
        if not entries:
            return compose_register(composition, standard)
        rows = [row for entry in sorted(entries, key=_order) for row in _rows(entry, composition)]
        numbered = tuple((f"{number}.", *row) for number, row in enumerate(rows, start=1))
        doubts = (unconfirmed(entry.answer.event, composition) for entry in entries)
        years = sorted({found.year for entry in entries if (found := _day(entry))})
        shown = DASH.join(dict.fromkeys(str(year) for year in (*years[:1], *years[-1:])))
        reason = next(filter(None, doubts), "")
        claims = all(asking(one.answer.event) is Asking.CLAIM for one in entries)
        foot = "no-identity" if claims else "no-identity-mixed"
        return _body(composition, numbered, year=shown or BLANK, foot=foot, reason=reason)

    return compose


def _body(
    composition: Composition,
    rows: Sequence[Sequence[Content]],
    *,
    year: str,
    foot: str,
    reason: str = "",
) -> Body:
    say = composition.say
    title = say("register.title")
    policy = composition.definition.compensation or CompensationPolicy()
    return Body(
        title=title,
        blocks=(
            Heading(level=1, text=title),
            _facts(policy, year, composition),
            _table(rows, composition),
            small(say(f"register.{foot}")),
        ),
        open_reason=reason,
        landscape=True,
    )


def _facts(policy: CompensationPolicy, year: str, composition: Composition) -> Block:
    say = composition.say
    pairs = [(say("register.year"), year)]
    if decree := decree_line(composition, policy.decree):
        pairs.append((say("compensation.basis"), decree))
    if kept := bare(composition.words(policy.register)):
        pairs.append((say("register.kept"), kept))
    return KeyValues(pairs=pairs)


def _table(rows: Sequence[Sequence[Content]], composition: Composition) -> Table:
    wide = {**_COLUMNS, "claimant": _reference_share(rows)}
    columns = [
        Column(
            title=composition.say("column.number" if name == "number" else f"register.{name}"),
            share=share,
            align=Align.CENTER if name == "number" else Align.START,
            heads_row=name == "claimant",
        )
        for name, share in wide.items()
    ]
    return Table(
        columns=columns,
        rows=rows,
        caption=composition.say("register.caption"),
        dense=True,
        row_height=_ROW_MM,
    )


def _reference_share(rows: Sequence[Sequence[Content]]) -> int:
    """Return the share that keeps references on one line, or their parts if they are long."""
    place = [*_COLUMNS].index("claimant")
    words = [word for row in rows for word in str(row[place]).split()]
    longest = max(map(len, words), default=0)
    if longest > _LONG_REFERENCE:
        longest = max(len(part) + 1 for word in words for part in word.split("-"))
    return min(max(_COLUMNS["claimant"], longest + _PADDING), _LONG_REFERENCE + _PADDING)


def _made(entry: RegisterEntry) -> dt.datetime | None:
    """Return when a compensation was asked for; no other moment stands for one that was not."""
    event = entry.answer.event
    return event.claimed_at or event.complained_at


def _order(entry: RegisterEntry) -> tuple[dt.date, float]:
    """Return what entries are ordered by: their day, then their moment; those without come last."""
    made = _made(entry) or entry.answer.event.requested_at
    return _day(entry) or dt.date.max, made.timestamp() if made else 0.0


def _day(entry: RegisterEntry) -> dt.date | None:
    """Return the day of the claim; where there is none, that of the event."""
    return _claim_day(entry) or _local(entry, entry.answer.event.requested_at)


def _claim_day(entry: RegisterEntry) -> dt.date | None:
    return entry.date or _local(entry, _made(entry))


def _local(entry: RegisterEntry, made: dt.datetime | None) -> dt.date | None:
    event = entry.answer.event
    if made is None or event.requested_at is None:
        return None
    return office_clock(entry.answer.definition, event.requested_at).local(made).date()


def _unasked(entry: RegisterEntry) -> bool:
    """Whether nobody has asked for a compensation, by the record and by the office."""
    told = entry.date is not None or entry.given_on is not None
    return not told and asking(entry.answer.event) is Asking.NOT_YET


def _rows(entry: RegisterEntry, composition: Composition) -> Iterator[tuple[Content, ...]]:
    """Yield a row for each compensation that is owed, one for an answer that owes none."""
    answer = entry.answer
    outcomes = () if answer.chosen is None else (answer.chosen, *answer.also)
    for out in outcomes or (None,):
        yield (*_asked(entry, composition), *_answered(out, entry, composition))


def _asked(entry: RegisterEntry, composition: Composition) -> tuple[str, str, str]:
    event = entry.answer.event
    service = by_id(composition.definition.services).get(event.service or "")
    name = bare(composition.words(service.name)) if service else ""
    found = _claim_day(entry)
    return (
        (day(found, composition.lang) if found else DASH),
        proper(entry.reference) or event.id or BLANK,
        name or event.service or DASH,
    )


def _answered(
    out: Outcome | None, entry: RegisterEntry, composition: Composition
) -> Iterator[Content]:
    answer, lang = entry.answer, composition.lang
    rule = watched_rule(out.rule, composition) if out else None
    triggers = [one.term(lang) for one in answer.event.triggers]
    yield rule.trigger.term(lang) if rule and rule.trigger else ", ".join(triggers)
    late = out is not None and out.delay is not None
    yield amount(out.delay, out.rule.unit, lang) if out and out.delay is not None else DASH
    yield _tier(out, composition) if out and late else DASH
    owed = _given(out, answer, composition)
    yield owed or _nothing(entry, composition)
    # Of what nobody asked for and nobody is owed there is nothing to decide.
    decides = rule is not None and bool(owed or not _unasked(entry))
    yield (proper(composition.words(rule.decider)) if rule and decides else "") or DASH
    yield (due_text(out, composition, weekday=False) if out else "") or DASH
    yield day(entry.given_on, lang) if entry.given_on else ""
    unasked = composition.say("register.unclaimed") if owed and _unasked(entry) else ""
    yield "; ".join(filter(None, (unasked, bare(entry.note))))


def _tier(out: Outcome, composition: Composition) -> str:
    rule = watched_rule(out.rule, composition)
    if out.tier is None or out.tier.place >= len(rule.tiers) or not out.eligible:
        return DASH
    return tier_range(rule.tiers[out.tier.place], rule, composition)


def _given(out: Outcome | None, answer: Entitlement, composition: Composition) -> str:
    """Return what is given or may be given yet, empty where nothing is owed."""
    if out is not None and out.eligible:
        return opened("; ".join(map(inner, owed_lines(out, composition)))) or DASH
    if answer.causes and {one.key for one in answer.causes} <= PENDING:
        return composition.say("register.pending")
    return ""


def _nothing(entry: RegisterEntry, composition: Composition) -> str:
    """Say that a claim is refused, or that nothing is owed to who made none, and the ground."""
    say, lang = composition.say, composition.lang
    unasked = _unasked(entry)
    grounds = [
        say("register.too-late") if unasked and late else inner(one.term(lang))
        for one in entry.answer.excluded
        for late in (one is Exclusion.LATE_CLAIM,)
    ]
    if any(one.key == "not-late" for one in entry.answer.causes):
        grounds.append(say("register.in-time"))
    told = say("register.not-entitled" if unasked else "register.refused")
    return pair(told, ", ".join(grounds), composition)
