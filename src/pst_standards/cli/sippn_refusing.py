"""What ``pst sippn`` says of a file that is of no use to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pst_standards.cli.exits import Exit
from pst_standards.cli.running import Run

if TYPE_CHECKING:
    from pst_standards.exchange.sippn.errors import SippnError


def refused(error: SippnError, work: Run) -> Exit:
    """Say what is wrong and what to do about it."""
    work.console.aside(error.message(work.lang))
    work.console.aside(work.say("label.hint", hint=error.hint(work.lang)))
    return Exit.UNUSABLE
