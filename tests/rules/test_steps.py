"""Steps of a procedure: their numbers, what stands in one step or in two, and who acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report
from pst_standards.rules.detectors.numbering import leading_numbers, steps_in_one

Check = Callable[..., Report]
WORDS = ["Pengguna datang", "Petugas menyapa", "Pengguna bertanya", "Petugas menjawab", "Selesai"]


def procedure(*steps: dict[str, Any], key: str = "procedure") -> dict[str, Any]:
    return {"standards": [{"id": "x", key: {"steps": list(steps)}}]}


def numbered(*numbers: int | None, channels: Any = ()) -> list[dict[str, Any]]:
    return [
        {"text": f"Pengguna melakukan hal {place}", "channels": list(channels)}
        | ({} if number is None else {"number": number})
        for place, number in enumerate(numbers, ord("a"))
    ]


def found_in(report: Report, rule: str) -> list[tuple[Any, str, dict[str, Any]]]:
    assert report.coverage.failed == ()
    return [(hit.pointer[-1], hit.variant, dict(hit.params)) for hit in report.of(rule)]


@pytest.mark.parametrize("key", ["procedure", "complaint_handling"])
def test_steps_of_services_and_of_complaints_are_numbered_through(key: str, report: Check) -> None:
    found = report(procedure(*numbered(1, 2, 4), key=key))
    assert [hit.pointer for hit in found.of("STD-014")] == [("standards", 0, key, "steps", 2)]
    assert found_in(found, "STD-014") == [(2, "gap", {"number": 4, "other": 3})]


def test_each_kind_of_break_is_named(report: Check) -> None:
    found = report(procedure(*numbered(1, 2, 2, 5, 1)))
    assert found_in(found, "STD-014") == [
        (2, "double", {"number": 2, "other": 2}),
        (3, "gap", {"number": 5, "other": 3}),
        (4, "order", {"number": 1, "other": 5}),
    ]


def test_numbers_may_begin_again_for_each_channel(report: Check) -> None:
    steps = numbered(1, 2, 3, channels=["in_person"]) + numbered(1, 2, channels=["online"])
    assert report(procedure(*steps)).of("STD-014") == ()
    steps = numbered(1, 2, 3, channels=["in_person"]) + numbered(4, 5, channels=["online"])
    assert report(procedure(*steps)).of("STD-014") == ()
    apart = [
        step
        for pair in zip(numbered(1, 2, channels=["online"]), numbered(1, 2), strict=True)
        for step in pair
    ]
    texts = [{**step, "text": f"Pengguna {place}"} for place, step in enumerate(apart)]
    assert report(procedure(*texts)).of("STD-014") == ()


def test_a_channel_may_go_on_from_a_step_of_the_other(report: Check) -> None:
    channels = ("in_person",), ("in_person", "online"), ("online",), ("online",)
    steps = [
        {"number": number, "text": f"Pengguna {place}", "channels": list(channel)}
        for place, (number, channel) in enumerate(zip((1, 1, 2, 3), channels, strict=True))
    ]
    assert report(procedure(*steps)).of("STD-014") == ()
    steps[3]["number"] = 4
    found = found_in(report(procedure(*steps)), "STD-014")
    assert found == [(3, "gap", {"number": 4, "other": 3})]


IN, ON = ["in_person"], ["online"]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([(2, []), (3, [])], [(0, "gap", {"number": 2, "other": 1})]),
        (
            [(2, []), (4, []), (6, [])],
            [
                (0, "gap", {"number": 2, "other": 1}),
                (1, "gap", {"number": 4, "other": 3}),
                (2, "gap", {"number": 6, "other": 5}),
            ],
        ),
        ([(1, IN), (2, IN), (3, IN), (2, ON), (3, ON)], [(3, "gap", {"number": 2, "other": 1})]),
        ([(1, IN), (2, IN), (1, ON), (1, IN)], [(3, "order", {"number": 1, "other": 2})]),
        ([(1, IN), (2, IN), (1, ON), (3, IN), (2, ON)], []),
    ],
)
def test_a_break_is_found_wherever_the_channels_stand(
    steps: list[tuple[int, list[str]]], expected: list[Any], report: Check
) -> None:
    given = [
        {"number": number, "text": f"Pengguna {chr(97 + place)}", "channels": channels}
        for place, (number, channels) in enumerate(steps)
    ]
    assert found_in(report(procedure(*given)), "STD-014") == expected


def test_numbers_may_not_begin_again_inside_a_channel(report: Check) -> None:
    steps = numbered(1, 2, 3) + numbered(1, 2)
    found = found_in(report(procedure(*steps)), "STD-014")
    assert [(place, variant) for place, variant, _ in found if variant == "order"] == [(3, "order")]


def test_steps_need_no_numbers(report: Check) -> None:
    assert report(procedure(*numbered(None, None, None))).of("STD-014") == ()


def test_some_numbers_need_the_others(report: Check) -> None:
    found = found_in(report(procedure(*numbered(1, None, 5, None))), "STD-014")
    assert found == [(1, "unnumbered", {"count": 2, "total": 4})]


def test_one_channel_may_be_numbered_and_the_other_not(report: Check) -> None:
    steps = numbered(1, 2, channels=["in_person"]) + numbered(None, None, channels=["online"])
    for place, step in enumerate(steps):
        step["text"] = f"Pengguna {place}"
    assert report(procedure(*steps)).of("STD-014") == ()


def test_a_placeholder_without_number_is_left_to_its_own_rule(report: Check) -> None:
    steps = [*numbered(1, 2), {"text": "…"}]
    assert report(procedure(*steps)).of("STD-014") == ()


def test_numbers_in_the_words_count(report: Check) -> None:
    good = procedure(*({"text": f"{place}. {words}"} for place, words in enumerate(WORDS, 1)))
    assert report(good).of("STD-014") == ()
    bad = procedure(*({"text": f"{n}. Pengguna {chr(96 + n)}"} for n in (1, 2, 4)))
    assert found_in(report(bad), "STD-014") == [(2, "gap", {"number": 4, "other": 3})]
    turned = procedure({"text": "11. Petugas memeriksa"}, {"text": "1. Pengguna datang"})
    assert [one[:2] for one in found_in(report(turned), "STD-014")] == [(1, "order")]


def test_a_step_has_one_number(report: Check) -> None:
    steps = procedure(
        {"number": 1, "text": "1. Pengguna datang"},
        {"number": 2, "text": "3. Petugas menyapa"},
        {"number": 3, "text": "3. 4) Pengguna bertanya"},
    )
    assert found_in(report(steps), "STD-014") == [
        (1, "numbering", {"first": 2, "second": 3}),
        (2, "numbering", {"first": 3, "second": 3}),
    ]


JOINED = "1) Pengguna datang 2) Petugas memeriksa 3) Pengguna menerima"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([JOINED], [(0, "joined", {"count": 3})]),
        (["Pengguna datang\n\nPetugas melayani\nSelesai"], [(0, "joined", {"count": 3})]),
        (
            ["Pengguna datang", "Petugas menerima 1) surat 2) berkas 3) foto"],
            [(1, "joined", {"count": 3})],
        ),
        (["Pengguna datang", "Petugas menerima 1) surat 2) berkas 3) foto", "Selesai"], []),
        (["Pengguna datang\nPetugas melayani"], []),
        (["Pengguna membawa 1) surat 2) berkas"], []),
    ],
)
def test_a_whole_procedure_in_one_step_is_taken_apart(
    texts: list[str], expected: list[Any], report: Check
) -> None:
    steps = procedure(*({"text": text} for text in texts))
    assert [one for one in found_in(report(steps), "STD-014") if one[1] == "joined"] == expected


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("1. Datang", (1,)),
        ("11.Datang", (11,)),
        ("  (3) Datang", (3,)),
        ("4) Datang", (4,)),
        ("1. 1) Datang", (1, 1)),
        ("10.000 rupiah", ()),
        ("1.000.000 rupiah", ()),
        ("2 rangkap", ()),
        ("Datang 1.", ()),
        ("1234. Datang", ()),
        ("", ()),
    ],
)
def test_numbers_at_the_beginning_are_read(words: str, numbers: tuple[int, ...]) -> None:
    assert leading_numbers(words) == numbers


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (JOINED, 3),
        ("1. 1) Pengguna datang 2) Petugas memeriksa", 2),
        ("1. Datang (lihat 3.2) 2. Antre", 2),
        ("Rp1.000 2. x 3. y", 1),
        ("pukul 1. 2. 3.", 2),
        ("2) Dua 3) Tiga", 1),
        ("a\nb\n \nc", 3),
        ("", 0),
    ],
)
def test_the_points_inside_a_text_are_counted(words: str, count: int) -> None:
    assert steps_in_one(words) == count


def step(text: Any, **more: Any) -> dict[str, Any]:
    return {"text": text, **more}


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (step("Memeriksa data pengguna"), step("memeriksa data  pengguna."), True),
        (step("1. Memeriksa data"), step("2. Memeriksa data"), True),
        (step("Memeriksa data", actor="user"), step("Memeriksa data"), True),
        (step("Memeriksa data"), step("Memeriksa data", actor="user"), True),
        (step("Memeriksa data", actor="user"), step("Memeriksa data", actor="officer"), False),
        (step("Menunggu", channels=["online"]), step("Menunggu", channels=["in_person"]), False),
        (step("Menunggu", channels=["online"]), step("Menunggu"), True),
        (
            step("Menunggu", channels=["online"]),
            step("Menunggu", channels=["online", "in_person"]),
            True,
        ),
        (step("Menunggu"), step("Menunggu", channels=["online"]), True),
        (step("Menunggu", branches=[{"then": "Pulang"}]), step("Menunggu"), False),
        (step("Menunggu"), step("Menunggu giliran"), False),
        (step("-"), step("-"), False),
        (step("sda"), step("sda"), False),
        (step({"en": "Waits"}), step({"en": "waits"}), True),
        (step("Menunggu\ngiliran"), step("Menunggu\nhasil"), False),
    ],
)
def test_neighbours_with_the_same_words_are_one_step(
    first: Any, second: Any, same: bool, report: Check
) -> None:
    found = found_in(report(procedure(first, second)), "STD-014")
    assert [(place, variant) for place, variant, _ in found] == ([(1, "text")] if same else [])


def test_a_repeated_step_is_shown_with_both_places(report: Check) -> None:
    steps = [step(words) for words in ("Datang", "Mengisi buku tamu", "Antre", "Mengisi buku tamu")]
    assert found_in(report(procedure(*steps)), "STD-014") == [
        (3, "repeated", {"text": "Mengisi buku tamu", "first": 2, "second": 4})
    ]
    steps = [step(words) for words in ("Datang", "Antre", "Antre")]
    assert found_in(report(procedure(*steps)), "STD-014") == [
        (2, "text", {"text": "Antre", "first": 2, "second": 3})
    ]


def test_steps_that_only_look_alike_hide_no_others(report: Check) -> None:
    steps = [
        step("Memeriksa data", actor="user"),
        step("Memeriksa data", actor="officer"),
        step("Antre", actor="user"),
        step("Antre", actor="user"),
    ]
    found = found_in(report(procedure(*steps)), "STD-014")
    assert [(place, variant) for place, variant, _ in found] == [(3, "text")]


def test_waiting_twice_is_no_repetition(report: Check) -> None:
    steps = [step(words) for words in ("Menunggu giliran", "Bertanya", "Menunggu giliran")]
    assert report(procedure(*steps)).of("STD-014") == ()


def test_many_equal_steps_are_told_without_holding_each_against_all(report: Check) -> None:
    steps = [step("Antre", number=place) for place in range(1, 41)]
    found = found_in(report(procedure(*steps)), "STD-014")
    assert {(place, variant) for place, variant, _ in found} == {(n, "text") for n in range(1, 40)}
    assert all(params["first"] == params["second"] - 1 for _, _, params in found)


def actors(*given: tuple[str | None, str]) -> dict[str, Any]:
    return procedure(
        *({"text": text} | ({"actor": actor} if actor else {}) for actor, text in given)
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("user", "Datang"), ("officer", "Menyapa")], []),
        ([(None, "Pengguna datang"), (None, "Petugas menyapa")], []),
        ([("user", "Datang"), (None, "Menyapa")], [("actor", {"count": 1, "total": 2})]),
        ([(None, "Datang"), (None, "Menyapa")], [("actor", {"count": 2, "total": 2})]),
        ([("user", "Datang"), ("officer", "Menyapa"), (None, "Selesai")], []),
        ([("user", "Datang"), ("officer", "Menyapa"), (None, "…")], []),
        ([("officer", "Menyusun surat"), ("supervisor", "Menandatangani")], [("user", {})]),
        ([("officer", "Menyusun"), ("officer", "Menyerahkan kepada pengguna")], []),
        ([("user", "Datang"), ("user", "Membaca")], [("officer", {})]),
        ([("user", "Datang"), ("user", "Menemui petugas")], []),
        ([("user", "Masuk"), ("system", "Menyediakan berkas")], []),
        ([("user", "Membayar"), ("treasurer", "Membuat kuitansi")], []),
        ([("both", "Konsultasi")], []),
        ([("system", "Mengirim")], [("user", {})]),
        ([("user", "")], []),
    ],
)
def test_user_and_officer_act(
    given: list[tuple[str | None, str]], expected: list[Any], report: Check
) -> None:
    found = report(actors(*given))
    assert [(hit.variant, dict(hit.params)) for hit in found.of("STD-015")] == expected
    assert {hit.pointer for hit in found.of("STD-015")} <= {("standards", 0, "procedure", "steps")}


def test_without_steps_nobody_has_to_act(report: Check) -> None:
    found = report({"standards": [{"id": "x", "procedure": {"note": "Lihat bagan"}}]})
    assert {"STD-014", "STD-015"} <= set(found.coverage.not_applicable)
    found = report(procedure(step("Mencatat"), key="complaint_handling"))
    assert "STD-014" in found.coverage.checked
    assert "STD-015" in found.coverage.not_applicable


def test_each_procedure_is_looked_at(report: Check) -> None:
    good, bad = [step("Pengguna datang"), step("Petugas menyapa")], [step("Datang")]
    given = {
        "standards": [
            {"id": name, "procedure": {"steps": steps}}
            for name, steps in zip("abc", (bad, good, bad), strict=True)
        ]
    }
    assert [hit.pointer[1] for hit in report(given).of("STD-015")] == [0, 2]
