"""What every sheet of the form has in common: how it says what it is, and which column is which."""

from __future__ import annotations

from typing import Final

from pst_standards.definitions.forms import MAGIC
from pst_standards.exchange.office_form.filling import Steps
from pst_standards.exchange.office_form.layout import Keys

ASIDE_SHEET: Final = "+"
GUIDE_SHEET: Final = "?"
NATIONAL_SHEET: Final = "="
"""What the sheets showed of the base when the form was written stands there, out of sight."""
KEY: Final = "@key"
FIRST: Final = "@"
SECOND: Final = "@en"
JSON: Final = "@json"
PARENT: Final = "^"
KEY_ROW: Final = 1
HEAD_ROW: Final = 2
FIRST_ROW: Final = 3


def sheet_key(keys: Keys) -> str:
    """Return what the first cell of the sheet of a part says.

    >>> sheet_key(("office", "opening_hours"))
    'pst-form/1 office/opening_hours'
    """
    return f"{MAGIC} {joined(keys)}"


def joined(steps: Steps) -> str:
    """Return steps as one text; a slash inside a step is escaped as in a JSON pointer."""
    return "/".join(step.replace("~", "~0").replace("/", "~1") for step in steps)


def parted(text: str) -> Steps:
    """Return the steps of a text.

    >>> parted(joined(("services", "a/b")))
    ('services', 'a/b')
    """
    steps = text.split("/") if text else []
    if "~" not in text:
        return tuple(steps)
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)
