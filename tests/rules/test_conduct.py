from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Report
from pst_standards.model.staff import ConductPoint
from pst_standards.rules.detectors.conduct import conduct_in
from pst_standards.rules.detectors.staff_words import (
    names_badge,
    names_discipline,
    names_reward,
    names_uniform,
)

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
POINTS = [point.value for point in ConductPoint]
# The fifteen in the words of the act.
ACT = (
    "adil dan tidak diskriminatif",
    "cermat",
    "santun dan ramah",
    "tegas, andal, dan tidak memberikan putusan yang berlarut-larut",
    "profesional",
    "tidak mempersulit",
    "patuh pada perintah atasan yang sah dan wajar",
    "menjunjung tinggi nilai-nilai akuntabilitas dan integritas institusi penyelenggara",
    "tidak membocorkan informasi atau dokumen yang wajib dirahasiakan",
    "terbuka dan mengambil langkah yang tepat untuk menghindari benturan kepentingan",
    "tidak menyalahgunakan sarana dan prasarana serta fasilitas pelayanan publik",
    "tidak memberikan informasi yang salah atau menyesatkan serta proaktif",
    "tidak menyalahgunakan informasi, jabatan, dan/atau kewenangan yang dimiliki",
    "sesuai dengan kepantasan",
    "tidak menyimpang dari prosedur",
)
ENGLISH = (
    "fair and without discrimination",
    "careful",
    "polite and friendly",
    "firm and reliable",
    "professional",
    "does not obstruct",
    "obeys lawful orders",
    "upholds accountability and integrity",
    "keeps secrets",
    "open and avoids conflicts of interest",
    "does not misuse facilities",
    "gives no false information and is proactive",
    "does not misuse information or office",
    "behaves with propriety",
    "keeps to the procedure",
)


@pytest.mark.parametrize("wording", [ACT, ENGLISH], ids=["id", "en"])
@pytest.mark.parametrize("place", range(15))
def test_each_point_is_known_by_its_words(wording: tuple[str, ...], place: int) -> None:
    assert {point.value for point in conduct_in(wording[place])} == {POINTS[place]}


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("Melayani dengan senyum dan sopan", {"polite"}),
        ("Menaati perintah pimpinan", {"obedient"}),
        ("Patuh pada peraturan", set()),
        ("Bertanggung jawab", {"accountable"}),
        ("Menjaga kerahasiaan data", {"discreet"}),
        (
            "Tidak menggunakan fasilitas kantor untuk kepentingan pribadi",
            {"no_misuse_of_facilities"},
        ),
        ("Menolak gratifikasi", {"no_misuse_of_office"}),
        ("Jujur", {"truthful"}),
        ("Sesuai SOP", {"by_procedure"}),
        ("Datang tepat waktu", set()),
        ("", set()),
    ],
)
def test_points_in_words_that_offices_use(words: str, points: set[str]) -> None:
    assert {point.value for point in conduct_in(words)} == points


def test_a_code_that_takes_over_the_article_has_all_points() -> None:
    assert conduct_in("Sesuai UU 25/2009 Pasal 34.") == frozenset(ConductPoint)
    assert conduct_in("Sesuai Pasal 34 huruf a") == frozenset()


@given(st.sets(st.sampled_from(range(15))))
def test_what_a_text_adds_is_never_lost(places: set[int]) -> None:
    found = {point.value for point in conduct_in("; ".join(ACT[place] for place in sorted(places)))}
    assert {POINTS[place] for place in places} <= found


def test_a_very_long_code_is_read_in_no_time() -> None:
    start = time.process_time()
    for unit in ("patuh ", "menyalahgunakan ", "informasi ", "sarana "):
        conduct_in(unit * (200_000 // len(unit)))
    assert time.process_time() - start < 5


def code(**given: Any) -> dict[str, Any]:
    return {"staff": {"code_of_conduct": given}}


def test_the_points_not_covered_are_named(report: Check) -> None:
    (found,) = report(code(points=POINTS[:13], text="Bekerja sesuai prosedur.")).of("EXE-005")
    assert (found.message_key, found.pointer) == ("EXE-005.some", ("staff", "code_of_conduct"))
    assert found.params == {"missing": ("proper",), "count": 1}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"staff": {"guarantee": "Dilayani petugas"}}, ["EXE-005.none"]),
        ({}, []),
        (code(points=POINTS), []),
        (code(text="; ".join(ACT)), []),
        (code(points=POINTS[1:], text="Adil"), []),
        (code(points=POINTS[1:], text="-"), ["EXE-005.some"]),
        (code(decree={"number": "5 Tahun 2026"}), []),
        (code(decree={"number": "5 Tahun 2026"}, points=["fair"]), ["EXE-005.some"]),
        (code(text="-"), ["EXE-005.some"]),
    ],
)
def test_a_code_of_conduct(given: dict[str, Any], expected: list[str], keys: Keys) -> None:
    assert keys(given, "EXE-005") == expected


def test_where_there_is_no_code_the_staff_is_named(report: Check) -> None:
    (found,) = report({"staff": {"guarantee": "x y"}}).of("EXE-005")
    assert (found.pointer, dict(found.params)) == (("staff",), {})


