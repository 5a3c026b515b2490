"""How the nodes of an export are named: by what they are, and by their ids."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from attrs import field, frozen

from pst_standards.open_data.graph import Iri
from pst_standards.open_data.losses import Cursor

ROOT: Final = "https://pst-standards.example/"
"""Where names stand for which nobody gave an address of their own; nothing answers there."""
_ADDRESS: Final = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?:[/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?"
)


def address(text: str | None) -> str:
    """Return a text that is an address of the web and nothing else, otherwise an empty one.

    >>> address("https://bps.go.id/x"), address("www.bps.go.id"), address("lihat https://a.id")
    ('https://bps.go.id/x', '', '')
    """
    return text if text and _ADDRESS.fullmatch(text) else ""


def is_base(text: str) -> bool:
    """Tell whether names can begin with a text.

    >>> is_base("https://kantor.example/id/"), is_base("https://kantor.example")
    (True, False)
    """
    return bool(address(text)) and text.endswith(("/", "#"))


@frozen
class Names:
    """Names below one address; two parts never get the same one, though their ids are the same."""

    base: str
    _used: dict[str, str] = field(factory=dict, init=False)

    def of(self, kind: str, part: Cursor, *above: str) -> Iri:
        """Return the name of a part: its kind, the ids above it, and its own id or place."""
        given = getattr(part.node, "id", None)
        # A text has an attribute of this name as well: its Indonesian words.
        last = given if isinstance(given, str) and given.isascii() and given else _place(part)
        return self.at(part.pointer, kind, *above, last)

    def at(self, pointer: str, *steps: str) -> Iri:
        """Return the name at these steps for what stands at a pointer."""
        wanted = self.base + "/".join(quote(step, safe="") for step in steps)
        name, number = wanted, 2
        while self._used.setdefault(name, pointer) != pointer:
            name, number = f"{wanted}-{number}", number + 1
        return Iri(name)


def _place(part: Cursor) -> str:
    last = part.pointer.rpartition("/")[2]
    return str(int(last) + 1) if last.isdecimal() else last
