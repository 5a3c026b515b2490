"""How the items of a component are spread over the channels that a service is given in."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from pst_standards.model.base import Text
from pst_standards.model.channel import Channel
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.detectors.channel_words import channels_in, labelled
from pst_standards.rules.detectors.reading import all_words, first_words

BOTH: Final = frozenset(Channel)
NO_CHANNELS: Final[frozenset[Channel]] = frozenset()
_LISTS: Final = (("requirements", "items"), ("procedure", "steps"), ("time_limit", "limits"))


class Spread(NamedTuple):
    """Which channels the items of a component name.

    ``told`` are the channels that some item names, ``unmarked`` counts the items that name
    none, ``plain`` those among them that are for no case of their own either, and ``by_label``
    says that channels are only named by labels such as "Daring: ...".
    """

    told: frozenset[Channel]
    unmarked: int
    plain: int
    total: int
    by_label: bool

    @property
    def covered(self) -> frozenset[Channel]:
        """The channels that the component holds for: an item that names none holds for all."""
        return BOTH if self.unmarked else self.told

    @property
    def fault(self) -> str:
        """How the component fails to tell apart what holds for which channel.

        ``mixed`` where items of one channel are labelled and the rest is left to guess,
        ``unmarked`` where nothing names a channel, so that all may hold for both.
        """
        if not self.plain or self.total < len(BOTH):
            return ""
        if not self.told:
            return "unmarked"
        return "mixed" if self.by_label and self.told != BOTH else ""


def spread_of(node: Any, key: str) -> Spread:
    """Return how the items under a key of a component are spread.

    >>> from pst_standards.model.delivery import Procedure, Step
    >>> spread_of(Procedure(steps=(Step(channels=(Channel.ONLINE,)), Step())), "steps").unmarked
    1
    """
    items = getattr(node, key)
    named = [item.channels for item in items if item.channels]
    bare = [item for item in items if not item.channels]
    labels = list(map(label_of, bare))
    note = channels_in(all_words(node.note)) if node.note else NO_CHANNELS
    # Few different tuples stand in many items, and comparing them is cheaper than hashing.
    seen: list[tuple[Channel, ...]] = []
    for channels in named:
        if channels not in seen:
            seen.append(channels)
    return Spread(
        told=NO_CHANNELS.union(*seen, *labels, note),
        unmarked=labels.count(NO_CHANNELS),
        plain=sum(
            1
            for item, label in zip(bare, labels, strict=True)
            if not label and not getattr(item, "case", None)
        ),
        total=len(items),
        by_label=not named and not note,
    )


def label_of(item: Any) -> frozenset[Channel]:
    """Return the channels that an item names in words, in its text or its case.

    >>> from pst_standards.model.delivery import Requirement
    >>> sorted(one.value for one in label_of(Requirement(text=Text("Daring: surel aktif"))))
    ['online']
    """
    found = labelled(first_words(item.text))
    if found is not None:
        return frozenset({found})
    case: Text | None = getattr(item, "case", None)
    return channels_in(all_words(case)) if case else NO_CHANNELS


def spreads_of(standard: ServiceStandard) -> dict[str, Spread]:
    """Return the spread of the requirements, steps and time limits that a standard lists.

    >>> spreads_of(ServiceStandard(id="library"))
    {}
    """
    found: dict[str, Spread] = {}
    for component, key in _LISTS:
        node = getattr(standard, component)
        if node is not None and getattr(node, key):
            found[component] = spread_of(node, key)
    return found
