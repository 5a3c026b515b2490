from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from typing import Any

import pytest

from pst_standards.definitions.wording import word
from pst_standards.messages import LANGUAGES
from pst_standards.rules import PackError, RulePack, check, packs, standard_rulebook
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit

DAY = dt.date(2026, 11, 26)
CATALOGUE = """
reviewed = 2026-11-26

[[rule]]
id = "KANTOR-001"
aliases = ["KANTOR-000"]
title = { id = "Ada moto", en = "There is a motto" }
explanation = { id = "Kantor kami bermoto.", en = "Our offices have a motto." }
verdict = "quality"
force = "should"
severity = "warning"
status = "checked"
defect_seen = "Offices without one."
fails = "office: {name: BPS Kabupaten Contoh}"
passes = "office: {motto: Melayani}"
[rule.variants.short]
severity = "note"
fails = "office: {motto: A}"
"""
SENTENCES = {
    "id": {
        "KANTOR-001": "{name:value} belum mempunyai {key:term}.",
        "KANTOR-001.hint": "Tulis kunci {key}.",
        "KANTOR-001.short": "Moto terlalu pendek.",
        "KANTOR-001.short.hint": "Tulis moto yang lebih panjang.",
    },
    "en": {
        "KANTOR-001": "{name:value} has no {key:term}.",
        "KANTOR-001.hint": "Write the key {key}.",
        "KANTOR-001.short": "The motto is too short.",
        "KANTOR-001.short.hint": "Write a longer motto.",
    },
}


def has_no_motto(context: Context) -> Iterator[Hit]:
    office = context.definition.office
    if office is not None and not office.motto:
        yield Hit(("office",), {"name": office.name, "key": "motto"})
    elif office is not None and len(str(office.motto)) < 3:
        yield Hit(("office", "motto"), variant="short")


def raises(context: Context) -> Iterator[Hit]:
    raise LookupError(str(context.as_of))
    yield Hit()


def a_pack(**changes: Any) -> RulePack:
    parts: dict[str, Any] = {
        "name": "kantor",
        "catalogue": CATALOGUE,
        "checks": [Check(id="KANTOR-001", find=has_no_motto)],
        "sentences": SENTENCES,
    }
    return RulePack(**(parts | changes))


def test_a_rule_of_a_pack_is_asked_and_speaks_both_languages() -> None:
    rules = standard_rulebook().with_packs([a_pack()])
    report = check({"office": {"name": "BPS Kabupaten Contoh"}}, as_of=DAY, rules=rules)
    (found,) = report.of("KANTOR-001")
    assert word(found, "id") == (
        "“BPS Kabupaten Contoh” belum mempunyai Moto pelayanan (motto).",
        "Tulis kunci motto.",
    )
    assert word(found, "en")[0] == "“BPS Kabupaten Contoh” has no Motto (motto)."
    assert "KANTOR-001" in report.coverage.checked
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own


def test_a_variant_of_a_pack_has_its_own_words_and_severity() -> None:
    rules = standard_rulebook().with_packs([a_pack()])
    (found,) = check({"office": {"motto": "A"}}, as_of=DAY, rules=rules).of("KANTOR-001")
    assert (found.variant, found.severity.value) == ("short", "note")
    assert word(found, "en") == ("The motto is too short.", "Write a longer motto.")


def test_our_own_rules_are_asked_beside_those_of_a_pack() -> None:
    rules = standard_rulebook().with_packs([a_pack()])
    with_pack, without = (
        check({"standards": [{"id": "library"}]}, as_of=DAY, rules=book)
        for book in (rules, standard_rulebook())
    )
    assert with_pack.findings == without.findings
    assert "KANTOR-001" not in standard_rulebook().rows
    assert rules.rows["KANTOR-000"].id == "KANTOR-001"


def test_an_office_may_accept_what_a_pack_finds() -> None:
    rules = standard_rulebook().with_packs([a_pack()])
    data = {
        "office": {"name": "BPS Kabupaten Contoh"},
        "suppressions": [{"rule": "KANTOR-001", "reason": "Moto sedang dipilih pegawai."}],
    }
    assert check(data, as_of=DAY, rules=rules).of("KANTOR-001", "DEF-026", "DEF-027") == ()


