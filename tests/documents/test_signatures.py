from __future__ import annotations

import pytest

from pst_standards.definitions import loads
from pst_standards.documents import render, verify
from pst_standards.documents.refusals import RequestError
from pst_standards.documents.signatures import chosen_signature

PLEDGE = {"maklumat": {"pledge": "Kami sanggup."}}
ELECTRONIC = loads({**PLEDGE, "office": {"signature": "electronic", "signature_anchor": "#ttd#"}})
WET = loads({**PLEDGE, "office": {"signature": "wet", "signature_anchor": "#ttd#"}})


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_definition_says_how_its_office_signs(form: str) -> None:
    # Markdown writes a sign of its own with a stroke before it.
    assert b"#ttd#" in render(ELECTRONIC, "maklumat", form).replace(b"\\", b"")
    assert b"#ttd#" not in render(WET, "maklumat", form)
    usual = loads({**PLEDGE, "office": {"signature": "electronic"}})
    assert b"ttd_elektronik" in render(usual, "maklumat", form).replace(b"\\", b"")


@pytest.mark.parametrize(
    ("asked", "shown"), [("wet", False), ("electronic", True), ("^", True), ("", False)]
)
def test_what_is_asked_for_goes_before_it_and_is_kept_for_checking(asked: str, shown: bool) -> None:
    anchor = {"electronic": "${ttd_elektronik}"}.get(asked, asked)
    page = render(WET, "maklumat", "html", signature=asked)
    assert (f'<p class="anchor">{anchor}</p>'.encode() in page) is shown
    assert verify(page, WET).differences == ()
    if asked == "wet":
        page = render(ELECTRONIC, "maklumat", "html", signature=asked)
        assert b"#ttd#" not in page
        assert verify(page, ELECTRONIC).differences == ()


def test_an_anchor_is_one_short_word() -> None:
    for anchor in ("", "dua kata", "a\nb", "x" * 61, "wet", "\u202e"):
        with pytest.raises(RequestError):
            chosen_signature("electronic", anchor)
    for signature, given in (("wet", "x"), ("digital", None)):
        with pytest.raises(RequestError):
            chosen_signature(signature, given)


def test_attachments_of_a_decree_say_in_words_how_the_whole_was_signed() -> None:
    standards = {"standards": [{"id": "library"}, {"id": "consultation"}]}
    office = loads(
        {**standards, "office": {"signature": "electronic", "signature_anchor": "#ttd#"}}
    )
    page = render(office, "decree", "html").decode()
    assert page.count('<p class="anchor">#ttd#</p>') == 1
    assert page.count('<p class="anchor">Ditandatangani secara elektronik</p>') == 2
    assert verify(page.encode(), office).differences == ()
    assert "Ditandatangani" not in render(office, "decree", "html", signature="wet").decode()
