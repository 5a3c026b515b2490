"""Building the model, and wording every fault of shape when that fails.

Structuring is the cheap gate: what it takes is valid under the schema (a property test holds
that), so the slow validator runs only for a definition that is already known to be faulty.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import evolve

from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.faults import fault
from pst_standards.definitions.origin import Layer, Origin
from pst_standards.definitions.references import reference_findings
from pst_standards.definitions.structure import ShapeError, structure
from pst_standards.definitions.unknown_keys import unknown_findings
from pst_standards.findings import Finding, Param, Pointer
from pst_standards.model.base import Node, remember
from pst_standards.model.definition import FORMAT, Definition
from pst_standards.model.records import RECORDS
from pst_standards.model.shapes import nodes

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

_MOST: Final = 200
_TOO_MANY: Final = 2000


class Built(NamedTuple):
    """A part of the model that was built, where its values stand, and what was found on the way."""

    node: Any
    origin: Origin
    findings: list[Finding]
    parts: list[tuple[Pointer, Node]]


@remember
def _validator(root: type[Node], part: str = "") -> Validator:
    from jsonschema import Draft202012Validator, FormatChecker
    from jsonschema.validators import extend

    from pst_standards.definitions.schema import MOMENT_PATTERN, schema_of

    formats = FormatChecker(())

    @formats.checks("date", ValueError)
    def is_date(value: object) -> bool:
        return not isinstance(value, str) or bool(dt.date.fromisoformat(value))

    @formats.checks("date-time", ValueError)
    def is_moment(value: object) -> bool:
        return not isinstance(value, str) or bool(dt.datetime.fromisoformat(value))

    schema = _strict(schema_of(root), MOMENT_PATTERN)
    if part:
        schema = {"$defs": schema["$defs"], "properties": {part: schema["properties"][part]}}
    # JSON Schema counts 150.000 as the whole number 150; to a clerk it is a hundred and fifty
    # thousand, so it is asked about and not guessed.
    whole = Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)
    )
    strict: Any = extend(Draft202012Validator, type_checker=whole)  # type: ignore[no-untyped-call]
    validator: Validator = strict(schema, format_checker=formats)
    return validator


def _strict(schema: Any, moment: str) -> Any:
    """Give moments a format, as the pattern alone takes 30 February, and patterns an end.

    In Python ``$`` also stands before the line feed that a text may end with.
    """
    if isinstance(schema, list):
        return [_strict(part, moment) for part in schema]
    if not isinstance(schema, dict):
        return schema
    pattern = schema.get("pattern")
    own = {"format": "date-time"} if pattern == moment else {}
    if isinstance(pattern, str):
        own["pattern"] = _to_the_end(pattern)
    return {key: _strict(part, moment) for key, part in schema.items()} | own


def _to_the_end(pattern: str) -> str:
    return pattern.removesuffix("$") + r"\Z"


def build(data: Mapping[str, Any], origin: Origin) -> tuple[Definition, list[Finding]]:
    """Build the definition; parts that do not fit are left out and reported, all of them."""
    built = build_node(data, origin, Definition)
    confirms = any(node.confirmed is not None for _, node in built.parts)
    origin = evolve(built.origin, confirms=confirms)
    object.__setattr__(built.node, "origin", origin)
    return built.node, [*built.findings, *reference_findings(built.node, origin, built.parts)]


def build_node(data: Mapping[str, Any], origin: Origin, root: type[Node]) -> Built:
    """Build one object of the model; parts that do not fit are left out and reported.

    Raises ``DefinitionError`` where nothing is left that could stand alone.
    """
    findings: list[Finding] = []
    try:
        node = structure(data, root)
    except (ShapeError, TypeError):
        errors = list(islice(_innermost(_validator(root).iter_errors(data)), _TOO_MANY))
        findings = [_finding(error, origin) for error in errors[:_MOST]]
        unfit = {_unfit(error) for error in errors}
        # With so many faults nothing of it is worth keeping, and finding all would take too long.
        data, dropped = _without(data, unfit if len(errors) < _TOO_MANY else {()})
        origin = evolve(origin, dropped=dropped)
        try:
            node = structure(data, root)
        except TypeError:  # what cannot be without an id, and has none
            raise DefinitionError(tuple(findings)) from None
    parts = list(nodes(node))
    return Built(node, origin, [*findings, *unknown_findings(parts, origin)], parts)


def extends_findings(layer: Layer) -> Iterator[Finding]:
    """Find what is wrong with the ``extends`` of a layer, which the resolved data no longer has."""
    wish = layer.data.get("extends")
    if wish is None or isinstance(wish, str):
        return
    only = Origin(layers=(layer,), data=layer.data)
    for error in _innermost(_validator(Definition, "extends").iter_errors({"extends": wish})):
        yield _finding(error, only)


def _innermost(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """Yield errors that name one fault each: a failed ``then`` stands for what failed in it."""
    for error in errors:
        if error.context and error.validator in {"if", "then"}:
            yield from _innermost(error.context)
        else:
            yield error


def _target(error: ValidationError) -> Pointer:
    return tuple(error.absolute_path)


def _unfit(error: ValidationError) -> Pointer:
    """Return what to leave out: for the id of an item all of it, as no item can be without one."""
    pointer = _target(error)
    if len(pointer) > 1 and pointer[-1] == "id" and isinstance(pointer[-2], int):
        return pointer[:-1]
    return pointer


def _finding(error: ValidationError, origin: Origin) -> Finding:
    pointer = _target(error)
    rule, variant, params = _wording(error)
    if pointer == ("format",):
        rule, variant, params = _other_format(str(error.instance), _first(error.validator_value))
    key = str(next((step for step in reversed(pointer) if isinstance(step, str)), ""))
    location = origin.locate(pointer)
    return fault(rule, variant=variant, pointer=pointer, location=location, key=key, **params)


def _other_format(found: str, expected: str) -> tuple[str, str, dict[str, Param]]:
    """Say that a file is of another format; of a known one, that it is the wrong file."""
    known = {FORMAT, *(f"pst-{name}/1" for name in RECORDS)}
    variant = "other" if found in known else ""
    return "DEF-028", variant, {"found": found, "expected": expected}


def _first(choices: Any) -> str:
    return str(choices[0])


def _wording(error: Any) -> tuple[str, str, dict[str, Param]]:
    """Choose the rule and params by the schema keyword; the instance itself is never dumped."""
    limit, value = error.validator_value, error.instance
    match error.validator:
        case "type":
            names = [
                name for name in ([limit] if isinstance(limit, str) else limit) if name != "null"
            ]
            variant = "number" if names == ["integer"] else ""
            return "DEF-016", variant, {"expected": tuple(names), "found": _type_name(value)}
        case "enum":
            choices = ", ".join(str(choice) for choice in limit if choice is not None)
            return "DEF-017", "", {"expected": choices, "found": _short(value)}
        case "minimum" | "maximum":
            return "DEF-019", str(error.validator), {"expected": str(limit), "found": _short(value)}
        case "required":
            missing = next(name for name in limit if name not in value)
            return "DEF-020", "missing", {"missing": missing}
        case "additionalProperties" | "minProperties":
            allowed = ", ".join(error.schema.get("properties", {}))
            return "DEF-018", "parts", {"expected": allowed, "found": ", ".join(map(str, value))}
        case _:
            return "DEF-018", _form(error), {"found": _short(value)}


def _form(error: Any) -> str:
    from pst_standards.definitions.schema import CODE_PATTERN

    known = {"date": "date", "date-time": "moment"}.get(error.schema.get("format"))
    pattern = str(error.schema.get("pattern"))
    told = "code" if pattern == _to_the_end(CODE_PATTERN) else "ident"
    return known or ("time" if ":" in pattern else told)


def _type_name(value: object) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer"}
    return names.get(
        type(value), "null" if value is None else "number" if isinstance(value, float) else "other"
    )


def _short(value: object) -> str:
    return str(value) if isinstance(value, str | int | float) else _type_name(value)


def _without(value: Any, targets: set[Pointer]) -> tuple[Any, frozenset[Pointer]]:
    """Copy data without the values at some pointers; returns which list items fell away."""
    dropped: set[Pointer] = set()

    def copy(node: Any, here: Pointer) -> Any:
        if isinstance(node, dict):
            parts = ((key, part, (*here, key)) for key, part in node.items())
            return {key: copy(part, at) for key, part, at in parts if at not in targets}
        if isinstance(node, list):
            gone = {(*here, place) for place in range(len(node))} & targets
            dropped.update(gone)
            return [copy(part, (*here, i)) for i, part in enumerate(node) if (*here, i) not in gone]
        return node

    return ({} if () in targets else copy(value, ())), frozenset(dropped)
