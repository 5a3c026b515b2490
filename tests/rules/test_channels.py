from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report
from pst_standards.model.base import Text
from pst_standards.model.channel import Channel
from pst_standards.model.delivery import (
    Limit,
    Procedure,
    Requirement,
    Requirements,
    Step,
    TimeLimit,
)
from pst_standards.rules.detectors.channel_words import channels_in, labelled
from pst_standards.rules.spreading import Spread, label_of, spread_of, spreads_of
from pst_standards.testing import a_standard

Check = Callable[..., Report]
IN_PERSON, ONLINE = Channel.IN_PERSON, Channel.ONLINE
HERE, NET = ["in_person"], ["online"]


def item(text: Any = "Syarat", channels: list[str] | None = None, **more: Any) -> dict[str, Any]:
    return {"text": text, **({"channels": channels} if channels else {}), **more}


def one(*, service: Any = (HERE[0], NET[0]), **components: Any) -> dict[str, Any]:
    return {
        "services": [{"id": "s", "channels": list(service)}],
        "standards": [{"id": "x", "service": "s", **components}],
    }


def asked(*items: Any, **more: Any) -> dict[str, Any]:
    return {"requirements": {"items": list(items), **more}}


def found_in(report: Report, rule: str) -> list[tuple[Any, ...]]:
    assert report.coverage.failed == ()
    return [(hit.pointer[1:], hit.variant, dict(hit.params)) for hit in report.of(rule)]


@pytest.mark.parametrize(
    ("words", "label", "spoken"),
    [
        ("Daring: surel aktif", ONLINE, {ONLINE}),
        ("online - akun", ONLINE, {ONLINE}),
        ("(Luring) datang", IN_PERSON, {IN_PERSON}),
        ("Tatap muka: datang", IN_PERSON, {IN_PERSON}),
        ("Langsung: 10 menit", IN_PERSON, {IN_PERSON}),
        ("Tidak langsung: 3 hari kerja", ONLINE, {ONLINE}),
        ("Untuk layanan daring, surel", ONLINE, {ONLINE}),
        ("Khusus kanal online: akun", ONLINE, {ONLINE}),
        ("In person: come", IN_PERSON, {IN_PERSON}),
        ("Mengisi formulir daring", None, {ONLINE}),
        ("Datang langsung ke PST", None, {IN_PERSON}),
        ("Langsung atau tidak langsung", None, {IN_PERSON, ONLINE}),
        ("Buku tamu elektronik", None, set()),
        ("Sedaring", None, set()),
        ("", None, set()),
    ],
)
def test_channels_are_read_from_words(
    words: str, label: Channel | None, spoken: set[Channel]
) -> None:
    assert labelled(words) is label
    assert channels_in(words) == spoken


def requirements(*items: Requirement, note: str = "") -> Requirements:
    return Requirements(items=items, note=Text(note) if note else None)


def test_a_spread_counts_what_names_a_channel() -> None:
    bare, here = Requirement(text=Text("Surat")), Requirement(channels=(IN_PERSON,))
    both = Requirement(channels=(IN_PERSON, ONLINE))
    label = Requirement(text=Text("Daring: akun"))
    case = Requirement(text=Text("Surat"), case=Text("Swasta"))
    by_case = Requirement(text=Text("Surat"), case=Text("Pengguna daring"))
    everything = frozenset(Channel)

    def spread(*items: Requirement, note: str = "") -> Spread:
        return spread_of(requirements(*items, note=note), "items")

    assert spread(bare, here) == Spread(frozenset({IN_PERSON}), 1, 1, 2, by_label=False)
    assert spread(here, here, both) == Spread(everything, 0, 0, 3, by_label=False)
    assert spread(bare, label) == Spread(frozenset({ONLINE}), 1, 1, 2, by_label=True)
    assert spread(case, by_case) == Spread(frozenset({ONLINE}), 1, 0, 2, by_label=True)
    assert spread(bare, note="Daring sama") == Spread(frozenset({ONLINE}), 1, 1, 1, by_label=False)
    assert spread(bare, here).covered == everything
    assert spread(here).covered == {IN_PERSON}


def test_a_step_has_no_case_to_name_a_channel() -> None:
    assert label_of(Step(text=Text("Datang"))) == frozenset()
    assert label_of(Limit(case=Text("Layanan daring"))) == {ONLINE}


def test_only_lists_are_spread() -> None:
    found = spreads_of(a_standard(requirements={"note": "Tidak ada"}))
    assert list(found) == ["procedure", "time_limit"]
    assert spread_of(Procedure(), "steps").total == 0
    assert spread_of(TimeLimit(limits=(Limit(),)), "limits").plain == 1