@pytest.mark.parametrize(
    ("words", "uniform", "badge"),
    [
        ("Batik dan tanda pengenal", True, True),
        ("Seragam, name tag", True, True),
        ("Pakaian dinas", True, False),
        ("ID card", False, True),
        ("PIN melayani", False, True),
        ("Rapi", False, False),
    ],
)
def test_what_shows_an_officer(words: str, *, uniform: bool, badge: bool) -> None:
    assert (names_uniform(words), names_badge(words)) == (uniform, badge)


@pytest.mark.parametrize(
    ("identity", "expected", "pointer"),
    [
        ("Seragam dan tanda pengenal", None, ()),
        ("Seragam", "EXE-007.badge", ("staff", "identity")),
        ("Tanda pengenal", "EXE-007.uniform", ("staff", "identity")),
        ("Rapi", "EXE-007.none", ("staff", "identity")),
        ("-", "EXE-007.none", ("staff", "identity")),
        ("Tidak ada seragam dan tanda pengenal", "EXE-007.none", ("staff", "identity")),
        (None, "EXE-007.none", ("staff",)),
    ],
)
def test_officers_can_be_recognised(
    identity: str | None, expected: str | None, pointer: tuple[str, ...], report: Check
) -> None:
    given = {"staff": {"guarantee": "x y"} | ({"identity": identity} if identity else {})}
    found = report(given).of("EXE-007")
    assert [(hit.message_key, hit.pointer) for hit in found] == (
        [(expected, pointer)] if expected else []
    )


def test_reward_and_discipline_are_known_by_their_words() -> None:
    assert names_reward("Penghargaan petugas terbaik")
    assert not names_reward("Petugas terbaik")
    assert names_discipline("Dikenai sanksi")
    assert not names_discipline("Petugas terbaik")


@pytest.mark.parametrize(
    ("staff", "missing"),
    [
        ({"rewards": "Petugas terbaik", "discipline": "Teguran"}, None),
        ({"rewards": "Petugas terbaik"}, ("discipline",)),
        ({"discipline": "Teguran"}, ("rewards",)),
        ({"rewards": "-", "discipline": "..."}, ("rewards", "discipline")),
        ({"guarantee": "x y"}, ("rewards", "discipline")),
        ({"code_of_conduct": {"text": "Pelanggar dikenai sanksi"}}, ("rewards",)),
        ({"code_of_conduct": {"text": "Ada penghargaan dan sanksi"}}, None),
    ],
)
def test_rewards_and_discipline_are_set(
    staff: dict[str, Any], missing: tuple[str, ...] | None, report: Check
) -> None:
    found = report({"stage": "adopted", "staff": staff}).of("EXE-009")
    assert [(hit.pointer, hit.params["missing"]) for hit in found] == (
        [(("staff",), missing)] if missing else []
    )


@pytest.mark.parametrize(
    ("consent", "found"),
    [
        ({"number": "12 Tahun 2026"}, False),
        ({"date": "2026-01-05"}, False),
        ({"title": "Penugasan peserta magang"}, False),
        ({"place": "Contoh"}, True),
        ({"number": "-"}, True),
        (None, True),
    ],
)
def test_added_executors_need_consent(
    consent: dict[str, Any] | None, *, found: bool, report: Check
) -> None:
    added = {"id": "interns"} | ({"consent": consent} if consent else {})
    sound = {"id": "helpers", "consent": {"number": "1"}}
    hits = report({"staff": {"additions": [sound, added]}}).of("EXE-011")
    assert [(hit.pointer, dict(hit.params)) for hit in hits] == (
        [(("staff", "additions", 1), {"added": "interns"})] if found else []
    )


def test_without_additions_nothing_is_asked(report: Check) -> None:
    assert "EXE-011" in report({"staff": {"guarantee": "x y"}}).coverage.not_applicable


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"staff": {"assistance": "Juru bahasa isyarat dipanggil"}}, False),
        ({"staff": {"assistance": "Hubungi (000) 000000"}}, False),
        ({"staff": {"assistance": "Belum ada"}}, True),
        ({"staff": {"guarantee": "x y"}}, True),
        ({"staff": {"groups": [{"id": "a", "name": "Petugas pendamping"}]}}, False),
        ({"staff": {"competences": [{"text": "Menguasai bahasa isyarat"}]}}, False),
        (
            {"staff": {"guarantee": "x y"}, "facilities": [{"id": "a", "name": "Bel bantuan"}]},
            False,
        ),
        (
            {"staff": {"guarantee": "x y"}, "facilities": [{"id": "a", "name": "Jalur pemandu"}]},
            True,
        ),
        (
            {
                "staff": {"guarantee": "x y"},
                "standards": [{"id": "x", "facilities": {"note": "Tersedia pendamping"}}],
            },
            False,
        ),
    ],
)
def test_somebody_assists(given: dict[str, Any], *, found: bool, keys: Keys) -> None:
    assert keys(given, "EXE-012") == (["EXE-012"] if found else [])


def test_where_assistance_is_asked_for(report: Check) -> None:
    (found,) = report({"staff": {"guarantee": "x y"}}).of("EXE-012")
    assert found.pointer == ("staff",)
    (found,) = report({"staff": {"assistance": "Belum ada"}}).of("EXE-012")
    assert found.pointer == ("staff", "assistance")


def test_without_staff_nothing_is_asked_about_it(report: Check) -> None:
    asked = {"EXE-005", "EXE-007", "EXE-009", "EXE-011", "EXE-012"}
    assert asked <= set(report({"stage": "adopted"}).coverage.not_applicable)
