"""What every composer has at hand: the watched definition, the language, and the gaps it finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from attrs import field, frozen

from pst_standards.documents.compose.watching import pointer_of, watched
from pst_standards.documents.outline import Lang, Paper
from pst_standards.documents.passages import filled, in_language
from pst_standards.findings import Pointer
from pst_standards.messages import text
from pst_standards.model.base import Node, Text
from pst_standards.model.definition import Definition

N = TypeVar("N", bound=Node)


@frozen(kw_only=True, eq=False)
class Composition:
    """One document in the making.

    ``seen`` collects the pointers of the values that were read, ``gaps`` those of parts that are
    printed as not set, ``dotted`` those printed as dots, ``unfilled`` the keys of a further input
    that has no such words, ``missing_files`` the pictures that were asked for and not at hand.
    ``definition`` is the watched view; ``original`` the definition as it was given. ``signature``
    is ``wet`` or the anchor of an electronic one, empty where the definition says it.
    """

    original: Definition
    lang: Lang
    assets: Mapping[str, bytes] = field(factory=dict)
    paper: Paper = Paper.A4
    signature: str = ""
    seen: set[Pointer] = field(factory=set)
    gaps: dict[Pointer, None] = field(factory=dict)
    dotted: dict[Pointer, None] = field(factory=dict)
    unfilled: dict[str, None] = field(factory=dict)
    missing_files: dict[Pointer, str] = field(factory=dict)
    definition: Definition = field(init=False)

    @definition.default
    def _watch(self) -> Definition:
        return watched(self.original, self.seen)

    def say(self, key: str, **params: object) -> str:
        """Return a sentence of the documents' catalogue, its key without ``doc.``.

        A value that ends in a full stop of its own, as a name does, gets no second one.
        """
        shown = text("documents", f"doc.{key}", self.lang, params)
        for value in params.values():
            if isinstance(value, str) and value.endswith("."):
                shown = shown.replace(f"{value}.", value)
        return filled(shown, params.values())

    def words(self, wording: Text | None) -> str:
        """Return a text in the language of the document, empty when there is none.

        One that is only in the other language is marked as such.
        """
        return in_language(wording, self.lang).strip() if wording else ""

    def gap(self, owner: Node, *path: str | int) -> str:
        """Note that something below ``owner`` is not set, and return what is printed for it."""
        self.gaps.setdefault((*pointer_of(owner), *path))
        return self.say("not-set")


def by_id(items: Iterable[N]) -> Mapping[str, N]:
    """Return items by their id; of two with one id the first counts."""
    found: dict[str, N] = {}
    for item in items:
        found.setdefault(str(getattr(item, "id", "")), item)
    return found
