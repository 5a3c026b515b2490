from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from typing import Any, TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions import dumps, loads, read_data
from pst_standards.findings import Report
from pst_standards.rules import check, check_reading

Path_: TypeAlias = tuple[str | int, ...]
LIFE: dict[str, Any] = {
    "team_formed_on": "2025-06-09",
    "team": ["Kepala kantor"],
    "ability": {"funding": "DIPA", "executors": "Dua petugas", "facilities": "Ruang pelayanan"},
    "drafted_on": "2025-06-23",
    "discussed_on": "2025-07-03",
    "minutes_signed_on": "2025-07-03",
    "minutes": {
        "number": "BA-01",
        "place": "Contoh",
        "points": ["Jangka waktu 60 menit"],
        "attendance_list": "Lampiran I",
        "signed_for_provider": "Kepala kantor",
        "signed_for_public": ["Wakil pengguna"],
    },
    "participants": ["Pengguna layanan", "Akademisi"],
    "participant_count": 12,
    "draft_published_on": "2025-07-07",
    "comments_until": "2025-07-16",
    "comments": [{"id": "hours", "text": "Buka lebih pagi", "disposition": "accepted"}],
    "ombudsman_route": "Kepada Ombudsman",
    "revised_on": "2025-07-23",
    "adopted_on": "2025-07-28",
    "in_force_from": "2025-08-04",
    "applied": "Dipakai sejak Agustus",
    "evaluated_on": ["2026-07-27"],
    "reviewed_on": ["2026-08-03"],
    "review_scope": "whole",
}
WHOLE: dict[str, Any] = {
    "stage": "adopted",
    "office": {
        "formed_on": "2020-01-06",
        "budget": "DIPA",
        "head": {"name": "Nama Contoh", "position": "Kepala", "id_number": "0001"},
        "integrated_service": {
            "form": "one_door",
            "delegation": {"number": "05/CONTOH/2025"},
            "reporting": "Setiap triwulan",
        },
        "outsourcing": [{"id": "parking", "party": "PT Rekaan", "work": "Parkir"}],
    },
    "standards": [
        {
            "id": "library",
            "decree": {
                "number": "1/CONTOH/2025",
                "date": "2025-07-28",
                "signer": {"position": "Kepala"},
                "issuer": "Kepala",
            },
            "replaces": {"number": "4/CONTOH/2020", "date": "2020-05-04"},
            "life_cycle": LIFE,
            "legal_basis": {"regulations": [{"citation": "UU 25/2009"}, {"citation": "PP 7/2015"}]},
        }
    ],
    "maklumat": {
        "pledge": {
            "id": "Kami sanggup melayani sesuai standar pelayanan; parkir oleh PT Rekaan.",
            "en": "We pledge to serve to the standards.",
        },
        "elements": {"capability": "Kami sanggup"},
        "date": "2025-07-28",
        "signer": {"name": "Nama Contoh", "position": "Kepala", "id_number": "0001"},
        "standards": ["library"],
        "publications": ["page"],
    },
    "publications": [
        {"id": "page", "kind": "page", "media": ["website"], "readable": False},
        {"id": "charter", "kind": "maklumat", "title": "Maklumat", "text": "Kami sanggup"},
    ],
    "survey": {
        "instrument": "skm",
        "carried_by": "skd",
        "basis": "PermenPANRB 14/2017",
        "period_months": 12,
        "method": "Kuesioner",
        "indicators": [{"text": "Persyaratan"}],
        "conducted_on": ["2026-05-04"],
        "text": "Setiap tahun",
    },
}
RULES = (*(f"LIFE-{number:03}" for number in range(1, 26)), *(f"MKL-{n:03}" for n in range(1, 19)))
KEPT = frozenset({"id"})


def places(node: Any, here: Path_ = ()) -> Iterator[Path_]:
    entries: list[tuple[str | int, Any]] = []
    if isinstance(node, dict):
        entries = [(key, part) for key, part in node.items() if key not in KEPT]
    elif isinstance(node, list):
        entries = list(enumerate(node))
    for step, part in entries:
        yield (*here, step)
        yield from places(part, (*here, step))


def at(data: Any, path: Path_) -> Any:
    for step in path:
        data = data[step]
    return data


PLACES = list(places(WHOLE))
TEXTS = [path for path in PLACES if isinstance(at(WHOLE, path), str)]
DATES = [path for path in TEXTS if str(at(WHOLE, path))[:2] == "20"]


def without(paths: set[Path_]) -> dict[str, Any]:
    outermost = [path for path in paths if not any(path[:n] in paths for n in range(len(path)))]
    in_order = sorted(outermost, key=lambda path: [(type(s).__name__, s) for s in path])
    data = copy.deepcopy(WHOLE)
    for path in reversed(in_order):
        del at(data, path[:-1])[path[-1]]
    return data


def checked(data: dict[str, Any], on: dt.date = dt.date(2026, 11, 22)) -> Report:
    return check_reading(read_data(data), as_of=on)


def test_a_life_that_is_told_in_full_has_few_findings() -> None:
    found = checked(WHOLE).of(*RULES)
    assert {hit.rule for hit in found} <= {"LIFE-022", "MKL-003", "MKL-004", "MKL-007", "MKL-008",
                                           "MKL-010", "MKL-011", "MKL-015"}  # fmt: skip


@given(st.sets(st.sampled_from(PLACES), max_size=12), st.dates())
def test_no_gap_breaks_a_rule(paths: set[Path_], on: dt.date) -> None:
    assert checked(without(paths), on).coverage.failed == ()


words = st.text(max_size=30) | st.sampled_from(
    ["-", "PPID", "a.n. Kepala", "di tetapkan", "setiap 2 tahun", "KEP/25/M.PAN/2/2004", "9/9/9"]
)


@given(
    st.dictionaries(st.sampled_from(TEXTS), words, max_size=6),
    st.dictionaries(st.sampled_from(DATES), st.dates().map(str), max_size=6),
    st.integers(min_value=0, max_value=10**30),
    st.dates(),
)
def test_no_value_breaks_a_rule(
    texts: dict[Path_, str], dates: dict[Path_, str], months: int, on: dt.date
) -> None:
    data = copy.deepcopy(WHOLE)
    for path, value in (texts | dates).items():
        at(data, path[:-1])[path[-1]] = value
    data["survey"]["period_months"] = months
    assert checked(data, on).coverage.failed == ()


# A list that ids of others lead to cannot go as a whole: such a file is refused.
INSIDE = [path for path in PLACES if len(path) > 3]


@given(st.sets(st.sampled_from(INSIDE), max_size=6))
def test_findings_survive_writing_and_reading(paths: set[Path_]) -> None:
    definition = read_data(without(paths)).definition
    again = loads(dumps(definition, format="json"))
    first, second = (
        [(hit.message_key, hit.pointer, dict(hit.params)) for hit in found.of(*RULES)]
        for found in (check(one, as_of=dt.date(2026, 11, 22)) for one in (definition, again))
    )
    assert sorted(first, key=str) == sorted(second, key=str)


@given(st.dates(), st.dates())
def test_time_alone_never_puts_a_standard_right(first: dt.date, second: dt.date) -> None:
    first, second = sorted((first, second))
    rules = ("LIFE-014", "LIFE-015")
    late, later = (
        {hit.rule for hit in checked(WHOLE, on).of(*rules)}
        for on in (max(first, dt.date(2026, 8, 3)), max(second, dt.date(2026, 8, 3)))
    )
    assert late <= later
