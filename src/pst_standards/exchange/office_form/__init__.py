"""The definition of an office as a workbook: a sheet per part, one row for each of its items.

A cell carries a value only where it reads back as the same value; everything else stands on a
sheet of its own by its key, so that nothing of a definition is lost on the way.
"""

from pst_standards.exchange.office_form.content import FormContent
from pst_standards.exchange.office_form.form import office_form
from pst_standards.exchange.office_form.many import Listed, listed_offices
from pst_standards.exchange.office_form.reading import read_form
from pst_standards.exchange.office_form.writing import write_form

__all__ = ["FormContent", "Listed", "listed_offices", "office_form", "read_form", "write_form"]
