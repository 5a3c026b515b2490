from __future__ import annotations

from pst_standards.documents.compose.watching import pointer_of, watched
from pst_standards.model.base import Ident, Text
from pst_standards.model.definition import Definition
from pst_standards.model.office import Office
from pst_standards.model.service import Service

DEFINITION = Definition(
    office=Office(name="BPS Kabupaten Contoh", email="contoh@contoh.go.id"),
    services=(Service(id=Ident("a"), name=Text("Satu")), Service(id=Ident("b"))),
)


def test_only_what_was_read_is_remembered() -> None:
    seen: set[tuple[str | int, ...]] = set()
    view = watched(DEFINITION, seen)
    assert view.office is not None
    assert seen == set()
    assert view.office.name == "BPS Kabupaten Contoh"
    assert [service.name for service in view.services] == [Text("Satu"), None]
    assert seen == {("office", "name"), ("services", 0, "name"), ("services", 1, "name")}


def test_a_view_knows_its_place_and_passes_for_what_it_shows() -> None:
    view = watched(DEFINITION, set())
    assert pointer_of(view.services[1]) == ("services", 1)
    assert isinstance(view.services[1], Service)
    assert pointer_of(DEFINITION) == ()
