from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.surveys import SurveyError, weigh
from pst_standards.surveys.weights import ROUNDINGS

some = settings(max_examples=60)
# The largest index that equal weights can reach, by the number of elements and the rounding.
LARGEST = {
    6: ("102.0", "100.2", "100.02"),
    7: ("98.0", "100.1", "100.03"),
    8: ("104.0", "100.0", "100.0"),
    9: ("99.0", "99.9", "99.99"),
    11: ("99.0", "100.1", "99.99"),
    12: ("96.0", "99.6", "99.96"),
    14: ("98.0", "99.4", "99.96"),
    15: ("105.0", "100.5", "100.05"),
    16: ("96.0", "100.8", "100.0"),
    18: ("108.0", "100.8", "100.08"),
}


@pytest.mark.parametrize("k", LARGEST)
def test_rounded_weights_reach_what_they_are_known_to_reach(k: int) -> None:
    keys = [f"e{n}" for n in range(k)]
    reached = [weigh(keys, rounding=one).total * 100 for one in ROUNDINGS]
    assert reached == [100, *map(Fraction, LARGEST[k])]


def test_fourteen_weights_of_three_decimals_are_the_printed_ones() -> None:
    values = weigh([f"e{n}" for n in range(14)], rounding="3dp").values
    assert set(values.values()) == {Fraction("0.071")}


def test_given_weights_are_read_as_they_were_written() -> None:
    found = weigh(["a", "b"], given={"a": "0,3", "b": 0.7})
    assert dict(found.values) == {"a": Fraction(3, 10), "b": Fraction(7, 10)}
    assert found.given
    assert not found.normalised


def test_a_weight_may_be_a_fraction_that_no_decimal_says() -> None:
    keys = list("abcdefghi")
    found = weigh(keys, given=dict.fromkeys(keys, "1/9"))
    assert (found.total, found.values["a"], found.normalised) == (
        Fraction(1),
        Fraction(1, 9),
        False,
    )
    for wrong in ("1/0", "1/-9", "1/9/9", "/9"):
        with pytest.raises(SurveyError) as raised:
            weigh(keys, given=dict.fromkeys(keys, wrong))
        assert raised.value.kind == "figure"


def test_weights_that_add_up_within_the_slack_are_made_exact() -> None:
    found = weigh(list("abc"), given=dict.fromkeys("abc", "0.3333333333"))
    assert found.total == 1
    assert not found.normalised


def test_weights_are_divided_by_their_sum_only_when_asked() -> None:
    given: dict[str, object] = {"a": 1, "b": 3}
    assert refusal(["a", "b"], given).kind == "weights.sum"
    found = weigh(["a", "b"], given=given, normalise=True)
    assert dict(found.values) == {"a": Fraction(1, 4), "b": Fraction(3, 4)}
    assert found.normalised


def refusal(
    keys: list[str], given: dict[str, object], *, dropped: tuple[str, ...] = (), **options: str
) -> SurveyError:
    with pytest.raises(SurveyError) as raised:
        weigh(keys, given=given, dropped=dropped, **options)  # type: ignore[arg-type]
    assert raised.value.message("id") != raised.value.message("en")
    return raised.value


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"a": "0.5"}, "weights.keys"),
        ({"a": "0.5", "b": "0.5", "c": "0"}, "weights.keys"),
        ({"a": "1.5", "b": "-0.5"}, "weights.negative"),
        ({"a": "0.5", "b": "0.51"}, "weights.sum"),
        ({"a": "0", "b": "0"}, "weights.sum"),
        ({"a": "half", "b": "0.5"}, "figure"),
    ],
)
def test_weights_that_cannot_be_are_refused(given: dict[str, object], kind: str) -> None:
    assert refusal(["a", "b"], given).kind == kind


def test_what_is_left_after_dropping_must_weigh_something() -> None:
    given: dict[str, object] = {"a": 1, "b": 0}
    assert weigh(["a", "b"], given=given, dropped=["b"]).values == {"a": 1}
    assert refusal(["a", "b"], given, dropped=("a",)).kind == "weights.nothing"
    assert refusal(["a", "b"], given, rounding="5dp").kind == "weights.rounding"
    assert dict(weigh(["a"], dropped=["a"]).values) == {}


@some
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=20).filter(any), st.data())
def test_weights_always_add_up_to_one(parts: list[int], data: st.DataObject) -> None:
    keys = [f"e{n}" for n in range(len(parts))]
    given_weights = dict(zip(keys, parts, strict=True))
    heavy = [key for key in keys if given_weights[key]]
    dropped = data.draw(st.sets(st.sampled_from(keys)).filter(lambda out: set(heavy) - out))
    found = weigh(keys, given=given_weights, normalise=True, dropped=dropped)
    assert found.total == 1
    kept = sum(given_weights[key] for key in keys if key not in dropped)
    assert found.values == {
        key: Fraction(given_weights[key], kept) for key in keys if key not in dropped
    }
