"""The maklumat: the public pledge of the office (UU 25/2009 Pasal 22; PP 96/2012 Pasal 30)."""

import datetime as dt

from pst_standards.model.base import Ident, Node, Text, frozen, term, terms
from pst_standards.model.channel import Decree, Official


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class PledgeElements(Node):
    """The three elements of a maklumat (PermenPANRB 15/2014), the third in its two halves."""

    capability: Text | None = term(
        "Janji dan kesanggupan sesuai standar pelayanan", "Capability to serve to the standard"
    )
    improvement: Text | None = term(
        "Sesuai kewajiban dan perbaikan terus-menerus", "Duty and continuous improvement"
    )
    sanction: Text | None = term("Kesediaan menerima sanksi", "Acceptance of sanctions")
    compensation: Text | None = term("Kesediaan memberikan kompensasi", "Promise of compensation")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Maklumat(Node):
    """The pledge with its wording, elements, signer and where it is published.

    ``publications`` names ids of the definition's ``publications``.
    """

    pledge: Text | None = term("Bunyi maklumat", "Wording of the pledge")
    elements: PledgeElements | None = term("Unsur maklumat", "Elements")
    decree: Decree | None = term("Keputusan penetapan", "Decree")
    place: str | None = term("Tempat", "Place")
    date: dt.date | None = term("Tanggal", "Date")
    signer: Official | None = term("Penanda tangan", "Signer")
    standards: tuple[Ident, ...] = terms(
        "Standar yang dijanjikan", "Standards pledged", cite="UU 25/2009 Pasal 1 angka 8"
    )
    publications: tuple[Ident, ...] = terms(
        "Publikasi", "Publications", cite="PP 96/2012 Pasal 30 ayat (3)"
    )
