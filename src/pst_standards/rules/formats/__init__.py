"""A report written for people (``text``) and for programs (``json``)."""

from pst_standards.rules.formats.json_report import json
from pst_standards.rules.formats.text_report import text

__all__ = ["json", "text"]
