"""What identifies a regulation: its kind, number and year."""

from __future__ import annotations

import re
from functools import total_ordering
from typing import Final

from attrs import field, frozen, validators

from pst_standards.law.kinds import RegulationKind

_SEGMENT: Final = r"[A-Za-z0-9]+(?:[.\-][A-Za-z0-9]+)*"
NUMBER: Final = re.compile(rf"(?=[A-Za-z]*[0-9]){_SEGMENT}(?:/{_SEGMENT})*")
LONGEST_NUMBER: Final = 40
YEAR: Final = re.compile(r"(?:19|20|21)[0-9]{2}")
_LEADING: Final = re.compile(r"[0-9]{1,9}")


def natural(text: str | None) -> tuple[int, str]:
    """Sort key that puts 2 before 10 and 18 before 18A; ``None`` comes first.

    >>> sorted(["10", "2", "18A", "18"], key=natural)
    ['2', '10', '18', '18A']
    """
    digits = _LEADING.match(text or "")
    taken = digits.end() if digits else 0
    return (int((text or "")[:taken] or 0), (text or "")[taken:])


def _canonical_number(number: str) -> str:
    """Drop leading zeros of a plain number: ``07`` and ``7`` name one regulation."""
    return number.lstrip("0") or number if number.isdecimal() else number


@total_ordering
@frozen(kw_only=True, order=False, cache_hash=True)
class RegulationKey:
    """The identity of a regulation; orders by rank, then year, then number.

    ``number`` is text, for decrees are numbered ``B146/BPS/8000/10``. Raises ``ValueError`` when
    a part is not of its form.

    >>> str(RegulationKey(kind=RegulationKind.LAW, number="25", year=2009))
    'UU 25/2009'
    >>> RegulationKey.parse("UU 43/2007") < RegulationKey.parse("PP 51/1999")
    True
    """

    kind: RegulationKind = field(validator=validators.instance_of(RegulationKind))
    number: str = field(
        converter=_canonical_number,
        validator=validators.and_(
            validators.matches_re(NUMBER), validators.max_len(LONGEST_NUMBER)
        ),
    )
    year: int = field(validator=validators.and_(validators.ge(1900), validators.lt(2200)))

    @classmethod
    def parse(cls, text: str) -> RegulationKey:
        """Read the short form that ``str`` writes; looser spellings are for ``Citation.parse``.

        >>> RegulationKey.parse("Perka BPS 78/2020").kind
        <RegulationKind.BPS_HEAD_REGULATION: 'Perka BPS'>
        """
        short, _, rest = text.rpartition(" ")
        number, _, year = rest.rpartition("/")
        if YEAR.fullmatch(year) is None:
            raise ValueError(f"{text!r} is not of the form 'UU 25/2009'")
        return cls(kind=RegulationKind(short), number=number, year=int(year))

    @property
    def sort_key(self) -> tuple[int, int, tuple[int, str]]:
        """Rank, year and number, so that acts come before what carries them out."""
        return (self.kind.rank, self.year, natural(self.number))

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, RegulationKey):
            return NotImplemented
        return self.sort_key < other.sort_key

    def __str__(self) -> str:
        return f"{self.kind.value} {self.number}/{self.year}"

    def long(self, lang: str = "id") -> str:
        """Write the official form without the title.

        >>> RegulationKey.parse("UU 25/2009").long("en")
        'Law Number 25 of 2009'
        """
        name = self.kind.official(lang)
        word = "Number" if lang == "en" else "Nomor"
        if "/" in self.number:
            return f"{name} {word} {self.number}/{self.year}"
        return f"{name} {word} {self.number} {'of' if lang == 'en' else 'Tahun'} {self.year}"
