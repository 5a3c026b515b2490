"""Writing the result of a survey back into a definition; every other line of its files is kept."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.records import Record
from pst_standards.surveys.terms import Term

if TYPE_CHECKING:
    from pst_standards.definitions.reading import FileContent
    from pst_standards.findings import Pointer


class PublishedResult(Record, kw_only=True):
    """What a definition says of a result: its publication, and when the survey was done.

    ``text`` is the result in a sentence; without ``conducted_on`` no day is written.
    """

    id: str
    title: Term
    period: Term
    year: int
    text: Term = Term("")
    conducted_on: dt.date | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the publication as a definition file has it."""
        return {
            "id": self.id,
            "kind": "survey_result",
            "title": self.title.to_dict(),
            **({"text": self.text.to_dict()} if self.text.id else {}),
            "period": self.period.to_dict(),
            "year": self.year,
        }


def recorded(place: Path, result: PublishedResult) -> Mapping[Path, str]:
    """Return the new texts of the files of a definition that change; nothing is written.

    The result becomes a publication of the kind ``survey_result``, ``survey.results`` names it and
    ``survey.conducted_on`` has its day. What stands there already stays as it is, so that doing it
    twice changes nothing; only an example in a comment gives way to the key it shows. Raises
    ``SurveyError`` for a place without a definition file, and ``DefinitionError`` for a file that
    cannot be read or changed.
    """
    files = _contents(place)
    changes: dict[Path, dict[Pointer, object]] = {}
    for key, additions in (
        ("publications", _publication(files, result)),
        ("survey", _survey(files, result)),
    ):
        if additions:
            changes.setdefault(_home(files, key), {}).update(additions)
    return {file: _edited(file, found) for file, found in changes.items()}


def _edited(file: Path, changes: Mapping[Pointer, object]) -> str:
    """Return the new text of a file; a commented example of a key that is now there goes.

    Brought to life it would be that key for a second time.
    """
    from pst_standards.definitions.editing import edit

    text = edit(_text(file), changes, name=file.as_posix())
    for key in {str(pointer[1]) for pointer in changes if pointer[0] == "survey"}:
        example = re.compile(rf"^(?P<indent>[ ]+)#{key}:[^\r\n]*(?:\r\n|[\r\n]|$)", re.MULTILINE)
        if re.search(rf"^[ ]+{key}:", text, re.MULTILINE):
            text = example.sub("", text)
    return text


def _contents(place: Path) -> dict[Path, FileContent]:
    from pst_standards.definitions.base_finder import definition_files
    from pst_standards.definitions.reading import read

    found = (
        [one for one in definition_files(place) if isinstance(one, Path)]
        if place.is_dir()
        else [place]
    )
    if not found or not all(one.is_file() for one in found):
        raise SurveyError("file.closed", found=place.name, reason="-")
    return {file: read(file.read_bytes(), file.as_posix()) for file in found}


def _text(file: Path) -> str:
    from pst_standards.definitions.reading.encoding import decoded

    return decoded(file.read_bytes(), file.as_posix())


def _home(files: Mapping[Path, FileContent], key: str) -> Path:
    """Return the file that holds a key of the definition, or the one it is best put into."""
    for wanted in (key, "survey", "office"):
        for file, content in files.items():
            if wanted in content.data:
                return file
    return next(iter(files))


def _held(files: Mapping[Path, FileContent], *steps: str) -> Sequence[Any]:
    """Return the list at a place of the definition; empty where there is none."""
    value: Any = files[_home(files, steps[0])].data
    for step in steps:
        value = value.get(step) if isinstance(value, dict) else None
    return value if isinstance(value, list) else ()


def _publication(
    files: Mapping[Path, FileContent], result: PublishedResult
) -> dict[Pointer, object]:
    held = _held(files, "publications")
    if any(isinstance(one, dict) and one.get("id") == result.id for one in held):
        return {}
    return {("publications", len(held)): result.to_dict()}


def _survey(files: Mapping[Path, FileContent], result: PublishedResult) -> dict[Pointer, object]:
    changes: dict[Pointer, object] = {}
    day = result.conducted_on.isoformat() if result.conducted_on else ""
    for key, value in (("results", result.id), ("conducted_on", day)):
        held = _held(files, "survey", key)
        if value and value not in map(str, held):
            changes["survey", key, len(held)] = value
    return changes
