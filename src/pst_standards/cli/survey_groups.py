"""What ``pst survey`` hands around: groups with their scores, and data to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pst_standards.cli.exits import Exit
from pst_standards.cli.speech import speaker

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.cli.survey_files import ReadFile
    from pst_standards.surveys.elements import Instrument
    from pst_standards.surveys.scoring import Score
    from pst_standards.surveys.statistics.joint import Joint
    from pst_standards.surveys.statistics.quality import Quality
    from pst_standards.surveys.statistics.satisfied import Satisfied
    from pst_standards.surveys.tallies import GroupKey, Tallies


SMALL: Final = 5
"""A house rule: of fewer respondents of a group nothing is shown, so that nobody is recognised."""


class Group(NamedTuple):
    """One group: its key, its score, and what else was asked for."""

    key: GroupKey
    score: Score
    quality: Quality | None = None
    satisfied: Satisfied | None = None

    def name(self, lang: str) -> str:
        """Return the group as one name: its values, parted by a slash; empty for all together."""
        return " / ".join(shown_value(value, lang) for _, value in self.key)

    @property
    def is_small(self) -> bool:
        """Whether so few belong to it that their answers are not shown by themselves."""
        return bool(self.key) and 0 < self.score.tally.respondents < SMALL


class Answers(NamedTuple):
    """What was counted in some files: tallies by group, and what whole rows tell.

    Of files that do not ask the same questions in the same order whole rows tell nothing together.
    ``parts`` has the tallies of each file.
    """

    instrument: Instrument
    tallies: Tallies
    joints: Mapping[GroupKey, Joint | None]
    files: tuple[ReadFile, ...] = ()
    parts: tuple[Tallies, ...] = ()


def shown_value(value: str, lang: str) -> str:
    """Return what a group is called by a cell; one that holds nothing is called blank.

    >>> shown_value("Perpustakaan", "id"), shown_value("", "id"), shown_value("", "en")
    ('Perpustakaan', '(kosong)', '(blank)')
    """
    if value.strip():
        return value
    blank = speaker(lang)("survey-score.blank")
    if not value:
        return blank
    return f"{blank} \N{LEFT DOUBLE QUOTATION MARK}{value}\N{RIGHT DOUBLE QUOTATION MARK}"


def quoted(names: Sequence[str]) -> tuple[str, ...]:
    """Return names in quotes, so that spaces at their edges are seen.

    >>> quoted(["A", "a "])
    ('“A”', '“a ”')
    """
    return tuple(
        f"\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK}" for name in names
    )


def names_of(used: Instrument) -> Mapping[str, Any]:
    """Return the official terms of elements and questions by their keys.

    >>> from pst_standards.surveys import instrument
    >>> names_of(instrument("skm-2017"))["fee"].get("en")
    'Fee'
    """
    from pst_standards.model.base import Text

    terms = {one.key: one.term for one in used.elements}
    terms.update({item.key: item.text for item in used.items})
    return {key: Text(term.id, term.get("en")) for key, term in terms.items()}


def print_data(work: Run, data: Mapping[str, Any]) -> int:
    """Print plain data as JSON, and be done."""
    from json import dumps

    work.console.data(f"{dumps(data, ensure_ascii=False, indent=2)}\n")
    return Exit.DONE


def alike_lines(groups: Sequence[Group], work: Run) -> Iterator[str]:
    """Yield the names of groups that seem to be one, written in several ways."""
    if not any(group.key for group in groups):
        return
    from pst_standards.surveys.profiles import alike, question_key

    answers: dict[str, dict[str, None]] = {}
    for group in groups:
        for heading, value in group.key:
            answers.setdefault(heading, {})[value] = None
    for heading, values in answers.items():
        for found in alike(question_key(heading), values):
            yield work.say("survey-score.alike", found=quoted(found))
