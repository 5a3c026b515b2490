"""What an office of many is given beside its definition, by whoever knows where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from attrs import frozen

if TYPE_CHECKING:
    from pst_standards.definitions import Reading
    from pst_standards.documents.bulk.offices import Office
    from pst_standards.documents.inputs import Inputs


@frozen(kw_only=True)
class Given:
    """The further input of one office; ``told`` says what is wrong in it and printed all the same.

    A final document rests on nothing that is not ``sound``.
    """

    inputs: Inputs | None = None
    sound: bool = True
    told: str = ""


class GivenError(Exception):
    """What an office is given cannot be used; ``reason`` says why, in the language spoken."""

    def __init__(self, reason: str, /) -> None:
        super().__init__(reason)
        self.reason = reason


class Giver(Protocol):
    """Finds the further input of each office; it is sent to the processes that build."""

    def fingerprint(self, office: Office, code: str) -> str:
        """Return a checksum over all that is there for an office of this code, parsing nothing.

        It is empty where there is nothing.
        """

    def give(self, office: Office, reading: Reading) -> Given:
        """Read what is there for an office; raises ``GivenError``."""
