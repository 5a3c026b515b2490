"""The text of a page that a browser saved: a line for each block, lists with their marks."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"header", "hr", "html", "label", "legend", "main", "nav", "option", "p", "pre", "section"}
    | {"table", "tbody", "tfoot", "thead", "tr"}
)
_HEADS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN: Final = frozenset({"script", "style", "template", "noscript", "title", "svg", "select"})
_CELLS: Final = frozenset({"td", "th"})
_LISTS: Final = frozenset({"ol", "ul"})
_STYLES: Final = ("{}.", "{})", "({})")
_ALPHABET: Final = 26


def text_of_html(source: str) -> str:
    r"""Return what a reader sees of a page, line by line.

    Numbers and letters of lists, which a browser draws, become text; nested lists have marks of
    their own.

    >>> text_of_html("<h3>Syarat</h3><ol><li>KTP<ul><li>asli</li></ul></li></ol>").split("\n")
    ['', 'Syarat', '1. KTP', '• asli', '']
    """
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return "\n".join([*reader.lines, reader.line()])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._parts: list[str] = []
        self._lists: list[tuple[str, int]] = []
        self._unseen = ""
        self._depth = 0

    def line(self) -> str:
        """Return the line that is being read."""
        cells = "".join(self._parts).split("\t")
        return "\t".join(" ".join(cell.split()) for cell in cells)

    def _end(self) -> None:
        shown = self.line().strip("\t ")
        self._parts.clear()
        if shown:
            self.lines.append(shown)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        given = {name: value or "" for name, value in attrs}
        if self._unseen:
            self._depth += tag == self._unseen
        elif tag in _UNSEEN or (_is_hidden(given) and tag not in {"br", "img", "input"}):
            self._unseen, self._depth = tag, 1
        elif tag in _LISTS:
            self._end()
            self._lists.append((given.get("type", "1") if tag == "ol" else "", _start(given)))
        elif tag == "li":
            self._end()
            self._parts.append(self._mark())
        elif tag in _CELLS:
            self._parts.append("\t")
        elif tag in _BLOCKS:
            self._end()
            if tag in _HEADS:
                self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if self._unseen:
            self._depth -= tag == self._unseen
            self._unseen = self._unseen if self._depth else ""
        elif tag in _LISTS:
            self._end()
            if self._lists:
                self._lists.pop()
        elif tag in _BLOCKS or tag == "li":
            self._end()

    def handle_data(self, data: str) -> None:
        """Take text; a line end inside it is a blank."""
        if not self._unseen:
            self._parts.append(" ".join(["", *data.split(), ""]) if data.strip() else " ")

    def _mark(self) -> str:
        if not self._lists or not self._lists[-1][0]:
            return "\N{BULLET} "
        kind, number = self._lists[-1]
        self._lists[-1] = (kind, number + 1)
        letters = kind in {"a", "A"} and number <= _ALPHABET
        shown = chr(ord(kind) + number - 1) if letters else str(number)
        ordered = sum(bool(one) for one, _ in self._lists) - 1
        return _STYLES[min(ordered, len(_STYLES) - 1)].format(shown) + " "


def _start(given: dict[str, str]) -> int:
    start = given.get("start", "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1  # noqa: PLR2004 - no list is longer


def _is_hidden(given: dict[str, str]) -> bool:
    style = given.get("style", "").replace(" ", "").lower()
    return "hidden" in given or "display:none" in style or "visibility:hidden" in style
