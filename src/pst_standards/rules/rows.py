"""The catalogue of what the law asks: one row a rule.

The rows are written by hand in ``catalogue/*.toml``, one dated file an area. ``tools/catalogue.py``
reads them strictly into ``catalogue.json``, which is what a check loads: parsing TOML would cost
more than the check itself. A test fails when the two differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache, cached_property
from importlib import resources
from typing import Any, Final

from attrs import frozen

from pst_standards.findings import Confidence, Severity, Verdict
from pst_standards.law.dates import PartialDate
from pst_standards.model.base import FrozenMap, Text
from pst_standards.model.definition import Stage

AREAS: Final = (
    "standard",
    "life_cycle",
    "service",
    "tariff",
    "maklumat",
    "complaint",
    "whistleblowing",
    "information_request",
    "report",
    "compensation",
    "facility",
    "vulnerable",
    "staff",
    "publication",
    "citation",
    "calendar",
    "privacy",
    "shape",
)
"""The files of the catalogue, in the order in which their rules are run and listed."""

DEFINITION: Final = "definition"
"""What most rules look at; the others look at a record, a case of its own."""

_STAGES: Final = tuple(Stage)


class Force(Enum):
    """How strongly the norm asks: a duty, a recommendation, or a possibility."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class Status(Enum):
    """How far a machine answers for a rule."""

    CHECKED = "checked"
    PARTIAL = "partial"
    BY_CONSTRUCTION = "by_construction"
    UNCHECKABLE = "uncheckable"
    NEEDS_DATA = "needs_data"

    @property
    def runs(self) -> bool:
        """Whether a function stands behind the rule."""
        return self in {Status.CHECKED, Status.PARTIAL}

    @property
    def can_be_answered(self) -> bool:
        """Whether a definition alone settles the rule, as far as a machine can."""
        return self not in {Status.UNCHECKABLE, Status.NEEDS_DATA}


class CatalogueError(ValueError):
    """A file of the catalogue does not have the form that its rows need."""


@frozen(kw_only=True)
class Cite:
    """A norm that a rule rests on, and how sure that is."""

    cite: str
    confidence: Confidence


@frozen(kw_only=True)
class Variant:
    """One of several things that a rule can find, with its own gravity and failing example.

    ``suppressible`` follows the row unless stated, and so does ``about``: a rule about what an
    office promises may look at a single complaint as well. ``passes`` is then what passes there.
    """

    severity: Severity
    suppressible: bool | None = None
    fails: str = ""
    passes: str = ""
    about: str = ""


@frozen(kw_only=True, eq=False)
class Row:
    """One rule: what is asked, by which norm, how gravely, and an example of each side.

    ``fails`` and ``passes`` are the smallest definitions in YAML that show the rule; a rule
    that only speaks through variants has its failing examples there. A rule that no function
    looks into has its examples in words, ``case_fails`` and ``case_passes``, its ``reason`` and
    its ``remedy``; of the others the remedy stands in the message catalogues. ``stage`` is the
    first stage of a definition to which the rule applies. ``defect_seen`` names the real defect
    that a rule of quality answers. ``reviewed`` is the day on which the file of the area was last
    held against its sources. ``about`` is what the rule looks at: the definition, or the kind of
    record (``sale``) whose examples it then has; a variant may look at another.
    """

    id: str
    area: str
    reviewed: date
    title: Text
    explanation: Text
    verdict: Verdict
    force: Force
    severity: Severity
    status: Status
    aliases: tuple[str, ...] = ()
    citations: tuple[Cite, ...] = ()
    variants: Mapping[str, Variant] = FrozenMap()
    reason: Text | None = None
    stage: Stage = Stage.DRAFT
    since: PartialDate | None = None
    until: PartialDate | None = None
    suppressible: bool = True
    defect_seen: str = ""
    fails: str = ""
    passes: str = ""
    case_fails: Text | None = None
    case_passes: Text | None = None
    remedy: Text | None = None
    about: str = DEFINITION

    @cached_property
    def kinds(self) -> frozenset[str]:
        """All that the rule looks at: the definition, kinds of records, or both."""
        return frozenset({self.about, *map(self.about_of, self.variants)})

    def about_of(self, variant: str) -> str:
        """Return what a variant looks at, the rule itself for ``""``."""
        own = self.variants.get(variant)  # those of the shape of files are not listed
        return (own.about if own else "") or self.about

    def passes_of(self, variant: str) -> str:
        """Return what passes a variant: its own example, or one of those about the same thing."""
        about = self.about_of(variant)
        named = {"": self.passes} if about == self.about else {}
        named |= {
            key: of.passes for key, of in self.variants.items() if self.about_of(key) == about
        }
        return named.get(variant) or next(filter(None, named.values()), "")

    @cached_property
    def cites(self) -> tuple[str, ...]:
        """The short citations alone, as a finding carries them."""
        return tuple(cited.cite for cited in self.citations)

    def severity_of(self, variant: str) -> Severity:
        """Return the gravity of a variant, of the rule itself for ``""``."""
        return self.variants[variant].severity if variant else self.severity

    def may_suppress(self, variant: str) -> bool:
        """Whether an office may accept such a finding with a reason."""
        own = self.variants[variant].suppressible if variant else None
        return self.suppressible if own is None else own

    def in_force(self, on: date) -> bool:
        """Whether the norm may bind on a day; doubt about its dates leaves it in force."""
        begun = self.since is None or self.since.is_after(on) is not True
        return begun and (self.until is None or self.until.is_before(on) is not True)

    def reached(self, stage: Stage) -> bool:
        """Whether a definition of this stage has come far enough for the rule."""
        return _STAGES.index(stage) >= _STAGES.index(self.stage)


