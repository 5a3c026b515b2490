from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import pytest

from pst_standards.definitions.assembling import loads, read_data
from pst_standards.documents import document, render
from pst_standards.documents.outline import Document, ItemList, Marker, Table

Office = dict[str, Any]
Tell = Callable[[Document], str]
KIND = "compensation-claim-form"


@pytest.fixture
def changed(data: Mapping[str, Any]) -> Office:
    return deepcopy(dict(data))


def test_the_form_asks_for_name_and_address_and_nothing_else(changed: Office, tell: Tell) -> None:
    shown = tell(document(loads(changed), KIND))
    identity = shown[shown.index("### A. Identitas") : shown.index("### B.")]
    fields = [line[2:] for line in identity.splitlines() if line.startswith("+ ")]
    assert fields == ["Nama lengkap", "Alamat lengkap", "Kerahasiaan"]
    assert not re.search(r"\b(?:NIK|KTP|tanggal lahir|pekerjaan)\b", shown)


def test_the_receipt_has_the_four_parts_of_the_act(changed: Office, tell: Tell) -> None:
    shown = tell(document(loads(changed), KIND))
    strip = shown[shown.index("Gunting di sini") :]
    assert [line[2:4] for line in strip.splitlines() if line.startswith("+ ")][1:] == [
        *("a.", "b.", "c.", "d."),
    ]
    assert "Pasal 44 ayat (2)" in strip


def test_only_what_the_policy_names_can_be_ticked(changed: Office, tell: Tell) -> None:
    shown = tell(document(loads(changed), KIND))
    wrong = shown[shown.index("### C.") : shown.index("### D.")]
    assert "Pelayanan terlambat" in wrong
    assert "Produk tidak sesuai" in wrong
    assert "Perilaku petugas" not in wrong
    assert "Bukti pembayaran" not in shown
    changed["compensation"]["rules"][0]["trigger"] = "overcharged"
    assert "Bukti pembayaran" in tell(document(loads(changed), KIND))


def test_one_time_for_all_is_said_once(changed: Office, tell: Tell) -> None:
    rules = changed["compensation"]["rules"]
    for rule in rules:
        rule["claim_within"] = {"value": 5, "unit": "working_day"}
    shown = tell(document(loads(changed), KIND))
    assert "Ajukan paling lambat 5 hari kerja sejak pelayanan selesai.\n" in shown
    rules[0]["claim_within"] = {"value": 7, "unit": "working_day"}
    shown = tell(document(loads(changed), KIND))
    assert "paling lambat 7 hari kerja sejak pelayanan selesai untuk: pelayanan terlambat" in shown
    assert "paling lambat 5 hari kerja sejak pelayanan selesai untuk: produk tidak sesuai" in shown
    for rule in rules:
        del rule["claim_within"]
    assert "tidak menetapkan batas waktu" in tell(document(loads(changed), KIND))
    changed["compensation"]["rules"] = []
    shown = tell(document(loads(changed), KIND))
    assert "tidak menetapkan" not in shown
    assert "Batas waktu pengajuan belum ditetapkan." in shown


def test_a_form_without_channels_or_rules_is_a_draft(changed: Office) -> None:
    assert not document(loads(changed), KIND).draft
    del changed["compensation"]["claim_channels"]
    assert document(loads(changed), KIND).draft
    changed["compensation"] = {
        "announcement": "Kami memberi kompensasi.",
        "claim_channels": ["zz-mail"],
    }
    assert document(loads(changed), KIND).draft


def test_a_rule_in_words_alone_is_shown_in_its_words(changed: Office, tell: Tell) -> None:
    rule = {"id": "ru-9", "trigger": "conduct", "text": "Kepala kantor meminta maaf."}
    changed["compensation"]["rules"] = [rule]
    assert "Kepala kantor meminta maaf." in tell(document(loads(changed), KIND))
    del rule["text"]
    assert document(loads(changed), KIND).draft


def test_an_office_without_services_leaves_room_for_the_service(
    changed: Office, tell: Tell
) -> None:
    office = read_data({"compensation": changed["compensation"]}).definition
    shown = tell(document(office, KIND))
    part = shown[shown.index("### B.") : shown.index("### C.")]
    assert "Lainnya: \N{HORIZONTAL ELLIPSIS}" in part


def test_boxes_are_lists_and_tables_have_real_headers(changed: Office) -> None:
    made = document(loads(changed), KIND)
    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert all(table.columns[0].heads_row and table.columns[0].title for table in tables)
    cells = [cell for table in tables for row in table.rows for cell in row if cell]
    lists = [block for cell in cells if not isinstance(cell, str) for block in cell]
    assert all(isinstance(one, ItemList) and one.marker is Marker.BOX for one in lists)
    page = render(loads(changed), KIND, "html").decode()
    assert '<html lang="id">' in page
    assert '<ul class="boxes">' in page
    assert 'style="height:9mm"' in page
    assert page.count('<th scope="row"') == sum(len(table.rows) for table in tables)
    assert "size: 210mm 297mm" in page
