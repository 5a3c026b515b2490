from __future__ import annotations

import copy
import datetime as dt
import pickle
import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from pst_standards.complaints.secrecy import (
    AttemptsInMemory,
    SecrecyError,
    SecretCode,
    codes,
    matches,
    must_match,
    new_number,
)

NOON = dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)
NUMBER = "PGD-2026-7K3M9Q2T"


@pytest.fixture(scope="module")
def code() -> SecretCode:
    return SecretCode.new()


@pytest.fixture(scope="module")
def stored(code: SecretCode) -> str:
    return code.hashed()


def tried(code: str, stored: str | None, attempts: AttemptsInMemory, minute: int = 0) -> str:
    at = NOON + dt.timedelta(minutes=minute)
    try:
        must_match(NUMBER, code, stored, attempts=attempts, at=at)
    except SecrecyError as error:
        return f"{error.key} {error.params.get('minutes', '')}".strip()
    return "right"


def test_numbers_and_codes_are_drawn_and_never_counted() -> None:
    assert len({new_number(2026) for _ in range(500)}) == 500
    assert len({SecretCode.new().hand_over() for _ in range(500)}) == 500
    assert re.fullmatch(r"PGD-2026-[0-9A-HJKMNP-TV-Z]{8}", new_number(2026))
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-?){4}", SecretCode.new().hand_over())


def test_a_code_may_be_written_as_people_write_it(code: SecretCode, stored: str) -> None:
    plain = code.hand_over()
    written = plain.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert matches(plain, stored)
    assert matches(f" {written}\n", stored)


@pytest.mark.parametrize(
    "wrong",
    ["", "0000-0000-0000-0000", "x" * 10_000_000, "\ud800", "'; DROP TABLE cases; --", "\0"],
)
def test_a_wrong_code_does_not_match_whatever_it_is(stored: str, wrong: str) -> None:
    assert not matches(wrong, stored)


@pytest.mark.parametrize("hashed", [None, "", "scrypt1", "scrypt1$x$y", "scrypt9$00$00", "$$"])
def test_nothing_matches_where_no_hash_is(code: SecretCode, hashed: str | None) -> None:
    assert not matches(code.hand_over(), hashed)
    assert not matches("", hashed)


def test_as_much_is_worked_out_for_a_number_that_does_not_exist(
    code: SecretCode, stored: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    work = codes._hash

    def counted(tried: str, salt: bytes) -> bytes:
        asked.append(len(salt))
        return work(tried, salt)

    monkeypatch.setattr(codes, "_hash", counted)
    for one in (stored, None, "damaged"):
        matches(code.hand_over(), one)
    assert asked == [16, 16, 16]


def test_only_a_salted_hash_is_kept(code: SecretCode, stored: str) -> None:
    plain = code.hand_over()
    assert plain not in stored
    assert plain.replace("-", "") not in stored
    assert stored != code.hashed()


def test_a_code_shows_itself_to_nobody_and_cannot_be_stored(code: SecretCode) -> None:
    plain = code.hand_over()
    assert plain not in f"{code} {code!r} {[code]}"
    for keep in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(SecrecyError):
            keep(code)


def test_a_number_that_does_not_exist_is_told_apart_by_nothing(stored: str) -> None:
    real, none = AttemptsInMemory(), AttemptsInMemory()
    seen = [
        (tried("wrong", stored, real, minute), tried("wrong", None, none, minute))
        for minute in range(7)
    ]
    assert all(one == other for one, other in seen)
    assert [one for one, _ in seen] == ["secrecy.wrong-code"] * 5 + [
        "secrecy.too-many-attempts 10",
        "secrecy.too-many-attempts 9",
    ]


def test_after_the_rest_a_number_may_be_tried_again(code: SecretCode, stored: str) -> None:
    attempts = AttemptsInMemory(limit=2)
    assert tried("wrong", stored, attempts) == "secrecy.wrong-code"
    assert tried("wrong", stored, attempts) == "secrecy.wrong-code"
    assert tried(code.hand_over(), stored, attempts, 14) == "secrecy.too-many-attempts 1"
    assert tried(code.hand_over(), stored, attempts, 15) == "right"
    assert tried("wrong", stored, attempts, 15) == "secrecy.wrong-code"


def test_a_right_code_forgets_the_wrong_ones(code: SecretCode, stored: str) -> None:
    attempts = AttemptsInMemory(limit=2)
    for _ in range(3):
        assert tried("wrong", stored, attempts) == "secrecy.wrong-code"
        assert tried(code.hand_over(), stored, attempts) == "right"


def test_a_try_is_counted_before_it_is_looked_at(
    stored: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts = AttemptsInMemory()

    def asked(*_: object) -> bool:
        assert attempts._tries
        return False

    monkeypatch.setattr(codes, "matches", asked)
    assert tried("wrong", stored, attempts) == "secrecy.wrong-code"


def test_writing_a_number_otherwise_gives_no_more_tries(stored: str) -> None:
    attempts = AttemptsInMemory(limit=1)
    assert tried("wrong", stored, attempts) == "secrecy.wrong-code"
    with pytest.raises(SecrecyError) as caught:
        must_match(f" {NUMBER.lower()} ", "wrong", stored, attempts=attempts, at=NOON)
    assert caught.value.key == "secrecy.too-many-attempts"


def test_the_numbers_remembered_are_bounded() -> None:
    attempts = AttemptsInMemory(most=3)
    for number in "abcd":
        attempts.take(number, NOON)
    assert list(attempts._tries) == ["b", "c", "d"]


class Slow(str):
    """A number that lets other threads run whenever it is looked for."""

    __slots__ = ()

    def __hash__(self) -> int:
        time.sleep(0.001)
        return super().__hash__()


def test_of_many_threads_no_more_than_the_limit_get_through() -> None:
    attempts = AttemptsInMemory(limit=3)
    with ThreadPoolExecutor(12) as pool:
        waits = list(pool.map(lambda _: attempts.take(Slow("N-1"), NOON), range(24)))
    assert waits.count(dt.timedelta()) == 3
