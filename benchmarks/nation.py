"""A synthetic nation, and how fast its documents are made: ``python benchmarks/nation.py``.

Every office of the table as it stood in 2020, 548 of them, has a definition of the size of the
example, over a layer of its province, over the packaged base, and the events, the recapitulation of
complaints and the answers of the example: the full set. Nobody in it is real. With ``--make
FOLDER`` only the definitions are written. ``--offices N`` takes the first so many, ``--kills N``
kills a build as often at random moments and compares what another run leaves with the files of a
clean one.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

from measuring import Ratio

from pst_standards.definitions.offices import OfficeRow, find_office, offices

_EXAMPLES: Final = Path(__file__).resolve().parents[1] / "examples"
_MODEL: Final = _EXAMPLES / "kabupaten-semarang"
_LAYER: Final = _EXAMPLES / "provinsi-jawa-tengah.yaml"
_PERIOD: Final = "2020"
_MEGABYTE: Final = 1_000_000
_OFFICES: Final = 548
_Line = TypeVar("_Line")


def write_nation(folder: Path, count: int = _OFFICES) -> int:
    """Write the definitions of the first ``count`` offices; return how many there are."""
    model = {file.name: file.read_text(encoding="utf-8") for file in _MODEL.glob("*.yaml")}
    layer, logo = _LAYER.read_text(encoding="utf-8"), (_MODEL / "logo.png").read_bytes()
    chosen = _chosen(count)
    for office in chosen:
        province = folder / office.bps_code[:2]
        home = province / office.bps_code
        home.mkdir(parents=True, exist_ok=True)
        (province / "provinsi.yaml").write_text(_of_province(layer, office), encoding="utf-8")
        (home / "logo.png").write_bytes(logo)
        for name, text in model.items():
            (home / name).write_text(_of_office(text, office), encoding="utf-8")
    return len(chosen)


def write_inputs(folder: Path, count: int = _OFFICES) -> list[str]:
    """Write what the offices counted and asked; return the options that give it to a build."""
    events, register, answers = (folder / name for name in ("events", "register", "answers"))
    for office in _chosen(count):
        shutil.copytree(_EXAMPLES / "events", events / office.bps_code)
        _copy(_EXAMPLES / "recaps" / "2025.yaml", register, office.bps_code)
        for file in (_EXAMPLES / "survey").glob("skm-2024.*"):
            _copy(file, answers, office.bps_code)
    given = ("--events", str(events), "--register", str(register), "--answers", str(answers))
    return [*given, "--as-of", "2026-01-31"]


def _copy(file: Path, folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, folder / f"{name}{file.suffix}")


def _chosen(count: int) -> list[OfficeRow]:
    return [office for office in offices() if office.period == _PERIOD][:count]


def _of_province(text: str, office: OfficeRow) -> str:
    row = find_office(f"{office.bps_code[:2]}00")
    name = (row.name if row else "").removeprefix("Provinsi ")
    return text.replace("Jawa Tengah", name).replace("../schemas", "../../schemas")


def _of_office(text: str, office: OfficeRow) -> str:
    said = {
        "../provinsi-jawa-tengah.yaml": "../provinsi.yaml",
        "0813-8594-3322": "0800-0000-0000",
        "Kabupaten Semarang": office.name,
        "semarangkab": f"kantor{office.bps_code}",
        "3322": office.bps_code,
        "kind: regency": f"kind: {office.kind.value}",
    }
    for old, new in said.items():
        text = text.replace(old, new)
    return text


def command(nation: Path, out: Path, *options: str) -> list[str]:
    """Return the command that builds a nation."""
    return [
        *(sys.executable, "-m", "pst_standards", "build", str(nation), "--out", str(out)),
        *("--quiet", *options),
    ]


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path, with what is in it."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def ratios(count: int = _OFFICES, formats: str = "docx,html") -> Iterator[Ratio]:
    """Build the nation with one process and with two, and once more with nothing changed."""
    with tempfile.TemporaryDirectory() as name:
        nation = Path(name) / "nation"
        write_nation(nation, count)
        options = ("--format", formats, *write_inputs(Path(name) / "given", count))
        alone, _ = _run(command(nation, Path(name) / "one", *options, "--jobs", "1"))
        shutil.rmtree(Path(name) / "one")
        two = Path(name) / "two"
        together, sizes = _run(command(nation, two, *options, "--jobs", "2"))
        again, _ = _run(command(nation, two, *options, "--jobs", "2"))
        yield Ratio(
            f"{count} offices as {formats} with --jobs 1 ({alone:.0f} s) : --jobs 2",
            alone / together,
            1.5,
            at_least=True,
        )
        yield Ratio(
            "percent of that for a second run with nothing changed", 100 * again / together, 5
        )
        yield Ratio("megabytes of memory at most, all processes", max(sizes), 400)
        quarter = len(sizes) // 4
        early, late = max(sizes[quarter : 2 * quarter + 1]), max(sizes[-quarter - 1 :])
        yield Ratio("memory in the last quarter : in the second", late / early, 1.1)


def _run(line: Sequence[str]) -> tuple[float, list[float]]:
    """Run a build; return its seconds, and the memory of all its processes every half second."""
    started, sizes = time.perf_counter(), [0.0]
    with subprocess.Popen(line, stdout=subprocess.DEVNULL) as process:
        done = threading.Event()
        watch = threading.Thread(target=_watch, args=(process.pid, sizes, done))
        watch.start()
        process.wait()
        done.set()
        watch.join()
    if process.returncode:
        sys.exit(f"the build ended with {process.returncode}")
    return time.perf_counter() - started, sizes


def _watch(pid: int, sizes: list[float], done: threading.Event) -> None:
    while not done.wait(0.5):
        sizes.append(sum(map(_resident, _family(pid))) / _MEGABYTE)


def _family(pid: int) -> Iterator[int]:
    """Yield a process and those that it started, where the system tells."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return
    for child in children.split():
        yield from _family(int(child))


