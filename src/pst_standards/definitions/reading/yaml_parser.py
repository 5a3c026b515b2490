"""The events of a YAML text, from libyaml where PyYAML has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class PureParser(Reader, Scanner, Parser):
    """The parser written in Python, for a PyYAML that was built without libyaml."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def event_source(text: str) -> Callable[[], Any]:
    """Return a function that gives the next event each time, and ``None`` after the last."""
    if not yaml.__with_libyaml__:
        return PureParser(text).get_event
    from yaml._yaml import CParser  # absent from a PyYAML without libyaml

    return CParser(text).get_event
