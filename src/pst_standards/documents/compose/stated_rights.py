"""The rights in a complaint as an office states them, beside those of the catalogue.

What the definition states is printed in its words and order. The catalogue speaks only where the
office says nothing: of a holder of whom nothing is stated, and of a right that an article grants
and that the office, showing fewer than is usual (rule WBS-003), has left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from pst_standards.complaints.rights import Holder, Right, rights_of
from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.phrases import cited, cited_all, item
from pst_standards.documents.outline import Block, Heading, Marker, Note, Paragraph
from pst_standards.law.citation import Citation, CitationError
from pst_standards.model.complaints import Complaints, RightHolder
from pst_standards.model.complaints import Right as Stated

_Matches: TypeAlias = Mapping[int, str]
"""The place of a stated right, and the id of the right of the catalogue that it is."""
_OTHER: Final = "other"


def rights_by_holder(composition: Composition, *, level: int) -> Iterator[Block]:
    """Yield the rights of reporter, reported and examiner under headings of a level.

    Rights that name no holder come last, under a heading of their own.
    """
    for holder in RightHolder:
        yield Heading(level=level, text=composition.say(f"procedure.rights.{holder.value}"))
        yield from _of(holder, composition)
    if loose := _lines(_places(None, composition), composition):
        yield Heading(level=level, text=composition.say(f"procedure.rights.{_OTHER}"))
        yield from listed(loose, Marker.LETTER)
    if _some_without_article(composition):
        yield small(composition.say("rights.without-article"))


def _some_without_article(composition: Composition) -> bool:
    """Tell whether rights stand without an article among others that name theirs."""
    cites = {bool((one.citation or "").strip()) for one in _stated(composition) if one.text}
    return len(cites) > 1


def _of(holder: RightHolder, composition: Composition) -> Iterator[Block]:
    name = holder.term(composition.lang).lower()
    usual = rights_of(Holder(holder.value), on_page=True)
    places = _places(holder, composition)
    lines = _lines(places, composition)
    if not lines:
        yield from listed((_of_catalogue(one, composition) for one in usual), Marker.LETTER)
        yield Note(text=composition.say("rights.proposed", holder=name))
        return
    yield from listed(lines, Marker.LETTER)
    if len(lines) < len(usual):
        stated = set(_matched(holder, composition).values())
        granted = [one for one in usual if one.in_article and one.id not in stated]
        yield from _left_out(granted, name, composition)


def _left_out(granted: Sequence[Right], name: str, composition: Composition) -> Iterator[Block]:
    if granted:
        yield Paragraph(text=composition.say("rights.left-out", holder=name))
        yield from listed((_of_catalogue(one, composition) for one in granted), Marker.LETTER)


def rights_on_paper(
    chosen: Sequence[Right], holder: Holder, composition: Composition, *, cites: bool
) -> list[str]:
    """Return chosen rights of the catalogue as lines, in the words of the office where it has some.

    What the office states for the holder beyond the catalogue follows. ``cites`` adds the articles.
    """
    matched = _matched(RightHolder(holder.value), composition)
    own = {identity: place for place, identity in matched.items()}
    lines = []
    for one in chosen:
        if one.id in own:
            lines += _lines([own[one.id]], composition, cites=cites)
        else:
            lines.append(_of_catalogue(one, composition, cites=cites))
    further = [n for n in _places(RightHolder(holder.value), composition) if n not in matched]
    return lines + _lines(further, composition, cites=cites)


def _stated(composition: Composition) -> Sequence[Stated]:
    """Return what is stated, unwatched: choosing among rights is not printing them."""
    return (composition.original.complaints or Complaints()).rights


def _places(holder: RightHolder | None, composition: Composition) -> list[int]:
    return [
        place
        for place, one in enumerate(_stated(composition))
        if one.holder is holder and composition.words(one.text)
    ]


def _lines(places: Sequence[int], composition: Composition, *, cites: bool = True) -> list[str]:
    complaints = composition.definition.complaints or Complaints()
    lines = []
    for place in places:
        one = complaints.rights[place]
        wording = item(composition.words(one.text))
        basis = cited(one.citation, composition.lang) if cites else ""
        lines.append(wording + f" ({basis})" if basis else wording)
    return lines


def _of_catalogue(right: Right, composition: Composition, *, cites: bool = True) -> str:
    """Return a right of the catalogue, with the articles that grant it if any do."""
    if not (cites and right.in_article):
        return right.text(composition.lang)
    basis = cited_all(right.citations, composition.lang)
    return f"{right.text(composition.lang)} ({basis})"


def _matched(holder: RightHolder, composition: Composition) -> _Matches:
    """Return which stated right is which of the catalogue: by its words, else by its article.

    Several rights rest on one article, so that each stated right is taken for one at most.
    """
    stated, catalogue = _stated(composition), rights_of(Holder(holder.value))
    found: dict[int, str] = {}
    for same in (_same_words, _same_article):
        for place in _places(holder, composition):
            left = (one for one in catalogue if one.id not in found.values())
            match = next((one for one in left if same(stated[place], one)), None)
            if place not in found and match is not None:
                found[place] = match.id
    return found


def _same_words(stated: Stated, right: Right) -> bool:
    return stated.text is not None and any(
        item(stated.text.get(lang)).casefold() == right.text(lang).casefold()
        for lang in ("id", "en")
    )


def _same_article(stated: Stated, right: Right) -> bool:
    said = _normal(stated.citation or "")
    return bool(said) and said in map(_normal, right.citations)


@lru_cache(maxsize=256)
def _normal(citation: str) -> str:
    try:
        return str(Citation.parse(citation.strip()))
    except CitationError:
        return citation.strip()
