"""An office, events and sales that its papers of compensation are about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from pst_standards.compensation import Entitlement, entitlement
from pst_standards.definitions import loads
from pst_standards.definitions.records import load_record
from pst_standards.documents import Inputs, RegisterEntry, document
from pst_standards.documents.outline import Document
from pst_standards.model.base import Text
from pst_standards.model.sale import Buyer, BuyerKind, Sale, SaleKind, SaleLine, ZeroRupiahRequest
from pst_standards.model.service_event import ServiceEvent

Data = dict[str, Any]
Tell = Callable[[Document], str]
DOTS = "\N{HORIZONTAL ELLIPSIS}" * 12
SHORT = "\N{HORIZONTAL ELLIPSIS}" * 7
OFFICE: Data = {
    "stage": "adopted",
    "office": {
        "code": "3322",
        "name": "BPS Kabupaten Teladan",
        "opening_hours": [
            {
                "id": "week",
                "days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
                "opens": "08:00",
                "closes": "16:00",
            }
        ],
    },
    "services": [{"id": "library", "name": {"id": "Perpustakaan", "en": "Library"}}],
    "standards": [
        {
            "id": "std-library",
            "service": "library",
            "time_limit": {
                "limits": [
                    {"id": "whole", "value": 60, "unit": "minute", "channels": ["in_person"]}
                ]
            },
        }
    ],
    "complaints": {
        "channels": [
            {"id": "box", "medium": "box"},
            {"id": "mail", "medium": "email", "value": "adu@teladan.contoh.go.id"},
        ]
    },
    "compensation": {
        "decree": {"number": "7/CONTOH", "place": "Kota Teladan"},
        "register": {"id": "Buku di loket", "en": "Book at the counter"},
        "claim_channels": ["box"],
        "rules": [
            {
                "id": "late",
                "trigger": "late",
                "clock": "beyond_standard",
                "unit": "minute",
                "tiers": [
                    {"lower": 5, "upper": 30, "remedies": [{"kind": "spoken_apology"}]},
                    {"lower": 30, "remedies": [{"kind": "written_apology"}, {"kind": "drink"}]},
                ],
                "decider": {"id": "Ketua tim", "en": "Team lead"},
                "verifier": {"id": "Petugas pengaduan", "en": "Complaint officer"},
                "fulfil_within": {"value": 2, "unit": "working_day"},
                "claim_within": {"value": 10, "unit": "calendar_day"},
                "funding": "operational",
                "funding_basis": {"id": "DIPA kantor", "en": "Budget of the office"},
                "exclusions": ["force_majeure"],
            },
            {
                "id": "manners",
                "trigger": "conduct",
                "text": {"id": "Kepala kantor menemui pengguna.", "en": "The head meets the user."},
                "needs_complaint": True,
                "fulfil_within": {"value": 4, "unit": "hour"},
            },
        ],
    },
}
LATE: Data = {
    "id": "visit-1",
    "service": "library",
    "channel": "in_person",
    "triggers": ["late"],
    "requested_at": "2026-10-05T09:00+07:00",
    "finished_at": "2026-10-05T10:40+07:00",
    "claimed_at": "2026-10-06T08:30+07:00",
    "claim_channel": "mail",
    "description": {"id": "Antrean panjang", "en": "A long queue"},
}
FLOOD: Data = {
    "kind": "force_majeure",
    "begins_at": "2026-10-05T09:00+07:00",
    "ends_at": "2026-10-05T10:30+07:00",
    "evidence": {"id": "Surat BPBD nomor 1", "en": "Letter 1 of the disaster agency"},
}
RUDE: Data = {
    "id": "visit-2",
    "service": "library",
    "triggers": ["conduct"],
    "requested_at": "2026-10-07T09:00+07:00",
}
EVENTS: dict[str, Data] = {
    "granted": LATE,
    "refused": {**LATE, "id": "visit-3", "circumstances": [FLOOD]},
    "pending": RUDE,
    "both": {**LATE, "id": "visit-4", "triggers": ["late", "conduct"], "complained_at": None},
    "no-promise": {**RUDE, "id": "visit-5", "triggers": ["overcharged"]},
}


def answer(event: Data, office: Data | None = None, **more: Any) -> Entitlement:
    data = {key: value for key, value in event.items() if value is not None}
    return entitlement(loads(office or OFFICE), load_record(data, ServiceEvent), **more)


def sale(**more: Any) -> Sale:
    lines = (
        SaleLine(
            kind=SaleKind.PUBLICATION, title=Text("Teladan Dalam Angka"), pages=66, quantity=2
        ),
        SaleLine(kind=SaleKind.MICRODATA, megabytes=120),
    )
    buyer = Buyer(name=Text("Instansi Contoh"), kind=BuyerKind.EDUCATION, abroad=False)
    day = dt.date(2020, 1, 2)
    return Sale(**{"date": day, "lines": lines, "buyer": buyer, "shipping": 18000, **more})


ASKED = ZeroRupiahRequest(commercial=False, letter=True)
OFFERS: dict[str, Sale] = {
    "priced": sale(id="pnj-1", purpose=Text("Penelitian", "Research"), bank_fee=2500),
    "unknown": sale(date=dt.date(2025, 6, 1)),
    "zero": sale(zero_rupiah=ASKED, requested_on=dt.date(2020, 1, 1)),
}


def letter(found: Entitlement, lang: str = "id") -> Document:
    """The letter to whom an answer owes something."""
    inputs = Inputs(events=[found])
    return document(found.definition, "compensation-letter", lang=lang, inputs=inputs)


def entries() -> list[Entitlement | RegisterEntry]:
    given = RegisterEntry(
        answer=answer(LATE),
        reference="KOMP-01",
        date=dt.date(2026, 10, 6),
        given_on=dt.date(2026, 10, 7),
        note="Diantar",
    )
    return [given, *(answer(event) for event in EVENTS.values())]
