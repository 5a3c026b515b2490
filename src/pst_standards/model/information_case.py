"""A request for public information (UU 14/2008) as a file: what was asked, and what became of it.

It names nobody. A request that was first served at the PST keeps the moment at which it came in.
"""

import datetime as dt

from pst_standards.model.base import Choice, Node, Rupiah, frozen, term, terms


class InformationFormat(Choice):
    """The notation that a record of a request is written in."""

    V1 = "pst-information-request/1", "Permintaan informasi versi 1", "Request version 1"


class RequestChannel(Choice):
    """How a request came in; only by letter may its number come with the answer."""

    IN_PERSON = "in_person", "Langsung", "In person"
    EMAIL = "email", "Surel", "E-mail"
    LETTER = "letter", "Surat", "Letter"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class RequestEvent(Node):
    """One event of a request after it came in; each step has its own of these keys."""

    step: str | None = term("Langkah", "Step", example="register")
    at: dt.datetime | None = term("Waktu", "Time", example="2026-03-10T09:00+07:00")
    by: str | None = term("Oleh", "By", example="A1")
    number: str | None = term(
        "Nomor pendaftaran",
        "Registration number",
        cite="UU 14/2008 Pasal 22 ayat (4)",
        example="PPID-12",
    )
    reason: str | None = term("Alasan tertulis", "Reason in writing")
    target: str | None = term(
        "Badan publik lain", "Other public body", cite="UU 14/2008 Pasal 22 ayat (7) huruf b"
    )
    letter: str | None = term(
        "Huruf pengecualian", "Letter of exemption", cite="UU 14/2008 Pasal 17", example="h"
    )
    consequence_test: str | None = term(
        "Uji konsekuensi", "Test of consequences", cite="PP 61/2010 Pasal 3 ayat (1)"
    )
    material: str | None = term(
        "Materi yang diberikan", "Material given", cite="UU 14/2008 Pasal 22 ayat (7) huruf d"
    )
    redacted: tuple[str, ...] = terms(
        "Bagian yang dihitamkan", "Parts blackened", cite="UU 14/2008 Pasal 22 ayat (7) huruf e"
    )
    means: str | None = term(
        "Alat penyampai", "Means", cite="UU 14/2008 Pasal 22 ayat (7) huruf f", example="Surel"
    )
    file_format: str | None = term(
        "Format informasi", "Format", cite="UU 14/2008 Pasal 22 ayat (7) huruf f", example="CSV"
    )
    fee: Rupiah | None = term(
        "Biaya", "Fee", cite="UU 14/2008 Pasal 22 ayat (7) huruf g", example=0
    )
    payment: str | None = term(
        "Cara pembayaran", "Way of payment", cite="UU 14/2008 Pasal 22 ayat (7) huruf g"
    )
    identities: bool | None = term(
        "Memuat identitas pengadu",
        "Holds who complained",
        cite="UU 14/2008 Pasal 17 huruf j",
        help=(
            "Apakah yang diberikan memuat identitas pengadu, saksi, atau terlapor.",
            "Whether what is given holds identities of complainants, witnesses or accused.",
        ),
    )
    grounds: tuple[str, ...] = terms(
        "Alasan keberatan",
        "Grounds of objection",
        cite="UU 14/2008 Pasal 35 ayat (1)",
        example=["c"],
    )
    found_on: dt.date | None = term(
        "Alasan ditemukan", "Ground found on", cite="UU 14/2008 Pasal 36 ayat (1)"
    )
    upheld: bool | None = term(
        "Putusan bawahan dikuatkan", "Upheld", cite="UU 14/2008 Pasal 36 ayat (3)"
    )
    received_on: dt.date | None = term(
        "Tanggapan tertulis diterima",
        "Written answer received on",
        cite="UU 14/2008 Pasal 37 ayat (2)",
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class InformationRecord(Node):
    """A request for public information, with its events."""

    format: InformationFormat | None = term("Format", "Format", example="pst-information-request/1")
    channel: RequestChannel | None = term("Saluran", "Channel", example="in_person")
    first_in_at: dt.datetime | None = term(
        "Mula-mula masuk di PST",
        "First came in at the PST",
        help=(
            "Perlu bila permintaan mula-mula dilayani PST dan kemudian menjadi permintaan PPID.",
            "Needed where the PST served the request before it became one for the officer.",
        ),
    )
    received_at: dt.datetime | None = term(
        "Permintaan diterima",
        "Received",
        cite="UU 14/2008 Pasal 22 ayat (7)",
        example="2026-03-10T09:00+07:00",
    )
    subject: str | None = term(
        "Informasi yang diminta", "Information asked for", cite="UU 14/2008 Pasal 22 ayat (2)"
    )
    events: tuple[RequestEvent, ...] = terms("Kejadian", "Events")
