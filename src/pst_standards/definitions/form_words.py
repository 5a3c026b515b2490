"""Sentences of the form around the fields, and those that RJSF would say in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pst_standards.messages import text

WORDS: Final = (
    *("add", "remove", "up", "down", "send", "draft", "starred", "answered", "entries"),
    *("faults", "is_required", "is_not_as_told", "is_no_number", "is_no_day", "is_no_choice"),
    *("is_wrong", "is_double", "saved", "not_saved", "sound", "found"),
)
"""Keys of the sentences that a page with the form needs."""

RJSF_STRINGS: Final[Mapping[str, str]] = {
    "Errors": "faults",
    "Add": "add_one",
    "Add Item": "add_one",
    "Remove": "remove_one",
    "Move up": "move_up",
    "Move down": "move_down",
    "Yes": "yes",
    "No": "no",
    "Item": "entry",
    "New Value": "new_value",
    "New Key": "new_key",
    "%1 Key": "key_of",
}
"""What RJSF says itself, by its English words."""


def say(word: str, lang: str, **params: object) -> str:
    """Return a sentence of the form; ``%1`` stands where RJSF or the page puts a title or count.

    >>> say("basis", "id", cite="UU 25/2009 Pasal 21")
    'Dasar: UU 25/2009 Pasal 21.'
    """
    return text("definition", f"form.{word}", lang, params)
