"""A right explained to a person or a program: who holds it, where it stands, what enforces it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from pst_standards.cli.explaining import fact
from pst_standards.cli.speech import Say, speaker
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.rights import RIGHTS, Place, Right
from pst_standards.complaints.states import Step
from pst_standards.complaints.transitions import TRANSITIONS
from pst_standards.findings import Confidence
from pst_standards.messages import LANGUAGES
from pst_standards.rules.rulebook import standard_rulebook

FORMAT: Final = "pst-right/1"
BY_ID: Final[Mapping[str, Right]] = {one.id: one for one in RIGHTS}
"""Every right by its id, such as ``H-P1``."""


def right_explanation(right: Right, lang: str) -> str:
    """Return a right in words.

    >>> print(right_explanation(BY_ID["H-P9"], "en").splitlines()[0])
    H-P9  To complain free of charge
    """
    say = speaker(lang)
    return "\n".join([f"{right.id}  {right.text(lang)}", "", *_facts(right, say, lang)])


def _facts(right: Right, say: Say, lang: str) -> Iterator[str]:
    yield from fact(say("fact.holder"), right.holder.term(lang))
    sure = right.confidence is Confidence.VERIFIED
    doubt = "" if sure else f" ({say(f'confidence.{right.confidence.value}')})"
    label = say("fact.citations" if right.in_article else "fact.nearest")
    for number, cited in enumerate(right.citations):
        yield from fact("" if number else label, f"{cited}{doubt}")
    for number, place in enumerate(right.enforced):
        yield from fact("" if number else say("fact.enforced"), _enforced(place, say, lang))
    if right.on_page:
        yield from fact(say("fact.shown"), say("right.on-page"))


def _enforced(place: Place, say: Say, lang: str) -> str:
    told = _TOLD[place.kind](place.name, lang) if place.kind in _TOLD else ""
    return say(f"right.place.{place.kind}", name=place.name, told=told)


def _steps_of(guard: str, lang: str) -> str:
    steps = (one.term(lang) for one in Step if guard in TRANSITIONS[one].guards)
    return ", ".join(steps)


_TOLD: Final[Mapping[str, Callable[[str, str], str]]] = {
    "guard": _steps_of,
    "step": lambda name, lang: Step(name).term(lang),
    "clock": lambda name, lang: Clock(name).term(lang),
    "rule": lambda name, lang: standard_rulebook().rows[name].title.get(lang),
}


def right_data(right: Right) -> dict[str, Any]:
    """Return a right as plain data, its texts in both languages.

    >>> right_data(BY_ID["H-P9"])["citations"][0]
    {'cite': 'UU 25/2009 Pasal 48 ayat (1)', 'confidence': 'verified'}
    """
    sure = right.confidence.value
    return {
        "format": FORMAT,
        "id": right.id,
        "holder": right.holder.value,
        "holder_term": {lang: right.holder.term(lang) for lang in LANGUAGES},
        "text": {lang: right.text(lang) for lang in LANGUAGES},
        "on_page": right.on_page,
        "in_article": right.in_article,
        "citations": [{"cite": cited, "confidence": sure} for cited in right.citations],
        "enforced": [_place(place) for place in right.enforced],
    }


def _place(place: Place) -> dict[str, Any]:
    told = {lang: _enforced(place, speaker(lang), lang) for lang in LANGUAGES}
    return {"kind": place.kind, "name": place.name, "text": told}
