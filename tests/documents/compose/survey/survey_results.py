"""Results of surveys, and what their sheet and report hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from pst_standards.documents.outline import (
    Document,
    Heading,
    ItemList,
    KeyValues,
    Note,
    Paragraph,
    Picture,
    Table,
)
from pst_standards.surveys import Score, Tally, grade_of, instrument, score
from pst_standards.surveys.frames import Counted
from pst_standards.surveys.reporting import AnswerRows, SurveyPeriod, SurveyResult

DASH, MINUS = "\N{EN DASH}", "\N{MINUS SIGN}"
EXAMPLE = Path(__file__).resolve().parents[4] / "examples" / "survey" / "skm-2024.csv"
SKM = instrument("skm-2017")
QUESTIONS = {"sex": "jenis_kelamin", "age": "usia", "education": "pendidikan", "work": "pekerjaan"}


def letter_of(found: Score) -> Callable[[Fraction], str]:
    table = found.table
    assert table is not None
    return lambda index: grade_of(index, table).letter


def first_rows(counted: Counted, rows: list[dict[str, str]]) -> AnswerRows:
    headings = {key: counted.header[place] for key, place in counted.columns.answers.items()}
    cells = ((row[heading] for heading in headings.values()) for row in rows[:5])
    return AnswerRows(
        items=tuple(headings),
        rows=tuple(tuple(int(cell) if cell else None for cell in row) for row in cells),
    )


def scored(**frequencies: tuple[int, ...]) -> Score:
    return score(Tally.from_frequencies(SKM, frequencies))


def bare_result(found: Score, **fields: Any) -> SurveyResult:
    return SurveyResult(period=SurveyPeriod.of(2024), score=found, **fields)


def texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text) | Note(text=text):
                yield text if isinstance(text, str) else "".join(run.text for run in text)
            case ItemList(items=items):
                yield from (item for item in items if isinstance(item, str))
            case KeyValues(pairs=pairs):
                for label, value in pairs:
                    told = value if isinstance(value, str) else "".join(run.text for run in value)
                    yield f"{label}: {told}"


def tables(document: Document) -> Mapping[str, Table]:
    named = (block for block in document.blocks if isinstance(block, Table))
    return {block.caption or block.columns[0].title: block for block in named}


def ending_in(title: str, document: Document) -> Table:
    """Return the table whose last column is called so."""
    (found,) = (
        block
        for block in document.blocks
        if isinstance(block, Table) and block.columns[-1].title == title
    )
    return found


def pictures(document: Document) -> list[Picture]:
    return [block for block in document.blocks if isinstance(block, Picture)]
