"""The library that draws: the template, the fonts, and what to do where it refuses a letter."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeVar, cast

from pst_standards.documents.errors import PdfError, PictureError, extra
from pst_standards.documents.letters import lacking

if TYPE_CHECKING:
    from typst import Compiler, Fonts

T = TypeVar("T")

STANDARDS: Final[tuple[Literal["ua-1", "a-2a"], ...]] = ("ua-1", "a-2a")
"""What a PDF declares, and by which typst refuses a letter that no font has."""
_FAMILIES: Final = ("Liberation Sans", "DejaVu Sans Mono")
"""The fonts of the template, in its order."""
_UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
# How typst names a text that none of its fonts can show, in what it says about the file.
_NAMED: Final = re.compile(r'the text `"((?:[^"\\]|\\.)*)"`')
_NOTHING: Final = b" "
_TURNS: Final = 11
"""What typst did not need for ten documents, it drops."""
_MOST_KEPT: Final = 300_000
_CODE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")


def drawn(given: str, draw: Callable[[Compiler, str], T]) -> T:
    """Return what ``draw`` makes of the data of a document, with the letters that fonts have.

    Raises ``MissingExtraError`` without the extra ``pdf``, ``PdfError`` when typst refuses.
    """
    with extra("pdf"):
        from typst import TypstError
    try:
        return draw(_compiler(), given)
    except TypstError as error:
        reason, named = error.message, _letters(error.diagnostic)
    # First without the letters that no font has, then with those alone that our own font has.
    doubtful = lacking(given)
    for unknown in filter(None, (named | unshown(frozenset(doubtful)), doubtful)):
        try:
            return draw(_compiler(), given.translate(dict.fromkeys(unknown, _UNKNOWN)))
        except TypstError as error:
            reason = error.message
    raise PdfError(reason)


@lru_cache(maxsize=64)
def unshown(letters: frozenset[int]) -> frozenset[int]:
    """Return those of some letters that none of the fonts can show.

    Raises ``MissingExtraError`` without the extra ``pdf``.

    >>> unshown(frozenset()) == frozenset()
    True
    """
    if not letters:
        return letters
    with extra("pdf"):
        from typst import Compiler, TypstError
    fonts = ", ".join(f'"{name}"' for name in _FAMILIES)
    lines = [f'#set document(title: "x")\n#set text(font: ({fonts}), lang: "id")']
    lines += [f'#text("\\u{{{letter:x}}}")' for letter in sorted(letters)]
    compiler = Compiler("\n\n".join(lines).encode(), font_paths=_fonts(), ignore_system_fonts=True)
    try:
        compiler.compile(format="pdf", pdf_standards=[*STANDARDS])
    except TypstError as error:
        return letters & _letters(error.diagnostic)
    return frozenset()


@lru_cache(maxsize=16)
def on_screen(picture: bytes, width: int) -> bytes:
    """Return a picture as a PNG of that many pixels, upright and in the colours of a screen.

    Raises ``MissingExtraError`` without the extra ``pdf``, ``PictureError`` for one that typst
    cannot read.
    """
    with extra("pdf"):
        from typst import TypstError
    source = (
        f"#set page(width: {width}pt, height: auto, margin: 0pt)\n"
        "#image(bytes(json(bytes(sys.inputs.picture))), width: 100%)"
    )
    told = json.dumps([*picture], separators=(",", ":"))
    try:
        made = _compiler(source.encode()).compile(
            format="png", ppi=72, sys_inputs={"picture": told}
        )
    except TypstError:
        raise PictureError("broken") from None
    return cast("bytes", made)  # a list would be of several pages


class Relief:
    """Has typst let go of what it keeps of documents that were drawn, so that memory stays flat.

    It keeps what it worked out for the last ten, to draw the same document faster when a word of it
    changes. Of a set of documents no two are the same, and that of an office is 150 MB.

    >>> Relief().after(1)
    """

    def __init__(self) -> None:
        self._drawn = 0

    def after(self, size: int) -> None:
        """Take note of so many bytes of a drawn file, and let go when enough has come together."""
        self._drawn += size
        if self._drawn >= _MOST_KEPT:
            self._drawn = 0
            for _ in range(_TURNS):
                _compiler(_NOTHING).compile(format="svg")


def _letters(diagnostic: str) -> set[int]:
    r"""Return the letters that a diagnostic names.

    >>> _letters('the text `"a\\u{f8ff}"` could not be displayed') == {ord("a"), 0xF8FF}
    True
    """
    return {
        ord(letter)
        for found in _NAMED.findall(diagnostic)
        for letter in _CODE.sub(lambda code: chr(int(code[1], 16)), found)
        if not letter.isascii() or letter.isalnum()
    }


def _compiler(source: bytes | None = None) -> Compiler:
    from typst import Compiler

    return Compiler(source or _template(), font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _template() -> bytes:
    return (resources.files(__package__) / "document.typ").read_bytes()


@cache
def _fonts() -> Fonts:
    from typst import Fonts

    with resources.as_file(resources.files(__package__) / "fonts") as folder:
        return Fonts(include_system_fonts=False, font_paths=[Path(folder)])
