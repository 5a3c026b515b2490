"""Whatever somebody gives to the command: a sentence, a place, a remedy, and nothing broken."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape, node_classes, shapes

Pst = Callable[..., Any]
SECONDS = 5
MEGABYTES = 500
MEASURED = """
import sys, time
from pst_standards.cli import main

code = main(sys.argv[1:])
sys.stdout.flush()
try:  # what getrusage tells begins with the memory of the process that starts this one
    with open("/proc/self/status", encoding="ascii") as status:
        peak = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
except OSError:
    peak = 0
print(f"{time.process_time():.2f} {peak:.0f}", file=sys.stderr)
sys.exit(code)
"""


class Measured(NamedTuple):
    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


def measured(*arguments: str | Path) -> Measured:
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *map(str, arguments)], capture_output=True, check=False
    )
    *err, last = done.stderr.decode().splitlines()
    seconds, megabytes = map(float, last.split())
    return Measured(done.returncode, done.stdout.decode(), "\n".join(err), seconds, megabytes)


def deep_yaml(levels: int) -> str:
    return "\n".join(" " * level + "a:" for level in range(levels))


def laughs() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += (f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30))
    return "\n".join(lines)


def word_file() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return target.getvalue()


FAULTY: dict[str, bytes] = {
    "an open bracket": b"office: [1, 2\n",
    "tabs": b"office:\n\tname: x\n",
    "a Word file": word_file(),
    "binary": bytes(range(256)),
    "a plain text": b"Standar pelayanan kami\n",
    "a list": b"- office\n- services\n",
    "broken JSON": b'{"office": ',
    "an unknown encoding": "office: {name: Brébès}".encode("latin-1"),
    "nothing": b"",
    "only a remark": b"# belum diisi\n",
    "only a document mark": b"---\n",
}
HOSTILE: dict[str, bytes] = {
    "more than 5 MB": b"# " + b"x" * 5_000_000,
    "10,000 levels of brackets": b"office: " + b"[" * 10_000 + b"]" * 10_000,
    "10,000 levels of braces": b"office: " + b"{a: " * 10_000 + b"}" * 10_000,
    "10,000 levels of indents": deep_yaml(10_000).encode(),
    "10,000 levels of JSON": b'{"a": ' * 10_000 + b"1" + b"}" * 10_000,
    "a billion laughs": laughs().encode(),
}
UNUSABLE = FAULTY | HOSTILE


def refused(ended: Any) -> bool:
    said = ("kantor.yaml", "DEF-0", "Perbaikan: ")
    return ended.code == 2 and all(word in ended.out for word in said)


@pytest.mark.parametrize("name", FAULTY)
def test_what_is_no_definition_is_refused_with_place_and_remedy(
    pst: Pst, name: str, tmp_path: Path
) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_bytes(FAULTY[name])
    ended = pst("check", file)
    assert refused(ended)
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_refused_in_seconds_and_with_little_memory(
    name: str, tmp_path: Path
) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_bytes(HOSTILE[name])
    ended = measured("check", file)
    assert refused(ended)
    assert "Traceback" not in ended.err
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES


@pytest.mark.parametrize("name", UNUSABLE)
def test_it_is_refused_on_standard_input_too(pst: Pst, name: str) -> None:
    ended = pst("check", "-", "--format", "json", stdin=UNUSABLE[name])
    assert ended.code == 2
    report = json.loads(ended.out)
    assert report["inputs"] == ["-"]
    assert report["summary"]["error"] >= 1
    assert report["coverage"]["checked"] == []
    assert all(found["message"] and found["hint"] for found in report["findings"])


@pytest.mark.parametrize("command", ["show", "build"])
@pytest.mark.parametrize("name", ["nothing", "an open bracket", "a billion laughs"])
def test_other_commands_refuse_it_and_write_nothing(
    pst: Pst, command: str, name: str, tmp_path: Path
) -> None:
    file, out = tmp_path / "kantor.yaml", tmp_path / "out"
    file.write_bytes(UNUSABLE[name])
    ended = pst(command, file, *(["--out", out] if command == "build" else []))
    assert (ended.code, ended.out) == (2, "")
    assert "kantor.yaml" in ended.err
    assert "  → " in ended.err
    assert not out.exists()


def test_a_missing_file_is_named(pst: Pst, tmp_path: Path) -> None:
    ended = pst("check", tmp_path / "tidak-ada.yaml")
    assert ended.code == 2
    assert "tidak-ada.yaml" in ended.out
    assert "Perbaikan: " in ended.out


def test_an_empty_folder_is_named(pst: Pst, tmp_path: Path) -> None:
    ended = pst("check", tmp_path)
    assert ended.code == 2
    assert "pst init" in ended.out


@pytest.mark.parametrize("inside", [False, True])
def test_a_link_that_leads_to_itself_is_named(tmp_path: Path, *, inside: bool) -> None:
    link = tmp_path / "kantor.yaml"
    try:
        link.symlink_to(link)
    except OSError:
        pytest.skip("this system makes no links")
    ended = measured("check", tmp_path if inside else link)
    assert ended.code == 2
    assert "kantor.yaml" in ended.out
    assert "Traceback" not in ended.err


def test_a_folder_that_links_to_itself_is_no_trap(pst: Pst, tmp_path: Path) -> None:
    (tmp_path / "kantor.yaml").write_text("lang: id\n", encoding="utf-8")
    try:
        (tmp_path / "sama.yaml").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    ended = pst("check", tmp_path)
    assert ended.code in {1, 2}
    assert "Program ini gagal" not in ended.err


@pytest.mark.unmeasured
def test_a_file_full_of_unknown_keys_is_told_in_time(tmp_path: Path) -> None:
    file = tmp_path / "kantor.yaml"
    file.write_text("".join(f"kunci{n:06}: x\n" for n in range(200_000)), encoding="utf-8")
    ended = measured("check", file)
    assert ended.code == 1
    assert "DEF-015" in ended.out
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES


def report_of(pst: Pst, *arguments: str | Path, code: int = 1) -> dict[str, Any]:
    ended = pst("check", *arguments, "--format", "json")
    assert ended.code == code, ended
    report: dict[str, Any] = json.loads(ended.out)
    return report


def only(report: dict[str, Any], rule: str) -> dict[str, Any]:
    (found,) = (found for found in report["findings"] if found["rule"] == rule)
    assert found["message"]
    assert found["hint"]
    return dict(found)


def test_two_files_that_give_one_key_are_both_named(pst: Pst, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("office: {code: '3329'}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("lang: id\noffice: {}\n", encoding="utf-8")
    found = only(report_of(pst, tmp_path), "DEF-014")
    assert found["file"].endswith("b.yaml")
    assert found["line"] == 2
    assert "a.yaml:1" in found["message"]


def test_definitions_that_extend_each_other_are_found(pst: Pst, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: ./b.yaml\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("lang: id\nextends: ./a.yaml\n", encoding="utf-8")
    found = only(report_of(pst, tmp_path / "a.yaml"), "DEF-021")
    assert (found["file"].endswith("b.yaml"), found["line"]) == (True, 2)
    assert "berputar" in found["message"]


@pytest.mark.parametrize("name", ["bps/2019", "./tidak-ada.yaml", "../../../etc/passwd.yaml"])
def test_a_base_that_is_not_there_is_named_with_its_line(
    pst: Pst, tmp_path: Path, name: str
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"lang: id\nextends: {name}\n", encoding="utf-8")
    found = only(report_of(pst, file), "DEF-021")
    assert found["line"] == 2
    assert name in found["message"]


def test_a_day_that_does_not_exist_is_named(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text('lang: id\nmaklumat:\n  date: "2026-02-31"\n', encoding="utf-8")
    found = only(report_of(pst, file), "DEF-018")
    assert (found["line"], found["column"], found["pointer"]) == (3, 9, "/maklumat/date")
    assert "2026-02-31" in found["message"]


def test_a_fee_below_zero_is_named(pst: Pst, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    text = "standards:\n  - id: a\n    fee:\n      items:\n        - amount: -5000\n"
    file.write_text(text, encoding="utf-8")
    found = only(report_of(pst, file), "DEF-019")
    assert (found["line"], found["pointer"]) == (5, "/standards/0/fee/items/0/amount")
    assert "-5000" in found["message"]


def text_fields(cls: type) -> dict[str, Shape]:
    return {
        name: shape
        for name, shape in shapes(cls).items()
        if shape.kind == "text" or shape.type is str or (shape.item and shape.item.kind == "text")
    }


def paths(cls: type = Definition, seen: tuple[type, ...] = ()) -> Iterator[tuple[type, Any]]:
    """Yield each class of the model with a function that wraps its data into a definition."""
    yield cls, lambda data: data
    for name, shape in shapes(cls).items():
        inner = shape.item or shape
        if inner.kind != "node" or inner.type in (*seen, cls):
            continue
        needed = {"id": "x"} if "id" in shapes(cls) and cls is not Definition else {}
        for found, wrap in paths(inner.type, (*seen, cls)):

            def wrapped(
                data: Any,
                *,
                name: str = name,
                wrap: Any = wrap,
                many: bool = bool(shape.item),
                needed: dict[str, str] = needed,
            ) -> Any:
                part = wrap(data)
                return {**needed, name: [part] if many else part}

            yield found, wrapped


def one_path_to_each_class() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for cls, wrap in paths():
        if text_fields(cls):
            found.setdefault(cls.__name__, (cls, wrap))
    return found


CLASSES = one_path_to_each_class()


def test_every_class_with_a_text_is_reached() -> None:
    wanted = {cls.__name__ for cls in node_classes(Definition) if text_fields(cls)}
    assert wanted - set(CLASSES) <= {"Text", "Mark"}
    assert len(CLASSES) > 40


@pytest.mark.parametrize(
    ("bad", "rule"),
    [
        ("<script>alert(1)</script>", "DEF-029"),
        ("satu\x07dua", "DEF-008"),
        ("\u202edua", "DEF-008"),
    ],
)
@pytest.mark.parametrize("name", CLASSES)
def test_markup_and_hidden_characters_are_found_in_every_text(
    pst: Pst, name: str, bad: str, rule: str
) -> None:
    cls, wrap = CLASSES[name]
    fields = text_fields(cls)
    data = {key: [bad] if shape.item else bad for key, shape in fields.items()}
    if "id" in shapes(cls):
        data["id"] = "x"
    definition = json.dumps(wrap(data)).encode()
    ended = pst("check", "-", "--format", "json", stdin=definition)
    assert ended.code == 1
    report = json.loads(ended.out)
    found = {place["pointer"] for place in report["findings"] if place["rule"] == rule}
    named = {step for pointer in found for step in pointer.split("/")}
    assert set(fields) - named == set()
    assert bad not in "".join(place["message"] for place in report["findings"]) or rule == "DEF-029"
