"""What lies in each folder and what is still to be brought: a row for each piece of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final, TypeAlias

from attrs import evolve, frozen

from pst_standards.exchange.evidence.assessing import Assessment, Lacking
from pst_standards.exchange.evidence.instruments import Condition, Edition, Item, Piece
from pst_standards.exchange.evidence.papers import Made, Papers
from pst_standards.exchange.evidence.wording import (
    document_named,
    lacking_told,
    responsible,
    say,
)

Brought: TypeAlias = Mapping[str, tuple[str, ...]]
"""Names of the files that people have put into each folder."""
GUIDE: Final = "petunjuk.txt"
"""The note in each folder on what belongs there."""
_UNFIT: Final = re.compile(r"[^a-z0-9]+")
_END: Final = re.compile(r"[:;,(]")
_LONGEST: Final = 48


class State(Enum):
    """How it stands with a piece of evidence; ``UNSORTED`` are files that belong to none."""

    AVAILABLE = "available"
    MISSING = "missing"
    PHOTO = "photo"
    SCREENSHOT = "screenshot"
    UNSORTED = "unsorted"


_NEEDED: Final = {
    "file": State.MISSING,
    "photo": State.PHOTO,
    "screenshot": State.SCREENSHOT,
}


@frozen(kw_only=True)
class Row:
    """A piece of evidence: in which folder, what it is, how it stands, who is responsible.

    ``name`` is how the file that a person brings has to begin, empty for documents of ours.
    ``draft`` tells that a document is stamped as a draft, ``reason`` why there is none.
    """

    folder: str
    item: Item
    words: str
    state: State
    responsible: str
    files: tuple[str, ...] = ()
    name: str = ""
    draft: bool = False
    reason: str = ""


def folder_names(edition: Edition) -> tuple[str, ...]:
    """Return the folder of each item, Indonesian in every language.

    It has the number that the instrument gives the item, or its place where that is no figure. So
    they stay the same when an index is written in another language, and what people have put into
    them is found again.

    >>> from pst_standards.exchange.evidence.instruments import instrument
    >>> folder_names(instrument("pekppp", 2026))[4]
    '05-maklumat-pelayanan'
    """
    return tuple(
        f"{_numbered(item.number, place)}-{_slug(item.title.id)}"
        for place, item in enumerate(edition.items, 1)
    )


def _numbered(number: str, place: int) -> str:
    return number.zfill(2) if number[:1].isdigit() else f"{place:02d}"


def _slug(words: str) -> str:
    """Return words as the name of a folder; long ones up to where a part of them ends.

    Where none ends in time, they are cut between two words.
    """
    ends = [len(words), *(found.start() for found in reversed(list(_END.finditer(words))))]
    heads = [_UNFIT.sub("-", words[:end].lower()).strip("-") for end in ends]
    fitting = (head for head in heads if head and len(head) <= _LONGEST)
    return next(fitting, heads[0][:_LONGEST].rpartition("-")[0])


def _plain(name: str) -> str:
    """Return the name of a file as it is compared: people write blanks where a hyphen stands."""
    return _UNFIT.sub("-", name.lower())


def _is_of(path: str, name: str) -> bool:
    """Tell whether a file, or the folder within which people keep it, begins with a name."""
    return any(_plain(part).startswith(name) for part in path.split("/"))


def rows(
    assessment: Assessment, papers: Papers, brought: Brought
) -> Iterator[tuple[Row, tuple[Made, ...]]]:
    """Yield every piece of evidence with the files of ours that it gives."""
    edition = assessment.edition
    for folder, item in zip(folder_names(edition), edition.items, strict=True):
        found = list(_of_item(folder, item, assessment, papers, brought))
        yield from found
        known = {name for row, _ in found for name in row.files}
        others = tuple(one for one in brought.get(folder, ()) if one not in {*known, GUIDE})
        if others:
            yield _unsorted(found[0][0], others, papers.lang), ()


def _of_item(
    folder: str, item: Item, assessment: Assessment, papers: Papers, brought: Brought
) -> Iterator[tuple[Row, tuple[Made, ...]]]:
    who = responsible(item.responsible, papers.definition, papers.lang)
    for piece in item.evidence:
        for kind in piece.documents:
            row, made = _of_ours(folder, item, kind, papers, who)
            yield _unless_blank(row, piece, assessment, papers.lang), made
        if not piece.documents:
            yield _of_theirs(folder, item, piece, papers, who, brought)


def _unsorted(row: Row, files: tuple[str, ...], lang: str) -> Row:
    """Return what lies in the folder of a row and counts for nothing: a name was mistyped."""
    return Row(
        folder=row.folder,
        item=row.item,
        words=say("unsorted", lang, files=files),
        state=State.UNSORTED,
        responsible=row.responsible,
        files=files,
        reason=say("unsorted.why", lang),
    )


def _of_ours(
    folder: str, item: Item, kind: str, papers: Papers, who: str
) -> tuple[Row, tuple[Made, ...]]:
    made = papers.of(kind)
    row = Row(
        folder=folder,
        item=item,
        words=document_named(kind, papers.lang),
        state=State.AVAILABLE if made else State.MISSING,
        responsible=who,
        files=tuple(one.name for one in made),
        draft=any(one.draft for one in made),
        reason="" if made else papers.lacking(kind),
    )
    return row, made


def _unless_blank(row: Row, piece: Piece, assessment: Assessment, lang: str) -> Row:
    """Call a document missing while it is a form that nobody could have filled in."""
    fact = assessment.known.get(piece.when)
    if row.state is State.MISSING or fact is None or fact.value:
        return row
    needed = lacking_told(Lacking(Condition(fact.name), known=True), lang)
    return evolve(row, state=State.MISSING, reason=needed)


def _of_theirs(
    folder: str, item: Item, piece: Piece, papers: Papers, who: str, brought: Brought
) -> tuple[Row, tuple[Made, ...]]:
    there = brought.get(folder, ())
    made = tuple(papers.photos(piece.facilities, piece.name))
    own = [one.name for one in made]
    theirs = [one for one in there if one not in own and _is_of(one, piece.name)]
    files = (*own, *theirs)
    unusable = papers.unusable(piece.facilities)
    row = Row(
        folder=folder,
        item=item,
        words=piece.words.get(papers.lang),
        state=State.AVAILABLE if files else _NEEDED[piece.kind],
        responsible=who,
        files=files,
        name=piece.name,
        reason=say("unusable", papers.lang, files=unusable, name=piece.name) if unusable else "",
    )
    # A photo that is there already stays: somebody may have put a newer one in its place.
    return row, tuple(one for one in made if one.name not in there)
