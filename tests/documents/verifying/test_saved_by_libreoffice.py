"""What LibreOffice makes of the files when it saves them; needs LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import docx
import pytest

from pst_standards.documents import render, verify
from pst_standards.documents.every_kind import EVERY_KIND
from pst_standards.documents.targets import has_input, targets
from pst_standards.model.component import MANUFACTURING, SERVICE_DELIVERY
from pst_standards.model.definition import Definition

pytestmark = pytest.mark.rendering

Save: TypeAlias = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]
COMPONENTS = (*SERVICE_DELIVERY, *MANUFACTURING)


@pytest.fixture
def saved(tmp_path: Path) -> Save:
    """Let LibreOffice open each file and save it as docx again."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    source, target = tmp_path / "source", tmp_path / "target"
    source.mkdir()

    def save(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        for name, data in files.items():
            (source / f"{name}.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        convert = ("--headless", "--convert-to", "docx", "--outdir", str(target))
        subprocess.run(
            [office, profile, *convert, *(str(source / f"{name}.docx") for name in files)],
            check=True,
            capture_output=True,
            timeout=240,
        )
        return {name: (target / f"{name}.docx").read_bytes() for name in files}

    return save


def edited(data: bytes, place: int) -> bytes:
    """Change one word of the description of a component, by its place among the fourteen."""
    opened = docx.Document(io.BytesIO(data))
    tables = [one for one in opened.tables if len(one.columns) == 3 and len(one.rows) in {7, 9}]
    rows = [row for table in tables for row in table.rows[1:]]
    *_, last = (line for line in rows[place].cells[2].paragraphs if line.text.strip())
    run = last.runs[-1]
    # A figure where there is one: what nobody may miss.
    new = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), run.text, count=1)
    run.text = new if new != run.text else f"{run.text} lain"
    target = io.BytesIO()
    opened.save(target)
    return target.getvalue()


def without_marks(data: bytes) -> bytes:
    """Take away what the file says of itself: bookmarks, properties, the line in the foot."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for name in archive.namelist():
            part = re.sub(rb"<w:bookmark(?:Start|End)[^>]*>", b"", archive.read(name))
            if name == "docProps/custom.xml":
                part = re.sub(rb"<property .*</property>", b"", part)
            kept.writestr(name, re.sub(rb"\w+ sha256:\w+", b"", part))
    return target.getvalue()


def test_saving_alone_changes_nothing_that_is_compared(semarang: Definition, saved: Save) -> None:
    first = {
        name: next(iter(targets(semarang, name))).service
        for name, kind in EVERY_KIND.items()
        if "docx" in kind.formats and has_input(semarang, name)
    }
    made = {
        f"{kind}-{lang}": render(semarang, kind, "docx", service, lang=lang)
        for kind, service in first.items()
        for lang in ("id", "en")
    }
    for name, data in saved(made).items():
        found = verify(data, semarang)
        assert (name, found.differences) == (name, ())
        assert f"{found.kind}-{found.lang}" == name
        assert found.same_definition is True


def test_each_of_fourteen_edits_is_found_and_only_that(semarang: Definition, saved: Save) -> None:
    made = render(semarang, "standard", "docx", "library")
    files = {one.value: edited(made, place) for place, one in enumerate(COMPONENTS)}
    assert len(files) == 14
    for name, data in saved(files).items():
        for shown in (data, without_marks(data)):
            found = verify(shown, semarang)
            assert [one.pointer for one in found.differences] == [f"/standards/0/{name}"]
            assert found.differences[0].expected
            assert found.service == "library"
