"""From a body to a whole document: letterhead, footer, stamp, and the list of open values."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import partial

from attrs import evolve, frozen

from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.draft_page import draft_page
from pst_standards.documents.compose.head import letterhead, office_name
from pst_standards.documents.compose.open_points import OpenPoints, open_points
from pst_standards.documents.outline import (
    Block,
    Document,
    Heading,
    Lang,
    Layout,
    Letterhead,
    Panels,
    Paper,
)
from pst_standards.documents.passages import strung
from pst_standards.findings import Pointer
from pst_standards.model.definition import Definition


@frozen(kw_only=True)
class Composed:
    """A document with what keeps it a draft, and the pictures that were not at hand.

    ``read`` has the pointers of the values that were read for it, ``dotted`` those of what it
    leaves to the hand as dots, ``unfilled`` the keys that its further input lacks.
    """

    document: Document
    points: OpenPoints
    missing_files: Mapping[Pointer, str]
    read: AbstractSet[Pointer] = frozenset()
    dotted: tuple[Pointer, ...] = ()
    unfilled: tuple[str, ...] = ()


def compose(
    definition: Definition,
    composer: Composer,
    *,
    standard: int | None = None,
    lang: Lang,
    paper: Paper = Paper.A4,
    assets: Mapping[str, bytes] | None = None,
    signature: str = "",
) -> Composed:
    """Compose one document; ``standard`` is the place of the standard that it shows.

    ``signature`` is ``wet`` or the anchor of an electronic one, empty where the definition says it.
    """
    files = {} if assets is None else assets
    work = partial(Composition, original=definition, assets=files, signature=signature)
    composition = work(lang=lang, paper=paper)
    shown = None if standard is None else composition.definition.standards[standard]
    head, body = letterhead(composition), composer(composition, shown)
    points = _points(body, composition)
    return Composed(
        document=_document(body, head, points, composition),
        points=points,
        missing_files=dict(composition.missing_files),
        read=composition.seen,
        dotted=tuple(composition.dotted),
        unfilled=tuple(composition.unfilled),
    )


def _document(
    body: Body, head: Letterhead | None, points: OpenPoints, composition: Composition
) -> Document:
    office = _short_name(composition)
    titled = any(isinstance(block, (Heading, Panels)) for block in body.blocks)
    notes = tuple(draft_page(points, body.title, composition, 2 if titled else 1))
    return Document(
        title=body.title,
        blocks=(*body.blocks, *_signature(body, points), *notes),
        lang=composition.lang,
        subject=body.title,
        author=office,
        created=body.dated,
        paper=composition.paper,
        landscape=body.landscape,
        layout=body.layout,
        scale=body.scale,
        embedded=body.embedded,
        linked_data=body.linked_data,
        draft=points.draft,
        draft_note=_draft_note(points, composition),
        draft_blocks=len(notes),
        footer_text=strung(" \N{MIDDLE DOT} ", filter(None, (office, body.title))),
        letterhead=None if body.layout is Layout.FOLDED else head,
        number=body.number,
    )


def _points(body: Body, composition: Composition) -> OpenPoints:
    found = open_points(composition)
    adopted = found.adopted or not body.needs_adoption
    return evolve(found, reason=body.open_reason, adopted=adopted)


def _signature(body: Body, points: OpenPoints) -> tuple[Block, ...]:
    if body.signature is None or not (body.signed or points.draft):
        return ()
    return (body.signature,)


def _short_name(composition: Composition) -> str:
    office = composition.definition.office
    short = (office.short_name or "").strip() if office else ""
    return short or office_name(composition)


def _draft_note(points: OpenPoints, composition: Composition) -> str:
    if not points.draft or points.reason:
        return points.reason
    reason = "values" if points.values else "gaps" if points.gaps else "stage"
    return composition.say(f"draft.note.{reason}")
