from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.complaints.secrecy import (
    Identity,
    IdentityRef,
    Sealed,
    SecrecyError,
    VaultError,
    identity,
    sealed,
    taken,
)


def key_of(given: Any) -> str:
    with pytest.raises(SecrecyError) as caught:
        taken(given)
    assert "Siti" not in str(caught.value) + repr(caught.value)
    return caught.value.key


@given(st.text(max_size=300))
def test_any_text_is_held_as_it_is(value: str) -> None:
    assert sealed.uncovered(Sealed(value)) == value


def test_what_is_held_tells_no_length() -> None:
    sizes = {len(Sealed("x" * length)._pad) for length in range(61)}
    assert sizes == {64}


@pytest.mark.parametrize("value", [None, 3322014101900001, b"Siti", ["Siti"]])
def test_only_text_is_sealed(value: Any) -> None:
    with pytest.raises(SecrecyError) as caught:
        Sealed(value)
    assert caught.value.key == "secrecy.not-text"


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"name": "Siti", "ibu": "Siti"}, "secrecy.field"),
        ({"Siti": 1}, "secrecy.field"),
        ({1: "Siti"}, "secrecy.field"),
        ({"name": ["Siti"]}, "secrecy.field-text"),
        ({"name": True}, "secrecy.field-text"),
        ({"nik": 10**5000}, "secrecy.field-text"),
        ({"name": "Siti" * 251}, "secrecy.field-long"),
        ({"name": "Siti" * 2_500_000}, "secrecy.field-long"),
        ({}, "secrecy.nobody"),
        ({"name": " ", "nik": None}, "secrecy.nobody"),
        ("Siti", "secrecy.reporter"),
        (["Siti"], "secrecy.reporter"),
        (None, "secrecy.reporter"),
    ],
)
def test_what_is_no_identity_is_refused_without_repeating_it(given: Any, key: str) -> None:
    assert key_of(given) == key
    assert not isinstance(given, dict) or given == {}


def test_an_identity_has_the_fields_of_the_form_and_no_more() -> None:
    assert (
        *("name", "address", "nik", "id_number", "phone", "email", "contact", "proxy"),
    ) == identity.FIELDS
    known = taken({"name": " Siti Contoh ", "phone": 81234567890, "email": "", "proxy": None})
    assert [name for name, _ in known.sealed()] == ["name", "phone"]
    assert {sealed.uncovered(value) for _, value in known.sealed()} == {
        "Siti Contoh",
        "81234567890",
    }


def test_a_copy_of_an_identity_is_the_identity() -> None:
    known = taken({"name": "Siti Contoh"})
    assert copy.copy(known) is copy.deepcopy(known) is known
    assert known != taken({"name": "Siti Contoh"})
    with pytest.raises(SecrecyError):
        pickle.dumps(known)
    with pytest.raises(SecrecyError):
        Identity().__getstate__()


def test_references_are_drawn_and_come_back_from_text() -> None:
    refs = {IdentityRef.new() for _ in range(500)}
    assert len(refs) == 500
    assert {IdentityRef.parse(str(ref)) for ref in refs} == refs


@pytest.mark.parametrize("written", ["", "Siti", None, 7, "pelapor-0", "PELAPOR-" + "0" * 32])
def test_nothing_else_is_a_reference(written: object) -> None:
    with pytest.raises(SecrecyError) as caught:
        IdentityRef.parse(written)
    assert (caught.value.key, caught.value.params) == ("secrecy.reference", {})


def test_errors_survive_being_sent_to_another_process() -> None:
    error = VaultError("vault.unknown", ref="pelapor-0")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - of this test
    assert (type(again), again.key, again.params) == (VaultError, error.key, error.params)
    assert str(again) == error.message("id")
