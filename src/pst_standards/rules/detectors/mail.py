"""E-mail addresses in a text, and whose domain they stand on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_ADDRESS: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})(?![\w@-])",
    re.IGNORECASE | re.ASCII,
)
_MOST_READ: Final = 20_000
_FREE: Final = frozenset(
    {
        *("gmail", "googlemail", "yahoo", "ymail", "rocketmail", "hotmail", "outlook", "live"),
        *("msn", "aol", "icloud", "me", "mac", "proton", "protonmail", "pm", "zoho", "gmx"),
        *("mail", "yandex", "tutanota", "fastmail", "plasa"),
    }
)
# Domains that the registry only gives to bodies of the state, villages, forces and schools.
_OFFICIAL: Final = (".go.id", ".mil.id", ".desa.id", ".ac.id", ".sch.id")
_LATER_LEVELS: Final = frozenset({"co", "com", "net", "org"})


def _addresses_in(words: str) -> tuple[str, ...]:
    if "@" not in words:
        return ()
    found = _ADDRESS.finditer(words[:_MOST_READ])
    return tuple(dict.fromkeys(one[0].lower().strip(".") for one in found))


_remembered = lru_cache(maxsize=4096)(_addresses_in)


def addresses_in(words: str) -> tuple[str, ...]:
    """Return the e-mail addresses in a text, each once, in lower case.

    >>> addresses_in("Surel: BPS0000@bps.go.id atau contoh@gmail.com.")
    ('bps0000@bps.go.id', 'contoh@gmail.com')
    """
    return _remembered(words)


def is_official(address: str) -> bool:
    """Tell whether an address stands on a domain that is only given to bodies of the state.

    >>> is_official("a@semarangkab.bps.go.id"), is_official("a@xgo.id"), is_official("a@gmail.com")
    (True, False, False)
    """
    domain = "." + address.rpartition("@")[2]
    return domain.endswith(_OFFICIAL)


def is_free(address: str) -> bool:
    """Tell whether an address is a mailbox that anybody gets for nothing.

    >>> is_free("bps0000@gmail.com"), is_free("bps0000@yahoo.co.id"), is_free("a@contoh.example")
    (True, True, False)
    """
    labels = address.rpartition("@")[2].split(".")
    return labels[0] in _FREE and set(labels[1:-1]) <= _LATER_LEVELS


_BORROWED: Final = re.compile(r"\Apengaduan(\d{4})@(?:[a-z0-9-]+\.){1,5}go\.id\Z")
_HOME: Final = "@bps.go.id"


def is_borrowed_from_link(address: str, code: str | None = None) -> bool:
    """Tell whether an address looks made from the short link of the complaint page.

    Mailboxes of offices of BPS are named ``bps0000``; ``pengaduan0000`` is the name of the link.
    On another domain of the state the digits must be the ``code`` of the office.

    >>> is_borrowed_from_link("pengaduan0000@bps.go.id"), is_borrowed_from_link("bps0000@bps.go.id")
    (True, False)
    >>> is_borrowed_from_link("pengaduan9901@contoh.go.id", "9901")
    True
    """
    found = _BORROWED.match(address)
    return found is not None and (address.endswith(_HOME) or found[1] == code)
