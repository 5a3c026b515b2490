"""The lines of a definition to be filled in: each key with its term, what is open behind a ``#``.

A line that starts with ``#`` and a key is one that the office may switch on by taking the ``#``
away, each alone and in any order; ``#`` and a space start a remark.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any, Final

import attrs
from attrs import field, frozen

from pst_standards.messages import has_text, text
from pst_standards.model.shapes import Shape, shapes

EACH: Final = "each"
GIVEN: Final = "given"
WHEN: Final = "when"
UNLESS: Final = "unless"
_DIRECTIONS: Final = frozenset({"id", GIVEN, WHEN, UNLESS})
_WIDTH: Final = 100


def flow(value: Any) -> str:
    """Write a value on one line of YAML.

    >>> print(flow({"opens": "08:00", "days": ["monday"], "name": "Ruang"}))
    {opens: "08:00", days: [monday], name: Ruang}
    """
    import yaml

    written: str = yaml.dump(
        value,
        Dumper=_line_dumper(),
        default_flow_style=True,
        allow_unicode=True,
        width=float("inf"),
        sort_keys=False,
    )
    return written.split("\n", maxsplit=1)[0]


@cache
def _line_dumper() -> Any:
    import yaml

    class LineDumper(yaml.SafeDumper):
        """Quotes with the marks that people know from everywhere else."""

        def choose_scalar_style(self) -> str:
            style: str = super().choose_scalar_style()
            return '"' if style == "'" else style

    return LineDumper


@frozen(kw_only=True)
class Place:
    """What is known where a part stands: the plan, what the base says, what is filled in."""

    plan: Any
    base: Any = None
    given: Any = None

    def at(self, key: str) -> Place:
        """Return what is known of a part of this part."""
        return Place(
            plan=self.plan.get(key), base=_part(self.base, key), given=_part(self.given, key)
        )


def _part(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, Mapping) else None


@frozen(kw_only=True)
class Writer:
    """Writes lines in a language; ``source`` is what the office's own values come from."""

    lang: str
    source: str
    remarks: bool = field(default=True)

    def part(self, cls: type, place: Place, pad: str) -> list[str]:
        """Return the lines of the planned keys of a part, then of what is given beside them."""
        names = [name for name in place.plan if name not in _DIRECTIONS]
        extra = [name for name in place.given or () if name not in place.plan]
        return [
            line for name in (*names, *extra) for line in self._key(cls, name, place.at(name), pad)
        ]

    def _key(self, cls: type, name: str, place: Place, pad: str) -> list[str]:
        shape = shapes(cls)[name]
        facts = attrs.fields_dict(cls)[name].metadata
        lines = self._lines(name, shape, place, pad, self._term(facts))
        if not lines or not self.remarks:
            return lines
        return [*self._remarks(cls, name, shape, place.plan, pad), *lines]

    def _lines(self, name: str, shape: Shape, place: Place, pad: str, term: str) -> list[str]:
        if shape.kind == "node":
            return self._node(name, self.part(shape.type, place, f"{pad}  "), place, pad, term)
        if shape.kind == "list" and shape.item is not None and shape.item.kind == "node":
            return self._list(name, shape.item.type, place, pad, term)
        if place.given is not None and shape.kind == "map":
            entries = [f"{pad}  {key}: {flow(value)}" for key, value in place.given.items()]
            return [f"{pad}{name}:  # {term}", *entries]
        if place.given is not None:
            return [f"{pad}{name}: {flow(place.given)}  # {term}"]
        return [] if place.base is not None else [f"{pad}#{name}: {flow(place.plan)}  # {term}"]

    def _node(self, name: str, lines: list[str], place: Place, pad: str, term: str) -> list[str]:
        if not lines:
            return []
        head = [f"{pad}{name}:  # {term}"]
        if place.base is not None and not _any_active(lines):
            # A key with nothing below it is null, and null takes away what the base says.
            head.append(f"{pad}  source: {flow(self.source)}  # {self._word('source')}")
        return [*head, *lines]

    def _list(self, name: str, cls: type, place: Place, pad: str, term: str) -> list[str]:
        plans: Sequence[Mapping[str, Any]] = place.plan
        if plans[0].get("id") == EACH:
            items = list(self._each(cls, plans[0], place.base or [], f"{pad}  "))
            return [f"{pad}{name}:  # {term}", *items]
        if GIVEN in plans[0]:
            items = list(self._items(cls, plans, place.base or (), f"{pad}  "))
            return [f"{pad}{name}:  # {term}", *items]
        if place.base is not None:
            return [f"{pad}#{name}: {flow(plans)}  # {term}"]
        return [f"{pad}{name}:  # {term}", *(f"{pad}  #- {flow(plan)}" for plan in plans)]

    def _each(
        self, cls: type, plan: Mapping[str, Any], items: Sequence[Mapping[str, Any]], pad: str
    ) -> Iterator[str]:
        for place, item in enumerate(items):
            name = _in(item.get("name") or item.get("title"), self.lang)
            yield f"{pad}- id: {flow(item['id'])}" + (f"  # {name}" if name else "")
            yield from self._after(place).part(cls, Place(plan=plan, base=item), f"{pad}  ")

    def _items(
        self,
        cls: type,
        plans: Sequence[Mapping[str, Any]],
        base: Sequence[Mapping[str, Any]],
        pad: str,
    ) -> Iterator[str]:
        known = {item.get("id") for item in base}
        for place, plan in enumerate(plans):
            if (WHEN in plan and plan[WHEN] not in known) or plan.get(UNLESS) in known:
                continue
            yield f"{pad}- id: {flow(plan['id'])}"
            given = plan.get(GIVEN)
            yield from self._after(place).part(cls, Place(plan=plan, given=given), f"{pad}  ")

    def _after(self, place: int) -> Writer:
        """Return a writer without remarks after the first item, whose remarks hold for all."""
        return attrs.evolve(self, remarks=self.remarks and place == 0)

    def _term(self, facts: Mapping[str, Any]) -> str:
        both = dict.fromkeys((facts["en"], facts["id"]))
        term = facts["id"] if self.lang == "id" else " · ".join(both)
        return f"{term} ({facts['cite']})" if facts["cite"] else str(term)

    def _word(self, name: str) -> str:
        from pst_standards.model.base import Node

        return self._term(attrs.fields_dict(Node)[name].metadata)

    def _remarks(self, cls: type, name: str, shape: Shape, plan: Any, pad: str) -> list[str]:
        facts = attrs.fields_dict(cls)[name].metadata
        sentences = [*self._help(f"{cls.__name__}.{name}", facts), *self._choices(shape)]
        lines = remark(" ".join(sentences), pad)
        if shape.kind == "list" and shape.item is not None and shape.item.kind == "node":
            lines += self._legend(shape.item.type, plan, pad)
        return lines

    def _help(self, key: str, facts: Mapping[str, Any]) -> Iterator[str]:
        if facts["help"]:
            yield facts["help"][self.lang == "en"]
        if has_text("cli", f"start.{key}", self.lang):
            yield text("cli", f"start.{key}", self.lang)

    def _choices(self, shape: Shape) -> Iterator[str]:
        inner = shape.item or shape
        if inner.kind == "choice" and len(inner.type) > 1:
            yield text("cli", "start.choices", self.lang, {"choices": self._members(inner)})

    def _members(self, shape: Shape) -> str:
        return ", ".join(f"{member.value} ({_term_of(member, self.lang)})" for member in shape.type)

    def _legend(self, cls: type, plans: Sequence[Mapping[str, Any]], pad: str) -> list[str]:
        """Explain the keys of items that are written on one line, a key a line."""
        if {EACH, GIVEN} & {*plans[0], plans[0].get("id")}:
            return []
        fields, known = attrs.fields_dict(cls), shapes(cls)
        lines = remark(text("cli", "start.keys", self.lang), pad)
        for name in dict.fromkeys(key for plan in plans for key in plan):
            words = [f"{name}: {self._term(fields[name].metadata)}.", *self._choices(known[name])]
            lines += remark(" ".join(words), f"{pad}", "  ")
        return lines


def _term_of(member: Enum, lang: str) -> str:
    return str(getattr(member, "en" if lang == "en" else "id", member.value))


def _in(value: Any, lang: str) -> str:
    if isinstance(value, Mapping):
        return str(value.get(lang) or value.get("id") or "")
    return str(value or "")


def _any_active(lines: Sequence[str]) -> bool:
    return any(not line.lstrip().startswith("#") for line in lines)


def remark(sentence: str, pad: str = "", inner: str = "") -> list[str]:
    """Return a sentence as lines of remarks."""
    return textwrap.wrap(
        sentence,
        width=_WIDTH,
        initial_indent=f"{pad}# {inner}",
        subsequent_indent=f"{pad}# {inner}{inner}",
        break_long_words=False,
        break_on_hyphens=False,
    )
