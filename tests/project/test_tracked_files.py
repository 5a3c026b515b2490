from __future__ import annotations

import re
from collections import Counter
from pathlib import Path, PurePosixPath

# Written in two pieces, so that this file does not hold what it looks for.
NOT_OURS = re.compile(
    "|".join(
        (
            "/wo" + "rk/",
            "/ro" + "ot/",
            "index-" + "url",
            "//regis" + r"try\.",
            r"npm" + r"js\.",
            r"pypi" + r"\.org",
            r"python" + r"hosted\.",
        )
    )
)
RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789"),
}
NOT_IN_A_WINDOWS_NAME = set('<>:"\\|?*')


def names(root: Path, files: tuple[Path, ...]) -> list[PurePosixPath]:
    return [PurePosixPath(file.relative_to(root).as_posix()) for file in files]


def test_no_file_names_a_machine_or_a_registry(root: Path, tracked: tuple[Path, ...]) -> None:
    found = {
        file.relative_to(root).as_posix(): match.group()
        for file in tracked
        if (match := NOT_OURS.search(file.read_bytes().decode("latin-1")))
    }
    assert found == {}


def test_every_name_can_be_checked_out_on_windows(root: Path, tracked: tuple[Path, ...]) -> None:
    refused = [
        str(name)
        for name in names(root, tracked)
        for part in name.parts
        if part.partition(".")[0].lower() in RESERVED
        or NOT_IN_A_WINDOWS_NAME & set(part)
        or part[-1] in ". "
    ]
    assert refused == []


def test_no_two_names_differ_by_case_alone(root: Path, tracked: tuple[Path, ...]) -> None:
    counted = Counter(str(name).lower() for name in names(root, tracked))
    assert [name for name, times in counted.items() if times > 1] == []


def test_what_we_write_ends_lines_with_a_line_feed(root: Path, tracked: tuple[Path, ...]) -> None:
    ours = {".py", ".md", ".toml", ".po", ".json", ".mjs", ".csv"}
    found = [
        file.relative_to(root).as_posix()
        for file in tracked
        if file.suffix in ours and "bytes" not in file.parts and b"\r" in file.read_bytes()
    ]
    assert [name for name in found if not name.startswith("examples/invalid/")] == []


LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def test_every_link_of_a_page_leads_somewhere(root: Path, tracked: tuple[Path, ...]) -> None:
    lost = [
        f"{file.relative_to(root).as_posix()}: {target}"
        for file in tracked
        if file.suffix == ".md"
        for target in LINK.findall(file.read_text(encoding="utf-8"))
        if not (file.parent / target).exists()
    ]
    assert lost == []
