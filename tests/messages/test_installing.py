from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from pst_standards.messages.extras import MissingExtraError
from pst_standards.messages.installing import install_command

BY_NAME = 'pip install "pst-standards[pdf]"'


class Installed:
    """A distribution whose installer noted this."""

    def __init__(self, note: str | None) -> None:
        self.note = note

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return self.note


def noted(monkeypatch: pytest.MonkeyPatch, note: str | None) -> str:
    monkeypatch.setattr(metadata, "distribution", lambda _: Installed(note))
    return install_command("pdf")


@pytest.mark.parametrize(
    ("more", "option"),
    [({"archive_info": {}}, ""), ({"dir_info": {"editable": True}}, "-e "), ({"dir_info": {}}, "")],
)
def test_an_extra_comes_from_the_folder_or_file_that_the_library_came_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, more: dict[str, Any], option: str
) -> None:
    place = tmp_path / "sumber data"
    place.mkdir()
    note = json.dumps({"url": place.as_uri(), **more})
    assert noted(monkeypatch, note) == f'pip install {option}"{place}[pdf]"'
    assert MissingExtraError("pdf", module="typst").message("id").endswith(f'{place}[pdf]"')
    place.rmdir()
    assert noted(monkeypatch, note) == BY_NAME


@pytest.mark.parametrize(
    ("url", "more", "told"),
    [
        ("https://contoh.go.id/a.git", {"vcs_info": {"vcs": "git"}}, "git+https"),
        ("https://contoh.go.id/a.whl", {"archive_info": {}}, "https"),
    ],
)
def test_an_extra_comes_from_the_address_that_the_library_came_from(
    monkeypatch: pytest.MonkeyPatch, url: str, more: dict[str, Any], told: str
) -> None:
    address = url.replace("https", told)
    note = json.dumps({"url": url, **more})
    assert noted(monkeypatch, note) == f'pip install "pst-standards[pdf] @ {address}"'


@pytest.mark.parametrize("note", [None, "", "{", "[1]", "{}", '{"url": null, "dir_info": 1}'])
def test_an_extra_is_named_where_nobody_knows_where_the_library_came_from(
    monkeypatch: pytest.MonkeyPatch, note: str | None
) -> None:
    assert noted(monkeypatch, note) == BY_NAME


def test_a_library_that_runs_from_its_source_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    assert install_command("pdf") == BY_NAME
