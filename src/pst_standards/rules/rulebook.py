"""What a check asks: the rows and functions of this package, of packs, and how gravely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from attrs import evolve, field, frozen

from pst_standards.findings import Severity
from pst_standards.model.base import FrozenMap
from pst_standards.rules.binding import Check
from pst_standards.rules.engine import Words, checks
from pst_standards.rules.errors import PackError, ProfileError
from pst_standards.rules.packs import RulePack, installed_packs
from pst_standards.rules.profile import Profile
from pst_standards.rules.rows import Catalogue, Row, catalogue


@frozen(kw_only=True, eq=False)
class Rulebook:
    """Rows, the functions behind them, the words of rules that are not ours, and what is off.

    ``off`` holds rule ids and variants (``STD-034.few``) that a profile switched off: they are
    not looked into, and a report lists them.
    """

    rows: Catalogue = field(factory=catalogue)
    functions: Mapping[str, Check] = field(factory=checks)
    packs: Mapping[str, RulePack] = FrozenMap()
    off: frozenset[str] = frozenset()

    def words(self, rule: str, key: str) -> Words:
        """Return the words of a finding of a pack; none for a rule of this package."""
        pack = self.packs.get(rule)
        return () if pack is None else pack.words(key)

    def with_packs(self, packs: Iterable[RulePack]) -> Rulebook:
        """Return the rulebook with rules added; raises ``PackError`` when two share an id."""
        book = self
        for pack in packs:
            book = book._with_pack(pack)
        return book

    def _with_pack(self, pack: RulePack) -> Rulebook:
        taken = [row.id for row in pack.rows if row.id in self.rows]
        if taken:
            raise PackError("pack.taken", pack=pack.name, detail=taken[0])
        return evolve(
            self,
            rows=Catalogue(rows=(*self.rows, *pack.rows)),
            functions={**self.functions, **{check.id: check for check in pack.checks}},
            packs={**self.packs, **{row.id: pack for row in pack.rows}},
        )

    def with_profile(self, profile: Profile) -> Rulebook:
        """Return the rulebook as a profile weighs it.

        Raises ``ProfileError`` for a rule that there is not, and for one that the law does not
        allow to take lighter.
        """
        rows = {row.id: row for row in self.rows}
        off = set(self.off)
        for name, severity in profile.severities.items():
            row, variant = self._meant(name)
            if severity is None:
                _refuse_lighter(row, variant, name, None)
                off.add(f"{row.id}.{variant}" if variant else row.id)
            else:
                _refuse_lighter(row, variant, name, severity)
                rows[row.id] = _weighed(rows[row.id], variant, severity)
        return evolve(self, rows=Catalogue(rows=tuple(rows.values())), off=frozenset(off))

    def _meant(self, name: str) -> tuple[Row, str]:
        rule, _, variant = name.partition(".")
        row = self.rows.get(rule)
        if row is None or row.area == "shape" or (variant and variant not in row.variants):
            raise ProfileError("profile.rule", rule=name)
        return row, variant


def _weighed(row: Row, variant: str, severity: Severity) -> Row:
    if variant:
        changed = {**row.variants, variant: evolve(row.variants[variant], severity=severity)}
        return evolve(row, variants=FrozenMap(changed))
    variants = {name: evolve(part, severity=severity) for name, part in row.variants.items()}
    return evolve(row, severity=severity, variants=FrozenMap(variants))


def _refuse_lighter(row: Row, variant: str, name: str, severity: Severity | None) -> None:
    """Hold that nothing which may not be accepted is switched off or taken lighter."""
    touched = [variant] if variant else ["", *row.variants]
    for one in touched:
        lighter = severity is None or severity < row.severity_of(one)
        if lighter and not row.may_suppress(one):
            raise ProfileError("profile.lighter", rule=name, severity=row.severity_of(one).value)


@cache
def standard_rulebook() -> Rulebook:
    """Return the rules of this package alone.

    >>> "STD-001" in standard_rulebook().rows
    True
    """
    return Rulebook()


@cache
def installed_rulebook() -> Rulebook:
    """Return the rules of this package and of the packs that installed packages offer.

    They are looked for once. Raises ``PackError`` with the name of a pack that is broken.
    """
    return standard_rulebook().with_packs(installed_packs())
