from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import pytest

from pst_standards.definitions.assembling import loads
from pst_standards.documents.kinds import document
from pst_standards.documents.outline import Document, Table
from pst_standards.model.component import MANUFACTURING, SERVICE_DELIVERY, Component
from pst_standards.model.definition import Definition

Tell = Callable[[Document], str]


def tables(made: Document) -> list[Table]:
    return [block for block in made.blocks if isinstance(block, Table)]


def test_the_form_has_six_and_eight_components_in_the_ministrys_order(office: Definition) -> None:
    delivery, manufacturing = tables(document(office, "standard", "zz-lib"))
    assert [row[1] for row in delivery.rows] == [
        "Persyaratan",
        "Sistem, mekanisme, dan prosedur",
        "Jangka waktu pelayanan",
        "Biaya/tarif",
        "Produk pelayanan",
        "Penanganan pengaduan, saran, dan masukan",
    ]
    assert [row[1] for row in manufacturing.rows] == [
        "Dasar hukum",
        "Sarana, prasarana, dan/atau fasilitas",
        "Kompetensi pelaksana",
        "Pengawasan internal",
        "Jumlah pelaksana",
        "Jaminan pelayanan",
        "Jaminan keamanan dan keselamatan pelayanan",
        "Evaluasi kinerja pelaksana",
    ]
    assert [column.title for column in delivery.columns] == ["No.", "Komponen", "Uraian"]


@pytest.mark.parametrize("component", list(Component))
def test_a_missing_component_is_said_to_be_missing_and_makes_a_draft(
    component: Component, data: Mapping[str, Any], tell: Tell
) -> None:
    changed = deepcopy(dict(data))
    changed["standards"] = changed["standards"][:1]
    whole = document(loads(changed), "standard")
    del changed["standards"][0][component.value]
    made = document(loads(changed), "standard")
    assert (whole.draft, made.draft) == (False, True)
    assert tell(whole).count("Belum ditetapkan") == 0
    assert tell(made).count("Belum ditetapkan") == 1
    rows = [row for table in tables(made)[:2] for row in table.rows]
    assert len(rows) == len(SERVICE_DELIVERY) + len(MANUFACTURING)


@pytest.mark.parametrize("empty", [{"items": []}, {"items": [{"id": "a", "text": " "}]}, {}])
def test_a_component_without_content_is_not_set_either(
    empty: dict[str, Any], data: Mapping[str, Any], tell: Tell
) -> None:
    changed = deepcopy(dict(data))
    changed["standards"][0]["product"] = empty
    made = document(loads(changed), "standard", "zz-lib")
    assert "Belum ditetapkan" in tell(made)


def test_a_standard_without_a_decree_leaves_room_for_the_hand(
    office: Definition, tell: Tell
) -> None:
    shown = tell(document(office, "standard", "zz-rec"))
    assert "Nomor : \N{HORIZONTAL ELLIPSIS}" in shown
    assert "Tanggal : \N{HORIZONTAL ELLIPSIS}" in shown


def test_ids_are_never_printed(
    office: Definition, pictures: Mapping[str, bytes], tell: Tell
) -> None:
    booklet = tell(document(office, "booklet", assets=pictures))
    others = [
        tell(document(office, kind, assets=pictures))
        for kind in ("maklumat", "complaint-procedure", "compensation-announcement")
    ]
    standards = [tell(document(office, "standard", name)) for name in ("zz-lib", "zz-rec")]
    for shown in (booklet, *others, *standards):
        assert "zz-" not in shown
        assert "_" not in shown.replace("zero_rupiah", "_")


def test_a_reference_that_leads_nowhere_prints_nothing(data: Mapping[str, Any], tell: Tell) -> None:
    from pst_standards.definitions.assembling import read_data

    changed = deepcopy(dict(data))
    changed["standards"][0]["facilities"] = {"items": ["zz-nowhere"]}
    made = document(read_data(changed).definition, "standard", "zz-lib")
    assert "zz-nowhere" not in tell(made)
    assert made.draft
