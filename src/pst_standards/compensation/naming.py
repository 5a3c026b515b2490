"""A rule of a policy in words: citizens read what it is about, not what a file calls it."""

from __future__ import annotations

from pst_standards.compensation.outcome import Outcome
from pst_standards.compensation.words import shown
from pst_standards.model.base import Text
from pst_standards.model.compensation import Remedy


def in_words(*outs: Outcome) -> Text:
    """Return rules by what they answer and what they give, in Indonesian and English.

    As ``pelayanan terlambat (permintaan maaf tertulis, bebas antrean)``; the id of a rule stands
    where its definition says nothing of either.
    """
    return Text(*("; ".join(_named(one, lang) for one in outs) for lang in ("id", "en")))


def _named(out: Outcome, lang: str) -> str:
    rule = out.rule
    given = ", ".join(filter(None, (_remedy(one, lang) for one in out.remedies)))
    about = rule.trigger.term(lang).lower() if rule.trigger else ""
    if about and given:
        return f"{about} ({given})"
    return about or given or rule.id or "-"


def _remedy(remedy: Remedy, lang: str) -> str:
    if remedy.kind:
        return remedy.kind.term(lang).lower()
    return shown(remedy.text, lang) if remedy.text else ""
