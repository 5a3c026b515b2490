"""The fourteen components of a service standard, with letter, group and order.

UU 25/2009 Pasal 21 and PP 96/2012 Pasal 25 name them with the same letters; PermenPANRB 15/2014
splits them into six of service delivery and eight of manufacturing, and orders them anew, so a
letter is never derived from an order.
"""

from __future__ import annotations

from enum import Enum
from typing import Final


class Group(Enum):
    """Part of the form that a component stands in."""

    DELIVERY = "service_delivery"
    MANUFACTURING = "manufacturing"


class Component(Enum):
    """A component: its key in a definition, and its letter in UU 25/2009 Pasal 21.

    >>> Component.FEE.value, Component.FEE.letter, Component.FEE.group.value
    ('fee', 'e', 'service_delivery')
    >>> Component.FEE.citation
    'UU 25/2009 Pasal 21 huruf e'
    """

    LEGAL_BASIS = "legal_basis"
    REQUIREMENTS = "requirements"
    PROCEDURE = "procedure"
    TIME_LIMIT = "time_limit"
    FEE = "fee"
    PRODUCT = "product"
    FACILITIES = "facilities"
    COMPETENCE = "competence"
    INTERNAL_SUPERVISION = "internal_supervision"
    COMPLAINT_HANDLING = "complaint_handling"
    STAFFING = "staffing"
    SERVICE_GUARANTEE = "service_guarantee"
    SAFETY_GUARANTEE = "safety_guarantee"
    PERFORMANCE_EVALUATION = "performance_evaluation"

    @property
    def letter(self) -> str:
        """Letter in UU 25/2009 Pasal 21, ``a`` to ``n``."""
        return _LETTERS[self]

    @classmethod
    def named(cls, name: str | None) -> Component | None:
        """Return the component of a key or a letter, ``None`` for any other word.

        >>> Component.named("huruf e") is Component.named("Fee") is Component.FEE
        True
        """
        key = (name or "").strip().lower().removeprefix("huruf ").replace(" ", "_")
        return _BY_NAME.get(key)

    @property
    def group(self) -> Group:
        """Part of the form."""
        return Group.DELIVERY if self in SERVICE_DELIVERY else Group.MANUFACTURING

    @property
    def citation(self) -> str:
        """Short citation of the letter that asks for this component."""
        return f"UU 25/2009 Pasal 21 huruf {self.letter}"


_LETTERS: Final = {member: chr(ord("a") + place) for place, member in enumerate(Component)}
_BY_NAME: Final = {one.value: one for one in Component} | {
    letter: one for one, letter in _LETTERS.items()
}

SERVICE_DELIVERY: Final = (
    Component.REQUIREMENTS,
    Component.PROCEDURE,
    Component.TIME_LIMIT,
    Component.FEE,
    Component.PRODUCT,
    Component.COMPLAINT_HANDLING,
)
"""Order of part A of the form."""

MANUFACTURING: Final = (
    Component.LEGAL_BASIS,
    Component.FACILITIES,
    Component.COMPETENCE,
    Component.INTERNAL_SUPERVISION,
    Component.STAFFING,
    Component.SERVICE_GUARANTEE,
    Component.SAFETY_GUARANTEE,
    Component.PERFORMANCE_EVALUATION,
)
"""Order of part B of the form."""
