"""To which definitions a rule applies: those that hold what it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pst_standards.rules.services import may_be_pst

if TYPE_CHECKING:
    from pst_standards.rules.binding import Applies
    from pst_standards.rules.context import Context


def has_standards(context: Context) -> bool:
    """Tell whether there is a standard to look at."""
    return bool(context.definition.standards)


def has_services(context: Context) -> bool:
    """Tell whether services are declared."""
    return bool(context.definition.services)


def may_be_of_bps(context: Context) -> bool:
    """Tell whether this may be an office of BPS: nothing says that it is another body."""
    return may_be_pst(context.definition.office)


def has_texts(context: Context) -> bool:
    """Tell whether there is a text that the public reads."""
    return bool(context.public_sayings)


def refers_reports_of_abuse(context: Context) -> bool:
    """Tell whether the office speaks of the whistleblowing system."""
    complaints = context.definition.complaints
    return complaints is not None and complaints.whistleblowing is not None


def describes_complaint_management(context: Context) -> bool:
    """Tell whether the office describes how it manages complaints, beyond a list of channels.

    The page of a single standard names channels and no more; it says nothing of teams and owners.
    """
    complaints = context.definition.complaints
    return complaints is not None and complaints.mechanism is not None


def has(key: str) -> Applies:
    """Return the condition that the definition states a part of it, such as ``office``.

    >>> from datetime import date
    >>> from pst_standards.model import Definition
    >>> from pst_standards.rules.context import Context
    >>> has("office")(Context(definition=Definition(), as_of=date(2026, 11, 22)))
    False
    """

    def applies(context: Context) -> bool:
        return bool(getattr(context.definition, key))

    return applies


def has_component(key: str) -> Applies:
    """Return the condition that some standard has a component, such as ``fee``.

    A component that is missing is reported once, by STD-001, and by no other rule.
    """

    def applies(context: Context) -> bool:
        # A loop, as a generator would take twice as long, and many rules ask.
        for one in context.definition.standards:  # noqa: SIM110
            if getattr(one, key) is not None:
                return True
        return False

    return applies
