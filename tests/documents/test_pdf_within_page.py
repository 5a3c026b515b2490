"""However long a text is, all of it stands on the pages of the PDF, above the foot."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from pst_standards.definitions.assembling import loads
from pst_standards.documents.kinds import document
from pst_standards.documents.outline import Clauses, Document, Paragraph, ParagraphStyle, Signature
from pst_standards.documents.pdf import render_pdf
from pst_standards.documents.pdf.sheet import own_sheet
from tests.documents.pdf_reading import drawn, letters_of, placed_letters

KINDS: Final = {
    "leaflet": "A4",
    "poster": "A3",
    "combined-poster": "A3",
    "tariff-board": "A4",
    "maklumat": "F4",
    "maklumat-landscape": "A4",
    "maklumat-bilingual": "A4",
    "service-page": "A4",
    "booklet": "A4",
}
MM: Final = 72 / 25.4
LAST: Final = "penghabisan"
_Data = dict[str, Any]


def words(letters: int) -> str:
    return " ".join(f"kata{number}" for number in range(letters // 8)) + f" {LAST}"


def _pledge(data: _Data) -> None:
    data["maklumat"]["pledge"] = {"id": words(6000), "en": words(6000)}


def _word(data: _Data) -> None:
    word = "panjang" * 290 + LAST
    data["maklumat"]["pledge"] = {"id": word, "en": word}
    data["services"][0]["name"] = {"id": word, "en": word}
    data["standards"][0]["requirements"] = {"items": [{"text": word}]}
    data["standards"][0].pop("title", None)
    data["office"]["head"]["position"] = {"id": word, "en": word}
    data["office"]["phone"] = words(400)


def _channels(data: _Data) -> None:
    first, *_ = data["complaints"]["channels"]
    data["complaints"]["channels"] += [{**first, "id": f"zz-{number}"} for number in range(60)]


def _services(data: _Data) -> None:
    for number in range(24):
        name = f"Layanan {words(100)}{number}"
        data["services"].append({"id": f"zz-s{number}", "name": name, "channels": ["online"]})
        standard = {"id": f"zz-t{number}", "service": f"zz-s{number}", "fee": {"kind": "free"}}
        data["standards"].append(standard)


@pytest.fixture(scope="module")
def plain() -> Mapping[str, Any]:
    file = Path(__file__).parent / "compose" / "kantor.yaml"
    read: Mapping[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


def changed(plain: Mapping[str, Any], change: Callable[[_Data], None], kind: str) -> Document:
    data = copy.deepcopy(dict(plain))
    change(data)
    service = "zz-lib" if kind == "poster" else None
    return document(loads(data), kind, service, paper=KINDS[kind])


CASES: Final = [
    *((_pledge, kind) for kind in KINDS if not kind.endswith(("poster", "board"))),
    *((_word, kind) for kind in KINDS if kind != "booklet"),
    *((_channels, kind) for kind in ("leaflet", "tariff-board")),
    *((_services, kind) for kind in ("leaflet", "tariff-board", "combined-poster")),
]


@pytest.mark.parametrize(("change", "kind"), CASES)
def test_nothing_runs_into_the_foot_or_off_the_page(
    plain: Mapping[str, Any], change: Callable[[_Data], None], kind: str
) -> None:
    made = changed(plain, change, kind)
    data = render_pdf(made)
    foot = (own_sheet(made).bottom - 3.5) * MM
    lowest = list[str]()
    for one in placed_letters(data):
        assert 0 < one.x < one.width, one
        assert 0 < one.y < one.height, one
        lowest += [one.text] * (one.y < foot)
    pages = letters_of(data)
    # What stands below the text is the foot alone, of a few lines.
    assert len(lowest) <= 4 * len(pages), lowest
    if change is _pledge:
        assert LAST in "".join(pages)
    if change is _channels:
        assert "".join(pages).count("Kotaksaran") >= 60


def test_letters_never_grow_again_because_a_text_is_longer(plain: Mapping[str, Any]) -> None:
    for kind in ("leaflet", "tariff-board", "maklumat-landscape", "maklumat-bilingual"):
        usual = changed(plain, lambda _: None, kind)
        longer = [changed(plain, change, kind) for change in (_pledge, _services)]
        assert min(one.scale for one in longer) < min(usual.scale, 0.8), kind


def test_a_long_flap_goes_on_on_a_further_side_and_the_cover_stays(
    plain: Mapping[str, Any],
) -> None:
    outside, further, inside, *_ = letters_of(render_pdf(changed(plain, _pledge, "leaflet")))
    assert "PANDUANLAYANAN" in outside
    assert "MaklumatPelayanan" not in outside
    assert further.count("kata0") == 1
    assert LAST in further
    assert "Rekomendasi" in inside


def test_a_block_that_is_kept_whole_is_split_where_no_page_could_hold_it() -> None:
    told = words(9000)
    signer = Signature(place="Kota", date="1 Mei", title=words(9000), name="Nama")
    for block in (
        Paragraph(text=told, style=ParagraphStyle.QUOTE),
        Clauses(clauses=[("KESATU", "a"), ("KEDUA", told)]),
    ):
        data = drawn(Paragraph(text="x"), block, signer)
        assert all(one.y > 0 for one in placed_letters(data)), block
        assert "".join(letters_of(data)).count(LAST) == 2
