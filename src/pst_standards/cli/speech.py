"""What the command says, in the language that was chosen for it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Protocol

from pst_standards.messages import choose_language, text


class Say(Protocol):
    """Looks up a sentence of the domain ``cli`` in one language."""

    def __call__(self, key: str, /, **params: object) -> str:
        """Return the sentence under ``key`` with ``params`` filled in."""


def speaker(lang: str) -> Say:
    """Return what says sentences in ``lang``.

    >>> speaker("en")("label.usage")
    'Usage'
    """

    def say(key: str, /, **params: object) -> str:
        return text("cli", key, lang, params)

    return say


def spoken(asked: str | None, definition: str | None = None) -> str:
    """Choose the language: what was asked, then the definition, then the locale, then ``id``.

    >>> spoken("en"), spoken(None, "en")
    ('en', 'en')
    """
    return choose_language(asked, definition, os.environ)


def asked_language(arguments: Sequence[str]) -> str | None:
    """Find ``--lang`` before the arguments are parsed, as the parser itself speaks.

    >>> asked_language(["check", "--lang", "en", "x"]), asked_language(["--lang=id"])
    ('en', 'id')
    >>> asked_language(["check", "--", "--lang=en"]) is None
    True
    """
    asked = None
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == "--lang":
            asked = value if equals else "".join(arguments[place + 1 : place + 2])
    return asked
