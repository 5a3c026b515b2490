from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report
from pst_standards.model.base import Ident, Text
from pst_standards.model.service import Service
from pst_standards.rules.services import ServiceKind, kind_of

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
FOUR = ("library", "consultation", "product-sales", "recommendation")


@pytest.mark.parametrize(
    ("service", "kind"),
    [
        (Service(id=Ident("library")), ServiceKind.LIBRARY),
        (Service(id=Ident("library"), name=Text("Konsultasi")), ServiceKind.LIBRARY),
        (Service(id=Ident("a"), name=Text("Layanan Perpustakaan")), ServiceKind.LIBRARY),
        (Service(id=Ident("a"), name=Text("Konsultasi Statistik")), ServiceKind.CONSULTATION),
        (Service(id=Ident("a"), name=Text("Penjualan Data Mikro")), ServiceKind.SALES),
        (Service(id=Ident("a"), name=Text("Pengenaan Tarif Nol Rupiah")), ServiceKind.SALES),
        (Service(id=Ident("a"), aliases=(Text("Romantik"),)), ServiceKind.RECOMMENDATION),
        (Service(id=Ident("rekomendasi-statistik")), ServiceKind.RECOMMENDATION),
        (
            Service(id=Ident("a"), name=Text(en="Statistical Consultation")),
            ServiceKind.CONSULTATION,
        ),
        (Service(id=Ident("antrean"), name=Text("Antrean")), None),
    ],
)
def test_a_service_is_told_by_id_or_name(service: Service, kind: ServiceKind | None) -> None:
    assert kind_of(service) is kind


@pytest.mark.parametrize("missing", FOUR)
def test_each_of_the_four_is_asked_for(missing: str, report: Check) -> None:
    services = [{"id": name} for name in FOUR if name != missing]
    (found,) = report({"services": services}).of("SRV-001")
    assert found.params["services"] == (missing,)
    assert found.pointer == ("services",)


def test_services_known_only_from_standards_count(keys: Keys) -> None:
    standards = [{"id": f"s-{name}", "service": name} for name in FOUR]
    assert keys({"standards": standards}, "SRV-001") == []


@pytest.mark.parametrize(
    ("office", "applies"),
    [
        ({"name": "Badan Pusat Statistik Kabupaten Contoh"}, True),
        ({"short_name": "BPS Kota Contoh"}, True),
        ({"name": "Kantor X", "integrated_service": {"name": "Pelayanan Statistik Terpadu"}}, True),
        ({"name": "Puskesmas Contoh"}, False),
        ({}, True),
    ],
)
def test_other_bodies_are_not_asked_for_services_of_bps(
    office: dict[str, Any], *, applies: bool, report: Check
) -> None:
    found = report({"office": office})
    assert bool(found.of("SRV-001")) is applies
    assert ("SRV-001" in found.coverage.not_applicable) is not applies


@pytest.mark.parametrize(
    ("service", "missing"),
    [
        ({"channels": ["in_person", "online"]}, None),
        ({"channels": ["online"]}, ("in_person",)),
        ({}, ("in_person", "online")),
        ({"channels": ["online"], "missing_channels": {"in_person": "Hanya daring"}}, None),
        ({"channels": ["online"], "missing_channels": {"in_person": "-"}}, ("in_person",)),
    ],
)
def test_a_service_has_both_channels_or_a_reason(
    service: dict[str, Any], missing: tuple[str, ...] | None, report: Check
) -> None:
    found = report({"services": [{"id": "library", **service}]}).of("SRV-002")
    assert [hit.params["channels"] for hit in found] == ([missing] if missing else [])


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([25], []),
        ([26], [("SRV-006", 26, 0)]),
        ([100], [("SRV-006", 100, 0)]),
        ([75, 25], []),
        ([60, 40], [("SRV-006", 40, 1)]),
        ([40, 60], [("SRV-006", 40, 0)]),
        ([30, 40], [("SRV-006", 30, 0), ("SRV-006", 40, 1)]),
        ([15, 10], []),
        ([15, 11], [("SRV-006.sum", 26, None)]),
        ([50, 25, 25], [("SRV-006.sum", 50, None)]),
        ([None, 40], [("SRV-006", 40, 1)]),
        ([None], []),
    ],
)
def test_tiered_classes_take_a_quarter_at_most(
    shares: list[int | None], expected: list[tuple[str, int, int | None]], report: Check
) -> None:
    classes = [
        {"id": f"c{place}"} | ({} if share is None else {"capacity": share})
        for place, share in enumerate(shares)
    ]
    found = report({"services": [{"id": "library", "classes": classes}]}).of("SRV-006")
    places = [hit.pointer[3] if len(hit.pointer) > 3 else None for hit in found]
    values = [(hit.message_key, hit.params["capacity"]) for hit in found]
    assert [(*value, place) for value, place in zip(values, places, strict=True)] == expected


