"""The definition as a form: JSON Schema and uiSchema for React JSON Schema Form (RJSF).

The schema of a file is written for editors and validators: a text may be a string or a pair, any
value may be ``null``, every part has keys about its source. A person who fills in a form needs one
way to write each thing, in one language. So the form is made of the same fields of the model, and
what it gives back is a definition; what it does not show (sources, marks, confirmations, keys that
nobody knows) stays in the data as it was.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

import attrs

from pst_standards.definitions.form_fields import shown_classes, shown_fields
from pst_standards.definitions.form_layout import form_layout
from pst_standards.definitions.form_words import RJSF_STRINGS, WORDS, say
from pst_standards.definitions.references import TARGETS
from pst_standards.definitions.schema import SCALARS, TITLE, complete_schema
from pst_standards.definitions.schema_help import form_of, terms_of
from pst_standards.model.base import ComponentName, Ident, Node, OfficeCode, Percent, Rupiah
from pst_standards.model.definition import FORMAT, Definition
from pst_standards.model.shapes import Shape

_TOLD: Final = frozenset({ComponentName, Ident, OfficeCode, Rupiah, Percent})
"""Plain values whose notation an input does not show by itself."""

_STATE: Final = {
    "emptyObjectFields": "skipEmptyDefaults",
    "arrayMinItems": {"populate": "never"},
    "constAsDefaults": "never",
}
"""Keeps RJSF from filling in what nobody stated: empty parts, and the first of several choices."""


def form(lang: str = "id") -> dict[str, Any]:
    """Return the properties of an RJSF form for a definition, in Indonesian or English.

    ``schema``, ``uiSchema`` and ``experimental_defaultFormStateBehavior`` are handed to RJSF as
    they are; ``words`` are the sentences of the page around it, ``translations`` those that RJSF
    says itself, by its own English ones.

    >>> form()["schema"]["$defs"]["Fee"]["properties"]["kind"]["title"]
    'Jenis biaya'
    """
    return {
        "schema": form_schema(lang),
        "uiSchema": form_layout(lang, shown_classes()),
        "experimental_defaultFormStateBehavior": _STATE,
        "words": {word: say(word, lang) for word in WORDS},
        "translations": {said: say(word, lang) for said, word in RJSF_STRINGS.items()},
    }


def form_schema(lang: str = "id") -> dict[str, Any]:
    """Return the schema of the form: what an office may state, and what it may not leave out.

    There is no ``$schema``: the validator of RJSF takes any draft that it is not told of.

    >>> list(form_schema()["$defs"]["Text"]["properties"])
    ['id', 'en']
    """
    lawful = complete_schema()
    root = _class_schema(Definition, lawful["required"], lang)
    inner = {
        cls.__name__: _class_schema(cls, lawful["$defs"][cls.__name__].get("required", ()), lang)
        for cls in shown_classes()[1:]
    }
    root["properties"]["format"]["default"] = FORMAT
    title = TITLE.split(" · ")[lang == "en"]
    return {"title": title, **root, "$defs": {"Text": _text_schema(lang), **inner}}


def _class_schema(cls: type[Node], lawful: Collection[str], lang: str) -> dict[str, Any]:
    properties = {
        name: {**_told(cls, name, shape, lang), **_schema_of(shape, lang)}
        for name, shape in shown_fields(cls)
    }
    required = {"required": [name for name in properties if name in lawful]}
    return {"type": "object", **required, "properties": properties}


def _told(cls: type[Node], name: str, shape: Shape, lang: str) -> dict[str, str]:
    """Return title and help: advice, how the value is written, and the article that asks."""
    facts = attrs.fields_dict(cls)[name].metadata
    place = int(lang == "en")
    lines = [facts["help"][place]] if facts["help"] else []
    # An id that names an entry of a list is chosen, not written.
    if shape.type in _TOLD and (cls.__name__, name) not in TARGETS:
        lines.append(f"{form_of(shape, place)}.")
    if facts["cite"]:
        lines.append(say("basis", lang, cite=facts["cite"]))
    return {"title": facts[lang], **({"description": " ".join(lines)} if lines else {})}


def _schema_of(shape: Shape, lang: str) -> dict[str, Any]:
    if shape.kind in {"node", "text"}:
        return {"$ref": f"#/$defs/{shape.type.__name__}"}
    if shape.kind == "list" and shape.item is not None:
        several = {"uniqueItems": True} if shape.item.kind == "choice" else {}
        return {"type": "array", "items": _schema_of(shape.item, lang), **several}
    if shape.kind == "map" and shape.item is not None:
        return {"type": "object", "additionalProperties": _schema_of(shape.item, lang)}
    if shape.kind == "choice":
        place = int(lang == "en")
        choices = [{"const": one.value, "title": terms_of(one)[place]} for one in shape.type]
        return {"type": "string", "oneOf": choices}
    if shape.type is bool:
        answers = [{"const": True, "title": say("yes", lang)}]
        return {"type": "boolean", "oneOf": [*answers, {"const": False, "title": say("no", lang)}]}
    return dict(SCALARS[shape.type])


def _text_schema(lang: str) -> dict[str, Any]:
    languages = {"id": say("indonesian", lang), "en": say("english", lang)}
    return {
        "type": "object",
        "properties": {key: {"type": "string", "title": name} for key, name in languages.items()},
    }