def test_a_rule_of_a_pack_that_crashes_is_a_finding_and_the_others_go_on() -> None:
    pack = a_pack(checks=[Check(id="KANTOR-001", find=raises)])
    rules = standard_rulebook().with_packs([pack])
    report = check({"standards": [{"id": "library"}]}, as_of=DAY, rules=rules)
    assert report.coverage.failed == ("KANTOR-001",)
    (broken,) = report.of("DEF-099")
    assert broken.params == {"rule": "KANTOR-001", "error": "LookupError", "pack": "kantor"}
    assert broken.variant == "pack"
    assert len(report.of("STD-001")) == 14


@pytest.mark.parametrize(
    ("changes", "key", "detail"),
    [
        ({"catalogue": "rule = ["}, "catalogue", ""),
        ({"catalogue": CATALOGUE.replace("warning", "grave")}, "catalogue", "KANTOR-001"),
        ({"catalogue": CATALOGUE.replace("KANTOR-001", "STD-900")}, "taken", "STD-900"),
        ({"catalogue": CATALOGUE.replace("KANTOR-000", "PGD-900")}, "taken", "PGD-900"),
        ({"checks": []}, "unbound", "KANTOR-001"),
        (
            {
                "checks": [
                    Check(id="KANTOR-001", find=has_no_motto),
                    Check(id="KANTOR-002", find=has_no_motto),
                ]
            },
            "unbound",
            "KANTOR-002",
        ),
        ({"sentences": {"id": SENTENCES["id"]}}, "unsaid", "KANTOR-001 (en)"),
        (
            {
                "sentences": {
                    **SENTENCES,
                    "id": {
                        k: v for k, v in SENTENCES["id"].items() if k != "KANTOR-001.short.hint"
                    },
                }
            },
            "unsaid",
            "KANTOR-001.short (id)",
        ),
    ],
)
def test_a_pack_that_does_not_fit_is_refused_by_name(
    changes: dict[str, Any], key: str, detail: str
) -> None:
    with pytest.raises(PackError) as refused:
        a_pack(**changes)
    assert (refused.value.params["pack"], refused.value.key) == ("kantor", f"pack.{key}")
    assert detail in refused.value.params["detail"]
    for lang in LANGUAGES:
        assert "kantor" in refused.value.message(lang)
    assert "kantor" in str(refused.value)


def test_two_packs_cannot_share_an_id() -> None:
    with pytest.raises(PackError) as refused:
        standard_rulebook().with_packs([a_pack(), a_pack(name="lain")])
    assert refused.value.key == "pack.taken"
    assert refused.value.params == {"pack": "lain", "detail": "KANTOR-001"}


def test_a_row_that_does_not_run_needs_no_sentence() -> None:
    more = (
        '\n[[rule]]\nid = "KANTOR-002"\ntitle = { id = "a", en = "b" }\n'
        'explanation = { id = "a", en = "b" }\nverdict = "quality"\nforce = "may"\n'
        'severity = "note"\nstatus = "uncheckable"\n'
    )
    assert len(a_pack(catalogue=CATALOGUE + more).rows) == 2


PACK = a_pack()
NO_PACK = "a text"


def offered(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    points = [
        EntryPoint(name=name, value=value, group=packs.ENTRY_POINTS)
        for name, value in values.items()
    ]
    monkeypatch.setattr(packs, "entry_points", lambda group: points if group else [])


def test_installed_packs_are_found_in_the_order_of_their_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("json.PACK", PACK, raising=False)
    offered(monkeypatch, zeta="json:PACK", alpha="json:PACK")
    assert packs.installed_packs() == (PACK, PACK)


@pytest.mark.parametrize(
    ("value", "key", "detail"),
    [
        ("no_such_module_anywhere", "load", "ModuleNotFoundError"),
        ("json:NO_PACK", "load", "AttributeError"),
        ("json:dumps", "kind", "function"),
    ],
)
def test_a_broken_package_is_named(
    monkeypatch: pytest.MonkeyPatch, value: str, key: str, detail: str
) -> None:
    offered(monkeypatch, rusak=value)
    with pytest.raises(PackError) as refused:
        packs.installed_packs()
    assert (refused.value.params["pack"], refused.value.key) == ("rusak", f"pack.{key}")
    assert detail in refused.value.params["detail"]


def test_a_pack_that_refuses_itself_keeps_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(_: EntryPoint) -> RulePack:
        raise PackError("pack.catalogue", pack="sendiri", detail="x")

    offered(monkeypatch, rusak="json:dumps")
    monkeypatch.setattr(EntryPoint, "load", load)
    with pytest.raises(PackError) as refused:
        packs.installed_packs()
    assert refused.value.params["pack"] == "sendiri"
