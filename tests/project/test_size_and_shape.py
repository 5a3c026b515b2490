from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

LONGEST_MODULE = 400
LONGEST_FUNCTION = 45
Function = ast.FunctionDef | ast.AsyncFunctionDef
Trees = Mapping[str, ast.Module]


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def test_no_module_is_longer_than_a_reader_can_hold(root: Path, tracked: tuple[Path, ...]) -> None:
    sizes = {
        file.relative_to(root).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for file in tracked
        if file.suffix == ".py"
    }
    assert {name: size for name, size in sizes.items() if size > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_a_screen(modules: Trees) -> None:
    sizes = {
        f"{name}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for name, tree in modules.items()
        for node in functions(tree)
    }
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}


def test_every_public_name_has_a_docstring(modules: Trees) -> None:
    bare = [
        f"{name}:{node.name}"
        for name, tree in modules.items()
        for node in public_definitions(tree)
        if not ast.get_docstring(node)
    ]
    assert bare == []
    assert [name for name, tree in modules.items() if not ast.get_docstring(tree)] == []


def public_definitions(
    parent: ast.Module | ast.ClassDef,
) -> Iterator[Function | ast.ClassDef]:
    for node in parent.body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not is_overload(node):
            yield node
        if isinstance(node, ast.ClassDef):
            yield from public_definitions(node)


def is_overload(node: Function | ast.ClassDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)


def test_no_module_imports_itself_through_others(modules: Trees) -> None:
    graph = {name: set(imported_modules(tree, modules)) - {name} for name, tree in modules.items()}
    TopologicalSorter(graph).prepare()  # raises CycleError, naming the modules


def imported_modules(tree: ast.Module, known: Trees) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module in known:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in known else node.module for name in names)


def test_imports_are_absolute(modules: Trees) -> None:
    relative = [
        f"{name}:{node.lineno}"
        for name, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


POSIX_MODULES = {
    *("crypt", "fcntl", "grp", "posix", "pty", "pwd"),
    *("readline", "resource", "spwd", "syslog", "termios", "tty"),
}
POSIX_NAMES = {
    "os": {
        *("chown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getloadavg", "getuid"),
        *("killpg", "lchown", "mkfifo", "mknod", "nice", "openpty", "setsid", "setuid"),
        *("statvfs", "sync", "uname", "wait", "wait3", "wait4", "sched_getaffinity"),
    },
    "signal": {"SIGALRM", "SIGHUP", "SIGKILL", "SIGQUIT", "SIGUSR1", "SIGUSR2", "alarm"},
    "socket": {"AF_UNIX"},
    "time": {"tzset"},
}
POSIX_DATE = re.compile(r"%-[a-zA-Z]")


def posix_only(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names if alias.name in POSIX_MODULES)
            case ast.ImportFrom(module=str() as module) if module in POSIX_MODULES:
                yield module
            case ast.ImportFrom(module=str() as module, names=names):
                yield from {alias.name for alias in names} & POSIX_NAMES.get(module, set())
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                yield from (f"{owner}.{name}" for name in {name} & POSIX_NAMES.get(owner, set()))
            case ast.Constant(value=str() as text) if POSIX_DATE.search(text):
                yield text


@pytest.mark.parametrize("folder", ["src", "tools", "benchmarks"])
def test_nothing_calls_what_only_posix_has(root: Path, folder: str) -> None:
    found = {
        file.relative_to(root).as_posix(): list(posix_only(ast.parse(file.read_bytes())))
        for file in (root / folder).rglob("*.py")
    }
    assert found
    assert {name: calls for name, calls in found.items() if calls} == {}


@pytest.mark.parametrize(
    "text",
    [
        "import os\nos.fork()",
        "from os import getuid",
        "import fcntl",
        "from pwd import getpwnam",
        "import signal\nsignal.SIGKILL",
        "day.strftime('%-d')",
    ],
)
def test_a_posix_only_call_would_be_found(text: str) -> None:
    assert list(posix_only(ast.parse(text)))


def test_nothing_is_left_to_be_done_in_a_comment(root: Path, tracked: tuple[Path, ...]) -> None:
    mark = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    found = [
        file.relative_to(root).as_posix()
        for file in tracked
        if file.suffix == ".py" and mark.search(file.read_text(encoding="utf-8"))
    ]
    assert found == []
