"""How the command ends."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of ``pst``; of several inputs the highest counts."""

    DONE = 0
    FINDINGS = 1
    UNUSABLE = 2
    FAULT = 3
    INTERRUPTED = 130
    CLOSED = 141


class Refusal(Exception):  # noqa: N818 - what the command was asked for is refused; nothing broke
    """The command cannot do what it was asked for: ``key`` and ``params`` say why.

    The sentence stands under ``refusal.<key>`` of the domain ``cli``, what to do about it under
    ``refusal.<key>.hint``.
    """

    def __init__(self, key: str, /, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params
