"""A rule explained to a person: what it asks, why, on which article, and an example."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from pst_standards.cli.catalogue_text import severity_word
from pst_standards.cli.speech import Say, speaker
from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.wording import word
from pst_standards.findings import Confidence, Finding
from pst_standards.messages import text
from pst_standards.model.base import Text
from pst_standards.rules.formats.dates import long_date
from pst_standards.rules.norms import in_force
from pst_standards.rules.remedies import remedy
from pst_standards.rules.rows import Cite, Row

_WIDTH = 90


def explanation(row: Row, lang: str) -> str:
    """Return the explanation of a rule."""
    say = speaker(lang)
    return "\n".join(
        [
            f"{row.id}  {row.title.get(lang)}",
            "",
            *_paragraphs(row.explanation.get(lang)),
            "",
            *_facts(row, say, lang),
            *_examples(row, say, lang),
        ]
    )


def _paragraphs(words: str) -> Iterator[str]:
    for paragraph in words.strip().split("\n\n"):
        yield from textwrap.wrap(" ".join(paragraph.split()), _WIDTH)


def _facts(row: Row, say: Say, lang: str) -> Iterator[str]:
    word, key = severity_word(row, lang), row.severity.value
    parts = {
        "severity": word if word == key else f"{word} ({key})",
        "verdict": say(f"verdict.{row.verdict.value}"),
        "force": say(f"force.{row.force.value}"),
        "stage": say(f"stage.{row.stage.value}"),
        "status": say(f"status.{row.status.value}"),
        "aliases": ", ".join(row.aliases),
        "reason": row.reason.get(lang) if row.reason else "",
    }
    for name, value in parts.items():
        if value:
            yield from fact(say(f"fact.{name}"), value)
    for place, cited in enumerate(row.citations):
        told = "; ".join(_cited(cited, row, say, lang))
        yield from fact(say("fact.citations") if place == 0 else "", told)
    yield from fact("", "" if row.suppressible else say("fact.not-suppressible"))


def fact(name: str, value: str) -> Iterator[str]:
    """Yield a fact as lines, its name in front of the first; none where there is no value.

    >>> list(fact("Pemegang", "Pelapor"))
    ['Pemegang        Pelapor']
    """
    if value:
        lead = f"{name:14}  "
        yield from textwrap.wrap(
            value, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead)
        )


def _cited(cited: Cite, row: Row, say: Say, lang: str) -> Iterator[str]:
    """Yield a norm, how sure it is, and since when it holds, as precisely as that is known."""
    sure = cited.confidence is Confidence.VERIFIED
    doubt = "" if sure else f" ({say(f'confidence.{cited.confidence.value}')})"
    yield f"{cited.cite}{doubt}"
    holds = in_force(cited.cite, row)
    if holds.since is None:
        yield say("explain.undated")
        return
    # Whoever doubts the norm need not be told twice.
    doubt = "" if holds.sure or doubt else f" ({say('confidence.secondary')})"
    yield say("explain.since", day=long_date(holds.since, lang)) + doubt
    if holds.until is not None:
        yield say("explain.until", day=long_date(holds.until, lang))


def _examples(row: Row, say: Say, lang: str) -> Iterator[str]:
    """Yield both examples, as YAML or in words, with what to do about the first."""
    shape = _shape_examples().get(row.id, {})
    first = next((name for name, part in row.variants.items() if part.fails), "")
    fails = row.fails or (row.variants[first].fails if first else shape.get("fails", ""))
    about = row.about if row.fails else row.about_of(first)
    yield from _example("fails", fails, row.case_fails, say, lang)
    told = list(_answer(row, fails, say, lang, about)) if fails.strip() else []
    # Two variants may have one remedy.
    hints = dict.fromkeys(_advice(row.id, one, lang) for one in shape.get("variants", ()))
    if hints and not told:
        told = [""]
    for place, hint in enumerate(hints):
        told += fact("" if place else say("fact.hint"), hint)
    advice = remedy(row)
    if not told and advice is not None:
        told = ["", *fact(say("fact.hint"), advice.get(lang))]
    yield from told
    passes = row.passes or shape.get("passes", "")
    yield from _example("passes", passes, row.case_passes, say, lang)


def _example(side: str, given: str, case: Text | None, say: Say, lang: str) -> Iterator[str]:
    if given.strip():
        yield from ("", say(f"explain.{side}"), textwrap.indent(given.strip("\n"), "    "))
    elif case is not None:
        yield from ("", say(f"explain.{side}"))
        yield from textwrap.wrap(
            case.get(lang), _WIDTH, initial_indent="    ", subsequent_indent="    "
        )


@cache
def _shape_examples() -> dict[str, dict[str, Any]]:
    import tomllib

    file = resources.files(__package__) / "shape_examples.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _advice(rule: str, variant: str, lang: str) -> str:
    key = f"{rule}.{variant}.hint" if variant else f"{rule}.hint"
    return text("definition", key, lang)


def _answer(row: Row, fails: str, say: Say, lang: str, about: str) -> Iterator[str]:
    """Say what the check answers to the failing example, with the remedy that it names."""
    found = [one for one in _findings(about, fails) if one.rule == row.id]
    for one in found[:1]:
        message, hint = word(one, lang)
        yield from ("", *fact(say("fact.message"), message), *fact(say("fact.hint"), hint))


def _findings(about: str, example: str) -> tuple[Finding, ...]:
    from pst_standards.cli.record_checks import ROOMS, check_source
    from pst_standards.definitions import read_data
    from pst_standards.rules import standard_rulebook
    from pst_standards.rules.checking import check_reading

    try:
        reading = read_data(example)
    except DefinitionError as error:
        return error.findings
    if about not in ROOMS:
        return check_reading(reading).findings
    rules = standard_rulebook()
    return check_source(about, example.encode("utf-8"), rules=rules).findings
