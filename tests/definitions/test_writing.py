from __future__ import annotations

import errno
import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from pst_standards.definitions import writing
from pst_standards.definitions.errors import OutputError
from pst_standards.definitions.reading import read
from pst_standards.definitions.writing import dump_json, dump_yaml, make_folder, write_atomically
from pst_standards.findings import Finding
from pst_standards.messages import text as message


@pytest.fixture(params=["libyaml", "pure"])
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    writing._dumper.cache_clear()
    if request.param == "pure":
        monkeypatch.setattr(yaml, "__with_libyaml__", False)


allowed = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]).filter(
    lambda char: char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff"
)
words = st.sampled_from(
    [*("layanan", "pemohon", "no", "012", "null", "true"), *":-#'\"&*!|>%@`~[]{},"]
)
texts = (
    st.text(allowed | st.sampled_from("\n\t "), max_size=40)
    | st.lists(words, max_size=40).map(" ".join)
    | st.lists(words | st.just("\n"), max_size=12).map(" ".join)
    | st.from_regex(r"[-+.:_/0-9eExob~]{1,8}", fullmatch=True)
    | st.sampled_from(["no", "Yes", "OFF", "n", "012", "0o7", "0b1", "12:30", "2024-01-31", "1e3"])
    | st.sampled_from(
        ["null", "~", "", " ", "=", "<<", "-", "?", "...", "---", "a: b", "a #b", "\n"]
    )
    | st.sampled_from(
        [".inf", ".NaN", "1_0", "2024-01-31T10:00:00Z", "\n a", "a\n ", " a\n\nb", "\ta"]
    )
)
numbers = st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False)
data = st.dictionaries(
    texts,
    st.recursive(
        st.none() | st.booleans() | numbers | texts,
        lambda part: st.lists(part, max_size=4) | st.dictionaries(texts, part, max_size=4),
        max_leaves=15,
    ),
    max_size=5,
)


@pytest.mark.usefixtures("library")
class TestYaml:
    @pytest.mark.unmeasured
    @given(given_data=data)
    def test_what_was_written_reads_back_as_it_was(self, given_data: dict[str, Any]) -> None:
        content = read(dump_yaml(given_data), "a.yaml")
        assert json.dumps(content.data) == json.dumps(given_data)
        assert content.findings == ()

    @pytest.mark.unmeasured
    @given(given_data=data)
    def test_readers_of_yaml_1_1_and_1_2_see_the_same(self, given_data: dict[str, Any]) -> None:
        text = dump_yaml(given_data)
        assert json.dumps(yaml.safe_load(text)) == json.dumps(given_data)
        assert json.dumps(YAML(typ="safe", pure=True).load(text)) == json.dumps(given_data)

    def test_layout(self) -> None:
        value = {
            "b": "Permohonan data mikro",
            "a": {"id": "satu\n\ndua", "hours": ["08:00", "15.30"], "phone": "0298-591129"},
            "list": [{"x": 1, "y": None}, [True, 1.0], [], {}],
        }
        assert dump_yaml(value) == (
            "b: Permohonan data mikro\n"
            "a:\n"
            "  id: |-\n"
            "    satu\n"
            "\n"
            "    dua\n"
            "  hours:\n"
            "  - '08:00'\n"
            "  - '15.30'\n"
            "  phone: '0298-591129'\n"
            "list:\n"
            "- x: 1\n"
            "  y: null\n"
            "- - true\n"
            "  - 1.0\n"
            "- []\n"
            "- {}\n"
        )

    def test_long_texts_are_wrapped(self) -> None:
        text = dump_yaml({"a": "pelayanan statistik terpadu " * 20})
        assert max(map(len, text.splitlines())) < 110

    def test_values_used_twice_are_written_twice(self) -> None:
        part = {"x": [1]}
        assert dump_yaml({"a": part, "b": part}) == "a:\n  x:\n  - 1\nb:\n  x:\n  - 1\n"

    @pytest.mark.parametrize("number", [float("nan"), float("inf")])
    def test_numbers_that_are_not_finite_are_refused(self, number: float) -> None:
        with pytest.raises(ValueError, match=str(number)):
            dump_yaml({"a": number})

    @pytest.mark.parametrize("value", [{1}, object(), b"a", Path()])
    def test_other_things_are_refused(self, value: object) -> None:
        with pytest.raises(TypeError, match=type(value).__name__):
            dump_yaml({"a": [value]})

    def test_tuples_are_lists(self) -> None:
        assert dump_yaml({"a": (1, 2)}) == "a:\n- 1\n- 2\n"

    def test_a_single_value_is_one_line(self) -> None:
        assert dump_yaml("ya") == "ya\n"


@given(given_data=data)
def test_json_reads_back_as_it_was(given_data: dict[str, Any]) -> None:
    text = dump_json(given_data)
    assert json.dumps(read(text, "a.json").data) == json.dumps(given_data)
    assert text.endswith("}\n")


