"""A task in words: where it is, what is wrong, what to do about it, and which article says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from attrs import frozen

from pst_standards.definitions.forms import is_workbook
from pst_standards.definitions.wording import form_in_words, place_in_words, terms_at, word
from pst_standards.findings import Finding, Verdict, format_pointer
from pst_standards.messages import has_text, text
from pst_standards.rules.errors import PackError
from pst_standards.rules.formats.snippets import example_of, keys_shown
from pst_standards.rules.rows import Row, catalogue
from pst_standards.rules.rulebook import installed_rulebook

if TYPE_CHECKING:
    from pst_standards.rules.formats.tasks import Task

_MOST_CITES: Final = 4
_INTO: Final = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "


@frozen(kw_only=True)
class Told:
    """A task in the words of one language; ``example`` is YAML and may be empty."""

    label: str
    service: str
    severity: str
    severity_key: str
    title: str
    sentences: tuple[str, ...]
    remedies: tuple[str, ...]
    example: str
    basis: str


def tell(task: Task, lang: str) -> Told:
    """Word a task."""
    sentences, remedies = _words(task, lang)
    return Told(
        label=label(task, lang),
        service=service_name(task, lang),
        severity=text("rules", f"report.severity.{task.severity.value}", lang),
        severity_key=task.severity.value,
        title=rule_title(task.rule, lang),
        sentences=sentences,
        remedies=(*remedies, *_in_form(task, lang)),
        example=_example(task),
        basis="; ".join(_citations(task)),
    )


def _example(task: Task) -> str:
    """Return an example for files of text; whoever fills in a form sees one beside the cell."""
    return "" if is_workbook(task.findings[0].location.file or "") else example_of(task)


def service_name(task: Task, lang: str) -> str:
    """Return the name of the service of a task, else the word for the office or the record."""
    if task.subject:
        return task.subject.name(lang)
    return text("rules", "report.record" if task.about else "report.office", lang)


def rule_title(rule: str, lang: str) -> str:
    """Return the title of a rule of ours or of an installed pack; of others only that it is own."""
    row = catalogue().get(rule) or _of_a_pack(rule)
    return row.title.get(lang) if row else text("rules", "report.own-rule", lang)


def _of_a_pack(rule: str) -> Row | None:
    try:
        return installed_rulebook().rows.get(rule)
    except PackError:
        return None  # a report on what was checked without the packs, one of which is broken


def label(task: Task, lang: str) -> str:
    """Name the place of a task: the official terms of its keys, and the keys themselves.

    Readers of English see the Indonesian term as well, for it is the one that counts.
    """
    count, path = _keys(task)
    if not path:
        file = _unreadable_file(task)
        if task.about:
            return text("rules", "report.whole-record", lang)
        return text("rules", "report.file" if file else "report.whole", lang, {"file": file})
    keys = ".".join(path[len(path) - count :])
    terms, own = _terms(path, count, lang), _terms(path, count, "id")
    if terms == keys:
        return keys
    return f"{terms} ({keys})" if lang == "id" or terms == own else f"{terms} ({keys}; {own})"


def _keys(task: Task) -> tuple[int, list[str]]:
    """Return the path of keys to the place of a task, and how many of the last ones name it."""
    path = [str(step) for step in task.group if isinstance(step, str)]
    if task.subject is None:
        if not path and not _unreadable_file(task) and len(_example_keys(task)) == 1:
            path = list(_example_keys(task))  # what is missing from the definition as a whole
        return len(path), path
    missing = {found.params.get("component") for found in task.findings}
    if len(path) == 1 and len(missing) == 1 and None not in missing:
        path.append(str(missing.pop()))
    return 1, path


def _example_keys(task: Task) -> tuple[str, ...]:
    return keys_shown(task.rule, task.findings[0].variant)


def _unreadable_file(task: Task) -> str | None:
    """Return the file that a task is about as a whole."""
    found = task.findings[0]
    return found.location.file if found.verdict is Verdict.SHAPE else None


def _terms(path: Sequence[str], count: int, lang: str) -> str:
    """Return the terms of the last keys of a path, each as the class it stands in calls it."""
    # An empty key leads nowhere, so that the first key is called as the definition calls it.
    terms = (
        terms_at((*path[:place], ""), lang).get(path[place], path[place])
        for place in range(len(path) - count, len(path))
    )
    return _INTO.join(terms)


def _words(task: Task, lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is wrong and what to do, each thing once."""
    together = f"report.together.{task.findings[0].message_key}"
    if len(task.findings) > 1 and has_text("rules", together, lang):
        params = {"count": len(task.findings), **_listed(task.findings, lang)}
        return (
            (text("rules", together, lang, params),),
            (text("rules", f"{together}.hint", lang, params),),
        )
    worded = [word(found, lang) for found in task.findings]
    return _once(message for message, _ in worded), _once(hint for _, hint in worded)


def _in_form(task: Task, lang: str) -> tuple[str, ...]:
    return _once(filter(None, (form_in_words(found, lang) for found in task.findings)))


def _listed(findings: Iterable[Finding], lang: str) -> dict[str, str]:
    """Return the values of all findings by the name of the parameter, keys with their terms."""
    values: dict[str, dict[str, None]] = {}
    table = terms_at((), lang)
    for found in findings:
        for name, value in found.params.items():
            key = str(value)
            shown = f"{table[key]} ({key})" if key in table else key
            values.setdefault(name, {})[shown] = None
    return {name: "; ".join(shown) for name, shown in values.items()}


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))


def _citations(task: Task) -> tuple[str, ...]:
    """Return the norms; where each finding has its own and they are many, those of the rule."""
    cited = _once(cite for found in task.findings for cite in found.citations)
    if len(cited) > _MOST_CITES and task.rule in catalogue():
        return catalogue()[task.rule].cites or cited
    return cited


def places(findings: Iterable[Finding], lang: str = "id") -> list[str]:
    """Return where findings stand: each place once, lines of one file behind its name.

    Cells of one sheet stand together too. Without a file it is the pointer.

    >>> from pst_standards.definitions.faults import fault
    >>> from pst_standards.findings import Location
    >>> places(fault("DEF-006", location=Location("a.yaml", line, 1)) for line in (3, 7))
    ['a.yaml:3:1, 7:1']
    """
    once = dict.fromkeys((one.location._replace(layer=None), _pointer(one)) for one in findings)
    shown = []
    for (file, sheet), group in groupby(once, key=lambda place: (place[0].file, place[0].sheet)):
        spots = list(group)
        if file is None:
            shown += [pointer for _, pointer in spots]
        elif sheet is not None:
            cells = ", ".join(str(spot.cell) for spot, _ in spots)
            shown.append(place_in_words(spots[0][0]._replace(cell=cells), lang))
        else:
            rest = [str(spot._replace(file=None)) for spot, _ in spots]
            shown.append(":".join(filter(None, (file, ", ".join(filter(None, rest))))))
    return shown


def _pointer(found: Finding) -> str:
    # Two places of one line are one place to go to; only what has no file needs its pointer.
    return "" if found.location.file else format_pointer(found.pointer) or "/"
