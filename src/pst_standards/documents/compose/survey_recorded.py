"""The publication sheet of a survey as the definition records its results: in sentences.

It has what was published, word for word; what a record does not hold is not made up.
"""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.body import Body
from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.lines import content
from pst_standards.documents.compose.links import web_link
from pst_standards.documents.compose.phrases import BLANK, DASH, bare, sentence
from pst_standards.documents.compose.publications import publication_line
from pst_standards.documents.outline import (
    Block,
    Column,
    Heading,
    Inline,
    KeyValues,
    Paragraph,
    ParagraphStyle,
    Table,
)
from pst_standards.model.definition import Definition
from pst_standards.model.publication import Publication, PublicationKind
from pst_standards.model.standard import ServiceStandard
from pst_standards.model.survey import SurveyPlan


def recorded_results(definition: Definition) -> tuple[Publication, ...]:
    """Return the results that the survey part names and that say what came out, newest first.

    >>> recorded_results(Definition())
    ()
    """
    if definition.survey is None:
        return ()
    known = by_id(definition.publications)
    named = dict.fromkeys(map(str, definition.survey.results))
    found = [known[one] for one in named if one in known and _tells(known[one])]
    # Of one year the last in the list is the newest.
    return tuple(sorted(found, key=lambda one: one.year or 0)[::-1])


def _tells(one: Publication) -> bool:
    text = one.text.get("id").strip() if one.text else ""
    return one.kind is PublicationKind.SURVEY_RESULT and bool(text)


def compose_recorded_survey(composition: Composition, _: ServiceStandard | None) -> Body:
    """Compose the sheet of the newest recorded result, with the earlier ones below it."""
    plan = composition.definition.survey or SurveyPlan()
    newest, *earlier = recorded_results(composition.definition)
    title = publication_line(newest, composition)
    return Body(
        title=title,
        blocks=(
            Heading(level=1, text=title),
            Paragraph(text=sentence(composition.words(newest.text)), style=ParagraphStyle.QUOTE),
            KeyValues(pairs=tuple(_facts(newest, plan, composition))),
            *_earlier(earlier, composition),
            Paragraph(
                text=composition.say("survey-report.sheet.thanks"), style=ParagraphStyle.CENTERED
            ),
        ),
        needs_adoption=False,
    )


def _facts(
    newest: Publication, plan: SurveyPlan, composition: Composition
) -> Iterator[tuple[str, Inline]]:
    say, lang = composition.say, composition.lang
    address = (newest.url or "").strip()
    names = (one.term(lang) for one in (plan.instrument, plan.carried_by) if one)
    facts: dict[str, Inline] = {
        "survey-report.unit": office_name(composition) or BLANK,
        "survey-report.period": _period(newest, composition),
        "survey-recorded.survey": say("survey-recorded.through").join(dict.fromkeys(names)),
        "survey-report.basis": bare(plan.basis or ""),
        "survey-report.fieldwork.method": bare(composition.words(plan.method)),
        "survey-recorded.published": (web_link(address),) if address else "",
    }
    yield from ((say(key), value) for key, value in facts.items() if value)


def _period(one: Publication, composition: Composition) -> str:
    return bare(composition.words(one.period)) or (str(one.year) if one.year is not None else "")


def _earlier(results: list[Publication], composition: Composition) -> Iterator[Block]:
    if not results:
        return
    say = composition.say
    yield Table(
        columns=(
            Column(title=say("survey-report.period"), share=3, heads_row=True),
            Column(title=say("survey-recorded.result"), share=10),
        ),
        rows=tuple(
            (
                content(_period(one, composition) or DASH),
                sentence(composition.words(one.text)),
            )
            for one in results
        ),
        caption=say("survey-recorded.earlier"),
    )
