"""Scores, sample sizes and audits of surveys as a clerk reads them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from pst_standards.cli.speech import Say, speaker
from pst_standards.cli.survey_groups import shown_value
from pst_standards.surveys.figures import told

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.cli.survey_groups import Group
    from pst_standards.surveys.auditing import Audit
    from pst_standards.surveys.combining import Combined
    from pst_standards.surveys.elements import Scale
    from pst_standards.surveys.from_table import OfficialResult
    from pst_standards.surveys.notes import Note
    from pst_standards.surveys.scoring import ElementScore, Score
    from pst_standards.surveys.statistics.cautions import Caution, Names
    from pst_standards.surveys.statistics.quality import Quality
    from pst_standards.surveys.statistics.reliability import ItemReliability
    from pst_standards.surveys.statistics.sampling import SampleSize

_WIDTH: Final = 90
_COLOURS: Final = {"A": "green", "B": "cyan", "C": "yellow", "D": "red"}
_SKM: Final = 4
"""The highest answer of an instrument whose index is the IKM."""
_BAR: Final = 20
_BLOCKS: Final = "\N{FULL BLOCK}\N{LIGHT SHADE}"
_PLAIN: Final = "#."
_CUT: Final = "\N{HORIZONTAL ELLIPSIS}"
_TERM: Final = 41
_BESIDE: Final = 22
"""What number, mean, letter and the gaps between them take of a line of an element."""


def print_group(group: Group, work: Run) -> None:
    """Print one score: index and grade, a bar for each element, and what to know of them."""
    say, lang, score = work.say, work.lang, group.score
    if group.key:
        pairs = ", ".join(f"{name} = {shown_value(value, lang)}" for name, value in group.key)
        work.console.line(say("survey-score.group", key=pairs))
    work.console.painted(_head(score, say, lang))
    if score.index is None:
        print_lines(_notes(score.notes, lang), work)
        return
    graves = [note for note in score.notes if note.is_grave]
    print_lines([_convention(score, say, lang), *_notes(graves, lang)], work)
    work.console.line()
    for element in score.elements:
        work.console.painted(_line(element, score, work))
    lines = [*_further(score, work.options.weighting, say, lang)]
    if score.importance:
        from pst_standards.cli.survey_indices import importance_lines

        lines += importance_lines(score, work)
    lines += [*_people(group, say, lang), *_first(score, say, lang)]
    if group.quality is not None:
        told_of = _brief if work.options.brief else _quality
        lines += ["", *told_of(group.quality, score, say, lang)]
    known = {one.key for one in group.quality.cautions} if group.quality is not None else set()
    notes = (one for one in score.notes if one.key not in known and not one.is_grave)
    told_of_blanks = () if group.quality is not None else _answered(score, say, lang)
    print_lines([*lines, *_after_gap([*_notes(notes, lang), *told_of_blanks])], work)


def print_notes(lines: Iterable[str], work: Run) -> None:
    """Print lines of what to know, each on its own below a dash."""
    print_lines([f"- {line}" for line in lines], work)


def print_lines(lines: Iterable[str], work: Run) -> None:
    """Print lines, each broken to the width of the terminal."""
    for line in lines:
        work.console.line(_wrapped(line, work.console.columns))


def _wrapped(line: str, width: int = _WIDTH) -> str:
    """Break a line to a width; what follows stands below where its text begins."""
    indent = len(line) - len(line.lstrip(" -"))
    return textwrap.fill(
        line, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )


def _after_gap(lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return ["", *found] if found else []


def _head(score: Score, say: Say, lang: str) -> Iterator[tuple[str, str]]:
    n = score.tally.respondents
    if score.index is None:
        yield say("survey-score.no-data", n=n), ""
        return
    index = told(score.index, 2).get(lang)
    key = "survey-score.ikm" if score.instrument.scale.high == _SKM else "survey-score.index"
    yield f"{say(key, index=index)}, ", ""
    if score.grade is not None:
        yield f"{say('survey-score.grade')} ", ""
        letter, label = score.grade.letter, score.grade.label.get(lang)
        yield f"{letter} ({label})", _COLOURS.get(letter, "")
        yield ", ", ""
    yield say("survey-score.respondents" if n != 1 else "survey-score.respondent", n=n), ""


def _convention(score: Score, say: Say, lang: str) -> str:
    from pst_standards.surveys.weights import ROUNDING_TERMS

    weights = ROUNDING_TERMS[score.weights.rounding].get(lang)
    key = "survey-score.given" if score.weights.given else "survey-score.weights"
    ni = told(score.ni or Fraction(), 4).get(lang)
    return say(key, ni=ni, weights=weights, instrument=score.instrument.name.get(lang))


def _line(one: ElementScore, score: Score, work: Run) -> Iterator[tuple[str, str]]:
    """Yield the parts of the line of one element; its letter stands beside what its colour says."""
    width, code = _term_width(score, work), _code(one, score, work)
    term = textwrap.shorten(one.element.term.get(work.lang), width, placeholder=_CUT)
    yield f"{code}{term:{width}}  ", ""
    if one.mean is None or one.dropped:
        yield work.say(f"survey-score.dropped-{one.dropped or 'unanswered'}"), ""
        return
    letter = _letter(one.mean, score)
    yield f"{told(one.mean, 3).get(work.lang):>6} {letter:1} ", ""
    space = min(_BAR, max(8, work.console.columns - width - _BESIDE))
    signs = _BLOCKS if work.console.can_show(_BLOCKS) else _PLAIN
    yield _bar(one.mean, score.instrument.scale, space, signs), _COLOURS.get(letter, "")


def _code(one: ElementScore, score: Score, work: Run) -> str:
    """Return the number of an element in its column; nothing where one of them is not settled."""
    from pst_standards.surveys.results import code_of

    numbering = work.options.numbering
    codes = {
        each.key: code_of(each.element, score.instrument, numbering) for each in score.elements
    }
    return f"{codes[one.key]:4}" if all(codes.values()) else ""


def _term_width(score: Score, work: Run) -> int:
    longest = max(len(one.element.term.get(work.lang)) for one in score.elements)
    return min(longest, max(12, work.console.columns - _BESIDE - 8))


def _bar(mean: Fraction, scale: Scale, width: int, signs: str) -> str:
    """Draw a mean from the lowest answer to the highest, with a sign for full and one for the rest.

    >>> from pst_standards.surveys import Scale
    >>> _bar(Fraction(4), Scale(1, 4), 4, "#."), _bar(Fraction(5, 2), Scale(1, 4), 4, "#.")
    ('####', '##..')
    """
    full, rest = signs[0], signs[1]
    filled = int(width * (mean - scale.low) / (scale.high - scale.low) + Fraction(1, 2))
    return full * filled + rest * (width - filled)


def _letter(mean: Fraction, score: Score) -> str:
    from pst_standards.surveys.grades import grade_of

    if score.table is None:
        return ""
    scale = score.instrument.scale
    index = scale.index_of(mean)
    return grade_of(index, score.table, categories=score.categories, scale=scale).letter


def _further(score: Score, weighting: str | None, say: Say, lang: str) -> Iterator[str]:
    """Yield the indices of parts, and the index by importance, where the instrument has them."""
    from pst_standards.cli.survey_indices import DOUBTFUL, has_indices, importance_of, part_scores

    if not has_indices(score):
        return
    yield ""
    ikk = importance_of(score, weighting)
    parts = part_scores(score, weighting)
    for part, index in (*((part, one.index) for part, one in parts.items()), ("IKK", ikk.value)):
        if index is not None:
            yield say("survey-score.part", part=part.upper(), index=told(index, 2).get(lang))
    for one in parts.values():
        yield from (f"- {note.text(lang)}" for note in one.notes if note.key == DOUBTFUL)
    yield from (f"- {one.message(lang)}" for one in ikk.cautions if one.key == "importance")


def _people(group: Group, say: Say, lang: str) -> Iterator[str]:
    """Yield how many are satisfied, with the cut-off that was asked for."""
    found = group.satisfied
    if found is None or found.percent is None:
        return
    yield ""
    yield say(
        "survey-score.satisfied-are",
        percent=told(found.percent, 1).get(lang),
        n=found.satisfied,
        of=found.of,
        cutoff=told(found.cutoff, 2).get(lang),
    )


def _first(score: Score, say: Say, lang: str) -> Iterator[str]:
    """Yield which elements to begin with, and where in the standard to look."""
    from pst_standards.surveys.priorities import component_terms, priorities

    found = priorities(score)
    if not found:
        return
    yield ""
    yield say("survey-score.first")
    for one in found:
        term = one.element.term.get(lang)
        terms = component_terms(one.components).get(lang)
        if terms and terms != term:
            yield f"  - {say('survey-score.look', element=term, components=terms)}"
        else:
            yield f"  - {term}"


def _quality(found: Quality, score: Score, say: Say, lang: str) -> Iterator[str]:
    from pst_standards.cli.survey_groups import names_of

    names = names_of(score.instrument)
    yield say("survey-quality.title")
    reliability = found.reliability
    if reliability.alpha is None:
        yield f"  {say('survey-quality.no-alpha', n=reliability.n)}"
    else:
        alpha = told(Fraction(reliability.alpha), 3).get(lang)
        yield f"  {say('survey-quality.alpha', alpha=alpha, n=reliability.n)}"
    if found.margin is not None:
        yield f"  {_margin(found, say, lang)}"
    if reliability.critical is not None:  # else there are too few for any of these figures
        yield from _items(reliability.items, names, say, lang)
    for caution in found.cautions:
        yield f"  - {_caution(caution, lang, names)}"


def _brief(found: Quality, score: Score, say: Say, lang: str) -> Iterator[str]:
    """Yield what follows from the number of those served or declared, and nothing else."""
    from pst_standards.cli.survey_groups import names_of

    names = names_of(score.instrument)
    if found.margin is not None:
        yield _margin(found, say, lang)
    for caution in found.cautions:
        yield f"- {_caution(caution, lang, names)}"


def _items(items: Iterable[ItemReliability], names: Names, say: Say, lang: str) -> Iterator[str]:
    """Yield a table of how each question goes with the others."""
    rows = [
        (
            names[one.item].get(lang) if one.item in names else one.item,
            _figure(one.corrected, lang),
            _figure(one.alpha_if_deleted, lang),
        )
        for one in items
    ]
    heads = tuple(say(f"survey-quality.{name}") for name in ("item", "corrected", "without"))
    for term, corrected, without in (heads, *rows):
        shown = textwrap.shorten(term, _TERM, placeholder=_CUT)
        yield f"  {shown:{_TERM}} {corrected:>21}  {without:>13}"


def _figure(value: float | Fraction | None, lang: str) -> str:
    return "-" if value is None else told(Fraction(value), 3).get(lang)


def _caution(caution: Caution, lang: str, names: Names) -> str:
    return caution.message(lang, names)


def _margin(found: Quality, say: Say, lang: str) -> str:
    margin = found.margin
    if margin is None:
        return ""
    key = "survey-quality.margin-of" if margin.fpc else "survey-quality.margin"
    said = say(
        key,
        value=told(Fraction(margin.value), 2).get(lang),
        method=margin.method,
        population=margin.population or 0,
    )
    if found.letters is None:
        return said
    return f"{said} {say('survey-quality.letters', letters=str(found.letters))}"


def _answered(score: Score, say: Say, lang: str) -> Iterator[str]:
    """Yield how many answered each element that not all respondents answered."""
    people = score.tally.respondents
    asked_once = (one for one in score.elements if not one.dropped and len(one.items) == 1)
    fewer = tuple(f"{one.element.term.get(lang)} ({one.n})" for one in asked_once if one.n < people)
    if fewer:
        yield f"- {say('survey-score.answered', elements=fewer, n=people)}"


def _notes(notes: Iterable[Note], lang: str) -> Iterator[str]:
    for note in notes:
        yield f"- {note.text(lang)}"


def combined_text(total: Combined, lang: str) -> str:
    """Return the index of several groups together, in the way asked for and in the others."""
    say = speaker(lang)
    lines = []
    if total.index is not None:
        index = told(total.index, 2).get(lang)
        letter = "" if total.grade is None else total.grade.letter
        lines.append(say("survey-score.together-is", index=index, letter=letter or "-"))
    return "\n".join(_wrapped(line) for line in (*lines, *_notes(total.notes, lang)))


def print_official(found: OfficialResult, work: Run) -> None:
    """Print published figures as they were given, and what the audit says of them."""
    say, lang, given = work.say, work.lang, found.published
    index = given.index or given.ni
    work.console.line(
        say(
            "survey-table.index",
            index="-" if index is None else _as_given(index.written, lang),
            grade=given.grade or say("survey-table.no-grade"),
            n="-" if given.n is None else given.n,
        )
    )
    for one in given.elements:
        term = given.instrument.element(given.instrument.element_of(one.key)).term.get(lang)
        total = "-" if one.sum is None else f"\N{GREEK CAPITAL LETTER SIGMA} {one.sum}"
        mean = total if one.mean is None else _as_given(one.mean.written, lang)
        work.console.line(f"  {term:44} {mean:>8}".rstrip())
    print_lines(_after_gap(_notes(found.notes, lang)), work)


def _as_given(written: str, lang: str) -> str:
    """Return a figure with the digits that were given, and the decimal sign of the language.

    >>> _as_given("91.20", "id"), _as_given("91,20", "en")
    ('91,20', '91.20')
    """
    return written.replace(".", ",") if lang == "id" else written.replace(",", ".")


def sample_text(found: SampleSize, lang: str) -> str:
    """Return how many to ask, by which method and rounding."""
    say = speaker(lang)
    return _wrapped(
        say(
            "survey-sample.found",
            n=found.n,
            population=found.population or 0,
            method=say(f"survey-sample.method.{found.method}"),
            rounding=say(f"survey-sample.rounding.{found.rounding}"),
            margin=told(100 * found.margin, 1).get(lang),
        )
    )


def audit_text(found: Audit, lang: str) -> str:
    """Return what came of reckoning again, the verdict first, then the index by each convention."""
    from pst_standards.surveys.auditing import CONVENTION_TERMS

    say = speaker(lang)
    lines = [note.text(lang) for note in found.notes]
    rows = [
        (CONVENTION_TERMS[name].get(lang), told(one.value, 4).get(lang), found.grade_by(one.value))
        for name, one in found.indices.items()
    ]
    if rows:
        lines += ["", say("survey-audit.table")]
        lines += [f"  {name:28} {index:>9}  {letter}".rstrip() for name, index, letter in rows]
    return "\n".join(_wrapped(line) for line in lines)
