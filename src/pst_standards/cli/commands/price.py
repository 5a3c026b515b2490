"""``pst price``: what something costs by the tariff of its day, and quotations."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from pst_standards.cli.exits import Exit
from pst_standards.cli.papers import add_paper_option, assets_of, write_paper
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sound import sound_reading, sound_record
from pst_standards.cli.sources import add_base_option, day
from pst_standards.cli.speech import Say

if TYPE_CHECKING:
    from pst_standards.model.sale import SaleLine
    from pst_standards.tariffs import Quotation

_NUMBER: Final = re.compile(r"-?[0-9]{1,15}")


def arguments(parser: Parser) -> None:
    """Fill the parser: each kind has a parser of its own."""
    say = parser.say
    group = parser.add_subparsers(
        dest="action", required=True, title=say("label.commands"), metavar=say("metavar.command")
    )
    for name, fill in _FILL.items():
        topic = f"price-{name}"
        action = group.add_parser(name, say=say, topic=topic, help=say(f"{topic}.summary"))
        fill(action)
        action.add_option(
            "--format", choices=("text", "json"), default="text", help=say("price.format")
        )
        action.add_common(inner=True)


def run(work: Run) -> int:
    """Price one thing, or quote a whole sale."""
    return _quote(work) if work.options.action == "quotation" else _price(work)


def _price(work: Run) -> int:
    from pst_standards.tariffs import price

    options = work.options
    found = price(_line(options), options.on or _today(), requested=options.requested)
    if options.format == "json":
        return _json(work, found.to_dict())
    from pst_standards.cli.pricing_text import price_text

    work.console.line(price_text(found, work.lang))
    return Exit.DONE


def _quote(work: Run) -> int:
    from pst_standards.model.sale import Sale
    from pst_standards.tariffs import quotation

    offer = quotation(sound_record(work.options.file, Sale, work))
    if work.options.out is not None:
        _write(work, offer)
    if work.options.format == "json":
        return _json(work, offer.to_dict())
    from pst_standards.cli.pricing_text import quotation_text

    work.console.line(quotation_text(offer, work.lang))
    return Exit.DONE


def _write(work: Run, offer: Quotation) -> None:
    from pst_standards.documents import quotation_document

    office, assets, source = None, None, work.options.office
    if source is not None:
        office = sound_reading(source, work).definition
        assets = assets_of(source)
    made = quotation_document(offer, office=office, lang=work.lang, assets=assets)
    write_paper(work, made)


def _json(work: Run, data: Mapping[str, Any]) -> int:
    from pst_standards.definitions.writing import dump_json

    work.console.data(dump_json(data))
    return Exit.DONE


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _line(options: argparse.Namespace) -> SaleLine:
    """Make the line of a sale from what the command line says; what is not said stays empty."""
    from pst_standards.model.sale import PublicationForm, SaleKind, SaleLine, TabulationReading
    from pst_standards.tariffs.sizes import bytes_of_megabytes

    said = vars(options)
    _refuse_two_sizes(said)
    form, reading, megabytes = (said.get(name) for name in ("form", "reading", "megabytes"))
    return SaleLine(
        kind=SaleKind(options.action),
        form=None if form is None else PublicationForm(form),
        reading=None if reading is None else TabulationReading(reading),
        bytes=said.get("bytes") if megabytes is None else bytes_of_megabytes(megabytes),
        pages=said.get("pages"),
        map=said.get("map"),
        item=said.get("item"),
        quantity=said.get("quantity"),
    )


def _refuse_two_sizes(said: Mapping[str, Any]) -> None:
    from pst_standards.tariffs import TariffError

    if said.get("bytes") is not None and said.get("megabytes") is not None:
        raise TariffError("size-twice")


def _number(say: Say) -> Callable[[str], int]:
    """Return what reads a whole number; "1.146" is refused, as it means two things."""

    def read(value: str) -> int:
        if _NUMBER.fullmatch(value):
            return int(value)
        raise argparse.ArgumentTypeError(say("price.number", value=value))

    return read


def _publication(parser: Parser) -> None:
    say = parser.say
    parser.add_option(
        "--pages", "number", type=_number(say), required=True, help=say("price-publication.pages")
    )
    forms = ("print", "electronic")
    parser.add_option("--form", choices=forms, help=say("price-publication.form"))
    _common(parser)


def _size(parser: Parser) -> None:
    say = parser.say
    parser.add_option("--megabytes", "number", help=say("price-size.megabytes"))
    parser.add_option("--bytes", "number", type=_number(say), help=say("price-size.bytes"))
    _common(parser)


def _tabulation(parser: Parser) -> None:
    readings = ("marginal", "slab")
    parser.add_option("--reading", choices=readings, help=parser.say("price-tabulation.reading"))
    _size(parser)


def _named(option: str, topic: str) -> Callable[[Parser], None]:
    def fill(parser: Parser) -> None:
        help_text = parser.say(f"{topic}.{option}")
        parser.add_option(f"--{option}", "name", required=True, help=help_text)
        _common(parser)

    return fill


def _common(parser: Parser) -> None:
    say = parser.say
    parser.add_option("--quantity", "number", type=_number(say), help=say("price.quantity"))
    parser.add_option("--on", "date", type=day(say), help=say("price.on"))
    parser.add_option("--requested", "date", type=day(say), help=say("price.requested"))


def _quotation(parser: Parser) -> None:
    say = parser.say
    parser.add_input("file", "file", help=say("price-quotation.file"))
    add_paper_option(parser)
    parser.add_option("--office", "path", help=say("price-quotation.office"))
    add_base_option(parser)


_FILL: Final[Mapping[str, Callable[[Parser], None]]] = {
    "publication": _publication,
    "microdata": _size,
    "tabulation": _tabulation,
    "map": _named("map", "price-map"),
    "service": _named("item", "price-service"),
    "quotation": _quotation,
}
"""What fills the parser of each action."""
