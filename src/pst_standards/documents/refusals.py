"""Why a document that was asked for is not made: an unknown wish, nothing to print, not final."""

from __future__ import annotations

from collections.abc import Iterable

from pst_standards.documents.errors import DocumentError
from pst_standards.findings import Finding


class RequestError(DocumentError, ValueError):
    """A kind, format, service, language or paper that there is not; the message names the choices.

    >>> print(RequestError("format", "odt", ("docx", "html")).message("en"))
    There is no format “odt”. Choose one of: docx, html.
    """

    def __init__(self, what: str, found: str, choices: Iterable[str] = ()) -> None:
        super().__init__(f"request.{what}", found=found, choices=", ".join(choices) or "-")


class NothingToPrintError(DocumentError):
    """The definition holds nothing that a document of this kind would say."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"nothing.{kind}")


class FormatError(DocumentError):
    """A kind is not written in any of the formats asked for; the message names those it has.

    >>> print(FormatError(("html",)).message("en"))
    This kind of document comes in html only.
    """

    def __init__(self, formats: Iterable[str]) -> None:
        super().__init__("no-format", choices=", ".join(formats))


class NoPaperError(DocumentError):
    """A complaint has not come to what a paper would be about: a receipt, decision, hearing, step.

    >>> print(NoPaperError("decision").message("en"))
    This complaint has no decision yet.
    """

    def __init__(self, what: str) -> None:
        super().__init__(f"no-paper.{what}")


class FinalError(DocumentError):
    """A final document was asked for while values are open; ``findings`` names each of them."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("final", count=len(findings))
        self.findings = findings

    def __reduce__(self) -> tuple[object, ...]:
        return (FinalError, (self.findings,))
