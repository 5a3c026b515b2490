"""Drawing a PDF, and reading in it what it shows and how it is tagged."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

from pst_standards.documents.outline import Block, Document
from pst_standards.documents.pdf import render_pdf


def drawn(*blocks: Block, **parts: Any) -> bytes:
    return render_pdf(Document(**{"title": "Dokumen", **parts}, blocks=blocks))


def opened(data: bytes) -> Any:
    return pikepdf.open(io.BytesIO(data))


def elements(pdf: Any) -> list[Any]:
    """Return every element of the tree that tells a screen reader what is what."""
    return list(_below(pdf.Root.StructTreeRoot))


def _below(node: Any) -> Iterator[Any]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def tags(data: bytes) -> list[str]:
    with opened(data) as pdf:
        return [str(element.S).removeprefix("/") for element in elements(pdf)]


def letters_of(data: bytes) -> list[str]:
    """Return the text of each page in its order, without spaces: where they stand is layout."""
    with opened(data) as pdf:
        return ["".join(_shown(page)) for page in pdf.pages]


def _shown(page: Any) -> Iterator[str]:
    maps: dict[str, dict[int, str]] = {
        name: _unicode(font) for name, font in page.get("/Resources", {}).get("/Font", {}).items()
    }
    current: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, instruction.operator
        if str(operator) == "Tf":
            current = maps[str(operands[0])]
        elif str(operator) in {"Tj", "TJ"}:
            told = operands[0]
            for part in told if isinstance(told, pikepdf.Array) else [told]:
                if isinstance(part, pikepdf.String):
                    codes = bytes(part)
                    pairs = zip(codes[::2], codes[1::2], strict=True)
                    yield "".join(current.get(high << 8 | low, "") for high, low in pairs).replace(
                        " ", ""
                    )


class Letters(NamedTuple):
    """Letters of one line: on which page, where they begin, and how large that page is."""

    page: int
    x: float
    y: float
    text: str
    width: float
    height: float


def placed_letters(data: bytes) -> Iterator[Letters]:
    """Yield what a PDF shows with where it begins, in points from the lower left corner."""
    with opened(data) as pdf:
        for number, page in enumerate(pdf.pages):
            _, _, width, height = map(float, page.MediaBox)
            for (x, y), text in _placed(page):
                yield Letters(number, x, y, text, width, height)


def _placed(page: Any) -> Iterator[tuple[tuple[float, float], str]]:
    fonts = page.get("/Resources", {}).get("/Font", {}).items()
    maps = {name: _unicode(font) for name, font in fonts}
    matrices, line, current = [pikepdf.Matrix()], pikepdf.Matrix(), dict[int, str]()
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, str(instruction.operator)
        # Letters are moved by Tm alone.
        assert operator not in {"Td", "TD", "T*", "'", '"'}
        if operator in {"q", "Q", "cm"}:
            _move(matrices, operator, operands)
        elif operator == "Tm":
            line = pikepdf.Matrix(*map(float, operands))
        elif operator == "Tf":
            current = maps[str(operands[0])]
        elif operator in {"Tj", "TJ"}:
            told = operands[0]
            parts = told if isinstance(told, pikepdf.Array) else [told]
            shown = (_decoded(one, current) for one in parts)
            yield (line @ matrices[-1]).transform((0, 0)), "".join(shown)


def _move(matrices: list[pikepdf.Matrix], operator: str, operands: Any) -> None:
    if operator == "q":
        matrices.append(matrices[-1])
    elif operator == "Q":
        matrices.pop()
    else:
        matrices[-1] = pikepdf.Matrix(*map(float, operands)) @ matrices[-1]


def _decoded(part: Any, letters: dict[int, str]) -> str:
    codes = bytes(part) if isinstance(part, pikepdf.String) else b""
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(letters.get(high << 8 | low, "") for high, low in pairs)


def _unicode(font: Any) -> dict[int, str]:
    told = font.ToUnicode.read_bytes().decode("ascii")
    found: dict[int, str] = {}
    for section in re.findall(r"beginbfchar(.*?)endbfchar", told, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", section):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


def fonts(pdf: Any) -> Iterator[Any]:
    for page in pdf.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            yield font.DescendantFonts[0].FontDescriptor
