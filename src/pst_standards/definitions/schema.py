"""JSON Schema 2020-12 of the definition format, generated from the model.

``definition_schema`` says whether a file can be read: every key is optional, so that a fragment,
a layer and a whole use one schema. ``complete_schema`` says as much of the law as JSON Schema can,
for people without Python. Branches use ``if``/``then``, never a free ``oneOf``, so that a validator
can name the one thing that is wrong.
"""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any, Final

import attrs

from pst_standards.definitions.merging import REMOVE
from pst_standards.definitions.schema_help import (
    REMOVED,
    class_titles,
    described,
    first_sentence,
)
from pst_standards.definitions.structure import CLOCK, DAY, IDENT, MOMENT, OFFICE_CODE
from pst_standards.model.base import (
    ComponentName,
    Count,
    Ident,
    Node,
    OfficeCode,
    Percent,
    Rupiah,
    Text,
)
from pst_standards.model.component import Component
from pst_standards.model.definition import FORMAT, Definition
from pst_standards.model.records import RECORDS
from pst_standards.model.shapes import Shape, node_classes, shapes

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
HOME: Final = "https://pst-standards.example/schemas/1"
TITLE: Final = "Definisi standar pelayanan PST · PST service standards definition"


def _pattern(regex: Any) -> str:
    return "^" + str(regex.pattern).replace(r"\Z", "$")


CODE_PATTERN: Final = _pattern(OFFICE_CODE)
"""The pattern of the code of an office."""
MOMENT_PATTERN: Final = _pattern(MOMENT)
"""The pattern of a moment with its zone."""

SCALARS: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Rupiah: {"type": "integer", "minimum": 0},
    Count: {"type": "integer", "minimum": 0},
    Percent: {"type": "integer", "minimum": 0, "maximum": 100},
    Ident: {"type": "string", "pattern": _pattern(IDENT)},
    OfficeCode: {"type": "string", "pattern": CODE_PATTERN},
    # Not an enumeration: a letter is as good as a key, and of any other word a rule tells.
    ComponentName: {"type": "string", "examples": [one.value for one in Component]},
    dt.date: {"type": "string", "format": "date", "pattern": _pattern(DAY)},
    dt.time: {"type": "string", "pattern": _pattern(CLOCK)},
    # Not "format": "date-time", which would refuse a moment that is told without its seconds.
    dt.datetime: {"type": "string", "pattern": MOMENT_PATTERN},
}
"""What JSON Schema says of a plain value."""


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """Let ``null`` through: in a layer it removes what the layer below says."""
    if "type" in schema:
        schema["type"] = [schema["type"], "null"]
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], None]
    return schema


def _schema_of(shape: Shape) -> dict[str, Any]:
    if shape.kind in {"node", "text"}:
        return {"$ref": f"#/$defs/{shape.type.__name__}"}
    if shape.kind == "choice":
        return {"type": "string", "enum": [member.value for member in shape.type]}
    if shape.item is not None:
        inner = _schema_of(shape.item)
        if shape.item.kind == "node":
            inner["type"] = "object"
        if shape.kind == "list" and shape.item.kind == "text":
            inner["type"] = ["string", "object"]
        if shape.kind == "list":
            return {"type": "array", "items": inner}
        return {"type": "object", "additionalProperties": _nullable(inner)}
    return dict(SCALARS[shape.type])


def _property(attribute: Any, shape: Shape) -> dict[str, Any]:
    facts = attribute.metadata
    schema = _schema_of(shape)
    if attribute.default is not attrs.NOTHING:
        schema = _nullable(schema)
    titled = {
        "title": f"{facts['id']} · {facts['en']}",
        "description": "\n".join(described(facts, shape)),
    }
    if facts["example"] is not None and "examples" not in schema:
        schema["examples"] = [facts["example"]]
    return {**titled, **schema}


def _class_schema(cls: type, title: str) -> dict[str, Any]:
    fields = attrs.fields_dict(cls)
    properties = {name: _property(fields[name], shape) for name, shape in shapes(cls).items()}
    if "id" in fields:
        properties[REMOVE] = {
            "title": "Hapus butir ini · Remove this item",
            "description": REMOVED,
            "type": "boolean",
        }
    required = [
        name for name in properties if name in fields and fields[name].default is attrs.NOTHING
    ]
    schema: dict[str, Any] = {
        "title": title,
        "description": first_sentence(cls),
        "type": ["object", "null"],
        "properties": properties,
    }
    if required:
        schema["required"] = required
    if not issubclass(cls, Node):
        schema["additionalProperties"] = False
    return schema


def _text_schema() -> dict[str, Any]:
    return {
        "title": "Teks · Text",
        "description": "Teks Indonesia, atau {id, en}. · Indonesian text, or {id, en}.",
        "type": ["string", "object", "null"],
        "if": {"type": "object"},
        "then": {
            "properties": {
                "id": {"title": "Bahasa Indonesia · Indonesian", "type": ["string", "null"]},
                "en": {"title": "Bahasa Inggris · English", "type": ["string", "null"]},
            },
            "additionalProperties": False,
            "minProperties": 1,
        },
    }


