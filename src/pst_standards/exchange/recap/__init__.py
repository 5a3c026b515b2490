"""Counts of complaints that an office keeps in a workbook: the form for it, and reading it."""

from pst_standards.exchange.recap.form import recap_form
from pst_standards.exchange.recap.reading import read_form

__all__ = ["read_form", "recap_form"]
