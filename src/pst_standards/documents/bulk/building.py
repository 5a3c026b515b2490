"""Building many offices: those that changed, in as many processes as asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from pst_standards.documents.bulk.digests import Digests
from pst_standards.documents.bulk.offices import Office
from pst_standards.documents.bulk.outcome import Outcome, State
from pst_standards.documents.bulk.record import (
    clear_leftovers,
    is_current,
    unusable_pictures_of,
)
from pst_standards.documents.bulk.settings import Settings


def build_many(
    offices: Sequence[Office], settings: Settings, *, jobs: int = 1
) -> Iterator[Outcome]:
    """Build the documents of offices, each in its folder below ``settings.out``.

    Yields how each ended: first those that are up to date, then the others as they end. An office
    that fails does not stop the others. However often the work is stopped or killed, doing it again
    gives the files that one run gives. With one job all is done in this process; for more, others
    are spawned, so that the program that calls this must guard its ``__main__``.

    Raises ``WorkerError`` when no process can be started.
    """
    checksum = settings.checksum()
    clear_leftovers(settings.out)
    stale: list[Office] = []
    digests = Digests(settings.folder)
    for office in offices:
        wanted = partial(settings.checksum_for, office, checksum=checksum)
        place = settings.out / office.name
        if office.is_sound and is_current(place, wanted, digests):
            clear_leftovers(place)
            lacking = unusable_pictures_of(place)
            yield Outcome(name=office.name, state=State.CURRENT, pictures=lacking)
        else:
            stale.append(office)
    yield from _made(stale, settings, checksum, jobs)


def _made(
    stale: Sequence[Office], settings: Settings, checksum: str, jobs: int
) -> Iterator[Outcome]:
    if jobs > 1 and len(stale) > 1:
        from pst_standards.documents.bulk.workers import Workers

        with Workers(jobs, settings, checksum) as workers:
            yield from workers.outcomes(stale)
        return
    for office in stale:
        from pst_standards.documents.bulk.one_office import build_office

        yield build_office(office, settings, checksum)
