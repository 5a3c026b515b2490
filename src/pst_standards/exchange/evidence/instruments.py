"""The instruments by which offices are evaluated, each edition with its day and how sure it is.

They change from year to year, so that they are data: a file of ``data/`` for each instrument, with
its editions. Nothing here knows what an indicator asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import frozen

from pst_standards.exchange.evidence.errors import EvidenceError
from pst_standards.findings import Confidence

if TYPE_CHECKING:
    import datetime as dt

NAMES: Final = ("pekppp", "zi", "ombudsman")
"""Instruments that are known."""
_CONDITION: Final = re.compile(r"(?P<fact>[a-z_]+)(?: (?P<sign>>=|<=|>) (?P<bound>[0-9]+))?")
_ABOVE: Final = "above "
UNREAD: Final = "unread"
"""Stands in a level whose terms were not read: nobody can tell whether it is reached."""


class Words(NamedTuple):
    """A sentence of an instrument in both languages."""

    id: str
    en: str

    def get(self, lang: str) -> str:
        """Return it in a language."""
        return self.en if lang == "en" else self.id


class Condition(NamedTuple):
    """What a level asks of a fact: that it holds, or how much of it there is.

    >>> condition("media >= 2")
    Condition(fact='media', sign='>=', bound=2)
    """

    fact: str
    sign: str = ""
    bound: int = 0

    def holds(self, value: int | Fraction | None, least: int | None = None) -> bool | None:
        """Tell whether it holds of a value; ``None`` where the fact is not known.

        ``least`` is what a value that is not known yet cannot fall below.

        >>> condition("media >= 2").holds(3), condition("media >= 2").holds(None)
        (True, None)
        >>> condition("months <= 6").holds(None, least=7)
        False
        """
        if value is None:
            over = self.sign == "<=" and least is not None and least > self.bound
            return False if over else None
        if self.sign == ">=":
            return value >= self.bound
        if self.sign == "<=":
            return value <= self.bound
        return value > self.bound


def condition(words: str) -> Condition:
    """Read a condition of a file; ``ValueError`` for what is none."""
    found = _CONDITION.fullmatch(words)
    if found is None:
        raise ValueError(words)
    return Condition(found["fact"], found["sign"] or ">", int(found["bound"] or 0))


@frozen(kw_only=True)
class Piece:
    """A piece of evidence: documents of ours by their kind, or what a person brings under a name.

    ``kind`` is ``document``, ``file``, ``photo`` or ``screenshot``; ``facilities`` names the kinds
    of facilities of which a photo in the definition will do. Until the fact ``when`` holds, a
    document is no more than a form to fill in.
    """

    kind: str
    documents: tuple[str, ...] = ()
    name: str = ""
    words: Words = Words("", "")
    facilities: tuple[str, ...] = ()
    when: str = ""


@frozen(kw_only=True)
class Item:
    """An item of an instrument.

    ``levels`` holds what each level from 1 on asks for, none where that was not read. ``facts`` are
    shown without a level, ``rules`` name rules of the catalogue that speak of the item, and
    ``components`` those of a standard that it asks for. ``confidence`` is how sure its levels are,
    where that is not as the edition says.
    """

    number: str
    title: Words
    cite: tuple[str, ...]
    responsible: str
    evidence: tuple[Piece, ...]
    aspect: str = ""
    weight: int = 0
    levels: tuple[tuple[Condition, ...], ...] = ()
    facts: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    confidence: Confidence | None = None


@frozen(kw_only=True)
class Aspect:
    """A part of an instrument with its weight in per cent."""

    id: str
    weight: int
    name: Words


@frozen(kw_only=True)
class Edition:
    """An instrument as it held from a year on, with where it was read and how sure that is."""

    instrument: str
    id: str
    since: int
    as_of: dt.date
    regulation: tuple[str, ...]
    confidence: Confidence
    source: str
    name: Words
    note: Words
    items: tuple[Item, ...]
    aspects: tuple[Aspect, ...] = ()
    groups: Mapping[str, tuple[str, ...]]


def instrument(name: str, year: int) -> Edition:
    """Return the edition of an instrument that held in a year, the last that had begun.

    ``name`` is ``pekppp``, ``zi`` or ``ombudsman``. Raises ``EvidenceError`` for another name and
    for a year before the first edition that is known.

    >>> instrument("zi", 2026).id
    'zi-2021'
    """
    if name not in NAMES:
        raise EvidenceError("instrument", name=name, known=NAMES)
    known = sorted(editions(name), key=lambda one: one.since)
    held = [one for one in known if one.since <= year]
    if not held:
        raise EvidenceError("year", name=name, year=year, since=known[0].since)
    return held[-1]


@cache
def editions(name: str) -> tuple[Edition, ...]:
    """Return every edition of an instrument, as its file has them."""
    import tomllib
    from importlib import resources

    text = (resources.files(__package__) / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return tuple(_edition(name, one) for one in tomllib.loads(text)["edition"])


def _edition(name: str, found: Mapping[str, Any]) -> Edition:
    return Edition(
        instrument=name,
        id=found["id"],
        since=found["since"],
        as_of=found["as_of"],
        regulation=tuple(found["regulation"]),
        confidence=Confidence(found["confidence"]),
        source=found["source"],
        name=Words(**found["name"]),
        note=Words(**found["note"]),
        items=tuple(map(_item, found["item"])),
        aspects=tuple(map(_aspect, found.get("aspect", ()))),
        groups={key: tuple(names) for key, names in found.get("groups", {}).items()},
    )


def _aspect(found: Mapping[str, Any]) -> Aspect:
    return Aspect(id=found["id"], weight=found["weight"], name=Words(**found["name"]))


def _item(found: Mapping[str, Any]) -> Item:
    levels = tuple(tuple(map(condition, one)) for one in found.get("levels", ()))
    if "survey" in found:
        levels = tuple(_of_survey(int(found["number"]), found["survey"]))
    return Item(
        number=found["number"],
        title=Words(**found["title"]),
        cite=tuple(found["cite"]),
        responsible=found["responsible"],
        evidence=tuple(map(_piece, found["evidence"])),
        aspect=found.get("aspect", ""),
        weight=found.get("weight", 0),
        levels=levels,
        facts=tuple(found.get("facts", ())),
        rules=tuple(found.get("rules", ())),
        components=tuple(found.get("components", ())),
        confidence=Confidence(found["confidence"]) if "confidence" in found else None,
    )


def _piece(found: Mapping[str, Any]) -> Piece:
    if "documents" in found:
        when = found.get("when", "")
        return Piece(kind="document", documents=tuple(found["documents"]), when=when)
    return Piece(
        kind=found["kind"],
        name=found["name"],
        words=Words(found["id"], found["en"]),
        facilities=tuple(found.get("facilities", ())),
    )


def _of_survey(number: int, fact: str) -> Iterator[tuple[Condition, ...]]:
    """Yield the levels that the room ``surveys`` knows of an indicator."""
    from pst_standards.surveys.instrument_files import data

    (found,) = (one for one in data("pekppp")["indicator"] if one["number"] == number)
    for bound in found.get("most", ()):
        yield (Condition(fact, "<=", bound),)
    for bound in map(str, found.get("least", ())):
        sign = ">" if bound.startswith(_ABOVE) else ">="
        yield (Condition(fact, sign, int(bound.removeprefix(_ABOVE))),)
