"""One cell of a table of answers: a value of the scale, a blank, not applicable, or refused.

Nothing is guessed. A cell is a value when it is a whole number of the scale or the plain text of
one; whatever else it may mean has to be said by a rule. A blank is never a zero.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

from pst_standards.surveys.elements import Instrument, Scale
from pst_standards.surveys.errors import SurveyError
from pst_standards.surveys.records import Record, made

# Patterns as texts: they are compiled for the first cell that needs them, and most files have none.
_FRACTION: Final = r"[+-]?[0-9]+[.,][0-9]+"
_WHOLE: Final = r"([+-]?[0-9]+)[.,]0+"
_FAR: Final = 9
_WRITTEN: Final = ("{words}", "{value}. {words}", "{value}.{words}", "{value} {words}")
_WRITTEN_ROUND: Final = ("{value} ({words})", "{value}) {words}", "{value} - {words}")
"""How forms write an option: its words, or its number and its words."""

_NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})


class Mark(Enum):
    """A cell that is no value and nothing wrong: left blank, or the question does not apply."""

    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"


class Refused(NamedTuple):
    """A cell that is none of these; ``reason`` is a key of the catalogue below ``error.answer``.

    The reasons are ``zero``, ``outside``, ``decimals`` (a whole number written with noughts after
    the comma), ``fraction``, ``spaces``, ``text`` and ``kind``.
    """

    reason: str
    found: str


Reading: TypeAlias = int | Mark | Refused


class AnswerRules(Record, kw_only=True):
    """What cells mean beyond the numbers of the scale.

    ``mapping`` gives the exact text of a cell its value or its mark for every question,
    ``by_item`` for one of them; ``strip`` says that spaces around a cell mean nothing, ``decimals``
    that noughts after a decimal comma or point do: 3,00 is 3 where a column was saved so. Raises
    ``SurveyError`` when a rule leads outside the scale.

    >>> rules = AnswerRules(scale=Scale(1, 4), mapping={"TS": 1, "-": Mark.NOT_APPLICABLE})
    >>> rules.read("3"), rules.read("TS"), rules.read("-").value, rules.read("").value
    (3, 1, 'not_applicable', 'blank')
    >>> rules.read("0").reason, rules.read("4 ").reason, rules.read("2,5").reason
    ('zero', 'spaces', 'fraction')
    """

    scale: Scale
    mapping: Mapping[str, int | Mark] = made(factory=dict)
    by_item: Mapping[str, Mapping[str, int | Mark]] = made(factory=dict)
    strip: bool = False
    decimals: bool = False

    def _check(self) -> None:
        for rules in (self.mapping, *self.by_item.values()):
            for found, value in rules.items():
                if not isinstance(value, Mark) and value not in self.scale.values:
                    low, high = self.scale.low, self.scale.high
                    raise SurveyError("rule", found=found, value=value, low=low, high=high)

    def known(self, item: str) -> Mapping[object, int | Mark]:
        """Return what texts are known to mean for a question, as far as any were read."""
        return self._texts.get(item if self.by_item else "", _NOTHING)

    @cached_property
    def _texts(self) -> dict[str, dict[object, int | Mark]]:
        return {}

    def read(self, cell: object, item: str = "") -> Reading:
        """Read one cell; ``item`` is the question, for a rule of its own."""
        if isinstance(cell, str):
            found = self._read_text(self._bare(cell), item)
            if not isinstance(found, Refused):
                # What is refused is not kept: there is no end to it in a file of garbage.
                self._texts.setdefault(item if self.by_item else "", {})[cell] = found
            return found
        if isinstance(cell, Decimal):
            return self._read_decimal(cell)
        if cell is None or cell != cell:  # noqa: PLR0124 - a number that is none is a blank
            return Mark.BLANK
        if isinstance(cell, bool) or not isinstance(cell, int | float):
            return Refused("kind", str(cell))
        # Tables keep a whole number in a column with blanks as a binary float.
        return self._in_scale(int(cell), str(cell)) if cell % 1 == 0 else self._odd(str(cell))

    def _bare(self, cell: str) -> str:
        if self.strip:
            cell = cell.strip()
        whole = re.fullmatch(_WHOLE, cell) if self.decimals else None
        return cell if whole is None else whole[1]

    def _read_decimal(self, cell: Decimal) -> Reading:
        if cell.is_nan():
            return Mark.BLANK
        # Of a number far beyond any scale the digits are not written out.
        if cell.is_finite() and cell.adjusted() < _FAR and cell == int(cell):
            return self._in_scale(int(cell), str(cell))
        return self._odd(str(cell))

    def _read_text(self, cell: str, item: str) -> Reading:
        for rules in (self.by_item.get(item, {}), self.mapping):
            if cell in rules:
                return rules[cell]
        if not cell:
            return Mark.BLANK
        if cell.isascii() and cell.isdigit() and (cell[0] != "0" or cell == "0"):
            return self._in_scale(int(cell[:9]), cell)
        return self._odd(cell)

    def _in_scale(self, value: int, cell: str) -> Reading:
        if value in self.scale.values:
            return value
        return Refused("outside" if value else "zero", cell)

    def _odd(self, cell: str) -> Refused:
        if cell.strip() != cell:
            return Refused("spaces", cell)
        if re.fullmatch(_WHOLE, cell):
            return Refused("decimals", cell)
        return Refused("fraction" if re.fullmatch(_FRACTION, cell) else "text", cell)


@lru_cache(maxsize=16)
def plain_rules(scale: Scale) -> AnswerRules:
    """Return the rules of a scale without any of one's own."""
    return AnswerRules(scale=scale)