def sales(name: Any, *aliases: Any, title: Any = None) -> dict[str, Any]:
    standard = {"id": "x", "service": "product-sales", **({"title": title} if title else {})}
    return {
        "services": [
            {"id": "library"},
            {"id": "product-sales", "name": name, "aliases": [*aliases]},
        ],
        "standards": [standard],
    }


NEW, OLD = "Pelayanan Produk Statistik Berbayar", "Penjualan Produk Statistik"


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (sales(NEW), ["old"]),
        (sales(NEW, OLD), []),
        (sales(OLD, NEW), []),
        (sales(NEW, "Pembelian Data"), []),
        (sales(NEW, "Penjualan"), []),
        (sales(NEW, "Toko Data"), ["old"]),
        (sales(OLD), []),
        (sales(OLD, title=NEW), ["new"]),
        (sales("Toko Data", title=NEW), ["new", "old"]),
        (sales(OLD, NEW, title=NEW), []),
        (sales({"en": "Paid statistical products"}), ["old"]),
        (sales({"en": "Paid statistical products"}, {"en": "Sale of products"}), []),
        (sales("produk  statistik berbayar".replace("  ", " ")), ["old"]),
    ],
)
def test_the_new_name_of_sales_is_linked_to_the_old(
    given: dict[str, Any], missing: list[str], report: Check
) -> None:
    found = report(given).of("SRV-003")
    assert [hit.variant for hit in found] == missing
    assert {hit.pointer for hit in found} <= {("services", 1)}
    assert all(dict(hit.params) == {"service": "product-sales"} for hit in found)


def test_other_services_have_no_new_name(report: Check) -> None:
    given = {"services": [{"id": "library", "name": NEW}]}
    found = report(given)
    assert found.of("SRV-003") == ()
    assert "SRV-003" in found.coverage.not_applicable


def test_the_title_of_another_service_links_nothing(report: Check) -> None:
    given = sales(OLD)
    given["standards"] = [{"id": "x", "service": "library", "title": NEW}]
    found = report(given)
    assert found.of("SRV-003") == ()
    assert "SRV-003" in found.coverage.checked


def test_each_service_of_sales_is_looked_at(report: Check) -> None:
    services = [
        {"id": "product-sales", "name": OLD},
        {"id": "paid", "name": NEW},
        {"id": "sold", "name": NEW, "aliases": [OLD]},
        {"id": "paid-too", "name": NEW},
    ]
    found = report({"services": services}).of("SRV-003")
    assert [hit.params["service"] for hit in found] == ["paid", "paid-too"]


def test_a_class_that_is_too_large_is_shown_with_the_limit(report: Check) -> None:
    def found(*capacities: int | None) -> list[tuple[Any, ...]]:
        classes = [
            {"id": f"c{place}"} | ({} if capacity is None else {"capacity": capacity})
            for place, capacity in enumerate(capacities)
        ]
        hits = report({"services": [{"id": "a"}, {"id": "b", "classes": classes}]}).of("SRV-006")
        return [(hit.pointer, hit.variant, dict(hit.params)) for hit in hits]

    place = ("services", 1, "classes")
    assert found(None, 26) == [((*place, 1, "capacity"), "", {"capacity": 26, "limit": 25})]
    assert found(25, None) == []
    assert found(15, 11, None) == [(place, "sum", {"capacity": 26, "limit": 25})]
    assert found(15, 10, None) == []
    assert found(80, 20) == []
    assert found(75, 24, None) == [((*place, 0, "capacity"), "", {"capacity": 75, "limit": 25})]


def test_a_missing_channel_is_shown_with_its_service(report: Check) -> None:
    given = {"services": [{"id": "a", "channels": ["in_person", "online"]}, {"id": "b"}]}
    (found,) = report(given).of("SRV-002")
    assert found.pointer == ("services", 1)
    assert dict(found.params) == {"service": "b", "channels": ("in_person", "online")}


def test_the_short_name_tells_a_body_of_statistics(report: Check) -> None:
    def asked(**office: str) -> bool:
        return "SRV-001" in report({"office": office}).coverage.checked

    assert asked(name="Kantor Contoh", short_name="BPS Contoh")
    assert not asked(name="Kantor Contoh", short_name="Kantor")
    assert report({"office": {"name": "BPS"}}).of("SRV-001")[0].pointer == ()
