"""What one signature leaves out stands where the definition says it elsewhere; else it is told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from attrs import evolve

from pst_standards.documents import build, document
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import BLANK
from pst_standards.documents.compose.signers import (
    holder_of,
    is_head,
    number_of,
    place_of,
    signing_place,
)
from pst_standards.documents.compose.signing import signed
from pst_standards.documents.compose.standard import compose_standard
from pst_standards.documents.outline import Block, Document, KeyValues, Signature
from pst_standards.model.base import Text
from pst_standards.model.channel import Address, Decree, Official
from pst_standards.model.compensation import CompensationPolicy
from pst_standards.model.complaints import Complaints
from pst_standards.model.definition import Definition, Stage
from pst_standards.model.maklumat import Maklumat
from pst_standards.model.office import Office
from pst_standards.model.standard import ServiceStandard

HEAD = Official(name="Nama Contoh, S.Si.", position=Text("Kepala BPS Kota Contoh"), id_number="19")
DAY = dt.date(2026, 1, 5)
OFFICE = Office(
    short_name="BPS Kota Contoh",
    head=HEAD,
    address=Address(city="Kota Contoh"),
)
NOTHING_STATED = Decree(number="3", date=DAY, title=Text("Kompensasi"))


def at_hand(**parts: Any) -> Composition:
    return Composition(original=evolve(Definition(office=OFFICE), **parts), lang="id")


def signature_of(made: Document) -> Signature:
    return next(one for one in made.blocks if isinstance(one, Signature))


def test_the_place_is_that_of_every_other_decision_and_else_the_city() -> None:
    maklumat = Maklumat(place="Ibu Kota")
    other = ServiceStandard(id="a", decree=Decree(place="Lain"))
    assert signing_place("Sini ", at_hand()) == "Sini"
    assert signing_place(None, at_hand()) == "Kota Contoh"
    assert signing_place(None, at_hand(maklumat=maklumat)) == "Ibu Kota"
    assert signing_place(None, at_hand(maklumat=maklumat, standards=(other,))) == ""


def test_only_the_place_that_is_printed_was_read() -> None:
    composition = at_hand(maklumat=Maklumat(place="Ibu Kota"))
    signing_place(None, composition)
    read = {one for one in composition.seen if one[-1] in {"place", "city"}}
    assert read == {("maklumat", "place")}


def test_a_number_is_that_of_the_same_name_elsewhere() -> None:
    same, other = Official(name="nama contoh,  S.Si."), Official(name="Lain")
    assert number_of(same, at_hand()) == "19"
    assert number_of(other, at_hand()) == number_of(None, at_hand()) == ""
    assert place_of(same, at_hand()) == ("office", "head")
    assert place_of(other, at_hand()) == ()
    twice = Complaints(responsible=evolve(HEAD, id_number="20"))
    assert number_of(same, at_hand(complaints=twice)) == ""


def test_one_person_signs_with_the_same_rank_on_every_paper() -> None:
    head = evolve(HEAD, rank="Pembina (IV/a)")
    definition = Definition(office=Office(head=head))
    made = signed(Composition(original=definition, lang="id"), place=None, date=DAY, signer=HEAD)
    assert (made.identity, made.note) == ("Pembina (IV/a)", f"NIP {HEAD.id_number}")


def test_a_post_is_held_by_whom_the_definition_names_in_it() -> None:
    lead = Official(name="Nama Ketua", position=Text("Ketua tim"))
    composition = at_hand(complaints=Complaints(responsible=lead))
    names = {
        post: (found := holder_of(Text(post), composition)) and found.name
        for post in ("Kepala kantor", "Kepala BPS Kota Contoh.", "ketua tim", "Sekretaris")
    }
    assert names == {
        "Kepala kantor": HEAD.name,
        "Kepala BPS Kota Contoh.": HEAD.name,
        "ketua tim": lead.name,
        "Sekretaris": None,
    }
    assert not is_head("Kepala kantor", Composition(original=Definition(), lang="id"))


def test_the_announcement_takes_place_and_number_from_where_they_stand() -> None:
    signer = Official(name=HEAD.name, position=HEAD.position)
    policy = CompensationPolicy(decree=evolve(NOTHING_STATED, signer=signer))
    made = signature_of(
        document(
            Definition(office=OFFICE, compensation=policy, stage=Stage.ADOPTED),
            "compensation-announcement",
        )
    )
    assert made.place.startswith("Ditetapkan di Kota Contoh")
    assert (made.name, made.identity) == (HEAD.name, "NIP 19")


def test_what_stays_dots_on_a_paper_to_sign_is_told_with_its_key(tmp_path: Path) -> None:
    bare = Definition(
        stage=Stage.ADOPTED, maklumat=Maklumat(pledge=Text("Kami sanggup."), place="Kota")
    )
    told = {one.kind: one.reason for one in build(bare, tmp_path, formats=["md"]).incomplete}
    keys = ("(maklumat.date)", "(maklumat.signer.name)", "(maklumat.signer.id_number)")
    assert all(key in told["maklumat"] for key in keys)
    assert "maklumat.place" not in told["maklumat"]


def heads(blocks: tuple[Block, ...]) -> list[str]:
    return [
        one.pairs[0][0]
        for one in blocks
        if isinstance(one, KeyValues) and str(one.pairs[0][0]).startswith("Lampiran")
    ]


def test_a_standard_alone_has_head_and_signature_of_the_attachment_that_it_is() -> None:
    decree = Decree(number="1", date=DAY, title=Text("Standar"), place="Kota", signer=HEAD)
    standards = tuple(ServiceStandard(id=one, title=Text(one), decree=decree) for one in "ab")
    definition = Definition(office=OFFICE, standards=standards, stage=Stage.ADOPTED)
    whole, second = document(definition, "decree"), document(definition, "standard", "b")
    assert heads(second.blocks) == ["Lampiran II"] == heads(whole.blocks)[1:]
    alone = signature_of(second)
    assert alone == [one for one in whole.blocks if isinstance(one, Signature)][-1]
    assert (alone.place, alone.name, alone.identity) == ("", HEAD.name, "")


def test_who_signs_elsewhere_is_not_put_at_the_seat_of_the_office() -> None:
    own = signed(at_hand(), place=None, date=DAY, signer=None)
    other = signed(at_hand(), place=None, date=DAY, signer=None, elsewhere=True)
    assert (own.place, other.place) == ("Kota Contoh", BLANK)


def test_a_decree_that_was_set_without_number_and_day_is_told() -> None:
    standard = ServiceStandard(id="a", title=Text("Uji"), decree=Decree(title=Text("Standar")))
    draft = Composition(original=Definition(standards=(standard,)), lang="id")
    adopted = at_hand(standards=(standard,), stage=Stage.ADOPTED)
    for composition in (draft, adopted):
        compose_standard(composition, composition.definition.standards[0])
    keys = ("number", "date")
    assert list(adopted.dotted) == [("standards", 0, "decree", key) for key in keys]
    assert not draft.dotted
