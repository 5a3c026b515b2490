"""Papers about a complaint: who signs them, what a secret reporter keeps, which times they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from attrs import evolve

from pst_standards.complaints import Case, replay
from pst_standards.complaints.events import Event
from pst_standards.complaints.records import events_of
from pst_standards.complaints.secrecy import Identity, Vault, taken
from pst_standards.complaints.states import Addressee, IdentityMode
from pst_standards.definitions import loads
from pst_standards.definitions.records import load_record
from pst_standards.documents import complaint_papers as papers
from pst_standards.documents.outline import Block, Document, Signature
from pst_standards.model.base import Text
from pst_standards.model.channel import Official
from pst_standards.model.complaint_case import ComplaintRecord

Tell: TypeAlias = Callable[[Document], str]
EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "complaints"
DOTS = "\N{HORIZONTAL ELLIPSIS}" * 12
HEAD = {"id": "Kepala BPS Kabupaten Teladan", "en": "Head of the office"}
OFFICE = loads({"office": {"head": {"name": "Kepala Contoh", "position": HEAD}}})
ABOVE = Official(name="Pejabat Contoh", position=Text("Kepala BPS Provinsi Teladan", "Head"))


def events(name: str) -> tuple[Event, ...]:
    record = load_record(EXAMPLES / f"{name}.yaml", ComplaintRecord)
    return events_of(record, reporter="ref-1")


def case(name: str, upto: int | None = None) -> Case:
    """Return an example after so many events, of which the first is the filing."""
    return replay(events(name)[:upto])


EXAMINED = case("examined")
AGAINST_THE_HEAD = evolve(EXAMINED, accused=("K1",), accused_level=2, level=3)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    folder = tmp_path_factory.mktemp("vault")
    vault = Vault.at(folder / "v.db", key_file=folder / "k")
    who = {"name": "Siti Contoh", "address": "Jalan Mawar 5, Contoh"}
    return vault.open(vault.seal(taken(who)), officer="A1", reason="mencetak tanda terima")


def signature(made: Document) -> Signature:
    """Return the signature at the end of a paper."""
    blocks: Iterator[Block] = reversed(made.blocks)
    return next(one for one in blocks if isinstance(one, Signature))


def signatures(told: Case, **more: Any) -> list[Signature]:
    made = (
        papers.notice_document(told, -1, office=OFFICE, **more),
        papers.complaint_decision_document(told, office=OFFICE, **more),
    )
    return [signature(one) for one in made]


# -- who signs -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "about",
    [
        {"accused": ("K1",), "accused_level": 2},
        {"accused": ("K1",), "accused_level": 4},
        {"accused": ("K1",), "accused_level": None},
        {"addressee": Addressee.PROVIDER},
    ],
)
def test_what_is_about_the_head_is_left_to_the_hand_of_somebody_else(about: dict[str, Any]) -> None:
    for made in signatures(evolve(EXAMINED, **about)):
        assert made.title == f"{DOTS},"
        assert made.name == DOTS


def test_what_is_about_an_officer_the_head_signs() -> None:
    for made in signatures(EXAMINED):
        assert made.title == "Kepala BPS Kabupaten Teladan,"


def test_what_was_decided_above_the_office_the_head_does_not_sign() -> None:
    notice, decision = signatures(evolve(EXAMINED, level=3))
    assert notice.title == "Kepala BPS Kabupaten Teladan,"
    assert decision.title == f"{DOTS},"


def test_whoever_decided_signs_what_is_about_the_head() -> None:
    for made in signatures(AGAINST_THE_HEAD, signer=ABOVE):
        assert (made.title, made.name) == ("Kepala BPS Provinsi Teladan,", "Pejabat Contoh")
    for made in signatures(AGAINST_THE_HEAD, signer=evolve(ABOVE, position=None)):
        assert (made.title, made.name) == (f"{DOTS},", "Pejabat Contoh")


@pytest.mark.parametrize(
    "head",
    [
        Official(name="kepala contoh", position=Text("Plt. Kepala", "Acting head")),
        Official(name="K. Contoh", position=Text(HEAD["id"], HEAD["en"])),
    ],
)
def test_the_head_given_as_signer_does_not_sign_what_is_about_the_head(head: Official) -> None:
    for made in signatures(AGAINST_THE_HEAD, signer=head):
        assert (made.title, made.name) == (f"{DOTS},", DOTS)


def test_without_an_office_nobody_is_its_head() -> None:
    made = papers.notice_document(AGAINST_THE_HEAD, -1, signer=ABOVE)
    assert signature(made).name == "Pejabat Contoh"


def test_of_a_referred_report_nobody_knows_whether_it_was_about_the_head() -> None:
    made = papers.notice_document(case("referred"), -1, office=OFFICE)
    assert signature(made).title == f"{DOTS},"


# -- who is secret ---------------------------------------------------------------------------------


@pytest.mark.parametrize("ground", ["", "Takut dibalas"])
def test_a_secret_reporter_is_on_no_receipt_even_when_opened(
    ground: str, opened: Identity, tell: Tell
) -> None:
    secret = evolve(
        case("examined", 2),
        identity=IdentityMode.SECRET,
        secrecy_ground=ground,
        text="Saya Siti Contoh menunggu lama",
        proxy=True,
    )
    for shown in (
        tell(papers.receipt_document(secret, identity=opened)),
        tell(papers.receipt_document(secret)),
    ):
        assert "Pasal 42 ayat (5)" in shown
        assert "Nama lengkap" not in shown
        assert "Mawar" not in shown
    assert "Siti" not in tell(papers.receipt_document(secret, identity=opened))


def test_a_referral_promises_no_more_than_that_the_desk_opens_nothing(tell: Tell) -> None:
    shown = tell(papers.notice_document(case("referred"), -1))
    assert "tidak lagi dapat dibuka di meja pengaduan" in shown
    assert "disimpan" not in shown


# -- which times -----------------------------------------------------------------------------------


def times(made: Document, tell: Tell) -> str:
    """Return what a notice tells from the table of times on."""
    return tell(made).partition("\nJangka waktu yang berjalan\n")[2]


@pytest.mark.parametrize("name", ["examined", "completed", "reopened", "withdrawn", "escalated"])
def test_a_notice_tells_the_times_as_they_ran_at_its_step(name: str, tell: Tell) -> None:
    log = events(name)
    whole = replay(log)
    for place in range(len(log)):
        then = papers.notice_document(replay(log[: place + 1]), -1, office=OFFICE)
        now = papers.notice_document(whole, place, office=OFFICE)
        assert times(now, tell) == times(then, tell)
    assert times(papers.notice_document(whole, 0, office=OFFICE), tell)


def test_only_what_was_examined_speaks_of_a_report(tell: Tell) -> None:
    remark = "Laporan hasil pemeriksaan dirahasiakan"
    assert remark in tell(papers.complaint_decision_document(EXAMINED))
    assert remark not in tell(papers.complaint_decision_document(case("closed")))