def test_json_keeps_letters_and_order() -> None:
    assert dump_json({"b": "“é”", "a": []}) == '{\n  "b": "“é”",\n  "a": []\n}\n'


def test_json_refuses_numbers_that_are_not_finite() -> None:
    with pytest.raises(ValueError, match="nan"):
        dump_json({"a": float("nan")})


def finding_of(
    path: Path | str, work: Callable[[Path | str], None] = lambda path: write_atomically(path, b"x")
) -> Finding:
    with pytest.raises(OutputError) as caught:
        work(path)
    (finding,) = caught.value.findings
    for lang in ("id", "en"):
        assert message("definition", finding.message_key, lang, finding.params)
        assert message("definition", f"{finding.message_key}.hint", lang, finding.params)
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert copy.findings == (finding,)
    assert finding.location.file == Path(path).as_posix()
    return finding


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    write_atomically(target, b"satu\r\n")
    write_atomically(str(target), b"dua\n")
    assert target.read_bytes() == b"dua\n"
    assert list(tmp_path.iterdir()) == [target]


def test_the_rights_of_an_existing_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    target.write_bytes(b"")
    target.chmod(0o640)
    before = target.stat().st_mode
    write_atomically(target, b"dua\n")
    assert target.stat().st_mode == before


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.html", tmp_path / "link.html"
    link.symlink_to(target)
    write_atomically(link, b"dua\n")
    assert link.is_symlink()
    assert target.read_bytes() == b"dua\n"


@pytest.mark.parametrize(
    ("step", "code", "variant"),
    [
        ("open", errno.EACCES, "permission"),
        ("open", errno.EROFS, "permission"),
        ("open", errno.ENAMETOOLONG, "failed"),
        ("fsync", errno.ENOSPC, "full"),
        ("fsync", errno.EFBIG, "too_large"),
        ("fsync", errno.EIO, "failed"),
        ("replace", errno.EACCES, "busy"),
        ("replace", errno.ENOSPC, "full"),
        ("replace", errno.EISDIR, "folder"),
    ],
)
def test_what_fails_is_told_and_leaves_the_old_file(
    step: str, code: int, variant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.html"
    target.write_bytes(b"lama")

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    really_open = Path.open

    def open_for_failure(path: Path, mode: str = "r", **more: Any) -> Any:
        if mode != "xb":
            return really_open(path, mode, **more)
        if step == "open":
            fail()
        stream = really_open(path, mode)
        stream.write(b"half")
        return stream

    monkeypatch.setattr(Path, "open", open_for_failure)
    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    if step == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    finding = finding_of(target)
    monkeypatch.undo()
    assert (finding.message_key, finding.severity.value) == (f"DEF-011.{variant}", "error")
    assert target.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where the system has /dev/full")
def test_a_disk_that_is_really_full_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = Path.open

    def open_the_full_disk(path: Path, mode: str = "r", **more: Any) -> Any:
        if mode != "xb":
            return really_open(path, mode, **more)
        really_open(path, mode).close()
        return really_open(Path("/dev/full"), "wb")

    monkeypatch.setattr(Path, "open", open_the_full_disk)
    assert finding_of(tmp_path / "a.html").variant == "full"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="root, and Windows, do not mind the rights of a folder",
)
def test_a_folder_without_write_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert finding_of(tmp_path / "a.html").variant == "permission"


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    assert finding_of(tmp_path).variant == "folder"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert finding_of(tmp_path / "nowhere" / "a.html").variant == "missing_folder"


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    # Windows calls a path through a file a missing path.
    variant = finding_of(tmp_path / "file" / "a.html").variant
    assert variant == ("missing_folder" if os.name == "nt" else "not_a_folder")


@pytest.mark.parametrize(
    "name",
    ["CON", "nul.html", "Aux.tar.gz", "com1", "LPT9.docx", "prn .txt", "a.", "a ", "a:b", "what?"],
)
def test_names_that_windows_does_not_allow_are_refused_everywhere(
    name: str, tmp_path: Path
) -> None:
    finding = finding_of(tmp_path / name)
    assert (finding.variant, finding.params["name"]) == ("reserved_name", name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["console.html", "com.html", "lpt10", "nul_", ".hidden", "a b"])
def test_names_that_only_resemble_those_are_allowed(name: str, tmp_path: Path) -> None:
    write_atomically(tmp_path / name, b"")
    assert (tmp_path / name).is_file()


@pytest.mark.parametrize("path", ["a\x00b/c.html", "c\x00.html"])
def test_a_path_that_no_system_has_is_refused(path: str) -> None:
    assert finding_of(path).variant == "reserved_name"


def test_a_leftover_that_cannot_be_removed_does_not_hide_the_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(Path, "replace", fail)
    monkeypatch.setattr(Path, "unlink", fail)
    assert finding_of(tmp_path / "a.html").variant == "busy"


def test_a_folder_is_made_with_those_around_it(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert finding_of(tmp_path / "file", make_folder).variant == "not_a_folder"
    assert finding_of(tmp_path / "nul", make_folder).variant == "reserved_name"
