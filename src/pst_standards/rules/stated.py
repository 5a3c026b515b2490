"""Whether a part that a definition holds says anything: it may be there and be empty."""

from __future__ import annotations

from pst_standards.model.base import own_names
from pst_standards.model.channel import Address, Decree, Duration
from pst_standards.rules.wordings import says


def states_address(address: Address | None) -> bool:
    """Tell whether some line of an address is given.

    >>> states_address(Address(city="Contoh")), states_address(Address()), states_address(None)
    (True, False, False)
    """
    return address is not None and any(says(getattr(address, one)) for one in own_names(Address))


def states_decree(decree: Decree | None) -> bool:
    """Tell whether a decree can be told from others: by number, title or date.

    >>> states_decree(Decree(number="12")), states_decree(Decree()), states_decree(None)
    (True, False, False)
    """
    return decree is not None and (
        decree.date is not None or says(decree.number) or says(decree.title)
    )


def states_duration(duration: Duration | None) -> bool:
    """Tell whether a duration has both a value and a unit.

    >>> states_duration(Duration(value=3)), states_duration(None)
    (False, False)
    """
    return duration is not None and duration.value is not None and duration.unit is not None
