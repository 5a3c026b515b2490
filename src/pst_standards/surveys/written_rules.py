"""What columns and cells mean, written in a file: for questions too long for a command line.

They are the tables ``[columns]`` and ``[answers]`` of a TOML file with ``format = "pst-survey/1"``,
which may say more of the survey.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from pst_standards.surveys.errors import SurveyError

FORMAT: Final = "pst-survey/1"
TABLES: Final = ("columns", "answers")


class WrittenRules(NamedTuple):
    """Headings with the element they ask, and texts of cells with the answer they are."""

    columns: Mapping[str, str]
    answers: Mapping[str, str]


def written_rules(text: str, *, needed: bool = True) -> WrittenRules:
    """Return the rules that a TOML text holds; none for another format unless it is ``needed``.

    Raises ``SurveyError`` for a text that is no TOML, and for a heading or a cell to which no text
    or whole number is given; ``field`` tells which.

    >>> told = written_rules('''format = "pst-survey/1"
    ... [columns]
    ... "Apakah biayanya wajar?" = "biaya"
    ... [answers]
    ... "Sangat puas" = 4
    ... ''')
    >>> told.columns, told.answers
    ({'Apakah biayanya wajar?': 'biaya'}, {'Sangat puas': '4'})
    """
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        # A number of thousands of digits and endless nesting are no faults to tomllib.
        raise SurveyError("particulars.toml", found=str(fault)) from None
    if found.get("format") != FORMAT:
        if needed:
            raise SurveyError("particulars.format", expected=FORMAT)
        return WrittenRules({}, {})
    return WrittenRules(*(_texts(found.get(name, {}), name) for name in TABLES))


def _texts(table: Any, name: str) -> Mapping[str, str]:
    if not isinstance(table, dict):
        raise SurveyError("particulars.value", field=name, found=str(table))
    for key, value in table.items():
        if not (isinstance(value, str) or type(value) is int):
            raise SurveyError("particulars.value", field=f"{name}.{key}", found=str(value))
    return {key: str(value) for key, value in table.items()}
