"""From wanted changes to the smallest pieces of text to put in or take out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from pst_standards.definitions.editing_spans import Entry, Node
from pst_standards.definitions.writing import dump_yaml

GONE: Final = object()
"""Stands in wanted data where a value is to be removed."""

_LINE_END: Final = re.compile(r"\r\n|[\r\n]")
_ESCAPED_IN_JSON: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_COMMENTED_ITEM: Final = re.compile(r"(?P<indent> *)#- ")
_ONE_LINE: Final = 1_000_000_000


class Splice(NamedTuple):
    """Put ``text`` in place of what stands from ``start`` up to ``end``."""

    start: int
    end: int
    text: str


def pruned(value: Any) -> Any:
    """Return a copy of wanted data without what is to be removed."""
    if isinstance(value, dict):
        return {key: pruned(part) for key, part in value.items() if part is not GONE}
    if isinstance(value, list):
        return [pruned(part) for part in value if part is not GONE]
    return value


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are written alike; 1 is neither 1.0 nor true."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def applied(text: str, splices: Iterable[Splice]) -> str | None:
    """Return the text with all splices done, None when two of them overlap."""
    pieces: list[str] = []
    done = 0
    for splice in sorted(splices, key=lambda splice: splice[:2]):
        if splice.start < done:
            return None
        pieces += (text[done : splice.start], splice.text)
        done = splice.end
    return "".join((*pieces, text[done:]))


class Planner:
    """Compares a tree of spans with wanted data; what is to be done gathers in ``splices``."""

    def __init__(self, text: str) -> None:
        self._text = text
        found = _LINE_END.search(text)
        self._newline = found[0] if found else "\n"
        self.splices: list[Splice] = []

    def compare(self, entry: Entry, old: Any, new: Any, around: Node | None) -> None:
        """Plan what turns the old value of an entry of ``around`` into the new one."""
        if old is new or same(old, pruned(new)):
            return
        node = entry.value
        parts = _parts(node, old, new)
        if all(part is GONE for _, _, part in parts):
            self._replace(entry, pruned(new), around)
            return
        for inner, before, after in parts:
            if after is not GONE:
                self.compare(inner, before, after, node)
        self._remove(node, [after is GONE for _, _, after in parts])
        self._add(node, _added(old, new), [entry for entry, _, after in parts if after is not GONE])

    # -- replacing a value ---------------------------------------------------------------------

    def _replace(self, entry: Entry, value: Any, around: Node | None) -> None:
        node = entry.value
        if around is None or around.flow or (node.flow and node.entries and _is_collection(value)):
            self._put(entry, json_text(value), [])
        elif around.kind == "mapping":
            head, *body = _lines({"k": value})
            self._put_under_key(entry, head.removeprefix("k:").strip(), body)
        else:
            head, *body = _lines([value])
            column = self._column(node.start) + node.empty
            self._put(entry, head.removeprefix("- "), _indented(body, column - 2))

    def _put(self, entry: Entry, head: str, body: Sequence[str]) -> None:
        """Put the head where the value stands, the other lines below what ends its line."""
        node = entry.value
        end = self._last_line_stop(node.end)
        self._splice(node.start, end, f" {head}" if node.empty and head else head)
        self._put_lines(self._line_after(node.end), body)

    def _put_under_key(self, entry: Entry, head: str, body: Sequence[str]) -> None:
        node, key_column = entry.value, self._column(entry.start)
        if _LINE_END.search(self._text, entry.gap, node.start):
            # The old value stands on lines of its own, below the key and perhaps a comment.
            relative = len(body[0]) - len(body[0].lstrip()) if body else 0
            indent = max(self._column(node.start) - relative, key_column)
            self._splice(entry.gap, entry.gap, f" {head}" if head else "")
            start, end = self._line_start(node.start), self._line_after(node.end)
            self._splice(start, end, "")
            self._put_lines(end, _indented(body, indent))
            return
        if not head and not self._text[node.end : self._line_after(node.end)].strip():
            self._splice(entry.gap, node.start, "")
        self._put(entry, head, _indented(body, self._body_column(node, body, key_column)))

    def _body_column(self, node: Node, body: Sequence[str], column: int) -> int:
        """Return the column of a body: that of items in comments below, which may come to life."""
        if not (node.empty and body and body[0].startswith("- ")):
            return column
        for line in _LINE_END.split(self._text[self._line_after(node.end) :]):
            if found := _COMMENTED_ITEM.match(line):
                return max(len(found["indent"]), column)
            if line.strip() and not line.lstrip().startswith("#"):
                break
        return column

    # -- taking entries out --------------------------------------------------------------------

    def _remove(self, node: Node, gone: Sequence[bool]) -> None:
        take_out = self._remove_from_flow if node.flow else self._remove_lines
        for index, is_gone in enumerate(gone):
            if is_gone:
                take_out(node.entries, gone, index)

    def _remove_lines(self, entries: Sequence[Entry], gone: Sequence[bool], index: int) -> None:
        entry = entries[index]
        end = entry.value.end
        if not self._text[self._line_start(entry.start) : entry.start].strip():
            self._splice(self._line_start(entry.start), self._line_after(end), "")
            return
        # The first part of a list item stands behind the dash: the next one takes its place,
        # unless that goes too or a comment stands between them.
        following = index + 1
        if following < len(entries) and not gone[following]:
            begin = entries[following].start
            end = end if self._text[end:begin].strip() else begin
        self._splice(entry.start, end, "")

    def _remove_from_flow(self, entries: Sequence[Entry], gone: Sequence[bool], index: int) -> None:
        """Take out an entry with one comma: the one behind it, or that of the last one kept."""
        entry = entries[index]
        if not all(gone[index:]):
            self._splice(entry.start, entries[index + 1].start, "")
        else:
            self._splice(entries[index - 1].value.end, entry.value.end, "")

    # -- adding entries ------------------------------------------------------------------------

    def _add(self, node: Node, added: Any, kept: Sequence[Entry]) -> None:
        if not added:
            return
        if node.flow:
            last = kept[-1]
            before = self._text[self._line_start(last.start) : last.start]
            comma = ", " if before.strip() else f",{self._newline}{before}"
            inside = json_text(added)[1:-1]
            self._splice(last.value.end, last.value.end, comma + inside)
            return
        lines = _indented(_lines(added), self._column(node.entries[0].start))
        self._put_lines(self._line_after(node.entries[-1].value.end), lines)

    # -- text ----------------------------------------------------------------------------------

    def _splice(self, start: int, end: int, text: str) -> None:
        self.splices.append(Splice(start, end, text))

    def _put_lines(self, offset: int, lines: Sequence[str]) -> None:
        """Put whole lines where a line begins, or behind a last line that lacks its end."""
        text = "".join(line + self._newline for line in lines)
        if lines and self._line_start(offset) != offset:
            text = self._newline + text.removesuffix(self._newline)
        self._splice(offset, offset, text)

    def _line_start(self, offset: int) -> int:
        return max(self._text.rfind("\n", 0, offset), self._text.rfind("\r", 0, offset)) + 1

    def _line_after(self, offset: int) -> int:
        """Return where the next line begins, which is here where a text brought its line end."""
        if offset and self._line_start(offset) == offset:
            return offset
        found = _LINE_END.search(self._text, offset)
        return found.end() if found else len(self._text)

    def _last_line_stop(self, offset: int) -> int:
        """Return an offset, but before the line end that a text may have brought."""
        return offset - len(self._newline) if self._line_start(offset) == offset else offset

    def _column(self, offset: int) -> int:
        return offset - self._line_start(offset)


def _parts(node: Node, old: Any, new: Any) -> list[tuple[Entry, Any, Any]]:
    """Pair each entry with its old and new value; what no data speak of is None and None.

    Nothing is paired where the kind of value changes, so that the whole is replaced.
    """
    if node.kind == "mapping" and isinstance(new, dict):
        return list(_mapping_parts(node.entries, old, new))
    if node.kind == "list" and isinstance(new, list):
        wanted = [*new, *[GONE] * (len(old) - len(new))]
        return list(zip(node.entries, old, wanted, strict=False))
    return []


def _mapping_parts(
    entries: Iterable[Entry], old: Mapping[str | None, Any], new: Mapping[str | None, Any]
) -> Iterator[tuple[Entry, Any, Any]]:
    seen = set()
    for entry in entries:
        key = entry.key
        known = key is not None and key in old
        wanted = new.get(key, GONE) if known else None
        # Of a key given twice only the first counts, and both go together.
        counts = known and (key not in seen or wanted is GONE)
        yield (entry, old[key], wanted) if counts else (entry, None, None)
        seen.add(key)


def _added(old: Any, new: Any) -> Any:
    if isinstance(new, dict):
        return {key: part for key, part in pruned(new).items() if key not in old}
    return pruned(new[len(old) :])


def _is_collection(value: Any) -> bool:
    return isinstance(value, dict | list)


def _lines(value: Any) -> list[str]:
    return dump_yaml(value, width=_ONE_LINE).split("\n")[:-1]


def _indented(lines: Iterable[str], column: int) -> list[str]:
    return [" " * column + line if line else line for line in lines]


def json_text(value: Any) -> str:
    r"""Write a value as JSON in one line, which is also YAML between brackets.

    >>> json_text({"a": ["x\u2028y", None]})
    '{"a": ["x\\u2028y", null]}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _ESCAPED_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
