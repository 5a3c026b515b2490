"""Gathering the files of one layer: a single file, a folder that shares out keys, or data."""

from __future__ import annotations

import datetime as dt
import errno
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pst_standards.definitions.base_finder import NotAFileError, definition_files, read_limited
from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.faults import fault
from pst_standards.definitions.origin import Layer
from pst_standards.definitions.reading import FileContent, Limits, read
from pst_standards.definitions.withholding import Screen, withheld_keys, without_withheld
from pst_standards.findings import Finding, Location

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def unusable(variant: str, file: str, reason: str = "") -> DefinitionError:
    """Return the error that says why a file or folder cannot be opened."""
    place = Location(file=file)
    found = fault("DEF-013", variant=variant, location=place, file=file, reason=reason)
    return DefinitionError((found,))


def read_bytes(item: Traversable, name: str) -> bytes:
    """Read a file, one byte beyond what it may hold; a refusal becomes a ``DefinitionError``."""
    try:
        return read_limited(item)
    except NotAFileError:
        raise unusable("not_a_file", name) from None
    except (FileNotFoundError, ValueError):  # no system has a name that holds a zero byte
        raise unusable("missing", name) from None
    except PermissionError:
        raise unusable("permission", name) from None
    except OSError as error:
        variant = "loop" if error.errno == errno.ELOOP else "failed"
        raise unusable(variant, name, error.strerror or "") from None


def gather(
    place: Traversable, shown: str, layer: str, *, screen: Screen = without_withheld
) -> tuple[Layer, tuple[Finding, ...], tuple[str, ...]]:
    """Read the file or folder of one layer: the layer, what was found, the names of the files.

    ``screen`` takes out of each file what nobody may hold, as soon as it has been read.
    Raises ``DefinitionError`` when nothing of it can be used.
    """
    if not place.is_dir():
        content = screen(read(read_bytes(place, shown), shown))
        return of_content(content, layer), content.findings, (shown,)
    contents: list[FileContent] = []
    findings: list[Finding] = []
    for item in _files(place, shown):
        name = f"{shown.rstrip('/')}/{item.name}"
        content = screen(read(read_bytes(item, name), name))
        contents.append(content)
        findings.extend(content.findings)
    joined, doubles = _joined(contents, layer)
    return joined, (*findings, *doubles), tuple(content.name for content in contents)


def _files(folder: Traversable, shown: str) -> list[Traversable]:
    try:
        files = definition_files(folder)
    except PermissionError:
        raise unusable("permission", shown) from None
    if not files:
        raise unusable("empty_folder", shown)
    return files


def of_content(content: FileContent, layer: str) -> Layer:
    """Return the layer of a file that was read."""
    data: dict[str, Any] = content.data
    return Layer(name=layer, data=data, files={}, main=content, plain=content.plain)


def _joined(contents: list[FileContent], layer: str) -> tuple[Layer, list[Finding]]:
    data: dict[str, Any] = {}
    files: dict[str, FileContent] = {}
    findings = []
    for content in contents:
        for key, value in content.data.items():
            if key not in data:
                data[key], files[key] = value, content
                continue
            here, there = content.locate((key,), key=True), files[key].locate((key,), key=True)
            findings.append(
                fault(
                    "DEF-014",
                    pointer=(key,),
                    location=here._replace(layer=layer),
                    key=key,
                    other=str(there),
                )
            )
    plain = all(content.plain for content in contents)
    return Layer(name=layer, data=data, files=files, main=contents[0], plain=plain), findings


def gather_data(
    data: Mapping[str, Any] | str | bytes | bytearray | memoryview,
    name: str,
    layer: str,
    *,
    screen: Screen = without_withheld,
) -> tuple[Layer, tuple[Finding, ...]]:
    """Take one layer from memory: text is read like a file, a mapping is used as it is.

    Raises ``TypeError`` for anything else.
    """
    if isinstance(data, bytearray | memoryview):
        data = bytes(data)
    if isinstance(data, str | bytes):
        content = screen(read(data, name))
        return of_content(content, layer), content.findings
    if not isinstance(data, Mapping):
        said = f"a definition is a mapping, text or bytes, not {type(data).__name__}"
        raise TypeError(said)
    hidden = withheld_keys(data)
    shown = {key: value for key, value in data.items() if key not in hidden}
    return Layer(name=layer, data=plain_data(shown)), ()


def plain_data(value: Any, depth: int = 0) -> Any:
    """Copy mappings and sequences of any kind into plain dicts and lists; dates become text.

    Raises ``DefinitionError`` for data that is deeper than a file may be, or holds itself.
    """
    if depth > Limits().depth:
        raise DefinitionError((fault("DEF-004", variant="data", limit=Limits().depth),))
    if isinstance(value, Mapping):
        return {str(key): plain_data(part, depth + 1) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain_data(part, depth + 1) for part in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.strftime("%H:%M") if isinstance(value, dt.time) else value


__all__ = ["gather", "gather_data", "of_content", "plain_data", "read_bytes", "unusable"]
