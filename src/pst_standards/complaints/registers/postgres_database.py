"""A database of PostgreSQL: connections to it, and what can be wrong. Loads SQLAlchemy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from pst_standards.complaints.registers.protocol import RegisterError
from pst_standards.messages.extras import extra

with extra("postgresql"):
    import psycopg
    from sqlalchemy import URL, Connection, Engine, create_engine, exc, func, make_url, select

SECONDS_TO_WAIT: Final = 30
"""How long one writer waits for another."""
_SECONDS_TO_CONNECT: Final = 10
_BUSY: Final = frozenset({"55P03", "40001", "40P01", "57014"})
"""Locks that were not had, serialisation, deadlock, a limit of time."""
_OUT_OF_REACH: Final = ("08", "25006", "28", "3D", "42501", "53", "57P")
"""Connections, read only, who may log in, no such database, rights, room and memory, shut down."""


class Database:
    """One database, and connections to it that are used again.

    A process that was forked off makes its own.
    """

    def __init__(self, url: URL) -> None:
        self.place = _shown(url)
        # hide_parameters: what citizens wrote must not come into an error.
        self._engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            hide_parameters=True,
            pool_pre_ping=True,
            connect_args={"connect_timeout": _SECONDS_TO_CONNECT},
        )
        self._process = os.getpid()

    def __repr__(self) -> str:
        return f"Database({self.place!r})"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees the register as of one moment, row by row."""
        with self._said(), self._own().connect() as db:
            yield db.execution_options(
                isolation_level="REPEATABLE READ", stream_results=True, yield_per=2000
            )

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose transaction is kept for good after the block, or not at all."""
        with self._said(), self._latest().begin() as db:
            # Whatever the database was set up with, an event that was taken is on the disk.
            wait = func.set_config("lock_timeout", f"{SECONDS_TO_WAIT * 1000:.0f}ms", True)  # noqa: FBT003 - SQL
            kept = func.set_config("synchronous_commit", "on", True)  # noqa: FBT003 - SQL
            db.execute(select(wait, kept))
            yield db

    def _latest(self) -> Engine:
        """Return what lets who waited for a lock see what was written meanwhile."""
        return self._own().execution_options(isolation_level="READ COMMITTED")

    def _own(self) -> Engine:
        if self._process != os.getpid():
            self._engine.dispose(close=False)
            self._process = os.getpid()
        return self._engine

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except exc.SQLAlchemyError as error:
            # None: the message of the driver may tell what stands in a row.
            raise _fault(error, self.place) from None

    def close(self) -> None:
        """Close the connections that are not in use."""
        self._own().dispose()


def parsed(address: str) -> URL:
    """Return the parts of an address; ``RegisterError`` (``register.place``) for what is none."""
    try:
        return make_url(address)
    except (exc.ArgumentError, ValueError):
        # None, and no part of it: it may hold a password.
        raise RegisterError("register.place", kind="postgresql") from None


def _shown(url: URL) -> str:
    """Return an address without user, password and options."""
    host = url.host or _only(url.query.get("host", ""))
    port = f":{url.port}" if url.port else ""
    return f"postgresql://{host}{port}/{url.database or ''}"


def _only(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ",".join(value)


def _fault(error: exc.SQLAlchemyError, place: str) -> RegisterError:
    state = _state(error)
    if isinstance(error, exc.TimeoutError) or state in _BUSY:
        return RegisterError("register.busy", path=place)
    if not state or state.startswith(_OUT_OF_REACH):
        return RegisterError("register.out-of-reach", path=place)
    return RegisterError("register.damaged", what="file", path=place)


def _state(error: exc.SQLAlchemyError) -> str:
    """Return the code that the server gave, empty where it could not even be asked."""
    said = error.orig if isinstance(error, exc.DBAPIError) else None
    return (said.sqlstate or "") if isinstance(said, psycopg.Error) else ""
