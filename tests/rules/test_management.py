from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from pst_standards.findings import Report
from pst_standards.rules import check
from pst_standards.rules.detectors.competence import dimensions_in
from pst_standards.rules.detectors.supervision import names_leader, names_only_outsiders

Check = Callable[..., Report]
ALL = ("knowledge", "expertise", "skill", "experience")


def standard(**components: Any) -> dict[str, Any]:
    return {"standards": [{"id": "x", **components}]}


@pytest.mark.parametrize(
    ("words", "dimensions"),
    [
        ("Memahami peraturan", {"knowledge"}),
        ("Menguasai prosedur pelayanan", {"knowledge"}),
        ("Mengetahui tata cara", {"knowledge"}),
        ("Pengetahuan statistik memadai", {"knowledge"}),
        ("Pendidikan minimal D-III", {"expertise"}),
        ("Sarjana (S1) statistika", {"expertise"}),
        ("D4 atau S-2", {"expertise"}),
        ("Mempunyai keahlian", {"expertise"}),
        ("Bersertifikat", {"expertise"}),
        ("Telah mengikuti diklat", {"expertise"}),
        ("Terampil menggunakan komputer", {"skill"}),
        ("Ketrampilan bahasa", {"skill"}),
        ("Mampu berkomunikasi", {"skill"}),
        ("Dapat mengoperasikan aplikasi", {"skill"}),
        ("Berpengalaman satu tahun", {"experience"}),
        ("Masa kerja dua tahun", {"experience"}),
        ("Pernah bertugas di PST", {"experience"}),
        ("Pengetahuan, keahlian, keterampilan, dan pengalaman", set(ALL)),
        ("Knowledge, expertise, skill and experience", set(ALL)),
        ("Ramah dan sopan", set()),
        ("Pernah", set()),
        ("S4", set()),
        ("", set()),
    ],
)
def test_dimensions_are_read_from_words(words: str, dimensions: set[str]) -> None:
    assert {one.value for one in dimensions_in(words)} == dimensions


def competence(*items: Any) -> dict[str, Any]:
    given = [{"text": item} if isinstance(item, str) else item for item in items]
    return standard(competence={"items": given})


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (competence(*({"dimension": one} for one in ALL)), None),
        (competence("Memahami", "Sarjana", "Terampil", "Berpengalaman"), None),
        (competence({"text": "Memahami", "dimension": "expertise"}), ("skill", "experience")),
        (competence(*({"dimension": one} for one in ALL[:3])), ("experience",)),
        (competence(*({"dimension": one} for one in ALL[1:])), ("knowledge",)),
        (competence({"dimension": "attitude"}), ALL),
        (competence("Ramah"), ALL),
        (competence({"text": {"id": "Ramah", "en": "Has experience"}}), ALL[:3]),
        (competence(), None),
    ],
)
def test_a_competence_covers_four_dimensions(
    given: dict[str, Any], missing: tuple[str, ...] | None, report: Check
) -> None:
    found = report(given).of("STD-032")
    expected = [(("standards", 0, "competence"), {"missing": missing})] if missing else []
    assert [(hit.pointer, dict(hit.params)) for hit in found] == expected


@given_by(st.sets(st.sampled_from(ALL), min_size=1), st.sets(st.sampled_from(ALL)))
def test_more_competence_never_leaves_more_open(some: set[str], more: set[str]) -> None:
    def open_in(dimensions: set[str]) -> set[object]:
        items = [{"dimension": one} for one in sorted(dimensions)]
        report = check(standard(competence={"items": items}))
        return {name for hit in report.of("STD-032") for name in hit.params["missing"]}  # type: ignore[union-attr]

    assert open_in(some) == set(ALL) - some
    assert open_in(some | more) <= open_in(some)


