from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity
from pst_standards.rules.detectors.mail import (
    addresses_in,
    is_borrowed_from_link,
    is_free,
    is_official,
)

Check = Callable[..., Report]
FREE = "bps0000@gmail.com"


@pytest.mark.parametrize(
    ("words", "addresses"),
    [
        ("bps0000@bps.go.id", ("bps0000@bps.go.id",)),
        ("Surel: Kantor@GMAIL.com, bps@bps.go.id.", ("kantor@gmail.com", "bps@bps.go.id")),
        ("a@b.id dan A@B.ID", ("a@b.id",)),
        ("<nama.depan+x@sub.contoh.go.id>", ("nama.depan+x@sub.contoh.go.id",)),
        ("mailto:a-b_c@contoh.id", ("a-b_c@contoh.id",)),
        ("@bps0000", ()),
        ("bps0000@bps", ()),
        ("bps at bps.go.id", ()),
        ("a@b.id@c", ()),
        (".a@b.id", ("a@b.id",)),
        ("", ()),
    ],
)
def test_addresses_are_found_in_words(words: str, addresses: tuple[str, ...]) -> None:
    assert addresses_in(words) == addresses


@pytest.mark.parametrize(
    ("address", "official", "free"),
    [
        ("a@bps.go.id", True, False),
        ("a@go.id", True, False),
        ("a@semarangkab.bps.go.id", True, False),
        ("a@contoh.mil.id", True, False),
        ("a@contoh.desa.id", True, False),
        ("a@contoh.ac.id", True, False),
        ("a@contoh.sch.id", True, False),
        ("a@xgo.id", False, False),
        ("a@go.id.com", False, False),
        ("a@gmail.com", False, True),
        ("a@yahoo.co.id", False, True),
        ("a@ymail.com", False, True),
        ("a@mail.example", False, True),
        ("a@gmail.kantor.com", False, False),
        ("a@kantor.com", False, False),
        ("a@contoh.example", False, False),
    ],
)
def test_domains_are_told_apart(address: str, official: bool, free: bool) -> None:
    assert (is_official(address), is_free(address)) == (official, free)


@pytest.mark.parametrize(
    ("address", "borrowed"),
    [
        ("pengaduan0000@bps.go.id", True),
        ("pengaduan000@bps.go.id", False),
        ("pengaduan00000@bps.go.id", False),
        ("pengaduan0000@bps.go.id.x", False),
        ("xpengaduan0000@bps.go.id", False),
        ("pengaduan@bps.go.id", False),
        ("pengaduan0000@contoh.go.id", False),
    ],
)
def test_the_name_of_the_link_is_no_mailbox(address: str, borrowed: bool) -> None:
    assert is_borrowed_from_link(address) is borrowed


def channel(**facts: Any) -> dict[str, Any]:
    return {"complaints": {"channels": [{"id": "box"}, {"id": "mail", **facts}]}}


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({"office": {"email": FREE}}, ("office", "email")),
        ({"office": {"head": {"email": FREE}}}, ("office", "head", "email")),
        (channel(medium="email", value=FREE), ("complaints", "channels", 1, "value")),
        (channel(value=f"Surel {FREE}"), ("complaints", "channels", 1, "value")),
        ({"complaints": {"text": f"Ke {FREE}"}}, ("complaints", "text")),
        ({"complaints": {"responsible": {"email": FREE}}}, ("complaints", "responsible", "email")),
        (
            {"complaints": {"mechanism": {"contact": f"Kepala, {FREE}"}}},
            ("complaints", "mechanism", "contact"),
        ),
        ({"staff": {"profile": {"email": FREE}}}, ("staff", "profile", "email")),
        ({"information_officer": {"email": FREE}}, ("information_officer", "email")),
        (
            {"standards": [{"id": "x"}, {"id": "y", "complaint_handling": {"text": FREE}}]},
            ("standards", 1, "complaint_handling", "text"),
        ),
    ],
)
def test_a_free_mailbox_is_found_wherever_the_office_publishes_it(
    given: dict[str, Any], pointer: tuple[Any, ...], report: Check
) -> None:
    found = report(given).of("STD-036")
    assert [(hit.pointer, hit.variant, dict(hit.params)) for hit in found] == [
        (pointer, "free", {"address": FREE})
    ]
    assert found[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "given",
    [
        {"office": {"email": "bps0000@bps.go.id"}},
        {"office": {}, "staff": {}, "complaints": {"responsible": {}, "mechanism": {}}},
        channel(medium="email", value=FREE, active=False),
        channel(medium="email", value="bps0000"),
        {"standards": [{"id": "x", "requirements": {"items": [{"text": f"Surel, mis. {FREE}"}]}}]},
        {},
    ],
)
def test_what_the_office_does_not_publish_as_its_own_is_left_alone(
    given: dict[str, Any], report: Check
) -> None:
    assert report(given).of("STD-036") == ()


@pytest.mark.parametrize(
    ("address", "variant"),
    [
        ("kantor@kantor.example", "other"),
        ("pengaduan0000@bps.go.id", "link"),
        ("pengaduan@kantor.go.id", None),
    ],
)
def test_other_mailboxes_are_only_noted(address: str, variant: str | None, report: Check) -> None:
    found = report({"office": {"email": address}}).of("STD-036")
    expected = [(variant, Severity.NOTE)] if variant else []
    assert [(hit.variant, hit.severity) for hit in found] == expected


def test_each_address_of_a_text_is_looked_at(report: Check) -> None:
    text = f"{FREE}, bps0000@bps.go.id, kantor@kantor.example"
    found = report({"complaints": {"text": text}}).of("STD-036")
    assert [(hit.variant, hit.params["address"]) for hit in found] == [
        ("free", FREE),
        ("other", "kantor@kantor.example"),
    ]
