"""The second net under text and addresses, for every renderer alike.

The first net is the reading of a definition, which reports control characters with their place.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

# What XML 1.0 cannot hold, C1 controls, and the marks that turn the direction of writing, with
# which a line can be made to read otherwise than it is stored. Tab and newline stay.
_UNWANTED: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_NEWLINE: Final = re.compile("\r\n?|\u2028|\u2029")
_WEB: Final = frozenset({"http", "https"})
_DIRECT: Final = frozenset({"mailto", "tel"})
_ADDRESS_SIGNS: Final = ":/?#@!$&()*+,;=%~-._'"


def clean(text: str) -> str:
    r"""Return ``text`` without control characters; all line ends become a newline.

    >>> clean("satu\r\ndua\x00\x1b\u202e")
    'satu\ndua'
    """
    # Nearly every text is plain, and this looks at each of its letters much faster than a pattern.
    if text.isprintable() or _UNWANTED.search(text) is None:
        return text
    return _UNWANTED.sub("", _NEWLINE.sub("\n", text))


def shortened(text: str, most: int) -> str:
    """Return ``text`` with at most ``most`` letters, the end of a longer one left out.

    >>> shortened("Kabupaten Semarang", 10)
    'Kabupaten\N{HORIZONTAL ELLIPSIS}'
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"


def safe_address(address: str) -> str:
    """Return ``address`` fit for a link, or nothing when a reader should not follow it.

    >>> safe_address("https://contoh.go.id/data statistik")
    'https://contoh.go.id/data%20statistik'
    >>> safe_address("javascript:alert(1)")
    ''
    """
    wanted = clean(address).strip()
    try:
        parts = urlsplit(wanted)
        port_or_none = parts.port  # reading it refuses a port that is no number
    except ValueError:
        return ""
    aim = parts.hostname if parts.scheme in _WEB else parts.path
    if not aim or parts.scheme not in _WEB | _DIRECT or port_or_none == 0:
        return ""
    return quote(wanted, safe=_ADDRESS_SIGNS)
