"""Who holds a post, under which number, and where the office signs: said once, true everywhere.

A definition has many places for a signer and the place of signing. What one of them leaves out
another often has; only what none of them has is left to the hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import bare, proper
from pst_standards.documents.compose.watching import pointer_of
from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.channel import Decree, Official
from pst_standards.model.definition import Definition
from pst_standards.model.maklumat import Maklumat

_HEAD: Final = frozenset({"kepala", "kepala kantor", "head of office", "head of the office"})
"""How a rule or a decree may call the head without the name of the office."""


def signing_place(stated: str | None, composition: Composition) -> str:
    """Return the stated place, else that of every other decision, else the city of the office.

    Decisions of two places tell nothing of a third.
    """
    if place := proper(stated):
        return place
    known = [proper(one.place) for one in _decisions(composition.original)]
    if len({one.casefold() for one in known if one}) == 1:
        first = next(number for number, one in enumerate(known) if one)
        return proper(list(_decisions(composition.definition))[first].place)
    office = composition.definition.office
    return proper(office.address.city) if office and office.address and not any(known) else ""


def _decisions(definition: Definition) -> Iterator[Decree | Maklumat]:
    yield from (one.decree for one in definition.standards if one.decree)
    if maklumat := definition.maklumat:
        yield maklumat
        yield from (one for one in (maklumat.decree,) if one)
    for part in (definition.compensation, definition.complaints):
        if part and part.decree:
            yield part.decree


def officials(definition: Definition) -> Iterator[Official]:
    """Yield everybody whom a definition names with a post, the head of the office first."""
    office, complaints = definition.office, definition.complaints
    if office and office.head:
        yield office.head
    named = (
        *((one.signer) for one in _decisions(definition)),
        complaints.responsible if complaints else None,
    )
    yield from (one for one in named if one)


def number_of(signer: Official | None, composition: Composition) -> str:
    """Return the number of a signer, where it is not stated that of the same name elsewhere."""
    return _of_namesakes(signer, "id_number", composition)


def rank_of(signer: Official | None, composition: Composition) -> str:
    """Return the rank of a signer, likewise: one person signs alike on every paper."""
    return _of_namesakes(signer, "rank", composition)


def _of_namesakes(signer: Official | None, key: str, composition: Composition) -> str:
    if signer is None:
        return ""
    if own := proper(getattr(signer, key)):
        return own
    known = [(one, shown) for one, shown in _namesakes(signer, composition) if getattr(one, key)]
    if len({proper(getattr(one, key)) for one, _ in known}) != 1:
        return ""
    return proper(getattr(known[0][1], key))


def place_of(signer: Official | None, composition: Composition) -> Pointer:
    """Return where a definition names a signer, ``()`` where it names nobody so."""
    if signer is None:
        return ()
    others = _namesakes(signer, composition)
    return pointer_of(signer) or next((pointer_of(shown) for _, shown in others), ())


def _namesakes(signer: Official, composition: Composition) -> list[tuple[Official, Official]]:
    """Return everybody of the same name, each with the same watched."""
    name, shown = _key(signer.name), officials(composition.definition)
    pairs = zip(officials(composition.original), shown, strict=True)
    return [(one, seen) for one, seen in pairs if name and _key(one.name) == name]


def holder_of(position: Text | None, composition: Composition) -> Official | None:
    """Return who holds a post, where the definition names somebody in it."""
    asked, office = _key(composition.words(position)), composition.definition.office
    if asked and is_head(asked, composition):
        return office.head if office else None
    posts = [
        _key(one.position.get(composition.lang)) if one.position and _key(one.name) else ""
        for one in officials(composition.original)
    ]
    if not asked or asked not in posts:
        return None
    return list(officials(composition.definition))[posts.index(asked)]


def is_head(position: str, composition: Composition) -> bool:
    """Tell whether a post is that of the head of the office, by its full name or a short one."""
    office = composition.original.office
    head = office.head if office else None
    if office is None or head is None:
        return False
    own = _key(head.position.get(composition.lang)) if head.position else ""
    names = (office.name, office.short_name)
    called = {own, *_HEAD, *(_key(f"kepala {one}") for one in names if one)}
    return bool(_key(position)) and _key(position) in called


def _key(wording: str | None) -> str:
    return " ".join(bare(wording or "").casefold().split())
