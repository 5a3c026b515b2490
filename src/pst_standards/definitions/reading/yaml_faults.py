"""Why a text is not YAML, told from what the parser stumbled over.

The parser's own sentence names, in English, the rule of its grammar that failed. What the writer
did shows better in the text: the character at the place, its line, the line above. So the words
of the parser only choose which question to ask of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple, TypeAlias

import yaml

from pst_standards.definitions.reading.faults import SYNTAX, fault
from pst_standards.findings import Finding, Location

_KEY_WITHOUT_SPACE: Final = re.compile(r"\s*(?:-\s+)*[^\s:#'\"]+:[^\s:/]")
_DASH_WITHOUT_SPACE: Final = re.compile(r"\s*-[^\s-]")
_ENTRY: Final = re.compile(r".*:(?:\s|$)")


class _Trouble(NamedTuple):
    """Where the parser stopped, and where what it was reading began."""

    text: str
    mark: Any
    context: Any

    def char(self) -> str:
        return self.text[self.mark.index : self.mark.index + 1]

    def before(self) -> str:
        """Return the line up to the place."""
        return _line_up_to(self.text, self.mark.index)

    def line_of_context(self) -> str:
        start = self.context.index
        rest = self.text[start:].splitlines()[:1]
        return _line_up_to(self.text, start) + "".join(rest)

    def line_above(self) -> str:
        """Return the nearest line above the place that is neither blank nor a comment."""
        above = self.text[: self.mark.index - len(self.before())].splitlines()
        return next((line for line in reversed(above) if not _is_idle(line)), "")


class _Cause(NamedTuple):
    variant: str
    mark: Any
    char: str = ""


_Question: TypeAlias = Callable[[_Trouble], _Cause]


def syntax_fault(error: yaml.YAMLError, text: str, name: str) -> Finding:
    """Return the finding for an error of the parser: DEF-001 in the variant of its cause."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # nothing known raises such an error, as the text was masked before
        return fault(SYNTAX, "other", Location(name, 1, 1))
    context = getattr(error, "context_mark", None) or mark
    asked = f"{getattr(error, 'context', '')}|{getattr(error, 'problem', '')}"
    cause = _cause(_Trouble(text, mark, context), asked)
    place = Location(name, cause.mark.line + 1, cause.mark.column + 1)
    if cause.char:
        return fault(SYNTAX, cause.variant, place, char=cause.char)
    return fault(SYNTAX, cause.variant, place)


def _cause(trouble: _Trouble, asked: str) -> _Cause:
    before = trouble.before()
    if trouble.char() == "\t" or ("\t" in before and not before.strip()):
        return _Cause("tab", trouble.mark)
    for words, question in _QUESTIONS:
        if words.search(asked):
            return question(trouble)
    return _Cause("other", trouble.mark)


def _no_colon(trouble: _Trouble) -> _Cause:
    line = trouble.line_of_context()
    if _DASH_WITHOUT_SPACE.match(line):
        return _Cause("dash_space", trouble.context)
    spaced = not _KEY_WITHOUT_SPACE.match(line)
    return _Cause("colon_missing" if spaced else "colon_space", trouble.context)


def _unexpected_colon(trouble: _Trouble) -> _Cause:
    if _ENTRY.match(trouble.before()):
        return _Cause("colon_in_text", trouble.mark)
    return _line_above_or_indent(trouble)


def _line_above_or_indent(trouble: _Trouble) -> _Cause:
    above = trouble.line_above()
    if _KEY_WITHOUT_SPACE.match(above):
        return _Cause("colon_space_above", trouble.mark)
    missing = above and not _ENTRY.match(above)
    return _Cause("colon_missing_above" if missing else "indent", trouble.mark)


def _layout(trouble: _Trouble) -> _Cause:
    quoted = trouble.before().rstrip().endswith(("'", '"'))
    return _Cause("quote_inside" if quoted else "indent", trouble.mark)


def _document(trouble: _Trouble) -> _Cause:
    if re.search(r"(?:^|[\r\n])%", trouble.text[: trouble.mark.index + 1]):
        return _Cause("directive", trouble.mark)
    return _line_above_or_indent(trouble)


def _reserved(trouble: _Trouble) -> _Cause:
    char = trouble.char().strip()
    return _Cause("reserved" if char else "other", trouble.mark, char)


def _sign(trouble: _Trouble) -> _Cause:
    start = trouble.context.index
    return _Cause("reserved", trouble.context, trouble.text[start : start + 1])


def _where_it_stopped(variant: str) -> _Question:
    return lambda trouble: _Cause(variant, trouble.mark)


def _where_it_began(variant: str) -> _Question:
    return lambda trouble: _Cause(variant, trouble.context)


_QUESTIONS: Final[tuple[tuple[re.Pattern[str], _Question], ...]] = tuple(
    (re.compile(words), question)
    for words, question in (
        # The wordings of libyaml and of PyYAML's own parser; the first that fits is asked.
        (r"could not find expected ':'", _no_colon),
        (r"mapping values are not allowed", _unexpected_colon),
        (r"quoted scalar\|found unexpected (end|document)", _where_it_began("quote")),
        (r"quoted scalar\|", _where_it_stopped("escape")),
        (r"parsing a flow (sequence|mapping)\|", _where_it_began("bracket")),
        (r"cannot start any token|node content|mapping keys are not allowed", _reserved),
        (r"(an anchor|an alias|a tag|a node)\|", _sign),
        (r"block scalar\|", _where_it_stopped("block")),
        (r"sequence entries are not allowed", _where_it_stopped("list_line")),
        (r"directive|incompatible|document start", _document),
        (r"parsing a block (mapping|collection)\|", _layout),
    )
)


def _line_up_to(text: str, index: int) -> str:
    return text[max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1 : index]


def _is_idle(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
