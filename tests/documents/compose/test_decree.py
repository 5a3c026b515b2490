from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.documents import FinalError, RequestError, document
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.legal_bases import legal_bases
from pst_standards.documents.outline import Document, Signature
from pst_standards.documents.targets import targets
from pst_standards.model.base import Text
from pst_standards.model.channel import Decree, Official, Reference
from pst_standards.model.complaints import Complaints
from pst_standards.model.definition import Definition, Stage
from pst_standards.model.manufacturing import LegalBasis
from pst_standards.model.office import Office
from pst_standards.model.standard import LifeCycle, Minutes, ServiceStandard

SET_ON = dt.date(2026, 7, 27)
DISCUSSED = LifeCycle(
    minutes=Minutes(number="BA-1"),
    minutes_signed_on=dt.date(2026, 7, 2),
    draft_published_on=dt.date(2026, 7, 6),
)
IN_ORDER = (
    "UU 16/1997",
    "UU 25/2009",
    "Perppu 2/2022",
    "PP 51/1999",
    "PP 96/2012",
    "Perpres 39/2019",
    "PermenPANRB 15/2014",
    "Peraturan BPS 2/2019",
    "Perka BPS 78/2020",
    "Peraturan Bupati Teladan 3/2020",
    "Kepka BPS 5/2000",
    "SE MenPANRB 66/2020",
    "Kesepakatan bersama",
)


def resting_on(*citations: str) -> ServiceStandard:
    regulations = tuple(Reference(citation=one) for one in citations)
    return ServiceStandard(id="a", legal_basis=LegalBasis(regulations=regulations))


def bases(*standards: ServiceStandard) -> list[str]:
    definition = Definition(standards=standards)
    return legal_bases(standards, Composition(original=definition, lang="id"))


@given(st.permutations(IN_ORDER), st.integers(0, len(IN_ORDER)))
def test_regulations_stand_by_level_then_by_age_however_they_are_given(
    given_: list[str], cut: int
) -> None:
    found = bases(resting_on(*given_[:cut]), resting_on(*given_[cut:], *given_[:2]))
    assert found == bases(resting_on(*IN_ORDER))
    assert len(found) == len(IN_ORDER)
    years = [line.split(" Tahun ")[1][:4] for line in found[:6]]
    assert years == ["1997", "2009", "2022", "1999", "2012", "2019"]
    assert [line.split()[1] for line in found[6:9]] == ["Menteri", "Badan", "Kepala"]
    assert found[9:] == [
        "Peraturan Bupati Teladan 3/2020",
        *(line for line in found if line.startswith("Keputusan")),
        *(line for line in found if line.startswith("Surat Edaran")),
        "Kesepakatan bersama",
    ]


def test_a_regulation_is_named_once_and_as_a_whole() -> None:
    found = bases(resting_on("PP 51/1999 Pasal 26"), resting_on("PP 51/1999"))
    assert [line for line in found if "51" in line] == [
        "Peraturan Pemerintah Nomor 51 Tahun 1999 tentang Penyelenggaraan Statistik"
    ]


@pytest.mark.parametrize(
    ("set_on", "amended"),
    [
        (dt.date(2015, 1, 5), ""),
        (dt.date(2021, 1, 5), "telah diubah dengan Undang-Undang Nomor 11 Tahun 2020"),
        (None, "telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 6 Tahun 2023"),
    ],
)
def test_a_regulation_is_named_with_what_had_amended_it(
    set_on: dt.date | None, amended: str
) -> None:
    definition = Definition(standards=(resting_on("UU 30/2014"),))
    composition = Composition(original=definition, lang="id")
    found = legal_bases(definition.standards, composition, set_on=set_on)
    (line,) = (line for line in found if "Nomor 30 " in line)
    _, _, rest = line.partition(" sebagaimana ")
    assert rest.partition(" tentang ")[0] == amended


def test_a_decree_rests_on_the_act_even_where_its_standards_do_not_say_so() -> None:
    assert [line.split(" tentang ")[1] for line in bases(resting_on(""))] == [
        "Pelayanan Publik",
        "Pelaksanaan Undang-Undang Nomor 25 Tahun 2009",
    ]


def standard(name: str, number: str = "", life: LifeCycle | None = None) -> ServiceStandard:
    decree = Decree(number=number, date=SET_ON) if number else None
    return ServiceStandard(id=name, service=name, decree=decree, life_cycle=life)


def test_standards_that_share_a_decree_share_a_document() -> None:
    definition = Definition(
        standards=(standard("a", "1"), standard("b"), standard("c", "1"), standard("d"))
    )
    found = list(targets(definition, "decree"))
    assert [(one.stem, one.standard) for one in found] == [("decree-a", 0), ("decree-b", 1)]
    for name in ("a", "c"):
        made = document(definition, "decree", name)
        assert made.blocks == document(definition, "decree", "a").blocks
    with pytest.raises(RequestError, match="a, b"):
        document(definition, "decree")
    with pytest.raises(RequestError, match="a, b"):
        document(definition, "decree", "z")


