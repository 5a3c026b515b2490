"""Damages (ganti rugi): a legal claim for a loss that a service below its standard caused.

UU 25/2009 Pasal 42, 48, 50 and 57. Not to be confused with compensation, a promise of the office:
damages ask for a loss, its cause and a decision with an amount and a time of payment.
"""

import datetime as dt

from pst_standards.model.base import Choice, Ident, Node, Rupiah, Text, frozen, term, terms


class DamagesFormat(Choice):
    """The notation that a record of a claim to damages is written in."""

    V1 = "pst-damages/1", "Tuntutan ganti rugi versi 1", "Claim for damages version 1"


class LossKind(Choice):
    """Kind of a loss (UU 25/2009 Pasal 42 ayat (3) huruf b)."""

    MATERIAL = "material", "Kerugian materiel", "Material loss"
    IMMATERIAL = "immaterial", "Kerugian immateriel", "Immaterial loss"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Loss(Node):
    """One loss that the complainant describes."""

    kind: LossKind | None = term(
        "Jenis kerugian", "Kind", cite="UU 25/2009 Pasal 42 ayat (3) huruf b", example="material"
    )
    text: Text | None = term("Uraian kerugian", "Description", cite="UU 25/2009 Pasal 48 ayat (4)")
    amount: Rupiah | None = term("Nilai (rupiah)", "Amount (rupiah)", example=150000)
    evidence: Text | None = term("Bukti", "Evidence", cite="UU 25/2009 Pasal 43 ayat (1)")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class DamagesDecision(Node):
    """What was decided on the claim; an amount of nought needs its reason."""

    number: str | None = term("Nomor keputusan", "Number")
    decided_on: dt.date | None = term(
        "Tanggal keputusan", "Decided on", cite="UU 25/2009 Pasal 50 ayat (1)"
    )
    delivered_on: dt.date | None = term(
        "Disampaikan kepada pengadu", "Delivered on", cite="UU 25/2009 Pasal 50 ayat (2)"
    )
    amount: Rupiah | None = term(
        "Jumlah ganti rugi", "Amount of the damages", cite="UU 25/2009 Pasal 50 ayat (3)"
    )
    pay_by: dt.date | None = term(
        "Batas waktu pembayaran", "Pay by", cite="UU 25/2009 Pasal 50 ayat (3)"
    )
    reason: Text | None = term("Alasan", "Reason")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class DamagesCase(Node):
    """A claim for damages in a complaint, from the service to the payment; it names nobody."""

    format: DamagesFormat | None = term("Format", "Format", example="pst-damages/1")
    id: Ident | None = term("Pengenal", "Id", example="case-1")
    service: Ident | None = term("Layanan", "Service", example="consultation")
    received_on: dt.date | None = term(
        "Pelayanan diterima", "Service received", cite="UU 25/2009 Pasal 42 ayat (2)"
    )
    claimed_on: dt.date | None = term(
        "Pengaduan dengan tuntutan diajukan",
        "Complaint with the claim made",
        cite="UU 25/2009 Pasal 42 ayat (4)",
    )
    losses: tuple[Loss, ...] = terms("Kerugian", "Losses", cite="UU 25/2009 Pasal 48 ayat (4)")
    cause: Text | None = term(
        "Hubungan sebab akibat",
        "Causal link",
        cite="penjelasan UU 25/2009 Pasal 48 ayat (4)",
    )
    answered_on: dt.date | None = term(
        "Tanggapan kelengkapan", "Answered on", cite="UU 25/2009 Pasal 44 ayat (3)"
    )
    complete_on: dt.date | None = term(
        "Berkas dinyatakan lengkap", "File complete", cite="UU 25/2009 Pasal 50 ayat (1)"
    )
    decision: DamagesDecision | None = term("Keputusan", "Decision")
    proof_accepted_on: dt.date | None = term(
        "Nilai kerugian diterima penyelenggara",
        "Proof of the loss accepted",
        cite="penjelasan UU 25/2009 Pasal 50 ayat (8)",
    )
    paid_on: dt.date | None = term(
        "Ganti rugi dibayar", "Paid on", cite="penjelasan UU 25/2009 Pasal 50 ayat (8)"
    )
    paid: Rupiah | None = term("Jumlah yang dibayar", "Amount paid")
    closed_on: dt.date | None = term(
        "Pengaduan dinyatakan selesai",
        "Complaint closed",
        cite="penjelasan UU 25/2009 Pasal 50 ayat (8)",
    )
