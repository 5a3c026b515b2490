"""YAML in as few lines as can be read: what fits stands in brackets on one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

_WIDTH: Final = 64
_ENDLESS: Final = 10**6
_STEP: Final = "  "
_LONG_WORD: Final = 12


def yaml_lines(data: Mapping[str, Any] | list[Any], columns: int = _WIDTH) -> list[str]:
    """Return plain data as lines of YAML; an inner mapping or list that fits takes one line.

    >>> print(chr(10).join(yaml_lines({"limits": [{"value": 3, "unit": "minute"}], "fee": 0})))
    limits: [{value: 3, unit: minute}]
    fee: 0
    """
    return list(_lines(data, columns))


def _lines(data: Any, columns: int) -> Iterator[str]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _entry(key, value, columns)
        return
    for item in data:
        first, *rest = _item(item, columns - len(_STEP))
        yield f"- {first}"
        yield from (f"{_STEP}{line}" for line in rest)


def _entry(key: str, value: Any, columns: int) -> Iterator[str]:
    if not _holds_more(value):
        yield from _dumped({key: value}, columns)
        return
    name = _dumped({key: 0}, _ENDLESS)[0].removesuffix(": 0")
    short = f"{name}: {_in_brackets(value)}"
    if len(short) <= columns:
        yield short
    elif isinstance(value, list) and not any(map(_holds_more, value)):
        yield from _folded(name, value, columns)
    else:
        yield f"{name}:"
        yield from (f"{_STEP}{line}" for line in _lines(value, columns - len(_STEP)))


def _folded(name: str, items: list[Any], columns: int) -> Iterator[str]:
    """Yield a list of single values in brackets, over as many lines as it takes."""
    line = f"{name}: ["
    for place, item in enumerate(items, start=1):
        word = _in_brackets([item])[1:-1] + ("]" if place == len(items) else ",")
        if len(line) + len(word) > columns:
            yield line.rstrip()
            line = _STEP
        line += f"{word} "
    yield line.rstrip()


def _item(item: Any, columns: int) -> list[str]:
    if not _holds_more(item):
        return [line[2:] for line in _dumped([item], columns)]
    short = _in_brackets(item)
    return [short] if len(short) <= columns else list(_lines(item, columns))


def _holds_more(value: Any) -> bool:
    return isinstance(value, Mapping | list) and bool(value)


def _in_brackets(value: Any) -> str:
    from pst_standards.definitions.writing import dump_yaml

    return dump_yaml(value, width=_ENDLESS, flow=True).rstrip("\n")


def _dumped(value: Any, columns: int) -> list[str]:
    from pst_standards.definitions.writing import dump_yaml

    # A line is only broken behind the word that made it too long.
    return dump_yaml(value, width=columns - _LONG_WORD).splitlines()
