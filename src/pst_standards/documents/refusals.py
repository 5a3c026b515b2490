"""Why a document that was asked for is not made: an unknown wish, nothing to print, not final."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pst_standards.documents.errors import DocumentError
from pst_standards.findings import Finding

if TYPE_CHECKING:
    from pst_standards.documents.owning import Owner


class RequestError(DocumentError, ValueError):
    """A kind, format, service, language or paper that there is not; the message names the choices.

    >>> print(RequestError("format", "odt", ("docx", "html")).message("en"))
    There is no format “odt”. Choose one of: docx, html.
    """

    def __init__(self, what: str, found: str, choices: Iterable[str] = ()) -> None:
        super().__init__(f"request.{what}", found=found, choices=", ".join(choices) or "-")


class NotADefinitionError(DocumentError, TypeError):
    """Something else was given where a definition is needed; the message says how one is read.

    >>> print(NotADefinitionError({}).message("en"))
    A definition is needed, and this is a dict. Read it first: pst_standards.loads(...) for a \
mapping or text, pst_standards.load(...) for a file or folder.
    """

    def __init__(self, given: object) -> None:
        super().__init__("not-a-definition", kind=type(given).__name__)


class NothingToPrintError(DocumentError):
    """There is nothing that a document of this kind would say; ``why`` ends the key of the message.

    >>> print(NothingToPrintError("survey-report").message("en"))
    This needs the answers to a survey: name their file with --answers.
    """

    def __init__(self, kind: str, why: str = "") -> None:
        super().__init__(f"nothing.{kind}{why}")


class NotBytesError(DocumentError, TypeError):
    """Something else was given where the content of a file is needed, such as its name.

    >>> print(NotBytesError("kop.docx").message("en"))
    The content of a file is needed (bytes), and this is a str. Read the file first, with \
pathlib.Path(...).read_bytes().
    """

    def __init__(self, given: object) -> None:
        super().__init__("not-bytes", kind=type(given).__name__)


def read_bytes(given: bytes | bytearray | memoryview) -> bytes:
    """Return the content of a file as bytes; ``NotBytesError`` for its name or anything else."""
    if not isinstance(given, (bytes, bytearray, memoryview)):
        raise NotBytesError(given)
    return bytes(given)


class FormatError(RequestError):
    """A kind is not written in any of the formats asked for; the message names those it has.

    >>> print(FormatError(("html",)).message("en"))
    This kind of document comes in html only.
    """

    def __init__(self, formats: Iterable[str]) -> None:
        DocumentError.__init__(self, "no-format", choices=", ".join(formats))


class OtherOfficeError(DocumentError):
    """A folder has documents of another office, which this build would replace or remove."""

    def __init__(self, folder: str, found: Owner, wanted: Owner) -> None:
        key = "other-office" if wanted.shown else "other-office.nobody"
        super().__init__(key, folder=folder, found=found.shown, wanted=wanted.shown)


class NoPaperError(DocumentError):
    """A complaint has not come to what a paper would be about: a receipt, decision, hearing, step.

    >>> print(NoPaperError("decision").message("en"))
    This complaint has no decision yet.
    """

    def __init__(self, what: str) -> None:
        super().__init__(f"no-paper.{what}")


class FinalError(DocumentError):
    """A final document was asked for while values are open; ``findings`` names each of them.

    Where none is of the definition, ``reason`` says what stands against a paper about one case.
    """

    def __init__(self, findings: tuple[Finding, ...], reason: str = "") -> None:
        if findings or not reason:
            super().__init__("final", count=len(findings))
        else:
            super().__init__("final.case", reason=reason)
        self.findings = findings
        self.reason = reason

    def __reduce__(self) -> tuple[object, ...]:
        return (FinalError, (self.findings, self.reason))
