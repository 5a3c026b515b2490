"""The rights in a complaint: those of the definition first, the catalogue where it says nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.complaints.rights import Holder, rights_of
from pst_standards.definitions.assembling import loads
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.stated_rights import rights_by_holder, rights_on_paper
from pst_standards.documents.kinds import document
from pst_standards.documents.outline import Block, Heading, ItemList, Note, Paragraph

PROPOSED = "belum menetapkan hak"
LEFT_OUT = "Selain yang dicantumkan kantor ini"


def _right(name: str, holder: str | None, text: str, citation: str = "") -> dict[str, Any]:
    stated: dict[str, Any] = {"id": name, "text": {"id": text}}
    if holder:
        stated["holder"] = holder
    return {**stated, "citation": citation} if citation else stated


def _composed(*rights: dict[str, Any]) -> Composition:
    return Composition(original=loads({"complaints": {"rights": list(rights)}}), lang="id")


def _told(*rights: dict[str, Any]) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for block in rights_by_holder(_composed(*rights), level=2):
        if isinstance(block, Heading):
            under = told.setdefault(str(block.text), [])
        else:
            under += _words(block)
    return told


def _words(block: Block) -> list[str]:
    if isinstance(block, ItemList):
        return [str(one) for one in block.items]
    assert isinstance(block, (Note, Paragraph))
    return [str(block.text)]


def test_the_page_prints_the_rights_of_the_definition_and_not_those_of_the_catalogue() -> None:
    own = [
        _right("a", "reported", "Didampingi atasannya", "PP 94/2021 Pasal 27"),
        _right("b", "reported", "Diperiksa di ruang tertutup"),
    ]
    assert _told(*own)["Hak terlapor"] == [
        "Didampingi atasannya (PP 94/2021 Pasal 27)",
        "Diperiksa di ruang tertutup",
    ]
    page = str(document(loads({"complaints": {"rights": own}}), "complaint-rights"))
    assert "Diperiksa di ruang tertutup" in page
    assert "Mengajukan saksi dan alat bukti lain" not in page


def test_rights_that_nobody_states_are_proposed_and_said_to_be() -> None:
    told = _told()
    assert len(told["Hak pelapor"]) == 5
    assert [PROPOSED in lines[-1] for lines in told.values()] == [True] * 3


def test_a_right_that_the_law_grants_and_the_office_left_out_is_named_as_such() -> None:
    lines = _told(_right("a", "reporter", "Rahasia namanya", "UU 25/2009 Pasal 42 ayat (5)"))
    shown = lines["Hak pelapor"]
    assert shown[0].startswith("Rahasia namanya")
    assert shown[1].startswith(LEFT_OUT)
    # Speaking freely stands in no article, so that no law is said to grant it.
    assert [one.split(" (")[0] for one in shown[2:]] == [
        "Memperoleh informasi mengenai tahap penanganan laporannya",
        "Memperoleh perlakuan yang sama dengan terlapor dalam pemeriksaan",
    ]


def test_enough_rights_in_other_words_leave_nothing_to_add() -> None:
    told = _told(*(_right(f"r-{n}", "reporter", f"Hak ke-{n}") for n in range(4)))
    assert told["Hak pelapor"] == [f"Hak ke-{n}" for n in range(4)]


def test_a_right_without_a_holder_stands_under_a_heading_of_its_own() -> None:
    assert _told(_right("a", None, "Diperlakukan sopan"))["Hak lain"] == ["Diperlakukan sopan"]


def test_papers_on_one_case_use_the_words_of_the_office_and_add_what_it_alone_states() -> None:
    composition = _composed(
        _right("a", "reporter", "Dijaga namanya", "UU 25/2009 Pasal 42 ayat (5)"),
        _right("b", "reporter", "Dijemput di rumah"),
    )
    chosen = rights_of(Holder.REPORTER, on_page=True)
    shown = rights_on_paper(chosen, Holder.REPORTER, composition, cites=False)
    assert shown == [
        "Dijaga namanya",
        *(one.text("id") for one in chosen[1:]),
        "Dijemput di rumah",
    ]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_same_words_are_the_same_right_in_either_language(lang: str) -> None:
    first = rights_of(Holder.REPORTED)[0]
    stated = {"id": "a", "holder": "reported", "text": {lang: first.text(lang) + "."}}
    shown = rights_on_paper([first], Holder.REPORTED, _composed(stated), cites=True)
    assert shown == [first.text(lang)]


@given(st.lists(st.sampled_from(["Satu", "Dua", "Tiga", "Empat", "Lima"]), unique=True))
def test_stated_rights_keep_their_words_and_their_order(texts: list[str]) -> None:
    told = _told(*(_right(f"r-{n}", "examiner", one) for n, one in enumerate(texts)))
    kept = [one for one in told["Hak pemeriksa"] if one in texts]
    assert kept == texts
