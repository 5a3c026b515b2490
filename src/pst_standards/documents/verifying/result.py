"""What came of holding a document against a definition."""

from __future__ import annotations

import json
from typing import Final, Literal

from attrs import frozen

from pst_standards.documents.outline import Lang

FORMAT: Final = "pst-verify/1"


@frozen(kw_only=True)
class Difference:
    """A place where a document says something else than the definition.

    ``pointer`` is a JSON pointer: the component of a standard, elsewhere the value that the line
    shows, or the part that the document is about. A text that is missing is empty.
    """

    pointer: str
    expected: str
    found: str


@frozen(kw_only=True)
class Verification:
    """Which document a file is, and where it differs from the definition.

    ``recorded`` is the hash of the definition it was made from, empty where the file lost it;
    ``current`` that of the definition it was held against. ``compared`` is ``text``, or
    ``definition`` where only the two hashes were compared, as of a PDF; ``not_compared`` then names
    the rest: its ``text``, and the further input that it was made of. ``rests_on`` is that input
    (``events``, ``register`` or ``answers``), ``event`` what a letter is about.
    """

    kind: str
    service: str | None
    lang: Lang
    format: str
    recorded: str
    current: str
    differences: tuple[Difference, ...] = ()
    compared: Literal["text", "definition"] = "text"
    rests_on: str = ""
    event: str = ""
    not_compared: tuple[str, ...] = ()

    @property
    def matches(self) -> bool:
        """Whether the document says what the definition says."""
        return not self.differences

    @property
    def same_definition(self) -> bool | None:
        """Whether the file was made from this very definition; ``None`` where it does not say."""
        return self.current.startswith(self.recorded) if self.recorded else None

    def to_json(self) -> str:
        """Return the result for programs, in the form ``pst-verify/1``."""
        data = {
            "format": FORMAT,
            "matches": self.matches,
            "compared": self.compared,
            **({"not_compared": [*self.not_compared]} if self.not_compared else {}),
            "document": {
                "kind": self.kind,
                "service": self.service,
                "lang": self.lang,
                "format": self.format,
                **({"rests_on": self.rests_on} if self.rests_on else {}),
                **({"event": self.event} if self.event else {}),
            },
            "definition": {
                "recorded_sha256": self.recorded or None,
                "current_sha256": self.current,
                "same": self.same_definition,
            },
            "differences": [
                {"pointer": one.pointer, "expected": one.expected, "found": one.found}
                for one in self.differences
            ],
        }
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
