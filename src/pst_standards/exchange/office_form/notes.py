"""What the form says beside a field: what it means, where the law asks for it, what it may hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from pst_standards.exchange.office_form.layout import CONFIRMED, Leaf, Part, parts
from pst_standards.exchange.office_form.naming import target_of
from pst_standards.messages import has_text, text
from pst_standards.model.shapes import shapes
from pst_standards.model.standard import choice_term

_MOST_CHOICES: Final = 10


def say(key: str, lang: str, **params: str | int) -> str:
    """Return a sentence of the form."""
    return text("exchange", f"form.{key}", lang, params)


def leaf_title(part: Part, leaf: Leaf, lang: str) -> str:
    """Return the heading of a field, behind those of the parts that it lies in.

    >>> from pst_standards.exchange.office_form.filling import leaf_table, part_at
    >>> steps = part_at(("standards", "*", "procedure", "steps"))
    >>> leaf_title(steps, leaf_table(steps)[("text",)], "id")
    'Langkah'
    """
    names, cls = [], part.cls
    for key in leaf.keys:
        names.append(str(attrs.fields_dict(cls)[key].metadata[lang]))
        cls = shapes(cls)[key].innermost.type
    return " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ".join(names)


def note(part: Part, leaf: Leaf, lang: str) -> str:
    """Return the note of a field: its article, its meaning, how to fill it in."""
    return "\n".join(_sentences(part, leaf, lang))


def row_note(part: Part, place: int, lang: str) -> str:
    """Return the note of a column before the fields: the row itself (-1), or what it belongs to."""
    if place < 0:
        return say("row", lang)
    around = next(one for one in parts() if one.keys == part.around_at(place))
    key = "number" if around.numbered else "reference"
    return say(key, lang, sheet=around.title(lang))


def _sentences(part: Part, leaf: Leaf, lang: str) -> Iterator[str]:
    cites, cls = [], part.cls
    for key in leaf.keys:
        cites.append(attrs.fields_dict(cls)[key].metadata["cite"])
        cls = shapes(cls)[key].innermost.type
    if any(cites):
        yield "; ".join(cite for cite in cites if cite)
    facts = attrs.fields_dict(leaf.owner)[leaf.keys[-1]].metadata
    own = f"help.{leaf.owner.__name__}.{leaf.keys[-1]}"
    if has_text("exchange", f"form.{own}", lang):  # where the words fit files of text alone
        yield say(own, lang)
    elif facts["help"]:
        yield facts["help"][lang == "en"]
    yield from _said_at_start(leaf, lang)
    if leaf.keys[0] == CONFIRMED:
        yield say("confirm", lang)
    yield from _filling(leaf, lang)
    plain = leaf.shape.kind in {"text", "scalar"} and leaf.shape.choices is None
    if facts["example"] is not None and plain:
        yield say("example", lang, value=_shown(facts["example"], leaf))


def _said_at_start(leaf: Leaf, lang: str) -> Iterator[str]:
    """Yield what the files of text say there; what names a file is said of the sheet instead."""
    target = target_of(leaf)
    if target is not None:
        name = next(part for part in parts() if part.keys == target).title(lang)
        yield say("reference", lang, sheet=name)
        return
    key = f"start.{leaf.owner.__name__}.{leaf.keys[-1]}"
    if has_text("cli", key, lang):
        yield text("cli", key, lang)


def _shown(example: object, leaf: Leaf) -> str:
    """Return an example as it is typed into a cell."""
    if leaf.dated:
        return dt.date.fromisoformat(str(example)).strftime("%d/%m/%Y")
    return str(example)


def _filling(leaf: Leaf, lang: str) -> Iterator[str]:
    choices, several = leaf.shape.innermost.choices, leaf.shape.kind == "list"
    if several:
        yield say("several", lang)
    if choices and several:
        yield say("choices", lang, choices=", ".join(choice_term(one, lang) for one in choices))


def told_choices(leaf: Leaf) -> dict[str, str]:
    """Return the choices of a field for a finding, in Indonesian and in English, ten at most."""
    members = list(leaf.shape.innermost.type)
    more = ["\N{HORIZONTAL ELLIPSIS}"] if len(members) > _MOST_CHOICES else []
    return {
        name: ", ".join([*(choice_term(one, lang) for one in members[:_MOST_CHOICES]), *more])
        for name, lang in (("choices", "id"), ("choices_en", "en"))
    }
