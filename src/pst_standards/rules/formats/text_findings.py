"""Every finding, by file and rule, the gravest first, with the line it points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from pst_standards.definitions.wording import form_in_words, place_in_words, word
from pst_standards.findings import Finding, Report, Severity, format_pointer
from pst_standards.messages import text as say
from pst_standards.rules.formats.columns import wrapped
from pst_standards.rules.formats.source_lines import Source, pointed_at
from pst_standards.rules.formats.telling import rule_title
from pst_standards.rules.rows import catalogue


class _Page(NamedTuple):
    """How the findings are shown."""

    lang: str
    columns: int
    source: Source | None


class _Line(NamedTuple):
    """A finding in words."""

    found: Finding
    message: str
    hint: str
    in_form: str
    basis: str

    def place(self, lang: str) -> str:
        """Return where it stands, as editors understand it; the pointer where there is no file."""
        at = place_in_words(self.found.location, lang)
        return at or format_pointer(self.found.pointer) or "/"


def finding_lines(
    report: Report, lang: str, columns: int, source: Source | None = None
) -> Iterator[str]:
    """Yield the findings of one definition as lines; ``source`` gives the text of its files."""
    page = _Page(lang, columns, source)
    for file, found in groupby(report.findings, key=lambda one: one.location.file or ""):
        yield file or say("rules", "report.no-file", lang)
        for rule, lines in _by_rule(found, lang):
            yield from wrapped(rule_title(rule, lang), columns, f"  {rule}  ")
            yield from _group(lines, page)
        yield ""


def _by_rule(findings: Iterable[Finding], lang: str) -> list[tuple[str, list[_Line]]]:
    groups: dict[str, list[_Line]] = {}
    for found in findings:
        message, hint = word(found, lang)
        in_form = form_in_words(found, lang)
        line = _Line(found, message, hint, in_form, "; ".join(found.citations))
        groups.setdefault(found.rule, []).append(line)
    order = {row.id: place for place, row in enumerate(catalogue())}

    def gravest_first(group: tuple[str, list[_Line]]) -> tuple[int, int, str]:
        rule, lines = group
        gravity = max(line.found.severity for line in lines)
        return (-list(Severity).index(gravity), order.get(rule, -1), rule)

    return sorted(groups.items(), key=gravest_first)


def _group(lines: Sequence[_Line], page: _Page) -> Iterator[str]:
    """Yield the lines of one rule; what the next finding repeats is written once, behind it."""
    shown = None
    for line, after in zip_longest(lines, lines[1:]):
        yield from _finding(line, page)
        if page.source is not None and line.found.location != shown:
            shown = line.found.location
            text = pointed_at(shown, page.source, page.columns - 8)
            yield from (f"{' ' * 8}{source_line}" for source_line in text)
        if after is None or (after.hint, after.in_form) != (line.hint, line.in_form):
            hint = say("rules", "report.hint", page.lang, {"hint": line.hint})
            yield from wrapped(hint, page.columns, " " * 6)
            if line.in_form:
                yield from wrapped(line.in_form, page.columns, " " * 6)
        if line.basis and (after is None or after.basis != line.basis):
            basis = say("rules", "report.citations", page.lang, {"citations": line.basis})
            yield from wrapped(basis, page.columns, " " * 6)


def _finding(line: _Line, page: _Page) -> Iterator[str]:
    severity = say("rules", f"report.severity.{line.found.severity.value}", page.lang)
    sentence = f"{severity}: {line.message}"
    yield from wrapped(sentence, page.columns, f"    {line.place(page.lang)}  ", " " * 6)
