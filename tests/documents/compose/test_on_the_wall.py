"""What the papers on walls and counters say, and that a usual text fits its sheet."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from attrs import evolve

from pst_standards.definitions.assembling import loads
from pst_standards.documents.compose.complaint_flow import flow
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.fitting import (
    balanced,
    banded,
    height,
    over_sheets,
    pair_fitted,
    sheets_taken,
)
from pst_standards.documents.kinds import document
from pst_standards.documents.outline import (
    Block,
    Column,
    Document,
    Heading,
    ItemList,
    Layout,
    Note,
    Panel,
    Panels,
    Paragraph,
    Picture,
    Table,
)
from pst_standards.documents.refusals import NothingToPrintError
from pst_standards.documents.targets import targets
from pst_standards.model.base import Ident
from pst_standards.model.complaints import Complaints
from pst_standards.model.definition import Definition
from pst_standards.model.standard import ServiceStandard


def panels(made: Document) -> list[Panels]:
    return [block for block in made.blocks if isinstance(block, Panels)]


def long_text(words: int) -> dict[str, Any]:
    return {"items": [{"text": {"id": "Membawa surat " * words}}]}


def with_standard(data: Mapping[str, Any], **parts: Any) -> Definition:
    changed = copy.deepcopy(dict(data))
    changed["standards"][0].update(parts)
    return loads(changed)


def test_a_poster_has_the_six_components_in_their_order(office: Definition) -> None:
    made = document(office, "poster", "zz-lib")
    [laid] = panels(made)
    titles = [panel.title for stack in laid.columns for panel in stack]
    assert [title[:2] for title in titles] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert made.layout is Layout.WALL


def test_a_larger_sheet_has_larger_letters(office: Definition) -> None:
    small, large = (document(office, "poster", "zz-lib", paper=paper) for paper in ("A4", "A3"))
    assert small.scale < large.scale


def test_each_poster_is_made_on_both_sheets(office: Definition) -> None:
    made = [target.stem for target in targets(office, "poster")]
    assert made == [
        f"poster-{name}-{paper}" for paper in ("a3", "a4") for name in ("zz-lib", "zz-rec")
    ]


def test_a_text_too_long_for_a_sheet_goes_on_in_pairs(data: Mapping[str, Any]) -> None:
    made = document(with_standard(data, requirements=long_text(900)), "poster", "zz-lib")
    assert [len(block.columns) for block in panels(made)] == [2, 2, 2]


def test_what_is_the_same_for_all_services_is_told_once(office: Definition) -> None:
    standard = office.standards[0]
    twins = evolve(office, standards=(standard, evolve(standard, id=Ident("lain"))))
    made = document(twins, "combined-poster")
    assert not any(isinstance(block, Table) for block in made.blocks)
    assert len(panels(made)[0].columns) == 6


def test_many_services_stand_in_several_tables(office: Definition) -> None:
    many = tuple(ServiceStandard(id=Ident(f"s{number}")) for number in range(6))
    mixed = evolve(office, standards=(*office.standards[:1], *many))
    made = document(mixed, "combined-poster")
    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert [len(block.columns) for block in tables] == [6, 3]


def test_a_leaflet_is_folded_in_three_however_few_services_there_are(office: Definition) -> None:
    outside, inside = panels(document(office, "leaflet"))
    assert (len(outside.columns), len(inside.columns)) == (3, 3)
    assert outside.order == (2, 1, 0)


def test_a_leaflet_of_hardly_anything_can_be_made() -> None:
    bare = Definition(standards=(ServiceStandard(id=Ident("a")),))
    outside, _ = panels(document(bare, "leaflet"))
    assert [panel.blocks for panel in outside.columns[1] + outside.columns[2]] == [(), ()]


def test_a_board_says_where_to_report_other_payments(office: Definition) -> None:
    made = document(office, "tariff-board")
    [note] = [block for block in made.blocks if isinstance(block, Note)]
    assert "adu@teladan.contoh.go.id" in str(note.text)
    silent = document(evolve(office, complaints=None), "tariff-board")
    assert not any(isinstance(block, Note) for block in silent.blocks)


def test_a_board_can_be_of_hours_alone(office: Definition) -> None:
    made = document(evolve(office, standards=(), complaints=None), "tariff-board")
    assert [str(block.text) for block in made.blocks if isinstance(block, Heading)][
        1
    ] == "Jam pelayanan"
    with pytest.raises(NothingToPrintError):
        document(evolve(office, standards=(), office=None), "tariff-board")


@pytest.mark.parametrize(
    ("maklumat", "there"),
    [
        ({"pledge": {"id": "Kami sanggup.", "en": "We are able."}}, True),
        ({"pledge": {"id": "Kami sanggup."}}, False),
        ({"elements": {"capability": {"id": "Sanggup", "en": "Able"}}}, True),
        (
            {"elements": {"capability": {"id": "Sanggup", "en": "Able"}, "sanction": "Sanksi"}},
            False,
        ),
        ({"place": "Teladan"}, False),
    ],
)
def test_a_maklumat_in_two_languages_needs_both(maklumat: dict[str, Any], *, there: bool) -> None:
    definition = loads({"maklumat": maklumat})
    if not there:
        with pytest.raises(NothingToPrintError):
            document(definition, "maklumat-bilingual")
        return
    made = document(definition, "maklumat-bilingual", lang="en")
    [laid] = panels(made)
    assert [stack[0].lang for stack in laid.columns] == [None, "id"]


def test_a_pledge_in_two_languages_fills_its_sheet() -> None:
    words = "sanggup memberikan pelayanan " * 24
    maklumat = {"pledge": {"id": words, "en": words}, "place": "Teladan"}
    made = document(loads({"maklumat": maklumat}), "maklumat-bilingual")
    told = made.blocks[: len(made.blocks) - made.draft_blocks]
    room = made.sheet[1] - made.margins[0] - made.margins[2]
    assert made.scale >= 0.88
    assert height(told, made.text_width / made.scale) * made.scale <= room


def test_the_way_of_a_complaint_is_drawn_from_the_steps_of_all_standards(
    data: Mapping[str, Any],
) -> None:
    handled = {"steps": [{"number": 1, "text": {"id": "Mengadu"}, "actor": "user"}, {"number": 2}]}
    [made] = drawn(with_standard(data, complaint_handling=handled))
    assert made.alt == "Alur penanganan pengaduan: 1. Pengguna: Mengadu."


def test_where_standards_differ_the_clocks_are_drawn(data: Mapping[str, Any]) -> None:
    changed = copy.deepcopy(dict(data))
    for place, word in enumerate(("Mengadu", "Melapor")):
        steps = [{"number": 1, "text": {"id": word}}]
        changed["standards"][place]["complaint_handling"] = {"steps": steps}
    changed["complaints"]["clocks"].append({"id": "ck-2", "stage": "decision"})
    changed["complaints"]["clocks"].append({"id": "ck-3"})
    [made] = drawn(loads(changed))
    assert made.alt == (
        "Alur penanganan pengaduan: 1. Pengaduan ditanggapi sejak diterima (Paling lama 14 hari)."
        " 2. Putusan."
    )


def test_nothing_is_drawn_where_nothing_is_known() -> None:
    assert drawn(Definition(complaints=Complaints())) == []


def drawn(definition: Definition) -> list[Picture]:
    composition = Composition(original=definition, lang="id")
    assert composition.definition.complaints is not None
    made = flow(composition.definition.complaints, composition)
    return [block for block in made if isinstance(block, Picture)]


def panel(words: int) -> Panel:
    return Panel(title="Bagian", blocks=[Paragraph(text="kata " * words)])


def test_columns_are_cut_where_they_are_most_alike() -> None:
    cut = balanced([panel(100), panel(40), panel(40), panel(20)], 2, 80)
    assert [len(stack) for stack in cut] == [1, 3]
    assert [len(stack) for stack in balanced([panel(1)] * 50, 3, 80)] == [17, 17, 16]
    assert len(balanced([panel(1)], 3, 80)) == 1


def test_a_longer_text_has_smaller_letters_until_none_fit() -> None:
    scales = [
        pair_fitted([panel(words), panel(words)], 170, 200)[1] for words in (20, 200, 600, 9000)
    ]
    assert None not in scales[:3]
    assert scales[0] != scales[1] != scales[2]
    assert scales[3] is None


def test_every_block_takes_room(sample: Document) -> None:
    blocks: list[Block] = [*sample.blocks, ItemList(items=["a"])]
    taken = {type(block).__name__ for block in blocks if height([block], 165) > 0}
    assert {type(block).__name__ for block in blocks} - taken == {"PageBreak"}


def test_letters_on_a_large_sheet_can_be_read_on_a_wall(data: Mapping[str, Any]) -> None:
    long = with_standard(data, requirements=long_text(900))
    for kind, service in (("poster", "zz-lib"), ("combined-poster", None)):
        assert document(long, kind, service, paper="A3").scale * 10 >= 11


def test_the_combined_poster_says_who_takes_each_step(data: Mapping[str, Any]) -> None:
    steps = [
        {"number": 1, "text": {"id": "Datang ke PST"}, "actor": "user"},
        {
            "number": 2,
            "text": {"id": "Memeriksa berkas"},
            "actor": "officer",
            "branches": [{"when": {"id": "Kurang"}, "to_step": 1}],
        },
        {"number": 3, "branches": [{"when": {"id": "Lengkap"}, "then": {"id": "Selesai"}}]},
    ]
    made = document(with_standard(data, procedure={"steps": steps}), "combined-poster")
    [table] = [block for block in made.blocks if isinstance(block, Table)]
    [steps_cell] = [row[1] for row in table.rows if "prosedur" in str(row[0])]
    shown = str(steps_cell)
    assert shown.index("Pengguna: ") < shown.index("Datang ke PST") < shown.index("Petugas: ")
    assert "Memeriksa berkas" in shown
    assert "Kurang" not in shown, "branches are for the poster of the service"


@pytest.mark.parametrize(("kind", "label"), [("leaflet", "Syarat: "), ("combined-poster", "")])
def test_nobody_reads_that_a_channel_asks_for_what_another_does(
    kind: str, label: str, data: Mapping[str, Any], tell: Callable[[Document], str]
) -> None:
    items = [
        {"text": {"id": "Datang ke PST"}, "channels": ["in_person"]},
        {"text": {"id": "Memiliki surel"}},
        {"text": {"id": "Memiliki akun"}, "channels": ["online"]},
    ]
    told = "Memiliki surel. Langsung (tatap muka): datang ke PST. Tidak langsung (daring):"
    made = document(with_standard(data, requirements={"items": items}), kind, lang="id")
    assert f"{label}{told} memiliki akun." in tell(made)


def test_a_poster_of_all_services_tells_the_steps_of_a_channel_in_one_running_row(
    data: Mapping[str, Any], tell: Callable[[Document], str]
) -> None:
    steps = [
        {"number": place, "text": {"id": text}, "actor": actor, "channels": [channel]}
        for channel in ("in_person", "online")
        for place, (actor, text) in enumerate(
            [("user", "Datang"), ("user", "Mengisi buku"), ("officer", "Menjawab")], start=1
        )
    ]
    made = document(with_standard(data, procedure={"steps": steps}), "combined-poster", lang="id")
    [table] = [block for block in made.blocks if isinstance(block, Table)]
    assert sum("prosedur" in str(row[0]) for row in table.rows) == 2
    assert "Pengguna: Datang; mengisi buku. Petugas: Menjawab." in tell(made)


def test_a_tariff_in_brief_is_in_figures_and_names_what_the_fee_rests_on_once(
    data: Mapping[str, Any], tell: Callable[[Document], str]
) -> None:
    tariff = {"text": {"id": "Peta"}, "amount": 25000, "instrument": "PP 13/2024 Pasal 1 ayat (1)"}
    other = {"text": {"id": "Buku"}, "amount": 900, "instrument": "PP 13/2025"}
    fee = {"kind": "pnbp", "instrument": "PP 13/2024", "items": [tariff, other]}
    said = tell(document(with_standard(data, fee=fee), "leaflet", lang="id"))
    assert "Dasar tarif: PP 13/2024. Peta: Rp25.000; Buku: Rp900, sesuai PP 13/2025." in said


def test_rows_stay_on_one_sheet_where_that_makes_more_sheets() -> None:
    rows = [["kata " * 300]] * 3
    table = Table(columns=[Column(title="Uraian")], rows=rows)
    one = height([table], 80) / 3
    assert [sheets_taken([table], 80, room * one) for room in (0.4, 1.5, 2.5, 3.5)] == [9, 3, 2, 1]
    assert over_sheets([table], 80, 1.5 * one, 1.0) > 1.0
    assert over_sheets([table], 80, 0.4 * one, 1.0) == 1.0


def test_long_panels_stand_above_the_others_where_that_makes_larger_letters() -> None:
    every = [panel(400), panel(400), *(panel(40) for _ in range(4))]
    laid, scale = banded(every, 4, 250, 300)
    assert [len(block.columns) for block in laid] == [2, 4]
    assert scale is not None
    _, beside = pair_fitted(every, 250, 300)
    assert beside is None or scale > beside
    assert banded([panel(9000)] * 3, 2, 250, 300)[1] is None
