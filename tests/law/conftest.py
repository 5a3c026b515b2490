"""Strategies and fixtures that the tests of the room law share."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from pst_standards.law import Citation, Provision, Register, RegulationKey, RegulationKind
from pst_standards.law import default_register as bundled
from pst_standards.law.key import LONGEST_NUMBER

SEGMENT = r"[A-Za-z]{0,4}[0-9]{1,4}[A-Za-z]{0,3}(?:[.\-][A-Za-z0-9]{1,4}){0,2}"


def _keys() -> st.SearchStrategy[RegulationKey]:
    plain = st.integers(1, 9999).map(str)
    composed = st.from_regex(rf"{SEGMENT}(?:/{SEGMENT}){{0,3}}", fullmatch=True).filter(
        lambda number: len(number) <= LONGEST_NUMBER
    )
    return st.builds(
        RegulationKey,
        kind=st.sampled_from(RegulationKind),
        number=plain | composed,
        year=st.integers(1945, 2199),
    )


def _steps() -> st.SearchStrategy[dict[str, str]]:
    number = st.integers(1, 99).map(str)
    letter = st.sampled_from("abcdefghijklmnopqrstuvwxyz") | st.sampled_from(("aa", "bb"))
    paragraph = st.from_regex(r"[1-9][0-9]?[a-z]?", fullmatch=True)
    article = st.from_regex(r"[1-9][0-9]{0,2}[A-Z]{0,2}", fullmatch=True) | st.sampled_from(
        ("I", "IV")
    )
    inside = {"letter": letter, "number": number}
    return (
        st.just({})
        | st.fixed_dictionaries({"article": article}, optional={"paragraph": paragraph, **inside})
        | st.fixed_dictionaries(
            {"annex": st.sampled_from(("", "I", "III", "IX", "2"))}, optional=inside
        )
    )


@st.composite
def _citations(draw: st.DrawFn) -> Citation:
    return Citation(regulation=draw(_keys()), elucidation=draw(st.booleans()), **draw(_steps()))


@st.composite
def _provisions(draw: st.DrawFn) -> Provision:
    return Provision(elucidation=draw(st.booleans()), **draw(_steps()))


KEYS = _keys()
CITATIONS = _citations()
PROVISIONS = _provisions()
st.register_type_strategy(RegulationKey, KEYS)
st.register_type_strategy(Citation, CITATIONS)
st.register_type_strategy(Provision, PROVISIONS)


@pytest.fixture(scope="session")
def register() -> Register:
    return bundled()
