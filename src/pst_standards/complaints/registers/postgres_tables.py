"""The tables of a register in PostgreSQL. Importing this module loads SQLAlchemy."""

from __future__ import annotations

from typing import Final

from pst_standards.complaints.registers.rows import COLUMNS, EXTRA_COLUMNS, NUMBERS
from pst_standards.messages.extras import extra

with extra("postgresql"):
    from sqlalchemy import (
        BigInteger,
        Column,
        Connection,
        Identity,
        Index,
        MetaData,
        Table,
        Text,
        UniqueConstraint,
        func,
        inspect,
        select,
        text,
    )

VERSION: Final = 1
_LOCK: Final = 0x50535452
_METADATA: Final = MetaData()
# By code points, so that numbers are in the same order on every server and in SQLite.
_TEXT: Final = Text(collation="C")

REGISTER: Final = Table(
    "complaint_register",
    _METADATA,
    Column("version", BigInteger, nullable=False),
    Column("events", BigInteger, nullable=False),
)
EVENTS: Final = Table(
    "complaint_events",
    _METADATA,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("number", _TEXT, nullable=False),
    Column("position", BigInteger, nullable=False),
    *(Column(name, _TEXT, nullable=False) for name in ("step", "at", "by", "data", "chain")),
    UniqueConstraint("number", "position"),
)
CASES: Final = Table(
    "complaint_cases",
    _METADATA,
    *(
        Column(name, BigInteger if name in NUMBERS else _TEXT, primary_key=name == "number")
        for name in (*COLUMNS, *EXTRA_COLUMNS)
    ),
)
ATTEMPTS: Final = Table(
    "complaint_attempts",
    _METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("number", _TEXT, nullable=False),
    Column("at", BigInteger, nullable=False, index=True),
)
Index(
    "complaint_cases_due",
    *(CASES.c.due_order, CASES.c.number),
    postgresql_where=CASES.c.is_open == 1,
)
Index("complaint_cases_filed", CASES.c.filed_on, CASES.c.number)
Index("complaint_attempts_number", ATTEMPTS.c.number, ATTEMPTS.c.id)

_GUARDS: Final = (
    """
    CREATE FUNCTION complaint_events_stay() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the log of a complaint is never changed'; END $$
    """,
    """
    CREATE TRIGGER complaint_events_stay BEFORE UPDATE OR DELETE ON complaint_events
    FOR EACH ROW EXECUTE FUNCTION complaint_events_stay()
    """,
    """
    CREATE TRIGGER complaint_events_remain BEFORE TRUNCATE ON complaint_events
    FOR EACH STATEMENT EXECUTE FUNCTION complaint_events_stay()
    """,
)


def is_made(db: Connection) -> bool:
    """Tell whether the database holds a register."""
    return inspect(db).has_table(REGISTER.name)


def make(db: Connection) -> None:
    """Make the tables unless they are there; of two processes one waits for the other."""
    db.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    if is_made(db):
        return
    _METADATA.create_all(db)
    for statement in _GUARDS:
        db.execute(text(statement))
    db.execute(REGISTER.insert().values(version=VERSION, events=0))


def wait_for(db: Connection, name: str) -> None:
    """Let nobody else come to the same name until the transaction is over."""
    db.execute(select(func.pg_advisory_xact_lock(_LOCK, func.hashtext(name))))
