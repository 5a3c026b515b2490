"""Characters that no text of a definition may hold, and what becomes of them.

Forbidden are the control characters (C0 except tab and line ends, DEL, C1), lone surrogates,
the noncharacters U+FFFE and U+FFFF, and the marks that turn the direction of writing, with which
a text can be made to read differently from what it says. Each becomes U+FFFD in the data, so that
no document ever prints one, and is reported as an error. All other text stays untouched.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, NamedTuple

from pst_standards.findings import Pointer

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_CLASS: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff"
)
_FORBIDDEN: Final = re.compile(f"[{_CLASS}]|\r(?!\n)")
_FORBIDDEN_CHARACTER: Final = re.compile(f"[{_CLASS}\r]")
# libyaml refuses a text over the forbidden ones, and ends a line at U+2028 and U+2029, which
# YAML 1.2 does not. So these pass the parsers as characters of plane 15, which nobody writes.
_TO_MASK: Final = re.compile(f"[{_CLASS}\u2028\u2029]")
_PLANE: Final = 0xF0000
_MASKS: Final = re.compile(f"[{chr(_PLANE)}-{chr(_PLANE + 0xFFFF)}]")
_FORBIDDEN_MASKS: Final = re.compile(
    f"[{chr(_PLANE)}-{chr(_PLANE + 0x2027)}{chr(_PLANE + 0x202A)}-{chr(_PLANE + 0xFFFF)}]"
)


@cache
def _mask_table() -> dict[int, int]:
    """Map each character to mask to its mask; made when the first such character turns up."""
    return {code: _PLANE + code for code in range(0x10000) if _TO_MASK.match(chr(code))}


@cache
def _unmask_table() -> dict[int, int]:
    return {mask: code for code, mask in _mask_table().items()}


class Occurrence(NamedTuple):
    """A text or key that holds forbidden characters, named by their code points."""

    pointer: Pointer
    in_key: bool
    codes: tuple[str, ...]


def masked(text: str) -> str:
    """Return a text in which characters that a parser trips over are masked, one for one."""
    return text if _TO_MASK.search(text) is None else text.translate(_mask_table())


def unmasked(text: str) -> str:
    """Return a text as it was before ``masked``."""
    return text if _MASKS.search(text) is None else text.translate(_unmask_table())


def first_masked(text: str) -> tuple[int, str]:
    """Return offset and code point of the first masked forbidden character, ``(0, "")`` if none."""
    found = _FORBIDDEN_MASKS.search(text)
    return (found.start(), _code(unmasked(found[0]))) if found else (0, "")


def forbidden(text: str) -> tuple[str, ...]:
    r"""Return the code points of the forbidden characters of a text, each once, in its order.

    >>> forbidden("Jam layanan\x07: 08.00\u202e"), forbidden("tab\tand line\r\n")
    (('U+0007', 'U+202E'), ())
    """
    if _FORBIDDEN.search(text) is None:
        return ()
    chars = dict.fromkeys(text.replace("\r\n", "\n"))
    return tuple(_code(char) for char in chars if _FORBIDDEN_CHARACTER.match(char))


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"


def replaced(text: str) -> str:
    """Return a text with U+FFFD for each forbidden character."""
    return _FORBIDDEN.sub(_REPLACEMENT, text)


def cleaned(data: Any, *, unmask: bool) -> tuple[Any, list[Occurrence]]:
    r"""Return a copy of the data without forbidden characters, and where they stood.

    >>> cleaned({"motto": "Cepat\x1b"}, unmask=False)
    ({'motto': 'Cepat�'}, [Occurrence(pointer=('motto',), in_key=False, codes=('U+001B',))])
    """
    cleaner = _Cleaner(unmask=unmask)
    return cleaner.value(data, ()), cleaner.found


class _Cleaner:
    def __init__(self, *, unmask: bool) -> None:
        self._unmask = unmask
        self.found: list[Occurrence] = []

    def text(self, text: str) -> tuple[str, tuple[str, ...]]:
        shown = unmasked(text) if self._unmask else text
        return replaced(shown), forbidden(shown)

    def value(self, value: Any, pointer: Pointer) -> Any:
        if isinstance(value, dict):
            return self._mapping(value, pointer)
        if isinstance(value, list):
            return [self.value(item, (*pointer, index)) for index, item in enumerate(value)]
        if not isinstance(value, str):
            return value
        clean, codes = self.text(value)
        if codes:
            self.found.append(Occurrence(pointer, in_key=False, codes=codes))
        return clean

    def _mapping(self, mapping: dict[str, Any], pointer: Pointer) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in mapping.items():
            clean, codes = self.text(key)
            step = (*pointer, clean)
            if codes:
                self.found.append(Occurrence(step, in_key=True, codes=codes))
            result.setdefault(clean, self.value(value, step))
        return result
