"""Templates of offices on the command line: reading one, and wording what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.exits import Exit

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.documents.template.finding import TemplateError, TemplateFinding
    from pst_standards.documents.template.template import Template

_WORDS: Final = {"error": "error", "warning": "warning", "note": "remark"}
_MARKED: Final = frozenset({"error", "warning"})


def office_template(work: Run) -> Template | None:
    """Return the template that was asked for, made ready; say beside it what it lacks.

    Notes are left to ``pst template check``. ``TemplateError`` for one that is not fit, before
    anything is written.
    """
    from pst_standards.documents.template.template import open_template

    options = work.options
    if options.template is None:
        return None
    found = open_template(Path(options.template).read_bytes(), paper=options.paper)
    grave = [one for one in found.findings if one.severity.value in _MARKED]
    for line in lines_of(grave, work):
        work.console.aside(line)
    if others := [name for name in options.formats if name != "docx"]:
        work.console.aside(work.say("build.template-only-docx", formats=", ".join(others)))
    return found


def refuse_template(error: TemplateError, work: Run) -> int:
    """Say why a template is not used; return the code to end with."""
    lines = [work.say("build.template-unfit"), *lines_of(error.findings, work)]
    work.console.aside("\n".join(lines))
    return Exit.FINDINGS


def lines_of(findings: Iterable[TemplateFinding], work: Run) -> Iterator[str]:
    """Yield findings as lines: how grave, where, what, and what to do about it."""
    for one in findings:
        level = work.say(f"template.{_WORDS[one.severity.value]}")
        place = f" ({one.place})" if one.place else ""
        yield f"{level}{place}: {one.message(work.lang)}"
        yield work.say("label.hint", hint=one.advice(work.lang))