def test_one_decree_of_all_is_not_asked_for_by_service() -> None:
    definition = Definition(standards=(standard("a", "1"), standard("b", "1")))
    assert [one.stem for one in targets(definition, "decree")] == ["decree"]
    with pytest.raises(RequestError):
        document(definition, "decree", "a")


def test_what_the_others_have_is_not_asked_to_be_confirmed(tell: Callable[[Document], str]) -> None:
    other = standard("b", "2/ILUSTRASI", DISCUSSED)
    definition = Definition(standards=(standard("a", "1", DISCUSSED), other))
    assert "ILUSTRASI" not in tell(document(definition, "decree", "a"))


@pytest.mark.parametrize(
    ("stage", "stamped"), [(Stage.DRAFT, True), (Stage.DISCUSSED, False), (Stage.ADOPTED, False)]
)
def test_a_decree_can_be_signed_once_the_draft_was_discussed(
    stage: Stage, *, stamped: bool, office: Definition
) -> None:
    whole = evolve(office, stage=stage)
    assert document(whole, "decree", "zz-lib").draft is stamped


def test_a_discussion_that_is_not_recorded_keeps_a_decree_to_come_a_draft(
    office: Definition,
) -> None:
    first, *others = office.standards
    unknown = evolve(office, standards=(evolve(first, life_cycle=LifeCycle()), *others))
    assert not document(unknown, "decree", "zz-lib").draft  # set before anybody recorded it here
    to_come = evolve(unknown, stage=Stage.DISCUSSED)
    with pytest.raises(FinalError) as refusal:
        document(to_come, "decree", "zz-lib", final=True)
    places = [one.pointer for one in refusal.value.findings]
    assert places == [
        ("standards", 0, "life_cycle", "minutes_signed_on"),
        ("standards", 0, "life_cycle", "draft_published_on"),
    ]


def test_minutes_without_a_number_leave_no_blank(tell: Callable[[Document], str]) -> None:
    life = evolve(DISCUSSED, minutes=None)
    decree = Decree(number="7", date=SET_ON)
    one = ServiceStandard(id="satu", title=Text("Satu"), decree=decree, life_cycle=life)
    made = document(Definition(standards=(one,), stage=Stage.ADOPTED), "decree")
    assert "dalam berita acara tanggal 2 Juli 2026" in tell(made)
    assert made.number == "7"


@pytest.mark.parametrize(
    ("issuer", "name"),
    [(None, "Nama Kepala"), ("kepala bps contoh", "Nama Kepala"), ("Bupati", "")],
)
def test_the_head_signs_what_nobody_else_issues(issuer: str | None, name: str) -> None:
    head = Official(name="Nama Kepala", position=Text("Kepala BPS Contoh"), id_number="1")
    definition = Definition(
        office=Office(head=head),
        complaints=Complaints(
            decree=Decree(number="4", date=SET_ON, issuer=Text(issuer) if issuer else None)
        ),
    )
    made = document(definition, "complaint-procedure")
    (signature,) = [block for block in made.blocks if isinstance(block, Signature)]
    assert signature.name.strip(".…") == name
    assert made.number == "4"


def test_several_standards_have_numbered_attachments_and_days_of_their_own(
    tell: Callable[[Document], str],
) -> None:
    life = evolve(DISCUSSED, in_force_from=dt.date(2026, 8, 3))
    decree = Decree(
        number="1",
        date=SET_ON,
        valid_until=dt.date(2029, 7, 27),
        delegated_by="Keputusan Nomor 9 Tahun 2026",
    )
    definition = Definition(
        standards=tuple(
            ServiceStandard(id=name, title=Text(f"Standar {name}"), decree=decree, life_cycle=one)
            for name, one in (("satu", life), ("dua", DISCUSSED), ("tiga", None))
        )
    )
    told = tell(document(definition, "decree"))
    for line in (
        "(1) Standar satu sebagaimana tercantum dalam Lampiran I;",
        "(2) Standar dua sebagaimana tercantum dalam Lampiran II; dan",
        "(3) Standar tiga sebagaimana tercantum dalam Lampiran III.",
        "(1) Standar satu pada tanggal 3 Agustus 2026 sampai dengan tanggal 27 Juli 2029;",
        "(2) Standar dua pada tanggal ditetapkan sampai dengan tanggal 27 Juli 2029; dan",
        "berita acara Nomor BA-1 tanggal 2 Juli 2026, dan telah dipublikasikan",
        "Keputusan Nomor 9 Tahun 2026;",
    ):
        assert line in told, line
    headers = [line for line in told.split("\n") if line.startswith("Lampiran")]
    assert [line.split(" : ")[0] for line in headers] == [
        "Lampiran I",
        "Lampiran II",
        "Lampiran III",
    ]
    assert all(one < two for one, two in pairwise(told.index(line) for line in headers))
