"""The answer as a clerk reads it to a citizen: what, by when, why, who decides, what else."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from pst_standards.calendar import Deadline
from pst_standards.compensation.entitlements import Entitlement
from pst_standards.compensation.outcome import Outcome
from pst_standards.compensation.reasons import PENDING
from pst_standards.compensation.words import shown
from pst_standards.messages import text
from pst_standards.model.compensation import Exclusion, Remedy
from pst_standards.model.service import Service

_WIDTH: Final = 90


def told(answer: Entitlement, lang: str, width: int = _WIDTH) -> str:
    """Return the answer as lines of text in ``id`` or ``en``."""
    parts = [
        [_say("told.title", lang, service=_service(answer, lang).upper())],
        [_say("told.event", lang, event=answer.event.id)] if answer.event.id else [],
        *_answer(answer, lang, width),
        *_who(answer, lang, width),
        _listed(
            _say("told.rights" if answer.complaint_still_open else "told.rights-passed", lang),
            [one.text(lang) for one in answer.rights.steps()],
            width,
        ),
        *_notes(answer, lang, width),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def _say(key: str, lang: str, **params: object) -> str:
    return text("compensation", key, lang, params)


def _service(answer: Entitlement, lang: str) -> str:
    known: dict[str | None, Service] = {one.id: one for one in answer.definition.services}
    service = known.get(answer.event.service)
    name = service.name.get(lang) if service is not None and service.name else ""
    return name or answer.event.service or ""


def _listed(title: str, lines: list[str], width: int) -> list[str]:
    """Return lines as a list under a title, none where there is nothing to list."""
    wrapped = [
        textwrap.wrap(line, width, initial_indent="- ", subsequent_indent="  ") for line in lines
    ]
    return [title, *(line for part in wrapped for line in part)] if lines else []


def _answer(answer: Entitlement, lang: str, width: int) -> Iterator[list[str]]:
    steps = [one.text(lang) for one in answer.reasons if not one.against]
    causes = [one.text(lang) for one in answer.causes]
    if answer.eligible and answer.chosen is not None:
        yield [_say("told.yes", lang)]
        yield _listed(_say("told.owed", lang), _owed(answer.chosen, lang), width)
        yield _when(answer.chosen, lang)
        for other in answer.also:
            title = _say("told.also", lang, rule=other.rule.id)
            yield _listed(title, _owed(other, lang), width)
            yield _when(other, lang)
        for other in answer.alternatives:
            title = _say("told.instead", lang, rule=other.rule.id)
            yield _listed(title, _owed(other, lang), width)
            yield _when(other, lang)
        yield _listed(_say("told.why", lang), steps, width)
        return
    keys = {one.key for one in answer.causes}
    key = "told.open" if "no-policy" in keys else "told.not-yet" if keys <= PENDING else "told.no"
    yield textwrap.wrap(_say(key, lang), width)
    yield _listed(_say("told.why-not", lang), causes, width)
    yield _listed(_say("told.why", lang), steps, width)


def _owed(out: Outcome, lang: str) -> list[str]:
    remedies = [_remedy(one, lang) for one in out.remedies]
    if not remedies and out.rule.text:
        return [_say("told.wording", lang, text=shown(out.rule.text, lang))]
    return remedies


def _remedy(remedy: Remedy, lang: str) -> str:
    kind = remedy.kind.term(lang) if remedy.kind else ""
    wording = shown(remedy.text, lang) if remedy.text else ""
    if kind and wording:
        return _say("told.remedy", lang, kind=kind, text=wording)
    return kind or wording


def _when(out: Outcome, lang: str) -> list[str]:
    if out.fulfil is None:
        return []
    return [_say("told.when", lang, due=shown(out.fulfil.due_at or out.fulfil.due, lang))]


def _who(answer: Entitlement, lang: str, width: int) -> Iterator[list[str]]:
    rule = answer.rule
    if rule is None:
        return
    lines = [_say("told.no-decider", lang)]
    if rule.decider:
        lines = [_say("told.decider", lang, name=shown(rule.decider, lang))]
    if rule.verifier:
        lines.append(_say("told.verifier", lang, name=shown(rule.verifier, lang)))
    lines.extend(_claiming(answer, lang))
    yield _listed(_say("told.who", lang), lines, width)


def _claiming(answer: Entitlement, lang: str) -> Iterator[str]:
    if answer.chosen is not None and answer.chosen.claim is not None:
        yield _claim_until(answer.chosen, answer.chosen.claim, lang)
    channels = answer.definition.complaints.channels if answer.definition.complaints else ()
    names = [
        (shown(one.name, lang) if one.name else one.medium.term(lang) if one.medium else one.id)
        + (f" {one.value}" if one.value else "")
        for one in channels
        if one.id in answer.policy.claim_channels
    ]
    if names:
        yield _say("told.channels", lang, channels=", ".join(names))


def _claim_until(out: Outcome, claim: Deadline, lang: str) -> str:
    readings, year = claim.readings, out.claim_uncounted_year
    until = shown(claim.due_at or claim.due, lang)
    if Exclusion.LATE_CLAIM in out.excluded:
        until = shown(readings.lenient, lang) if readings else until
        return _say("told.claim-passed", lang, until=until)
    if readings is not None:
        days = {name: shown(day, lang) for name, day in readings._asdict().items()}
        return _say("told.claim-readings", lang, **days)
    if year is not None:
        return _say("told.claim-uncounted", lang, strict=until, year=str(year))
    return _say("told.claim", lang, until=until)


def _notes(answer: Entitlement, lang: str, width: int) -> Iterator[list[str]]:
    if answer.provisional:
        yield textwrap.wrap(_say("told.provisional", lang), width)
    lines = list(answer.citations)
    decree = answer.policy.decree
    if decree is not None and decree.number:
        lines.insert(0, _say("told.policy", lang, decree=decree.number).rstrip("."))
    yield _listed(_say("told.basis", lang), ["; ".join(lines)] if lines else [], width)
