"""The report on complaint handling of a year, a half-year or a month, in memory."""

from __future__ import annotations

from typing import Unpack

from attrs import evolve

from pst_standards.complaints.recap import Recap
from pst_standards.documents.alone import PaperChoices, composed_alone
from pst_standards.documents.compose.complaint_report import report_of
from pst_standards.documents.kinds import write
from pst_standards.documents.outline import Document
from pst_standards.messages import text
from pst_standards.model.complaint_recap import ComplaintRecap
from pst_standards.model.definition import Definition


def complaint_report(
    recap: Recap,
    format: str,  # noqa: A002 - as in json tools
    *,
    words: ComplaintRecap | None = None,
    office: Definition | None = None,
    published: bool = False,
    **choices: Unpack[PaperChoices],
) -> bytes:
    """Return the report on complaint handling as the bytes of a file.

    It has recap, follow-up, obstacles and solutions, and evaluation. ``words`` has what no
    register knows; what is not told leaves room for the hand. ``office`` is whose letterhead it
    bears. ``published`` leaves out figures of one or two people and what would give them away.
    Figures that do not agree stand as they were given, with a remark.

    Raises ``RequestError`` for a format, language or paper that there is not,
    ``MissingExtraError`` without the extra ``office``.

    >>> from pst_standards.complaints.recap_lines import recap_of
    >>> b"nihil" in complaint_report(recap_of([], year=2026), "html")
    True
    """
    made = complaint_report_document(
        recap, words=words, office=office, published=published, **choices
    )
    return write(made, format)


def complaint_report_document(
    recap: Recap,
    *,
    words: ComplaintRecap | None = None,
    office: Definition | None = None,
    published: bool = False,
    **choices: Unpack[PaperChoices],
) -> Document:
    """Return the report as an outline, to be changed or rendered elsewhere.

    One that is not ``published`` says at its head and at the foot of every page whom it is for.
    """
    composer = report_of(recap, words or ComplaintRecap(), published=published)
    made = composed_alone(office or Definition(), composer, **choices)
    if published:
        return made
    mark = text("documents", "doc.report.internal-mark", made.lang)
    return evolve(made, footer_text=f"{mark} \N{MIDDLE DOT} {made.footer_text}")
