"""How long it takes to check the definitions of all offices, and how much memory that needs."""

from __future__ import annotations

import copy
import datetime as dt
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml
from measuring import Ratio, ratio

import pst_standards
from pst_standards.definitions import read_data
from pst_standards.definitions.offices import offices
from pst_standards.definitions.reading import read
from pst_standards.rules import check_reading, standard_rulebook
from pst_standards.rules.context import Context

_EXAMPLE: Final = Path(__file__).resolve().parents[1] / "examples" / "kabupaten-semarang"
_DAY: Final = dt.date(2026, 11, 26)
_OFFICES: Final = 548
_FEW: Final = 60
_ABOUT: Final = frozenset({"source", "confidence", "marks", "confirmed"})
_PARTS: Final = ("format", "lang", "stage", "office", "maklumat", "facilities", "staff")


def texts(count: int = _OFFICES) -> list[bytes]:
    """Return the resolved text of each office: one of the four services, about 20 kB.

    They are in Indonesian alone, as offices write.
    """
    whole = _own_words(
        yaml.load(pst_standards.dumps(pst_standards.load(_EXAMPLE)), yaml.CSafeLoader)
    )
    known = sorted(offices(), key=lambda one: one.bps_code)
    return [_text(whole, known[place % len(known)], place) for place in range(count)]


def _own_words(node: Any) -> Any:
    """Leave out what is said about a value, and the English beside a text."""
    if isinstance(node, list):
        return [_own_words(part) for part in node]
    if not isinstance(node, dict):
        return node
    if node.keys() == {"id", "en"}:
        return node["id"]
    return {key: _own_words(part) for key, part in node.items() if key not in _ABOUT}


def _text(whole: dict[str, Any], office: Any, place: int) -> bytes:
    data = copy.deepcopy({key: whole[key] for key in _PARTS})
    standard = copy.deepcopy(whole["standards"][place % len(whole["standards"])])
    data["services"] = [one for one in whole["services"] if one["id"] == standard["service"]]
    data["standards"] = [standard]
    data["complaints"] = {key: whole["complaints"][key] for key in ("responsible", "channels")}
    for group in data["staff"]["groups"]:
        group.pop("services", None)
    for part in (data["maklumat"], *data["facilities"]):
        part.pop("publications", None)
    data["office"] |= {"code": office.bps_code, "name": f"Badan Pusat Statistik {office.name}"}
    data["office"]["email"] = f"bps{office.bps_code}@bps.go.id"
    standard["decree"]["number"] = f"{place + 1}/{office.bps_code}/2026"
    for limit in standard["time_limit"]["limits"]:
        limit["value"] = 1 + (limit.get("value") or 0) + place % 7
    # Every eighth office lacks something, so that findings are placed too.
    if place % 8 == 0:
        del standard["fee"], data["maklumat"]["signer"]
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode()


def _check(contents: list[bytes]) -> None:
    for content in contents:
        check_reading(read_data(content), as_of=_DAY)


def _parse(contents: list[bytes]) -> None:
    for content in contents:
        read(content, "kantor.yaml")


def ratios() -> Iterator[Ratio]:
    """Compare structure and rules with parsing, the dearest rule with all, and the memory."""
    contents = texts()
    size = sum(map(len, contents)) // len(contents)
    whole = ratio(lambda: _check(contents), lambda: _parse(contents))
    yield Ratio(f"structure and rules of {_OFFICES} x {size} B : parsing alone", whole - 1, 1.5)
    yield _dearest(contents)
    yield Ratio(
        f"peak memory of {_OFFICES} offices : that of {_FEW}",
        _peak(contents) / _most_of_few(contents),
        1.2,
    )


def _dearest(contents: list[bytes]) -> Ratio:
    """Time each rule by itself; the share is that of the whole run, parsing included."""
    readings = [read_data(content) for content in contents]
    rules = standard_rulebook()
    started = time.perf_counter()
    _check(contents)
    whole = time.perf_counter() - started
    spent: Counter[str] = Counter()
    for reading in readings:
        context = Context(definition=reading.definition, as_of=_DAY)
        _ = context.citing  # walking the texts serves many rules and is no cost of one
        for one in rules.functions.values():
            begun = time.perf_counter()
            if one.applies is None or one.applies(context):
                list(one.find(context))
            spent[one.id] += time.perf_counter() - begun  # type: ignore[assignment]
    ((name, most),) = spent.most_common(1)
    return Ratio(f"dearest rule, {name} : whole run", most / whole, 0.05)


def _most_of_few(contents: list[bytes]) -> int:
    """Return the most memory that any few of them take.

    A table of remembered texts that is made anew now and then shows in the peak of those few that
    it happens under, and among all it always happens.
    """
    return max(_peak(contents[start : start + _FEW]) for start in range(0, len(contents), _FEW))


def _peak(contents: list[bytes]) -> int:
    """Return the most memory that checking some definitions, one after the other, takes."""
    tracemalloc.start()
    _check(contents)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    for measured in ratios():
        print(measured)
