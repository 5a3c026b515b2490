"""Documents of a definition: composed once as an outline, written as docx, HTML, PDF, md and png.

Names load on first use: the writers and what they need stay out of programs that print nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.documents.assets import folder_assets
    from pst_standards.documents.building import build
    from pst_standards.documents.complaint_papers import (
        complaint_decision,
        complaint_decision_document,
        notice,
        notice_document,
        receipt,
        receipt_document,
        record_of_examination,
        record_of_examination_document,
    )
    from pst_standards.documents.complaint_reports import (
        complaint_report,
        complaint_report_document,
    )
    from pst_standards.documents.compose.register import RegisterEntry
    from pst_standards.documents.docx import to_docx
    from pst_standards.documents.errors import DocumentError, MissingExtraError
    from pst_standards.documents.inputs import Inputs
    from pst_standards.documents.kinds import EVERY_FORMAT, FORMATS, document, render, write
    from pst_standards.documents.manifest import Manifest
    from pst_standards.documents.outline import Document
    from pst_standards.documents.papers import (
        decision,
        decision_document,
        quotation,
        quotation_document,
        register,
        register_document,
    )
    from pst_standards.documents.refusals import (
        FinalError,
        FormatError,
        NoPaperError,
        NotADefinitionError,
        NotBytesError,
        NothingToPrintError,
        OtherOfficeError,
        RequestError,
    )
    from pst_standards.documents.survey_reports import (
        official_sheet_document,
        survey_report,
        survey_report_document,
        survey_sheet,
        survey_sheet_document,
    )
    from pst_standards.documents.targets import KINDS
    from pst_standards.documents.template.checking import TemplateCheck, check_template
    from pst_standards.documents.template.finding import TemplateError, TemplateFinding
    from pst_standards.documents.template.starter import starter_template
    from pst_standards.documents.template.template import Template, open_template
    from pst_standards.documents.verifying.errors import UnverifiableError
    from pst_standards.documents.verifying.result import Difference, Verification
    from pst_standards.documents.verifying.verification import verify

_HOMES = {
    "Difference": "verifying.result",
    "Document": "outline",
    "DocumentError": "errors",
    "EVERY_FORMAT": "kinds",
    "FORMATS": "kinds",
    "FinalError": "refusals",
    "FormatError": "refusals",
    "Inputs": "inputs",
    "KINDS": "targets",
    "Manifest": "manifest",
    "MissingExtraError": "errors",
    "NoPaperError": "refusals",
    "NotADefinitionError": "refusals",
    "NotBytesError": "refusals",
    "NothingToPrintError": "refusals",
    "OtherOfficeError": "refusals",
    "RegisterEntry": "compose.register",
    "RequestError": "refusals",
    "Template": "template.template",
    "TemplateCheck": "template.checking",
    "TemplateError": "template.finding",
    "TemplateFinding": "template.finding",
    "UnverifiableError": "verifying.errors",
    "Verification": "verifying.result",
    "build": "building",
    "check_template": "template.checking",
    "complaint_decision": "complaint_papers",
    "complaint_decision_document": "complaint_papers",
    "complaint_report": "complaint_reports",
    "complaint_report_document": "complaint_reports",
    "decision": "papers",
    "decision_document": "papers",
    "document": "kinds",
    "folder_assets": "assets",
    "notice": "complaint_papers",
    "notice_document": "complaint_papers",
    "official_sheet_document": "survey_reports",
    "open_template": "template.template",
    "quotation": "papers",
    "quotation_document": "papers",
    "receipt": "complaint_papers",
    "receipt_document": "complaint_papers",
    "record_of_examination": "complaint_papers",
    "record_of_examination_document": "complaint_papers",
    "register": "papers",
    "register_document": "papers",
    "render": "kinds",
    "starter_template": "template.starter",
    "survey_report": "survey_reports",
    "survey_report_document": "survey_reports",
    "survey_sheet": "survey_reports",
    "survey_sheet_document": "survey_reports",
    "to_docx": "docx",
    "verify": "verifying.verification",
    "write": "kinds",
}

__all__ = [
    "EVERY_FORMAT",
    "FORMATS",
    "KINDS",
    "Difference",
    "Document",
    "DocumentError",
    "FinalError",
    "FormatError",
    "Inputs",
    "Manifest",
    "MissingExtraError",
    "NoPaperError",
    "NotADefinitionError",
    "NotBytesError",
    "NothingToPrintError",
    "OtherOfficeError",
    "RegisterEntry",
    "RequestError",
    "Template",
    "TemplateCheck",
    "TemplateError",
    "TemplateFinding",
    "UnverifiableError",
    "Verification",
    "build",
    "check_template",
    "complaint_decision",
    "complaint_decision_document",
    "complaint_report",
    "complaint_report_document",
    "decision",
    "decision_document",
    "document",
    "folder_assets",
    "notice",
    "notice_document",
    "official_sheet_document",
    "open_template",
    "quotation",
    "quotation_document",
    "receipt",
    "receipt_document",
    "record_of_examination",
    "record_of_examination_document",
    "register",
    "register_document",
    "render",
    "starter_template",
    "survey_report",
    "survey_report_document",
    "survey_sheet",
    "survey_sheet_document",
    "to_docx",
    "verify",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
