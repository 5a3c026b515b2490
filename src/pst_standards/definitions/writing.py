"""Writing data as YAML or JSON text, and bytes to a file without ever leaving half of them."""

from __future__ import annotations

import errno
import json
import math
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path, PurePath
from typing import Any, Final, NoReturn

from pst_standards.definitions.errors import OutputError
from pst_standards.definitions.faults import fault
from pst_standards.definitions.reading.scalars import plain
from pst_standards.findings import Location

_WIDTH: Final = 92
# Line ends other than \n, and what a reader or an editor drops without a trace, must be escaped.
_ESCAPED: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
_LIKE_A_NUMBER: Final = re.compile(r"[-+]?[.0-9_][-+.,:_/0-9a-fA-FoOxX]*")
_RESERVED_NAME: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE
)
_IMPOSSIBLE_NAME: Final = re.compile(r'.*[. ]|.*[<>:"/\\|?*\x00-\x1f].*', re.DOTALL)
_VARIANTS: Final = {
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "permission",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "too_large",
    errno.EISDIR: "folder",
    errno.ENOENT: "missing_folder",
    errno.ENOTDIR: "not_a_folder",
}


def dump_yaml(data: Any, *, width: int = _WIDTH, flow: bool = False) -> str:
    r"""Write plain data as YAML: block style, keys in the order given, one text for equal data.

    A text that YAML 1.1 or 1.2 would take for something else stands in quotation marks, so that
    every reader sees the same. Lines end in ``\n``; long texts are folded at about ``width``.
    ``flow`` puts mappings and lists in brackets, on one line where ``width`` allows.
    Raises ``ValueError`` for a number that is not finite and ``TypeError`` for anything but dict,
    list, tuple, str, int, float, bool and None.

    >>> print(dump_yaml({"open": "08:00", "code": "012", "note": "dua\nbaris", "days": []}), end="")
    open: '08:00'
    code: '012'
    note: |-
      dua
      baris
    days: []
    """
    import yaml

    text: str = yaml.dump(
        data,
        Dumper=_dumper(),
        allow_unicode=True,
        default_flow_style=flow,
        sort_keys=False,
        width=width,
    )
    return text.removesuffix("...\n")


def dump_json(data: Any) -> str:
    r"""Write plain data as JSON: two spaces a level, keys in the order given, a final line end.

    Raises ``ValueError`` for a number that is not finite.

    >>> dump_json({"name": "Pojok “baca”"})
    '{\n  "name": "Pojok “baca”"\n}\n'
    """
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def canonical_json(data: Any) -> str:
    r"""Write plain data as the one JSON text that equal data has: sorted keys and no spaces.

    Raises ``ValueError`` for a number that is not finite.

    >>> canonical_json({"name": "Pojok “baca”", "days": [1, 2]})
    '{"days":[1,2],"name":"Pojok “baca”"}'
    """
    return json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


@cache
def _dumper() -> Any:
    """Make the class that says how each kind of value is written; PyYAML must be there first."""
    import yaml

    base: Any = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper
    known = {kind: base.yaml_representers[kind] for kind in (bool, dict, int, list, type(None))}
    added = {
        tuple: base.represent_list,
        float: _represent_float,
        str: _represent_text,
        None: _represent_nothing_else,
    }
    rules = {"yaml_representers": known | added, "yaml_multi_representers": {}}
    return type("Dumper", (base,), {**rules, "ignore_aliases": lambda *_: True})


def _represent_nothing_else(_: Any, value: object) -> NoReturn:
    raise TypeError(type(value).__name__)


def _represent_float(dumper: Any, value: float) -> Any:
    if not math.isfinite(value):
        raise ValueError(value)
    return dumper.represent_float(value)


def _represent_text(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    if _ESCAPED.search(text):
        return '"'
    if "\n" in text:
        return "|"
    # PyYAML quotes what YAML 1.1 would misread; this is what YAML 1.2 would, and for the eye all
    # that looks like a number, a time or a date.
    meaning, odd = plain(text)
    misread = odd or not isinstance(meaning, str)
    return "'" if misread or _LIKE_A_NUMBER.fullmatch(text) else None


def write_atomically(path: Path | str, data: bytes) -> None:
    """Write a file whole or not at all: what stood there stays until the new bytes are safe.

    Raises ``OutputError`` with one finding DEF-011 when the file cannot be written, also for a
    name that Windows does not allow, on every system; no other file is left behind.

    >>> write_atomically("out/NUL.html", b"")
    Traceback (most recent call last):
    ...
    pst_standards.definitions.errors.OutputError: out/NUL.html: DEF-011 ...
    """
    with _told_as_output_error(path):
        _check_name(path)
        target = Path(os.path.realpath(path))
        temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
        try:
            _write(temporary, data)
            _replace(temporary, target, path)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def make_folder(path: Path | str) -> None:
    """Make a folder and those around it, where they are not there yet.

    Raises ``OutputError`` with one finding DEF-011, as ``write_atomically``.
    """
    if Path(path).is_dir():
        return
    with _told_as_output_error(path):
        _check_name(path)
        try:
            Path(path).mkdir(parents=True)
        except FileExistsError:
            raise NotADirectoryError(errno.ENOTDIR, "") from None


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(temporary: Path, target: Path, path: Path | str) -> None:
    if target.exists():
        shutil.copymode(target, temporary)
    try:
        temporary.replace(target)
    except PermissionError:
        # The folder took the temporary file, so it is the target that is held fast.
        raise _output_error("busy", path) from None


def _check_name(path: Path | str) -> None:
    if Path(path).is_dir():
        raise _output_error("folder", path)
    name = PurePath(path).name
    if _RESERVED_NAME.fullmatch(name) or _IMPOSSIBLE_NAME.fullmatch(name):
        raise _output_error("reserved_name", path)


@contextmanager
def _told_as_output_error(path: Path | str) -> Iterator[None]:
    try:
        yield
    except ValueError:  # a character that no path can hold
        raise _output_error("reserved_name", path) from None
    except OSError as error:
        raise _output_error(output_variant(error), path, reason=error.strerror or "") from None


def output_variant(error: OSError) -> str:
    """Return the variant of DEF-011 that says why nothing can be written.

    >>> output_variant(NotADirectoryError(errno.ENOTDIR, "")), output_variant(OSError())
    ('not_a_folder', 'failed')
    """
    return _VARIANTS.get(error.errno or 0, "failed")


def _output_error(variant: str, path: Path | str, *, reason: str = "") -> OutputError:
    pure = PurePath(path)
    shown = pure.as_posix()
    place = Location(shown)
    found = fault(
        "DEF-011", variant=variant, location=place, path=shown, name=pure.name, reason=reason
    )
    return OutputError((found,))
