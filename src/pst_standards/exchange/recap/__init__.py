"""Counts of complaints that an office keeps in a workbook: the form for it, and reading it."""

from pst_standards.exchange.recap.form import recap_form
from pst_standards.exchange.recap.reading import ReadForm, read_form, read_places

__all__ = ["ReadForm", "read_form", "read_places", "recap_form"]
