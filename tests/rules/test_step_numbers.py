"""Numbers of steps, through all of them or anew for each channel."""

from __future__ import annotations

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from pst_standards.model.channel import Channel
from pst_standards.rules.step_numbers import Numbered, breaks

IN_PERSON, ONLINE, ANY = (Channel.IN_PERSON,), (Channel.ONLINE,), ()


def sequence(*steps: tuple[int, tuple[Channel, ...]]) -> tuple[tuple[int, str, int, int], ...]:
    made: list[Numbered] = []
    for place, (number, channels) in enumerate(steps):
        made.append(Numbered(place, number, channels, made[-1].number if made else 0))
    return tuple((one.place, one.fault, one.number, one.other) for one in breaks(made))


def through(*numbers: int) -> tuple[tuple[int, str, int, int], ...]:
    return sequence(*((number, ANY) for number in numbers))


@pytest.mark.parametrize("numbers", [(), (1,), (0,), (1, 2, 3), (0, 1, 2)])
def test_numbers_that_follow_each_other_are_in_order(numbers: tuple[int, ...]) -> None:
    assert through(*numbers) == ()


def test_a_gap_says_which_number_was_expected() -> None:
    assert through(2) == ((0, "gap", 2, 1),)
    assert through(1, 3) == ((1, "gap", 3, 2),)
    assert through(1, 3, 4, 6) == ((1, "gap", 3, 2), (3, "gap", 6, 5))


def test_a_number_used_twice_is_double() -> None:
    assert through(1, 2, 2, 3) == ((2, "double", 2, 2),)


def test_a_number_that_falls_back_is_out_of_order() -> None:
    assert through(10, 11, 1) == ((0, "gap", 10, 1), (2, "order", 1, 11))
    # A misplaced step says nothing of those behind it.
    assert through(1, 2, 4, 3, 5) == ((2, "gap", 4, 3), (3, "order", 3, 4))


def test_a_list_that_begins_anew_is_out_of_order_once() -> None:
    assert through(1, 2, 3, 1, 2, 3) == ((3, "order", 1, 3),)
    assert through(1, 2, 3, 1, 2, 4) == ((3, "order", 1, 3), (5, "gap", 4, 3))
    assert through(1, 2, 3, 1, 4) == ((3, "order", 1, 3),)


def test_each_channel_may_begin_from_one() -> None:
    assert sequence((1, IN_PERSON), (2, IN_PERSON), (1, ONLINE), (2, ONLINE)) == ()
    assert sequence((1, IN_PERSON), (1, ONLINE), (2, IN_PERSON), (2, ONLINE)) == ()


def test_channels_may_be_numbered_through() -> None:
    assert sequence((1, IN_PERSON), (2, IN_PERSON), (3, ONLINE), (4, ONLINE)) == ()


def test_channels_may_share_their_first_and_last_steps() -> None:
    assert sequence((1, ANY), (2, IN_PERSON), (2, ONLINE), (3, ANY)) == ()


def test_steps_without_channel_may_stand_beside_those_of_one() -> None:
    assert sequence((1, ANY), (2, ANY), (1, ONLINE), (2, ONLINE)) == ()


def test_a_second_channel_may_go_on_from_the_first() -> None:
    both = (Channel.IN_PERSON, Channel.ONLINE)
    assert sequence((1, IN_PERSON), (1, both), (2, ONLINE), (3, ONLINE)) == ()


def test_a_break_inside_a_channel_is_told_once() -> None:
    steps = ((1, IN_PERSON), (2, IN_PERSON), (4, IN_PERSON), (1, ONLINE), (2, ONLINE))
    assert sequence(*steps) == ((2, "gap", 4, 3),)
    shared = ((1, ANY), (2, IN_PERSON), (2, ONLINE), (4, ANY))
    assert sequence(*shared) == ((3, "gap", 4, 3),)


@given_by(st.integers(min_value=0, max_value=30), st.sampled_from([0, 1]))
def test_counting_up_never_breaks(length: int, first: int) -> None:
    assert through(*range(first, first + length)) == ()


@given_by(st.lists(st.integers(min_value=0, max_value=12), max_size=12))
def test_no_numbers_are_broken_without_reason(numbers: list[int]) -> None:
    steps = [Numbered(place, number, ANY, 0) for place, number in enumerate(numbers)]
    found = breaks(steps)
    fine = any(numbers == list(range(first, first + len(numbers))) for first in (0, 1))
    assert (found == ()) == fine
    assert all(numbers[one.place] == one.number for one in found)
