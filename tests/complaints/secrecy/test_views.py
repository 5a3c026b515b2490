from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.complaints.secrecy import Role, Sealed, SecrecyError, statistics, view
from pst_standards.complaints.secrecy.views import STATISTICS, WHITELISTS, Fields

CHAIN = (Role.PUBLIC, Role.REPORTER, Role.OFFICER, Role.EXAMINER)
NOON = dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)
PHONE = "Hubungi 081234567890"


class State(StrEnum):
    EXAMINED = "examined"


@attrs.frozen(kw_only=True)
class Handler:
    officer: str = "A1"
    superiors: tuple[str, ...] = ("A9",)
    pst_desk: bool = False
    conflict: str = "saudara terlapor"


@attrs.frozen(kw_only=True)
class Case:
    number: str = "PGD-2026-7K3M9Q2T"
    state: State = State.EXAMINED
    reporter: str = "pelapor-00000000000000000000000000000000"
    code_hash: str = "scrypt1$00$00"
    text: str = PHONE
    accused: tuple[str, ...] = ("A3",)
    handler: Handler = Handler()
    tasks: tuple[Mapping[str, Any], ...] = ({"id": "1", "text": PHONE, "done": True, "by": "A1"},)
    place: Sealed = attrs.field(factory=lambda: Sealed("Ungaran"))
    needs: tuple[object, ...] = ("braille", Sealed("x"))
    own_limit: dt.date | None = None
    invented_later: str = "nobody sees this"

    @property
    def filed_at(self) -> dt.datetime:
        return NOON


def names(fields: Fields) -> set[str]:
    """Return the fields of a whitelist with those inside them."""
    inner = {
        f"{name}.{part}"
        for name, how in fields.items()
        if isinstance(how, Mapping)
        for part in names(how)
    }
    return inner | set(fields)


def test_each_role_sees_what_the_role_before_it_sees_and_more() -> None:
    seen = [names(WHITELISTS[role]) for role in CHAIN]
    assert seen[0] < seen[1] < seen[2] < seen[3]
    assert names(WHITELISTS[Role.PUBLIC]) < names(WHITELISTS[Role.CUSTODIAN])


def test_only_the_custodian_sees_the_reference_and_nobody_the_hash() -> None:
    assert {role for role in Role if "reporter" in WHITELISTS[role]} == {Role.CUSTODIAN}
    assert not any("code_hash" in names(fields) for fields in WHITELISTS.values())
    assert not any("invented_later" in view(Case(), role) for role in Role)


def test_the_public_sees_the_stage_and_nothing_else() -> None:
    assert view(Case(), "public") == {"number": "PGD-2026-7K3M9Q2T", "state": "examined"}


def test_the_conclusions_of_the_examination_are_for_the_examiner_alone() -> None:
    fields = ("decisions", "evidence", "hearings", "accused")
    seers = {role for role in Role for name in fields if name in WHITELISTS[role]}
    assert seers == {Role.EXAMINER}


def test_the_officer_reads_texts_masked_and_the_examiner_whole() -> None:
    officer, examiner = view(Case(), "officer"), view(Case(), "examiner")
    assert officer["text"] == "Hubungi [nomor telepon disamarkan]"
    assert view(Case(), "officer", "en")["text"] == "Hubungi [phone number masked]"
    assert examiner["text"] == view(Case(), "reporter")["text"] == PHONE
    assert officer["tasks"] == [{"id": "1", "text": officer["text"], "done": True}]
    assert examiner["tasks"] == [{"id": "1", "text": PHONE, "done": True}]
    assert officer["handler"] == {"officer": "A1", "pst_desk": False}
    assert examiner["handler"] == attrs.asdict(Handler()) | {"superiors": ["A9"]}


def test_the_officer_reads_no_free_text_whole() -> None:
    free = ("service", "attachments", "previous", "target", "loss", "request", "place")
    case: dict[str, Any] = dict.fromkeys(free, PHONE)
    case |= {"attachments": ["3322014101900001.pdf"], "receipt": {"place": PHONE}}
    case["requests"] = [{"id": PHONE, "kind": "documents", "ground": PHONE, "answered": False}]
    officer, examiner = view(case, "officer"), view(case, "examiner")
    assert "0812" not in str(officer)
    assert "3322014101900001" not in str(officer)
    assert officer.keys() == examiner.keys() == case.keys()
    assert examiner == case


def test_what_is_sealed_or_of_no_plain_kind_is_left_out() -> None:
    shown = view(Case(), "reporter")
    assert "place" not in shown
    assert shown["needs"] == ["braille"]
    assert "handler" not in view({"handler": "Siti Contoh"}, "officer")
    assert view(Case(), "officer")["own_limit"] is None


@pytest.mark.parametrize("role", Role)
def test_a_view_can_be_written_as_json(role: Role) -> None:
    assert json.loads(json.dumps(view(Case(), role), default=str))


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.just(PHONE),
        st.dates(), st.floats(), st.builds(Handler), st.just(State.EXAMINED),
    ),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["id", "text", "officer", "at", "x"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
FIELDS = sorted({name for fields in WHITELISTS.values() for name in fields} | {"x", "code_hash"})
CASES = st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=6)


@given(CASES, st.sampled_from(Role))
def test_the_view_of_a_view_is_the_same_view(case: dict[str, Any], role: Role) -> None:
    once = view(case, role)
    assert view(once, role) == once
    assert statistics(statistics(case)) == statistics(case)


@given(CASES)
def test_a_view_is_the_same_from_the_case_and_from_what_a_higher_role_sees(
    case: dict[str, Any],
) -> None:
    for lower, higher in ((0, 1), (0, 3), (2, 3)):
        assert view(view(case, CHAIN[higher]), CHAIN[lower]) == view(case, CHAIN[lower])


@given(CASES, st.sampled_from(Role))
def test_nothing_is_seen_that_is_not_on_the_list(case: dict[str, Any], role: Role) -> None:
    assert set(view(case, role)) <= set(WHITELISTS[role])


def test_statistics_hold_nothing_that_leads_to_somebody() -> None:
    assert statistics(Case()) == {"filed_at": "2026-10", "state": "examined"}
    assert not {"number", "reporter", "text", "accused"} & set(STATISTICS)
    assert statistics({"filed_at": "5 Oktober, Siti Contoh"}) == {}


def test_a_role_there_is_not_and_a_case_without_fields_are_refused() -> None:
    for case, role, key in (
        (Case(), "boss", "secrecy.role"),
        ("Siti Contoh", "public", "secrecy.view"),
        (None, "public", "secrecy.view"),
    ):
        with pytest.raises(SecrecyError) as caught:
            view(case, role)
        assert caught.value.key == key
        assert "Siti" not in f"{caught.value} {caught.value.params}"
