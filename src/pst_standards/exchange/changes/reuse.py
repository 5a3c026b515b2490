"""Ids that seem to stand for another thing than before: an id is never used again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pst_standards.exchange.changes.change import Path
from pst_standards.exchange.changes.comparing import ids_of

_WORD: Final = re.compile(r"\w{4,}")
"""Words that tell two names apart; short ones stand in every name."""


def reused_ids(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Path, ...]:
    """Return the services and standards that keep their id and became something else.

    A service did where its old and its new name share no word, a standard where it is that of
    another service. Nothing is said of one that has no name or names no service.

    >>> was = {"services": [{"id": "a", "name": "Perpustakaan"}]}
    >>> reused_ids(was, {"services": [{"id": "a", "name": "Konsultasi Statistik"}]})
    (('services', 'a'),)
    >>> reused_ids(was, {"services": [{"id": "a", "name": "Layanan Perpustakaan"}]})
    ()
    """
    return (*_services(old, new), *_standards(old, new))


def _services(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Path]:
    for name, before, after in _both(old, new, "services"):
        words = [_words(one.get("name")) for one in (before, after)]
        if all(words) and not words[0] & words[1]:
            yield "services", name


def _standards(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Path]:
    for name, before, after in _both(old, new, "standards"):
        services = [one.get("service") for one in (before, after)]
        if all(services) and services[0] != services[1]:
            yield "standards", name


def _both(
    old: Mapping[str, Any], new: Mapping[str, Any], key: str
) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    before, after = (ids_of(one.get(key)) or {} for one in (old, new))
    for name, item in before.items():
        if name in after:
            yield name, item, after[name]


def _words(name: Any) -> set[str]:
    said = name.get("id") if isinstance(name, Mapping) else name
    return set(_WORD.findall(said.casefold())) if isinstance(said, str) else set()
