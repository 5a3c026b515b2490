"""Composing a paper that is about one case or result rather than about a definition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict, Unpack

from pst_standards.documents.compose.body import Composer
from pst_standards.documents.compose.finishing import compose
from pst_standards.documents.kinds import chosen_language, chosen_paper
from pst_standards.documents.outline import Document
from pst_standards.model.definition import Definition


class PaperChoices(TypedDict, total=False):
    """What a caller may choose for every paper, by keyword.

    ``lang`` is that of the office's definition unless given, ``paper`` is "A4" and ``assets`` has
    the pictures that the definition names, by file name.
    """

    lang: str | None
    paper: str
    assets: Mapping[str, bytes] | None


def composed_alone(
    definition: Definition, composer: Composer, **choices: Unpack[PaperChoices]
) -> Document:
    """Return what a composer makes, with the letterhead of ``definition``.

    Raises ``RequestError`` for a language or paper that there is not, ``TypeError`` for another
    keyword.
    """
    if unknown := set(choices) - PaperChoices.__optional_keys__:
        raise TypeError(f"unexpected keyword argument: {min(unknown)!r}")
    return compose(
        definition,
        composer,
        lang=chosen_language(definition, choices.get("lang")),
        paper=chosen_paper(choices.get("paper", "A4")),
        assets=choices.get("assets"),
    ).document
