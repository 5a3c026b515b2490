"""``pst explain`` of a right: its holder, its articles, what enforces it, in both languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.complaints.rights import RIGHTS, Place, Right
from pst_standards.rules import catalogue

Pst = Callable[..., Any]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("right", RIGHTS, ids=lambda one: one.id)
def test_every_right_is_explained(pst: Pst, right: Right, lang: str) -> None:
    ended = pst("explain", right.id.lower(), "--lang", lang)
    assert (ended.code, ended.err) == (0, "")
    said = " ".join(ended.out.split())
    assert said.startswith(f"{right.id} {right.text(lang)} ")
    assert right.holder.term(lang) in said
    assert all(cited in said for cited in right.citations)
    assert all(place.name in said for place in right.enforced)
    assert "right.place" not in said


def test_what_enforces_it_is_told_in_words(pst: Pst) -> None:
    said = " ".join(pst("explain", "H-P3", "--lang", "id").out.split())
    assert "syarat reporter_told pada langkah: " in said
    assert "Alihkan" in said
    assert f"aturan PGD-056: {catalogue()['PGD-056'].title.id}" in said
    assert "batas waktu K13: Permintaan subjek data" in pst("explain", "H-S1", "--lang", "id").out


def test_a_program_gets_both_languages_and_how_sure_each_article_is(pst: Pst) -> None:
    told = json.loads(pst("explain", "H-P1", "--format", "json").out)
    assert (told["format"], told["id"], told["holder"]) == ("pst-right/1", "H-P1", "reporter")
    assert told["text"] == {"id": RIGHTS[0].text("id"), "en": RIGHTS[0].text("en")}
    assert {one["confidence"] for one in told["citations"]} == {"verified"}
    assert [one["cite"] for one in told["citations"]] == list(RIGHTS[0].citations)
    places = [Place(one["kind"], one["name"]) for one in told["enforced"]]
    assert places == list(RIGHTS[0].enforced)
    assert all(one["text"].keys() == {"id", "en"} for one in told["enforced"])


def test_a_rule_is_explained_to_a_program_as_well(pst: Pst) -> None:
    told = json.loads(pst("explain", "PGD-027", "--format", "json").out)
    assert (told["format"], told["id"]) == ("pst-rule/1", "KOMP-018")
    assert "PGD-027" in told["aliases"]


@pytest.mark.parametrize(("typed", "meant"), [("H-P15", "H-P1"), ("H-T9", "H-T1"), ("HP1", "H-P1")])
def test_an_id_that_is_nearly_a_right_is_asked_back(pst: Pst, typed: str, meant: str) -> None:
    ended = pst("explain", typed, "--lang", "en")
    assert ended.code == 2
    assert meant in ended.err
    assert "right" in ended.err
