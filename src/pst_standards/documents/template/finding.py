"""What is wrong with a template, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import field, frozen

from pst_standards.documents.errors import DocumentError
from pst_standards.findings import Severity
from pst_standards.messages import text

_LEVELS: Final = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}

_LONGEST: Final = 160


def _kept(params: Mapping[str, str | int]) -> dict[str, str | int]:
    return dict(params)


@frozen(kw_only=True)
class TemplateFinding:
    """One finding: a stable ``key``, the part of the file, the element in it, and particulars.

    An error means that nothing is made with the template; a warning, that something of it is
    replaced or left out; a note needs no action.

    >>> found = finding("E", "old-doc")
    >>> found.severity.value, found.message("en")
    ('error', 'This is a Word document of the old kind (.doc).')
    """

    key: str
    severity: Severity
    part: str = ""
    element: str = ""
    params: Mapping[str, str | int] = field(factory=dict, converter=_kept)

    def message(self, lang: str) -> str:
        """Return what is wrong, as a sentence in ``lang`` (``id`` or ``en``)."""
        return text("documents", f"template.{self.key}", lang, self._said)

    def advice(self, lang: str) -> str:
        """Return what to do about it."""
        return text("documents", f"template.{self.key}.fix", lang, self._said)

    @property
    def place(self) -> str:
        """The part and the element, as far as known."""
        return " ".join(filter(None, (self.part, self.element)))

    @property
    def _said(self) -> dict[str, str | int]:
        return {"part": self.part, "element": self.element, **self.params}


def finding(
    level: str, key: str, part: str = "", element: str = "", /, **params: str | int
) -> TemplateFinding:
    """Return a finding; ``level`` is E for an error, W for a warning, N for a note."""
    return TemplateFinding(
        key=key,
        severity=_LEVELS[level],
        part=part[:_LONGEST],
        element=" ".join(element.split())[:_LONGEST],
        params=params,
    )


def errors(findings: Iterable[TemplateFinding]) -> tuple[TemplateFinding, ...]:
    """Return the findings that keep a template from being used."""
    return tuple(one for one in findings if one.severity is Severity.ERROR)


class TemplateError(DocumentError):
    """A template cannot be used; ``findings`` say why, errors and all else that was seen.

    >>> print(TemplateError([finding("E", "old-doc")]).message("en"))
    The template cannot be used: This is a Word document of the old kind (.doc).
    """

    def __init__(self, findings: Iterable[TemplateFinding]) -> None:
        self.findings = tuple(findings)
        super().__init__("template", count=len(errors(self.findings)))

    def message(self, lang: str) -> str:
        """Return the errors in words, one a line."""
        reasons = "\n".join(
            f"{one.place}: {one.message(lang)}" if one.place else one.message(lang)
            for one in errors(self.findings)
        )
        return text("documents", "error.template", lang, {**self.params, "reasons": reasons})

    def __reduce__(self) -> tuple[object, ...]:
        return (TemplateError, (self.findings,))
