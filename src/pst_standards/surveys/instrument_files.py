"""The instruments that this package knows, read from its data when one is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pst_standards.surveys.elements import Element, Instrument, Item, Scale
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.terms import Term

if TYPE_CHECKING:
    import datetime as dt

_PLAIN: Final = ("skm-2017", "skm-2014", "skm-2004")
_ITEMS: Final = "skm-16"
_EDITIONS: Final = "skd"


@cache
def data(name: str) -> Mapping[str, Any]:
    """Return one file of the data folder as it is; read once."""
    # Not importlib.resources: that loads a dozen modules, and takes longer than all the scoring.
    import pkgutil
    import tomllib

    found = pkgutil.get_data(__package__, f"data/{name}.toml")
    return tomllib.loads((found or b"").decode("utf-8"))


def instrument(name: str, *, item_map: str = "", form: str = "") -> Instrument:
    """Return an instrument by its id.

    The form of sixteen questions needs ``item_map`` (``a`` or ``b``) and ``form`` (``online``,
    ``offline`` or ``hybrid``), or both in its id: ``skm-16-hybrid-b``. Raises ``SurveyError`` for
    an id that is not known, a map that is not named, and an edition whose list is not known.

    >>> instrument("skm-16", item_map="b", form="online").id
    'skm-16-online-b'
    """
    if item_map or form:
        name = f"{name}-{form}-{item_map}"
    return _instrument(name)


@cache
def _instrument(name: str) -> Instrument:
    if name in _PLAIN:
        return _read(data(name))
    if name == _ITEMS or name.startswith(f"{_ITEMS}-"):
        return _of_items(name)
    for edition in data(_EDITIONS)["edition"]:
        if edition["id"] == name:
            return _edition(edition)
    raise SurveyError("instrument.unknown", found=name, expected=tuple(_names()))


def instruments() -> tuple[Instrument, ...]:
    """Return every instrument that can be scored, the form of sixteen in each form and map.

    >>> [one.id for one in instruments()][:3]
    ['skm-2017', 'skm-2014', 'skm-2004']
    """
    return tuple(map(instrument, _names()))


def regimes_on(start: dt.date) -> tuple[Instrument, ...]:
    """Return the instrument whose rules and grades hold for a period that starts on a day.

    It follows from the day alone, never from the number of elements. The regulations are known to
    the year: for a start in the year of a change both come back, the newer first, and the survey
    has to say which it used. Before 2004 there is none, so that there is no grade.

    >>> import datetime as dt
    >>> [one.id for one in regimes_on(dt.date(2015, 7, 1))]
    ['skm-2014']
    >>> [one.id for one in regimes_on(dt.date(2017, 7, 1))]
    ['skm-2017', 'skm-2014']
    """
    held: list[Instrument] = []
    for one in map(instrument, _PLAIN):
        if one.since is not None and one.since <= start.year:
            held.append(one)
            if one.since < start.year:
                break
    return tuple(held)


def _names() -> Iterator[str]:
    yield from _PLAIN
    found = data(_ITEMS)
    yield from (f"{_ITEMS}-{form}-{name}" for form in found["forms"] for name in found["map"])
    yield from (one["id"] for one in data(_EDITIONS)["edition"] if not one.get("incomplete"))


def _read(found: Mapping[str, Any], **over: Any) -> Instrument:
    fields: dict[str, Any] = {
        "id": found["id"],
        "family": found["family"],
        "name": Term(**found["name"]),
        "elements": tuple(map(_element, found.get("element", ()))),
        "scale": Scale(**found["scale"]),
        "numberings": tuple(found["numberings"]),
        "sureness": found["confidence"],
        "source": found["source"],
        "grades": found["grades"],
        "regulation": found.get("regulation", ""),
        "since": found.get("since"),
        "printed_weight": found.get("printed_weight", ""),
        "importance": found.get("importance", False),
        "doubtful": found["doubtful"],
    }
    return Instrument(**{**fields, **over})


def _element(found: Mapping[str, Any]) -> Element:
    return Element(
        key=found["key"],
        term=Term(found["id"], found["en"]),
        aliases=tuple(found.get("aliases", ())),
        numbers=found.get("numbers", {}),
        options=tuple(found.get("options", ())),
        optional=found.get("optional", False),
    )


def _edition(edition: Mapping[str, Any]) -> Instrument:
    """Read an edition of the survey of data needs, or a part of it that has its own index."""
    if edition.get("incomplete"):
        raise SurveyError("instrument.incomplete", found=edition["id"])
    whole = data(_EDITIONS)
    parts = {name: tuple(keys) for name, keys in whole["parts"].items()}
    read = _read({**whole, **edition}, parts={} if "part" in edition else parts)
    if "part" not in edition:
        return read
    keys = parts[edition["part"]]
    return read.changed(elements=tuple(read.element(key) for key in keys))


def _of_items(name: str) -> Instrument:
    found = data(_ITEMS)
    form, _, item_map = name.removeprefix(_ITEMS).removeprefix("-").partition("-")
    if form not in found["forms"] or item_map not in found["map"]:
        known = tuple(one for one in _names() if one.startswith(_ITEMS))
        raise SurveyError("instrument.map", found=name, expected=known)
    return _read(
        found,
        id=name,
        elements=_without_numbers(_instrument(found["elements_of"])),
        items=tuple(_items(found, form, item_map)),
        item_options=tuple(found["item_options"]),
        item_map=item_map,
        form=form,
    )


def _without_numbers(of: Instrument) -> tuple[Element, ...]:
    # A bare 8 is the eighth question here, never the eighth element.
    return tuple(Element(key=one.key, term=one.term, aliases=one.aliases) for one in of.elements)


def _items(found: Mapping[str, Any], form: str, item_map: str) -> Iterator[Item]:
    chosen = found["map"][item_map]
    homes = {
        number: key
        for key, numbers in chosen.items()
        if isinstance(numbers, list)
        for number in numbers
    }
    homes.update(chosen.get(form, {}))
    for one in found["item"]:
        if form in one.get("forms", found["forms"]):
            number = one["number"]
            words = Term(one["id"], one["en"])
            yield Item(key=f"q{number}", number=number, text=words, element=homes[number])
