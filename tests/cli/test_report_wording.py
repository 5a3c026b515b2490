"""What is found in a form is told in its words, and no key of a file is among them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from pst_standards.cli.report_wording import in_words_of_the_form
from pst_standards.complaints.recap_checks import check_recap
from pst_standards.definitions.wording import word
from pst_standards.messages import LANGUAGES

ALL_WRONG: dict[str, Any] = {
    "year": 2025,
    "half": 1,
    "total": 40,
    "published": True,
    "counts": [
        {"month": 1, "channel": "email", "pst_complaint": 2, "total": 3},
        {"month": 2, "channel": "letter", "aspiration": 1, "unclassified": "satu"},
    ],
    "months": [
        {"month": 1, "received": 0, "nil": "mungkin"},
        {"month": 3, "received": 2, "nil": True},
    ],
    "signature": {"name": "Petugas Contoh"},
}
KEYS = re.compile(r"\b(unclassified|counts|follow_up|obstacles|signature|nil|true|false)\b")


def told(lang: str, source: dict[str, Any]) -> dict[str, str]:
    found = check_recap(source, as_of=dt.date(2026, 1, 1)).findings
    worded = ((one.message_key, word(in_words_of_the_form(one), lang)) for one in found)
    return {key: " ".join(sentences) for key, sentences in worded}


def test_sentences_about_a_form_name_its_headings() -> None:
    sentences = told("id", ALL_WRONG)
    assert {"LAP-001.recap", "LAP-002.kinds", "LAP-004.unsaid", "LAP-004.not-nil"} <= set(sentences)
    assert {"LAP-004.missing", "LAP-005", "PRV-005.small"} <= set(sentences)
    for key, sentence in sentences.items():
        assert not KEYS.search(sentence), key
    assert "DEF-016" in sentences
    assert "kolom Belum diklasifikasi" in sentences["LAP-002.kinds"]
    assert "Jabatan penanda tangan" in sentences["LAP-005"]


def test_a_cell_for_yes_or_no_asks_for_one_of_them() -> None:
    for source, heading in (
        ({"months": [{"month": 1, "nil": "mungkin"}]}, "Nihil"),
        ({"published": "mungkin"}, "Untuk publikasi"),
    ):
        assert f"{heading} hanya diisi ya atau tidak." in told("id", source)["DEF-016"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_form_has_no_words_for_stays_as_it_was(lang: str) -> None:
    plain = check_recap({"year": 2025, "total": 3, "states": [{"name": "x", "count": 2}]})
    (found,) = plain.findings
    assert word(in_words_of_the_form(found), lang) == word(found, lang)


def test_braces_in_a_cell_are_no_placeholders() -> None:
    message = told("id", {"signature": {"date": "{kemarin}"}})
    assert any("{kemarin}" in one and "(date)" in one for one in message.values())
