"""Rules of an embedder's own: rows, functions and sentences that join the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from attrs import field, frozen

from pst_standards.messages import LANGUAGES
from pst_standards.rules.binding import Check
from pst_standards.rules.errors import PackError
from pst_standards.rules.rows import Catalogue, Row, catalogue, read_catalogue

ENTRY_POINTS: Final = "pst_standards.rules"
"""Group of entry points under which an installed package offers a ``RulePack``."""


@frozen(kw_only=True)
class RulePack:
    """Rules that join those of this package, under ids of their own.

    ``catalogue`` is the TOML text of the rows, in the form of ``rules/catalogue/*.toml``;
    ``checks`` holds a function for each row that runs; ``sentences`` maps a language to the
    sentences of the findings by key, ``ACME-001`` and ``ACME-001.hint``. Raises ``PackError``
    when one of them does not fit the others.
    """

    name: str
    catalogue: str = field(repr=False)
    checks: Sequence[Check] = field(converter=tuple[Check, ...])
    sentences: Mapping[str, Mapping[str, str]] = field(repr=False)

    def __attrs_post_init__(self) -> None:
        for key, detail in self._faults():
            raise PackError(f"pack.{key}", pack=self.name, detail=detail)

    @cached_property
    def rows(self) -> Catalogue:
        """The rows of the pack."""
        try:
            return read_catalogue({self.name: self.catalogue})
        except ValueError as error:  # what the TOML reader raises too
            raise PackError("pack.catalogue", pack=self.name, detail=str(error)) from error

    def words(self, key: str) -> tuple[tuple[str, str, str], ...]:
        """Return language, message and hint of a finding for each language."""
        return tuple(
            (lang, self.sentences[lang][key], self.sentences[lang][f"{key}.hint"])
            for lang in LANGUAGES
        )

    def _faults(self) -> Iterator[tuple[str, str]]:
        yield from (("taken", name) for name in self._names() if _family(name) in _families())
        running = {row.id for row in self.rows if row.status.runs}
        bound = {check.id for check in self.checks}
        yield from (("unbound", name) for name in sorted(running ^ bound))
        for row in self.rows:
            yield from (("unsaid", key) for key in self._unsaid(row))

    def _names(self) -> Iterator[str]:
        for row in self.rows:
            yield from (row.id, *row.aliases)

    def _unsaid(self, row: Row) -> Iterator[str]:
        if not row.status.runs:
            return
        for variant in ("", *row.variants):
            key = f"{row.id}.{variant}" if variant else row.id
            for lang in LANGUAGES:
                said = self.sentences.get(lang, {})
                if not {key, f"{key}.hint"} <= said.keys():
                    yield f"{key} ({lang})"


def _family(name: str) -> str:
    return name.partition("-")[0]


def _families() -> frozenset[str]:
    return frozenset(_family(name) for row in catalogue() for name in (row.id, *row.aliases))


def installed_packs() -> tuple[RulePack, ...]:
    """Return the packs that installed packages offer, in the order of their names.

    Raises ``PackError`` with the name of the entry point that cannot be loaded or is no pack.
    """
    offered = sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    return tuple(map(_loaded, offered))


def _loaded(point: EntryPoint) -> RulePack:
    try:
        pack = point.load()
    except PackError:
        raise
    except Exception as error:
        told = f"{type(error).__name__}: {error}"
        raise PackError("pack.load", pack=point.name, detail=told) from error
    if not isinstance(pack, RulePack):
        raise PackError("pack.kind", pack=point.name, detail=type(pack).__name__)
    return pack