def test_each_standard_covers_the_dimensions_itself(report: Check) -> None:
    whole, part = [{"dimension": one} for one in ALL], [{"dimension": "skill"}]
    given = {
        "standards": [
            {"id": name, "competence": {"items": items}}
            for name, items in (("a", part), ("b", whole), ("c", part))
        ]
    }
    assert [hit.pointer[1] for hit in report(given).of("STD-032")] == [0, 2]
    assert "STD-032" in report(competence()).coverage.not_applicable
    assert "STD-032" in report(standard()).coverage.not_applicable


@pytest.mark.parametrize(
    "words",
    [
        *("Atasan langsung", "Kepala BPS", "Pimpinan satuan kerja", "Ketua tim", "Koordinator"),
        *("Kasubbag Umum", "Kasubag Umum", "Kabag", "Kasi", "Pejabat yang ditunjuk", "Camat"),
        *("Penanggung jawab PST", "Direct superior", "Head of the unit", "Team leader"),
        "Diawasi inspektorat dan kepala kantor",
    ],
)
def test_a_superior_is_known(words: str) -> None:
    assert names_leader(words)
    assert not names_only_outsiders(words)


@pytest.mark.parametrize(
    ("words", "outside"),
    [
        ("Diawasi secara berkala", False),
        ("Dilaporkan kepada semua", False),
        ("Ahead of time", False),
        ("Inspektorat Utama", True),
        ("APIP", True),
        ("SPI", True),
        ("SPIP", True),
        ("BPKP", True),
        ("Ombudsman", True),
        ("Masyarakat", True),
        ("Pengawas internal", True),
        ("CCTV", True),
        ("Auditor", True),
        ("Bidang spiritual", False),
    ],
)
def test_others_are_no_superiors(words: str, outside: bool) -> None:
    assert not names_leader(words)
    assert names_only_outsiders(words) is outside


@pytest.mark.parametrize(
    ("supervision", "said"),
    [
        ({"supervisor": "Atasan langsung"}, None),
        ({"text": "Diawasi atasan langsung"}, None),
        ({"supervisor": "Seksi Umum"}, None),
        ({"supervisor": "Inspektorat", "text": "Bersama kepala kantor"}, None),
        ({"supervisor": "Inspektorat"}, "Inspektorat"),
        ({"supervisor": "Inspektorat", "text": "Setiap tahun"}, "Inspektorat"),
        ({"text": "Setiap tahun"}, "Setiap tahun"),
        ({"supervisor": "-", "text": "Setiap tahun"}, "-"),
        ({"text": {"en": "Every year"}}, "Every year"),
        ({"text": {"en": "By the head"}}, None),
        ({"supervisor": "-"}, None),
        ({}, None),
    ],
)
def test_a_superior_supervises(
    supervision: dict[str, Any], said: str | None, report: Check
) -> None:
    found = report(standard(internal_supervision=supervision)).of("STD-033")
    expected = [(("standards", 0, "internal_supervision"), {"text": said})] if said else []
    assert [(hit.pointer, dict(hit.params)) for hit in found] == expected


@pytest.mark.parametrize(
    ("staffing", "short"),
    [
        ({"count": 1, "posts": 2}, True),
        ({"count": 2, "posts": 2}, False),
        ({"count": 3, "posts": 2}, False),
        ({"count": 0, "posts": 1}, True),
        ({"posts": 2}, False),
        ({"count": 1}, False),
        ({"count": 0, "posts": 0}, False),
    ],
)
def test_there_are_as_many_executors_as_posts(
    staffing: dict[str, Any], short: bool, report: Check
) -> None:
    found = report(standard(staffing=staffing)).of("STD-038")
    expected = [(("standards", 0, "staffing"), staffing)] if short else []
    assert [(hit.pointer, dict(hit.params)) for hit in found] == expected


def test_without_posts_none_are_counted(report: Check) -> None:
    assert "STD-038" in report(standard(staffing={"count": 1})).coverage.not_applicable
    assert "STD-038" in report(standard(staffing={"posts": 0})).coverage.checked
    assert "STD-033" in report(standard()).coverage.not_applicable
