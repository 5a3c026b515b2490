from __future__ import annotations

import pytest

from pst_standards import tariffs as room
from pst_standards.findings import Confidence
from pst_standards.law import Citation, default_register
from pst_standards.model.sale import PublicationForm, SaleKind
from pst_standards.tariffs.tariff import Annex, Tariff, tariffs

OLD, READ, NOW = tariffs()


def annex() -> Annex:
    assert READ.annex is not None
    return READ.annex


def cites(tariff: Tariff) -> list[str]:
    parts = (tariff.transition, tariff.zero_rupiah, *tariff.not_included)
    found = [tariff.treasury, tariff.listed_cite]
    found += [part.cite for part in parts if part is not None]
    if tariff.annex is not None:
        found += cites_of(tariff.annex)
    return [one for one in found if one]


def cites_of(prices: Annex) -> list[str]:
    found = [prices.microdata.cite, prices.tabulation.cite, prices.website.cite]
    found += [item.cite for item in prices.items]
    found += [prices.microdata.rule, *(item.not_included for item in prices.items)]
    for base in prices.forms.values():
        found += [f"{base} huruf {group.letter}" for group in prices.groups]
    return found


@pytest.mark.parametrize("tariff", tariffs(), ids=lambda tariff: str(tariff.instrument))
def test_every_citation_is_one_of_a_known_regulation(tariff: Tariff) -> None:
    assert tariff.instrument in default_register()
    for cite in cites(tariff):
        citation = Citation.parse(cite)
        assert str(citation) == cite
        assert citation.regulation in default_register()


def test_the_tariffs_follow_each_other_as_in_the_register() -> None:
    law = default_register()
    for before, after in ((OLD, READ), (READ, NOW)):
        regulation = law.get(before.instrument)
        assert regulation is not None
        assert regulation.replaced_by == (after.instrument,)
    assert [str(one.instrument) for one in tariffs()] == [
        str(one.key) for one in law.about("bps-tariff")
    ]


def test_only_the_tariff_that_was_read_has_prices() -> None:
    assert [tariff.annex is not None for tariff in tariffs()] == [False, True, False]
    assert NOW.confidence is Confidence.SECONDARY


def test_both_forms_of_publication_have_the_thirty_groups() -> None:
    assert set(annex().forms) == set(PublicationForm)
    assert len(annex().groups) == 30
    assert [group.amount for group in annex().groups] == [10_000 * n for n in range(1, 31)]
    assert [group.last_page for group in annex().groups[:-1]] == [26 + 40 * n for n in range(29)]
    letters = [group.letter for group in annex().groups]
    assert (letters[0], letters[25], letters[26:]) == ("a", "z", ["aa", "bb", "cc", "dd"])


def test_the_maps_have_the_prices_of_the_annex() -> None:
    maps = {item.id: item.amount for item in annex().items if item.kind is SaleKind.MAP}
    assert maps == {
        "indonesia-by-district": 10_000_000,
        "indonesia-by-village": 30_000_000,
        "regency-by-district": 30_000,
        "city-by-district": 15_000,
        "regency-by-village": 70_000,
        "city-by-village": 35_000,
        "district-by-village": 15_000,
    }


def test_all_services_of_the_annex_are_there() -> None:
    services = [item for item in annex().items if item.kind is SaleKind.SERVICE]
    by_part = dict.fromkeys(("V", "VI", "VIII huruf a", "VIII huruf b"), 0)
    for item in services:
        place = item.cite.removeprefix("PP 7/2015 Lampiran ")
        by_part[next(part for part in reversed(by_part) if place.startswith(f"{part} "))] += 1
    assert by_part == {"V": 12, "VI": 8, "VIII huruf a": 15, "VIII huruf b": 9}
    assert len({item.id for item in services}) == len(services)
    amounts = sum(item.amount for item in services if item.cite.startswith("PP 7/2015 Lampiran V "))
    assert amounts == 300_000 + 34_600_000 + 125_000 + 1_500_000 + 1_350_000


def test_the_fifth_semester_costs_most() -> None:
    item = annex().item(SaleKind.SERVICE, "college-year-3-odd")
    assert item is not None
    assert item.amount == 8_175_000
    assert annex().item(SaleKind.MAP, "college-year-3-odd") is None


def test_the_room_lists_its_names_and_knows_no_other() -> None:
    assert set(dir(room)) >= {"price", "quotation", "check_sale", "TariffError"}
    assert all(getattr(room, name) is not None for name in dir(room))
    with pytest.raises(AttributeError, match="prize"):
        _ = room.prize
