"""The 25 rights of everybody in a complaint: who holds each, where it stands, what enforces it."""

from __future__ import annotations

from typing import Final, NamedTuple

from attrs import frozen

from pst_standards.findings import Confidence
from pst_standards.messages import text
from pst_standards.model.base import Choice


class Holder(Choice):
    """Who holds a right."""

    REPORTER = "reporter", "Pelapor", "Reporter"
    REPORTED = "reported", "Terlapor", "Reported person"
    EXAMINER = "examiner", "Pemeriksa", "Examiner"
    SOCIETY = "society", "Masyarakat", "Society"
    DATA_SUBJECT = "data_subject", "Subjek data", "Data subject"
    VULNERABLE = "vulnerable", "Kelompok rentan", "Vulnerable groups"
    APPLICANT = "applicant", "Pemohon informasi", "Applicant for information"


class Place(NamedTuple):
    """Where a right is enforced: a guard, step, clock, rule, module, a field of an event or case.

    ``text`` is a right that is only told; nothing an office does could break it.
    """

    kind: str
    name: str


@frozen(kw_only=True)
class Right:
    """A right; with ``on_page`` it is one of the eight that pages of BPS offices show.

    ``confidence`` is how sure its citations are, all of which were read in the acts themselves.
    Without ``in_article`` no article grants it: pages of BPS offices do, and the citations are of
    what is nearest to it. No page for the public rests it on them.
    """

    id: str
    holder: Holder
    citations: tuple[str, ...]
    enforced: tuple[Place, ...]
    on_page: bool = False
    in_article: bool = True
    confidence: Confidence = Confidence.VERIFIED

    def text(self, lang: str) -> str:
        """Return the right in words.

        >>> rights_of(Holder.REPORTED)[0].text("en")
        'To bring witnesses and other evidence'
        """
        return text("complaints", f"right.{self.id}", lang)


def rights_of(holder: Holder, *, on_page: bool = False) -> tuple[Right, ...]:
    """Return the rights of a holder; ``on_page`` only those that the pages of offices show.

    >>> [len(rights_of(one, on_page=True)) for one in Holder][:3]
    [4, 2, 2]
    """
    held = (one for one in RIGHTS if one.holder is holder)
    return tuple(one for one in held if one.on_page or not on_page)


