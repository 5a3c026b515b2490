"""Any single change of a text is found, in the definition and in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pst_standards.definitions import loads
from pst_standards.documents import document, render, verify
from pst_standards.documents.verifying.lines import compared_by
from pst_standards.model.definition import Definition
from tests.documents.verifying.edited_files import (
    COMPONENTS,
    MAIN,
    RUN_TEXT,
    Parts,
    Repack,
    changed,
    lost_anchors,
)


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
        places = [one for one in RUN_TEXT.finditer(page) if one[0] in compared]
        one = places[which % len(places)]
        # An entity is one sign; a letter before it is a change like any other.
        at = one.start(2) + where % (len(one[2].partition("&")[0]) + 1)
        parts[MAIN] = f"{page[:at]}{sign}{page[at:]}".encode()

    torn = repack(render(an_office(), "standard", "docx", "library"), work)
    found = verify(torn if anchored else repack(torn, lost_anchors), an_office())
    assert len(found.differences) == 1
    assert found.differences[0].expected != found.differences[0].found
