"""A vault that is opened again, and what it says when it does not open."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pst_standards.complaints.secrecy import SecrecyError, Vault

WHY = {"officer": "A1", "reason": "memanggil pelapor"}
Files = tuple[Path, Path]


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(SecrecyError) as caught:
        call()
    assert caught.value.message("id") != caught.value.message("en")
    return caught.value.key


def again(files: Files) -> Vault:
    return Vault.at(files[0], key_file=files[1])


def change(files: Files, *statements: str, values: tuple[object, ...] = ()) -> None:
    with closing(sqlite3.connect(files[0])) as db, db:
        for statement in statements:
            db.execute(statement, values)
