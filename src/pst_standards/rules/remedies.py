"""What to do about what a rule finds, said of the rule and not of one finding."""

from __future__ import annotations

from pst_standards.messages import LANGUAGES, has_text, sketch
from pst_standards.model.base import Text
from pst_standards.rules.rows import Row


def remedy(row: Row) -> Text | None:
    """Return the remedy of a rule in both languages: that of the row, else that of its findings.

    >>> from pst_standards.rules.rows import catalogue
    >>> remedy(catalogue()["STD-007"]).en
    'Write the regulations under regulations, for example citation: UU 25/2009.'
    """
    if row.remedy is not None:
        return row.remedy
    domain = "definition" if row.area == "shape" else "rules"
    keys = (f"{row.id}.hint", *(f"{row.id}.{name}.hint" for name in row.variants))
    key = next((key for key in keys if has_text(domain, key)), None)
    return None if key is None else Text(*(sketch(domain, key, lang) for lang in LANGUAGES))
