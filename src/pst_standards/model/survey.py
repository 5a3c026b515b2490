"""How the office measures satisfaction (UU 25/2009 Pasal 38; PermenPANRB 14/2017)."""

from datetime import date

from pst_standards.model.base import Choice, Count, Ident, Node, Text, frozen, term, terms
from pst_standards.model.channel import Item


class Instrument(Choice):
    """Survey instrument."""

    SKM = "skm", "Survei Kepuasan Masyarakat", "Community satisfaction survey"
    SKD = "skd", "Survei Kebutuhan Data", "Data needs survey"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class SurveyPlan(Node):
    """Which survey, how often, and where its results stand; ``results`` names publications."""

    instrument: Instrument | None = term("Instrumen", "Instrument", example="skm")
    carried_by: Instrument | None = term("Dilaksanakan melalui", "Carried out in", example="skd")
    basis: str | None = term("Dasar", "Basis", example="PermenPANRB 14/2017")
    period_months: Count | None = term(
        "Periode (bulan)", "Period (months)", cite="penjelasan UU 25/2009 Pasal 38 ayat (1)"
    )
    method: Text | None = term("Metode", "Method")
    indicators: tuple[Item, ...] = terms(
        "Indikator", "Indicators", cite="UU 25/2009 Pasal 38 ayat (2)"
    )
    conducted_on: tuple[date, ...] = terms(
        "Pelaksanaan survei", "Conducted on", cite="UU 25/2009 Pasal 38 ayat (1)"
    )
    follow_up: Text | None = term("Tindak lanjut", "Follow-up")
    results: tuple[Ident, ...] = terms("Hasil", "Results")
    text: Text | None = term("Uraian", "Text")