@pytest.mark.parametrize(
    ("components", "found"),
    [
        (asked(item(), item()), "unmarked"),
        (asked(item(), item("Daring: akun")), "mixed"),
        (asked(item("Langsung: datang"), item("Daring: akun"), item()), ""),
        (asked(item("Langsung: datang"), item("Daring: akun")), ""),
        (asked(item(), item(), note="Kanal daring: lihat aplikasi"), ""),
        (asked(item(channels=HERE), item(channels=NET)), ""),
        (asked(item(channels=HERE), item()), ""),
        (asked(item(channels=[*HERE, *NET])), ""),
        (asked(item()), ""),
        (asked(), ""),
        (asked(item(case="Swasta"), item(case="Pemerintah")), ""),
        (asked(item(case="Swasta"), item()), "unmarked"),
        (asked(item("Langsung: datang"), item(), item()), "mixed"),
        (asked(item(channels=HERE)), "missing"),
        (asked(item("Daring: akun"), item("Daring: surel")), "missing"),
    ],
)
def test_what_holds_for_which_channel_is_told_apart(
    components: dict[str, Any], found: str, report: Check
) -> None:
    hits = found_in(report(one(**components)), "STD-024")
    assert [(pointer, variant) for pointer, variant, _ in hits] == (
        [((0, "requirements"), found)] if found else []
    )


def test_each_component_is_looked_at(report: Check) -> None:
    given = one(
        requirements={"items": [item(), item()]},
        procedure={"steps": [item("Datang", HERE)]},
        time_limit={"limits": [{"value": 3, "unit": "day", "channels": NET}]},
        product={"items": [item(), item()]},
    )
    assert sorted(found_in(report(given), "STD-024"), key=str) == [
        ((0, "procedure"), "missing", {"component": "procedure", "channels": ("online",)}),
        ((0, "requirements"), "unmarked", {"component": "requirements"}),
        ((0, "time_limit"), "missing", {"component": "time_limit", "channels": ("in_person",)}),
    ]


UNMARKED = asked(item(), item())


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (one(**UNMARKED), True),
        (one(service=["online"], **UNMARKED), False),
        (one(service=[], **UNMARKED), False),
        (one(service=[], **UNMARKED, procedure={"steps": [item("A", HERE), item("B", NET)]}), True),
        (one(service=[], **UNMARKED, procedure={"steps": [item("A", HERE)]}), False),
        ({"standards": [{"id": "x", **UNMARKED}]}, False),
        (one(title="Penjualan data mikro melalui media daring", **UNMARKED), False),
        (one(title="Penjualan data mikro", **UNMARKED), True),
        (one(title="Penjualan langsung dan daring", **UNMARKED), True),
        (one(service=[], title="Penjualan langsung dan daring", **UNMARKED), False),
    ],
)
def test_only_a_service_of_two_channels_needs_telling_apart(
    given: dict[str, Any], found: bool, report: Check
) -> None:
    assert bool(report(given).of("STD-024")) is found


def test_standards_of_one_service_may_share_its_channels(report: Check) -> None:
    here, net = asked(item(channels=HERE)), asked(item(channels=NET))
    service = {"services": [{"id": "s", "channels": [*HERE, *NET]}, {"id": "t", "channels": HERE}]}

    def found(*standards: dict[str, Any]) -> list[Any]:
        named = [{"id": f"x{n}", "service": "s", **part} for n, part in enumerate(standards)]
        return [hit.pointer[1] for hit in report({**service, "standards": named}).of("STD-024")]

    assert found(here, net) == []
    assert found(here, here) == [0, 1]
    assert found(here, {"service": "t", **net}) == [0]
    assert found(here, asked(item())) == []
    assert found(here, {"procedure": {"steps": [item()]}}) == [0]


def sold(*lines: dict[str, Any], kind: str | None = None, **more: Any) -> dict[str, Any]:
    return one(fee={"items": list(lines), **({"kind": kind} if kind else {})}, **more)


BOTH_ASKED = asked(item(channels=HERE), item(channels=NET))


