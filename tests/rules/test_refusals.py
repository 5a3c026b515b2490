from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity
from pst_standards.rules.detectors.refusal import is_lawful_ground, refuses_without_ground

Check = Callable[..., Report]


@pytest.mark.parametrize(
    "words",
    [
        "Permohonan ditolak",
        "Permohonan di tolak",
        "Petugas menolak permohonan",
        "Petugas menerbitkan surat penolakan",
        "The request is rejected",
        "The officer refuses the request",
        "Permohonan ditolak\nThe request is refused",
        "Berkas diperiksa. Permohonan ditolak",
    ],
)
def test_a_refusal_without_reason_is_found(words: str) -> None:
    assert refuses_without_ground(words)


@pytest.mark.parametrize(
    "words",
    [
        "Permohonan ditolak bila berkas tidak lengkap",
        "Jika tidak sesuai, permohonan ditolak",
        "Permohonan yang tidak memenuhi syarat ditolak",
        "Permohonan ditolak karena melanggar peraturan",
        "Petugas menyampaikan penolakan beserta alasan",
        "The request is refused when it is incomplete",
        "Petugas menolak gratifikasi",
        "Petugas menolak hadiah",
        "Pengguna menolak harga",
        "Pemohon dapat menolak",
        "Petugas dilarang menolak pengguna",
        "Permohonan tidak dapat ditolak",
        "Menyetujui atau menolak permohonan",
        "Permohonan diterima/ditolak",
        "The request is accepted or rejected",
        "Tolok ukur pelayanan",
        "Menunggu",
        "",
    ],
)
def test_a_refusal_with_reason_or_none_is_left_alone(words: str) -> None:
    assert not refuses_without_ground(words)


@pytest.mark.parametrize(
    "words",
    [
        "Persyaratan belum lengkap",
        "Tidak memenuhi persyaratan",
        "Abstraksi tidak sesuai",
        "Data yang dirahasiakan",
        "Informasi yang dikecualikan",
        "Bertentangan dengan peraturan",
        "Di luar kewenangan",
        "Requirements are not met",
        "Confidential data",
        "Incomplete",
    ],
)
def test_a_ground_of_the_law_is_known(words: str) -> None:
    assert is_lawful_ground(words)


@pytest.mark.parametrize("words", ["Petugas sibuk", "Kebijakan kantor", "Too many requests", "-"])
def test_other_reasons_are_no_grounds(words: str) -> None:
    assert not is_lawful_ground(words)


def service(*refusals: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"services": [{"id": "s", "refusals": list(refusals)}], **more}


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ({"id": "busy", "text": "Petugas sibuk"}, "Petugas sibuk"),
        ({"id": "busy"}, "busy"),
        ({"id": "busy", "text": "Petugas sibuk", "citation": "-"}, "Petugas sibuk"),
        ({"id": "busy", "text": "Petugas sibuk", "citation": "UU 16/1997 Pasal 21"}, None),
        ({"id": "busy", "citation": "UU 16/1997 Pasal 21"}, None),
        ({"id": "busy", "text": "Menurut UU 16/1997"}, None),
        ({"id": "busy", "text": "Syarat tidak lengkap"}, None),
        ({"id": "busy", "text": {"en": "Incomplete"}}, None),
    ],
)
def test_a_reason_has_a_ground(reason: dict[str, Any], said: str | None, report: Check) -> None:
    found = report(service({"id": "first", "text": "Tidak lengkap"}, reason)).of("SRV-004")
    expected = [(("services", 0, "refusals", 1), "reason", {"reason": said})] if said else []
    assert [(hit.pointer, hit.variant, dict(hit.params)) for hit in found] == expected
    assert {hit.severity for hit in found} <= {Severity.ERROR}


def steps(*given: Any, **more: Any) -> dict[str, Any]:
    texts = [{"text": step} if isinstance(step, str) else step for step in given]
    return {"standards": [{"id": "x", "service": "s", "procedure": {"steps": texts}}], **more}


REFUSED = "Permohonan ditolak"


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        (steps("Memeriksa", REFUSED), (1,)),
        (steps({"text": REFUSED, "branches": [{"when": "Tidak lengkap", "then": "Pulang"}]}), None),
        (steps({"text": "Memeriksa", "branches": [{"then": "Lanjut"}, {"then": REFUSED}]}), (0, 1)),
        (
            steps({"text": "Memeriksa", "branches": [{"when": "-", "then": REFUSED}]}),
            (0, 0),
        ),
        (
            steps({"text": "Memeriksa", "branches": [{"when": "Tidak sesuai", "then": REFUSED}]}),
            None,
        ),
        (steps({"text": "Memeriksa", "branches": [{"to_step": 1}]}), None),
        (steps("Memeriksa"), None),
    ],
)
def test_a_step_that_refuses_says_why(
    given: dict[str, Any], pointer: tuple[int, ...] | None, report: Check
) -> None:
    found = report({"services": [{"id": "s"}], **given}).of("SRV-004")
    expected: list[Any] = []
    if pointer is not None:
        place = pointer[0], *(("branches", pointer[1]) if len(pointer) > 1 else ())
        expected = [(("standards", 0, "procedure", "steps", *place), "step", {"text": REFUSED})]
    assert [(hit.pointer, hit.variant, dict(hit.params)) for hit in found] == expected
    assert {hit.severity for hit in found} <= {Severity.WARNING}


def test_reasons_of_the_service_stand_for_its_steps(report: Check) -> None:
    incomplete = {"id": "incomplete", "text": "Tidak lengkap"}
    assert report({**service(incomplete), **steps(REFUSED)}).of("SRV-004") == ()
    other = {"services": [{"id": "s"}, {"id": "t", "refusals": [incomplete]}], **steps(REFUSED)}
    assert len(report(other).of("SRV-004")) == 1


def test_without_refusals_nothing_is_looked_at(report: Check) -> None:
    assert "SRV-004" in report({"services": [{"id": "s"}]}).coverage.not_applicable
    assert "SRV-004" in report(service({"id": "a", "citation": "UU 1/2000"})).coverage.checked
    assert "SRV-004" in report(steps("Memeriksa")).coverage.checked
