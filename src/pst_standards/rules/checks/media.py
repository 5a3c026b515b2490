"""PUB-002, PUB-004, PUB-006: published where people reach it, in a form they can read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.publication import (
    InformationPart,
    Publication,
    PublicationKind,
    PublicationMedium,
)
from pst_standards.rules.binding import Check
from pst_standards.rules.checks.publications import parts_of
from pst_standards.rules.conditions import has
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.information import may_be_link
from pst_standards.rules.wordings import says

_FEW: Final = 2


def _parts_not_open(context: Context) -> Iterator[Hit]:
    publications = context.definition.publications
    shown: dict[InformationPart, list[int]] = {}
    for place, one in enumerate(publications):
        for part in parts_of(one):
            shown.setdefault(part, []).append(place)
    for part in InformationPart:
        found = [publications[place] for place in shown.get(part, ())]
        if found and not any(map(_is_found, found)):
            variant = "closed" if all(one.reachable is False for one in found) else "nowhere"
            yield Hit(("publications", shown[part][0]), {"part": part.value}, variant)


def _is_found(publication: Publication) -> bool:
    """Whether it says where it stands, and is not said to be closed."""
    placed = bool(publication.media or publication.url or publication.reachable)
    return placed and publication.reachable is not False


def _shows_standard(publication: Publication) -> bool:
    return InformationPart.STANDARDS in parts_of(publication) or bool(
        publication.standards and publication.kind is PublicationKind.PAGE
    )


def _standard_shown(context: Context) -> bool:
    return any(map(_shows_standard, context.definition.publications))


def media_of(publication: Publication) -> frozenset[PublicationMedium]:
    """Return the media of a publication; an address stands for SIPPN or for a website.

    >>> sorted(one.value for one in media_of(Publication(id="page", url="https://example.go.id")))
    ['website']
    """
    media = set(publication.media)
    if publication.url:
        sippn = "sippn" in publication.url.lower()
        media.add(PublicationMedium.SIPPN if sippn else PublicationMedium.WEBSITE)
    return frozenset(media)


def standard_media(context: Context) -> frozenset[PublicationMedium]:
    """Return the media in which the standards are shown."""
    shown = filter(_shows_standard, context.definition.publications)
    return frozenset().union(*map(media_of, shown))


def _few_media(context: Context) -> Iterator[Hit]:
    media = standard_media(context)
    found = tuple(medium.value for medium in PublicationMedium if medium in media)
    if len(found) < _FEW:
        yield Hit(("publications",), {"count": len(found)}, "few")
    elif PublicationMedium.SIPPN not in media:
        yield Hit(("publications",), {"media": found}, "sippn")


def _not_readable(context: Context) -> Iterator[Hit]:
    for place, one in enumerate(context.definition.publications):
        here = ("publications", place)
        # A part that nobody can reach at all is reported by PUB-002.
        if one.reachable is False and parts_of(one) <= _open_parts(context):
            yield Hit((*here, "reachable"), {"publication": one.id}, "closed")
        if one.url and not may_be_link(one.url):
            yield Hit((*here, "url"), {"url": one.url}, "link")
        if one.readable is False and _on_screen(one) and not _is_readable_elsewhere(one, context):
            yield Hit((*here, "readable"), {"publication": one.id}, "image")


def _open_parts(context: Context) -> frozenset[InformationPart]:
    publications = context.definition.publications
    return frozenset().union(*(parts_of(one) for one in publications if one.reachable is not False))


def _on_screen(publication: Publication) -> bool:
    """Whether it is read on a screen; a picture on the wall is read by everyone."""
    media = publication.media
    return not media or any(medium.electronic for medium in media)


def _is_readable_elsewhere(publication: Publication, context: Context) -> bool:
    """Whether the same is there as text, on its own page or in another document."""
    return says(publication.text) or any(
        other.readable is True and _is_same(other, publication)
        for other in context.definition.publications
    )


def _is_same(one: Publication, other: Publication) -> bool:
    return (
        one.kind is other.kind
        and one.kind is not None
        and set(one.standards) == set(other.standards)
        and (one.year, one.period) == (other.year, other.period)
    )


CHECKS: Final = (
    Check(id="PUB-002", find=_parts_not_open, applies=has("publications")),
    Check(id="PUB-004", find=_few_media, applies=_standard_shown),
    Check(id="PUB-006", find=_not_readable, applies=has("publications")),
)
