"""What a store of complaints must do; SQLite and PostgreSQL do it, and an application may."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Protocol

from pst_standards.complaints.errors import ComplaintError
from pst_standards.complaints.events import Event
from pst_standards.complaints.registers.lines import Line
from pst_standards.complaints.secrecy.codes import Attempts
from pst_standards.messages import text

_NOT_DAMAGED = frozenset({"foreign", "newer", "other"})
"""What needs no backup: a file of something else, or of a later version."""


class RegisterError(ComplaintError):
    """A register cannot be read or written, or somebody else wrote first.

    Of ``register.damaged`` the parameter ``what`` is ``file``, ``other`` (it does not even begin
    as a database), ``foreign``, ``newer``, ``orphan`` (with ``path``), ``event`` (with ``number``
    and ``position``), ``line`` (with ``number``) or ``count`` (with ``position`` in the whole
    register); ``others`` has what else is.

    >>> print(RegisterError("register.damaged", what="foreign", path="r.db").message("en"))
    r.db is no register of complaints; ...
    """

    others: tuple[RegisterError, ...] = ()

    def beside(self, others: Iterable[RegisterError]) -> RegisterError:
        """Return this error, which tells of others from now on."""
        self.others = tuple(others)
        return self

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` what is wrong and what to do about it."""
        if self.key != "register.damaged":
            return super().message(lang)
        if self.params["what"] in _NOT_DAMAGED:
            return text("complaints", f"register.{self.params['what']}", lang, self.params)
        what = text("complaints", f"register.damage.{self.params['what']}", lang, self.params)
        return text("complaints", f"error.{self.key}", lang, {"what": what})


class Register(Protocol):
    """The logs of complaints, and a line about each one that lists and reports read.

    Nothing is ever changed or taken out of a log. No identity comes here: the filing holds the
    reference that the vault gave. Every method raises ``RegisterError`` for a store that is out of
    reach (``register.out-of-reach``), in use for too long (``register.busy``) or damaged
    (``register.damaged``, with what is).
    """

    def append(self, number: str, event: Event, line: Line) -> None:
        """Add one event to the log of a case, with the line that it makes, or neither.

        ``line.events`` is how many events the log has afterwards: so a writer who did not see the
        latest event is refused. A store that outlives the process notes when it wrote the event
        (``Event.recorded_at``), whatever time the event tells. When this returns, the event
        outlives a crash of the machine. Raises ``RegisterError``:
        ``register.moved-on`` where the log has another length, ``register.number-taken`` for a
        filing under a number that is there.
        """

    def append_all(self, number: str, lived: Iterable[tuple[Event, Line]]) -> None:
        """Add several events to the log of one case, each with its line, or none of them.

        All are one transaction; raises as ``append``, and then the log is what it was.
        """

    def events(self, number: str) -> tuple[Event, ...]:
        """Return the log of a case; ``register.unknown`` for a number that is not there."""

    def line(self, number: str) -> Line | None:
        """Return the line of a case, ``None`` for a number that is not there."""

    def lines(
        self,
        *,
        filed_from: dt.date | None = None,
        filed_before: dt.date | None = None,
        open_only: bool = False,
    ) -> Iterator[Line]:
        """Yield lines: with ``open_only`` the earliest strict date first, else by day of filing.

        Lines without a date come last; equal ones are in order of their numbers.
        """

    def logs(self) -> Iterator[tuple[str, tuple[Event, ...]]]:
        """Yield every number with its log, in order of the numbers, as of one moment."""

    def replace_lines(self, lines: Iterable[Line]) -> int:
        """Put new lines in the place of all there are, at once, and return how many.

        A case that moved on meanwhile keeps its own line.
        """

    def verify(self) -> int:
        """Read all there is and return the number of events.

        Raises ``RegisterError`` (``register.damaged``) that names the number of the case, and the
        event, that was changed, taken out or cannot be read; of further cases its ``others`` tell.
        """

    def verify_case(self, number: str) -> int:
        """Read the log and the line of one case and return the number of its events.

        Raises as ``verify``, and ``register.unknown``; what it takes does not grow with the others.
        """

    @property
    def attempts(self) -> Attempts:
        """Where wrong codes are counted, for all processes that use the register."""

    def close(self) -> None:
        """Let go of the store; afterwards nothing else may be asked of it."""
