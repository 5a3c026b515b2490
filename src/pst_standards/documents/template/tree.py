"""XML of others as a tree that can be changed and written again, prefixes and all.

The parser defines no entity, fetches nothing, and stops at a document type or at elements nested
deeper than any letter needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Final, NoReturn, TypeAlias
from xml.parsers import expat

from attrs import define, field, frozen

DEEPEST: Final = 200
"""Most elements within each other."""

_STRICT: Final = "http://purl.oclc.org/ooxml"
_OFFICE: Final = "http://schemas.openxmlformats.org"
SPACES: Final[Mapping[str, str]] = {
    "w": f"{_OFFICE}/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/officeDocument/2006/relationships",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
}
"""Vocabularies whose elements are read or added, by the prefix that Word gives them."""

_PREFIXES: Final = {space: prefix for prefix, space in SPACES.items()}


class XmlError(Exception):
    """A part is not XML that can be worked with; the argument is the key of the finding."""


@frozen
class Slot:
    """A place that is filled for each document anew."""

    name: str


Piece: TypeAlias = "str | Slot"
"""XML as it is written, or a place to fill."""


@define(eq=False)
class Element:
    """An element with its raw name (``w:p``), attributes, and what it holds."""

    name: str
    attributes: dict[str, str] = field(factory=dict)
    children: list[Element | str | Slot] = field(factory=list)

    def get(self, name: str) -> str:
        """Return an attribute, empty where there is none."""
        return self.attributes.get(name, "")

    def elements(self, *names: str) -> list[Element]:
        """Return the children that are elements, of these names where any are given."""
        return [
            one
            for one in self.children
            if isinstance(one, Element) and (not names or one.name in names)
        ]

    def child(self, name: str) -> Element | None:
        """Return the first child of a name."""
        return next(iter(self.elements(name)), None)

    def value(self, name: str) -> str:
        """Return the ``w:val`` of a child, empty where there is none."""
        found = self.child(name)
        return "" if found is None else found.get("w:val")

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting.extend(reversed(one.elements()))

    def remove(self, names: Iterable[str]) -> bool:
        """Take out all elements of some names below this one; tell whether there were any."""
        unwanted, found = frozenset(names), False
        for one in [*self.walk()]:
            kept = [
                each
                for each in one.children
                if not (isinstance(each, Element) and each.name in unwanted)
            ]
            found = found or len(kept) < len(one.children)
            one.children[:] = kept
        return found

    def place(self, new: Element, order: Sequence[str]) -> None:
        """Put a child where the schema wants it, in place of one of its name."""
        self.children[:] = [
            one for one in self.children if not (isinstance(one, Element) and one.name == new.name)
        ]
        after = frozenset(order[order.index(new.name) + 1 :])
        for position, one in enumerate(self.children):
            if isinstance(one, Element) and one.name in after:
                self.children.insert(position, new)
                return
        self.children.append(new)


def parse(data: bytes) -> Element:
    """Return the root of a part; ``XmlError`` when it is broken, unusual or may be an attack.

    >>> parse(b"<a><b x='1'/></a>").elements()[0].get("x")
    '1'
    >>> parse(b"<!DOCTYPE a []><a/>")
    Traceback (most recent call last):
    ...
    pst_standards.documents.template.tree.XmlError: xml-dtd
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refused
    parser.EntityDeclHandler = _refused
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no keyword
    except (expat.ExpatError, LookupError, ValueError):
        raise XmlError("xml-broken") from None
    return reader.root


def pieces(root: Element) -> tuple[Piece, ...]:
    """Return a tree as XML, cut where something is to be filled in.

    >>> pieces(Element("a", {"x": '"'}, ["<", Slot("title")]))
    ('<a x="&quot;">&lt;', Slot(name='title'), '</a>')
    """
    found: list[Piece] = []
    text: list[str] = []
    for one in _written(root):
        if isinstance(one, str):
            text.append(one)
        else:
            found += ["".join(text), one]
            text = []
    return (*found, "".join(text))


def xml(root: Element) -> str:
    """Return a tree without slots as XML."""
    return "".join(one for one in pieces(root) if isinstance(one, str))


def _written(root: Element) -> Iterator[Piece]:
    waiting: list[Element | Slot | tuple[str]] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Slot):
            yield one
        elif isinstance(one, tuple):
            yield one[0]
        else:
            inside = "".join(
                f' {name}="{_attribute(value)}"' for name, value in one.attributes.items()
            )
            if not one.children:
                yield f"<{one.name}{inside}/>"
                continue
            yield f"<{one.name}{inside}>"
            waiting.append((f"</{one.name}>",))
            waiting += [
                (escape(each, quote=False),) if isinstance(each, str) else each
                for each in reversed(one.children)
            ]


def _attribute(value: str) -> str:
    shown = escape(value, quote=True)
    return shown.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def _refused(*_: object) -> NoReturn:
    raise XmlError("xml-dtd")


class _Reader:
    def __init__(self) -> None:
        self.root = Element("")
        self._open: list[Element] = []

    def start(self, name: str, given: dict[str, str]) -> None:
        _check_prefixes(given)
        new = Element(name, dict(given))
        if len(self._open) >= DEEPEST:
            raise XmlError("xml-deep")
        if self._open:
            self._open[-1].children.append(new)
        else:
            self.root = new
        self._open.append(new)

    def end(self, _: str) -> None:
        self._open.pop()

    def text(self, value: str) -> None:
        self._open[-1].children.append(value)


def _check_prefixes(given: Mapping[str, str]) -> None:
    """Refuse what binds a prefix that is read here to another vocabulary, or the other way."""
    for name, space in given.items():
        if not name.startswith("xmlns"):
            continue
        if space.startswith(_STRICT):
            raise XmlError("xml-strict")
        prefix = name.partition(":")[2]
        if SPACES.get(prefix, space) != space or _PREFIXES.get(space, prefix) != prefix:
            raise XmlError("xml-prefix")
