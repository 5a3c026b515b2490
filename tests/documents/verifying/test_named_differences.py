"""Each value that was edited, added or taken away in a document is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.definitions import loads
from pst_standards.documents import render, verify
from pst_standards.documents.identity import definition_hash
from pst_standards.model.definition import Definition
from tests.documents.verifying.edited_files import (
    COMPONENTS,
    MAIN,
    RUN_TEXT,
    Parts,
    Repack,
    edited,
    lost_anchors,
    lost_properties,
    row_of,
)

ROOT = Path(__file__).resolve().parents[3]
WORDS = ("surat", "kartu", "buku", "pensil", "peta")


@pytest.mark.parametrize(
    ("name", "loss"),
    [
        *((name, loss) for name in COMPONENTS for loss in (None, lost_anchors)),
        *((name, lost_properties) for name in ("fee", "legal_basis")),
    ],
)
def test_a_component_that_was_edited_is_named(
    semarang: Definition,
    library: bytes,
    repack: Repack,
    name: str,
    loss: Callable[[Parts], None] | None,
) -> None:
    place = [str(one.service) for one in semarang.standards].index("library")
    assert place == 0
    changed = repack(library, edited(name))
    found = verify(repack(changed, loss) if loss else changed, semarang)
    assert [one.pointer for one in found.differences] == [f"/standards/0/{name}"]
    (difference,) = found.differences
    assert difference.found == f"{difference.expected}, kecuali Jumat"
    assert (found.kind, found.service) == ("standard", "library")


@pytest.mark.parametrize(
    ("kind", "old", "new", "pointer"),
    [
        # The name of the office stands on two lines; a part of it is a title or a place elsewhere.
        ("standard", "Badan Pusat Statistik", "Dinas Data", "/office/name"),
        ("standard", "Kabupaten Semarang", "Kabupaten Contoh", "/office/name"),
        ("maklumat", "Kabupaten Semarang", "Kabupaten Contoh", "/office/name"),
        ("poster", "10 menit", "11 menit", "/standards/0/time_limit/limits/0/value"),
        ("poster", "10 menit", "10 jam", "/standards/0/time_limit/limits/0/unit"),
        ("poster", "120 menit", "120 jam", "/standards/0/time_limit/limits/2/unit"),
    ],
)
def test_the_value_that_stands_at_the_place_is_named(
    semarang: Definition, repack: Repack, kind: str, old: str, new: str, pointer: str
) -> None:
    service = None if kind == "maklumat" else "library"
    file = render(semarang, kind, "docx", service)

    def edit(parts: Parts) -> None:
        text = parts[MAIN].decode()
        parts[MAIN] = re.sub(rf"(>|lama ){old}", rf"\g<1>{new}", text, count=1).encode()

    found = verify(repack(file, edit), semarang)
    assert [one.pointer for one in found.differences] == [pointer]


@pytest.mark.parametrize(
    ("kind", "old", "new", "pointer"),
    [
        ("decree", "7 (tujuh) hari kerja", "9 (sembilan) hari kerja", "/standards"),
        ("decree", "setiap 3 (tiga) tahun", "setiap 5 (lima) tahun", "/standards"),
        ("decree", "wajib diterapkan", "dapat diterapkan", "/standards"),
        ("complaint-procedure", "lewat 2 (dua) tahun", "lewat 5 (lima) tahun", "/complaints"),
        ("complaint-procedure", "Selain kepada", "Kecuali kepada", "/complaints"),
        ("compensation-announcement", "30 menit", "30 jam", "/compensation/rules/0/unit"),
    ],
)
def test_a_sentence_that_merely_mentions_a_value_is_not_of_it(
    semarang: Definition, kind: str, old: str, new: str, pointer: str
) -> None:
    page = render(semarang, kind, "html").decode().replace("\N{NO-BREAK SPACE}", " ")
    assert old in page
    found = verify(page.replace(old, new, 1).encode(), semarang).differences
    assert [one.pointer for one in found] == [pointer]


@pytest.mark.parametrize("form", ["html", "md"])
def test_every_value_of_one_line_that_was_edited_is_named(semarang: Definition, form: str) -> None:
    page = render(semarang, "leaflet", form).decode()
    shown = [
        "/standards/0/requirements/items/1/text",
        "/standards/0/requirements/items/2/text",
        "/standards/0/fee/text",
    ]
    texts = {
        shown[0]: ("engisi buku tamu elektronik", "engisi buku biasa"),
        shown[1]: ("emiliki alamat surel yang aktif", "emiliki surel"),
        shown[2]: ("Tidak dipungut biaya", "Gratis"),
    }
    for before, after in texts.values():
        assert before in page
        page = page.replace(before, after, 1)
    assert [one.pointer for one in verify(page.encode(), semarang).differences] == shown


def test_every_value_is_named_where_lines_went_beside_others_that_changed(
    data_of_office: Callable[[], Any],
) -> None:
    data = data_of_office()
    items = [{"id": f"r-{n}", "text": f"Membawa {word}"} for n, word in enumerate(WORDS)]
    data["standards"][0]["requirements"] = {"items": items}
    office = loads(data)
    page = render(office, "poster", "html", "library").decode()
    page = page.replace("Membawa kartu", "Menunjukkan kartu", 1)
    page = page.replace("Membawa pensil", "Menunjukkan pensil", 1)
    page = re.sub(r"<li[^>]*>Membawa buku</li>", "", page, count=1)
    found = verify(page.encode(), office).differences
    assert [one.pointer[-6:-5] for one in found] == ["1", "2", "3"]
    assert [one.found for one in found] == ["Menunjukkan kartu", "", "Menunjukkan pensil"]


def test_a_file_that_lost_all_it_says_of_itself_is_told_by_its_text(
    semarang: Definition, repack: Repack
) -> None:
    for kind, lang in (("maklumat", "en"), ("compensation-claim-form", "id")):
        data = render(semarang, kind, "docx", lang=lang)
        found = verify(repack(repack(data, lost_properties), lost_anchors), semarang)
        assert (found.kind, found.lang, found.matches) == (kind, lang, True)
        assert found.recorded == definition_hash(semarang)[:16]
        assert found.same_definition is True


def test_what_is_added_or_taken_away_is_told(semarang: Definition) -> None:
    page = render(semarang, "maklumat", "html").decode()
    more = page.replace("</blockquote>", "</blockquote><p>Kecuali hari Jumat.</p>", 1)
    (added,) = verify(more.encode(), semarang).differences
    assert (added.expected, added.found) == ("", "Kecuali hari Jumat.")
    assert added.pointer == "/maklumat"
    less = re.sub("<blockquote>.*?</blockquote>", "", page, count=1)
    (missing,) = verify(less.encode(), semarang).differences
    assert (missing.pointer, missing.found) == ("/maklumat/pledge", "")


@pytest.mark.parametrize("pictured", [True, False])
def test_a_picture_that_came_or_went_since_is_no_difference(
    semarang: Definition,
    repack: Repack,
    pictured: bool,
) -> None:
    from pst_standards.documents import folder_assets

    there = folder_assets(ROOT / "examples" / "kabupaten-semarang")
    made = render(semarang, "standard", "docx", "library", assets=there if pictured else None)
    for data, pointers in ((made, []), (repack(made, edited("fee")), ["/standards/0/fee"])):
        for now in (there, None):
            found = verify(data, semarang, assets=now).differences
            assert [one.pointer for one in found] == pointers


def test_a_row_that_was_added_or_taken_away_is_told(
    semarang: Definition, library: bytes, repack: Repack
) -> None:
    def without_fee(parts: Parts) -> None:
        page = parts[MAIN].decode()
        at, _ = row_of("fee", page)
        start, end = page.rindex("<w:tr>", 0, at), page.index("</w:tr>", at) + len("</w:tr>")
        parts[MAIN] = (page[:start] + page[end:]).encode()

    found = verify(repack(library, without_fee), semarang)
    assert [one.pointer for one in found.differences] == ["/standards/0/fee"]
    assert found.differences[0].found == ""


def test_outside_the_components_the_value_that_changed_is_named(semarang: Definition) -> None:
    page = render(semarang, "maklumat", "html").decode()
    office = semarang.office
    assert office is not None
    assert office.phone is not None
    found = verify(page.replace(office.phone, "(024) 9", 1).encode(), semarang).differences
    assert [one.pointer for one in found] == ["/office/phone"]
    more = page.replace("</p></blockquote>", " Sungguh.</p></blockquote>", 1).encode()
    assert [one.pointer for one in verify(more, semarang).differences] == ["/maklumat/pledge"]


def test_several_rows_in_one_stretch_are_told_apart(semarang: Definition) -> None:
    page = render(semarang, "standard", "html", "library").decode()
    rows = re.findall(r'<tr id="pst_[^"]*".*?</tr>\n', page, re.DOTALL)
    for new, pointers in (
        ("<tr><td>Lain</td></tr>", ("requirements", "procedure")),
        ("".join(rows[:2]).replace("<td", "<td>x</td><td", 1), ("requirements",)),
    ):
        changed = page.replace("".join(rows[:2]), new)
        found = verify(changed.encode(), semarang).differences
        assert [one.pointer for one in found] == [f"/standards/0/{one}" for one in pointers]


def test_signs_that_an_office_suite_changes_are_no_difference(
    semarang: Definition, library: bytes, repack: Repack
) -> None:
    def typed(parts: Parts) -> None:
        page = parts[MAIN].decode()
        parts[MAIN] = RUN_TEXT.sub(
            lambda one: one[1] + " " + one[2].replace(" ", "\N{NO-BREAK SPACE}") + " " + one[3],
            page.replace("\N{HORIZONTAL ELLIPSIS}", "..."),
        ).encode()

    assert verify(repack(library, typed), semarang).matches


@pytest.mark.parametrize("form", ["docx", "html"])
def test_another_number_of_a_step_is_told(
    semarang: Definition, data_of_office: Callable[[], Any], form: str
) -> None:
    data = data_of_office()
    steps = data["standards"][0]["procedure"]["steps"]
    last = max(steps, key=lambda one: one.get("number", 0))
    last["number"] += 1
    found = verify(render(semarang, "standard", form, "library"), loads(data))
    assert "/standards/0/procedure" in [one.pointer for one in found.differences]
