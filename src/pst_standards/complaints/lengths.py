"""The clocks of a complaint and how long each runs, with the article that says so."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from pst_standards.calendar import Side
from pst_standards.findings import Confidence
from pst_standards.model.base import Choice
from pst_standards.model.channel import TimeUnit


class Clock(Choice):
    """A time that somebody has to keep, by its number in the order of a complaint's life.

    I1 is the first of those of a request for public information.

    K6, the news that society is owed (PP 96/2012 Pasal 42 ayat (2)), has no length in its norm and
    is not reckoned.
    """

    COMPLAIN = "K1", "Waktu untuk mengadu", "Time to complain"
    FIRST_ANSWER = "K2", "Tanggapan pertama", "First answer"
    VERIFICATION = "K2s", "Verifikasi SP4N", "Verification of SP4N"
    COMPLETION = "K3", "Melengkapi berkas", "Completing the file"
    SETTLEMENT = "K4p", "Penyelesaian SP4N", "Settlement of SP4N"
    DECISION = "K5", "Keputusan", "Decision"
    NEWS = "K6", "Kabar kepada masyarakat", "News to society"
    DELIVERY = "K7", "Penyampaian keputusan", "Delivery of the decision"
    REACTION = "K8", "Menanggapi keputusan", "Reacting to the decision"
    OMBUDSMAN = "K9", "Melapor ke Ombudsman", "Going to the Ombudsman"
    EXPLANATION = "K10", "Penjelasan kepada Ombudsman", "Explaining to the Ombudsman"
    RECOMMENDATION = "K11", "Pelaksanaan rekomendasi", "Carrying out a recommendation"
    BREACH = "K12", "Pemberitahuan kegagalan pelindungan data", "Notice of a data breach"
    DATA_SUBJECT = "K13", "Permintaan subjek data", "Request of a data subject"
    INFORMATION = "I1", "Jawaban permintaan informasi publik", "Answer on public information"
    CONFLICT = "K14", "Keputusan atas benturan kepentingan", "Decision on a conflict of interest"


@frozen(kw_only=True)
class Length:
    """How long a clock runs, who has to keep it, and where that stands."""

    number: int
    unit: TimeUnit
    side: Side = Side.OFFICE
    citations: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED


LENGTHS: Final = {
    Clock.COMPLAIN: Length(
        number=30,
        unit=TimeUnit.DAY,
        side=Side.CITIZEN,
        citations=("UU 25/2009 Pasal 42 ayat (2)",),
    ),
    Clock.FIRST_ANSWER: Length(
        number=14, unit=TimeUnit.DAY, citations=("UU 25/2009 Pasal 44 ayat (3)",)
    ),
    Clock.COMPLETION: Length(
        number=30,
        unit=TimeUnit.DAY,
        side=Side.CITIZEN,
        citations=("UU 25/2009 Pasal 44 ayat (4)",),
    ),
    Clock.DECISION: Length(
        number=60, unit=TimeUnit.DAY, citations=("UU 25/2009 Pasal 50 ayat (1)",)
    ),
    Clock.DELIVERY: Length(
        number=14, unit=TimeUnit.DAY, citations=("UU 25/2009 Pasal 50 ayat (2)",)
    ),
    Clock.OMBUDSMAN: Length(
        number=24,
        unit=TimeUnit.MONTH,
        side=Side.CITIZEN,
        citations=("UU 37/2008 Pasal 24 ayat (3)",),
    ),
    Clock.EXPLANATION: Length(number=14, unit=TimeUnit.DAY, citations=("UU 37/2008 Pasal 33",)),
    Clock.RECOMMENDATION: Length(
        number=60, unit=TimeUnit.DAY, citations=("UU 37/2008 Pasal 38 ayat (2)",)
    ),
    Clock.BREACH: Length(
        number=72, unit=TimeUnit.HOUR, citations=("UU 27/2022 Pasal 46 ayat (1)",)
    ),
    Clock.DATA_SUBJECT: Length(
        number=72,
        unit=TimeUnit.HOUR,
        citations=("UU 27/2022 Pasal 30", "UU 27/2022 Pasal 32 ayat (2)"),
    ),
    Clock.INFORMATION: Length(
        number=10, unit=TimeUnit.WORKING_DAY, citations=("UU 14/2008 Pasal 22 ayat (7)",)
    ),
    Clock.CONFLICT: Length(
        number=5, unit=TimeUnit.WORKING_DAY, citations=("UU 30/2014 Pasal 44 ayat (3)",)
    ),
}
"""The clocks whose length is in an act; those of SP4N are in the profile."""
