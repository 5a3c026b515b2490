"""Where each value of a YAML text begins and ends, as a tree, from the events of its parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from attrs import define, field

from pst_standards.definitions.reading.yaml_parser import event_source

_IDLE: Final = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n]))*[ \t]*")
_COLON: Final = re.compile(r"[ \t]*:")
_LINE_END: Final = re.compile(r"\r\n|[\r\n]")


@define(eq=False)
class Node:
    """A value from ``start`` up to ``end``, offsets into the text; ``entries`` are its parts.

    ``kind`` is scalar, alias, mapping or list; ``flow`` tells brackets from indentation.
    """

    kind: str
    start: int
    end: int
    flow: bool = False
    empty: bool = False
    entries: list[Entry] = field(factory=list)


@define(eq=False)
class Entry:
    """A key with its value, or an item; begins at the key or dash, ``key`` is None for an item.

    ``gap`` is the offset where the value may begin: after the colon or the dash.
    """

    key: str | None
    start: int
    gap: int
    value: Node


def spans(text: str) -> Node:
    """Return the tree of the first document of a text that holds one.

    The parser is the one that reads definitions, so that both see one and the same text. Raises
    ``yaml.YAMLError`` where it cannot read the text.
    """
    return _Builder(text, iter(event_source(text), None)).document()


class _Builder:
    def __init__(self, text: str, events: Iterator[Any]) -> None:
        self._text = text
        self._events = events

    def document(self) -> Node:
        _stream, _document, root = islice(self._events, 3)
        return self._node(root, 0)

    def _node(self, event: Any, after: int) -> Node:
        """Build the value that begins with an event; it stands after the offset ``after``."""
        name, start, end = _seen(event)
        if name == "ScalarEvent":
            if start == end:  # the parser places what is not there at the next token
                return Node("scalar", after, after, empty=True)
            return Node("scalar", start, self._trimmed(start, end, event.style))
        if name == "AliasEvent":
            return Node("alias", start, end)
        flow = bool(event.flow_style)
        node = Node("mapping" if name == "MappingStartEvent" else "list", start, end, flow=flow)
        if node.kind == "mapping":
            self._fill_mapping(node)
        else:
            self._fill_list(node, start if event.anchor is None and event.tag is None else end)
        return node

    def _trimmed(self, start: int, end: int, style: str | None) -> int:
        """Return where a text ends; the line ends after a block text are no part of it."""
        if style not in {"|", ">"}:
            return end
        header = _LINE_END.split(self._text[start:end], maxsplit=1)[0]
        keeps = "+" in header.partition("#")[0]
        whole = self._text[start:end]
        return end if keeps else start + len(whole.rstrip())

    def _fill_mapping(self, node: Node) -> None:
        while True:
            event = next(self._events)
            name, start, end = _seen(event)
            if name == "MappingEndEvent":
                self._close(node, end)
                return
            key_node = self._node(event, start)
            key = event.value if name == "ScalarEvent" else None
            gap = self._behind_colon(key_node.end)
            value = self._node(next(self._events), gap)
            node.entries.append(Entry(key, start, gap, value))

    def _fill_list(self, node: Node, offset: int) -> None:
        while True:
            event = next(self._events)
            name, start, end = _seen(event)
            if name == "SequenceEndEvent":
                self._close(node, end)
                return
            if node.flow:
                value = self._node(event, start)
                node.entries.append(Entry(None, start, start, value))
            else:
                dash = self._skip_idle(offset)
                value = self._node(event, dash + 1)
                node.entries.append(Entry(None, dash, dash + 1, value))
                offset = value.end

    def _close(self, node: Node, end: int) -> None:
        node.end = end if node.flow else max(node.start, node.entries[-1].value.end)

    def _behind_colon(self, offset: int) -> int:
        """Return where a value may begin; behind ``? key`` the colon stands on the next line."""
        colon = _COLON.match(self._text, offset) or _COLON.match(
            self._text, self._skip_idle(offset)
        )
        return colon.end() if colon else offset

    def _skip_idle(self, offset: int) -> int:
        found = _IDLE.match(self._text, offset)
        return found.end() if found else offset


def _seen(event: Any) -> tuple[str, int, int]:
    return type(event).__name__, event.start_mark.index, event.end_mark.index
