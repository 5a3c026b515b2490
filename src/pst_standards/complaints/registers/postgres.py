"""A register in PostgreSQL, for a unit that outgrew one file. Loads SQLAlchemy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from attrs import field, frozen

from pst_standards.complaints.events import Event
from pst_standards.complaints.registers import postgres_tables as tables
from pst_standards.complaints.registers.lines import Line
from pst_standards.complaints.registers.postgres_database import Database, parsed
from pst_standards.complaints.registers.protocol import RegisterError
from pst_standards.complaints.registers.rows import (
    COLUMNS,
    EXTRA_COLUMNS,
    EventRow,
    event_of,
    event_row,
    is_storable,
    line_of_row,
    must_be_next,
    must_be_storable,
    must_follow,
    row_of,
)
from pst_standards.complaints.registers.tries import Limits, microseconds
from pst_standards.complaints.registers.verifying import Audit, audited
from pst_standards.messages.extras import extra

with extra("postgresql"):
    from sqlalchemy import Connection, delete, func, insert, select, update
    from sqlalchemy.dialects import postgresql

_NAMES: Final = (*COLUMNS, *EXTRA_COLUMNS)
_EVENTS: Final = select(tables.EVENTS)
_LINES: Final = select(*(tables.CASES.c[name] for name in COLUMNS))
_PUT: Final = postgresql.insert(tables.CASES)
_PUT_LINE: Final = _PUT.on_conflict_do_update(
    index_elements=["number"],
    set_={name: _PUT.excluded[name] for name in _NAMES if name != "number"},
)


@frozen(eq=False)
class PostgresAttempts:
    """Wrong tries in the database of the register, so that all processes count together.

    What was tried as a number may be anything, so it is kept in ASCII.
    """

    limits: Limits
    _database: Database = field(repr=False)

    def take(self, number: str, at: dt.datetime) -> dt.timedelta:
        """Count a try, or return how long the number still rests; see ``Attempts.take``."""
        tries = tables.ATTEMPTS.c
        asked = select(tries.at).where(tries.number == ascii(number)).order_by(tries.id.desc())
        with self._database.writing() as db:
            tables.wait_for(db, ascii(number))
            found = db.scalars(asked.limit(self.limits.limit)).all()
            wait = self.limits.wait(found, at)
            if not wait:
                self._counted(db, number, at)
        return wait

    def _counted(self, db: Connection, number: str, at: dt.datetime) -> None:
        tries = tables.ATTEMPTS.c
        put = insert(tables.ATTEMPTS).values(number=ascii(number), at=microseconds(at))
        latest = db.scalar(put.returning(tries.id)) or 0
        old = (tries.at < self.limits.forgotten(at)) | (tries.id <= latest - self.limits.most)
        db.execute(delete(tables.ATTEMPTS).where(old))

    def succeeded(self, number: str) -> None:
        """Forget the tries of a number."""
        with self._database.writing() as db:
            number_of = tables.ATTEMPTS.c.number
            db.execute(delete(tables.ATTEMPTS).where(number_of == ascii(number)))


@frozen(eq=False)
class PostgresRegister:
    """Logs and lines in one database, for many processes and machines at once.

    Made by :meth:`at`. Each event is one transaction; the register counts its events, so writers
    take turns. Addresses are shown without user and password.
    """

    place: str
    attempts: PostgresAttempts
    _database: Database = field(repr=False)

    @classmethod
    def at(
        cls, address: str, *, create: bool = True, limits: Limits | None = None
    ) -> PostgresRegister:
        """Return the register in a database; its tables are made unless ``create`` is off.

        The database itself must be there. Raises ``RegisterError``: ``register.place``,
        ``register.missing``, ``register.out-of-reach``, ``register.damaged``; and
        ``MissingExtraError`` without the extra ``postgresql``.
        """
        database = Database(parsed(address))
        del address
        try:
            _must_be_there(database, create=create)
        except RegisterError:
            database.close()
            raise
        return cls(database.place, PostgresAttempts(limits or Limits(), database), database)

    def append(self, number: str, event: Event, line: Line) -> None:
        """Add one event and its line; see ``Register.append``."""
        self.append_all(number, ((event, line),))

    def append_all(self, number: str, lived: Iterable[tuple[Event, Line]]) -> None:
        """Add several events and their lines, or none; see ``Register.append_all``."""
        must_be_storable(number=number)
        with self._database.writing() as db:
            for event, line in lived:
                _append(db, number, event, line)

    def events(self, number: str) -> tuple[Event, ...]:
        """Return the log of a case."""
        rows = self._rows_of(number) if is_storable(number) else []
        if not rows:
            raise RegisterError("register.unknown")
        must_follow(rows)
        return tuple(map(event_of, rows))

    def _rows_of(self, number: str) -> list[EventRow]:
        events = tables.EVENTS.c
        asked = _EVENTS.where(events.number == number).order_by(events.position)
        with self._database.reading() as db:
            return [EventRow(*row) for row in db.execute(asked)]

    def line(self, number: str) -> Line | None:
        """Return the line of a case."""
        if not is_storable(number):
            return None
        with self._database.reading() as db:
            row = db.execute(_LINES.where(tables.CASES.c.number == number)).first()
        return None if row is None else line_of_row(tuple(row))

    def lines(
        self,
        *,
        filed_from: dt.date | None = None,
        filed_before: dt.date | None = None,
        open_only: bool = False,
    ) -> Iterator[Line]:
        """Yield lines in the order that ``Register.lines`` says."""
        asked, cases = _LINES, tables.CASES.c
        if filed_from is not None:
            asked = asked.where(cases.filed_on >= filed_from.isoformat())
        if filed_before is not None:
            asked = asked.where(cases.filed_on < filed_before.isoformat())
        if open_only:
            asked = asked.where(cases.is_open == 1)
        order = cases.due_order if open_only else cases.filed_on
        with (
            self._database.reading() as db,
            db.execute(asked.order_by(order, cases.number)) as rows,
        ):
            for row in rows:
                yield line_of_row(tuple(row))

    def logs(self) -> Iterator[tuple[str, tuple[Event, ...]]]:
        """Yield every number with its log."""
        asked = _EVENTS.order_by(tables.EVENTS.c.number, tables.EVENTS.c.position)
        with self._database.reading() as db, db.execute(asked) as found:
            rows = map(EventRow._make, found)
            for number, log in groupby(rows, key=attrgetter("number")):
                yield number, tuple(map(event_of, log))

    def replace_lines(self, lines: Iterable[Line]) -> int:
        """Put new lines in the place of all there are."""
        # Made before the transaction begins: replaying must not keep others from writing.
        rows = [row_of(line) for line in lines]
        number_of = tables.EVENTS.c.number
        with self._database.writing() as db:
            # The lock that append takes, so that no case moves on meanwhile.
            db.execute(select(tables.REGISTER).with_for_update())
            counted = select(number_of, func.count()).group_by(number_of)
            lengths = dict(map(tuple, db.execute(counted)))
            current = {row[0]: _named(row) for row in rows if lengths.get(row[0]) == row[1]}
            if current:
                db.execute(_PUT_LINE, list(current.values()))
            db.execute(delete(tables.CASES).where(tables.CASES.c.number.not_in(select(number_of))))
        return len(current)

    def verify(self) -> int:
        """Read all there is and return the number of events; see ``Register.verify``."""
        audit = Audit()
        with self._database.reading() as db:
            with db.execute(_EVENTS.order_by(tables.EVENTS.c.seq)) as events:
                for event in events:
                    audit.take_event(EventRow(*event))
            with db.execute(select(*(tables.CASES.c[name] for name in _NAMES))) as lines:
                for line in lines:
                    audit.take_line(tuple(line))
            return audit.close(db.scalar(select(tables.REGISTER.c.events)))

    def verify_case(self, number: str) -> int:
        """Read the log and the line of one case; see ``Register.verify_case``."""
        if not is_storable(number):
            raise RegisterError("register.unknown")
        columns, events = (tables.CASES.c[name] for name in _NAMES), tables.EVENTS.c
        asked = _EVENTS.where(events.number == number).order_by(events.position)
        with self._database.reading() as db:
            rows = [EventRow(*row) for row in db.execute(asked)]
            line = db.execute(select(*columns).where(tables.CASES.c.number == number)).first()
        return audited(rows, None if line is None else tuple(line))

    def close(self) -> None:
        """Close the connections."""
        self._database.close()


def _must_be_there(database: Database, *, create: bool) -> None:
    if create:
        with database.writing() as db:
            tables.make(db)
    with database.reading() as db:
        if not tables.is_made(db):
            raise RegisterError("register.missing", path=database.place)
        if db.scalar(select(tables.REGISTER.c.version)) != tables.VERSION:
            raise RegisterError("register.damaged", what="newer", path=database.place)


def _append(db: Connection, number: str, event: Event, line: Line) -> None:
    # From here on the others wait: no event gets in between, and none is counted twice.
    counted = update(tables.REGISTER).values(events=tables.REGISTER.c.events + 1)
    seq = db.scalar(counted.returning(tables.REGISTER.c.events)) or 0
    position, previous = _last(db, number)
    row = event_row(number, event, seq=seq, position=position + 1, previous=previous)
    must_be_next(number, position, line)
    db.execute(insert(tables.EVENTS), row._asdict())
    db.execute(_PUT_LINE, _named(row_of(line)))


def _last(db: Connection, number: str) -> tuple[int, str]:
    """Return the position and the hash of the last event of a case."""
    events = tables.EVENTS.c
    of_case = select(events.position, events.chain).where(events.number == number)
    found = db.execute(of_case.order_by(events.position.desc()).limit(1)).first()
    return (0, "") if found is None else (found[0], found[1])


def _named(row: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(_NAMES, row, strict=True))
