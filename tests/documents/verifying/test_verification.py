from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pst_standards.definitions import loads
from pst_standards.documents import UnverifiableError, document, render, verify
from pst_standards.documents.docx import render_docx
from pst_standards.documents.identity import anchor, definition_hash
from pst_standards.documents.outline import Document, Identity
from pst_standards.documents.verifying.lines import compared_by
from pst_standards.model.component import Component
from pst_standards.model.definition import Definition

Parts: TypeAlias = dict[str, bytes]
Repack: TypeAlias = Callable[[bytes, Callable[[Parts], object]], bytes]

ROOT = Path(__file__).resolve().parents[3]
MAIN = "word/document.xml"
COMPONENTS = [one.value for one in Component]
KINDS = (
    *("booklet", "maklumat", "complaint-procedure", "complaint-rights"),
    *("leaflet", "combined-poster", "tariff-board", "maklumat-landscape", "maklumat-bilingual"),
    *("compensation-announcement", "compensation-claim-form", "compensation-register"),
    *("discussion-minutes", "comment-table", "decree", "executors", "special-needs"),
)
WORDS = ("surat", "kartu", "buku", "pensil", "peta")
_TEXT = re.compile(r'(<w:t xml:space="preserve">)([^<]+)(</w:t>)')


def lost_anchors(parts: Parts) -> None:
    parts[MAIN] = re.sub(rb"<w:bookmark(?:Start|End)[^>]*>", b"", parts[MAIN])


def lost_properties(parts: Parts) -> None:
    del parts["docProps/custom.xml"]


def row_of(name: str, page: str) -> tuple[int, int]:
    """Return where the row of a component begins and ends in a document part."""
    start = page.index(f'w:name="{anchor(("standards", 0, name))}"')
    following = page.find("pst_standards", start + 60)
    return start, len(page) if following < 0 else following


def edited(name: str) -> Callable[[Parts], None]:
    """Change the last text of a component's row."""

    def work(parts: Parts) -> None:
        page = parts[MAIN].decode()
        start, end = row_of(name, page)
        # Up to the end of the row: what follows the last row of a table is no part of it.
        end = page.index("</w:tr>", page.rindex("</w:pPr>", start, page.index("</w:tr>", start)))
        *_, last = _TEXT.finditer(page, start, end)
        page = f"{page[: last.start(2)]}{last[2]}, kecuali Jumat{page[last.end(2) :]}"
        parts[MAIN] = page.encode()

    return work


@pytest.fixture(scope="module")
def library(semarang: Definition) -> bytes:
    return render(semarang, "standard", "docx", "library")


@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_just_made_matches(semarang: Definition, kind: str, lang: str, form: str) -> None:
    found = verify(render(semarang, kind, form, lang=lang, paper="F4"), semarang)
    assert found.matches
    assert (found.kind, found.service, found.lang, found.format) == (kind, None, lang, form)
    assert found.same_definition is True


@pytest.mark.parametrize("form", ["md", "pdf"])
@pytest.mark.parametrize("kind", ["booklet", "maklumat"])
def test_markdown_and_pdf_match_when_just_made(semarang: Definition, kind: str, form: str) -> None:
    found = verify(render(semarang, kind, form, lang="en"), semarang)
    assert found.matches
    assert (found.kind, found.lang, found.format) == (kind, "en", form)
    assert found.same_definition is True


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_a_poster_is_held_against_the_sheet_that_it_is(semarang: Definition, paper: str) -> None:
    made = render(semarang, "poster", "docx", "library", paper=paper)
    assert verify(made, semarang).matches


@pytest.mark.parametrize("form", ["md", "pdf"])
def test_a_pdf_tells_its_definition_and_markdown_what_differs(
    data_of_office: Callable[[], Any], semarang: Definition, form: str
) -> None:
    file = render(semarang, "maklumat", form)
    data = data_of_office()
    data["maklumat"]["pledge"]["id"] = "Kami sanggup melayani."
    found = verify(file, loads(data))
    assert not found.matches
    assert found.same_definition is False
    if form == "md":
        assert [one.pointer for one in found.differences] == ["/maklumat/pledge"]
        assert found.compared == "text"
    else:
        assert [one.found for one in found.differences] == [f"sha256:{definition_hash(semarang)}"]
        assert json.loads(found.to_json())["compared"] == "definition"


