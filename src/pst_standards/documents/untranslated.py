"""Which documents print texts in the other language, as the definition has no translation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

from pst_standards.documents.compose.draft_page import locate
from pst_standards.documents.compose.naming import place_name
from pst_standards.documents.incomplete import Incomplete
from pst_standards.documents.outline import Lang
from pst_standards.documents.passages import Passage, in_language
from pst_standards.documents.unprintable import in_order, place_in_brief, value_at
from pst_standards.findings import Pointer
from pst_standards.messages import text
from pst_standards.model.base import Text
from pst_standards.model.definition import Definition

_KEY: Final = "error.incomplete.untranslated"


def untranslated(
    definition: Definition, read: Mapping[str, AbstractSet[Pointer]], lang: Lang
) -> Iterator[Incomplete]:
    """Yield each kind that prints a text which is not there in ``lang``, all with one reason.

    ``read`` are the pointers of the values that each kind was made of. The reason says how many
    texts that are in all, and where the first one stands.
    """
    lacking = {
        pointer: _lacking(value_at(definition, pointer), lang)
        for pointer in set().union(*read.values())
    }
    places = [pointer for pointer, count in lacking.items() if count]
    if not places:
        return
    first = min(places, key=in_order)
    place = place_in_brief(locate(definition, first))
    name = place_name(definition, first, lang)
    params = {"count": sum(lacking.values()), "place": f"{name} ({place})" if place else name}
    reason = text("documents", f"{_KEY}.{lang}", lang, params)
    for kind, pointers in read.items():
        if any(lacking[pointer] for pointer in pointers):
            yield Incomplete(kind=kind, reason=reason)


def _lacking(value: Any, lang: Lang) -> int:
    if isinstance(value, tuple):
        return sum(_lacking(one, lang) for one in value)
    return isinstance(value, Text) and isinstance(in_language(value, lang), Passage)
