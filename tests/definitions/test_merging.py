from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions.merging import clean, merge
from pst_standards.definitions.origin import Layer, Origin


def resolved(*layers: dict[str, Any]) -> Origin:
    data = clean(layers[0])
    for layer in layers[1:]:
        data = merge(data, layer)
    named = tuple(Layer(name=f"layer{i}", data=layer) for i, layer in enumerate(layers))
    return Origin(layers=named, data=data)


def test_a_text_merges_per_language() -> None:
    lower = {"office": {"motto": {"id": "Lama", "en": "Old"}}}

    assert merge(lower, {"office": {"motto": "Baru"}}) == {
        "office": {"motto": {"id": "Baru", "en": "Old"}}
    }
    assert merge(lower, {"office": {"motto": {"en": None}}}) == {"office": {"motto": "Lama"}}


def test_items_merge_by_id_and_keep_the_order_of_the_lower_layer() -> None:
    lower = {"services": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]}
    upper = {"services": [{"id": "c"}, {"id": "b", "name": "Bee"}, {"id": "a", "remove": True}]}

    assert merge(lower, upper) == {"services": [{"id": "b", "name": "Bee"}, {"id": "c"}]}


def test_a_list_with_an_item_without_id_is_replaced_as_a_whole() -> None:
    lower = {"standards": [{"id": "a", "fee": {"items": [{"id": "x", "amount": 1}]}}]}
    upper = {"standards": [{"id": "a", "fee": {"items": [{"amount": 2}]}}]}

    assert merge(lower, upper) == {"standards": [{"id": "a", "fee": {"items": [{"amount": 2}]}}]}


def test_null_removes_a_key_and_its_mark() -> None:
    lower = {"office": {"fax": "1", "name": "A", "marks": {"fax": {"confidence": "verified"}}}}

    assert merge(lower, {"office": {"fax": None}}) == {"office": {"name": "A"}}


def test_inputs_stay_as_they_were() -> None:
    lower = {"office": {"name": "A", "marks": {"name": {"source": "x"}}}}
    upper = {"office": {"name": "B", "fax": None, "confidence": "illustration"}}
    before = copy.deepcopy((lower, upper))

    merge(lower, upper)

    assert before == (lower, upper)


def test_an_override_does_not_inherit_the_doubt_of_the_base() -> None:
    base = {"standards": [{"id": "a", "confidence": "unverified", "fee": {"kind": "pnbp"}}]}
    office = {"standards": [{"id": "a", "fee": {"kind": "free"}}]}
    origin = resolved(base, office)

    assert origin.about(("standards", 0, "fee", "kind")) == (None, None)


def test_an_illustration_of_the_office_does_not_spoil_the_base_around_it() -> None:
    base = {"office": {"confidence": "verified", "source": "UU", "name": "A", "fax": "1"}}
    office = {"office": {"confidence": "illustration", "fax": "2"}}
    origin = resolved(base, office)

    assert origin.about(("office", "name")) == ("UU", "verified")
    assert origin.about(("office", "fax")) == (None, "illustration")


def test_a_new_item_keeps_what_its_own_layer_says() -> None:
    base = {"services": [{"id": "a", "name": "A"}], "confidence": "verified"}
    office = {"services": [{"id": "b", "name": "B"}]}
    origin = resolved(base, office)

    assert origin.about(("services", 0, "name")) == (None, "verified")
    assert origin.about(("services", 1, "name")) == (None, None)


@pytest.mark.parametrize(
    ("pointer", "layer"),
    [
        (("office", "name"), "layer1"),
        (("office", "fax"), "layer0"),
        (("services", 0, "name"), "layer0"),
        (("services", 0), "layer1"),
        (("services", 1, "name"), "layer1"),
        (("office", "phone"), "layer1"),
    ],
)
def test_a_value_is_located_in_the_topmost_layer_that_states_it(
    pointer: tuple[str | int, ...], layer: str
) -> None:
    base = {"office": {"name": "A", "fax": "1"}, "services": [{"id": "a", "name": "A"}]}
    office = {"services": [{"id": "b", "name": "B"}, {"id": "a"}], "office": {"name": "B"}}

    assert layer == resolved(base, office).locate(pointer).layer


def _id_of(item: dict[str, Any]) -> str:
    return str(item["id"])


TEXTS = st.sampled_from(["", "Satu", "dua"])
LAYERS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "office": st.dictionaries(st.sampled_from(["name", "fax", "motto"]), TEXTS | st.none()),
        "services": st.lists(
            st.fixed_dictionaries(
                {"id": st.sampled_from("abc")},
                optional={"name": TEXTS, "aliases": st.lists(TEXTS, max_size=2)},
            ),
            unique_by=_id_of,
            max_size=3,
        ),
    },
)


@given(LAYERS)
def test_merging_a_layer_into_itself_changes_nothing(layer: dict[str, Any]) -> None:
    assert clean(layer) == merge(clean(layer), layer)


@given(LAYERS)
def test_nothing_over_a_layer_and_a_layer_over_nothing_are_the_layer(layer: dict[str, Any]) -> None:
    assert clean(layer) == merge(clean(layer), {})
    assert clean(layer) == merge({}, layer)


@given(LAYERS, LAYERS)
def test_laying_the_same_layer_twice_is_laying_it_once(
    lower: dict[str, Any], upper: dict[str, Any]
) -> None:
    once = merge(clean(lower), upper)

    assert once == merge(once, upper)