@pytest.mark.parametrize(
    ("products", "more", "missing"),
    [
        ([item("Cetak", HERE)], BOTH_ASKED, ("online",)),
        ([item("Berkas", NET)], BOTH_ASKED, ("in_person",)),
        ([item("Cetak", HERE), item("Berkas", NET)], BOTH_ASKED, ()),
        ([item("Cetak", HERE), item("Berkas", [*HERE, *NET])], BOTH_ASKED, ()),
        ([item("Cetak", HERE), item("Berkas")], BOTH_ASKED, ()),
        ([], BOTH_ASKED, ()),
        # A channel that no component describes is the business of STD-024.
        ([item("Cetak", HERE)], asked(item(channels=HERE)), ()),
        ([item("Cetak", HERE)], {}, ()),
    ],
)
def test_each_channel_ends_in_a_product(
    products: list[Any], more: dict[str, Any], missing: tuple[str, ...], report: Check
) -> None:
    found = found_in(report(one(product={"items": products}, **more)), "SRV-005")
    expected = [((0, "product"), "product", {"channels": missing})] if missing else []
    assert found == expected


def test_a_product_may_stand_in_the_other_standard_of_the_service(report: Check) -> None:
    given = one(product={"items": [item("Cetak", HERE)]}, **BOTH_ASKED)
    other = {"id": "y", "service": "s", "product": {"items": [item("Berkas", NET)]}}
    assert report({**given, "standards": [*given["standards"], other]}).of("SRV-005") == ()
    without = {"id": "y", "service": "s"}
    assert len(report({**given, "standards": [*given["standards"], without]}).of("SRV-005")) == 1


def line(channels: list[str] | None = None, **more: Any) -> dict[str, Any]:
    return item("Publikasi", channels, **more)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            sold(line(HERE, kind="pnbp", amount=10), line(NET, kind="free")),
            [(0, "fee")],
        ),
        (sold(line(HERE, amount=10), line(NET, amount=0)), [(0, "fee")]),
        (sold(line(HERE, kind="free"), line(NET, kind="pnbp")), [(0, "fee")]),
        (sold(line(HERE, amount=10)), [(0, "fee")]),
        (sold(line(), line(HERE, amount=10), line(NET, amount=20)), [(2, "amount")]),
        (
            sold(item("Ongkos kirim", HERE, amount=10), item("Ongkos kirim", NET, amount=20)),
            [],
        ),
        (sold(line(HERE, amount=10), line(NET, amount=10)), []),
        (sold(line(HERE, amount=10), line(NET, amount=20)), [(1, "amount")]),
        (sold(line(NET, amount=10), line(HERE, amount=20)), [(1, "amount")]),
        (sold(line(HERE, amount=10), line(NET, kind="pnbp")), []),
        (sold(line(HERE, amount=10), line(NET, amount=20, unit="per lembar")), []),
        (sold(line(HERE, amount=10), line(NET, amount=20, case="Swasta")), []),
        (sold(line(HERE, amount=10), item("Peta", NET, amount=20)), []),
        (sold(line(HERE, amount=10), line(amount=10)), []),
        (sold(line(HERE, amount=10), line(amount=20)), []),
        (sold(line(amount=20), line(HERE, amount=10)), [(1, "amount")]),
        (sold(line(HERE, amount=10), line([*HERE, *NET], amount=10)), []),
        (sold(line(HERE, amount=10), line(HERE, amount=20), line(NET, amount=20)), []),
        (sold(line([*HERE, *NET], amount=10)), []),
        (sold(line(HERE, amount=10), kind="pnbp"), []),
        (sold(line(HERE, kind="free"), kind="pnbp"), [(0, "fee")]),
        (sold(line(HERE), kind="pnbp"), []),
        (sold(line(HERE, amount=10, kind="pnbp"), kind="zero_rupiah"), [(0, "fee")]),
        (sold(line(HERE, amount=10), kind="free"), []),
        (sold(item("Ongkos kirim", NET, amount=10)), []),
        (sold(item("Biaya pos", NET, amount=10)), []),
        (sold(item("Bea meterai", NET, amount=10)), []),
        (sold(item("Positif", NET, amount=10)), [(0, "fee")]),
        (sold(line(HERE, amount=10), service=["online"]), []),
    ],
)
def test_both_channels_cost_alike(
    given: dict[str, Any], expected: list[tuple[int, str]], report: Check
) -> None:
    checked = report(given)
    found = checked.of("SRV-005")
    assert checked.coverage.failed == ()
    assert sorted((hit.pointer[-1], hit.variant) for hit in found) == expected
    assert all(hit.pointer[:-1] == ("standards", 0, "fee", "items") for hit in found)


def test_an_uneven_line_is_shown_in_its_words(report: Check) -> None:
    found = report(sold(line(HERE, amount=10))).of("SRV-005")
    assert [dict(hit.params) for hit in found] == [{"text": "Publikasi"}]


def test_without_standards_no_channel_is_looked_at(report: Check) -> None:
    skipped = report({"services": [{"id": "s"}]}).coverage.not_applicable
    assert {"STD-024", "SRV-005", "STD-017"} <= set(skipped)
