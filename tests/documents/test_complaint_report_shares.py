"""What a published report leaves out cannot be reckoned back from the figures beside it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.complaints.recap import Recap
from pst_standards.complaints.recap_lines import recap_of
from pst_standards.complaints.recap_records import recap_in
from pst_standards.complaints.registers.lines import Line
from pst_standards.complaints.states import (
    ComplaintChannelKind,
    ComplaintClass,
    IdentityMode,
    Outcome,
    State,
)
from pst_standards.definitions.records import load_record
from pst_standards.documents import complaint_report_document
from pst_standards.documents.outline import Document, KeyValues, Table
from pst_standards.model.complaint_recap import ComplaintRecap

AT = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
FILED = dt.date(2026, 3, 10)
LATER = FILED + dt.timedelta(days=14)


def line(place: int, **told: Any) -> Line:
    plain: dict[str, Any] = {
        "number": f"PGD-2026-{place:08}",
        "events": 1,
        "state": State.CLOSED,
        "channel": ComplaintChannelKind.EMAIL,
        "identity": IdentityMode.OPEN,
        "filed_on": FILED,
        "last_at": AT,
        "complaint_class": ComplaintClass.ORDINARY,
        "service": "library",
        "outcome": Outcome.PROVEN,
        "profile": "SP4N_2025",
        "settle_by": LATER,
        "settled_on": FILED,
        "ended_on": FILED,
    }
    return Line(**{**plain, **told})


def published(recap: Recap, *, for_all: bool = True) -> Document:
    return complaint_report_document(recap, published=for_all)


def tables(document: Document) -> dict[str, Table]:
    return {block.caption: block for block in document.blocks if isinstance(block, Table)}


def shares(recap: Recap, *, for_all: bool = True) -> list[tuple[Any, ...]]:
    told = tables(published(recap, for_all=for_all))
    (found,) = (table for caption, table in told.items() if "waktu" in caption.lower())
    return [row[2:] for row in found.rows]


def facts(recap: Recap) -> dict[str, Any]:
    (found,) = (one for one in published(recap).blocks if isinstance(one, KeyValues))
    return {str(name): value for name, value in found.pairs}


def given_recap(**told: Any) -> Recap:
    return recap_in(load_record({"year": 2026, **told}, ComplaintRecap))


def timely(*figures: tuple[int, int], total: int = 40) -> list[tuple[Any, ...]]:
    told = [{"profile": f"SK {n}", "judged": j, "on_time": o} for n, (j, o) in enumerate(figures)]
    return shares(given_recap(total=total, timeliness=told))


STARS = ("*", "*", "*")


def test_who_is_not_classified_is_not_what_is_left_of_those_judged() -> None:
    unclassified = line(9, complaint_class=None, profile="", settle_by=None, settled_on=None)
    recap = recap_of([*map(line, range(7)), unclassified], year=2026)
    assert shares(recap)[0] == STARS
    assert shares(recap, for_all=False)[0] == ("7", "7", "100,0%")
    assert shares(recap_of(map(line, range(7)), year=2026))[0] == ("7", "7", "100,0%")


def test_a_star_in_the_table_is_not_what_is_left_of_those_judged() -> None:
    wishes = [line(place, complaint_class=ComplaintClass.ASPIRATION) for place in range(2)]
    bare = {"complaint_class": None, "profile": "", "settle_by": None, "settled_on": None}
    unclassified = [line(place, **bare) for place in range(4)]
    recap = recap_of([*map(line, range(10)), *wishes, *unclassified], year=2026)
    channels = tables(published(recap))["Pengaduan masuk menurut saluran dan jenis"]
    assert channels.rows[-1][-2:] == ("*", "16")
    assert shares(recap)[0] == STARS


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ([(40, 30)], [True]),
        ([(39, 30)], [False]),
        ([(38, 30)], [False]),
        ([(37, 30)], [True]),
        ([(30, 29)], [False]),
        ([(30, 2)], [False]),
        ([(2, 0)], [False]),
        ([(0, 0)], [True]),
        ([(30, 20), (29, 15)], [True, False]),
        ([(30, 20), (30, 21)], [True, False]),
        ([(30, 20), (34, 23)], [True, False]),
        ([(30, 20), (30, 20)], [True, True]),
        ([(39, 30), (30, 20), (36, 23)], [False, True, True]),
    ],
)
def test_no_two_figures_of_shares_leave_one_or_two_over(
    figures: list[tuple[int, int]], told: list[bool]
) -> None:
    assert [row != STARS for row in timely(*figures)] == told


def test_how_many_were_not_opened_again_is_not_told_of_one_or_two() -> None:
    recap = given_recap(total=40, reopened=39, escalated=20)
    assert [value for value in facts(recap).values() if value in {"39", "20", "*"}] == ["*", "20"]


def test_the_median_of_one_or_two_is_theirs() -> None:
    def has_median(count: int) -> bool:
        lines = [line(place, settled_on=LATER) for place in range(count)]
        return any("14" in str(value) for value in facts(recap_of(lines, year=2026)).values())

    assert not has_median(1)
    assert not has_median(2)
    assert has_median(3)


def test_how_complaints_ended_does_not_tell_of_the_one_still_open() -> None:
    def ends(still_open: int) -> bool:
        lines = [line(place) for place in range(6)]
        lines += [
            line(9, outcome=None, ended_on=None, settled_on=None, state=State.EXAMINED)
            for _ in range(still_open)
        ]
        return any("6" in {row[1] for row in table.rows} for table in _endings(lines))

    def _endings(lines: list[Line]) -> list[Table]:
        told = tables(published(recap_of(lines, year=2026)))
        return [table for table in told.values() if table.rows[0][0] == Outcome.PROVEN.id]

    assert ends(0)
    assert not ends(1)
    assert not ends(2)
    assert ends(3)
