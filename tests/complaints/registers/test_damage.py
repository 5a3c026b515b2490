"""Whatever was done to a database behind the register's back is noticed and named."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pst_standards.complaints.registers import RegisterError, open_register

# What was done, and what verify says: of which number and event, or of the whole.
DAMAGE: dict[str, tuple[str, dict[str, Any]]] = {
    "UPDATE {e} SET data = '{{}}' WHERE number = 'N-2' AND position = 3": (
        "event",
        {"number": "N-2", "position": 3},
    ),
    "UPDATE {e} SET step = 'accept' WHERE number = 'N-2' AND position = 2": (
        "event",
        {"number": "N-2", "position": 2},
    ),
    "UPDATE {e} SET at = '2026-01-01T00:00:00+07:00' WHERE number = 'N-1' AND position = 1": (
        "event",
        {"number": "N-1", "position": 1},
    ),
    "UPDATE {e} SET \"by\" = 'A9' WHERE number = 'N-3' AND position = 4": (
        "event",
        {"number": "N-3", "position": 4},
    ),
    "UPDATE {e} SET chain = 'x' WHERE number = 'N-3' AND position = 4": (
        "event",
        {"number": "N-3", "position": 4},
    ),
    "UPDATE {e} SET number = 'N-4' WHERE number = 'N-1'": ("event", {"number": "N-4"}),
    "DELETE FROM {e} WHERE number = 'N-2' AND position = 2": (
        "event",
        {"number": "N-2", "position": 2},
    ),
    "DELETE FROM {e} WHERE number = 'N-3' AND position >= 3": (
        "event",
        {"number": "N-3", "position": 3},
    ),
    "DELETE FROM {e} WHERE number = 'N-2'": ("event", {"number": "N-2", "position": 1}),
    "DELETE FROM {e}": ("event", {"position": 1}),
    "DELETE FROM {c} WHERE number = 'N-2'": ("line", {"number": "N-2"}),
    "UPDATE {c} SET state = 'closed' WHERE number = 'N-2'": ("line", {"number": "N-2"}),
    "UPDATE {c} SET state = 'lost' WHERE number = 'N-2'": ("line", {"number": "N-2"}),
    "UPDATE {c} SET due_order = '~' WHERE number = 'N-2'": ("line", {"number": "N-2"}),
    "UPDATE {c} SET filed_on = 'yesterday' WHERE number = 'N-1'": ("line", {"number": "N-1"}),
    "UPDATE {r} SET events = 99": ("count", {"position": 13}),
    "UPDATE {r} SET events = 3": ("count", {"position": 13}),
    "DELETE FROM {r}": ("count", {"position": 13}),
    "DELETE FROM {c} WHERE number = 'N-2'; DELETE FROM {e} WHERE number = 'N-2'": (
        "count",
        {"position": 5},
    ),
    "DELETE FROM {c} WHERE number = 'N-3'; DELETE FROM {e} WHERE number = 'N-3'": (
        "count",
        {"position": 9},
    ),
}
NAMES = {
    "sqlite": {"e": "events", "c": "cases", "r": "register"},
    "postgres": {
        "e": "complaint_events",
        "c": "complaint_cases",
        "r": "complaint_register",
    },
}
Tamper = Callable[..., None]


@pytest.fixture
def filled(place: str, opened: Any, new_writer: Any) -> Any:
    """Three cases of four events."""
    register = opened(place)
    writer = new_writer(register)
    for number in ("N-1", "N-2", "N-3"):
        writer.live(number, 4)
    return register


@pytest.fixture
def tamper(place: str) -> Tamper:
    """Change the database as its owner can, without the guards against doing so by mistake."""

    def on_sqlite(statements: str, *, guarded: bool = False) -> None:
        with closing(sqlite3.connect(place)) as db, db:
            if not guarded:
                db.executescript("DROP TRIGGER events_stay; DROP TRIGGER events_remain;")
            for one in statements.format(**NAMES["sqlite"]).split("; "):
                db.execute(one)

    def on_postgres(statements: str, *, guarded: bool = False) -> None:
        url = sqlalchemy.make_url(place).set(drivername="postgresql+psycopg")
        engine = sqlalchemy.create_engine(url)
        try:
            with engine.begin() as db:
                if not guarded:
                    db.execute(sqlalchemy.text("SET session_replication_role = replica"))
                for one in statements.format(**NAMES["postgres"]).split("; "):
                    db.execute(sqlalchemy.text(one))
        finally:
            engine.dispose()

    return on_postgres if place.startswith("postgres") else on_sqlite


OF_A_CASE = [
    done
    for done, (what, named) in DAMAGE.items()
    if what in {"event", "line"} and named.get("number") in {"N-1", "N-2", "N-3"}
]


@pytest.mark.parametrize("done", OF_A_CASE)
def test_what_was_done_to_a_case_is_found_without_the_others(
    filled: Any, tamper: Tamper, done: str
) -> None:
    numbers = ("N-1", "N-2", "N-3")
    assert [filled.verify_case(number) for number in numbers] == [4, 4, 4]
    tamper(done)
    what, named = DAMAGE[done]
    with pytest.raises(RegisterError) as found:
        filled.verify_case(named["number"])
    assert (found.value.key, found.value.params["what"]) == ("register.damaged", what)
    for number in {*numbers} - {named["number"]}:
        assert filled.verify_case(number) == 4


@pytest.mark.parametrize("number", ["N-9", "\0", "\ud800"])
def test_a_case_that_is_not_there_cannot_be_looked_through(filled: Any, number: str) -> None:
    with pytest.raises(RegisterError) as found:
        filled.verify_case(number)
    assert found.value.key == "register.unknown"


@pytest.mark.parametrize("done", DAMAGE)
def test_what_was_done_is_named(filled: Any, tamper: Tamper, done: str) -> None:
    assert filled.verify() == 12
    tamper(done)
    with pytest.raises(RegisterError) as found:
        filled.verify()
    what, named = DAMAGE[done]
    assert found.value.key == "register.damaged"
    assert found.value.params["what"] == what
    assert {name: found.value.params[name] for name in named} == named
    for lang in ("id", "en"):
        said = found.value.message(lang)
        assert all(str(value) in said for value in named.values())


def test_every_case_that_was_changed_is_named(filled: Any, tamper: Tamper) -> None:
    tamper(
        "UPDATE {e} SET data = '{{}}' WHERE number = 'N-1'; "
        "UPDATE {c} SET state = 'closed' WHERE number = 'N-2'; "
        "DELETE FROM {e} WHERE number = 'N-3' AND position = 4"
    )
    with pytest.raises(RegisterError) as found:
        filled.verify()
    damaged = [found.value, *found.value.others]
    named = {one.params["number"]: one.params.get("position") for one in damaged}
    assert named == {"N-1": 1, "N-2": None, "N-3": 4}


def test_a_log_that_was_changed_is_not_read(filled: Any, tamper: Tamper) -> None:
    tamper("UPDATE {e} SET \"by\" = 'A9' WHERE number = 'N-2' AND position = 3")
    with pytest.raises(RegisterError) as found:
        filled.events("N-2")
    assert found.value.params == {"what": "event", "number": "N-2", "position": 3}
    assert len(filled.events("N-1")) == 4


@pytest.mark.parametrize("data", ["{{", "[]", "", "7", "[" * 100_000, "1" * 5000])
def test_events_that_are_none_are_named(filled: Any, tamper: Tamper, data: str) -> None:
    put = "UPDATE {e} SET data = '?' WHERE number = 'N-2'"
    tamper(put.replace("?", data))
    with pytest.raises(RegisterError) as found:
        list(filled.logs())
    assert found.value.params == {"what": "event", "number": "N-2", "position": 1}


@pytest.mark.parametrize("done", ["UPDATE {e} SET step = step", "DELETE FROM {e}"])
def test_a_log_cannot_be_changed_by_mistake(filled: Any, tamper: Tamper, done: str) -> None:
    with pytest.raises((sqlite3.IntegrityError, sqlalchemy.exc.DBAPIError), match="log"):
        tamper(done, guarded=True)
    assert filled.verify() == 12


# -- files ---------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path, new_writer: Any) -> Path:
    """A file of some pages, closed."""
    return filled_file(new_writer, tmp_path)


def filled_file(new_writer: Any, folder: Path) -> Path:
    path = folder / "r.db"
    with closing(open_register(path)) as register:
        writer = new_writer(register)
        for number in range(20):
            writer.live(f"N-{number}", 9, text="Antrean tiga jam. " * 50)
    return path


@pytest.fixture(scope="module")
def whole(new_writer: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled_file(new_writer, tmp_path_factory.mktemp("whole"))


def read_all(path: Path) -> int:
    with closing(open_register(path, create=False)) as register:
        return register.verify()


@settings(max_examples=60)
@given(share=st.floats(0, 0.999))
@example(share=6.103515625e-05)
def test_a_file_cut_short_is_noticed(
    share: float, tmp_path_factory: pytest.TempPathFactory, whole: Path
) -> None:
    path = tmp_path_factory.mktemp("cut") / "r.db"
    path.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * share)])
    with pytest.raises(RegisterError) as found:
        read_all(path)
    assert found.value.key == "register.damaged"
    assert found.value.params["what"] in {"file", "foreign", "event", "line"}


@settings(max_examples=100)
@given(share=st.floats(0, 0.9999), changed=st.integers(1, 255))
def test_a_changed_byte_is_noticed_or_of_no_account(
    share: float, changed: int, tmp_path_factory: pytest.TempPathFactory, whole: Path
) -> None:
    path = tmp_path_factory.mktemp("byte") / "r.db"
    content = bytearray(whole.read_bytes())
    content[int(len(content) * share)] ^= changed
    path.write_bytes(content)
    try:
        events = read_all(path)
    except RegisterError as found:
        assert found.key in {"register.damaged", "register.out-of-reach"}  # noqa: PT017 - either
    else:
        # Free space, or a field of the header that nothing depends on.
        assert events == 180


@pytest.mark.parametrize(
    "content", [b"", b"\0", b"x" * 5000, b"SQLite format 3\0", b"SQLite format 3\0" + b"\0" * 5000]
)
def test_a_file_of_something_else_is_no_register(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r.db"
    path.write_bytes(content)
    for create in (True, False):
        with pytest.raises(RegisterError) as found:
            open_register(path, create=create)
        assert found.value.key == "register.damaged"
        assert found.value.params["path"] == str(path)
    assert path.read_bytes() == content


def test_another_database_is_no_register(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE events (id)")
    with pytest.raises(RegisterError) as found:
        open_register(path)
    assert found.value.params == {"what": "foreign", "path": str(path)}


def test_a_register_of_a_later_program_is_left_alone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("PRAGMA user_version = 2")
    with pytest.raises(RegisterError) as found:
        open_register(file)
    assert found.value.params == {"what": "newer", "path": str(file)}


def test_a_lost_table_is_noticed(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("DROP TABLE cases")
    with pytest.raises(RegisterError) as found:
        read_all(file)
    assert found.value.params == {"what": "file", "path": str(file)}


def test_an_index_that_does_not_agree_is_noticed(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'is_open = 1', 'is_open = 0')"
            " WHERE name = 'cases_due'"
        )
    with pytest.raises(RegisterError) as found:
        read_all(file)
    assert found.value.params["what"] == "file"


def test_a_lost_file_is_not_made_anew_under_its_log(
    sqlite_place: str, tmp_path: Path, new_writer: Any
) -> None:
    copy = tmp_path / "copy.db"
    with closing(open_register(sqlite_place)) as register:
        new_writer(register).live("N-1")
        shutil.copy(f"{sqlite_place}-wal", f"{copy}-wal")
    with pytest.raises(RegisterError) as found:
        open_register(copy)
    assert found.value.params == {"what": "orphan", "path": str(copy)}
    assert not copy.exists()
