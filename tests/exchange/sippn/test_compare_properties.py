"""Laws of writing a page and holding it against the definition it came from."""

from __future__ import annotations

import io
import random
import zipfile
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pst_standards.definitions import loads
from pst_standards.exchange.sippn import Kind, SippnError, compare, write
from pst_standards.exchange.sippn.decree_label import LONGEST, label_of
from pst_standards.exchange.sippn.likeness import key_of, repaired
from pst_standards.model.channel import Decree
from pst_standards.model.component import SERVICE_DELIVERY
from pst_standards.model.definition import Definition
from pst_standards.testing import complete_data
from pst_standards.testing.strategies import definitions, words

QUIET: Final = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
FEWER: Final = settings(QUIET, max_examples=10)
SHOWN: Final = [component.value for component in SERVICE_DELIVERY]
SAID: Final = st.lists(
    st.sampled_from(["layanan", "data", "petugas", "formulir", "kabupaten", "tamu", "peta"]),
    min_size=4,
    max_size=7,
    unique=True,
).map(" ".join)


@QUIET
@given(definitions())
def test_what_is_written_has_no_drift_in_any_form(definition: Definition) -> None:
    written = write(definition)
    for name, data in written.files().items():
        if name.startswith("sippn-"):
            found = compare(definition, data, name=name)
            assert found.matches, (name, found.differences)
    if written.entries:
        assert compare(definition, written.to_json().encode()).matches


@FEWER
@given(definitions())
def test_a_definition_is_always_written_with_the_same_bytes(definition: Definition) -> None:
    assert write(definition).files() == write(definition).files()
    for data in write(definition).files().values():
        if data.startswith(b"PK"):
            assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def changed(data: dict[str, Any], component: str, said: str) -> dict[str, Any]:
    """Return a definition whose first standard says something else in one component."""
    standard = data["standards"][0]
    parts: dict[str, dict[str, Any]] = {
        "requirements": {"items": [{"id": "x", "text": said}]},
        "procedure": {"steps": [{"text": said}]},
        "time_limit": {"limits": [{"id": "x", "text": said}]},
        "fee": {"kind": "free", "text": said},
        "product": {"items": [{"id": "x", "text": said}]},
        "complaint_handling": {"text": said},
    }
    return {
        **data,
        "standards": [{**standard, component: parts[component]}, *data["standards"][1:]],
    }


@QUIET
@given(st.sampled_from(SHOWN), SAID, SAID)
def test_a_change_of_one_component_is_found_in_that_component(
    component: str, one: str, other: str
) -> None:
    before = changed(complete_data(), component, one)
    after = changed(complete_data(), component, other)
    page = write(loads(before)).entries[0].text
    found = compare(loads(after), page.encode(), service=str(loads(after).standards[0].id))
    same = one == other
    assert {item.component for item in found.differences} == (set() if same else {component})


@FEWER
@given(st.integers(1, 6), st.integers(1, 6), st.sampled_from(["{} jam", "maks. {} jam", "{}"]))
def test_a_time_is_the_same_in_hours_and_minutes_or_another(
    hours: int, other: int, said: str
) -> None:
    promised = f"Seluruh proses: paling lama {hours * 60} menit sejak berkas lengkap"
    definition = loads(changed(complete_data(), "time_limit", promised))
    words = said.format(other if "jam" in said else f"{other * 60} Menit")
    entry = write(definition).entries[0]
    section = next(one for one in entry.sections if one.component.value == "time_limit")
    found = compare(definition, entry.text.replace(section.text, words).encode(), service="library")
    kinds = [(one.component, one.kind) for one in found.differences]
    assert kinds == ([] if hours == other else [("time_limit", Kind.CHANGED_TIME)])


@FEWER
@given(st.sampled_from(SHOWN))
def test_a_component_that_is_not_published_is_missing(component: str) -> None:
    definition = loads(complete_data())
    page = write(definition).entries[0]
    section = next(one for one in page.sections if one.component.value == component)
    text = page.text.replace(f"{section.heading}\n{section.text}", "")
    found = compare(definition, text.encode())
    assert [(one.component, one.kind) for one in found.differences] == [
        (component, Kind.MISSING_COMPONENT)
    ]


@QUIET
@given(st.text(), st.integers(0, 10**6))
def test_no_text_is_a_traceback(text: str, seed: int) -> None:
    definition = loads(complete_data())
    page = write(definition).entries[0].text.splitlines()
    random.Random(seed).shuffle(page)  # noqa: S311 - an order, and no secret
    for data in (
        text.encode("utf-8", "ignore"),
        "\n".join([*page, text]).encode("utf-8", "ignore"),
    ):
        try:
            found = compare(definition, data)
        except SippnError as error:
            told = error.message("id") and error.hint("en")
        else:
            told = str(found.to_dict())
        assert told


@QUIET
@given(words(), words(), st.integers(0, 60))
@example("Peraturan Kepala Badan Pusat Statistik Nomor 65", "Tahun 2024 tentang Standar", 0)
def test_no_label_of_a_decree_is_longer_than_its_field(one: str, other: str, more: int) -> None:
    number = f"{one} {other} {'x' * more}"
    label = label_of(Decree(number=number))
    assert len(label.text) <= LONGEST
    assert label.shortened or label.text == " ".join(number.split())
    assert label_of(Decree(number=label.text)).text == label.text


@pytest.mark.parametrize(
    ("number", "label"),
    [
        ("12 Tahun 2026", "12 Tahun 2026"),
        (
            "Peraturan Kepala Badan Pusat Statistik Nomor 65 Tahun 2024",
            "Peraturan Kepala BPS Nomor 65 Tahun 2024",
        ),
        (
            "Keputusan Kepala Badan Pusat Statistik Kabupaten Contoh Nomor 12 Tahun 2026",
            "Kepka BPS Kabupaten Contoh Nomor 12 Tahun 2026",
        ),
        (
            "Keputusan Kepala Dinas Penduduk dan Catatan Sipil Kab. Contoh Nomor 1/9901 Tahun 2023",
            "No. 1/9901/2023",
        ),
    ],
)
def test_the_label_of_a_decree_keeps_number_and_year(number: str, label: str) -> None:
    assert label_of(Decree(number=number)).text == label


@QUIET
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_garbled_signs_are_repaired_and_others_left(text: str) -> None:
    assert repaired("“" + text.encode("ascii", "ignore").decode()).startswith("“")
    plain = text.encode("ascii", "ignore").decode()
    assert repaired(plain) == plain
    assert key_of(f"Kata {plain}") == key_of(f"KATA {plain.upper()}")
