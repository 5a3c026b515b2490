"""The annexes of the report on a survey: processing, questionnaire, what became of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import Final

from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.phrases import DASH
from pst_standards.documents.compose.survey_figures import SurveyFigures
from pst_standards.documents.compose.survey_tables import head_column, number_column
from pst_standards.documents.formats import long_date
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Heading,
    ItemList,
    Marker,
    PageBreak,
    Paragraph,
    Table,
)
from pst_standards.model.base import Text
from pst_standards.surveys.elements import Element
from pst_standards.surveys.grades import Grade
from pst_standards.surveys.reporting import AnswerRows, FollowedUp
from pst_standards.surveys.tally import ElementCounts

MOST_ROWS: Final = 1000
"""Of more respondents the processing table has sums only: nobody reads fifty pages of answers."""
_MOST_COLUMNS: Final = 10
_LETTERS: Final = "ABC"


def annexes(figures: SurveyFigures) -> Iterator[Block]:
    """Yield the annexes, each on a page of its own and under the next letter."""
    found = (
        ("processing", list(_processing(figures)) if figures.elements else []),
        ("questionnaire", list(_questionnaire(figures))),
        ("previous", list(_previous(figures))),
    )
    told = [(key, blocks) for key, blocks in found if blocks]
    for letter, (key, blocks) in zip(_LETTERS, told, strict=False):
        yield PageBreak()
        title = figures.say(f"annex.{key}")
        yield Heading(level=2, text=figures.say("annex", letter=letter, title=title))
        yield from blocks


def _processing(figures: SurveyFigures) -> Iterator[Block]:
    say = figures.say
    counts = list(_items(figures))
    numbers = [number for number, _, _ in counts]
    rows, sums = tuple(_rows(figures)), tuple(_sums(figures, [one for _, _, one in counts]))
    yield Paragraph(text=say("processing.lead" if rows else "processing.sums-lead"))
    # Figures with decimals have no room below more columns: they become rows of their own.
    fits = len(numbers) <= _MOST_COLUMNS
    if rows or fits:
        yield Table(
            columns=(
                head_column(say("processing.respondent"), 6) if fits else head_column(say("no"), 2),
                *(Column(title=number, share=2, align=Align.END) for number in numbers),
            ),
            rows=(*rows, *sums) if fits else rows,
            caption=say("table.processing"),
            dense=True,
        )
    if not fits:
        yield _turned(numbers, sums, figures)
    if figures.result.answers is not None and len(figures.result.answers.rows) > MOST_ROWS:
        yield small(say("processing.many", most=figures.count(MOST_ROWS)))
    yield from _result(figures)
    yield _codes(figures)
    if figures.score.table is not None:
        yield _intervals(figures.score.table.grades, figures)


def _items(figures: SurveyFigures) -> Iterator[tuple[str, str, ElementCounts]]:
    """Yield each question that counts: its number, its key, its counts."""
    for one in figures.elements:
        place = figures.place(one.element)
        for number, (key, counts) in enumerate(one.items.items(), 1):
            alone = len(one.items) == 1
            yield f"U{place}" if alone else f"U{place}.{number}", key, counts


def _rows(figures: SurveyFigures) -> Iterator[tuple[str, ...]]:
    answers = figures.result.answers
    if answers is None or len(answers.rows) > MOST_ROWS:
        return
    places = [_place_of(key, answers) for _, key, _ in _items(figures)]
    for number, row in enumerate(answers.rows, 1):
        cells = (None if place is None else row[place] for place in places)
        yield (str(number), *("" if cell is None else str(cell) for cell in cells))


def _place_of(key: str, answers: AnswerRows) -> int | None:
    return answers.items.index(key) if key in answers.items else None


def _sums(figures: SurveyFigures, counts: Sequence[ElementCounts]) -> Iterator[tuple[str, ...]]:
    say = figures.say
    yield (say("processing.sum"), *(figures.count(one.sum) for one in counts))
    yield (say("processing.n"), *(figures.count(one.n) for one in counts))
    yield (say("processing.mean"), *(figures.mean(one.mean) for one in counts))
    firsts = list(
        chain.from_iterable(
            ((one.weight, one.weighted_mean), *(((None, None),) * (len(one.items) - 1)))
            for one in figures.elements
        )
    )
    for place, key in enumerate(("weight", "weighted")):
        yield (say(f"processing.{key}"), *_shown([pair[place] for pair in firsts], figures))


def _turned(
    numbers: Sequence[str], sums: Sequence[tuple[str, ...]], figures: SurveyFigures
) -> Table:
    """Return the sums with a row for each question."""
    heads = [row[0] for row in sums]
    return Table(
        columns=(head_column(figures.say("code"), 2), *(number_column(head, 3) for head in heads)),
        rows=tuple(zip(numbers, *(row[1:] for row in sums), strict=True)),
        caption=figures.say("table.sums"),
        dense=True,
    )


def _shown(values: Sequence[Fraction | None], figures: SurveyFigures) -> Iterator[str]:
    for value in values:
        yield "" if value is None else figures.weighted(value)


def _result(figures: SurveyFigures) -> Iterator[Block]:
    score = figures.score
    yield Paragraph(
        text=figures.say(
            "processing.result",
            ni=figures.weighted(score.ni),
            name=figures.index_short,
            index=figures.index(score.index),
            high=figures.count(score.instrument.scale.high),
        )
    )


def _codes(figures: SurveyFigures) -> Table:
    say = figures.say
    texts = {item.key: figures.term(item.text) for item in figures.score.instrument.items}
    rows = tuple(
        (number, figures.name(figures.score.instrument.element_of(key)), texts.get(key, DASH))
        for number, key, _ in _items(figures)
    )
    plain = all(row[2] == DASH for row in rows)
    columns = (head_column(say("code"), 2), Column(title=say("element"), share=7))
    return Table(
        columns=columns if plain else (*columns, Column(title=say("asked"), share=8)),
        rows=tuple(row[:2] for row in rows) if plain else rows,
        caption=say("table.codes"),
        dense=True,
        whole=True,
    )


def _intervals(grades: Sequence[Grade], figures: SurveyFigures) -> Table:
    say = figures.say
    lowest = figures.score.instrument.scale.lowest_index
    rows = tuple(
        (
            one.letter,
            figures.term(one.label),
            say(
                "from-to",
                low=figures.index(lowest if one is grades[0] else one.low),
                high=figures.index(one.high),
            ),
        )
        for one in reversed(grades)
    )
    return Table(
        columns=(
            head_column(say("grade"), 2),
            Column(title=say("label"), share=5),
            number_column(say("interval", index=figures.index_short), 5),
        ),
        rows=rows,
        caption=say("table.grades"),
        dense=True,
        whole=True,
    )


def _questionnaire(figures: SurveyFigures) -> Iterator[Block]:
    """Yield what was asked, with the options of each answer as far as the instrument has them."""
    used, say = figures.score.instrument, figures.say
    if not any(one.options for one in used.elements):
        return
    yield Paragraph(text=say("questionnaire.lead", instrument=figures.term(used.name)))
    yield Table(
        columns=(
            Column(title=say("no"), share=1, align=Align.END),
            Column(title=say("element"), share=6),
            Column(title=say("options"), share=8),
        ),
        rows=tuple(
            (str(number), figures.term(one.term), _options(one, figures))
            for number, one in enumerate(used.elements, 1)
        ),
        dense=True,
    )


def _options(element: Element, figures: SurveyFigures) -> tuple[Block, ...] | str:
    if not element.options:
        return ""
    # A questionnaire is in Indonesian.
    shown = [figures.composition.words(Text(one)) for one in element.options]
    low = figures.score.instrument.scale.low
    return (ItemList(items=shown, marker=Marker.DECIMAL, start=low),)


def _previous(figures: SurveyFigures) -> Iterator[Block]:
    say, plan = figures.say, figures.result.told.previous_plan
    if not plan:
        return
    done = sum(one.completion.value == "done" for one in plan)
    yield Paragraph(
        text=say(
            "previous.lead",
            done=figures.count(done),
            n=figures.count(len(plan)),
            share=figures.share(done, len(plan)),
        )
    )
    yield Table(
        columns=(
            Column(title=say("no"), share=2, align=Align.END),
            Column(title=say("plan.element"), share=7),
            Column(title=say("plan.programme"), share=10),
            Column(title=say("previous.completion"), share=6),
            Column(title=say("previous.evidence"), share=8),
        ),
        rows=tuple(
            (
                str(number),
                figures.name(one.element) if one.element else DASH,
                figures.term(one.programme),
                _completion(one, figures),
                figures.term(one.evidence) or DASH,
            )
            for number, one in enumerate(plan, 1)
        ),
    )


def _completion(one: FollowedUp, figures: SurveyFigures) -> str:
    state = figures.say(f"completion.{one.completion}")
    if one.completed_on is None:
        return state
    return f"{state}, {long_date(one.completed_on, figures.composition.lang)}"
