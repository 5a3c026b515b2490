"""Wording a finding: the sentence, and what to do about it, with every key beside its term."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pst_standards.findings import Finding
from pst_standards.messages import text
from pst_standards.model.vocabulary import term_table


def domain_of(rule: str) -> str:
    """Return the message domain of a rule id."""
    return "definition" if rule.startswith("DEF-") else "rules"


@cache
def _terms(lang: str) -> Mapping[str, str]:
    return term_table(lang)


def word(finding: Finding, lang: str = "id") -> tuple[str, str]:
    """Return message and hint of a finding in ``id`` or ``en``.

    >>> from pst_standards.definitions.faults import fault
    >>> word(fault("DEF-015", variant="meant", key="feee", meant="fee", known=""))[0]
    'Kunci “feee” tidak dikenal; mungkin yang dimaksud Biaya/tarif (fee).'
    """
    domain, key = domain_of(finding.rule), finding.message_key
    params, terms = finding.params, _terms(lang)
    return text(domain, key, lang, params, terms), text(domain, f"{key}.hint", lang, params, terms)
