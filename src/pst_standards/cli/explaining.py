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
    severity = f"{severity_word(row, lang)} ({row.severity.value})"
    parts = {
        "severity": severity,
        "verdict": say(f"verdict.{row.verdict.value}"),
        "force": say(f"force.{row.force.value}"),
        "stage": say(f"stage.{row.stage.value}"),
        "status": say(f"status.{row.status.value}"),
        "aliases": ", ".join(row.aliases),
        "reason": row.reason.get(lang) if row.reason else "",
    }
    for name, value in parts.items():
        if value:
            yield from _fact(say(f"fact.{name}"), value)
    for place, cited in enumerate(row.citations):
        yield from _fact(say("fact.citations") if place == 0 else "", _cited(cited, say))
    yield from _fact("", "" if row.suppressible else say("fact.not-suppressible"))


def _fact(name: str, value: str) -> Iterator[str]:
    if value:
        lead = f"{name:14}  "
        yield from textwrap.wrap(
            value, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead)
        )


def _cited(cited: Cite, say: Say) -> str:
    sure = cited.confidence is Confidence.VERIFIED
    return cited.cite if sure else f"{cited.cite} ({say(f'confidence.{cited.confidence.value}')})"


def _examples(row: Row, say: Say, lang: str) -> Iterator[str]:
    shape = _shape_examples().get(row.id, {})
    variants = (part.fails for part in row.variants.values())
    fails = row.fails or next(filter(None, variants), "") or shape.get("fails", "")
    if fails.strip():
        yield from ("", say("explain.fails"), textwrap.indent(fails.strip("\n"), "    "))
        yield from _answer(row, fails, say, lang)
    for place, variant in enumerate(shape.get("variants", ())):
        yield from _fact("" if place else say("fact.hint"), _advice(row.id, variant, lang))
    if row.passes.strip():
        yield from ("", say("explain.passes"), textwrap.indent(row.passes.strip("\n"), "    "))


@cache
def _shape_examples() -> dict[str, dict[str, Any]]:
    import tomllib

    file = resources.files(__package__) / "shape_examples.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


class _Left(dict[str, str]):
    """Fills with dots what only a real finding knows."""

    def __missing__(self, _: str) -> str:
        return "…"


def _advice(rule: str, variant: str, lang: str) -> str:
    key = f"{rule}.{variant}.hint" if variant else f"{rule}.hint"
    return text("definition", key, lang, _Left())


def _answer(row: Row, fails: str, say: Say, lang: str) -> Iterator[str]:
    """Say what the check answers to the failing example, with the remedy that it names."""
    found = next((one for one in _findings(fails) if one.rule == row.id), None)
    if found is not None:
        message, hint = word(found, lang)
        yield from ("", *_fact(say("fact.message"), message), *_fact(say("fact.hint"), hint))


def _findings(example: str) -> tuple[Finding, ...]:
    from pst_standards.definitions import read_data
    from pst_standards.rules.checking import check_reading

    try:
        return check_reading(read_data(example)).findings
    except DefinitionError as error:
        return error.findings
