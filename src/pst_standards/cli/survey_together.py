"""Groups and files side by side: what groups are called, and what all of them give together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pst_standards.cli.exits import Refusal
from pst_standards.cli.speech import speaker
from pst_standards.cli.survey_groups import SMALL, shown_value

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.cli.survey_groups import Answers, Group
    from pst_standards.surveys.combining import Combined
    from pst_standards.surveys.scoring import Score
    from pst_standards.surveys.tally import Tally

_BETWEEN = " / "


def together(groups: Sequence[Group], work: Run) -> Combined:
    """Combine the groups into one index, in the way that was asked for.

    Raises ``Refusal`` for a number of people served by a group that is not there.
    """
    from pst_standards.surveys.combining import combine_services

    parts = {group.name(work.lang): group.score for group in groups}
    populations = served(work)
    for name in populations:
        if name not in parts:
            raise Refusal("survey-served-unknown", name=name, known=tuple(parts))
    return combine_services(parts, unit=work.options.together, populations=populations or None)


def served(work: Run) -> dict[str, int]:
    """Return how many each group serves, by the name it is shown under."""
    blank = shown_value("", work.lang)
    blanks = {shown_value("", lang) for lang in ("id", "en")}
    found: dict[str, int] = {}
    for name, value in work.options.served:
        parts = (blank if part in blanks else part for part in name.split(_BETWEEN))
        found[_BETWEEN.join(parts)] = _whole(name, value)
    return found


def _whole(name: str, value: str) -> int:
    if value.isascii() and value.isdigit():
        return int(value)
    raise Refusal("survey-served", name=name, value=value)


def names_alike(groups: Sequence[Group], lang: str) -> tuple[tuple[str, ...], ...]:
    """Return the names of groups that differ by capitals or spaces only."""
    found: dict[str, list[str]] = {}
    for group in groups:
        plain = _BETWEEN.join(" ".join(value.casefold().split()) for _, value in group.key)
        found.setdefault(plain, []).append(group.name(lang))
    return tuple(tuple(names) for names in found.values() if len(names) > 1)


def group_lines(groups: Sequence[Group], work: Run) -> Iterator[str]:
    """Yield how many groups are too small to be shown."""
    small = [group for group in groups if group.is_small]
    if small and not work.options.small_groups:
        people = sum(group.score.tally.respondents for group in small)
        yield work.say("survey-score.small", groups=len(small), n=people, least=SMALL)


def file_scores(found: Answers, scored: Callable[[Tally], Score]) -> tuple[Score, ...]:
    """Return the score of each of several files; nothing of one alone."""
    from pst_standards.surveys.errors import SurveyError

    if len(found.parts) < 2:  # noqa: PLR2004 - several
        return ()
    try:
        return tuple(scored(part.total()) for part in found.parts)
    except SurveyError:  # one of them alone may lack the only elements that weigh anything
        return ()


def _simple_mean(scores: Sequence[Score]) -> Fraction | None:
    """Return the plain mean of the indices of the files that have one."""
    indices = [one.index for one in scores if one.index is not None]
    return sum(indices, Fraction()) / len(indices) if indices else None


def files_data(found: Answers, scores: Sequence[Score]) -> dict[str, Any]:
    """Return how each file was read, and its own score where there are several, as data."""
    from pst_standards.surveys.results import figures

    files = [file.to_dict() for file in found.files]
    if not scores:
        return {"files": files}
    for file, one in zip(files, scores, strict=True):
        grade = None if one.grade is None else one.grade.letter
        file.update({"n": one.tally.respondents, **figures("index", one.index, 2), "grade": grade})
    return {"files": files, "files_simple": figures("index", _simple_mean(scores), 2)}


def file_lines(found: Answers, scores: Sequence[Score], work: Run) -> Iterator[str]:
    """Yield the index of each of several files, and their plain mean beside that of all answers."""
    from pst_standards.surveys.figures import told

    mean = _simple_mean(scores)
    if mean is None:
        return
    say, lang = speaker(work.lang), work.lang
    yield ""
    yield say("survey-score.by-file")
    for file, one in zip(found.files, scores, strict=True):
        index = "-" if one.index is None else told(one.index, 2).get(lang)
        letter = "" if one.grade is None else one.grade.letter
        n = told(Fraction(one.tally.respondents), 0).get(lang)
        yield f"  {file.name:30} {index:>8} {letter:1} {say('survey-score.of-n', n=n)}".rstrip()
    yield say("survey-score.files-simple", index=told(mean, 2).get(lang))
