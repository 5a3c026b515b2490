from __future__ import annotations

from collections.abc import Iterable

from pst_standards.definitions import loads
from pst_standards.findings import Pointer
from pst_standards.model import Definition
from pst_standards.rules.promised import (
    Told,
    complaint_texts,
    pledge_texts,
    policy_texts,
    promises_of,
)

GIVEN = loads("""
maklumat:
  pledge: {id: Kami sanggup, en: We pledge}
  elements: {capability: Mampu, sanction: Siap, compensation: Ganti}
compensation:
  announcement: {id: Umum, en: General}
  basis: [Dasar satu, Dasar dua]
  rules:
    - id: late
      text: {id: Terlambat, en: Late}
      tiers:
        - {id: a, remedies: [{kind: drink, text: Maaf}, {kind: drink}]}
        - {id: b, remedies: [{kind: drink, text: Uang}]}
    - {id: lost, text: Hilang}
    - {id: bare}
  user_sanctions: [{id: p, text: Ditegur}, {id: q, text: Ditolak}]
complaints:
  text: {id: Adukan, en: Complain}
  mechanism: {procedure: Diterima, monitoring: Dipantau}
  rights: [{id: x, text: Hak satu}, {id: y, text: Hak dua}]
standards:
  - id: quiet
  - id: library
    complaint_handling: {text: Aduan layanan, steps: [{text: Catat}, {text: Jawab}]}
""")


def told(texts: Iterable[Told]) -> list[tuple[Pointer, str]]:
    found = list(texts)
    assert all(one.text.id in one.words.split("\n") for one in found)
    return [(one.pointer, one.words) for one in found]


def test_a_promise_says_its_rule_and_what_holds_for_all() -> None:
    found = promises_of(GIVEN)
    general = "Umum\nGeneral\nDasar satu\nDasar dua"
    assert [(one.rule.id, one.pointer, one.words) for one in found] == [
        ("late", ("compensation", "rules", 0), f"{general}\nTerlambat\nLate"),
        ("lost", ("compensation", "rules", 1), f"{general}\nHilang"),
        ("bare", ("compensation", "rules", 2), f"{general}\n"),
    ]


def test_the_texts_of_the_policy_are_all_found() -> None:
    rules = ("compensation", "rules")
    assert told(policy_texts(GIVEN)) == [
        (("compensation", "announcement"), "Umum\nGeneral"),
        (("compensation", "basis", 0), "Dasar satu"),
        (("compensation", "basis", 1), "Dasar dua"),
        ((*rules, 0, "text"), "Terlambat\nLate"),
        ((*rules, 0, "tiers", 0, "remedies", 0, "text"), "Maaf"),
        ((*rules, 0, "tiers", 1, "remedies", 0, "text"), "Uang"),
        ((*rules, 1, "text"), "Hilang"),
        (("compensation", "user_sanctions", 0, "text"), "Ditegur"),
        (("compensation", "user_sanctions", 1, "text"), "Ditolak"),
    ]


def test_the_texts_on_complaints_are_those_of_the_office_and_of_each_standard() -> None:
    handling = ("standards", 1, "complaint_handling")
    assert told(complaint_texts(GIVEN)) == [
        (("complaints", "text"), "Adukan\nComplain"),
        (("complaints", "mechanism", "procedure"), "Diterima"),
        (("complaints", "mechanism", "monitoring"), "Dipantau"),
        (("complaints", "rights", 0, "text"), "Hak satu"),
        (("complaints", "rights", 1, "text"), "Hak dua"),
        ((*handling, "text"), "Aduan layanan"),
        ((*handling, "steps", 0, "text"), "Catat"),
        ((*handling, "steps", 1, "text"), "Jawab"),
    ]


def test_complaints_without_a_mechanism_still_have_their_texts() -> None:
    given = loads({"complaints": {"text": "Adukan", "rights": [{"id": "x", "text": "Hak"}]}})
    assert [one.words for one in complaint_texts(given)] == ["Adukan", "Hak"]


def test_a_pledge_is_told_with_its_elements() -> None:
    assert told(pledge_texts(GIVEN)) == [
        (("maklumat", "pledge"), "Kami sanggup\nWe pledge"),
        (("maklumat", "elements", "capability"), "Mampu"),
        (("maklumat", "elements", "sanction"), "Siap"),
        (("maklumat", "elements", "compensation"), "Ganti"),
    ]
    assert [one.words for one in pledge_texts(loads({"maklumat": {"pledge": "Kami"}}))] == ["Kami"]


def test_where_nothing_is_promised_there_are_no_texts() -> None:
    for texts in (promises_of, policy_texts, complaint_texts, pledge_texts):
        assert texts(Definition()) == ()
