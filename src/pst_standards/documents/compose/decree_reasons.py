"""What a decree that sets standards considers.

A decree gives reasons in law, in its use for people, and in its aim (UU 30/2014 Pasal 55 ayat
(1)). That a draft was discussed is a fact: where the definition does not state it, the place is
left open for the hand, and a decree that is still to be signed stays a draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import BLANK, day, joined, proper, regulation
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.model.definition import Stage
from pst_standards.model.standard import LifeCycle, Minutes, ServiceStandard


def considerations(
    standards: Sequence[ServiceStandard], issuer: str, about: str, composition: Composition
) -> list[str]:
    """Return the considerations, without what ends each."""
    say, lang = composition.say, composition.lang
    laws = {"act": regulation("UU 25/2009", "", lang), "rule": regulation("PP 96/2012", "", lang)}
    letters = joined((say("decree.letter", letter=letter) for letter in "abc"), composition)
    return [
        say("decree.reason.aim", act=laws["act"]),
        say("decree.reason.duty", **laws),
        _discussed(standards, laws["rule"], composition),
        say("decree.reason.end", letters=letters, issuer=issuer, about=about),
    ]


def _discussed(standards: Sequence[ServiceStandard], rule: str, composition: Composition) -> str:
    minutes = [_minutes(standard, composition) for standard in standards]
    published = [_published(standard, composition) for standard in standards]
    return composition.say(
        "decree.reason.discussed",
        minutes=joined(_once(minutes), composition),
        published=joined(_once(published), composition),
        rule=rule,
    )


def _once(lines: Iterable[str]) -> list[str]:
    """Return each line once; a blank only where nothing else is known."""
    found = list(dict.fromkeys(lines))
    return [line for line in found if BLANK not in line] or found


def _minutes(standard: ServiceStandard, composition: Composition) -> str:
    life = standard.life_cycle or LifeCycle()
    date = life.minutes_signed_on
    number = proper((life.minutes or Minutes()).number or "")
    if date is None:
        _open(standard, "minutes_signed_on", composition)
    when = day(date, composition.lang)
    if date is not None and not number:  # minutes may bear none
        return composition.say("decree.minutes-unnumbered", date=when)
    return composition.say("decree.minutes", number=number or BLANK, date=when)


def _published(standard: ServiceStandard, composition: Composition) -> str:
    life = standard.life_cycle or LifeCycle()
    date = life.draft_published_on
    if date is None:
        _open(standard, "draft_published_on", composition)
    return day(date, composition.lang)


def _open(standard: ServiceStandard, name: str, composition: Composition) -> None:
    """Note what is missing, unless the standard was set before anybody recorded it here."""
    if composition.definition.stage is not Stage.ADOPTED:
        composition.gaps.setdefault((*pointer_of(standard), "life_cycle", name))
