from __future__ import annotations

from pathlib import Path

import pytest
from readers.blocks import sections
from readers.edits import PageError, filled_in, patched
from readers.reader import Reader
from readers.shown import fits, renewed

pytestmark = pytest.mark.slow


def test_what_a_section_tells_to_do_works_and_shows_what_it_says(
    page: Path, section: int, tmp_path: Path
) -> None:
    reader = Reader(tmp_path)
    reader.follow(sections(page.read_text(encoding="utf-8"))[section])
    stale = {line: "\n".join(shown) for line, shown in reader.stale.items()}
    assert stale == {}, "run tools/pages.py and read what changed"


SAMPLE = """\
# A page

<!-- pst: exit=1 -->
```doscon
C:\\pst> pst check contoh.yaml
...
Dasar: somewhere
```
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "contoh.yaml").write_text("stage: draft\n", encoding="utf-8")
    return tmp_path


def follow(page: str, folder: Path) -> dict[int, list[str]]:
    reader = Reader(folder)
    for part in sections(page):
        reader.follow(part)
    return reader.stale


def test_a_page_that_shows_what_is_not_said_is_found(folder: Path) -> None:
    assert list(follow(SAMPLE, folder)) == [4]
    assert follow(SAMPLE.replace("Dasar: somewhere", "..."), folder) == {}


def test_a_command_that_ends_otherwise_is_found(folder: Path) -> None:
    with pytest.raises(PageError, match="ends with 1"):
        follow(SAMPLE.replace("exit=1", "exit=0"), folder)


def test_a_command_that_nobody_vouches_for_is_refused(folder: Path) -> None:
    with pytest.raises(PageError, match="format"):
        follow("```sh\nformat C:\n```\n", folder)


def test_lines_are_filled_in_where_the_file_has_their_key() -> None:
    file = ["office:  # Kantor", "  #phone: (000)  # Telepon", "  head:", "    #name: X"]
    shown = ["office:", "...", "  phone: (0283) 1", "  head:", "    name: Y", "    rank: Z"]
    assert filled_in(file, shown, {6}) == [shown[0], *shown[2:]]
    with pytest.raises(PageError, match="rank"):
        filled_in(file, shown, set())


def test_what_a_page_says_of_a_key_is_what_the_file_says() -> None:
    with pytest.raises(PageError, match="Telepon"):
        filled_in(["#phone: 0  # Telepon"], ["phone: 1  # Nomor"], set())


def test_items_are_told_apart_by_their_ids() -> None:
    file = ["list:", "  #- {id: a, x: 1}", "  #- {id: b, x: 1}"]
    assert filled_in(file, ["  - {id: b, x: 2}"], set())[2] == "  - {id: b, x: 2}"


def test_a_difference_is_applied_where_its_context_stands() -> None:
    assert patched(["a", "b", "c"], [" a", "-b", "+d"]) == ["a", "d", "c"]
    with pytest.raises(PageError, match="no such line"):
        patched(["a"], ["-b"])


def test_what_is_left_out_may_be_anything_and_nothing_else_may() -> None:
    assert fits(["a", "...", "d", ""], ["a", "b", "c", "d"])
    assert not fits(["a", "d"], ["a", "b", "d"])
    assert not fits(["a.c"], ["abc"])


def test_a_renewed_block_keeps_what_it_leaves_out() -> None:
    said = ["one line", "another", "a third line is here"]
    assert renewed(["...", "a third line was here"], said) == ["...", said[2]]
    assert renewed(["..."], said) == ["..."]
