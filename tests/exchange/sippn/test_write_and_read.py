"""What is written for SIPPN says the same when it is read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pst_standards.definitions import load, loads
from pst_standards.exchange.sippn import Fate, read, write
from pst_standards.testing import complete_data

EXAMPLE: Final = Path(__file__).parents[3] / "examples" / "kabupaten-semarang"
CHANNELS: Final = ("in_person", "online")
KINDS: Final = ("technical", "administrative")
ACTORS: Final = ("user", "officer", "treasurer", "supervisor", "system", "both")
# Some begin as a heading of the page does.
OPENINGS: Final = ("", "", "", "Hasil: ", "Biaya: ", "Waktu: ", "Sistem ", "Pengaduan: ", "Teknis ")
TEXTS: Final = st.tuples(
    st.sampled_from(OPENINGS),
    st.lists(
        st.sampled_from(["mengisi", "buku", "tamu", "data", "berkas", "peta", "loket", "surel"]),
        min_size=3,
        max_size=6,
    ),
).map(lambda one: (one[0] + " ".join(one[1])).capitalize())
ON: Final = st.sampled_from([["in_person"], ["online"], ["in_person", "online"]])


def points(**more: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    drawn = st.fixed_dictionaries({"text": TEXTS, "channels": ON, **more})
    return st.lists(drawn, min_size=1, max_size=5, unique_by=lambda one: one["text"])


def of_channel(items: list[dict[str, Any]], channel: str) -> list[dict[str, Any]]:
    return [one for one in items if channel in one.get("channels", CHANNELS)]


def said(items: list[dict[str, Any]], *keys: str) -> list[tuple[Any, ...]]:
    return [tuple(one.get(key) for key in ("text", *keys)) for one in items]


def read_back(data: dict[str, Any]) -> dict[str, Any]:
    (entry, *_) = write(loads(data)).entries
    draft = read(entry.text)
    assert not [one for one in draft.remarks if one.fate is Fate.LOST]
    standard: dict[str, Any] = draft.data["standards"][0]
    return standard


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    points(kind=st.sampled_from(KINDS)),
    points(actor=st.sampled_from(ACTORS)),
    points(),
    points(actor=st.sampled_from(ACTORS)),
)
def test_texts_actors_kinds_channels_and_order_come_back(
    asked: list[dict[str, Any]],
    steps: list[dict[str, Any]],
    given_out: list[dict[str, Any]],
    complaint_steps: list[dict[str, Any]],
) -> None:
    data = complete_data()
    handling = [{k: v for k, v in one.items() if k != "channels"} for one in complaint_steps]
    data["standards"][0] |= {
        "requirements": {"items": asked},
        "procedure": {"steps": steps},
        "product": {"items": [{**one, "id": f"p{at}"} for at, one in enumerate(given_out)]},
        "complaint_handling": {"text": "Pengaduan diterima petugas.", "steps": handling},
    }
    found = read_back(data)
    for channel in CHANNELS:
        by_kind = sorted(of_channel(asked, channel), key=lambda one: KINDS.index(one["kind"]))
        back = of_channel(found["requirements"]["items"], channel)
        assert said(back, "kind") == said(by_kind, "kind")
        back = of_channel(found["procedure"]["steps"], channel)
        assert said(back, "actor") == said(of_channel(steps, channel), "actor")
        back = of_channel(found["product"]["items"], channel)
        assert said(back) == said(of_channel(given_out, channel))
    assert said(found["complaint_handling"]["steps"], "actor") == said(handling, "actor")


@pytest.mark.parametrize("place", range(4))
def test_a_page_of_the_example_gives_the_same_page_again(place: int) -> None:
    definition = load(EXAMPLE)
    entry = write(definition).entries[place]
    draft = read(entry.text)
    assert draft.whole
    (again,) = write(loads(draft.data)).entries
    for before, after in zip(entry.sections, again.sections, strict=True):
        # A fee has keys that no text fills; channels of complaints are in a text and in a key.
        if before.component.value not in {"fee", "complaint_handling"}:
            assert after.text == before.text
    steps = draft.data["standards"][0]["complaint_handling"]["steps"]
    assert [one["actor"] for one in steps] == [
        "user",
        "officer",
        "officer",
        "supervisor",
        "officer",
    ]


def test_a_step_of_the_system_is_no_heading_wherever_it_stands() -> None:
    page = "Data\nProsedur\n1. Sistem: Membuka\n2. Petugas: Memeriksa\n3. Sistem: Menutup"
    steps = read(page).data["standards"][0]["procedure"]["steps"]
    assert said(steps, "actor") == [
        ("Membuka", "system"),
        ("Memeriksa", "officer"),
        ("Menutup", "system"),
    ]


def test_numbers_may_go_on_from_one_channel_to_the_next() -> None:
    steps = [
        {"number": 1, "actor": "user", "text": "Datang", "channels": ["in_person"]},
        {"number": 2, "actor": "user", "text": "Masuk", "channels": ["online"]},
        {"number": 3, "actor": "system", "text": "Mencatat", "channels": ["online"]},
    ]
    data = complete_data()
    data["standards"][0]["procedure"] = {"steps": steps}
    assert read_back(data)["procedure"]["steps"] == steps
