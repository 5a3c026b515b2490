"""How fast a national change reaches 548 offices: ``python benchmarks/changes.py``.

Every office of the synthetic nation states a figure that only repeats the old base, so that all of
their files change. ``pst rebase`` with its writing and ``pst outdated`` are measured beside loading
the offices, and ``diff`` at twice, four and eight times the size of the example.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from measuring import Ratio, ratio, seconds, told
from nation import write_nation

import pst_standards
from pst_standards.cli import main
from pst_standards.definitions import Bases, read_path
from pst_standards.definitions.base_finder import packaged
from pst_standards.definitions.folders import definitions_in
from pst_standards.definitions.structure import plain
from pst_standards.exchange.changes import compare, diff

_EXAMPLE: Final = Path(__file__).resolve().parents[1] / "examples" / "kabupaten-semarang"
_NEW: Final = 'id = "bps/2099"\nversion = "1"\nreleased = 2099-01-01\n'
_FIGURE: Final = "          value: 10\n          unit: minute\n          scope: waiting\n"
_LIMITS: Final = "      limits:\n"
_COPY: Final = "        - {id: waiting-in-person, value: 10}\n"
_OFFICES: Final = 548
_TURNS: Final = 3


def ratios(count: int = _OFFICES) -> Iterator[Ratio]:
    """Measure the commands beside loading, and comparing beside the size."""
    yield from _of_sizes()
    yield from _of_commands(count)


def _of_commands(count: int) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as name:
        nation, base = Path(name) / "nation", Path(name) / "base"
        write_nation(nation, count)
        for file in nation.rglob("standar.yaml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(_LIMITS, _LIMITS + _COPY, 1), encoding="utf-8")
        _write_base(base)
        copy = Path(name) / "copy"
        times: dict[str, list[float]] = {}
        load = partial(_load, nation)
        load()
        for _ in range(_TURNS):
            shutil.copytree(nation, copy)
            times.setdefault("load", []).append(seconds(load))
            for command, place in (("outdated", nation), ("rebase", copy)):
                work = partial(_run, command, str(place), "--onto", str(base))
                times.setdefault(command, []).append(seconds(work))
            shutil.rmtree(copy)
    middle = {key: statistics.median(found) for key, found in times.items()}
    for command in ("rebase", "outdated"):
        name = f"pst {command} over {count} offices : loading them ({middle['load']:.1f} s)"
        yield Ratio(name, middle[command] / middle["load"], 3)


def _write_base(folder: Path) -> None:
    """Write the packaged base as a new one, with one figure changed."""
    shutil.copytree(str(packaged()["bps/2020"].folder), folder)
    (folder / "base.toml").write_text(_NEW, encoding="utf-8")
    file = folder / "standards.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(_FIGURE, _FIGURE.replace("10", "5"), 1), encoding="utf-8")


def _load(nation: Path) -> None:
    for place in definitions_in(nation):
        read_path(place, bases=Bases())


def _run(*arguments: str) -> None:
    """Run a command; both have something to tell here or nothing to settle, and never fail."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = main(list(arguments))
    if code not in {0, 1} or not out.getvalue():
        sys.exit(f"{arguments[0]} ended with {code}")


def _of_sizes() -> Iterator[Ratio]:
    data = plain(pst_standards.load(_EXAMPLE))
    first = _pair(data, 1)
    small = tuple(map(pst_standards.loads, first))
    for size in (2, 4, 8):
        pair = _pair(data, size)
        time = ratio(partial(diff, *pair), partial(diff, *first), size, _TURNS)
        yield Ratio(f"diff of {size} times the size : {size} times diff", time / size, 1.3)
        large = map(pst_standards.loads, pair)
        time = ratio(partial(compare, *large), partial(compare, *small), size, _TURNS)
        yield Ratio("the same with the effects of the changes", time / size, 1.3)


def _pair(data: dict[str, Any], size: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a definition with its standards so many times over, and one with all figures moved."""
    standards = [
        {**standard, "id": f"{standard['id']}-{number}" if number else standard["id"]}
        for number in range(size)
        for standard in data["standards"]
    ]
    old = {**data, "standards": standards}
    return old, {**old, "standards": _moved(standards)}


def _moved(node: Any) -> Any:
    if isinstance(node, dict):
        return {
            key: part + 1 if key == "value" and isinstance(part, int) else _moved(part)
            for key, part in node.items()
        }
    return [_moved(part) for part in node] if isinstance(node, list) else node


if __name__ == "__main__":
    sys.exit(told(ratios()))
