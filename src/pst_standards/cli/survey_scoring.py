"""Scoring for ``pst survey``: files counted and added up, scored by group, with their quality."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.survey_files import (
    ReadFile,
    dropped_keys,
    element_key,
    read_file,
    reading_lines,
    refuse_too_many,
    refuse_twice,
    refuse_unknown,
    rule_lines,
    rules_told,
)
from pst_standards.cli.survey_groups import Answers, Group, alike_lines, names_of, print_data
from pst_standards.cli.survey_inputs import prepared
from pst_standards.cli.survey_options import (
    add_adapting,
    add_format,
    add_instrument,
    add_reading,
    asked_instrument,
    layout_of,
    must_be_there,
    number,
    pair,
    terms_of,
    with_options,
)
from pst_standards.cli.survey_together import (
    file_lines,
    file_scores,
    files_data,
    group_lines,
    names_alike,
    served,
    together,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pst_standards.cli.parser import Parser
    from pst_standards.cli.running import Run
    from pst_standards.surveys.combining import Combined
    from pst_standards.surveys.elements import Instrument
    from pst_standards.surveys.scoring import Score
    from pst_standards.surveys.statistics.joint import Joint
    from pst_standards.surveys.statistics.quality import Quality
    from pst_standards.surveys.statistics.satisfied import Satisfied
    from pst_standards.surveys.tallies import GroupKey
    from pst_standards.surveys.tally import Tally

_ROUNDINGS: Final = ("exact", "2dp", "3dp", "4dp")
_CATEGORIES: Final = ("nik_rounded", "strict_lower")
_WEIGHTINGS: Final = ("importance", "equal")
_WAYS: Final = ("pooled", "population", "simple")


def add_scoring(parser: Parser) -> None:
    """Add the options that say how answers are scored."""
    say = parser.say
    parser.add_option("--weights", choices=_ROUNDINGS, default="exact", help=say("survey.weights"))
    parser.add_option(
        "--weight",
        "key-value",
        dest="given",
        type=pair(say),
        action="append",
        default=[],
        help=say("survey.weight"),
    )
    parser.add_option("--normalise", action="store_true", help=say("survey.normalise"))
    parser.add_option(
        "--categories", choices=_CATEGORIES, default="nik_rounded", help=say("survey.categories")
    )
    add_adapting(parser)
    parser.add_option("--drop", "name", action="append", default=[], help=say("survey.drop"))
    parser.add_option("--compat", action="store_true", help=say("survey.compat"))


def add_quality(parser: Parser) -> None:
    """Add the options that say how far figures can be trusted."""
    say = parser.say
    for name in ("population", "declared"):
        parser.add_option(f"--{name}", "number", type=number(say), help=say(f"survey.{name}"))
    parser.add_option("--margin", choices=("z", "t"), default="z", help=say("survey.margin"))


def add_score(parser: Parser) -> None:
    """Fill the parser of the action ``score``."""
    say = parser.say
    parser.add_input("files", "file", nargs="*", help=say("survey-score.answers"))
    add_instrument(parser)
    add_reading(parser)
    add_scoring(parser)
    parser.add_option(
        "--group-by", "name", action="append", default=[], help=say("survey-score.group-by")
    )
    parser.add_option("--together", choices=_WAYS, help=say("survey-score.together"))
    parser.add_option(
        "--served",
        "key-value",
        type=pair(say),
        action="append",
        default=[],
        help=say("survey-score.served"),
    )
    parser.add_option("--small-groups", action="store_true", help=say("survey-score.small-groups"))
    parser.add_option("--weighting", choices=_WEIGHTINGS, help=say("survey-score.weighting"))
    parser.add_option("--quality", action="store_true", help=say("survey-score.quality"))
    parser.add_option("--satisfied", "number", help=say("survey-score.satisfied"))
    add_quality(parser)
    parser.add_option("--from-table", "file", help=say("survey-score.from-table"))
    parser.add_option("--source", "text", default="", help=say("survey-score.source"))
    add_format(parser)


def run_score(work: Run) -> int:
    """Print the scores of files of answers, or published figures as they were given."""
    options = work.options
    if bool(options.files) == bool(options.from_table):
        raise Refusal("survey-answers")
    if options.from_table:
        return _official(work)
    work = _with_quality(prepared(work))
    options = work.options
    found = _asked(work)
    used, groups = found.instrument, scored(found, work)
    total = together(groups, work) if options.together else None
    parts = () if options.group_by else file_scores(found, lambda one: score_by(one, used, work))
    if options.format == "json":
        data = _as_data(groups, total, work) | files_data(found, parts)
        print_data(work, {**data, "rules": rules_told(work)})
    else:
        _print(found, groups, total, parts, work)
    return code_of(group.quality for group in groups)


def _print(
    found: Answers,
    groups: Sequence[Group],
    total: Combined | None,
    parts: Sequence[Score],
    work: Run,
) -> None:
    from pst_standards.cli.survey_text import combined_text, print_group, print_lines, print_notes

    all_shown = work.options.small_groups
    chosen = [one for one in groups if all_shown or not one.is_small]
    for place, group in enumerate(chosen):
        if place:
            work.console.line()
        print_group(group, work)
    if total is not None:
        gap = "\n" if chosen else ""
        work.console.line(f"{gap}{combined_text(total, work.lang)}")
    print_lines(file_lines(found, parts, work), work)
    print_notes(group_lines(groups, work), work)
    lines = [*reading_lines(found.files, found.instrument, work), *rule_lines(work)]
    print_notes([*lines, *alike_lines(groups, work)], work)


def code_of(qualities: Iterable[Quality | None]) -> Exit:
    """Return how to end: with 1 where something that was told cannot be right."""
    cautions = [one for quality in qualities if quality for one in quality.cautions]
    if not cautions:
        return Exit.DONE
    from pst_standards.findings import Severity

    wrong = any(one.severity is Severity.ERROR for one in cautions)
    return Exit.FINDINGS if wrong else Exit.DONE


def _with_quality(work: Run) -> Run:
    """Return the work with the quality asked for where something was said that only it uses."""
    options = work.options
    if (options.together or options.served) and not options.group_by:
        raise Refusal("survey-together")
    work = with_options(work, brief=not options.quality)
    if options.population is None and options.declared is None:
        return work
    if options.group_by:
        raise Refusal("survey-of-all")
    return with_options(work, quality=True)


def _asked(work: Run) -> Answers:
    options = work.options
    rows = options.quality or options.satisfied is not None
    found = counted(options.files, work, tuple(options.group_by), joints=rows)
    if None in found.joints.values():
        raise Refusal("survey-joints")
    return found


def counted(
    files: Sequence[str], work: Run, group_by: tuple[str, ...] = (), *, joints: bool
) -> Answers:
    """Count the answers in some files and add them up, as the quarters of a year are."""
    from pst_standards.surveys.errors import SurveyError
    from pst_standards.surveys.frames import count_file
    from pst_standards.surveys.tallies import Tallies

    refuse_twice(files)
    used = asked_instrument(work)
    terms, layout = terms_of(work, used, group_by), layout_of(work)
    read: list[ReadFile] = []
    parts: list[Tallies] = []
    headings: dict[str, None] = {}
    whole: dict[GroupKey, list[Joint]] = {}
    for file in files:
        must_be_there(file)
        try:
            found = count_file(file, used, terms, layout, joints=joints)
            read.append(read_file(file, found, used, work))
        except SurveyError as fault:
            raise fault.within(Path(file).name) if len(files) > 1 else fault from None
        refuse_too_many(found.tallies, work)
        parts.append(found.tallies)
        headings.update(dict.fromkeys(found.header))
        for key, joint in found.joints.items():
            whole.setdefault(key, []).append(joint)
    refuse_unknown(tuple(headings), work)
    added = {key: _added(joints) for key, joints in whole.items()}
    return Answers(used, sum(parts, Tallies.empty(used.id)), added, tuple(read), tuple(parts))


def _added(parts: Sequence[Joint]) -> Joint | None:
    """Add up what whole rows tell; ``None`` where the files do not ask the same questions."""
    first, *others = parts
    if any(one.items != first.items for one in others):
        return None
    return sum(others, first)


def scored(found: Answers, work: Run) -> tuple[Group, ...]:
    """Score each group; without any respondent there is one group without a score."""
    from pst_standards.surveys.tally import Tally

    groups = list(found.tallies) or [((), Tally.empty(found.instrument.id))]
    return tuple(_scored(key, tally, found, work) for key, tally in groups)


def _scored(key: GroupKey, tally: Tally, found: Answers, work: Run) -> Group:
    group = Group(key, score_by(tally, found.instrument, work))
    joint, options = found.joints.get(key), work.options
    population = served(work).get(group.name(work.lang)) if key else options.population
    quality = quality_by(group.score, joint, work, population) if options.quality else None
    return group._replace(quality=quality, satisfied=satisfied_by(joint, work))


def score_by(tally: Tally, used: Instrument, work: Run) -> Score:
    """Score a tally as the options say."""
    from pst_standards.surveys.scoring import Weighting, score

    options = work.options
    weighting = Weighting(
        rounding=options.weights,
        given={element_key(name, used, work): value for name, value in options.given} or None,
        normalise=options.normalise,
    )
    return score(
        tally,
        used,
        weights=weighting,
        categories=options.categories,
        drop=dropped_keys(used, work),
        compat=options.compat,
    )


def quality_by(
    told: Score, joint: Joint | None, work: Run, population: int | None
) -> Quality | None:
    """Return how far a score can be trusted; ``None`` where whole rows were not counted."""
    if joint is None:
        return None
    from pst_standards.surveys.statistics.quality import Told, quality_of
    from pst_standards.surveys.statistics.sampling import sample_size

    needed = None if population is None else sample_size(population).n
    return quality_of(
        joint,
        told=Told(population=population, needed=needed, declared=work.options.declared),
        method=work.options.margin,
        weights=_item_weights(told, joint.items),
        index=told.index,
        grade=_letters(told),
    )


def satisfied_by(joint: Joint | None, work: Run) -> Satisfied | None:
    """Return how many people are satisfied; ``None`` unless from which mean on was said."""
    cutoff: str | None = work.options.satisfied
    if cutoff is None or joint is None:
        return None
    from pst_standards.surveys.figures import read_figure
    from pst_standards.surveys.statistics.satisfied import people_satisfied

    return people_satisfied(joint, cutoff=read_figure(cutoff))


def _letters(told: Score) -> Callable[[Fraction], str] | None:
    table = told.table
    if table is None:
        return None
    from pst_standards.surveys.grades import grade_of

    def letter(index: Fraction) -> str:
        found = grade_of(index, table, categories=told.categories, scale=told.instrument.scale)
        return found.letter

    return letter


def _item_weights(told: Score, items: Sequence[str]) -> Mapping[str, Fraction] | None:
    """Return what each question weighs, ``None`` where all weigh the same.

    Rounded weights are taken unrounded: the margin is that of the index of the answers.
    """
    whole = told.weights.total
    weights: dict[str, Fraction] = dict.fromkeys(items, Fraction())
    for one in told.elements:
        if one.weight is not None and whole:
            asked = [item for item in one.items if item in weights]
            weights.update(dict.fromkeys(asked, one.weight / whole / max(len(asked), 1)))
    counting = {key for one in told.elements if one.dropped != "asked" for key in one.items}
    alike = {weight for item, weight in weights.items() if item in counting and weight}
    return None if len(alike) <= 1 and counting >= set(items) else weights


def _as_data(groups: Sequence[Group], total: Combined | None, work: Run) -> dict[str, Any]:
    data: dict[str, Any] = {"groups": [_group_data(group, work) for group in groups]}
    if work.options.group_by:
        data["alike"] = [list(names) for names in names_alike(groups, work.lang)]
    if total is not None:
        from pst_standards.surveys.results import figures

        data["together"] = {
            "way": total.way,
            **figures("index", total.index, 2),
            "grade": None if total.grade is None else total.grade.letter,
            "indices": {way: figures("index", one, 2) for way, one in total.indices.items()},
            "without_data": list(total.without_data),
            "warnings": [note.to_dict() for note in total.notes],
        }
    return data


def _group_data(group: Group, work: Run) -> dict[str, Any]:
    from pst_standards.surveys.priorities import priorities
    from pst_standards.surveys.results import result_to_dict

    data = result_to_dict(group.score, key=group.key, numbering=work.options.numbering)
    if group.key:
        data["small"] = group.is_small
    from pst_standards.cli.survey_indices import further_indices

    data.update(further_indices(group.score, work.options.weighting))
    data["priorities"] = [one.to_dict() for one in priorities(group.score)]
    if group.satisfied is not None:
        data["satisfied"] = group.satisfied.to_dict()
    if group.quality is not None:
        data["quality"] = group.quality.to_dict(names_of(group.score.instrument))
    return data


def _official(work: Run) -> int:
    from pst_standards.cli.survey_tables import published_in
    from pst_standards.surveys.from_table import official

    options = work.options
    if options.quality or options.group_by or options.together or options.satisfied:
        raise Refusal("survey-table-only")
    found = official(published_in(options.from_table, work, source=options.source))
    impossible = any(note.key in {"audit-outside", "audit-beyond"} for note in found.notes)
    code = Exit.FINDINGS if impossible else Exit.DONE
    if options.format == "json":
        print_data(work, {"groups": [{"key": {}, **found.to_dict()}]})
        return code
    from pst_standards.cli.survey_text import print_official

    print_official(found, work)
    return code
