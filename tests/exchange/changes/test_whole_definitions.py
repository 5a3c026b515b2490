"""The laws of changes over whole definitions, as offices write them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions.rebasing import alike
from pst_standards.definitions.structure import plain
from pst_standards.exchange.changes import apply, compare, diff
from pst_standards.exchange.changes.words import Wording
from pst_standards.model.definition import Definition
from pst_standards.testing.strategies import definitions

pairs = st.tuples(definitions(), definitions())


@given(pair=pairs)
def test_changes_lead_from_one_definition_to_the_other(pair: tuple[Definition, Definition]) -> None:
    old, new = (plain(one) for one in pair)
    assert apply(diff(old, new), old) == new


@given(pair=pairs)
def test_the_effect_of_the_way_back_is_the_opposite(pair: tuple[Definition, Definition]) -> None:
    old, new = pair
    there = {
        one.change.pointer + one.change.turned.kind.value: one.effect.turned
        for one in compare(old, new).changes
    }
    back = {
        one.change.pointer + one.change.kind.value: one.effect for one in compare(new, old).changes
    }
    assert there == back


@given(pair=pairs)
def test_what_a_reader_is_not_told_is_counted_and_without_effect(
    pair: tuple[Definition, Definition],
) -> None:
    found = compare(*pair)
    told = found.told
    neutral = found.counts["neutral"] - told.counts["neutral"]
    assert {**found.counts, "neutral": neutral} == {**told.counts, "neutral": told.untold}
    assert {one.discussion for one in found.changes if one not in told.changes} <= {False}


@given(pair=pairs)
def test_every_change_has_words_in_both_languages(pair: tuple[Definition, Definition]) -> None:
    comparison = compare(*pair).told
    for lang in ("id", "en"):
        wording = Wording(comparison=comparison, lang=lang)
        for part in comparison.parts:
            assert wording.title(part)
            for one in part.changes:
                assert wording.place(part, one.change)
                assert all(isinstance(words, str) for words in wording.values(one.change))


@pytest.mark.parametrize("count", [50, 400])
def test_the_work_grows_with_the_size(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from pst_standards.exchange.changes import comparing

    done = 0

    def counted(one: Any, other: Any) -> bool:
        nonlocal done
        done += 1
        return alike(one, other)

    monkeypatch.setattr(comparing, "alike", counted)
    items = [{"id": f"s{place}", "title": "a"} for place in range(count)]
    found = diff({"standards": items}, {"standards": [{**one, "title": "b"} for one in items]})
    assert (len(found), done) == (count, 2 * count)
