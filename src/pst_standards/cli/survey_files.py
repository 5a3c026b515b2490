"""Files of answers as ``pst survey`` read them: which column was what, and what was not read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence, Sized
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pst_standards.cli.exits import Refusal

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.surveys.elements import Instrument
    from pst_standards.surveys.frames.terms import Counted


_MOST_GROUPS: Final = 20_000


class ReadFile(NamedTuple):
    """One file: its name, the headings by question, those not read, and elements without one."""

    name: str
    columns: dict[str, str]
    unread: tuple[str, ...]
    missing: tuple[str, ...]
    told: dict[str, str | int]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, what was found and not said by names of its own."""
        lists = {"unread": list(self.unread), "missing": list(self.missing)}
        return {"file": self.name, **self.told, "columns": self.columns, **lists}


def refuse_twice(files: Sequence[str]) -> None:
    """Raise ``Refusal`` for a file that is named twice: its answers would count twice."""
    seen: set[Path] = set()
    for file in files:
        path = Path(os.path.realpath(file))
        if path in seen:
            raise Refusal("survey-twice", file=file)
        seen.add(path)


def refuse_too_many(groups: Sized, work: Run) -> None:
    """Raise ``Refusal`` for more groups than there are offices, services and quarters in a nation.

    A column that says who somebody is makes one for each respondent.
    """
    if len(groups) > _MOST_GROUPS:
        names = tuple(work.options.group_by)
        raise Refusal("survey-groups", found=len(groups), most=_MOST_GROUPS, columns=names)


def rules_told(work: Run) -> dict[str, Any]:
    """Return the rules by which cells were read otherwise than they stand, as plain data."""
    options = work.options
    return {
        "answers": dict(options.answers),
        "option_texts": options.option_texts,
        "strip": options.strip,
        "decimals": options.decimals,
        "leave_out": options.leave_out,
        "duplicates": options.duplicates or "raise",
    }


def rule_lines(work: Run) -> Iterator[str]:
    """Yield a line about the meanings that somebody gave to cells."""
    meanings = tuple(f"{text} = {value}" for text, value in work.options.answers)
    if meanings:
        yield work.say("survey-score.rules", rules=meanings)


def refuse_unknown(headings: Sequence[str], work: Run) -> None:
    """Raise ``SurveyError`` for a column whose meaning was told and that no file has."""
    from pst_standards.surveys.errors import SurveyError
    from pst_standards.surveys.numbering import listed

    for heading, meaning in work.options.columns:
        if meaning and heading not in headings:
            raise SurveyError("column.unknown", column=heading, expected=listed(headings))


def read_file(file: str, found: Counted, used: Instrument, work: Run) -> ReadFile:
    """Return how a file was read.

    Raises ``SurveyError`` where the answers to an element may stand in a column that was not read.
    """
    from pst_standards.surveys.unread import refuse_forgotten, unread

    columns, dropped, said = found.columns, dropped_keys(used, work), _said(work)
    if columns.missing:
        from pst_standards.surveys.profiles import profile_columns

        settled = said.union(profile_columns(found.header).values())
        refuse_forgotten(columns, found.header, used, dropped=dropped, settled=settled)
    asked = {**columns.answers, **{f"importance:{k}": at for k, at in columns.importance.items()}}
    return ReadFile(
        Path(file).name,
        {key: found.header[place] for key, place in asked.items()},
        tuple(name for name in unread(columns, found.header) if name not in said),
        tuple(key for key in columns.missing if key not in dropped),
        dict(found.told),
    )


def _said(work: Run) -> frozenset[str]:
    """Return the headings of which somebody said what they are, though no answers."""
    options = work.options
    said = [heading for heading, _ in options.columns]
    said += getattr(options, "group_by", [])
    said += [heading for _, heading in getattr(options, "profiles", [])]
    return frozenset((*said, options.respondent or ""))


def dropped_keys(used: Instrument, work: Run) -> tuple[str, ...]:
    """Return the keys of the elements that are not to count; raises ``SurveyError`` as names do."""
    return tuple(element_key(name, used, work) for name in work.options.drop)


def element_key(name: str, used: Instrument, work: Run) -> str:
    """Return the key of an element by any name that a column may have."""
    from pst_standards.surveys.numbering import key_of

    return used.element_of(key_of(name, used, work.options.numbering))


def reading_lines(files: Sequence[ReadFile], used: Instrument, work: Run) -> Iterator[str]:
    """Yield which columns were not read where an element has none, and what only some files ask."""
    for file in files:
        if file.missing and file.unread:
            yield work.say("survey-score.unread", file=file.name, found=file.unread)
    for key in used.keys:
        without = tuple(file.name for file in files if key in file.missing)
        if without and len(without) < len(files):
            term = used.element(key).term.get(work.lang)
            yield work.say("survey-score.some-files", element=term, files=without)