RIGHTS: Final = (
    Right(
        id="H-P1",
        holder=Holder.REPORTER,
        citations=(
            "UU 25/2009 Pasal 42 ayat (5)",
            "UU 25/2009 Pasal 49 ayat (1)",
        ),
        enforced=(
            Place("module", "pst_standards.complaints.secrecy.vaults"),
            Place("case", "reporter"),
            Place("rule", "PRV-002"),
        ),
        on_page=True,
    ),
    Right(
        id="H-P2",
        holder=Holder.REPORTER,
        citations=("UU 25/2009 Pasal 42 ayat (3)",),
        enforced=(
            Place("guard", "heard_freely"),
            Place("guard", "voluntary"),
            Place("rule", "PGD-028"),
        ),
        on_page=True,
        in_article=False,
    ),
    Right(
        id="H-P3",
        holder=Holder.REPORTER,
        citations=(
            "UU 25/2009 Pasal 18 huruf c",
            "PP 96/2012 Pasal 42 ayat (2)",
        ),
        enforced=(
            Place("guard", "reporter_told"),
            Place("rule", "PGD-056"),
        ),
        on_page=True,
    ),
    Right(
        id="H-P4",
        holder=Holder.REPORTER,
        citations=("UU 25/2009 Pasal 48 ayat (1)",),
        enforced=(
            Place("guard", "sides_equal"),
            Place("step", "hear"),
            Place("step", "take_evidence"),
            Place("rule", "PGD-051"),
        ),
        on_page=True,
    ),
    Right(
        id="H-P5",
        holder=Holder.REPORTER,
        citations=(
            "UU 25/2009 Pasal 44 ayat (1)",
            "UU 25/2009 Pasal 44 ayat (2)",
        ),
        enforced=(
            Place("guard", "receipt_there"),
            Place("guard", "receipt_whole"),
            Place("rule", "PGD-020"),
        ),
    ),
    Right(
        id="H-P6",
        holder=Holder.REPORTER,
        citations=(
            "UU 25/2009 Pasal 18 huruf c",
            "UU 25/2009 Pasal 44 ayat (3)",
            "UU 25/2009 Pasal 50 ayat (1)",
            "UU 25/2009 Pasal 50 ayat (2)",
        ),
        enforced=(
            Place("clock", "K2"),
            Place("clock", "K5"),
            Place("clock", "K7"),
            Place("rule", "PGD-040"),
        ),
    ),
    Right(
        id="H-P7",
        holder=Holder.REPORTER,
        citations=("UU 25/2009 Pasal 43 ayat (2)",),
        enforced=(
            Place("guard", "documents_handed_over"),
            Place("step", "hand_over"),
            Place("rule", "PGD-049"),
        ),
    ),
    Right(
        id="H-P8",
        holder=Holder.REPORTER,
        citations=("UU 25/2009 Pasal 48 ayat (3)",),
        enforced=(
            Place("guard", "no_separate_hearing_open"),
            Place("step", "hear_separately"),
            Place("rule", "PGD-050"),
        ),
    ),
    Right(
        id="H-P9",
        holder=Holder.REPORTER,
        citations=(
            "UU 25/2009 Pasal 48 ayat (1)",
            "UU 37/2008 Pasal 23 ayat (2)",
        ),
        enforced=(Place("guard", "free_of_charge"),),
    ),
    Right(
        id="H-P10",
        holder=Holder.REPORTER,
        citations=("UU 25/2009 Pasal 50 ayat (9)",),
        enforced=(
            Place("guard", "copy_given"),
            Place("rule", "PGD-045"),
        ),
    ),
    Right(
        id="H-P11",
        holder=Holder.REPORTER,
        citations=(
            "UU 25/2009 Pasal 42 ayat (4)",
            "UU 25/2009 Pasal 48 ayat (4)",
            "UU 25/2009 Pasal 50 ayat (3)",
        ),
        enforced=(
            Place("guard", "parts_there"),
            Place("guard", "damages_decided"),
            Place("guard", "damages_paid"),
        ),
    ),
    Right(
        id="H-P12",
        holder=Holder.REPORTER,
        citations=(
            "UU 25/2009 Pasal 42 ayat (1)",
            "UU 37/2008 Pasal 24 ayat (4)",
        ),
        enforced=(
            Place("guard", "parts_there"),
            Place("guard", "by_citizen"),
            Place("rule", "PGD-023"),
        ),
    ),
    Right(
        id="H-P13",
        holder=Holder.REPORTER,
        citations=(
            "UU 25/2009 Pasal 40 ayat (1)",
            "UU 25/2009 Pasal 46 ayat (2)",
            "UU 25/2009 Pasal 52 ayat (2)",
        ),
        enforced=(
            Place("step", "open_track"),
            Place("clock", "K9"),
            Place("rule", "PGD-058"),
        ),
    ),
    Right(
        id="H-P14",
        holder=Holder.REPORTER,
        citations=(
            "UU 31/2014 Pasal 10 ayat (1)",
            "UU 31/2014 Pasal 10 ayat (2)",
        ),
        enforced=(
            Place("step", "request"),
            Place("guard", "requests_answered"),
            Place("text", "right.H-P14"),
        ),
    ),
    Right(
        id="H-T1",
        holder=Holder.REPORTED,
        citations=("UU 25/2009 Pasal 48 ayat (1)",),
        enforced=(
            Place("step", "take_evidence"),
            Place("guard", "evidence_named"),
        ),
        on_page=True,
        in_article=False,
    ),
    Right(
        id="H-T2",
        holder=Holder.REPORTED,
        citations=("PP 94/2021 Pasal 32 ayat (3)",),
        enforced=(
            Place("guard", "record_kept"),
            Place("field", "hear.record"),
            Place("module", "pst_standards.documents.complaint_papers"),
        ),
        on_page=True,
    ),
    Right(
        id="H-T3",
        holder=Holder.REPORTED,
        citations=(
            "UU 25/2009 Pasal 14 huruf d",
            "PP 94/2021 Pasal 27",
        ),
        enforced=(
            Place("guard", "reported_heard"),
            Place("rule", "PGD-051"),
        ),
    ),
    Right(
        id="H-T4",
        holder=Holder.REPORTED,
        citations=(
            "UU 27/2022 Pasal 36",
            "UU 14/2008 Pasal 17 huruf h",
        ),
        enforced=(
            Place("case", "accused"),
            Place("guard", "announced_in_figures"),
            Place("module", "pst_standards.complaints.secrecy.views"),
            Place("rule", "LAP-007"),
        ),
    ),
    Right(
        id="H-X1",
        holder=Holder.EXAMINER,
        citations=("UU 25/2009 Pasal 49 ayat (1)",),
        enforced=(
            Place("guard", "report_kept_back"),
            Place("field", "decide.report"),
            Place("rule", "WBS-002"),
        ),
        on_page=True,
        in_article=False,
    ),
    Right(
        id="H-X2",
        holder=Holder.EXAMINER,
        citations=("UU 25/2009 Pasal 50 ayat (1)",),
        enforced=(
            Place("guard", "limit_inside"),
            Place("step", "set_limit"),
        ),
        on_page=True,
        in_article=False,
    ),
    Right(
        id="H-X3",
        holder=Holder.EXAMINER,
        citations=(
            "UU 25/2009 Pasal 48 ayat (1)",
            "UU 30/2014 Pasal 44 ayat (3)",
        ),
        enforced=(
            Place("module", "pst_standards.complaints.impartial"),
            Place("guard", "handler_free"),
            Place("step", "report_conflict"),
            Place("clock", "K14"),
            Place("rule", "PGD-047"),
        ),
    ),
    Right(
        id="H-M1",
        holder=Holder.SOCIETY,
        citations=(
            "UU 25/2009 Pasal 23 ayat (4)",
            "UU 25/2009 Pasal 37 ayat (3) huruf i",
            "PP 96/2012 Pasal 42 ayat (2)",
        ),
        enforced=(
            Place("step", "announce"),
            Place("module", "pst_standards.complaints.recap_lines"),
            Place("rule", "LAP-001"),
        ),
    ),
    Right(
        id="H-S1",
        holder=Holder.DATA_SUBJECT,
        citations=(
            "UU 27/2022 Pasal 30",
            "UU 27/2022 Pasal 32 ayat (2)",
            "UU 27/2022 Pasal 46 ayat (1)",
        ),
        enforced=(
            Place("step", "request"),
            Place("guard", "requests_answered"),
            Place("rule", "PGD-049"),
            Place("clock", "K12"),
            Place("clock", "K13"),
            Place("rule", "PRV-008"),
        ),
    ),
    Right(
        id="H-R1",
        holder=Holder.VULNERABLE,
        citations=(
            "UU 25/2009 Pasal 29 ayat (1)",
            "UU 8/2016 Pasal 19",
        ),
        enforced=(
            Place("field", "file.oral"),
            Place("field", "file.assisted"),
            Place("field", "file.needs"),
            Place("rule", "RNT-003"),
        ),
    ),
    Right(
        id="H-I1",
        holder=Holder.APPLICANT,
        citations=(
            "UU 14/2008 Pasal 22 ayat (7)",
            "UU 14/2008 Pasal 35 ayat (1)",
            "UU 14/2008 Pasal 37 ayat (2)",
        ),
        enforced=(
            Place("guard", "documents_given"),
            Place("rule", "PGD-049"),
            Place("clock", "I1"),
            Place("module", "pst_standards.complaints.information"),
            Place("rule", "PPI-002"),
        ),
    ),
)
"""Every right, in the order of who holds it."""
