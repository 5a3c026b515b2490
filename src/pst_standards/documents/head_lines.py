"""The lines below the name of an office in its letterhead: they end between their parts only.

A telephone number, the postcode behind its province and a label with its value stay whole, which
programs for Word files and the drawing of PDF files do not see to by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pst_standards.documents.letters import width

_PARTS: Final = re.compile(r"(?<=[,\N{MIDDLE DOT}]) ")
_DOT: Final = "\N{NO-BREAK SPACE}\N{MIDDLE DOT}"
_SPARE: Final = 1.03
"""Letters are set a little closer or wider than measured."""
_STEPS: Final = 20


def head_lines(told: str, room: float) -> str:
    r"""Return an address or contacts with a new line where one ends; ``room`` in sizes of letters.

    Lines are about as long as each other, and the new line stands for the dot between two parts.
    A part longer than the room is left as it is.

    >>> head_lines("Jalan Contoh Nomor 1, Ungaran, Jawa Tengah 50000", 18)
    'Jalan Contoh Nomor 1,\nUngaran, Jawa Tengah 50000'
    """
    if width(told) * _SPARE <= room:
        return told
    parts = head_parts(told)
    fewest = _packed(parts, room)
    tries = (_packed(parts, room * step / _STEPS) for step in range(_STEPS // 2, _STEPS))
    lines = next((one for one in tries if len(one) <= len(fewest)), fewest)
    return "\n".join(one.removesuffix(_DOT) for one in lines)


def head_parts(told: str) -> list[str]:
    r"""Return what stays whole in a line of a letterhead.

    >>> head_parts("Telepon: (024) 000000 \N{MIDDLE DOT} Surel: a@contoh.go.id")
    ['Telepon: (024) 000000 \xb7', 'Surel: a@contoh.go.id']
    """
    return _PARTS.split(told)


def _packed(parts: Sequence[str], room: float) -> list[str]:
    lines = [parts[0]]
    for part in parts[1:]:
        longer = f"{lines[-1]} {part}"
        if width(longer) * _SPARE <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
