"""Parting the items of a component by channel, and by the kind that each states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import inner, joined, opened
from pst_standards.documents.outline import (
    Block,
    Heading,
    ItemList,
    Marker,
    Paragraph,
    Run,
)
from pst_standards.model.base import Choice
from pst_standards.model.channel import Channel


class _OnChannels(Protocol):
    @property
    def channels(self) -> tuple[Channel, ...]: ...


T = TypeVar("T")
C = TypeVar("C", bound=_OnChannels)


def by_channel(
    items: Sequence[C], offered: Sequence[Channel], composition: Composition
) -> Iterator[tuple[str, list[C]]]:
    """Yield the items of each channel under its name; an item without channels holds for all.

    The name is empty where no parting is needed. An item of two channels is named under both, so
    that a user reads one list only.
    """
    all_channels = channels_of(items, offered)
    if all(_is_everywhere(each, all_channels) for each in items):
        yield "", list(items)
        return
    for channel in all_channels:
        own = [each for each in items if not each.channels or channel in each.channels]
        if own:
            yield channel.term(composition.lang), own


def common_first(
    items: Sequence[C], offered: Sequence[Channel], composition: Composition
) -> Iterator[tuple[str, list[C]]]:
    """Yield the items of all channels once without a name, then under each name only its own.

    It is shorter than ``by_channel``, for papers that have little room.
    """
    all_channels = channels_of(items, offered)
    if common := [each for each in items if _is_everywhere(each, all_channels)]:
        yield "", common
    special = [each for each in items if not _is_everywhere(each, all_channels)]
    for channel in all_channels:
        if own := [each for each in special if channel in each.channels]:
            yield channel.term(composition.lang), own


def channels_of(items: Iterable[_OnChannels], offered: Sequence[Channel]) -> list[Channel]:
    """Return the channels that a service has or its items name, in a fixed order."""
    stated = {channel for each in items for channel in each.channels}
    return [channel for channel in Channel if channel in stated or channel in offered]


def _is_everywhere(item: _OnChannels, all_channels: Sequence[Channel]) -> bool:
    return not item.channels or set(item.channels) >= set(all_channels)


def channel_names(channels: Iterable[Channel], composition: Composition) -> str:
    """Return the names of channels as an enumeration in a fixed order."""
    stated = set(channels)
    names = (inner(each.term(composition.lang)) for each in Channel if each in stated)
    return opened(joined(names, composition))


def under_channels(
    items: Sequence[C],
    offered: Sequence[Channel],
    composition: Composition,
    write: Callable[[list[C]], Sequence[Block]],
) -> list[Block]:
    """Return what ``write`` makes of the items of each channel, under the channel's name."""
    blocks: list[Block] = []
    for name, own in by_channel(items, offered, composition):
        written = write(own)
        if written and name:
            blocks.append(Heading(level=3, text=name))
        blocks.extend(written)
    return blocks


def by_kind(
    items: Sequence[T],
    kind_of: Callable[[T], Choice | None],
    line: Callable[[T], str],
    composition: Composition,
) -> Iterator[tuple[str, list[str]]]:
    """Yield the lines of items by kind, in the order of the kinds; those without one come last."""
    kinds = [kind_of(each) for each in items]
    stated = [kind for kind in kinds if kind is not None]
    order = [member for member in type(stated[0]) if member in stated] if stated else []
    for kind in (*order, None):
        shown = (line(each) for each, own in zip(items, kinds, strict=True) if own is kind)
        if lines := [each for each in shown if each]:
            yield kind.term(composition.lang) if kind else "", lines


def under_kinds(
    items: Sequence[T],
    kind_of: Callable[[T], Choice | None],
    line: Callable[[T], str],
    composition: Composition,
) -> list[Block]:
    """Return the lines of items under the name of each kind.

    Numbers go on from one kind to the next, so that each names one item.
    """
    blocks: list[Block] = []
    number = 1
    for name, lines in by_kind(items, kind_of, line, composition):
        if name:
            label = composition.say("label", label=name)
            blocks.append(Paragraph(text=(Run(text=label, emphasis=True),)))
        blocks.append(ItemList(items=tuple(lines), marker=Marker.DECIMAL, start=number))
        number += len(lines)
    return blocks
