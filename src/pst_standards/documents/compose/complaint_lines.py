"""How complaints about one service are taken: its component in the standard, and its channels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pst_standards.documents.compose.composition import Composition, by_id
from pst_standards.documents.compose.grouping import under_channels
from pst_standards.documents.compose.lines import labelled, listed, pair, said
from pst_standards.documents.compose.phrases import item, span
from pst_standards.documents.compose.steps import step_lists
from pst_standards.documents.outline import Block, Paragraph
from pst_standards.model.channel import Channel
from pst_standards.model.complaints import ComplaintChannel
from pst_standards.model.delivery import ComplaintHandling


def complaint_handling(
    part: ComplaintHandling, offered: Sequence[Channel], composition: Composition
) -> list[Block]:
    """Return how complaints about the service are taken, where, and by which steps."""
    channels = listed(
        channel_line(one, composition) for one in channels_named(part.channels, composition)
    )
    time = span(part.time_limit, composition.lang)
    within = [Paragraph(text=composition.say("complaint.answer-within", time=time))] if time else []
    steps = under_channels(
        part.steps, offered, composition, lambda own: step_lists(own, composition)
    )
    return [
        *said(part.text, composition),
        *labelled(composition.say("complaint.channels"), channels, composition),
        *within,
        *labelled(composition.say("complaint.steps"), steps, composition),
    ]


def channels_named(
    names: Iterable[str], composition: Composition, *, all_when_empty: bool = True
) -> Iterator[ComplaintChannel]:
    """Yield the active complaint channels with these ids, all of them when none is named."""
    complaints = composition.definition.complaints
    known = by_id(complaints.channels if complaints else ())
    for name in tuple(names) or (known if all_when_empty else ()):
        if name in known and known[name].active is not False:
            yield known[name]


def channel_name(channel: ComplaintChannel, composition: Composition) -> str:
    """Return the name of a channel, its medium where it has none."""
    name = item(composition.words(channel.name))
    if name or channel.medium is None:
        return name
    return channel.medium.term(composition.lang)


def channel_line(channel: ComplaintChannel, composition: Composition) -> str:
    """Return a channel with its address or number on one line."""
    value = (channel.value or "").strip()
    return pair(channel_name(channel, composition), value, composition)
