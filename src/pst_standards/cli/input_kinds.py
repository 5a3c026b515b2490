"""What a file looks like that was given by an option of ``pst build``, before it is read as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Refusal
from pst_standards.cli.sources import STANDARD_INPUT
from pst_standards.cli.speech import Say

if TYPE_CHECKING:
    from pst_standards.model.base import Node

_STRUCTURED: Final = frozenset((".yaml", ".yml", ".json"))
_BOOKS: Final = frozenset((".xlsx", ".xlsm"))
_BY_ENDING: Final = {
    ".csv": "table",
    ".tsv": "table",
    ".toml": "details",
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".svg"),
        "picture",
    ),
    **dict.fromkeys(
        (".pdf", ".doc", ".docx", ".docm", ".odt", ".rtf", ".ppt", ".pptx", ".html", ".md"),
        "document",
    ),
}
_SQLITE: Final = b"SQLite format 3\x00"
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8")
_FITS: Final[Mapping[str, frozenset[str]]] = {
    "events": frozenset(("service-event",)),
    "register": frozenset(("complaint-recap", "database", "workbook")),
    "answers": frozenset(("table", "workbook")),
}
"""Which looks are those of what an option takes."""
_TOLD: Final = frozenset(
    (
        *("service-event", "complaint-recap", "definition", "database"),
        *("table", "workbook", "details", "folder"),
        *("office-form", "picture", "document"),
    )
)
"""Looks with a word and an advice of their own; of any other record it is said that it is one."""


def refuse_other_kinds(option: str, files: Iterable[str], say: Say) -> None:
    """Raise ``Refusal`` for a file that is surely of another kind than the option takes.

    It says what the file looks like, and how such a file is given.
    """
    for file in files:
        found = looks_like(file)
        if found and found not in _FITS[option]:
            kind = found if found in _TOLD else "record"
            raise other_kind(option, file, kind, say)


def other_kind(option: str, file: str, looks: str, say: Say, advice: str = "") -> Refusal:
    """Return the refusal of a file of another kind, with how one that ``looks`` so is given."""
    return Refusal(
        "build-other-kind",
        option=f"--{option}",
        file=shown(file),
        looks=say(f"build.looks.{looks}"),
        advice=say(f"build.given.{advice or looks}"),
    )


def looks_like(file: str) -> str:
    """Return what a file is by its beginning, ``format``, keys or ending; empty where in doubt.

    >>> looks_like("a file that is not there.csv")
    ''
    """
    place = Path(file)
    if place.is_dir():
        return "folder"
    if file == STANDARD_INPUT or "://" in file or not place.is_file():
        return ""
    with place.open("rb") as stream:
        begins = stream.read(len(_SQLITE))
    if begins == _SQLITE:
        return "database"
    if begins.startswith(_PICTURES):
        return "picture"
    ending = place.suffix.lower()
    if ending in _BOOKS:
        return _by_sheets(place)
    return _by_keys(file) if ending in _STRUCTURED else _BY_ENDING.get(ending, "")


def is_no_definition(file: Path) -> bool:
    """Tell whether a file is surely another record, such as an event, or the list of a program.

    >>> is_no_definition(Path("a file that is not there.yaml"))
    False
    """
    if looks_like(str(file)) not in {"", "definition", "folder"}:
        return True
    if file.suffix.lower() != ".json" or not file.is_file():
        return False
    return file.read_bytes().removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")


def _by_sheets(file: Path) -> str:
    """Return which workbook this is by the names of its sheets."""
    from pst_standards.definitions.workbooks import sheet_names
    from pst_standards.exchange.office_form.known_sheets import names_form
    from pst_standards.exchange.recap.form import names_recap

    names = sheet_names(file)
    if names_recap(names):
        return "complaint-recap"
    return "office-form" if names_form(names) else "workbook"


def _by_keys(file: str) -> str:
    from pst_standards.model.records import RECORDS

    data = _data(file)
    name = str(data.get("format", "")).removeprefix("pst-").partition("/")[0]
    if name in {*RECORDS, "definition"}:
        return name
    keys = data.keys() - {"format"}
    fit = [kind for kind, fields in _keys().items() if keys and keys <= fields]
    return fit[0] if len(fit) == 1 else ""


def _keys() -> Mapping[str, frozenset[str]]:
    from attrs import fields_dict

    from pst_standards.definitions.folders import ONCE
    from pst_standards.model.complaint_recap import ComplaintRecap
    from pst_standards.model.definition import Definition
    from pst_standards.model.service_event import ServiceEvent

    kinds: dict[str, type[Node]] = {
        "definition": Definition,
        "service-event": ServiceEvent,
        "complaint-recap": ComplaintRecap,
    }
    more = {"definition": ONCE}
    return {
        name: frozenset((*fields_dict(kind), *more.get(name, ()))) for name, kind in kinds.items()
    }


def _data(file: str) -> Mapping[str, Any]:
    from pst_standards.definitions import DefinitionError
    from pst_standards.definitions.gathering import read_bytes
    from pst_standards.definitions.reading import read

    try:
        return read(read_bytes(Path(file), file), file).data
    except DefinitionError:
        return {}  # whoever reads it as what it should be tells what is wrong
