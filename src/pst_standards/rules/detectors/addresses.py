"""Telling where an address leads: below bps.go.id, or to SP4N-LAPOR!."""

from __future__ import annotations

import re
from typing import Final

_HOST: Final = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,20}://)?(?:[^/@?#\s]{1,200}@)?([^/:?#\s]{1,253})", re.IGNORECASE
)
_BPS: Final = "bps.go.id"
# A host, not the domain of a mail address, and not the front of a longer name.
_BPS_IN_TEXT: Final = re.compile(
    r"(?<![@\w.-])(?:[a-z0-9-]{1,63}\.){0,5}bps\.go\.id(?![\w-]|\.\w)", re.IGNORECASE
)
# "lapor" alone is the verb.
_LAPOR: Final = re.compile(r"\b(?i:sp4n|lapor\.go\.id|lapor1708)\b|\bLAPOR\b|\b[Ll]apor!|\b1708\b")


def host_of(address: str) -> str:
    """Return the host of a web address in lower case, ``""`` when there is none.

    >>> host_of("https://webapps.BPS.go.id:443/pengaduan"), host_of("webapps.bps.go.id/pengaduan")
    ('webapps.bps.go.id', 'webapps.bps.go.id')
    """
    found = _HOST.match(address.strip())
    return found[1].casefold().rstrip(".") if found else ""


def is_below_bps(address: str) -> bool:
    """Tell whether a web address is one of BPS.

    >>> is_below_bps("https://webapps.bps.go.id/pengaduan"), is_below_bps("https://bps.go.id.to")
    (True, False)
    """
    host = host_of(address)
    return host == _BPS or host.endswith(f".{_BPS}")


def names_bps_host(words: str) -> bool:
    """Tell whether a text names a web address of BPS; a mail address is none.

    >>> names_bps_host("Buka webapps.bps.go.id/pengaduan"), names_bps_host("bps3399@bps.go.id")
    (True, False)
    """
    return _BPS_IN_TEXT.search(words) is not None


def names_lapor(words: str) -> bool:
    """Tell whether a text names SP4N-LAPOR! or one of its addresses.

    >>> names_lapor("Kanal SP4N-LAPOR!"), names_lapor("SMS 1708"), names_lapor("lapor ke petugas")
    (True, True, False)
    """
    return _LAPOR.search(words) is not None
