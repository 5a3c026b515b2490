"""The register: every regulation this library knows, and which of them held when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from attrs import field, frozen

from pst_standards.law.key import RegulationKey
from pst_standards.law.register_file import RegisterError, read_register
from pst_standards.law.regulation import Regulation


def _sorted(regulations: Iterable[Regulation]) -> tuple[Regulation, ...]:
    return tuple(sorted(regulations, key=lambda regulation: regulation.key))


@frozen(kw_only=True)
class Register:
    """Regulations by key, in order of rank; ``as_of`` is the day their state was last looked at.

    Raises ``ValueError`` when two regulations share a number.

    >>> register = default_register()
    >>> register.in_force(RegulationKey.parse("PP 7/2015"), date(2026, 1, 1))
    False
    >>> register.in_force(RegulationKey.parse("UU 1/1900"), date(2026, 1, 1)) is None
    True
    """

    as_of: date
    regulations: tuple[Regulation, ...] = field(converter=_sorted)
    _by_key: Mapping[RegulationKey, Regulation] = field(init=False, eq=False, repr=False)
    ended: frozenset[RegulationKey] = field(init=False, eq=False, repr=False)
    """Keys of the regulations that are known to have an end, by every number they have."""

    @_by_key.default
    def _index(self) -> Mapping[RegulationKey, Regulation]:
        index: dict[RegulationKey, Regulation] = {}
        for regulation in self.regulations:
            for key in (regulation.key, *regulation.also_numbered):
                if key in index:
                    raise ValueError(f"{key} stands twice in the register")
                index[key] = regulation
        return MappingProxyType(index)

    @ended.default
    def _with_an_end(self) -> frozenset[RegulationKey]:
        return frozenset(
            key for key, known in self._by_key.items() if known.in_force_until is not None
        )

    def __iter__(self) -> Iterator[Regulation]:
        return iter(self.regulations)

    def __len__(self) -> int:
        return len(self.regulations)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def get(self, key: RegulationKey) -> Regulation | None:
        """Return the regulation of this number, ``None`` when it is not known here."""
        return self._by_key.get(key)

    def in_force(self, key: RegulationKey, on: date) -> bool | None:
        """Whether a regulation held on a day; ``None`` when unknown or not certain."""
        regulation = self.get(key)
        return None if regulation is None else regulation.in_force(on)

    def superseded_on(self, key: RegulationKey, on: date) -> bool | None:
        """Whether a regulation had ceased to hold by a day; ``None`` when unknown or not certain.

        >>> default_register().superseded_on(RegulationKey.parse("PP 54/2009"), date(2020, 1, 1))
        True
        """
        regulation = self.get(key)
        return None if regulation is None else regulation.superseded(on)

    def about(self, subject: str) -> tuple[Regulation, ...]:
        """Return the regulations with a subject tag, in order of rank.

        >>> [str(regulation.key) for regulation in default_register().about("bps-tariff")]
        ['PP 54/2009', 'PP 7/2015', 'PP 13/2024']
        """
        return tuple(found for found in self.regulations if subject in found.subjects)

    def with_regulations(self, *regulations: Regulation) -> Register:
        """Return a register with these added; one of a known number takes the place of the old.

        >>> len(default_register().with_regulations()) == len(default_register())
        True
        """
        new = {key for added in regulations for key in (added.key, *added.also_numbered)}
        kept = (
            old for old in self.regulations if not new.intersection((old.key, *old.also_numbered))
        )
        return Register(as_of=self.as_of, regulations=(*kept, *regulations))


def load_register(text: str) -> Register:
    """Read a register from the text of a TOML file in the form of the bundled one.

    Raises ``RegisterError`` when the file is not of that form or gives one number twice.

    >>> lines = ('format = "pst-regulations/1"', "as_of = 2026-01-31", "regulation = []")
    >>> len(load_register(chr(10).join(lines)))
    0
    """
    as_of, regulations = read_register(text)
    try:
        return Register(as_of=as_of, regulations=regulations)
    except ValueError as fault:
        raise RegisterError(str(fault)) from fault


@cache
def default_register() -> Register:
    """Return the bundled register, read once; add your own with ``with_regulations``.

    >>> default_register().as_of.isoformat()
    '2026-11-22'
    """
    from importlib import resources

    file = resources.files(__package__) / "data" / "regulations.toml"
    return load_register(file.read_text(encoding="utf-8"))