def _extends_schema() -> dict[str, Any]:
    return {
        "title": "Dasar definisi · Base of the definition",
        "description": "Nama dasar (bps/2020), berkas, atau {name, version, sha256}.",
        "type": ["string", "object", "null"],
        "if": {"type": "object"},
        "then": {
            "properties": {name: {"type": "string"} for name in ("name", "version", "sha256")},
            "required": ["name"],
            "additionalProperties": False,
        },
        "examples": ["bps/2020"],
    }


def definition_schema() -> dict[str, Any]:
    """Return the schema of the shape; fragments and layers pass.

    >>> definition_schema()["$defs"]["Fee"]["properties"]["kind"]["title"]
    'Jenis biaya · Kind of fee'
    """
    schema = _root_schema(Definition, "definition", TITLE)
    properties = schema["properties"]
    schema["properties"] = {
        "format": properties.pop("format"),
        "extends": _extends_schema(),
        **properties,
    }
    schema["examples"] = [
        {"format": FORMAT, "extends": "bps/2020", "stage": "draft", "office": {"code": "3322"}}
    ]
    return schema


def record_schema(name: str) -> dict[str, Any]:
    """Return the schema of a record by the name of its kind; ``KeyError`` for another.

    Records are listed in ``pst_standards.model.records``.
    """
    kind = RECORDS[name]
    return _root_schema(kind.type, name, f"{kind.id} · {kind.en}")


def schema_of(root: type[Node]) -> dict[str, Any]:
    """Return the schema of any class of the model, as a file of its own."""
    if root is Definition:
        return definition_schema()
    return _root_schema(root, root.__name__.lower(), root.__name__)


def _root_schema(root: type[Node], name: str, title: str) -> dict[str, Any]:
    own, titles = _class_schema(root, title), class_titles(root)
    classes = sorted(node_classes(root)[1:], key=lambda cls: cls.__name__)
    required = {"required": own["required"]} if "required" in own else {}
    return {
        "$schema": DIALECT,
        "$id": f"{HOME}/{name}.schema.json",
        "title": title,
        "description": own["description"],
        "type": "object",
        "properties": own["properties"],
        **required,
        "$defs": {
            cls.__name__: _text_schema() if cls is Text else _class_schema(cls, titles[cls])
            for cls in classes
        },
    }


_WHOLE: Final = (
    "format",
    "stage",
    "office",
    "services",
    "standards",
    "maklumat",
    "complaints",
    "facilities",
    "staff",
    "publications",
)
"""Keys that a complete definition cannot lack (UU 25/2009 Pasal 15, 21, 22, 23, 29, 36)."""

_INNER: Final[dict[str, tuple[str, ...]]] = {
    "LegalBasis": ("regulations",),
    "Requirements": ("items",),
    "Procedure": ("steps",),
    "TimeLimit": ("limits",),
    "Limit": ("value", "unit"),
    "Fee": ("kind",),
    "Product": ("items",),
    "Competence": ("items",),
    "Staffing": ("count",),
    "Complaints": ("channels", "responsible"),
    "Maklumat": ("pledge",),
    "Service": ("name",),
    "Office": ("name",),
}


def complete_schema() -> dict[str, Any]:
    """Return the schema of a complete, resolved definition: the law as far as JSON Schema goes."""
    schema = copy.deepcopy(definition_schema())
    schema["$id"] = f"{HOME}/complete-definition.schema.json"
    schema["title"] = "Definisi lengkap standar pelayanan · Complete service standards definition"
    schema["required"] = list(_WHOLE)
    schema["properties"].pop("extends")
    # Named under "properties" too: strict validators (Ajv) ask for it beside "required".
    schema["not"] = {"properties": {"extends": True}, "required": ["extends"]}
    definitions = schema["$defs"]
    components = [component.value for component in Component]
    _require(definitions["ServiceStandard"], ("service", *components))
    for name, keys in _INNER.items():
        _require(definitions[name], keys)
    for key in _WHOLE:
        _stated(schema["properties"][key])
    definitions["Staffing"]["properties"]["count"]["minimum"] = 1
    return schema


def _require(schema: dict[str, Any], keys: tuple[str, ...]) -> None:
    schema["required"] = sorted({*schema.get("required", ()), *keys})
    for key in keys:
        _stated(schema["properties"][key])


def _stated(schema: dict[str, Any]) -> None:
    """Ask that a value is there: neither null nor an empty list or text."""
    if "$ref" in schema:
        schema["type"] = "object" if not schema["$ref"].endswith("/Text") else ["string", "object"]
    elif isinstance(schema.get("type"), list):
        schema["type"] = next(kind for kind in schema["type"] if kind != "null")
    if "enum" in schema:
        schema["enum"] = [value for value in schema["enum"] if value is not None]
    if schema.get("type") == "array":
        schema["minItems"] = 1
    if schema.get("type") == "string" and "enum" not in schema:
        schema["minLength"] = 1
