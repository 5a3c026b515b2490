"""A complaint as a file: what was filed, and where it is known what became of it.

``reporter`` is who complains. It is handed to the vault as it is read and never kept on a case;
a record of what became of a complaint has none.
"""

import datetime as dt
from typing import ClassVar

from pst_standards.model.base import (
    Choice,
    Count,
    Ident,
    Node,
    Rupiah,
    frozen,
    term,
    terms,
)


class ComplaintFormat(Choice):
    """The notation that a record of a complaint is written in."""

    V1 = "pst-complaint/1", "Pengaduan versi 1", "Complaint version 1"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Reporter(Node):
    """Who complains: read, sealed in the vault, and forgotten."""

    name: str | None = term(
        "Nama lengkap", "Full name", cite="UU 25/2009 Pasal 42 ayat (3) huruf a"
    )
    address: str | None = term(
        "Alamat lengkap", "Full address", cite="UU 25/2009 Pasal 42 ayat (3) huruf a"
    )
    nik: str | None = term("NIK", "National identity number")
    id_number: str | None = term("Nomor identitas lain", "Number of another document")
    phone: str | None = term("Telepon", "Telephone")
    email: str | None = term("Surel", "E-mail")
    contact: str | None = term("Kontak lain", "Other contact")
    proxy: str | None = term("Kuasa", "Proxy")

    def __repr__(self) -> str:
        # A node shows what is stated in it; this one never does.
        return "Reporter(...)"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class NoticeGiven(Node):
    """That the complainant was told, and how."""

    means: str | None = term("Cara", "Means")
    reason: str | None = term("Sebab", "Reason")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class HandlerNamed(Node):
    """Who works on a complaint, by id."""

    officer: str | None = term("Petugas", "Officer")
    superiors: tuple[str, ...] = terms("Atasan", "Superiors")
    pst_desk: bool | None = term("Di meja PST", "At the PST desk")
    conflict: str | None = term("Benturan kepentingan", "Conflict of interest")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ActionDecided(Node):
    """One thing that a decision has the office do."""

    id: Ident | None = term("Pengenal", "Id")
    text: str | None = term("Uraian", "Text")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class AwardMade(Node):
    """What a decision says of damages."""

    amount: Rupiah | None = term("Jumlah", "Amount")
    pay_by: dt.date | None = term("Batas pembayaran", "Pay by")
    reason: str | None = term("Alasan", "Reason")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class EventDetails(Node):
    """What an event tells; each step has its own of these keys."""

    notice: NoticeGiven | None = term("Pemberitahuan", "Notice")
    identity: bool | None = term("Identitas tercantum", "Identity on it")
    description: bool | None = term("Uraian tercantum", "Description on it")
    place: str | None = term("Tempat", "Place")
    received_at: dt.datetime | None = term("Diterima", "Received")
    officer: str | None = term("Petugas", "Officer")
    signed: bool | None = term("Ditandatangani", "Signed")
    handler: HandlerNamed | None = term("Penangan", "Handler")
    examiner: HandlerNamed | None = term("Pemeriksa", "Examiner")
    complaint_class: str | None = term("Kelas", "Class")
    public_interest: bool | None = term("Menyangkut kepentingan umum", "Concerns the public")
    missing: tuple[str, ...] = terms("Yang belum lengkap", "Missing")
    text: str | None = term("Uraian", "Description")
    loss: str | None = term("Kerugian", "Loss")
    request: str | None = term("Permintaan", "Request")
    mandate: str | None = term("Surat kuasa", "Mandate")
    damages_cause: str | None = term("Hubungan sebab akibat", "Causal link")
    secrecy_ground: str | None = term("Alasan kerahasiaan", "Ground for secrecy")
    attachments: tuple[str, ...] = terms("Lampiran", "Attachments")
    level: Count | None = term("Jenjang", "Level")
    accused: tuple[str, ...] = terms("Pengenal teradu", "Ids of the accused")
    accused_level: Count | None = term("Jenjang teradu", "Level of the accused")
    target: str | None = term("Lembaga tujuan", "Target")
    referral: str | None = term("Rujukan WBS", "Whistleblowing reference")
    ground: str | None = term("Alasan", "Ground")
    reason: str | None = term("Alasan", "Reason")
    of: str | None = term("Nomor pengaduan pertama", "Number of the first")
    explanation: str | None = term("Penjelasan", "Explanation")
    record: str | None = term("Berita acara", "Record of examination")
    declined: str | None = term("Sebab tidak hadir", "Why not heard")
    documents: tuple[str, ...] = terms("Dokumen", "Documents")
    outcome: str | None = term("Hasil", "Outcome")
    reasons: str | None = term("Pertimbangan", "Reasons")
    actions: tuple[ActionDecided, ...] = terms("Tindak lanjut", "Actions")
    award: AwardMade | None = term("Ganti rugi", "Damages")
    report: str | None = term("Rujukan laporan hasil pemeriksaan", "Reference of the report")
    copy: str | None = term("Salinan keputusan", "Copy of the decision")
    ombudsman_told: bool | None = term("Jalur Ombudsman diberitahukan", "Ombudsman named")
    recorded_by: str | None = term("Dicatat oleh", "Recorded by")
    examination: bool | None = term("Diperiksa", "Examined")
    voluntary: bool | None = term("Tanpa paksaan", "Voluntary")
    cause: str | None = term("Sebab", "Cause")
    track: str | None = term("Jalur luar", "Other road")
    stage: str | None = term("Tahap", "Stage")
    reference: str | None = term("Nomor di sana", "Number there")
    id: Ident | None = term("Pengenal", "Id")
    kind: str | None = term("Jenis", "Kind")
    party: str | None = term("Pihak", "Party")
    evidence: str | None = term("Bukti", "Evidence")
    action: str | None = term("Tindak lanjut", "Action")
    refused: str | None = term("Alasan ditolak", "Refused because")
    amount: Rupiah | None = term("Jumlah", "Amount")
    stands: bool | None = term("Benturan terbukti", "Conflict stands")
    until: dt.date | None = term("Sampai", "Until")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class LoggedEvent(Node):
    """One event of a complaint after it was filed."""

    step: str | None = term("Langkah", "Step", example="issue_receipt")
    at: dt.datetime | None = term("Waktu", "Time", example="2026-03-10T09:00+07:00")
    by: str | None = term("Oleh", "By", example="A1")
    data: EventDetails | None = term("Isi", "What it tells")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ComplaintRecord(Node):
    """A complaint as it is filed, with its events where it has any.

    Of what is read, ``reporter`` never comes here: whoever reads takes it (``WITHHELD``).
    """

    WITHHELD: ClassVar = ("reporter",)

    format: ComplaintFormat | None = term("Format", "Format", example="pst-complaint/1")
    number: str | None = term("Nomor", "Number", example="K-7Q2M")
    reporter: Reporter | None = term("Pelapor", "Reporter")
    identity: str | None = term("Pilihan identitas", "Identity mode", example="open")
    secrecy_ground: str | None = term(
        "Alasan kerahasiaan", "Ground for secrecy", cite="UU 25/2009 Pasal 42 ayat (5)"
    )
    channel: str | None = term("Saluran", "Channel", example="complaint_desk")
    filed_at: dt.datetime | None = term("Diajukan", "Filed", example="2026-03-10T09:00+07:00")
    addressee: str | None = term(
        "Yang diadukan",
        "Who is complained of",
        cite="UU 25/2009 Pasal 40 ayat (3)",
        example="executor",
    )
    accused: tuple[str, ...] = terms("Pengenal teradu", "Ids of the accused", example=["B1"])
    accused_level: Count | None = term("Jenjang teradu", "Level of the accused", example=0)
    service: Ident | None = term("Layanan", "Service", example="consultation")
    served_on: dt.date | None = term(
        "Pelayanan diterima", "Service received", cite="UU 25/2009 Pasal 42 ayat (2)"
    )
    text: str | None = term("Uraian", "Description", cite="UU 25/2009 Pasal 42 ayat (3) huruf b")
    loss: str | None = term("Kerugian", "Loss", cite="UU 25/2009 Pasal 42 ayat (3) huruf b")
    request: str | None = term(
        "Penyelesaian yang diminta",
        "Settlement asked for",
        cite="UU 25/2009 Pasal 42 ayat (3) huruf c",
    )
    place: str | None = term("Tempat", "Place", cite="UU 25/2009 Pasal 42 ayat (3) huruf d")
    signed: bool | None = term(
        "Ditandatangani", "Signed", cite="UU 25/2009 Pasal 42 ayat (3) huruf d"
    )
    oral: bool | None = term("Lisan", "By word of mouth")
    assisted: bool | None = term("Dengan pendampingan", "With help", cite="UU 25/2009 Pasal 29")
    needs: tuple[str, ...] = terms("Kebutuhan", "Needs", example=["sign_language"])
    proxy: bool | None = term("Melalui kuasa", "By proxy", cite="UU 25/2009 Pasal 42 ayat (1)")
    mandate: str | None = term("Surat kuasa", "Mandate", cite="UU 25/2009 Pasal 42 ayat (1)")
    damages_claimed: bool | None = term(
        "Menuntut ganti rugi", "Damages claimed", cite="UU 25/2009 Pasal 42 ayat (4)"
    )
    damages_cause: str | None = term(
        "Hubungan sebab akibat", "Causal link", cite="penjelasan UU 25/2009 Pasal 48 ayat (4)"
    )
    attachments: tuple[str, ...] = terms("Lampiran", "Attachments", example=["bukti.pdf"])
    fee: Rupiah | None = term("Biaya", "Fee", cite="UU 25/2009 Pasal 48 ayat (1)", example=0)
    previous: str | None = term("Nomor pengaduan terdahulu", "Number of an earlier complaint")
    events: tuple[LoggedEvent, ...] = terms("Kejadian", "Events")