def rules_for(
    instrument: Instrument,
    *,
    mapping: Mapping[str, int | Mark] | None = None,
    strip: bool = False,
    decimals: bool = False,
    option_texts: bool = False,
) -> AnswerRules:
    """Return the rules for an instrument.

    With ``option_texts`` a cell may hold the words of an option of the form instead of its number,
    in small letters, capitals, or with a capital at the start of the first or of each word, and
    with the number of the option before them.

    >>> from pst_standards.surveys import instrument
    >>> rules = rules_for(instrument("skm-2017"), option_texts=True)
    >>> rules.read("Gratis", "fee"), rules.read("sangat mudah", "procedure")
    (4, 4)
    >>> rules.read("4. Sangat Mudah", "procedure"), rules.read("gratis", "procedure").reason
    (4, 'text')
    """
    by_item: dict[str, Any] = {}
    if option_texts:
        for element in instrument.elements:
            by_item[element.key] = _options(element.options, instrument.scale)
        for item in instrument.items:
            by_item[item.key] = _options(instrument.item_options, instrument.scale)
    return AnswerRules(
        scale=instrument.scale,
        mapping=mapping or _NOTHING,
        by_item=by_item,
        strip=strip,
        decimals=decimals,
    )


def refused_cell(
    reading: Refused, item: str, instrument: Instrument, /, **known: object
) -> SurveyError:
    """Return the error about a refused cell; ``known`` says where it is, and how many more are.

    Words of an option of the form have a kind of their own, ``answer.words``: a rule reads them.
    """
    element, scale = instrument.element_of(item), instrument.scale
    kind = reading.reason
    if kind == "text":
        options = instrument.element(element).options or instrument.item_options
        words = bare_words(reading.found)
        kind = "words" if words in {option.casefold() for option in options} else kind
    found: dict[str, object] = {"found": reading.found, "low": scale.low, "high": scale.high}
    return SurveyError(f"answer.{kind}", **known, element=element, **found)


def bare_words(cell: str) -> str:
    """Return the bare words of a cell in small letters, without a number beside them.

    >>> bare_words("4. Sangat Mudah"), bare_words("4 (Sangat mudah)")
    ('sangat mudah', 'sangat mudah')
    """
    return cell.strip("0123456789.()-= \t").casefold()


def _options(options: tuple[str, ...], scale: Scale) -> dict[str, int]:
    found: dict[str, int] = {}
    for value, words in zip(scale.values, options, strict=False):
        for cased in (words, words.capitalize(), words.title(), words.upper()):
            for form in (*_WRITTEN, *_WRITTEN_ROUND):
                found[form.format(value=value, words=cased)] = value
    return found
