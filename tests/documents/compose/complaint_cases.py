"""Complaints at some points of their lives, and the office that has them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from attrs import evolve

from pst_standards.complaints import Case, replay
from pst_standards.complaints.records import events_of
from pst_standards.definitions import loads
from pst_standards.definitions.records import load_record
from pst_standards.documents.outline import Document
from pst_standards.model.base import Text
from pst_standards.model.channel import Official
from pst_standards.model.complaint_case import ComplaintRecord

Tell: TypeAlias = Callable[[Document], str]
EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "complaints"
DOTS = "\N{HORIZONTAL ELLIPSIS}" * 12
WHO = {"name": "Siti Contoh", "address": "Jalan Mawar 5, Contoh", "phone": "0812-0000-1111"}
OFFICE = loads(
    {
        "stage": "adopted",
        "office": {
            "code": "3322",
            "name": "BPS Kabupaten Teladan",
            "address": {"street": "Jalan Teladan Nomor 1", "city": "Kota Teladan"},
            "email": "pst@teladan.contoh.go.id",
            "head": {
                "position": {"id": "Kepala BPS Kabupaten Teladan", "en": "Head of the office"}
            },
        },
        "services": [
            {"id": "consultation", "name": {"id": "Konsultasi Statistik", "en": "Consultation"}}
        ],
        "complaints": {
            "channels": [{"id": "mail", "medium": "email", "value": "adu@teladan.contoh.go.id"}]
        },
    }
)
SIGNER = Official(name="Pejabat Contoh", position=Text("Ketua Tim", "Team lead"), id_number="1")


def case(name: str, upto: int | None = None) -> Case:
    """Return an example after so many events, of which the first is the filing."""
    record = load_record(EXAMPLES / f"{name}.yaml", ComplaintRecord)
    return replay(events_of(record, reporter="ref-1")[:upto])


EXAMINED = case("examined")
NOBODY_NAMED = evolve(EXAMINED, reporter="")
RECEIVED = case("examined", 2)
