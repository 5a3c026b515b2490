"""The command that installs an extra the way this library itself was installed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

_NAME: Final = "pst-standards"
_RECORD: Final = "direct_url.json"
"""Where installers note a folder, file or repository that they installed from (PEP 610)."""


def install_command(extra: str) -> str:
    """Return the command for an extra; by the name where it is not known where the library came.

    >>> install_command("pdf").endswith('[pdf]"')
    True
    """
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        told = distribution(_NAME).read_text(_RECORD)
        record = json.loads(told) if told else {}
        found = _place(record, extra)
    except (PackageNotFoundError, OSError, ValueError, AttributeError, KeyError, TypeError):
        # A record that nobody can read is none.
        found = ""
    return found or f'pip install "{_NAME}[{extra}]"'


def _place(record: Any, extra: str) -> str:
    """Return the command for a place as a record tells it, nothing for one that is gone."""
    url = record["url"] if record else ""
    if url.startswith("file:"):
        path = _path(url)
        edited = "-e " * bool(record.get("dir_info", {}).get("editable"))
        return f'pip install {edited}"{path}[{extra}]"' if path.exists() else ""
    if not url:
        return ""
    vcs = record.get("vcs_info", {}).get("vcs")
    return f'pip install "{_NAME}[{extra}] @ {f"{vcs}+" if vcs else ""}{url}"'


def _path(url: str) -> Path:
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    return Path(url2pathname(urlsplit(url).path))
