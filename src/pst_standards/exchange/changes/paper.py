"""The table of changes that the minutes of a public discussion enclose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.finishing import compose
from pst_standards.documents.compose.head import office_name
from pst_standards.documents.compose.phrases import DASH, cited
from pst_standards.documents.kinds import chosen_language, chosen_paper
from pst_standards.documents.outline import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    ParagraphStyle,
    Table,
)
from pst_standards.exchange.changes.comparison import Comparison, Judged, Part
from pst_standards.exchange.changes.effects import DISCUSSION
from pst_standards.exchange.changes.words import Wording, say
from pst_standards.model.standard import ServiceStandard

_LONG_CELL: Final = 600
"""Letters of a cell that may take most of a page, so that its row must be free to break."""


def change_table(
    comparison: Comparison,
    *,
    lang: str | None = None,
    paper: str = "A4",
    assets: Mapping[str, bytes] | None = None,
) -> Document:
    """Return the table of changes as an outline, under the letterhead of the new definition.

    >>> from pst_standards.definitions import loads
    >>> from pst_standards.exchange.changes.comparison import compare
    >>> change_table(compare(loads("lang: id"), loads("lang: id"))).title
    'Tabel perubahan standar pelayanan'
    """
    return compose(
        comparison.new,
        _composer(comparison.told),
        lang=chosen_language(comparison.new, lang),
        paper=chosen_paper(paper),
        assets=assets,
    ).document


def _composer(comparison: Comparison) -> Composer:
    def composer(composition: Composition, _: ServiceStandard | None) -> Body:
        title = say("paper.title", composition.lang)
        return Body(
            title=title,
            blocks=(Heading(level=1, text=title), *_blocks(comparison, composition)),
            needs_adoption=False,
            landscape=True,
        )

    return composer


def _blocks(comparison: Comparison, composition: Composition) -> Iterator[Block]:
    lang = composition.lang
    office = office_name(composition)
    if office:
        yield Paragraph(text=office, style=ParagraphStyle.CENTERED)
    yield Paragraph(text=summary(comparison, lang), style=ParagraphStyle.LEAD)
    wording = Wording(comparison=comparison, lang=lang)
    for part in comparison.parts:
        yield Heading(level=2, text=wording.title(part))
        yield _table(part, wording)
    if comparison.discussion:
        yield Paragraph(text=say("discussion", lang, citation=cited(DISCUSSION, composition.lang)))
    if comparison.parts:
        yield Paragraph(text=say("paper.judged", lang))


def summary(comparison: Comparison, lang: str) -> str:
    """Return how many changes there are, of which effect, and how many are not shown."""
    if not comparison.parts and not comparison.untold:
        return say("none", lang)
    rest = say("untold", lang, count=comparison.untold) if comparison.untold else ""
    return f"{_counted(comparison, lang)} {rest}".strip()


def _counted(comparison: Comparison, lang: str) -> str:
    if not comparison.parts:
        return ""
    counts = [
        say("count", lang, count=count, effect=say(f"effect.{name}", lang))
        for name, count in comparison.counts.items()
        if count
    ]
    return say("summary", lang, total=len(comparison.changes), counts=", ".join(counts))


def _table(part: Part, wording: Wording) -> Table:
    columns = (("number", 5), ("place", 20), ("old", 25), ("new", 25), ("effect", 12), ("way", 13))
    rows = tuple(
        _row(number, part, one, wording) for number, one in enumerate(part.changes, start=1)
    )
    return Table(
        columns=tuple(
            Column(
                title=say(f"column.{name}", wording.lang),
                share=share,
                align=Align.CENTER if name == "number" else Align.START,
                heads_row=name == "place",
            )
            for name, share in columns
        ),
        rows=rows,
        keep_rows=all(len(cell) < _LONG_CELL for row in rows for cell in row),
    )


def _row(number: int, part: Part, judged: Judged, wording: Wording) -> tuple[str, ...]:
    lang = wording.lang
    old, new = wording.values(judged.change)
    return (
        f"{number}.",
        wording.place(part, judged.change),
        old,
        new,
        say(f"effect.{judged.effect.value}", lang),
        say("way.discussion", lang) if judged.discussion else DASH,
    )
