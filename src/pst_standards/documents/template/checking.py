"""The preflight: all that is to be said about a template before anything is written with it."""

from __future__ import annotations

import json
from typing import Final

from attrs import frozen

from pst_standards.documents.template.finding import TemplateFinding
from pst_standards.documents.template.template import examined
from pst_standards.documents.template.vocabulary import NAMES
from pst_standards.findings import Severity

FORMAT: Final = "pst-template/1"


@frozen(kw_only=True)
class TemplateCheck:
    """What a preflight found.

    ``fit`` says whether documents can be made with the template. ``paper`` is the sheet of its
    text, empty for a size of its own; ``placeholders`` are those that it has, by their Indonesian
    names.
    """

    fit: bool
    paper: str
    placeholders: tuple[str, ...]
    findings: tuple[TemplateFinding, ...]

    def to_json(self, lang: str) -> str:
        """Return the result as JSON; sentences in ``lang``, all else the same in every language.

        >>> print(check_template(b"text").to_json("en"), end="")
        {
          "format": "pst-template/1",
          "fit": false,
          "paper": "",
          "placeholders": [],
          "findings": [
            {
              "key": "not-docx",
              "severity": "error",
              "part": "",
              "element": "",
              "message": "This is not a Word document (.docx).",
              "advice": "Open it in Word or LibreOffice and save it as a Word document (.docx)."
            }
          ]
        }
        """
        data = {
            "format": FORMAT,
            "fit": self.fit,
            "paper": self.paper,
            "placeholders": list(self.placeholders),
            "findings": [_fields(one, lang) for one in self.findings],
        }
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def check_template(data: bytes, *, paper: str | None = None) -> TemplateCheck:
    """Return what is wrong with a template and what it has; nothing in it is executed or fetched.

    ``paper`` is the sheet that is wanted, ``A4`` for instance; any will do when there is none.

    >>> [found.key for found in check_template(b"PK").findings]
    ['broken']
    """
    template, findings = examined(data, paper=paper)
    return TemplateCheck(
        fit=template is not None,
        paper=template.paper if template else "",
        placeholders=tuple(name for name in NAMES if template and name in template.used),
        findings=tuple(sorted(findings, key=lambda one: one.severity, reverse=True)),
    )


def _fields(one: TemplateFinding, lang: str) -> dict[str, str]:
    severity: Severity = one.severity
    return {
        "key": one.key,
        "severity": severity.value,
        "part": one.part,
        "element": one.element,
        "message": one.message(lang),
        "advice": one.advice(lang),
    }
