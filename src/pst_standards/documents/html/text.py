"""Text as HTML."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from pst_standards.documents.cleaning import clean, safe_address
from pst_standards.documents.outline import Inline, Run
from pst_standards.documents.passages import Passage

# A sign that was escaped counts as one letter.
_LONG_WORD: Final = re.compile(r"((?:&[a-z]+;|[^\s&]){31,})")


def attribute(text: str) -> str:
    """Return ``text`` fit to stand between the quotes of an attribute, on one line."""
    return escape(" ".join(clean(text).split()), quote=True)


def escaped(text: str) -> str:
    """Return ``text`` fit to stand where no other element may, as in the title of a page.

    >>> escaped("A & B")
    'A &amp; B'
    """
    return escape(clean(text), quote=False)


def plain(text: str) -> str:
    r"""Return ``text`` fit to stand between tags; a newline breaks the line.

    A word longer than those of the language may break anywhere: a table is never narrower than
    its longest word, and an address would make a page wider than any screen. What is in the
    other language says so.

    >>> plain("<b>\nA & B")
    '&lt;b&gt;<br>A &amp; B'
    >>> plain("w" * 31)
    '<span class="unbroken">wwwwwwwwwwwwwwwwwwwwwwwwwwwwwww</span>'
    """
    if isinstance(text, Passage):
        return "".join(
            f'<span lang="{lang}">{plain(part)}</span>' if lang else plain(part)
            for part, lang in text.parts
        )
    parts = _LONG_WORD.split(escaped(text))
    parts[1::2] = [f'<span class="unbroken">{word}</span>' for word in parts[1::2]]
    return "".join(parts).replace("\n", "<br>")


def inline(text: Inline) -> str:
    """Return one line's worth of text.

    >>> inline((Run(text="Pasal 21", strong=True), Run(text=" huruf a")))
    '<strong>Pasal 21</strong> huruf a'
    """
    return plain(text) if isinstance(text, str) else "".join(map(_run, text))


def plain_words(text: Inline) -> str:
    """Return the letters of one line's worth of text, not yet escaped.

    >>> plain_words((Run(text="A & ", strong=True), Run(text="B")))
    'A & B'
    """
    return text if isinstance(text, str) else "".join(run.text for run in text)


def css_string(text: str) -> str:
    r"""Return ``text`` as a CSS string, every sign but letters and digits as its number.

    So nothing in it can end the string, the rule or the style element. A space too: CSS takes the
    one after a number for the number's end.

    >>> css_string("a</style>")
    '"a\\00003c\\00002fstyle\\00003e"'
    """
    return f'"{"".join(map(_css_sign, clean(text)))}"'


def _css_sign(char: str) -> str:
    return char if char.isascii() and char.isalnum() else f"\\{ord(char):06x}"


def _run(run: Run) -> str:
    shown = plain(run.text)
    if run.emphasis:
        shown = f"<em>{shown}</em>"
    if run.strong:
        shown = f"<strong>{shown}</strong>"
    address = safe_address(run.link) if run.link else ""
    return f'<a href="{attribute(address)}">{shown}</a>' if address else shown
