"""What columns and cells mean, written in a file: for questions too long for a command line.

They are the tables ``[columns]`` and ``[answers]`` of a TOML file with ``format = "pst-survey/1"``,
which may say more of the survey.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.terms import Term
from pst_standards.surveys.toml_texts import read_toml

FORMAT: Final = "pst-survey/1"
TABLES: Final = ("columns", "answers")
_PAIRS: Final = Term('baris seperti "Biaya?" = "biaya"', 'lines such as "Biaya?" = "biaya"')
_ANSWER: Final = Term("teks atau bilangan bulat", "a text or a whole number")


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
    found = read_toml(text)
    if found.get("format") != FORMAT:
        if needed:
            raise SurveyError("particulars.format", expected=FORMAT)
        return WrittenRules({}, {})
    return WrittenRules(*(_texts(found.get(name, {}), name) for name in TABLES))


def _texts(table: Any, name: str) -> Mapping[str, str]:
    if not isinstance(table, dict):
        raise SurveyError("particulars.value", field=name, found=str(table), expected=_PAIRS)
    for key, value in table.items():
        if not (isinstance(value, str) or type(value) is int):
            field = f"{name}.{key}"
            raise SurveyError("particulars.value", field=field, found=str(value), expected=_ANSWER)
    return {key: str(value) for key, value in table.items()}
