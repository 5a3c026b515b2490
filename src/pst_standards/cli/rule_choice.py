"""What a check asks: our rules, those of installed packs, and how gravely a profile takes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run

if TYPE_CHECKING:
    from pst_standards.rules import Rulebook


def add_rule_options(parser: Parser) -> None:
    """Add ``--profile`` and ``--without-packs``."""
    say = parser.say
    parser.add_option("--profile", "file", help=say("option.profile"))
    parser.add_option("--without-packs", action="store_true", help=say("option.without-packs"))


def chosen_rules(work: Run) -> Rulebook:
    """Return the rules that were asked for.

    Raises ``PackError`` for a broken pack, ``ProfileError`` for a profile that cannot be used.
    """
    from pst_standards.rules import installed_rulebook, read_profile, standard_rulebook

    book = standard_rulebook() if work.options.without_packs else installed_rulebook()
    if work.options.profile is None:
        return book
    return book.with_profile(read_profile(Path(work.options.profile).read_bytes()))
