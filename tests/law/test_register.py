from __future__ import annotations

import pickle
from datetime import date

import pytest

from pst_standards.findings import Confidence
from pst_standards.law import (
    PartialDate,
    Register,
    Regulation,
    RegulationKey,
    RegulationKind,
    default_register,
)

NEW_YEAR = date(2030, 1, 1)


def key(text: str) -> RegulationKey:
    return RegulationKey.parse(text)


def regulation(text: str, **fields: object) -> Regulation:
    given = {
        "title": "Contoh",
        "title_en": "",
        "confidence": Confidence.VERIFIED,
        "source": "made up",
    }
    return Regulation(key=key(text), **(given | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "on", "in_force", "superseded"),
    [
        ("UU 25/2009", date(2009, 7, 17), False, False),
        ("UU 25/2009", date(2009, 7, 18), True, False),
        ("UU 25/2009", NEW_YEAR, True, False),
        ("UU 14/2008", date(2009, 1, 1), False, False),
        ("PP 54/2009", date(2015, 3, 25), True, False),
        ("PP 54/2009", date(2015, 3, 26), False, True),
        ("PP 7/2015", date(2015, 3, 25), False, False),
        ("PP 7/2015", date(2024, 3, 13), True, False),
        ("PP 7/2015", date(2024, 3, 14), False, True),
        ("PP 13/2024", date(2024, 3, 14), True, False),
        ("PermenPANRB 36/2012", date(2014, 6, 1), None, None),
        ("PermenPANRB 36/2012", date(2015, 1, 1), False, True),
        ("PermenPANRB 17/2017", date(2023, 1, 1), False, True),
        ("Perka BPS 78/2020", date(2019, 12, 31), False, False),
        ("Perka BPS 78/2020", date(2020, 6, 1), None, None),
        ("Perka BPS 78/2020", NEW_YEAR, None, None),
        ("Kepka BPS 630/2019", date(2019, 6, 1), None, False),
        ("Kepka BPS 630/2019", NEW_YEAR, None, None),
        ("Peraturan BPS 2/2019", NEW_YEAR, None, None),
        ("UU 1/1945", NEW_YEAR, None, None),
    ],
)
def test_what_held_when(
    register: Register, name: str, on: date, in_force: bool | None, superseded: bool | None
) -> None:
    assert register.in_force(key(name), on) is in_force
    assert register.superseded_on(key(name), on) is superseded


def test_a_beginning_that_is_not_known_leaves_the_answer_open() -> None:
    unknown = regulation("UU 1/2000")
    assert unknown.in_force(NEW_YEAR) is None
    assert unknown.superseded(NEW_YEAR) is False
    ended = regulation("UU 1/2000", in_force_until=PartialDate(year=2001))
    assert ended.in_force(NEW_YEAR) is False


@pytest.mark.parametrize(
    ("begun", "on", "later"),
    [
        (PartialDate(year=2024, month=3, day=14), date(2024, 3, 13), True),
        (PartialDate(year=2024, month=3, day=14), date(2024, 3, 14), False),
        (PartialDate(year=2014), date(2013, 12, 31), True),
        (PartialDate(year=2014), date(2014, 6, 1), None),
        (PartialDate(year=2014), date(2014, 12, 31), False),
        (None, date(2014, 6, 1), None),
    ],
)
def test_a_beginning_after_a_day_is_told_as_far_as_it_is_known(
    begun: PartialDate | None, on: date, *, later: bool | None
) -> None:
    assert regulation("UU 1/2000", in_force_from=begun).begins_after(on) is later
    doubtful = {"in_force_from": Confidence.UNVERIFIED}
    doubted = regulation("UU 1/2000", in_force_from=begun, doubtful=doubtful)
    assert doubted.begins_after(on) is None
    secondary = {"in_force_from": Confidence.SECONDARY}
    assert (
        regulation("UU 1/2000", in_force_from=begun, doubtful=secondary).begins_after(on) is later
    )


def test_a_regulation_is_found_by_every_number_it_is_known_by(register: Register) -> None:
    full = register.get(key("Kep. Inspektur Utama BPS B146/BPS/8000/10/2019"))
    assert full is not None
    assert register.get(key("Kep. Inspektur Utama BPS B146/2019")) is full
    assert key("KepmenPAN 25/2004") in register
    assert key("UU 1/1945") not in register
    assert register.get(key("UU 1/1945")) is None


def test_the_register_runs_in_order_of_rank(register: Register) -> None:
    keys = [found.key for found in register]
    assert keys == sorted(keys)
    assert len(register) == len(keys)
    assert keys[0].kind is RegulationKind.LAW


def test_an_embedder_adds_regulations_without_touching_the_register_given(
    register: Register,
) -> None:
    own = regulation("Permenkes 43/2016", title="Standar Pelayanan Minimal")
    other = regulation("UU 25/2009", title="Diganti")
    grown = register.with_regulations(own, other)
    assert grown.get(own.key) is own
    assert grown.get(other.key) is other
    assert len(grown) == len(register) + 1
    assert own.key not in register
    assert default_register() is register


def test_a_regulation_that_takes_an_alias_takes_the_place_of_its_bearer(
    register: Register,
) -> None:
    own = regulation("KepmenPAN 25/2004")
    grown = register.with_regulations(own)
    assert grown.get(own.key) is own
    assert len(grown) == len(register)


def test_one_number_stands_once() -> None:
    with pytest.raises(ValueError, match="UU 1/2000 stands twice"):
        Register(as_of=NEW_YEAR, regulations=(regulation("UU 1/2000"), regulation("UU 1/2000")))


def test_subjects_pick_regulations(register: Register) -> None:
    assert {str(found.key) for found in register.about("library")} == {"UU 43/2007"}
    assert register.about("no-such-subject") == ()


def test_doubts_are_told_per_field() -> None:
    doubted = regulation("UU 1/2000", doubtful={"title": Confidence.UNVERIFIED})
    assert doubted.confidence_of("title") is Confidence.UNVERIFIED
    assert doubted.confidence_of("source") is Confidence.VERIFIED
    assert dict(doubted.doubtful) == {"title": Confidence.UNVERIFIED}


def test_regulations_are_values() -> None:
    first, second = (
        regulation("UU 1/2000", doubtful={"title": Confidence.SECONDARY}) for _ in "ab"
    )
    assert first == second
    assert len({first, second}) == 1
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301 - our own bytes


def test_the_long_form_falls_back_on_the_indonesian_title() -> None:
    known = regulation("UU 1/2000", title="Contoh", title_en="Example")
    assert known.long() == "Undang-Undang Nomor 1 Tahun 2000 tentang Contoh"
    assert known.long("en") == "Law Number 1 of 2000 on Example"
    assert regulation("UU 1/2000").long("en") == "Law Number 1 of 2000 on Contoh"
    assert regulation("UU 1/2000", title="").long() == "Undang-Undang Nomor 1 Tahun 2000"


def test_a_possible_successor_shows_a_year_that_was_cut_off(register: Register) -> None:
    perka = register.get(key("Perka BPS 78/2020"))
    assert perka is not None
    assert perka.replaced_by == ()
    assert [str(one) for one in perka.possible_successors] == [
        "Perka BPS 65/…",
        "Kepka BPS 444/2022",
    ]
    assert all(one.confidence.is_open for one in perka.possible_successors)
