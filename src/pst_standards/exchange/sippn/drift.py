"""What a published page can have of its own, and what came of holding one against a definition."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import Enum
from typing import Any, Final

from attrs import frozen

from pst_standards.messages import text

FORMAT: Final = "pst-sippn-compare/1"


class Kind(Enum):
    """How a published page differs from the definition."""

    FLATTENED_LIST = "flattened_list"
    """Points of a list stand in one line, or nested points have become points of the list."""
    REORDERED = "reordered"
    """The same points in another order."""
    CUT_DECREE = "cut_decree"
    """The field shows the beginning of the decree's name only."""
    STALE_DECREE = "stale_decree"
    """The page names an older decree, or the one that was replaced."""
    CHANGED_DECREE = "changed_decree"
    MISSING_DECREE = "missing_decree"
    WRONG_SERVICE_NAME = "wrong_service_name"
    WRONG_OFFICE = "wrong_office"
    """The unit, a name in a text, or an address belongs to another office."""
    STALE_PORTAL = "stale_portal"
    """The page sends people to an address that the definition no longer names."""
    DUPLICATE_ENTRY = "duplicate_entry"
    """The file has more than one entry of the same service."""
    DUPLICATE_COMPONENT = "duplicate_component"
    DUPLICATE_ITEM = "duplicate_item"
    MISSING_COMPONENT = "missing_component"
    EXTRA_COMPONENT = "extra_component"
    MOVED_TEXT = "moved_text"
    """A text stands under the heading of another component."""
    CHANGED_REQUIREMENT = "changed_requirement"
    CHANGED_STEP = "changed_step"
    CHANGED_TIME = "changed_time"
    CHANGED_FEE = "changed_fee"
    CHANGED_PRODUCT = "changed_product"
    CHANGED_COMPLAINT_CHANNEL = "changed_complaint_channel"
    MISSING_ITEM = "missing_item"
    EXTRA_ITEM = "extra_item"
    CUT_TEXT = "cut_text"
    WORDS_RUN_TOGETHER = "words_run_together"
    ENCODING_DAMAGE = "encoding_damage"
    """Signs were garbled on the way, as ``â€œ`` for a quotation mark."""
    PLACEHOLDER_LEFT = "placeholder_left"
    """A field holds a dash, "tes" or filler where the definition has a text."""

    def message(self, lang: str) -> str:
        """Return what it is called.

        >>> Kind.CHANGED_FEE.message("en")
        'The fee differs'
        """
        return text("exchange", f"sippn.drift.{self.value}", lang)


@frozen(kw_only=True)
class Difference:
    """A place where the page says something else; a text that is missing is empty.

    ``component`` is a key of the standard, or ``title``, ``unit``, ``decree`` or ``entry``;
    ``pointer`` leads to it in the definition, and ``place`` to it in the file (``line 7``, a cell).
    """

    component: str
    pointer: str
    kind: Kind
    expected: str = ""
    found: str = ""
    standard: str = ""
    place: str = ""

    def to_dict(self) -> dict[str, str]:
        """Return it for programs."""
        return {
            "component": self.component,
            "pointer": self.pointer,
            "kind": self.kind.value,
            "expected": self.expected,
            "found": self.found,
            "standard": self.standard,
            "place": self.place,
        }


@frozen(kw_only=True)
class Comparison:
    """Which standards the file shows, and where it differs from the definition."""

    standards: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()
    """Cells of a workbook that were read although people may not see them: by sheet and cell."""

    @property
    def matches(self) -> bool:
        """Whether the file says what the definition says."""
        return not self.differences

    def kinds(self) -> set[str]:
        """Return the kinds of drift that were found."""
        return {one.kind.value for one in self.differences}

    def to_dict(self) -> dict[str, Any]:
        """Return the result in the form ``pst-sippn-compare/1``."""
        return {
            "format": FORMAT,
            "matches": self.matches,
            "standards": list(self.standards),
            "differences": [one.to_dict() for one in self.differences],
            "notes": list(self.notes),
        }

    def to_json(self) -> str:
        """Return the result for programs."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"


def in_order(found: Iterable[Difference], components: Iterable[str]) -> tuple[Difference, ...]:
    """Return differences in the order of the page, each once."""
    places = {name: place for place, name in enumerate(components)}
    return tuple(
        sorted(dict.fromkeys(found), key=lambda one: places.get(one.component, len(places)))
    )
