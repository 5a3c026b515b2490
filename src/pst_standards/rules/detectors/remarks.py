"""What stands out in a text wherever it is: names of forms, typing errors, an open bracket."""

from __future__ import annotations

from typing import NamedTuple

from pst_standards.rules.detectors.form_names import form_names
from pst_standards.rules.detectors.writing import open_bracket, slips_in


class Remarks(NamedTuple):
    """Names of forms, typing errors with what is meant, the surroundings of an open bracket."""

    forms: tuple[str, ...]
    slips: tuple[tuple[str, str], ...]
    bracket: str


def remarks_on(words: str) -> Remarks | None:
    """Return what stands out in a text, ``None`` for nearly all of them.

    >>> remarks_on("Mengisi formulir FS3").forms
    ('FS3',)
    >>> remarks_on("Mengisi buku tamu") is None
    True
    """
    found = Remarks(form_names(words), slips_in(words), open_bracket(words))
    return found if any(found) else None
