"""Reading an HTML page as its reader sees it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from pst_standards.documents.verifying.errors import UnverifiableError
from pst_standards.documents.verifying.lines import Contents, contents
from pst_standards.documents.verifying.numbering import Jumps, whole
from pst_standards.documents.verifying.rows import Rows

_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "dd", "details"}
    | {"div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section"}
    | {"summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_LISTS: Final = frozenset({"ol", "ul"})
_UNSEEN: Final = frozenset(
    {"del", "noscript", "s", "script", "strike", "style", "template", "title"}
)
_STATED: Final = frozenset(
    {"data-pst-kind", "data-pst-service", "data-pst-lang", "data-pst-definition-sha256"}
)
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"}
    | {"track", "wbr"}
)


def read_page(data: bytes) -> Contents:
    """Return the lines of a page and what its head says of it.

    Crossed out and hidden text does not count. Raises ``UnverifiableError`` for a page that is
    not in UTF-8.

    >>> [line.text for line in read_page(b"<html><p>Satu <b>dua</b><td>tiga<s>empat</s>").lines]
    ['Satu dua', 'tiga']
    """
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnverifiableError("encoding") from None
    reader = _Reader()
    reader.feed(source)
    reader.close()
    reader.flush()
    return contents("html", reader.rows.lines, reader.facts)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows = Rows()
        self.facts: dict[str, str] = {}
        self._line: list[str] = []
        self._lists: list[int | None] = []
        self._jumps = Jumps()
        self._unseen = ""
        self._depth = 0

    def flush(self) -> None:
        """End the line that is being read."""
        self.rows.add("".join(self._line))
        self._line.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if self._unseen:
            self._depth += tag == self._unseen
            return
        given = {name: value or "" for name, value in attrs}
        # A page that is pasted into another has no head to say what it is.
        stated = given.keys() & _STATED
        self.facts.update({name.removeprefix("data-"): given[name] for name in stated})
        if tag not in _VOID and (tag in _UNSEEN or _is_hidden(given)):
            self._unseen, self._depth = tag, 1
            return
        if tag in _BLOCKS:
            self.flush()
        if tag == "tr":
            self.rows.begin(given.get("id", ""))
        elif tag in _LISTS:
            # A list without numbers counts nothing.
            self._lists.append(whole(given.get("start", "1")) - 1 if tag == "ol" else None)
        elif tag == "li":
            self._count(given.get("value", ""))
        elif tag == "meta" and given.get("name", "").startswith("pst-"):
            self.facts.setdefault(given["name"], given.get("content", ""))
        else:
            self._line.append({"br": " ", "img": f" {given.get('alt', '')} "}.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if self._unseen:
            self._depth -= tag == self._unseen
            self._unseen = self._unseen if self._depth else ""
            return
        if tag in _BLOCKS:
            self.flush()
        if tag == "tr":
            self.rows.end()
        elif tag in _LISTS and self._lists:
            self._lists.pop()

    def _count(self, value: str) -> None:
        if not self._lists or (last := self._lists[-1]) is None:
            return
        number = whole(value) if value else last + 1
        self._lists[-1] = number
        self._line.append(self._jumps.shown(len(self._lists) - 1, number))

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self._unseen:
            self._line.append(data)


def _is_hidden(given: dict[str, str]) -> bool:
    style = given.get("style", "").replace(" ", "").lower()
    return "hidden" in given or "display:none" in style or "visibility:hidden" in style
