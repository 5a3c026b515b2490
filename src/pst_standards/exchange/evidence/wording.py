"""The words of an index: facts, what is lacking, levels, and who is responsible."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from pst_standards.definitions.wording import terms_at, word
from pst_standards.exchange.evidence.assessing import HIGHEST, Assessed, Assessment, Lacking
from pst_standards.exchange.evidence.facts import Fact
from pst_standards.exchange.evidence.unconfirmed import places_told
from pst_standards.messages import text
from pst_standards.rules.formats.cleaning import one_line
from pst_standards.rules.wordings import says

if TYPE_CHECKING:
    from pst_standards.model.base import Text
    from pst_standards.model.definition import Definition

_NUMBERS: Final = frozenset(
    {
        *("standards", "components", "groups", "media", "review_months", "review_months_any"),
        *("survey_media", "follow_up_share", "follow_up_months"),
    }
)


def say(key: str, lang: str, **params: object) -> str:
    """Return a sentence of an index."""
    return text("exchange", f"evidence.{key}", lang, params)


def fact_told(fact: Fact, lang: str) -> str:
    """Return a fact with its value, and whether nobody confirmed what it rests on.

    >>> fact_told(Fact(name="media", value=3), "en")
    'Media in which the standards are shown: 3'
    """
    told = _valued(fact, lang)
    if not fact.unconfirmed:
        return told
    places, more = places_told(fact.unconfirmed, lang)
    rest = (say("places.more", lang, count=more),) if more else ()
    return say("fact.unconfirmed", lang, fact=told, places="; ".join((*places, *rest)))


def _valued(fact: Fact, lang: str) -> str:
    name = say(f"fact.{fact.name}", lang)
    if fact.value is None:
        return f"{name}: {say('unknown' if fact.least is None else 'open', lang)}"
    if fact.name in _NUMBERS:
        whole = fact.value == int(fact.value)
        return f"{name}: {int(fact.value) if whole else _decimal(Fraction(fact.value), lang)}"
    return f"{name}: {say('yes' if fact.value else 'no', lang)}"


def lackings_told(lacking: Lacking, lang: str) -> tuple[str, ...]:
    """Return what the next level waits for: all that would tell a fact which is not known."""
    if lacking.known or not lacking.wanted:
        return (lacking_told(lacking, lang),)
    return tuple(
        say(f"wanted.{one.key}", lang, programme=one_line(one.programme.get(lang)))
        for one in lacking.wanted
    )


def lacking_told(lacking: Lacking, lang: str) -> str:
    """Return what the next level waits for, in one sentence.

    >>> from pst_standards.exchange.evidence.instruments import condition
    >>> lacking_told(Lacking(condition("media >= 2"), known=True), "en")
    'Show the standards in at least 2 media'
    """
    asked = lacking.condition
    if not lacking.known:
        return say("not-told", lang, fact=say(f"fact.{asked.fact}", lang))
    above = ".above" if asked.sign == ">" and asked.fact in _NUMBERS else ""
    return say(f"need.{asked.fact}{above}", lang, bound=asked.bound)


def level_told(one: Assessed, lang: str) -> str:
    """Return the level in words; empty for an item without levels."""
    if not one.item.levels:
        return ""
    if one.level is None:
        return say("level.unknown" if one.most == HIGHEST else "level.most", lang, most=one.most)
    told = say("level" if one.sure else "level.least", lang, level=one.level, most=one.most)
    return say("unconfirmed", lang, told=told) if one.unconfirmed else told


def unconfirmed_told(found: Assessment, lang: str) -> str:
    """Return how many facts rest on values that nobody confirmed, and for which items they count.

    Empty where there are none.
    """
    items = [one.item.number for one in found.items if any(fact.unconfirmed for fact in one.facts)]
    if not items:
        return ""
    count = len(found.unconfirmed)
    return say("unconfirmed.total", lang, count=count, items=", ".join(items))


def confidence_told(one: Assessed, lang: str) -> str:
    """Return how sure the levels of an item are, where that is not as for the whole instrument."""
    if one.item.confidence is None:
        return ""
    return say("level.confidence", lang, told=say(f"confidence.{one.item.confidence.value}", lang))


def lacks_told(one: Assessed, lang: str) -> tuple[str, ...]:
    """Return all that an item waits for: facts, components, and what the rules found."""
    needs = [told for lack in one.lacking for told in lackings_told(lack, lang)]
    terms = terms_at(("standards", 0, ""), lang)
    parts = [say("component", lang, term=terms.get(name, name)) for name in one.components]
    found = [one_line(f"{finding.rule}: {word(finding, lang)[0]}") for finding in one.findings]
    return tuple(dict.fromkeys((*needs, *parts, *found)))


def score_told(score: tuple[Fraction, Fraction], lang: str) -> str:
    """Return a score to two decimals, or from where to where it lies.

    >>> score_told((Fraction(69, 20), Fraction(5)), "id")
    'antara 3,45 dan 5,00'
    """
    least, most = (_decimal(one, lang) for one in score)
    return least if score[0] == score[1] else say("between", lang, least=least, most=most)


def _decimal(value: Fraction, lang: str) -> str:
    hundredths = round(value * 100)
    written = f"{hundredths // 100}.{hundredths % 100:02d}"
    return written if lang == "en" else written.replace(".", ",")


def document_named(kind: str, lang: str) -> str:
    """Return a kind of document in words.

    >>> document_named("decree", "en")
    'Decree'
    """
    name = say(f"document.{kind}", lang)
    return name[:1].upper() + name[1:]


def responsible(role: str, definition: Definition, lang: str) -> str:
    """Return who is responsible: the position that the definition names, else the usual one.

    A name is never shown: people change, and an index is handed out.
    """
    named = _POSITIONS[role](definition) if role in _POSITIONS else None
    if named is not None and says(named):
        own = named.en if lang == "en" else named.id
        return one_line(own or named.id or named.en or "")
    return say(f"responsible.{role}", lang)


def _head(definition: Definition) -> Text | None:
    found = definition.maklumat
    return found.signer.position if found and found.signer else None


def _complaints(definition: Definition) -> Text | None:
    found = definition.complaints
    return found.responsible.position if found and found.responsible else None


_POSITIONS: Final[Mapping[str, Callable[[Definition], Text | None]]] = {
    "head": _head,
    "complaints": _complaints,
}


def citations(one: Assessed, regulation: Sequence[str]) -> tuple[str, ...]:
    """Return what an item rests on: its own norms, those of its findings, and the instrument."""
    found = (cite for finding in one.findings for cite in finding.citations)
    return tuple(dict.fromkeys((*one.item.cite, *found, *regulation)))
