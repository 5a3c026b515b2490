from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Report, Severity
from pst_standards.rules.detectors.form_names import form_names, same_form
from pst_standards.rules.detectors.remarks import Remarks, remarks_on
from pst_standards.rules.detectors.writing import KNOWN_ERRORS, open_bracket, slips_in

Check = Callable[..., Report]


def pages(*texts: str) -> dict[str, Any]:
    return {"publications": [{"id": f"p{at}", "text": text} for at, text in enumerate(texts)]}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Mengisi formulir FS3", ("FS3",)),
        ("FS-3 dan FS 3 dan FS.3", ("FS-3", "FS 3", "FS.3")),
        ("FPS3, FP-KPA, FPKPA", ("FPS3", "FP-KPA", "FPKPA")),
        ("FS3, FS3", ("FS3",)),
        ("Kertas F4", ()),
        ("fs3", ()),
        ("FABCD3", ()),
        ("XFS3", ()),
        ("FS123", ()),
        ("", ()),
    ],
)
def test_names_of_forms_are_read_as_written(words: str, names: tuple[str, ...]) -> None:
    assert form_names(words) == names


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("FS3", "FPS3", True),
        ("FPS3", "FS3", True),
        ("FS3", "FS-3", True),
        ("FP-KPA", "FPKPA", True),
        ("FS3", "FS4", False),
        ("FS1", "FS13", False),
        ("FS", "FS3", False),
        ("FS3", "FP3", False),
        ("FS3", "FP-KPA", False),
        ("FPS3", "FSP3", False),
        ("FS3", "buku tamu", False),
        ("buku tamu", "buku tamu", True),
    ],
)
def test_forms_that_differ_in_writing_only(name: str, other: str, *, same: bool) -> None:
    assert same_form(name, other) is same


def test_only_so_many_names_are_kept() -> None:
    words = " ".join(f"F{letter}{number}" for letter in "ABC" for number in range(1, 30))
    assert len(form_names(words)) == 50


def test_a_form_of_two_names_is_told_at_the_second(report: Check) -> None:
    (found,) = report(pages("Isi FS3", "Isi FS3, FP-KPA", "Isi FPS3", "FPS3")).of("STD-052")
    assert found.pointer == ("publications", 2, "text")
    assert found.params == {"name": "FPS3", "first": "FS3"}
    assert found.severity is Severity.NOTE


def test_each_further_name_is_told(report: Check) -> None:
    found = report(pages("FS3", "FS-3", "FPS3 dan FS 3")).of("STD-052")
    assert [hit.params["name"] for hit in found] == ["FS-3", "FPS3", "FS 3"]
    assert {hit.params["first"] for hit in found} == {"FS3"}


def test_no_more_than_fifty_names_are_compared(report: Check) -> None:
    many = [f"F{a}{b}1" for a in "BCDEGHJK" for b in "BCDEGHJ"]
    assert report(pages(*many[:49], "FX7", "FXX7")).of("STD-052") == ()
    (found,) = report(pages(*many[:48], "FX7", "FXX7")).of("STD-052")
    assert found.params == {"name": "FXX7", "first": "FX7"}


@pytest.mark.parametrize(("slip", "meant"), KNOWN_ERRORS.items())
def test_a_known_error_is_found_in_a_sentence(slip: str, meant: str) -> None:
    assert slips_in(f"Di sini {slip} tertulis.") == ((slip, meant),)
    assert slips_in(f"{slip.upper()}!") == ((slip.upper(), meant.upper()),)
    assert slips_in(f"{slip.capitalize()} lagi") == ((slip.capitalize(), meant.capitalize()),)
    assert slips_in(f"a{slip}") == slips_in(f"{slip}a") == ()


