"""The text of one part of a Word file, as it is printed once all changes are accepted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from attrs import define, field

from pst_standards.documents.identity import FIRST_MARK, LAST_MARK
from pst_standards.documents.verifying.numbering import Numbering, whole
from pst_standards.documents.verifying.rows import Rows
from pst_standards.documents.verifying.xml_parts import parse

_Given: TypeAlias = Mapping[str, str]

# What is deleted or moved away, the second form of a drawing, and how text looked before a change.
_SKIPPED: Final = frozenset(
    {"w:del", "w:moveFrom", "w:pPrChange", "w:rPrChange", "w:tcPrChange", "w:trPrChange"}
    | {"w:tblPrChange", "w:sectPrChange", "mc:Fallback"}
)
_OFF: Final = frozenset({"0", "false", "off", "none"})
# Counted anew whenever a file is opened.
_COUNTERS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})


def story(data: bytes, numbering: Numbering | None = None) -> list[tuple[str, str]]:
    """Return the paragraphs of a part, each with the anchor of its row.

    An item of a list begins with its number where that does not simply go on. Hidden and crossed
    out text does not count; a picture counts with its alternative text. Of a document made with a
    template of an office, only the text between its marks is returned. Raises
    ``UnverifiableError`` for broken XML.
    """
    reader = _Story(numbering or Numbering())
    parse(data, reader.start, reader.end, reader.text)
    return reader.lines


@define
class _Run:
    parts: list[str] = field(factory=list)
    hidden: bool = False


@define
class _Field:
    """A field: what computes it, and whether its result has begun."""

    code: str = ""
    begun: bool = False

    @property
    def is_silent(self) -> bool:
        name, *_ = self.code.split() or [""]
        return not self.begun or name.upper() in _COUNTERS


class _Story:
    def __init__(self, numbering: Numbering) -> None:
        self.rows = Rows()
        self._numbering = numbering
        self._item = ("", 0)
        self._paragraphs: list[list[str]] = []
        self._runs: list[_Run] = []
        self._fields: list[_Field] = []
        self._skipped = 0
        self._in_properties = 0
        self._taking = ""
        self._first = 0
        self._end: int | None = None

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The lines between the marks, all where there are none."""
        return self.rows.lines[self._first : self._end]

    def start(self, name: str, given: _Given) -> None:
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
        elif (work := _STARTS.get(name)) is not None:
            work(self, given)

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif (work := _ENDS.get(name)) is not None:
            work(self)

    def text(self, value: str) -> None:
        if self._skipped or not self._taking:
            return
        if self._taking == "code":
            if self._fields:
                self._fields[-1].code += value
        elif self._taking == "math":
            self._say(value)
        else:
            self._add(value)

    def _add(self, value: str) -> None:
        """Add text to the run that is open."""
        if self._runs and not any(one.is_silent for one in self._fields):
            self._runs[-1].parts.append(value)

    def _say(self, value: str) -> None:
        """Add text to the paragraph that is open."""
        if self._paragraphs:
            self._paragraphs[-1].append(value)

    def begin_paragraph(self, _: _Given) -> None:
        self._paragraphs.append([])

    def end_paragraph(self) -> None:
        self.rows.add("".join(self._paragraphs.pop()))

    def begin_run(self, _: _Given) -> None:
        self._runs.append(_Run())

    def end_run(self) -> None:
        run = self._runs.pop()
        if not run.hidden:
            self._say("".join(run.parts))

    def begin_properties(self, _: _Given) -> None:
        self._in_properties += 1
        self._item = ("", 0)

    def end_properties(self) -> None:
        self._in_properties -= 1
        number, level = self._item
        if number:
            self._say(self._numbering.shown(number, level))

    def list_level(self, given: _Given) -> None:
        self._item = (self._item[0], whole(given.get("val", "")))

    def list_number(self, given: _Given) -> None:
        self._item = (given.get("val", ""), self._item[1])

    def hide(self, given: _Given) -> None:
        if self._runs and not self._in_properties and given.get("val", "1") not in _OFF:
            self._runs[-1].hidden = True

    def take(self, what: str) -> None:
        self._taking = what

    def stop(self) -> None:
        self._taking = ""

    def space(self, _: _Given) -> None:
        if not self._in_properties:
            self._add(" ")

    def hyphen(self, _: _Given) -> None:
        self._add("-")

    def symbol(self, given: _Given) -> None:
        try:
            self._add(chr(int(given.get("char", ""), 16)))
        except (ValueError, OverflowError):
            self._add("\N{REPLACEMENT CHARACTER}")

    def picture(self, given: _Given) -> None:
        self._add(f" {given.get('descr', '')} ")

    def begin_row(self, _: _Given) -> None:
        self.rows.begin()

    def end_row(self) -> None:
        self.rows.end()

    def bookmark(self, given: _Given) -> None:
        name = given.get("name", "")
        if name == FIRST_MARK:
            self._first = len(self.rows.lines)
        elif name == LAST_MARK:
            self._end = len(self.rows.lines) + 1
        else:
            self.rows.mark(name)

    def begin_field(self, given: _Given) -> None:
        self._fields.append(_Field(code=given.get("instr", ""), begun=True))

    def end_field(self) -> None:
        if self._fields:
            self._fields.pop()

    def field_mark(self, given: _Given) -> None:
        kind = given.get("fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].begun = True
        elif kind == "end":
            self.end_field()


_STARTS: Final[Mapping[str, Callable[[_Story, _Given], None]]] = {
    "w:p": _Story.begin_paragraph,
    "w:r": _Story.begin_run,
    "w:pPr": _Story.begin_properties,
    "w:ilvl": _Story.list_level,
    "w:numId": _Story.list_number,
    "w:vanish": _Story.hide,
    "w:strike": _Story.hide,
    "w:dstrike": _Story.hide,
    "w:t": lambda story, _: story.take("text"),
    "w:instrText": lambda story, _: story.take("code"),
    "m:t": lambda story, _: story.take("math"),
    "w:tab": _Story.space,
    "w:br": _Story.space,
    "w:cr": _Story.space,
    "w:ptab": _Story.space,
    "w:noBreakHyphen": _Story.hyphen,
    "w:sym": _Story.symbol,
    "wp:docPr": _Story.picture,
    "w:tr": _Story.begin_row,
    "w:bookmarkStart": _Story.bookmark,
    "w:fldSimple": _Story.begin_field,
    "w:fldChar": _Story.field_mark,
}
_ENDS: Final[Mapping[str, Callable[[_Story], None]]] = {
    "w:p": _Story.end_paragraph,
    "w:r": _Story.end_run,
    "w:pPr": _Story.end_properties,
    "w:t": _Story.stop,
    "w:instrText": _Story.stop,
    "m:t": _Story.stop,
    "w:tr": _Story.end_row,
    "w:fldSimple": _Story.end_field,
}
