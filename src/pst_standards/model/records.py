"""The kinds of records: files about one case, apart from the definition of an office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from pst_standards.model.base import Node
from pst_standards.model.complaint_case import ComplaintRecord
from pst_standards.model.complaint_recap import ComplaintRecap
from pst_standards.model.damages import DamagesCase
from pst_standards.model.data_breach import DataBreach
from pst_standards.model.information_case import InformationRecord
from pst_standards.model.sale import Sale
from pst_standards.model.service_event import ServiceEvent


class RecordKind(NamedTuple):
    """A kind of record: its class, and what people call it."""

    type: type[Node]
    id: str
    en: str


RECORDS: Final[Mapping[str, RecordKind]] = {
    "service-event": RecordKind(ServiceEvent, "Kejadian pelayanan", "Service event"),
    "damages": RecordKind(DamagesCase, "Tuntutan ganti rugi", "Claim for damages"),
    "complaint": RecordKind(ComplaintRecord, "Pengaduan", "Complaint"),
    "complaint-recap": RecordKind(ComplaintRecap, "Rekapitulasi pengaduan", "Recap of complaints"),
    "information-request": RecordKind(
        InformationRecord, "Permintaan informasi publik", "Request for public information"
    ),
    "data-breach": RecordKind(
        DataBreach, "Kegagalan pelindungan data pribadi", "Failure to protect personal data"
    ),
    "sale": RecordKind(Sale, "Penjualan", "Sale"),
}
"""Each kind by its name, which is that of its schema and stands in ``format`` as ``pst-NAME/1``."""