def _resident(pid: int) -> int:
    """Return the bytes of a process in memory; what several share is told as a share of each."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(one.split()[1]) * 1024 for one in lines if one.startswith("Pss:")), 0)


def killed(count: int, kills: int, seed: int) -> Iterator[str]:
    """Kill a build at random moments, run it again, and tell what differs from a clean one."""
    chance = random.Random(seed)  # noqa: S311 - a kill need not be secret
    with tempfile.TemporaryDirectory() as name:
        nation, clean = Path(name) / "nation", Path(name) / "clean"
        write_nation(nation, count)
        options = ("--jobs", "2", *write_inputs(Path(name) / "given", count))
        _run(command(nation, clean, *options))
        expected = tree(clean)
        for number in range(kills):
            out = Path(name) / f"killed-{number}"
            line = command(nation, out, *options)
            left = _killed(line, out, chance.randrange(len(expected)), chance.uniform(0, 0.1))
            _run(line)
            same = "same" if tree(out) == expected else "DIFFERS"
            shutil.rmtree(out)
            yield f"{same}  killed with {left} of {len(expected)} files there"


def _killed(line: Sequence[str], out: Path, least: int, moment: float) -> int:
    """Kill a build a moment after so many files are there; return how many it left."""
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL)
    # What is being written comes and goes; a walk passes over a folder that is gone meanwhile.
    while process.poll() is None and sum(len(files) for _, _, files in os.walk(out)) < least:
        time.sleep(0.01)
    time.sleep(moment)
    process.kill()
    process.wait()
    return len(tree(out)) if out.exists() else 0


def main(argv: Sequence[str] | None = None) -> int:
    """Write the nation, kill builds of it, or measure; end with 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--make", type=Path, metavar="FOLDER", help="only write the definitions")
    parser.add_argument("--offices", type=int, default=_OFFICES)
    parser.add_argument("--format", default="docx,html")
    parser.add_argument("--kills", type=int, help="kill builds instead of measuring them")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args(argv)
    if options.make:
        print(write_nation(options.make, options.offices))
        return 0
    if options.kills:
        print(f"seed {options.seed}")
        lines = list(_told(killed(options.offices, options.kills, options.seed)))
        return int(any(line.startswith("DIFFERS") for line in lines))
    measured = list(_told(ratios(options.offices, options.format)))
    return int(not all(one.holds() for one in measured))


def _told(found: Iterator[_Line]) -> Iterator[_Line]:
    for one in found:
        print(one, flush=True)
        yield one


if __name__ == "__main__":
    sys.exit(main())
