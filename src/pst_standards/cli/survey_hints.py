"""Which option of ``pst survey`` helps against what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.surveys.errors import SurveyError

_HINTS: Final = {
    "numbering.missing": "numbering",
    "header.missing": "header",
    "header.not-found": "header",
    "header.more": "first-row",
    "column.none": "header",
    "column.like": "like",
    "column.numbered": "numbered",
    "column.few": "few",
    "element.unknown": "element",
    "file.encoding": "encoding",
    "file.wide": "wide",
    "file.marked": "marked",
    "delimiter.missing": "delimiter",
    "sheet.missing": "sheet",
    "sheet.unknown": "sheet",
    "row.sums": "last-row",
    "answer.zero": "zero",
    "answer.spaces": "strip",
    "answer.text": "answer",
    "answer.words": "words",
    "answer.decimals": "decimals",
    "answer.fraction": "answer",
    "answer.outside": "answer",
    "respondent.duplicate": "duplicates",
    "weights.sum": "normalise",
    "index.outside": "compat",
    "official.source": "source",
    "combine.population": "served",
}
_LONGEST: Final = 40
"""Up to how many signs the text of a cell is repeated as what to type."""


def hint_for(error: SurveyError, work: Run) -> str | None:
    """Return what to add to the command; ``None`` where nothing on the command line helps."""
    name = _HINTS.get(error.kind)
    if name is None:
        return None
    found = str(error.params.get("found", ""))
    if name == "encoding" and work.options.encoding.replace("-", "").lower() != "utf8":
        return None
    if name == "answer":
        name = _about_answer(found, error, work)
    told: dict[str, Any] = dict.fromkeys(("column", "name", "encoding", "first", "last"), "")
    told.update(error.params)
    expected = error.params.get("expected")
    told["expected"] = expected[0] if isinstance(expected, tuple) and expected else ""
    return work.say(f"survey-hint.{name}", **{key: str(value) for key, value in told.items()})


def _about_answer(found: str, error: SurveyError, work: Run) -> str:
    """Return the name of the hint about the text of a cell."""
    if error.kind == "answer.text" and _is_option(found, work):
        return "option-texts"
    if not found.strip() or len(found) > _LONGEST or set(found) & set('"=\n\r$`\\!%'):
        return "answer"
    return "answer-text" if any(map(str.isalnum, found)) else "answer-mark"


def _is_option(found: str, work: Run) -> bool:
    """Tell whether a cell holds the words of an option of the form."""
    from pst_standards.cli.survey_options import chosen_instrument

    used = chosen_instrument(work)
    if used is None or work.options.option_texts:
        return False
    options = {words for one in used.elements for words in one.options}
    return found in options | {words.capitalize() for words in options} | set(used.item_options)
