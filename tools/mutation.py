"""Break the rules on purpose and see whether the tests notice: ``python tools/mutation.py``.

Mutmut changes one small thing at a time in the modules below ``rules/`` and runs the tests of that
module. The share of changes that some test noticed is printed for each module and for all; below
90 % the exit code is 1. A run over everything takes a few hours on two cores, so it
is no part of tools/test.py; name modules to look at those alone: ``tools/mutation.py checks/fees``.
Needs a system that can fork, as mutmut does, and the group ``mutation`` of pyproject.toml.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from pst_standards import rules

ROOT: Final = Path(__file__).resolve().parents[1]
RULES: Final = ROOT / "src" / "pst_standards" / "rules"
TESTS: Final = ROOT / "tests" / "rules"
WORK: Final = ROOT / ".cache" / "mutation"
_NEEDED: Final = ("src", "tests", "docs", "examples", "schemas", "tools", "README.md")
_LEAST: Final = 0.9
# Pytest ends like that of a user who interrupts it where the tests of a change can't be collected.
_INTERRUPTED: Final = "check_was_interrupted_by_user"
_NOTICED: Final = ("killed", "timeout", "suspicious", "segfault", _INTERRUPTED)
# What mutmut says where it can change nothing, and where no test calls what it changed.
_NOTHING_TO_DO: Final = "could not find any test case"
# Modules whose tests stand in for those of a module that they import: more would take too long.
_ENOUGH: Final = 12
_NAMED: Final = (ast.FunctionDef, ast.ClassDef)
_CONFIG: Final = """

[tool.mutmut]
source_paths = ["src/"]
only_mutate = {only}
also_copy = {copied}
process_isolation = "forkserver"
pytest_add_cli_args = {arguments}
pytest_add_cli_args_test_selection = {selection}
"""


class Outcome(NamedTuple):
    """How many changes to a module some test noticed, of how many."""

    module: str
    noticed: int
    made: int

    @property
    def share(self) -> float:
        """The part that was noticed; all of it where nothing could be changed."""
        return self.noticed / self.made if self.made else 1.0

    def __str__(self) -> str:
        return f"{self.share:7.1%}  {self.noticed:5} of {self.made:5}  {self.module}"


def modules(chosen: Sequence[str]) -> Iterator[Path]:
    """Yield the modules below ``rules/`` that were named, all of them unless some were."""
    for file in sorted(RULES.rglob("*.py")):
        name = file.relative_to(RULES).with_suffix("").as_posix()
        if file.name != "__init__.py" and (not chosen or name in chosen):
            yield file


def tests_of(module: Path) -> list[str]:
    """Return the tests of a module: its own examples, those of its rules, and test files.

    The files are that of its name (``test_html`` for ``html_report``) and those that import it.
    Where there is none of its name, those join them that import what ``pst_standards.rules`` gives
    out of it, and those that name one of its rules. Where there is none at all, the tests of the
    modules that import it stand in.
    """
    found = [*_examples(_ids(module)), *_files(module)]
    if not found:
        users = [file for file in modules(()) if _dotted(module) in _imports(file)][:_ENOUGH]
        found = [test for user in users for test in (*_files(user), *_examples(_ids(user)))]
    return [*dict.fromkeys((*_shown(module), *found))]


def _shown(module: Path) -> Iterator[str]:
    """Yield the examples that a module shows; mutmut's copies of its functions repeat them."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    parts = [(node, node.name) for node in tree.body if isinstance(node, _NAMED)]
    for part, name in parts:
        if ">>>" in (ast.get_docstring(part) or ""):
            yield f"{_named(module)}::{_dotted(module)}.{name}"
        if isinstance(part, ast.ClassDef):
            inner = (node for node in part.body if isinstance(node, _NAMED))
            parts.extend((node, f"{name}.{node.name}") for node in inner)


def _named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _ids(module: Path) -> list[str]:
    return re.findall(r'id="([A-Z]+-\d{3})"', module.read_text(encoding="utf-8"))


def _dotted(module: Path) -> str:
    return ".".join(module.relative_to(ROOT / "src").with_suffix("").parts)


def _files(module: Path) -> list[str]:
    """Return the test files that are about a module, those of its name first."""
    dotted, files = _dotted(module), _test_files()
    names = {f"test_{module.stem}", f"test_{module.stem.removesuffix('_report')}"}
    own = [file for file in files if file.stem in names]
    users = [file for file in files if dotted in _imports(file)]
    if not own:
        users += [file for file in files if dotted in _given_out(file)]
        users += _of_rules(_ids(module))
    return [_named(file) for file in (*own, *users)]


@cache
def _test_files() -> list[Path]:
    return sorted(TESTS.rglob("test_*.py"))


