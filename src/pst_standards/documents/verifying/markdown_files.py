"""Reading a Markdown file as its reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pst_standards.documents.identity import STATED
from pst_standards.documents.verifying.errors import UnverifiableError
from pst_standards.documents.verifying.lines import Contents, contents

_COMMENT: Final = re.compile(rb"^<!-- (pst-kind=[^\n]*) -->\r?$", re.MULTILINE)
# What is no text: rules, comments, the line below the head of a table, the bytes of pictures.
_SILENT: Final = re.compile(r"---|<!--.*-->|\|(?: :?-+:? \|)+|\[picture-\d+\]: .*")
_BEGUN: Final = re.compile(r"(?:> ?)*(?:#{1,6} |- )?")
_SIGNS: Final = re.compile(
    r"\\(.)|<br>|&nbsp;|&emsp;|\*+|</?(?:strong|em)>|!?\[|\]\(<[^>]*>\)|\]\[picture-\d+\]|\]"
)


_SPACES: Final = frozenset({"<br>", "&nbsp;", "&emsp;"})


def is_markdown(data: bytes) -> bool:
    """Tell whether a file is Markdown of this program."""
    return _COMMENT.search(data) is not None


def read_markdown(data: bytes) -> Contents:
    r"""Return the lines of a file and what its last line says of it.

    Raises ``UnverifiableError`` for a file that is not in UTF-8.

    >>> file = (
    ...     b"# Satu\n\n| **dua** | a\\|b<br>&emsp;c |\n\n<!-- pst-kind=maklumat pst-lang=id -->\n"
    ... )
    >>> [line.text for line in read_markdown(file).lines]
    ['Satu', 'dua', 'a|b c']
    """
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnverifiableError("encoding") from None
    comment = _COMMENT.search(data)
    facts = dict(STATED.findall(comment[1].decode())) if comment else {}
    return contents("md", ((line, "") for line in _lines(source)), facts)


def _lines(source: str) -> Iterator[str]:
    for raw in source.splitlines():
        line = raw.strip()
        if _SILENT.fullmatch(line):
            continue
        whole = line.removesuffix("\\")
        if line.startswith("| ") and line.endswith(" |"):
            whole = line[2:-2]
        for part in _BEGUN.sub("", whole, count=1).split(" | "):
            yield _SIGNS.sub(lambda found: found[1] or " " * (found[0] in _SPACES), part)
