"""The terminal, or what stands in its place: pipes, files, a window of an editor."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Final

_KEPT: Final = "\n\t"
_PLAIN: Final = re.compile(r"[\w./:~+@%-]+")
_UNSEEN: Final = [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
# A name of a file can carry commands for the terminal, or turn the writing direction around.
_HARMLESS: Final = {code: "\N{REPLACEMENT CHARACTER}" for code in _UNSEEN if chr(code) not in _KEPT}
# For a code page that lacks them: a reader makes more of these than of escapes.
_PLAINER: Final = {
    **dict.fromkeys("\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}", '"'),
    **dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}", "'"),
    **dict.fromkeys("\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{MIDDLE DOT}", "-"),
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{RIGHTWARDS ARROW}": "->",
    "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}": ">",
    "\N{NO-BREAK SPACE}": " ",
}
COLOURS: Final = {"red": "31", "green": "32", "yellow": "33", "cyan": "36"}
"""The colours a line may have, and their codes."""
_COLUMNS: Final = 90
_NARROWEST: Final = 40
_WIDEST: Final = 100


def harmless(sentence: str) -> str:
    """Return a sentence, or lines of them, without what a terminal would obey.

    >>> harmless("a" + chr(27) + "b") == "a" + chr(0xFFFD) + "b"
    True
    """
    return sentence.translate(_HARMLESS)


def _can_show(stream: IO[str], signs: str) -> bool:
    try:
        signs.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _table(stream: IO[str]) -> dict[int, str]:
    return {ord(sign): plain for sign, plain in _PLAINER.items() if not _can_show(stream, sign)}


class Console:
    """Where the command reads and writes; sentences go out without control characters."""

    def __init__(
        self,
        stdin: IO[str] | None = None,
        stdout: IO[str] | None = None,
        stderr: IO[str] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._in = stdin or sys.stdin
        self._out = stdout or sys.stdout
        self._err = stderr or sys.stderr
        self._environment = os.environ if environment is None else environment
        self.taken = b""
        for stream in (self._out, self._err):
            self._speak_utf8(stream)
        self._plainer = [_table(stream) for stream in (self._out, self._err)]

    def _speak_utf8(self, stream: IO[str]) -> None:
        """Write UTF-8 whatever the code page of Windows is, unless somebody set an encoding."""
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            chosen = "PYTHONIOENCODING" in self._environment
            reconfigure(encoding=None if chosen else "utf-8", errors="backslashreplace")

    def line(self, sentence: str = "") -> None:
        """Print a sentence, or several lines of them."""
        print(harmless(sentence).translate(self._plainer[0]), file=self._out)

    def painted(self, parts: Iterable[tuple[str, str]]) -> None:
        """Print one line made of parts, each with the colour it has on a terminal.

        The colours are those of ``COLOURS``, or none; elsewhere the parts stand there without.
        """
        words = ((harmless(text), COLOURS.get(colour, "")) for text, colour in parts)
        if not self.has_colours:
            words = ((text, "") for text, _ in words)
        line = (f"\x1b[{code}m{text}\x1b[0m" if code else text for text, code in words)
        print("".join(line).rstrip().translate(self._plainer[0]), file=self._out)

    def data(self, content: str) -> None:
        """Print what a program reads, as it is."""
        self._out.write(content)

    def aside(self, sentence: str) -> None:
        """Print a sentence beside the result, so that the result can go into a file."""
        print(harmless(sentence).translate(self._plainer[1]), file=self._err)

    def read(self, most: int) -> bytes:
        """Read standard input as bytes; one byte more than ``most`` tells that it is too long.

        What was read stays in ``taken``, for it cannot be read again.
        """
        buffer = getattr(self._in, "buffer", None)
        if buffer is None:
            self.taken = self._in.read(most + 1).encode("utf-8", "surrogatepass")
        else:
            self.taken = buffer.read(most + 1)
        return self.taken

    @property
    def columns(self) -> int:
        """How many columns a line has: those of a terminal, within what can be read well."""
        import shutil

        if not self._out.isatty():
            return _COLUMNS  # what goes into a file or another program looks the same everywhere
        return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))

    @property
    def has_colours(self) -> bool:
        """Whether colours can be shown: on a terminal that knows them, and nobody refused them."""
        known = self._environment
        if not self._out.isatty() or "NO_COLOR" in known or known.get("TERM") == "dumb":
            return False
        # An old console of Windows prints the codes; newer ones say who they are.
        return os.name != "nt" or "WT_SESSION" in known or "TERM" in known

    def can_show(self, signs: str) -> bool:
        """Whether signs can be written in the encoding of the output."""
        return _can_show(self._out, signs)

    @property
    def is_live(self) -> bool:
        """Whether progress can be drawn: somebody watches, and the terminal can move its cursor."""
        dumb = self._environment.get("TERM") == "dumb" or "NO_COLOR" in self._environment
        return self._err.isatty() and not dumb

    @property
    def shares_screen(self) -> bool:
        """Whether the result and what stands beside it appear on one terminal."""
        return self._out.isatty() and self._err.isatty()

    @property
    def errors(self) -> IO[str]:
        """The stream beside the result."""
        return self._err

    def flush(self) -> None:
        """Send out what waits, so that a reader who went away is noticed here."""
        self._out.flush()
        self._err.flush()

    def give_up(self) -> None:
        """Point standard output nowhere, so that the interpreter does not stumble at its end."""
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._out.fileno())
            os.close(nowhere)
        except (OSError, ValueError):
            return  # no real file stands behind it, so nothing is left to be sent


def shown(path: str | Path) -> str:
    """Show a path with forward slashes, from the working folder where it stands below it.

    >>> shown("kantor/office.yaml")
    'kantor/office.yaml'
    >>> shown(Path.cwd() / "out")
    'out'
    """
    place = Path(path)
    if place.is_absolute():
        try:
            place = place.relative_to(Path.cwd())
        except ValueError:
            return place.as_posix()
    return place.as_posix()


def quoted(path: str | Path) -> str:
    """Show a path as it is typed in a command: in quotes when a shell would cut it up.

    >>> quoted("kantor"), quoted("kantor saya")
    ('kantor', '"kantor saya"')
    """
    place = shown(path)
    return place if _PLAIN.fullmatch(place) else f'"{place}"'
