"""Reading XML of others: nothing outside it is fetched, and no entity of its own is defined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NoReturn, TypeAlias
from xml.parsers import expat

from pst_standards.documents.verifying.errors import UnverifiableError

Start: TypeAlias = Callable[[str, Mapping[str, str]], None]
End: TypeAlias = Callable[[str], None]
Text: TypeAlias = Callable[[str], None]

_STRICT: Final = "http://purl.oclc.org/ooxml"
_LOOSE: Final = "http://schemas.openxmlformats.org"
_PREFIXES: Final[Mapping[str, str]] = {
    f"{_LOOSE}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_LOOSE}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}/drawingml/wordprocessingDrawing": "wp",
    f"{_LOOSE}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_LOOSE}/markup-compatibility/2006": "mc",
    f"{_LOOSE}/package/2006/relationships": "rel",
    f"{_LOOSE}/officeDocument/2006/custom-properties": "op",
    f"{_STRICT}/officeDocument/customProperties": "op",
}


def parse(data: bytes, start: Start, end: End, text: Text) -> None:
    """Call back for each element, its end and its text, names as ``w:p``; attributes bare.

    Names of a vocabulary that nobody asks for have no prefix: ``:shape``. Raises
    ``UnverifiableError`` for XML that is broken or defines a document type.

    >>> parse(b"<a><b/></a>", lambda name, given: print(name), lambda name: None, print)
    :a
    :b
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: start(
        _named(name), {key.rpartition(" ")[2]: value for key, value in given.items()}
    )
    parser.EndElementHandler = lambda name: end(_named(name))
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refused
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no keyword
    except (expat.ExpatError, LookupError, ValueError):
        raise UnverifiableError("damaged") from None


def _named(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{_PREFIXES.get(space, '')}:{local}"


def _refused(*_: object) -> NoReturn:
    raise UnverifiableError("damaged")
