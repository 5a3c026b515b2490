"""A recap over many offices: what was found where, which base each stands on, and who lags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any, Final

from attrs import frozen

from pst_standards.definitions import Bases, Reading
from pst_standards.definitions.overrides import overrides
from pst_standards.definitions.wording import word
from pst_standards.findings import Report, Severity
from pst_standards.rules.batch import Checked
from pst_standards.rules.comparing import Deviation, Promise, deviations, promises

FORMAT: Final = "pst-recap/1"


class Lag(Enum):
    """Why an office lags behind the centre; ``NONE`` when it does not."""

    NONE = "none"
    NO_BASE = "no_base"
    OLDER_BASE = "older_base"
    OLDER_VERSION = "older_version"


@frozen(kw_only=True)
class OfficeLine:
    """One office of a recap; ``found`` counts its findings by rule.

    ``reason`` says why an office that is not ``usable`` could not be read.
    """

    path: str
    code: str = ""
    name: str = ""
    stage: str = ""
    base: str = ""
    version: str = ""
    lag: Lag = Lag.NONE
    overrides: int = 0
    found: Mapping[str, int]
    severities: Mapping[str, int]
    usable: bool = True
    reason: str = ""


@frozen(kw_only=True)
class Recap:
    """All offices in the order in which they were checked; ``failed`` names rules that broke."""

    as_of: date
    offices: tuple[OfficeLine, ...]
    deviations: tuple[Deviation, ...] = ()
    failed: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that found something anywhere, those of most offices first."""
        offices = Counter(rule for line in self.offices for rule in line.found)
        return tuple(sorted(offices, key=lambda rule: (-offices[rule], rule)))

    @property
    def laggards(self) -> tuple[OfficeLine, ...]:
        """The offices that do not stand on the newest base."""
        return tuple(line for line in self.offices if line.lag is not Lag.NONE)


def recap(
    checked: Iterable[Checked], *, as_of: date, bases: Bases | None = None, lang: str = "id"
) -> Recap:
    """Draw up the recap of what was checked; definitions are not kept.

    Why one could not be read is said in ``lang``.
    """
    known = bases or Bases()
    lines: list[OfficeLine] = []
    promised: list[Promise] = []
    failed: dict[str, None] = {}
    for one in checked:
        lines.append(_line(one, known, lang))
        if one.reading is not None:
            promised.extend(promises(one.path.as_posix(), one.reading.definition))
        if one.report is not None:
            failed.update(dict.fromkeys(one.report.coverage.failed))
    return Recap(
        as_of=as_of,
        offices=tuple(_weighed(lines, known)),
        deviations=deviations(promised),
        failed=tuple(failed),
    )


def _line(one: Checked, known: Bases, lang: str) -> OfficeLine:
    path = one.path.as_posix()
    if one.reading is None or one.report is None:
        rules = Counter(found.rule for found in one.refused)
        reason = " ".join(word(found, lang)[0] for found in one.refused[:1])
        none = _severities(None)
        return OfficeLine(path=path, found=rules, severities=none, usable=False, reason=reason)
    definition, office = one.reading.definition, one.reading.definition.office
    base, version = _base_of(one.reading, known)
    return OfficeLine(
        path=path,
        code=(office.code if office else None) or "",
        name=(office.name if office else None) or "",
        stage=definition.stage.value if definition.stage else "",
        base=base,
        version=version,
        overrides=_overrides(one.reading),
        found=Counter(found.rule for found in one.report.findings),
        severities=_severities(one.report),
    )


def _severities(report: Report | None) -> Mapping[str, int]:
    return {one.value: report.count(one) if report else 0 for one in reversed(Severity)}


def _layers(reading: Reading) -> tuple[Any, ...]:
    origin = reading.definition.origin
    return () if origin is None else origin.layers


def _base_of(reading: Reading, known: Bases) -> tuple[str, str]:
    """Return the base that a definition names, and the version it was written for."""
    for layer in _layers(reading):
        wish = layer.data.get("extends")
        name = wish.get("name") if isinstance(wish, Mapping) else wish
        base = known.find(name) if isinstance(name, str) else None
        if base is not None:
            pinned = wish.get("version") if isinstance(wish, Mapping) else None
            return base.id, str(pinned or base.version)
    return "", ""


def _overrides(reading: Reading) -> int:
    """Count the values that an office states otherwise than the layers below it."""
    layers = _layers(reading)
    if not layers:
        return 0
    own = layers[-1].data
    return len({found for lower in layers[:-1] for found in overrides(own, lower.data)})


def _weighed(lines: list[OfficeLine], known: Bases) -> Iterable[OfficeLine]:
    """Tell who lags: behind the base released last of those in use, or behind its version."""
    from attrs import evolve

    found = {line.base: known.find(line.base) for line in lines if line.base}
    released = {name: base.released for name, base in found.items() if base is not None}
    newest = max(released.values(), default="")
    for line in lines:
        base = found.get(line.base)
        if not line.usable:
            yield line
        elif base is None:
            yield evolve(line, lag=Lag.NO_BASE)
        elif released[line.base] < newest:
            yield evolve(line, lag=Lag.OLDER_BASE)
        else:
            yield evolve(line, lag=Lag.NONE if line.version == base.version else Lag.OLDER_VERSION)


def as_data(recap: Recap) -> dict[str, Any]:
    """Return a recap as plain data, ``pst-recap/1``."""
    return {
        "format": FORMAT,
        "as_of": recap.as_of.isoformat(),
        "offices": [_office(line) for line in recap.offices],
        "rules": [
            {
                "rule": rule,
                "offices": sum(rule in line.found for line in recap.offices),
                "findings": sum(line.found.get(rule, 0) for line in recap.offices),
            }
            for rule in recap.rules
        ],
        "laggards": [{"path": line.path, "lag": line.lag.value} for line in recap.laggards],
        "deviations": [one.as_data() for one in recap.deviations],
        "failed": list(recap.failed),
    }


def _office(line: OfficeLine) -> dict[str, Any]:
    return {
        "path": line.path,
        "code": line.code,
        "name": line.name,
        "stage": line.stage,
        "base": line.base,
        "version": line.version,
        "lag": line.lag.value,
        "overrides": line.overrides,
        "usable": line.usable,
        "reason": line.reason,
        "severities": dict(line.severities),
        "findings": dict(sorted(line.found.items())),
    }