@frozen(kw_only=True, eq=False)
class Catalogue:
    """All rows in the order of areas and files; ``[id]`` finds one by id or alias.

    >>> catalogue()["CMP-009"].id
    'PGD-006'
    """

    rows: tuple[Row, ...]

    @cached_property
    def _by_name(self) -> Mapping[str, Row]:
        return {name: row for row in self.rows for name in (row.id, *row.aliases)}

    def __getitem__(self, name: str) -> Row:
        return self._by_name[name]

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def get(self, name: str | None) -> Row | None:
        """Find a row by id or alias, ``None`` when there is none."""
        return self._by_name.get(name or "")

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def law(self) -> tuple[Row, ...]:
        """Return the rows about content; those of area ``shape`` belong to the reader of files."""
        return self._law

    @cached_property
    def _law(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.area != "shape")


@cache
def catalogue() -> Catalogue:
    """Return the catalogue of this package.

    >>> catalogue()["STD-001"].severity.value
    'error'
    """
    import json

    file = resources.files(__package__) / "catalogue.json"
    areas = json.loads(file.read_text(encoding="utf-8"))
    return Catalogue(rows=tuple(_row(area, data) for area in areas for data in area["rule"]))


def sources() -> dict[str, str]:
    """Return the TOML text of each area, in their order."""
    folder = resources.files(__package__) / "catalogue"
    return {area: (folder / f"{area}.toml").read_text(encoding="utf-8") for area in AREAS}


def compiled(texts: Mapping[str, str]) -> str:
    """Return the JSON text that ``catalogue`` loads, from one TOML text per area."""
    import json

    areas = [_area(area, text) for area, text in texts.items()]
    return json.dumps(areas, ensure_ascii=False, indent=1) + "\n"


def read_catalogue(texts: Mapping[str, str]) -> Catalogue:
    """Read the catalogue from one TOML text per area.

    Raises ``CatalogueError`` for a key that is not known, a value of a wrong kind and an id or
    alias used twice.
    """
    areas = [_area(area, text) for area, text in texts.items()]
    rows = tuple(_row(area, data) for area in areas for data in area["rule"])
    _refuse_doubles(rows)
    return Catalogue(rows=rows)


def _area(area: str, text: str) -> Mapping[str, Any]:
    import tomllib

    data = tomllib.loads(text)
    if data.keys() != {"reviewed", "rule"} or not isinstance(data["reviewed"], date):
        raise CatalogueError(f"{area}: expected a date reviewed and [[rule]], found {sorted(data)}")
    return {"area": area, "reviewed": data["reviewed"].isoformat(), "rule": data["rule"]}


def _refuse_doubles(rows: tuple[Row, ...]) -> None:
    names = [name for row in rows for name in (row.id, *row.aliases)]
    doubles = sorted({name for name in names if names.count(name) > 1})
    if doubles:
        raise CatalogueError(f"used twice: {', '.join(doubles)}")


def _row(area: Mapping[str, Any], data: Mapping[str, Any]) -> Row:
    about: dict[str, Any] = {"area": area["area"], "reviewed": date.fromisoformat(area["reviewed"])}
    try:
        return Row(**about, **{key: _READERS[key](value) for key, value in data.items()})
    except (KeyError, TypeError, ValueError) as error:
        raise CatalogueError(f"{area['area']}: {data.get('id')}: {error}") from error


def _strictly(cls: Any, data: Mapping[str, Any], **readers: Any) -> Any:
    return cls(**{key: readers[key](value) for key, value in data.items()})


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected a string, found {value!r}")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"expected true or false, found {value!r}")
    return value


def _text(value: Mapping[str, Any]) -> Text:
    if value.keys() != {"id", "en"}:
        raise ValueError(f"expected id and en, found {sorted(value)}")
    return Text(*(" ".join(_string(value[lang]).split()) for lang in ("id", "en")))


def _cite(value: Mapping[str, Any]) -> Cite:
    cited: Cite = _strictly(Cite, value, cite=_string, confidence=Confidence)
    return cited


def _variants(value: Mapping[str, Any]) -> Mapping[str, Variant]:
    return FrozenMap(
        {name: _strictly(Variant, part, **_OF_A_VARIANT) for name, part in value.items()}
    )


_OF_A_VARIANT: Final[Mapping[str, Any]] = {
    "severity": Severity,
    "suppressible": _truth,
    "fails": _string,
    "passes": _string,
    "about": _string,
}
_READERS: Final[Mapping[str, Any]] = {
    "id": _string,
    "title": _text,
    "explanation": _text,
    "verdict": Verdict,
    "force": Force,
    "severity": Severity,
    "status": Status,
    "aliases": lambda value: tuple(map(_string, value)),
    "citations": lambda value: tuple(map(_cite, value)),
    "variants": _variants,
    "reason": _text,
    "stage": Stage,
    "since": PartialDate.parse,
    "until": PartialDate.parse,
    "suppressible": _truth,
    "defect_seen": _string,
    "fails": _string,
    "passes": _string,
    "case_fails": _text,
    "case_passes": _text,
    "remedy": _text,
    "about": _string,
}