def test_a_line_changed_in_markdown_is_found(semarang: Definition) -> None:
    file = render(semarang, "standard", "md", "library").decode()
    assert verify(file.encode(), semarang).matches
    changed = file.replace("10 menit", "25 menit", 1).replace("\n", "\r\n")
    (one,) = verify(changed.encode(), semarang).differences
    assert one.pointer.startswith("/standards/0/")
    assert ("10 menit" in one.expected, "25 menit" in one.found) == (True, True)


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
        parts[MAIN] = _TEXT.sub(
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


def test_a_stamp_that_was_taken_away_is_told(
    semarang: Definition, library: bytes, repack: Repack
) -> None:
    def unstamped(parts: Parts) -> None:
        parts["word/header1.xml"] = _TEXT.sub("", parts["word/header1.xml"].decode()).encode()

    (missing,) = verify(repack(library, unstamped), semarang).differences
    assert missing.expected.startswith("DRAF")


def test_a_definition_that_changed_elsewhere_still_matches(
    semarang: Definition, library: bytes
) -> None:
    found = verify(library, evolve(semarang, publications=()))
    assert (found.matches, found.same_definition) == (True, False)
    assert found.recorded == definition_hash(semarang)


def test_what_is_no_document_of_a_definition_is_refused(
    semarang: Definition, library: bytes
) -> None:
    def key(data: bytes, definition: Definition) -> str:
        with pytest.raises(UnverifiableError) as refused:
            verify(data, definition)
        assert refused.value.message("id") != refused.value.message("en")
        return refused.value.key.removeprefix("verify.")

    assert key(library, Definition()) == "no-input"
    assert key(library, evolve(semarang, standards=semarang.standards[1:])) == "no-input"
    assert key(b"<html><p>Resep kue</p>", semarang) == "foreign"
    assert key(b"<html>", Definition()) == "foreign"
    of_others = Document(
        title="x", blocks=(), identity=Identity(kind="decision", definition_sha256="0")
    )
    assert key(render_docx(of_others), semarang) == "kind"


def test_the_result_for_programs_has_its_form(semarang: Definition, library: bytes) -> None:
    data = json.loads(verify(library, semarang).to_json())
    hashes = definition_hash(semarang)
    assert data == {
        "format": "pst-verify/1",
        "matches": True,
        "compared": "text",
        "document": {"kind": "standard", "service": "library", "lang": "id", "format": "docx"},
        "definition": {"recorded_sha256": hashes, "current_sha256": hashes, "same": True},
        "differences": [],
    }


def test_a_file_without_its_hash_says_nothing_of_the_definition(semarang: Definition) -> None:
    page = re.sub("<p>Definisi sha256.*?</p>", "", render(semarang, "maklumat", "html").decode())
    page = re.sub('<meta name="pst-def[^>]*>', "", page)
    found = verify(page.encode(), semarang)
    assert (found.matches, found.recorded, found.same_definition) == (True, "", None)
    assert json.loads(found.to_json())["definition"]["recorded_sha256"] is None


def strings(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every text that people read."""
    if isinstance(value, str):
        if (path and path[-1] in {"text", "id", "en"}) or " " in value:
            yield path
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key not in {"id", "source", "confidence", "confirmed"}:
                yield from strings(part, (*path, key))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from strings(part, (*path, place))


def changed(raw: Mapping[str, Any], path: tuple[str | int, ...], new: str) -> Definition:
    data: Any = deepcopy(dict(raw))
    owner = data
    for step in path[:-1]:
        owner = owner[step]
    owner[path[-1]] = new
    return loads(data)


@pytest.mark.unmeasured
@settings(max_examples=60)
@given(data=st.data())
def test_any_single_change_of_a_text_in_the_definition_is_found(
    data_of_office: Callable[[], Any], data: st.DataObject
) -> None:
    raw = data_of_office()
    paths = [
        *((*("standards", 0), *path) for path in strings(raw["standards"][0])),
        *(("maklumat", *path) for path in strings(raw["maklumat"])),
    ]
    path = data.draw(st.sampled_from(paths))
    now: Any = raw
    for step in path:
        now = now[step]
    place = data.draw(st.integers(0, len(now) - 1))
    sign = data.draw(st.sampled_from("abc019Z"))
    new = now[:place] + sign + now[place + data.draw(st.integers(0, 1)) :]
    assume(compared_by(new) != compared_by(now))
    before, after = loads(dict(raw)), changed(raw, path, new)
    kind, service = ("maklumat", None) if path[0] == "maklumat" else ("standard", "library")
    form = data.draw(st.sampled_from(["docx", "html"]))
    left, right = (evolve(document(one, kind, service), identity=None) for one in (before, after))
    found = verify(render(before, kind, form, service), after)
    assert found.matches is (left == right)
    if not found.matches and kind == "standard" and path[2] in COMPONENTS:
        assert f"/standards/0/{path[2]}" in [one.pointer for one in found.differences]


@pytest.mark.unmeasured
@settings(max_examples=60)
@given(
    which=st.integers(0, 10**6),
    where=st.integers(0, 10**6),
    sign=st.sampled_from("xyz0123456789"),
    anchored=st.booleans(),
)
def test_any_single_change_of_a_text_in_a_file_is_found(
    an_office: Callable[[], Definition],
    repack: Repack,
    which: int,
    where: int,
    sign: str,
    anchored: bool,
) -> None:
    def work(parts: Parts) -> None:
        page = parts[MAIN].decode()
        # Where an open value stands in its file is not compared.
        compared = re.sub(r"<w:p>(?:(?!</w:p>).)*yaml:\d+<.*?</w:p>", "", page)
        places = [one for one in _TEXT.finditer(page) if one[0] in compared]
        one = places[which % len(places)]
        # An entity is one sign; a letter before it is a change like any other.
        at = one.start(2) + where % (len(one[2].partition("&")[0]) + 1)
        parts[MAIN] = f"{page[:at]}{sign}{page[at:]}".encode()

    torn = repack(render(an_office(), "standard", "docx", "library"), work)
    found = verify(torn if anchored else repack(torn, lost_anchors), an_office())
    assert len(found.differences) == 1
    assert found.differences[0].expected != found.differences[0].found
