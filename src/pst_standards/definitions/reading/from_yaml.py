"""YAML to data and places in one pass over the events of libyaml.

What YAML can do and a definition does not need is reported and left out: explicit tags, merge
keys, keys that are not text, a second document. A key given twice keeps its first value. Numbers
as keys are the text as written. Aliases are copied, within the budget of events.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Final, NamedTuple, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

from pst_standards.definitions.errors import UnreadableError
from pst_standards.definitions.reading import faults
from pst_standards.definitions.reading.aliases import Anchors
from pst_standards.definitions.reading.content import Limits
from pst_standards.definitions.reading.draft import Draft
from pst_standards.definitions.reading.places import END, MAPPING, SEQUENCE, Places, Trail
from pst_standards.definitions.reading.scalars import MEANINGFUL_STARTS, plain
from pst_standards.definitions.reading.yaml_faults import syntax_fault
from pst_standards.definitions.reading.yaml_parser import event_source
from pst_standards.findings import Finding, Location, Param, Pointer

_KEY_IS_NEXT: Final = object()
_DOCUMENT_END: Final = object()
_BEFORE_PROPERTIES: Final = " \t\r\n[]{},:"
_PROPERTY_SIGNS: Final = (re.compile(r"&(?!\s)"), re.compile("!"))
_MERGE_KEY: Final = "<<"


def read_yaml(text: str, name: str, limits: Limits, *, masked: bool) -> Draft:
    """Return the data of a YAML text; raise ``UnreadableError`` where there is none.

    ``masked`` tells that the text went through ``controls.masked``.
    """
    reading = _Reading(text, name, limits)
    places = Places(lambda: reading.trail, _place, masked=masked, ends=reading.ends)
    try:
        data = reading.stream()
    except UnreadableError as error:
        raise UnreadableError((*reading.findings(places), *error.findings)) from None
    except yaml.YAMLError as error:
        fatal = syntax_fault(error, text, name)
        raise UnreadableError((*reading.findings(places), fatal)) from error
    except (ValueError, OverflowError) as error:
        # PyYAML's own parser, not libyaml, trips over escapes beyond the last code point.
        fatal = faults.fault(faults.SYNTAX, "escape", reading.last_place())
        raise UnreadableError((*reading.findings(places), fatal)) from error
    found = reading.findings(places)
    return Draft(data=data, places=places, findings=found, nulls=reading.nulls)


def _place(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


class _Note(NamedTuple):
    """A finding in the making; the place of the first key is looked up once reading is over."""

    rule: str
    variant: str
    pointer: Pointer
    mark: Any
    params: dict[str, Param]


class _Reading:
    """One reading of one text; ``_around`` holds what encloses the mapping or list at hand."""

    def __init__(self, text: str, name: str, limits: Limits) -> None:
        self.trail: Trail = []
        self.ends: dict[int, int] = {}
        self.nulls = False
        self._name = name
        self._limits = limits
        self._events = islice(iter(event_source(text), None), limits.events)
        self._around: list[tuple[Any, Any, int]] = []
        self._anchors = Anchors(self.trail, limits)
        self._may_have_properties = _may_have_properties(text)
        self._notes: list[_Note] = []

    def stream(self) -> Any:
        """Return the data of the first document, ``None`` when there is no document."""
        next(self._events)
        if type(next(self._events)) is StreamEndEvent:
            return None
        data = self._document()
        self._anchors.check_text(data, self._name)
        event = next(self._events, None)
        if type(event) is DocumentStartEvent:
            self._note(faults.UNSUPPORTED, "documents", (), event)
        return data

    def _document(self) -> Any:  # noqa: C901 - a call for every value would cost a third more
        # The loop every value goes through: single values here, all else in ``_structure``.
        # ``key`` is None in a list; the root stands in a list of one.
        push, properties = self.trail.append, self._may_have_properties
        root: list[Any] = []
        here: Any = root
        key: Any = None
        for event in self._events:
            if type(event) is not ScalarEvent:
                here, key = self._structure(event, here, key)
                if key is _DOCUMENT_END:
                    return root[0]
            elif key is _KEY_IS_NEXT:
                key = event.value
                if key in here or (key == _MERGE_KEY and not event.style):
                    key = self._leave_out(event, here)
                    continue
                push(key)
                push(event.start_mark)
                if properties:
                    self._properties(event, key, here, key)
            else:
                value = event.value
                push(event.start_mark)
                if value[:1] in MEANINGFUL_STARTS and not event.style:
                    value = self._meaning(event, here, key)
                if properties:
                    self._properties(event, value, here, key)
                if key is None:
                    here.append(value)
                else:
                    here[key] = value
                    key = _KEY_IS_NEXT
        return self._too_many()

    def _structure(self, event: Any, here: Any, key: Any) -> tuple[Any, Any]:
        """Take an event that is no single value; return what values go into from then on."""
        if isinstance(event, CollectionEndEvent):
            here, key, start = self._around.pop()
            self.ends[start] = len(self.trail)
            self.trail.append(END)
            if self._may_have_properties:
                self._anchors.close(len(self._around))
            return here, key
        if key is _KEY_IS_NEXT:
            return here, self._leave_out(event, here)
        if isinstance(event, CollectionStartEvent):
            return self._open(event, here, key)
        if isinstance(event, AliasEvent):
            return here, _put(here, key, self._copy(event))
        return here, _DOCUMENT_END

    def _open(self, event: Any, here: Any, key: Any) -> tuple[Any, Any]:
        is_mapping = type(event) is MappingStartEvent
        start = len(self.trail)
        self.trail += (MAPPING if is_mapping else SEQUENCE, event.start_mark)
        value: Any = {} if is_mapping else []
        if self._may_have_properties:
            self._properties(event, value, here, key)
        self._around.append((here, _put(here, key, value), start))
        if len(self._around) > self._limits.depth:
            faults.refuse(faults.TOO_DEEP, "", self._at(event), limit=self._limits.depth)
        return value, _KEY_IS_NEXT if is_mapping else None

    def _meaning(self, event: Any, here: Any, key: Any) -> Any:
        value, odd = plain(event.value)
        self.nulls = self.nulls or value is None
        if odd:
            text = faults.shortened(event.value)
            self._note(faults.NUMBER, odd, self._pointer(here, key), event, value=text)
        return value

    def _pointer(self, here: Any, key: Any) -> Pointer:
        """Return the pointer of what is about to be put into ``here``."""
        if not self._around:
            return ()
        holders = [holder for holder, _, _ in self._around[1:]]
        steps = (_last_step(holder) for holder in holders)
        return (*steps, len(here) if key is None else key)

    def _properties(self, event: Any, value: Any, here: Any, key: Any) -> None:
        """Note an explicit tag, and remember a value that has a name."""
        if event.tag is not None:
            tag = faults.shortened(event.tag)
            self._note(faults.UNSUPPORTED, "tag", self._pointer(here, key), event, tag=tag)
        if event.anchor is None:
            return
        if type(event) is ScalarEvent:
            self._anchors.name(event.anchor, value)
        else:
            self._anchors.open(event.anchor, value, len(self._around))

    def _copy(self, event: Any) -> Any:
        depth = len(self._around)
        return self._anchors.copy(event.anchor, event.start_mark, self._at(event), depth)

    def _leave_out(self, event: Any, here: dict[str, Any]) -> object:
        """Note a key that cannot stand here, and skip it with its value; a key is next again."""
        if type(event) is not ScalarEvent:
            self._note(faults.UNSUPPORTED, "complex_key", self._pointer(here, "")[:-1], event)
            opened = isinstance(event, CollectionStartEvent)
            self._skip(1 + opened, depth=int(opened))
            return _KEY_IS_NEXT
        merge = event.value == _MERGE_KEY and not event.style
        rule, variant = (faults.UNSUPPORTED, "merge") if merge else (faults.DUPLICATE_KEY, "")
        pointer, shown = self._pointer(here, event.value), faults.shortened(event.value)
        self._note(rule, variant, pointer, event, key=shown)
        self._skip(1)
        return _KEY_IS_NEXT

    def _skip(self, nodes: int, depth: int = 0) -> None:
        while nodes:
            event = next(self._events, None)
            if event is None:
                self._too_many()
            if isinstance(event, CollectionStartEvent):
                depth += 1
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            nodes -= depth == 0

    def _too_many(self) -> NoReturn:
        place = Location(self._name, 1, 1)
        faults.refuse(faults.TOO_LARGE, "values", place, limit=self._limits.events)

    def last_place(self) -> Location:
        """Return the place of the last value or key that was read."""
        places = (_place(token) for token in reversed(self.trail) if hasattr(token, "line"))
        return Location(self._name, *next(places, (1, 1)))

    def _at(self, event: Any) -> Location:
        return Location(self._name, *_place(event.start_mark))

    def _note(self, rule: str, variant: str, pointer: Pointer, event: Any, **params: Param) -> None:
        if len(self._notes) < faults.MOST_FINDINGS:
            self._notes.append(_Note(rule, variant, pointer, event.start_mark, params))

    def findings(self, places: Places) -> tuple[Finding, ...]:
        """Return what was noted so far."""
        return tuple(self._finding(note, places) for note in self._notes)

    def _finding(self, note: _Note, places: Places) -> Finding:
        pointer = places.renamed(note.pointer)
        place = Location(self._name, *_place(note.mark))
        params = dict(note.params)
        if note.rule == faults.DUPLICATE_KEY:
            params["first_line"] = places.find(pointer, key=True)[0]
        return faults.fault(note.rule, note.variant, place, pointer, **params)


def _may_have_properties(text: str) -> bool:
    """Tell whether a text may name or tag a value; ``&`` and ``!`` inside a sentence do not."""
    return any(
        found.start() == 0 or text[found.start() - 1] in _BEFORE_PROPERTIES
        for sign in _PROPERTY_SIGNS
        for found in sign.finditer(text)
    )


def _last_step(holder: Any) -> str | int:
    return next(reversed(holder)) if isinstance(holder, dict) else len(holder) - 1


def _put(here: Any, key: Any, value: Any) -> Any:
    """Put a value into a mapping or list; return what stands for its next key."""
    if key is None:
        here.append(value)
        return None
    here[key] = value
    return _KEY_IS_NEXT
