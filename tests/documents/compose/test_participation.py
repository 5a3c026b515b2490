from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from pst_standards.documents import build, document
from pst_standards.documents.outline import Block, Document, Table
from pst_standards.model.base import Text
from pst_standards.model.definition import Definition, Stage
from pst_standards.model.facility import Facility
from pst_standards.model.manufacturing import Staffing, StandardFacilities
from pst_standards.model.office import Office
from pst_standards.model.standard import (
    Ability,
    Comment,
    Disposition,
    LifeCycle,
    Minutes,
    ServiceStandard,
)

Tell = Callable[[Document], str]


def with_life(life: LifeCycle | None) -> Definition:
    return Definition(standards=(ServiceStandard(id="a", life_cycle=life),))


def tables(made: Document) -> list[Table]:
    blocks: tuple[Block, ...] = made.blocks
    return [one for one in blocks if isinstance(one, Table)]


@pytest.mark.parametrize("life", [None, LifeCycle(), LifeCycle(minutes=Minutes())])
def test_minutes_of_a_meeting_to_come_are_a_form(life: LifeCycle | None, tell: Tell) -> None:
    made = document(with_life(life), "discussion-minutes")
    assert not made.draft
    ability, components, signers, attendance = tables(made)
    assert [row[1] for row in ability.rows] == [""] * 3
    assert [row[0] for row in components.rows] == [f"{letter}." for letter in "abcdefghijklmn"]
    assert len(signers.rows) == 4
    assert len(attendance.rows) == 20
    assert "Pada hari ini, \N{HORIZONTAL ELLIPSIS}" in tell(made)
    assert "- dunia usaha" in tell(made)


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (24, 24), (0, 20), (-3, 20), (10**9, 300)])
def test_the_attendance_list_has_a_row_for_each_who_came(count: int, rows: int) -> None:
    made = document(with_life(LifeCycle(participant_count=count)), "discussion-minutes")
    table = tables(made)[-1]
    assert len(table.rows) == rows
    assert (table.row_height < 9) is (count == 24), "one or two rows more than a page are closer"


def test_the_day_of_a_meeting_is_written_in_words(tell: Tell) -> None:
    definition = with_life(LifeCycle(discussed_on=dt.date(2026, 7, 2)))
    told = tell(document(definition, "discussion-minutes"))
    assert "Pada hari ini, Kamis, tanggal dua bulan Juli tahun dua ribu dua puluh enam," in told


def test_minutes_of_two_meetings_are_two_documents() -> None:
    lives = (LifeCycle(minutes=Minutes(number="1")), LifeCycle(minutes=Minutes(number="2")))
    standards = tuple(
        ServiceStandard(id=name, life_cycle=life) for name, life in zip("ab", lives, strict=True)
    )
    made = document(Definition(standards=standards), "discussion-minutes", "b")
    assert "2" in str(made.blocks[1])


def test_where_nobody_commented_the_table_is_a_form() -> None:
    made = document(with_life(LifeCycle()), "comment-table")
    assert not made.draft
    (form,) = tables(made)
    assert len(form.rows) == 8
    assert {row[2] for row in form.rows} == {""}


def test_what_became_of_a_comment_is_told_or_ticked_by_hand(tell: Tell) -> None:
    comment = Comment(id="c", text=Text("Perjelas biaya"))
    open_ = tell(document(with_life(LifeCycle(comments=(comment,))), "comment-table"))
    assert "Jumlah tanggapan: 1 (satu)." in open_
    assert "- Diterima sebagian" in open_
    answered = evolve(comment, disposition=Disposition.PARTLY)
    done = tell(document(with_life(LifeCycle(comments=(answered,))), "comment-table"))
    assert "1 (satu), yaitu 1 diterima sebagian." in done
    assert "- Diterima" not in done


def test_the_words_of_the_office_on_the_ombudsman_come_before_those_of_the_law(tell: Tell) -> None:
    own = with_life(LifeCycle(ombudsman_route=Text("Lapor ke Ombudsman perwakilan")))
    told = tell(document(own, "comment-table"))
    assert "Lapor ke Ombudsman perwakilan." in told
    assert "yang tidak puas" not in told


def told_of_means(life: LifeCycle | None = None, *counts: int | None) -> Definition:
    standards = tuple(
        ServiceStandard(
            id=f"s{place}",
            title=Text(f"Standar {place}"),
            life_cycle=life or LifeCycle(),
            staffing=Staffing(count=count),
            facilities=StandardFacilities(items=("loket", "landai")),
        )
        for place, count in enumerate(counts or (2,))
    )
    return Definition(
        stage=Stage.ADOPTED,
        office=Office(budget=Text("DIPA 2026")),
        standards=standards,
        facilities=(
            Facility(id="loket", name=Text("Loket")),
            Facility(id="landai", name=Text("Jalur landai")),
        ),
    )


@pytest.mark.parametrize(
    ("counts", "people"),
    [((2,), "2 (dua) orang"), ((2, 2), "2 (dua) orang untuk setiap layanan")],
)
def test_minutes_tell_of_the_means_that_the_check_counts(
    counts: tuple[int, ...], people: str
) -> None:
    made = document(told_of_means(None, *counts), "discussion-minutes")
    assert [row[1] for row in tables(made)[0].rows] == ["DIPA 2026", people, "Loket; Jalur landai"]


def test_minutes_tell_unlike_numbers_by_standard(tell: Tell) -> None:
    told = tell(document(told_of_means(None, 2, 3), "discussion-minutes"))
    assert "Standar 0: 2 (dua) orang" in told
    assert "Standar 1: 3 (tiga) orang" in told


def test_what_was_recorded_of_the_meeting_comes_first() -> None:
    life = LifeCycle(ability=Ability(funding=Text("DIPA tahun lalu")))
    made = document(told_of_means(life), "discussion-minutes")
    assert tables(made)[0].rows[0][1] == "DIPA tahun lalu"


def test_what_minutes_of_a_set_standard_leave_to_the_hand_is_told(tmp_path: Path) -> None:
    definition = evolve(told_of_means(), office=Office())
    manifest = build(definition, tmp_path, formats=["html"])
    (told,) = (one.reason for one in manifest.incomplete if one.kind == "discussion-minutes")
    assert "standards.life_cycle.minutes.number" in told
    assert "standards.life_cycle.ability.funding" in told
    assert "ability.executors" not in told


@pytest.mark.parametrize("revised", [dt.date(2026, 2, 3), None])
def test_a_table_of_comments_bears_the_day_of_the_revision(
    revised: dt.date | None, tmp_path: Path, tell: Tell
) -> None:
    comment = Comment(id="c", text=Text("Perjelas"), disposition=Disposition.ACCEPTED)
    life = LifeCycle(comments=(comment,), revised_on=revised)
    definition = evolve(with_life(life), stage=Stage.ADOPTED)
    manifest = build(definition, tmp_path, formats=["html"])
    dots = {one.kind: one.reason for one in manifest.incomplete}
    named = "standards.life_cycle.revised_on" in dots.get("comment-table", "")
    assert named is (revised is None)
    assert ("3 Februari 2026\n" in tell(document(definition, "comment-table"))) is not named
