"""How the form asks for each value: the uiSchema of React JSON Schema Form (RJSF).

Only what every theme of RJSF knows is a widget. What is for our own templates (which list an id
stands in) is an option beside it, which other themes pass over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from pst_standards.definitions.form_fields import shown_fields
from pst_standards.definitions.form_words import say
from pst_standards.definitions.references import TARGETS
from pst_standards.model.base import Node
from pst_standards.model.shapes import Shape


def form_layout(lang: str, classes: Sequence[type[Node]]) -> dict[str, Any]:
    """Return the uiSchema of the first class, with those of the others by their reference.

    >>> from pst_standards.model.office import OpeningHours
    >>> form_layout("id", [OpeningHours])["opens"]
    {'ui:options': {'inputType': 'time'}}
    """
    root, *others = (_of_class(cls, lang) for cls in classes)
    by_name = zip(classes[1:], others, strict=True)
    layouts = {f"#/$defs/{cls.__name__}": layout for cls, layout in by_name if layout}
    line = {"ui:widget": "textarea", "ui:options": {"rows": 2}}
    return {
        **root,
        "format": {"ui:widget": "hidden"},
        "ui:submitButtonOptions": {"submitText": say("send", lang)},
        "ui:definitions": {"#/$defs/Text": {"id": line, "en": line}, **layouts},
    }


def _of_class(cls: type[Node], lang: str) -> dict[str, Any]:
    fields = attrs.fields_dict(cls)
    layouts = {
        name: {
            **_of_field(shape, lang),
            **_example(fields[name].metadata, shape, lang),
            **_referring(TARGETS.get((cls.__name__, name)), shape, lang),
        }
        for name, shape in shown_fields(cls)
    }
    return {name: layout for name, layout in layouts.items() if layout}


def _of_field(shape: Shape, lang: str) -> dict[str, Any]:
    if shape.item is not None:
        return {"ui:widget": "checkboxes"} if shape.item.kind == "choice" else {}
    if shape.kind == "choice":
        return {"ui:placeholder": say("choose", lang)}
    if shape.type is bool:
        return {"ui:widget": "select", "ui:placeholder": say("choose", lang)}
    return {"ui:options": {"inputType": "time"}} if shape.type is dt.time else {}


def _referring(target: str | None, shape: Shape, lang: str) -> dict[str, Any]:
    """Tell which list the ids of a field stand in, so that a page can offer them."""
    if target is None:
        return {}
    options = {"ui:options": {"refersTo": target}, "ui:placeholder": say("choose", lang)}
    return options if shape.item is None else {"items": options}


def _example(facts: Mapping[str, Any], shape: Shape, lang: str) -> dict[str, Any]:
    example = facts["example"]
    if shape.kind != "scalar" or shape.type in {bool, dt.time} or example is None:
        return {}
    return {"ui:placeholder": say("example", lang, example=example)}
