"""Survey instruments: which elements are asked, on which scale, and under which numbers.

An element (unsur) is known by its meaning. Its number is only how some list calls it: the list of
PermenPANRB 14/2017 and the form in the same annex number two elements the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.records import Record, made
from pst_standards.surveys.terms import Term

if TYPE_CHECKING:
    from pst_standards.findings import Confidence

_NO_REPLACEMENTS: Final[Mapping[str, Element]] = MappingProxyType({})
DOUBTFUL: Final = frozenset(("unverified", "illustration"))
"""The marks of confidence of what is known from memory or a single weak source."""


@lru_cache(maxsize=16)
def _lowest_index(low: int, high: int) -> Fraction:
    return Fraction(100 * low, high)


class Scale(NamedTuple):
    """The lowest and the highest answer; every whole number between them is one.

    >>> Scale(1, 4).values, Scale(1, 10).index_of(Fraction(7))
    (range(1, 5), Fraction(70, 1))
    """

    low: int
    high: int

    @property
    def values(self) -> range:
        """Every answer there is, the lowest first."""
        return range(self.low, self.high + 1)

    @property
    def lowest_index(self) -> Fraction:
        """The index when all give the lowest answer: 25 from 1 to 4, 10 from 1 to 10."""
        return _lowest_index(self.low, self.high)

    def index_of(self, mean: Fraction) -> Fraction:
        """Return a weighted mean as an index of at most 100 (from 1 to 4: 25 times it)."""
        return mean * 100 / self.high


class Element(Record, kw_only=True):
    """One element (unsur): its key, its official term, its numbers and the options of its answer.

    ``aliases`` are short Indonesian names by which columns call it; ``numbers`` its place by each
    way of numbering; an ``optional`` element may be left out by whoever was not concerned.
    """

    key: str
    term: Term
    aliases: tuple[str, ...] = ()
    numbers: Mapping[str, int] = made(factory=dict)
    options: tuple[str, ...] = ()
    optional: bool = False


class Item(Record, kw_only=True):
    """One question of a form that has several for an element; ``element`` by the chosen map."""

    key: str
    number: str
    text: Term
    element: str


class Instrument(Record, kw_only=True):
    """One survey instrument with its elements, its scale and what is known of its source.

    ``items`` are its questions where they are not the elements themselves; ``grades`` names the
    table of grades, ``parts`` subsets with an index of their own, ``numberings`` the ways in which
    its elements are numbered. ``sureness`` is the mark of confidence in all of it, ``doubtful``
    those of fields that are less sure than the rest.

    >>> from pst_standards.surveys import instrument
    >>> [element.key for element in instrument("skm-2017").elements][-2:]
    ['complaint_handling', 'facilities']
    """

    id: str
    family: str
    name: Term
    elements: tuple[Element, ...]
    scale: Scale
    numberings: tuple[str, ...]
    sureness: str
    source: str
    grades: str = ""
    regulation: str = ""
    since: int | None = None
    printed_weight: str = ""
    importance: bool = False
    items: tuple[Item, ...] = ()
    item_options: tuple[str, ...] = ()
    item_map: str = ""
    form: str = ""
    parts: Mapping[str, tuple[str, ...]] = made(factory=dict)
    doubtful: Mapping[str, str] = made(factory=dict)
    adapted: bool = False

    def __hash__(self) -> int:
        return hash(self.id)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of its elements, in order."""
        return tuple(element.key for element in self.elements)

    def element(self, key: str) -> Element:
        """Return the element of a key; ``SurveyError`` when there is none."""
        found = self._by_key.get(key)
        if found is None:
            known = self.keys
            raise SurveyError("element.unknown", element=key, instrument=self.id, expected=known)
        return found

    @cached_property
    def _by_key(self) -> Mapping[str, Element]:
        return {element.key: element for element in self.elements}

    @cached_property
    def _of_items(self) -> Mapping[str, str]:
        return {item.key: item.element for item in self.items}

    def element_of(self, item: str) -> str:
        """Return the key of the element that a question belongs to.

        A question that is not the element itself is called by the key of its element and a name,
        such as ``time_limit.2``, or by a key of ``items``.
        """
        if item in self._by_key:
            return item
        return self._of_items.get(item) or self.element(item.partition(".")[0]).key

    @property
    def confidence(self) -> Confidence:
        """How sure all of it is."""
        return self.confidence_of("")

    def confidence_of(self, name: str) -> Confidence:
        """Return how sure one field is."""
        from pst_standards.findings import Confidence

        return Confidence(self.doubtful.get(name, self.sureness))

    def is_doubtful(self, name: str = "") -> bool:
        """Tell whether all of it, or one field, is known from a weak source only."""
        return self.doubtful.get(name, self.sureness) in DOUBTFUL


def adapted(
    instrument: Instrument,
    *,
    add: Iterable[Element] = (),
    replace: Mapping[str, Element] = _NO_REPLACEMENTS,
    drop: Iterable[str] = (),
    scale: Scale | None = None,
) -> Instrument:
    """Return the instrument as an office asks it: with elements added, replaced or dropped.

    A replacing element keeps the numbers of the one it replaces. The result has an id of its own,
    so that its counts never mix with those of the instrument as it is in the regulation. Raises
    ``SurveyError`` for a key that is not there, one that is there already, and no element left.

    >>> from pst_standards.surveys import Term, instrument
    >>> levy = Element(key="illegal_levy", term=Term("Pungutan tidak resmi"))
    >>> own = adapted(instrument("skm-2017"), replace={"complaint_handling": levy})
    >>> own.id, own.keys[7], own.element("illegal_levy").numbers["list"]
    ('skm-2017-own', 'illegal_levy', 8)
    """
    out = frozenset(drop)
    for key in (*replace, *sorted(out)):
        instrument.element(key)
    kept = [
        replace[one.key].changed(numbers=one.numbers) if one.key in replace else one
        for one in instrument.elements
        if one.key not in out
    ]
    for element in add:
        kept.append(_numbered(element, kept, instrument.numberings))
    keys = [one.key for one in kept]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise SurveyError("element.twice", element=twice)
    if not kept:
        raise SurveyError("element.none", instrument=instrument.id)
    name = instrument.id if instrument.adapted else f"{instrument.id}-own"
    return instrument.changed(
        id=name, elements=tuple(kept), scale=scale or instrument.scale, adapted=True
    )


def _numbered(element: Element, others: list[Element], numberings: tuple[str, ...]) -> Element:
    """Give an added element the next number where it has none."""
    numbers = {
        way: max((one.numbers.get(way, 0) for one in others), default=0) + 1 for way in numberings
    }
    return element.changed(numbers={**numbers, **element.numbers})
