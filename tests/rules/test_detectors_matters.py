"""What a text on whistleblowing or a report on complaints covers, and whether it tells the past."""

from __future__ import annotations

import pytest

from pst_standards.rules.detectors.history import tells_past
from pst_standards.rules.detectors.matters import (
    chapters_missing,
    heads_examination,
    matters_missing,
    shares_without_day_kind,
    speaks_of_whistleblowing,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "kode etik"),
        (1, "Pelanggaran etika"),
        (1, "code of ethics"),
        (2, "penyalahgunaan kewenangan"),
        (2, "penyalahgunaan jabatan"),
        (2, "abuse of power"),
        (3, "pelanggaran sumpah"),
        (3, "janji PNS"),
        (3, "breach of oath"),
        (4, "disiplin"),
        (4, "discipline"),
        (5, "hukum pidana"),
        (5, "pelanggaran hukum"),
        (5, "korupsi"),
        (5, "criminal law"),
        (6, "mal-administrasi"),
        (6, "maladministration"),
        (7, "pelayanan publik"),
        (7, "pelayanan yang tidak memuaskan"),
        (7, "unsatisfactory service"),
    ],
)
def test_each_matter_is_known_by_its_wordings(number: int, words: str) -> None:
    missing = matters_missing(words)
    assert missing == tuple(one for one in range(1, 8) if one != number)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "Rekapitulasi"),
        (1, "jumlah pengaduan"),
        (1, "recap"),
        (2, "tindak lanjut"),
        (2, "ditindaklanjuti"),
        (2, "followed up"),
        (2, "follow-up"),
        (3, "kendala"),
        (3, "hambatan"),
        (3, "permasalahan"),
        (3, "obstacles"),
        (4, "evaluasi"),
        (4, "dievaluasi"),
        (4, "evaluation"),
    ],
)
def test_each_chapter_is_known_by_its_wordings(number: int, words: str) -> None:
    assert chapters_missing(words) == tuple(one for one in range(1, 5) if one != number)


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("Laporan WBS", True),
        ("Whistleblowing System", True),
        ("whistle blower", True),
        ("whistle-blowing", True),
        ("WBSX", False),
        ("Laporan pengaduan", False),
    ],
)
def test_whistleblowing_is_spoken_of(words: str, *, spoken: bool) -> None:
    assert speaks_of_whistleblowing(words) is spoken


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Tepat waktu 95%", True),
        ("95 persen tepat waktu", True),
        ("On time: 95 per cent", True),
        ("tepat waktu 95 % dalam hari kalender", False),
        ("on time 95% in working days", False),
        ("tepat waktu", False),
        ("95%", False),
    ],
)
def test_a_share_on_time_without_its_days(words: str, *, found: bool) -> None:
    assert shares_without_day_kind(words) is found


@pytest.mark.parametrize(
    ("words", "headed"),
    [
        ("Hak Pemeriksaan", True),
        ("hak  pemeriksaan: 1. Merahasiakan", True),
        ("HAK PEMERIKSAAN MERAHASIAKAN", True),
        ("Hak Pemeriksa", False),
        ("hak pemeriksaan ulang", False),
        ("pihak pemeriksaan", False),
        ("hak atas pemeriksaan", False),
    ],
)
def test_the_slip_of_the_heading(words: str, *, headed: bool) -> None:
    assert heads_examination(words) is headed


@pytest.mark.parametrize(
    ("words", "past"),
    [
        ("sebagaimana telah dicabut", True),
        ("digantikan oleh", True),
        ("Formerly", True),
        ("berdasarkan", False),
        ("", False),
    ],
)
def test_the_past_is_told(words: str, *, past: bool) -> None:
    assert tells_past(words) is past
