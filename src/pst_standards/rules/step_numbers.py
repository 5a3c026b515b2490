"""Where the numbers of steps break: too high, out of order, or used twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pst_standards.model.channel import Channel


class Numbered(NamedTuple):
    """A step with its number, its channels, and the number of the step before it in the list."""

    place: int
    number: int
    channels: tuple[Channel, ...]
    before: int


class Break(NamedTuple):
    """Where a number does not follow: ``gap``, ``order`` or ``double``, and the one expected."""

    place: int
    fault: str
    number: int
    other: int


_FIRST: Final = 1


def breaks(steps: Sequence[Numbered]) -> tuple[Break, ...]:
    """Return where the numbers of some steps break.

    Steps of two channels may be numbered through, or each channel from 1 on, with or without
    the steps that both share. The reading with the fewest breaks is the one meant.

    >>> in_person, online = (Channel.IN_PERSON,), (Channel.ONLINE,)
    >>> breaks([Numbered(0, 1, in_person, 0), Numbered(1, 1, online, 1)])
    ()
    >>> breaks([Numbered(0, 1, (), 0), Numbered(1, 3, (), 1)])
    (Break(place=1, fault='gap', number=3, other=2),)
    """
    whole = list(_in_sequence(steps))
    groups: dict[tuple[Channel, ...], list[Numbered]] = {}
    for step in steps:
        groups.setdefault(step.channels, []).append(step)
    if not whole or len(groups) == 1:
        return tuple(whole)
    apart = [fault for group in groups.values() for fault in _in_sequence(group)]
    fewest = apart
    for reading in (_by_channel(steps), whole):
        if len(reading) < len(fewest):
            fewest = reading
    return tuple(fewest)


def _by_channel(steps: Sequence[Numbered]) -> list[Break]:
    """Return the breaks of each channel with the steps that name no channel among its own."""
    found = {
        (fault.place, fault.fault): fault
        for channel in Channel
        if any(channel in step.channels for step in steps)
        for fault in _in_sequence(
            [step for step in steps if not step.channels or channel in step.channels]
        )
    }
    return list(found.values())


def _in_sequence(steps: Sequence[Numbered]) -> Iterator[Break]:
    highest = 0
    for at, step in enumerate(steps):
        number = step.number
        if at == 0:
            # What stands before a lower number is misplaced, and told of there.
            follows = len(steps) == 1 or steps[1].number >= number
            if follows and number not in {0, _FIRST, step.before + 1}:
                yield Break(step.place, "gap", number, _FIRST)
            highest = number
        elif number < highest:
            yield Break(step.place, "order", number, steps[at - 1].number)
            # A list that goes on from here has begun anew; a single one is only misplaced.
            if at + 1 < len(steps) and steps[at + 1].number == number + 1:
                highest = number
        else:
            if number == highest:
                yield Break(step.place, "double", number, number)
            elif number > highest + 1:
                yield Break(step.place, "gap", number, highest + 1)
            highest = number