@cache
def _imports(file: Path) -> frozenset[str]:
    """Return the dotted names of what a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update((node.module or "", *(f"{node.module}.{one.name}" for one in node.names)))
    return frozenset(found)


def _given_out(file: Path) -> set[str]:
    """Return the modules behind the names that a file imports from the package of the rules."""
    homes = {f"{rules.__name__}.{name}": getattr(rules, name).__module__ for name in rules.__all__}
    return {homes[name] for name in _imports(file) & homes.keys()}


def _examples(ids: Sequence[str]) -> Iterator[str]:
    """Yield the tests that run the examples of some rules in the catalogue."""
    file = "tests/rules/test_rows.py"
    rows = [rules.catalogue()[name] for name in ids]
    for area in dict.fromkeys(row.area for row in rows):
        yield f"{file}::test_the_findings_of_the_examples_are_as_they_were[{area}]"
    for row in rows:
        yield f"{file}::test_the_passing_example_is_not_found[{row.id}]"
        shown = {row.id: row.fails}
        shown |= {f"{row.id}.{name}": part.fails for name, part in row.variants.items()}
        for name in filter(shown.get, shown):
            yield f"{file}::test_the_failing_example_is_found[{name}]"


def _of_rules(ids: Sequence[str]) -> list[Path]:
    """Return the test files that name one of some rules."""
    named = re.compile("|".join(ids) or "(?!)")
    left_out = {"test_rule_reference", "test_catalogue", "test_properties", "test_rows"}
    return [
        file
        for file in _test_files()
        if file.stem not in left_out and named.search(file.read_text(encoding="utf-8"))
    ]


def resting_on(module: Path) -> set[str]:
    """Return the modules of the package that import a module, or one that does, and itself."""
    found = {_dotted(module)}
    files = {_dotted(file): _imports(file) for file in (ROOT / "src").rglob("*.py")}
    while more := {name for name, used in files.items() if used & found} - found:
        found |= more
    return found


def measure(module: Path) -> Outcome:
    """Change a module in every way that mutmut knows, in a copy of the project."""
    _copy(module)
    for command in ("run", "export-cicd-stats"):
        _mutmut(command, module)
    file = WORK / "mutants" / "mutmut-cicd-stats.json"
    counts = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    noticed = sum(counts.get(name, 0) for name in _NOTICED)
    return Outcome(module.relative_to(RULES).as_posix(), noticed, counts.get("total", 0))


def _mutmut(command: str, module: Path) -> None:
    script = Path(sys.executable).with_name("mutmut")
    env = {
        **os.environ,
        "HYPOTHESIS_PROFILE": "short",
        "PYTHONPATH": os.pathsep.join((str(WORK / "tools"), os.environ.get("PYTHONPATH", ""))),
        "PST_FORGET": " ".join(sorted(resting_on(module))),
    }
    log = WORK / f"{command}.log"
    with log.open("w", encoding="utf-8") as out:
        ended = subprocess.run(
            [script, command], cwd=WORK, env=env, check=False, stdout=out, stderr=out
        )
    if ended.returncode and _NOTHING_TO_DO not in log.read_text(encoding="utf-8"):
        sys.exit(f"mutmut {command} failed for {module.name}: see {log}")


def _copy(module: Path) -> None:
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    for name in _NEEDED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, WORK / name)
    config = _CONFIG.format(
        only=json.dumps([module.relative_to(ROOT).as_posix()]),
        copied=json.dumps([name for name in _NEEDED if name not in {"src", "tests"}]),
        arguments=json.dumps(["-p", "no:cacheprovider", "-p", "forgetting", "-x", "-q"]),
        selection=json.dumps(tests_of(module)),
    )
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (WORK / "pyproject.toml").write_text(project + config, encoding="utf-8", newline="\n")


def survivors() -> str:
    """Return what mutmut says of the changes to the last module that no test noticed."""
    script = Path(sys.executable).with_name("mutmut")
    names = re.findall(
        r"^\s*(\S+): (?:survived|no tests|not checked)", _said(script, "results"), re.MULTILINE
    )
    return "\n".join(_said(script, "show", name) for name in names)


def _said(*command: str | Path) -> str:
    ended = subprocess.run(command, cwd=WORK, check=False, capture_output=True, text=True)
    return ended.stdout


def main(argv: Sequence[str] | None = None) -> int:
    """Measure the modules that were named, print what came of it, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="such as checks/fees")
    parser.add_argument("--show", action="store_true", help="show the changes nobody noticed")
    options = parser.parse_args(argv)
    outcomes: list[Outcome] = []
    for module in modules(options.modules):
        outcomes.append(measure(module))
        print(outcomes[-1], flush=True)
        if options.show:
            print(survivors(), flush=True)
    whole = Outcome(
        "together", sum(one.noticed for one in outcomes), sum(one.made for one in outcomes)
    )
    print(whole)
    return 0 if whole.share >= _LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
