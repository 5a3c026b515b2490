"""Counts of complaints over a period as a file: what a report on complaint handling is made of.

The counts stand as somebody counted them. Nothing is corrected when they are read: sums that do
not agree are findings, and the report prints both figures.
"""

import datetime as dt

from pst_standards.model.base import Choice, Count, Node, Percent, Text, frozen, term, terms
from pst_standards.model.channel import TimeUnit


class RecapFormat(Choice):
    """The notation that a recap of complaints is written in."""

    V1 = "pst-complaint-recap/1", "Rekapitulasi pengaduan versi 1", "Complaint recap version 1"


class RecapKind(Choice):
    """The columns of a recap: what came in is one of these."""

    PST_COMPLAINT = "pst_complaint", "Pengaduan PST", "PST complaints"
    OTHER_COMPLAINT = "other_complaint", "Pengaduan lainnya", "Other complaints"
    ASPIRATION = "aspiration", "Aspirasi", "Suggestions"
    INFORMATION = "information", "Permintaan informasi", "Requests for information"
    UNCLASSIFIED = "unclassified", "Belum diklasifikasi", "Not yet classified"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class RecapCount(Node):
    """One row of the table: a channel, in one month or over the whole period.

    The row of a channel that has others below it, such as social media, is the whole of its
    branch. ``hidden`` names the columns that were left out because they would give somebody away.
    """

    month: Count | None = term("Bulan", "Month", example=3)
    channel: str | None = term("Saluran", "Channel", example="instagram")
    pst_complaint: Count | None = term("Pengaduan PST", "PST complaints")
    other_complaint: Count | None = term("Pengaduan lainnya", "Other complaints")
    aspiration: Count | None = term("Aspirasi", "Suggestions")
    information: Count | None = term("Permintaan informasi", "Requests for information")
    unclassified: Count | None = term("Belum diklasifikasi", "Not yet classified")
    total: Count | None = term("Jumlah", "Total")
    hidden: tuple[RecapKind, ...] = terms("Disamarkan", "Hidden")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class RecapMonth(Node):
    """What came in and what was closed in a month; ``nil`` states that nothing came in."""

    month: Count | None = term("Bulan", "Month", example=3)
    nil: bool | None = term("Nihil", "Nil")
    open_at_start: Count | None = term("Sisa awal", "Open at the start")
    received: Count | None = term("Masuk", "Received")
    closed: Count | None = term("Selesai", "Closed")
    open_at_end: Count | None = term("Sisa akhir", "Open at the end")
    settled_share: Percent | None = term("Persentase selesai", "Share settled")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class RecapTimeliness(Node):
    """How many were in time, by which limits and in which kind of days."""

    profile: str | None = term("Acuan batas waktu", "Limits", example="SP4N_2025")
    days: TimeUnit | None = term("Jenis hari", "Kind of day", example="working_day")
    judged: Count | None = term("Dinilai", "Judged")
    on_time: Count | None = term("Tepat waktu", "On time")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class RecapPart(Node):
    """A part of a whole: how many complaints ended so, or stand so."""

    name: str | None = term("Nama", "Name", example="proven")
    count: Count | None = term("Jumlah", "Number")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class RecapObstacle(Node):
    """Something that stood in the way, and what was done about it."""

    obstacle: Text | None = term("Kendala", "Obstacle")
    solution: Text | None = term("Solusi", "Solution")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class RecapSignature(Node):
    """Who answers for the report, where and when."""

    place: str | None = term("Tempat", "Place", example="Kota Contoh")
    date: dt.date | None = term("Tanggal", "Date", example="2027-01-05")
    position: Text | None = term("Jabatan", "Position", example="Ketua Tim Pengaduan")
    name: str | None = term("Nama", "Name")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ComplaintRecap(Node):
    """Complaints of a year, a half-year or a month in numbers, with the words of its report.

    ``source`` says where the counts were kept. ``states`` are parts by state of what came in;
    ``published`` says that the table is for everybody.
    """

    format: RecapFormat | None = term("Format", "Format", example="pst-complaint-recap/1")
    year: Count | None = term("Tahun", "Year", example=2026)
    half: Count | None = term("Semester", "Half-year", example=1)
    month: Count | None = term("Bulan", "Month", example=3)
    published: bool | None = term("Untuk publikasi", "For publication")
    total: Count | None = term("Jumlah seluruhnya", "Total")
    counts: tuple[RecapCount, ...] = terms("Tabel menurut saluran", "Table by channel")
    months: tuple[RecapMonth, ...] = terms("Masuk dan selesai per bulan", "Months")
    states: tuple[RecapPart, ...] = terms("Menurut status", "By state")
    timeliness: tuple[RecapTimeliness, ...] = terms("Ketepatan waktu", "Timeliness")
    median_days: Count | None = term("Median lama penyelesaian (hari)", "Median days to settle")
    reopened: Count | None = term("Dibuka kembali", "Reopened")
    escalated: Count | None = term("Dieskalasi", "Escalated")
    outcomes: tuple[RecapPart, ...] = terms("Hasil", "Outcomes")
    follow_up: tuple[Text, ...] = terms("Tindak lanjut", "Follow-up")
    obstacles: tuple[RecapObstacle, ...] = terms("Kendala dan solusi", "Obstacles and solutions")
    evaluation: tuple[Text, ...] = terms(
        "Evaluasi atas tindak lanjut", "Evaluation of the follow-up"
    )
    signature: RecapSignature | None = term(
        "Tanda tangan", "Signature", cite="UU 25/2009 Pasal 37 ayat (3) huruf e"
    )
