"""The services that an office gives, and through which channels."""

from collections.abc import Mapping

from pst_standards.model.base import EMPTY, Ident, Node, Percent, Text, frozen, term, terms
from pst_standards.model.channel import Channel


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ServiceClass(Node):
    """A class of a tiered service (UU 25/2009 Pasal 30; PP 96/2012 Pasal 34 to 39)."""

    id: Ident = term("Pengenal", "Id", required=True)
    name: Text | None = term("Nama kelas", "Name of the class")
    capacity: Percent | None = term(
        "Bagian kapasitas (persen)", "Share of capacity (percent)", cite="PP 96/2012 Pasal 37"
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class RefusalReason(Node):
    """A reason for which a request may be refused, with the rule that it rests on."""

    id: Ident = term("Pengenal", "Id", required=True)
    text: Text | None = term("Alasan penolakan", "Reason for refusal")
    citation: str | None = term(
        "Dasar", "Basis", cite="UU 25/2009 Pasal 14 huruf e", example="UU 16/1997 Pasal 21"
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Service(Node):
    """A service of the office, such as statistical consultation."""

    id: Ident = term("Pengenal", "Id", required=True, example="consultation")
    name: Text | None = term("Nama layanan", "Name of the service", example="Konsultasi Statistik")
    aliases: tuple[Text, ...] = terms("Nama lain", "Other names")
    description: Text | None = term("Uraian", "Description")
    users: Text | None = term("Pengguna layanan", "Users")
    channels: tuple[Channel, ...] = terms("Kanal", "Channels", example=["in_person", "online"])
    missing_channels: Mapping[str, Text] = term(
        "Alasan kanal tidak tersedia",
        "Reason for a missing channel",
        default=EMPTY,
        example={"in_person": "Hanya melalui aplikasi"},
    )
    classes: tuple[ServiceClass, ...] = terms(
        "Kelas pelayanan berjenjang", "Classes of a tiered service"
    )
    refusals: tuple[RefusalReason, ...] = terms(
        "Alasan penolakan", "Reasons for refusal", cite="UU 25/2009 Pasal 14 huruf e"
    )
