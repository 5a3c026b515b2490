"""The sheet on which an office publishes a result that was reckoned elsewhere, as it was given."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.phrases import BLANK, DASH, figure, inner
from pst_standards.documents.compose.survey_periods import unbroken
from pst_standards.documents.compose.survey_tables import head_column, number_column
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Heading,
    Inline,
    KeyValues,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)
from pst_standards.model.standard import ServiceStandard
from pst_standards.surveys.from_table import OfficialResult
from pst_standards.surveys.published import PublishedElement


def official_sheet_of(found: OfficialResult, period: str) -> Composer:
    """Return what composes the sheet; ``period`` is called as its title has it."""

    def compose(composition: Composition, _: ServiceStandard | None) -> Body:
        name = found.published.instrument.name.get(composition.lang).partition(" (")[0]
        title = composition.say(
            "survey-report.sheet.title", survey=inner(name), period=period
        ).strip()
        return Body(
            title=title,
            blocks=(
                Heading(level=1, text=unbroken(title, period) if period else title),
                *_blocks(found, composition),
            ),
            needs_adoption=False,
        )

    return compose


def _blocks(found: OfficialResult, composition: Composition) -> Iterator[Block]:
    given, say = found.published, composition.say
    index = given.index or given.ni
    if index is not None:
        family = "skm" if given.instrument.family == "skm" and given.index else "other"
        key = f"index.{family}" if given.index else "ni"
        name = Run(text=f"{say(f'survey-report.{key}')}: ")
        grade = say("survey-report.sheet.grade", grade=given.grade)
        told = (Run(text=f"\n{grade}"),) * bool(given.grade)
        text = (name, Run(text=index.written, strong=True), *told)
        yield Paragraph(text=text, style=ParagraphStyle.QUOTE)
    yield _facts(found, composition)
    if given.elements:
        yield _elements(found, composition)
    for note in found.notes[1:]:  # the first tells the source, which stands above
        yield small(note.text(composition.lang))
    yield Paragraph(text=say("survey-report.sheet.thanks"), style=ParagraphStyle.CENTERED)


def _facts(found: OfficialResult, composition: Composition) -> KeyValues:
    given, say = found.published, composition.say
    pairs: list[tuple[str, Inline]] = [
        (say("survey-report.unit"), office_name(composition) or BLANK)
    ]
    if given.n is not None:
        people = say("survey-report.people", n=figure(given.n, composition.lang))
        pairs.append((say("survey-report.respondents"), people))
    pairs.append((say("survey-report.official.source"), given.source))
    return KeyValues(pairs=tuple(pairs))


def _elements(found: OfficialResult, composition: Composition) -> Table:
    """Return the elements with their figures as they were written."""
    say, used = composition.say, found.published.instrument
    terms = {one.key: one.term.get(composition.lang) for one in used.elements}
    terms |= {item.key: item.text.get(composition.lang) for item in used.items}
    rows = tuple(
        (str(number), terms.get(one.key, one.key), _figure(one))
        for number, one in enumerate(found.published.elements, 1)
    )
    return Table(
        columns=(
            Column(title=say("survey-report.no"), share=1, align=Align.END),
            head_column(say("survey-report.element"), 10),
            number_column(say("survey-report.official.figure"), 3),
        ),
        rows=rows,
        caption=say("survey-report.official.table"),
        dense=True,
    )


def _figure(one: PublishedElement) -> str:
    if one.mean is not None:
        return one.mean.written
    return DASH if one.sum is None else f"\N{GREEK CAPITAL LETTER SIGMA} {one.sum}"