@pytest.mark.parametrize("meant", sorted(set(KNOWN_ERRORS.values())))
def test_what_is_meant_is_no_error(meant: str) -> None:
    assert slips_in(f"Tertulis {meant} dengan benar.") == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Layanan during", (("during", "daring"),)),
        ("Secara During atau luring", (("During", "Daring"),)),
        ("luring dan during", (("during", "daring"),)),
        ("melalui DURING", (("DURING", "DARING"),)),
        ("Open during office hours", ()),
        ("during", ()),
        ("Kabupatn, Kabupatn", (("Kabupatn", "Kabupaten"),)),
        ("Layanan during di Kabupatn", (("during", "daring"), ("Kabupatn", "Kabupaten"))),
        ("Layanan daring di Kabupaten", ()),
    ],
)
def test_slips_are_told_once_with_what_is_meant(
    words: str, found: tuple[tuple[str, str], ...]
) -> None:
    assert slips_in(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "",
        "tanpa kurung",
        "Gratis (untuk semua)",
        "Satu [dua] (tiga)",
        "Bertingkat (satu (dua))",
        "1) KTP 2) KK 13) lain",
        "a) KTP; b) KK",
        "iv) empat",
        "Syarat: (a) KTP, b) KK",
        "(lihat 1) dan 2) di bawah",
        "Mulai [0, 30) menit",
        "Terima kasih :)",
        "Terima kasih ;-)",
        "(0751) 90000",
        "ayat (1), (2)",
    ],
)
def test_brackets_with_a_partner_and_points_of_lists_are_fine(words: str) -> None:
    assert open_bracket(words) == ""


@pytest.mark.parametrize(
    ("words", "around"),
    [
        ("Buku tamu (lihat lampiran", "Buku tamu (lihat lampiran"),
        ("Buku tamu) lihat", "Buku tamu) lihat"),
        ("satu ) dua", "satu ) dua"),
        ("(a) dan (b", "(a) dan (b"),
        ("[catatan", "[catatan"),
        ("lampiran 1234) lama", "lampiran 1234) lama"),
        ("kata abc) lagi", "kata abc) lagi"),
        ("x" * 30 + "(" + "y" * 30, "x" * 20 + "(" + "y" * 19),
        ("awal   kata  (dan", "awal kata (dan"),
        ("(satu) dua) (tiga", "(satu) dua) (tiga"),
    ],
)
def test_a_bracket_without_partner_is_shown_with_its_surroundings(words: str, around: str) -> None:
    assert open_bracket(words) == around


def test_a_text_without_end_is_not_looked_at_in_part() -> None:
    assert open_bracket("x" * 19_999 + "(") == "x" * 20 + "("
    assert open_bracket("x" * 20_000 + "(") == ""
    assert slips_in("x " * 9_990 + "kabupatn") == (("kabupatn", "kabupaten"),)
    assert slips_in("x " * 10_000 + "kabupatn") == ()


def test_remarks_are_none_where_nothing_stands_out() -> None:
    assert remarks_on("Mengisi buku tamu") is None
    assert remarks_on("FS3") == Remarks(("FS3",), (), "")
    assert remarks_on("kabupatn") == Remarks((), (("kabupatn", "kabupaten"),), "")
    assert remarks_on("(satu") == Remarks((), (), "(satu")
    long = "kata " * 300 + "FS3 kabupatn"
    assert remarks_on(long) == Remarks(("FS3",), (("kabupatn", "kabupaten"),), "")


def test_errors_are_told_with_their_place(report: Check) -> None:
    found = report(pages("Benar", "Kabupatn Contoh dan layanan during (satu")).of("STD-053")
    assert [hit.message_key for hit in found] == ["STD-053", "STD-053", "STD-053.bracket"]
    assert {hit.pointer for hit in found} == {("publications", 1, "text")}
    assert [hit.params for hit in found] == [
        {"text": "Kabupatn", "correct": "Kabupaten"},
        {"text": "during", "correct": "daring"},
        {"text": "dan layanan during (satu"},
    ]
    assert {hit.severity for hit in found} == {Severity.NOTE}


def test_misspellings_of_the_maklumat_belong_to_another_rule(report: Check) -> None:
    given = {"maklumat": {"pledge": "Kami menyelenggaran pelayanan (sesuai standar"}}
    (found,) = report(given).of("STD-053")
    assert found.message_key == "STD-053.bracket"


@given(st.text(max_size=300))
def test_no_text_breaks_a_detector(words: str) -> None:
    remarks_on(words)


@pytest.mark.parametrize("piece", ["(", ")", "[(", "FS3 ", "di ", "layanan ", "FS-", "F", "1) "])
def test_a_hostile_text_is_read_quickly(piece: str) -> None:
    words = piece * (200_000 // len(piece))
    began = time.process_time()
    remarks_on(words)
    assert time.process_time() - began < 2
