"""One event of a service: what was asked for, when it was given, and what went wrong.

A record of its own, not a part of a definition: held against the definition it tells what
compensation is owed. It names nobody; who the user is stands in the claim.
"""

import datetime as dt

from pst_standards.model.base import (
    Choice,
    ComponentName,
    Ident,
    Node,
    Rupiah,
    Text,
    frozen,
    term,
    terms,
)
from pst_standards.model.channel import Channel
from pst_standards.model.compensation import Exclusion, Trigger


class EventFormat(Choice):
    """The notation that a record of an event is written in."""

    V1 = "pst-service-event/1", "Kejadian pelayanan versi 1", "Service event version 1"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Circumstance(Node):
    """A reason that the office names for owing no compensation, and what shows it.

    Without ``evidence`` it does not count: whoever calls on an exception shows it.
    """

    kind: Exclusion | None = term("Jenis keadaan", "Kind", example="force_majeure")
    begins_at: dt.datetime | None = term("Mulai", "From", example="2026-10-05T09:00+07:00")
    ends_at: dt.datetime | None = term("Sampai", "Until", example="2026-10-05T14:00+07:00")
    evidence: Text | None = term("Bukti", "Evidence", example="Surat peringatan banjir dari BPBD")
    announced_on: dt.date | None = term(
        "Tanggal pengumuman",
        "Announced on",
        cite="UU 25/2009 Pasal 28 ayat (3)",
        help=(
            "Perbaikan sarana diumumkan paling lambat 30 hari kalender sebelum pekerjaan dimulai.",
            "A repair is announced 30 calendar days before the work begins.",
        ),
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ServiceEvent(Node):
    """One event of a service, from the request to the product, with the claim that was made."""

    format: EventFormat | None = term("Format", "Format", example="pst-service-event/1")
    id: Ident | None = term("Pengenal", "Id", example="visit-1")
    service: Ident | None = term("Layanan", "Service", example="consultation")
    channel: Channel | None = term("Kanal", "Channel", example="in_person")
    case: Text | None = term("Hal yang diminta", "Kind of request", example="Publikasi")
    limit: Ident | None = term(
        "Batas waktu yang dijanjikan",
        "Promised limit",
        example="whole-in-person",
        help=(
            "Pengenal pada time_limit standar layanan; perlu bila lebih dari satu dapat berlaku.",
            "Id in the time_limit of the standard; needed where more than one may hold.",
        ),
    )
    triggers: tuple[Trigger, ...] = terms("Yang terjadi", "What happened", example=["late"])
    component: ComponentName | None = term(
        "Komponen yang dilanggar", "Component missed", example="fee"
    )
    description: Text | None = term("Uraian", "Description")
    requested_at: dt.datetime | None = term(
        "Permintaan diajukan", "Requested", example="2026-10-05T09:00+07:00"
    )
    complete_at: dt.datetime | None = term(
        "Persyaratan lengkap",
        "Request complete",
        help=(
            "Kosong berarti lengkap sejak diajukan, kecuali keadaan incomplete_file dicatat.",
            "Blank means complete from the start, unless incomplete_file is on record.",
        ),
    )
    served_at: dt.datetime | None = term("Mulai dilayani", "Service began")
    finished_at: dt.datetime | None = term("Pelayanan selesai", "Service finished")
    informed_at: dt.datetime | None = term(
        "Diberi tahu tentang keterlambatan", "Told about the delay"
    )
    clock_started_at: dt.datetime | None = term(
        "Jangka waktu mulai dihitung",
        "The limit began to run",
        help=(
            "Perlu bila awal jangka waktu menurut standar bukan salah satu saat di atas.",
            "Needed where the limit starts with none of the moments above.",
        ),
    )
    amount_due: Rupiah | None = term("Biaya menurut tarif", "Amount due", example=20000)
    amount_charged: Rupiah | None = term("Biaya yang dipungut", "Amount charged", example=25000)
    fault_established: bool | None = term("Kelalaian petugas terbukti", "Fault established")
    circumstances: tuple[Circumstance, ...] = terms("Keadaan pengecualian", "Circumstances")
    complained_at: dt.datetime | None = term("Pengaduan diajukan", "Complaint made")
    claimed_at: dt.datetime | None = term("Klaim diajukan", "Claim made")
    claim_channel: Ident | None = term("Saluran klaim", "Claim channel", example="box")
    verified_at: dt.datetime | None = term("Klaim selesai diverifikasi", "Claim verified")
    compensated: str | None = term(
        "Nomor kompensasi yang sudah diberikan",
        "Number of a compensation already given",
        example="KOMP-04/2026",
    )
