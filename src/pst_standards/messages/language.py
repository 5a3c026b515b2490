"""Which language to speak."""

from __future__ import annotations

from collections.abc import Mapping

from pst_standards.messages.catalogue import LANGUAGES


def choose_language(
    asked: str | None, definition: str | None, environment: Mapping[str, str]
) -> str:
    """Choose ``id`` or ``en``: what was asked, then the definition, then the locale, then ``id``.

    >>> choose_language(None, None, {"LANG": "en_GB.UTF-8"})
    'en'
    >>> choose_language(None, "id", {"LANG": "en_GB.UTF-8"})
    'id'
    >>> choose_language(None, None, {"LANG": "C.UTF-8"})
    'id'
    """
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)),
        "",
    )
    for wish in (asked, definition, locale[:2].lower()):
        if wish in LANGUAGES:
            return wish
    return "id"
