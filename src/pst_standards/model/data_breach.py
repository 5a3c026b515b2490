"""A failure to protect personal data as a file: when it was known, and who was told what."""

import datetime as dt

from pst_standards.model.base import Choice, Node, frozen, term, terms


class BreachFormat(Choice):
    """The notation that a record of a breach is written in."""

    V1 = "pst-data-breach/1", "Kegagalan pelindungan data versi 1", "Data breach version 1"


class BreachRecipient(Choice):
    """Who has to be told of a breach."""

    SUBJECTS = "subjects", "Subjek data pribadi", "Data subjects"
    AGENCY = "agency", "Lembaga", "Agency"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class BreachNotice(Node):
    """One written notice, with what the act asks to be in it."""

    to: BreachRecipient | None = term(
        "Kepada", "To", cite="UU 27/2022 Pasal 46 ayat (1)", example="subjects"
    )
    at: dt.datetime | None = term("Waktu", "Time", example="2026-03-10T09:00+07:00")
    data: str | None = term(
        "Data pribadi yang terungkap",
        "Personal data revealed",
        cite="UU 27/2022 Pasal 46 ayat (2) huruf a",
    )
    how: str | None = term(
        "Kapan dan bagaimana terungkap",
        "When and how revealed",
        cite="UU 27/2022 Pasal 46 ayat (2) huruf b",
    )
    handling: str | None = term(
        "Upaya penanganan dan pemulihan",
        "Handling and recovery",
        cite="UU 27/2022 Pasal 46 ayat (2) huruf c",
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class DataBreach(Node):
    """A failure to protect personal data, with the notices of it."""

    format: BreachFormat | None = term("Format", "Format", example="pst-data-breach/1")
    known_at: dt.datetime | None = term(
        "Diketahui",
        "Known",
        cite="UU 27/2022 Pasal 46 ayat (1)",
        example="2026-03-10T09:00+07:00",
    )
    notices: tuple[BreachNotice, ...] = terms("Pemberitahuan", "Notices")
