"""What a finding tells a person to do in a form can be done there: sheet, column and choice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from attrs import evolve

from pst_standards.definitions.forms import NEW_ROW
from pst_standards.definitions.reading import read
from pst_standards.definitions.wording import form_in_words
from pst_standards.exchange.office_form.layout import STAR, Keys, Leaf, Part, parts
from pst_standards.exchange.office_form.notes import leaf_title
from pst_standards.findings import (
    Finding,
    Location,
    Pointer,
    Severity,
    Verdict,
    parse_pointer,
)
from pst_standards.model.standard import choice_term
from pst_standards.rules import catalogue
from pst_standards.rules.aiming import aimed
from pst_standards.rules.rows import DEFINITION

GOLDEN: Final = Path(__file__).parents[2] / "rules" / "golden" / "rows"
YES_OR_NO: Final = {"ya", "tidak"}


class Cell(NamedTuple):
    """A field of the form: its sheet and what the model says of it."""

    part: Part
    leaf: Leaf

    @property
    def offered(self) -> set[str]:
        """What may be chosen in it, in Indonesian."""
        if self.leaf.shape.type is bool:
            return YES_OR_NO
        return {choice_term(one, "id") for one in self.leaf.shape.innermost.choices or ()}


@cache
def cells() -> dict[Keys, Cell]:
    """Return every field of the form by its keys, an item as a star."""
    found: dict[Keys, Cell] = {}
    for part in parts():
        around = (*part.keys, STAR) if part.listed else part.keys
        found.update({(*around, *leaf.keys): Cell(part, leaf) for leaf in part.leaves})
    return found


class Form:
    """A form with every sheet; remembers which field it was asked for."""

    def __init__(self) -> None:
        self.asked: Pointer | None = None

    def locate(self, pointer: Pointer) -> Location:
        """Return the sheet and the heading of a field."""
        self.asked = pointer
        cell = cell_at(pointer)
        if cell is None:
            return Location("k.xlsx", sheet="?")
        heading = leaf_title(cell.part, cell.leaf, "id")
        return Location("k.xlsx", sheet=cell.part.title("id"), cell="A1", heading=heading)


def cell_at(pointer: Pointer) -> Cell | None:
    known = cells()
    keys = tuple(STAR if isinstance(step, int) or step == NEW_ROW else step for step in pointer)
    # Lists of texts and the languages of a text stand in one cell.
    ways = (keys[:length] for length in range(len(keys), 0, -1))
    return next((known[way] for way in ways if way in known), None)


def hits(area: str) -> Iterator[tuple[Finding, Any]]:
    """Yield what the failing examples of an area give, with the data at each place."""
    for case, told in json.loads((GOLDEN / f"{area}.json").read_text(encoding="utf-8")).items():
        rule, _, variant = case.partition(".")
        row = catalogue()[rule]
        if row.about_of(variant) != DEFINITION:
            continue
        data = read(row.variants[variant].fails if variant else row.fails, "-").data
        for hit in told:
            if hit["variant"] == variant:
                pointer = parse_pointer(hit["pointer"])
                yield finding(rule, variant, pointer, hit["params"]), stated(data, pointer)


def stated(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def finding(rule: str, variant: str, pointer: Pointer, params: dict[str, Any]) -> Finding:
    said = {key: tuple(one) if isinstance(one, list) else one for key, one in params.items()}
    return Finding(
        rule=rule,
        variant=variant,
        severity=Severity.ERROR,
        verdict=Verdict.STATUTORY,
        pointer=pointer,
        params=said,
        location=Form().locate(pointer)._replace(choice=None),
    )


@pytest.mark.parametrize("area", sorted(path.stem for path in GOLDEN.glob("*.json")))
def test_every_field_and_choice_that_is_named_exists(area: str) -> None:
    for found, data in hits(area):
        form = Form()
        place = aimed(found, data, form)
        if form.asked is None:  # stays where the finding is
            form.asked = found.pointer
        else:
            cell = cell_at(form.asked)
            assert cell is not None, (found.message_key, form.asked)
            assert cell.leaf.keys[-1] != "id", found.message_key
        if place.choice is not None:
            cell = cell_at(form.asked)
            assert cell is not None
            assert place.choice[0] in cell.offered, found.message_key


RIGHTS = ("Dokumen yang diterbitkan", "Jenis", "Hak dan kewajiban masyarakat")
GUIDE = ("Dokumen yang diterbitkan", "Jenis", "Panduan pelayanan yang mudah diakses")
COMPLAINTS = ("Dokumen yang diterbitkan", "Jenis", "Laporan pengelolaan pengaduan")
NURSING = ("Sarana dan prasarana", "Jenis fasilitas", "Ruang laktasi")
APOLOGY = ("Bentuk kompensasi", "Bentuk", "Permintaan maaf tertulis")


@pytest.mark.parametrize(
    ("rule", "variant", "pointer", "named"),
    [
        ("PUB-012", "", ("publications",), RIGHTS),
        ("FAC-015", "", ("publications",), GUIDE),
        ("PUB-007", "", ("publications",), (*RIGHTS[:2], "Hasil survei")),
        ("PUB-008", "none", ("publications",), COMPLAINTS),
        ("PUB-001", "", ("publications",), (RIGHTS[0], "Bagian sistem informasi", "")),
        ("PUB-002", "closed", ("publications", 0), (RIGHTS[0], "Dapat dibuka umum", "")),
        ("FAC-014", "", ("facilities",), NURSING),
        ("RNT-002", "none", ("facilities",), (*NURSING[:2], "Loket prioritas")),
        (
            "STD-021",
            "",
            ("standards", 0, "time_limit", "limits", 0),
            ("Jangka waktu penyelesaian", "Satuan", ""),
        ),
        ("KOMP-007", "none", ("compensation", "rules", 0), APOLOGY),
    ],
)
def test_what_is_named_is_what_the_remedy_means(
    rule: str, variant: str, pointer: Pointer, named: tuple[str, str, str]
) -> None:
    found = finding(
        rule, variant, pointer, {"rule": "x", "missing": "x", "publication": "x", "part": "x"}
    )
    place = aimed(found, None, Form())
    sheet, heading, choice = named
    assert (place.sheet, place.heading) == (sheet, heading)
    assert (place.choice or [""])[0] == choice
    said = f", pilih '{choice}'." if choice else f"kolom '{heading}'."
    assert form_in_words(evolve(found, location=place)).endswith(said)
