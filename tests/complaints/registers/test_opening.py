"""Where a register is, and what is told of places that are none."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from pst_standards.complaints import registers as room
from pst_standards.complaints.registers import (
    PostgresRegister,
    RegisterError,
    SqliteRegister,
    open_register,
    postgres_database,
    sqlite_file,
)
from pst_standards.complaints.registers.tries import Limits
from pst_standards.messages.extras import MissingExtraError

SECRET = "s3cr3t-pass"  # noqa: S105 - of nobody


def refusal(place: str | Path, **more: Any) -> RegisterError:
    with pytest.raises(RegisterError) as refused:
        open_register(place, **more)
    return refused.value


def test_a_register_is_made_on_first_use(tmp_path: Path) -> None:
    place = tmp_path / "r.db"
    for again in (place, str(place)):
        with closing(open_register(again)) as register:
            assert isinstance(register, SqliteRegister)
            assert register.verify() == 0
    assert [one.name for one in tmp_path.iterdir()] == ["r.db"]


@pytest.mark.skipif(os.name != "posix", reason="modes are kept by POSIX systems")
def test_a_file_is_for_its_owner_alone(tmp_path: Path, new_writer: Any) -> None:
    with closing(open_register(tmp_path / "r.db")) as register:
        new_writer(register).live("N-1")
        modes = {stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()}
    assert modes == {0o600}


def test_nothing_is_made_where_that_is_not_asked_for(
    tmp_path: Path, new_database: Callable[[], str]
) -> None:
    path = tmp_path / "r.db"
    found = refusal(path, create=False)
    assert (found.key, found.params) == ("register.missing", {"path": str(path)})
    assert list(tmp_path.iterdir()) == []
    address = new_database()
    assert refusal(address, create=False).key == "register.missing"
    with closing(open_register(address)) as register:
        assert isinstance(register, PostgresRegister)
    with closing(open_register(address, create=False)) as register:
        assert register.verify() == 0


def test_a_register_that_goes_away_is_not_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with closing(open_register(path)) as register:
        path.unlink()
        register.close()
        with pytest.raises(RegisterError) as refused:
            register.events("N-1")
    assert refused.value.key == "register.out-of-reach"
    assert not path.exists()


@pytest.mark.parametrize("place", ["no-folder/r.db", "."])
def test_a_place_without_room_for_a_file_is_out_of_reach(tmp_path: Path, place: str) -> None:
    assert refusal(tmp_path / place).key == "register.out-of-reach"


def test_many_that_come_first_make_one_register(place: str) -> None:
    def make(_: int) -> None:
        with closing(open_register(place)) as register:
            register.attempts.succeeded("N-1")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(make, range(16)))
    with closing(open_register(place, create=False)) as register:
        assert register.verify() == 0


def test_a_drive_without_second_names_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", no_link)
    for _ in range(2):
        with closing(open_register(tmp_path / "r.db")) as register:
            assert register.verify() == 0
        sqlite_file.create(tmp_path / "r.db")
    assert [one.name for one in tmp_path.iterdir()] == ["r.db"]


def test_who_was_first_keeps_the_file(tmp_path: Path, new_writer: Any) -> None:
    with closing(open_register(tmp_path / "r.db")) as register:
        new_writer(register).live("N-1")
        sqlite_file.create(tmp_path / "r.db")
        assert register.verify() == 9


@pytest.mark.parametrize(
    "place",
    [
        "",
        " ",
        f"mysql://user:{SECRET}@host/db",
        f"http://{SECRET}",
        f"sqlite:///{SECRET}",
        f"postgresql://user:{SECRET}@host:port/db",
        f"postgresql://user:{SECRET}@[::1/db",
    ],
)
def test_what_is_no_place_is_said_and_not_repeated(place: str) -> None:
    found = refusal(place)
    assert found.key == "register.place"
    assert_hidden("".join(traceback.format_exception(found)), repr(found), found.params)


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://user:{SECRET}@127.0.0.1:1/db",
        f"postgres://user:{SECRET}@127.0.0.1:1/db?application_name={SECRET}",
        f"postgresql+psycopg://127.0.0.1:1/db?user=u&password={SECRET}",
        f"postgresql://u:{SECRET}@/db?host=/nowhere/at/all&host=/nor/here",
    ],
)
def test_a_password_never_shows(address: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    found = refusal(address)
    assert found.key == "register.out-of-reach"
    assert_hidden("".join(traceback.format_exception(found)), repr(found), found.params)
    locals_too = traceback.TracebackException.from_exception(found, capture_locals=True)
    place = str(found.params["path"])
    assert place.startswith("postgresql://")
    assert "/db" in place
    shown = [line for frame in locals_too.stack for line in (frame.locals or {}).items()]
    own = [line for line in shown if line[0] not in {"address", "place"}]
    assert_hidden(own, caplog.text)


def assert_hidden(*said: object) -> None:
    assert all(SECRET not in str(one) for one in said)


def test_a_register_shows_its_place_without_who_opens_it(place: str, opened: Any) -> None:
    shown = repr(opened(place))
    assert "postgres@" not in shown
    assert "Register(" in shown


def test_a_server_that_is_gone_is_out_of_reach(
    new_database: Callable[[], str], opened: Any, postgres: str
) -> None:
    address = new_database()
    register = opened(address)
    name = address.partition("?")[0].rpartition("/")[2]
    url = sqlalchemy.make_url(postgres).set(drivername="postgresql+psycopg")
    engine = sqlalchemy.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as db:
        db.execute(sqlalchemy.text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()
    for ask in (register.verify, lambda: register.line("N-1"), lambda: list(register.lines())):
        with pytest.raises(RegisterError) as refused:
            ask()
        assert refused.value.key == "register.out-of-reach"


def test_a_database_of_a_later_program_is_left_alone(new_database: Callable[[], str]) -> None:
    address = new_database()
    open_register(address).close()
    change(address, "UPDATE complaint_register SET version = 2")
    assert refusal(address).params["what"] == "newer"


def test_a_lost_table_is_damage(new_database: Callable[[], str], opened: Any) -> None:
    address = new_database()
    register = opened(address)
    change(address, "DROP TABLE complaint_cases")
    with pytest.raises(RegisterError) as refused:
        register.verify()
    assert refused.value.key == "register.damaged"
    assert refused.value.params["what"] == "file"


def change(address: str, statement: str) -> None:
    url = sqlalchemy.make_url(address).set(drivername="postgresql+psycopg")
    engine = sqlalchemy.create_engine(url)
    with engine.begin() as db:
        db.execute(sqlalchemy.text(statement))
    engine.dispose()


def test_who_waits_too_long_is_told_that_it_is_busy(
    place: str, opened: Any, new_writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "SECONDS_TO_WAIT", 0.1)
    monkeypatch.setattr(postgres_database, "SECONDS_TO_WAIT", 0.1)
    register = opened(place)
    holder = opened(place)
    held = holder._database if isinstance(holder, PostgresRegister) else holder._file
    with held.writing() as db:
        if isinstance(holder, PostgresRegister):
            db.execute(sqlalchemy.text("SELECT * FROM complaint_register FOR UPDATE"))
        with pytest.raises(RegisterError) as refused:
            new_writer(register).live("N-1", 1)
    assert refused.value.key == "register.busy"
    assert register.line("N-1") is None
    new_writer(register).live("N-1", 1)


def test_a_full_or_locked_up_disk_is_out_of_reach(tmp_path: Path, new_writer: Any) -> None:
    with closing(SqliteRegister.at(tmp_path / "r.db")) as register:
        writer = new_writer(register)
        writer.live("N-1", 1)
        with register._file.reading() as db:
            (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(RegisterError) as refused:
            writer.live("N-2", 1, text="x" * 99_999)
        assert refused.value.key == "register.out-of-reach"
        assert register.verify() == 1


def test_other_limits_may_be_set(tmp_path: Path, new_database: Callable[[], str]) -> None:
    import datetime as dt

    noon = dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)
    limits = Limits(limit=1, rest=dt.timedelta(hours=1), most=2)
    for register in (
        SqliteRegister.at(tmp_path / "r.db", limits=limits),
        PostgresRegister.at(new_database(), limits=limits),
    ):
        for number in ("N-1", "N-2", "N-3"):
            register.attempts.take(number, noon)
        rests = [register.attempts.take(one, noon) for one in ("N-2", "N-3", "N-1")]
        assert rests == [limits.rest, limits.rest, dt.timedelta()]
        register.close()


def test_without_its_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("postgres", "postgres_database", "postgres_tables"):
        monkeypatch.delitem(sys.modules, f"{room.__name__}.{name}", raising=False)
        monkeypatch.delattr(room, name, raising=False)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtraError) as refused:
        open_register("postgresql://host/database")
    assert refused.value.params["extra"] == "postgresql"


def test_sqlite_needs_no_library(run: Callable[[str], str], tmp_path: Path) -> None:
    said = run(
        "import sys\n"
        "from pst_standards.complaints.registers import open_register\n"
        f"open_register({str(tmp_path / 'r.db')!r}).close()\n"
        "print({'sqlalchemy', 'psycopg'} & set(sys.modules))"
    )
    assert said.strip() == "set()"


@pytest.fixture
def run() -> Callable[[str], str]:
    import subprocess

    def running(program: str) -> str:
        command = [sys.executable, "-c", program]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    return running


def test_the_file_is_sqlite_in_write_ahead_mode(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_register(path).close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA application_id").fetchone() == (sqlite_file.APPLICATION,)
    assert path.read_bytes().startswith(b"SQLite format 3\0")
