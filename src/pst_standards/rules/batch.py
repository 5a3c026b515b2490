"""Checking many definitions one after the other, without keeping them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pst_standards.definitions import Bases, DefinitionError, Reading, read_path
from pst_standards.findings import Finding, Report
from pst_standards.rules.checking import check_reading
from pst_standards.rules.rulebook import Rulebook


class Checked(NamedTuple):
    """One definition that was checked; ``reading`` and ``report`` are ``None`` when unusable.

    ``refused`` then says why.
    """

    path: Path
    reading: Reading | None
    report: Report | None
    refused: tuple[Finding, ...] = ()


def check_each(
    paths: Iterable[Path],
    *,
    as_of: date | None = None,
    bases: Bases | None = None,
    rules: Rulebook | None = None,
    read: Callable[..., Reading] = read_path,
) -> Iterator[Checked]:
    """Check definitions as they come; what cannot be used does not stop the others.

    ``read`` is called as ``read_path`` and may understand more than files of text.

    Nothing is kept between two of them but the packaged bases, so memory does not grow with their
    number.
    """
    for path in paths:
        try:
            reading = read(path, bases=bases)
        except DefinitionError as error:
            yield Checked(path, None, None, error.findings)
            continue
        yield Checked(path, reading, check_reading(reading, as_of=as_of, rules=rules))
