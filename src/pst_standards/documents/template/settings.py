"""The part ``settings.xml`` of a template, without what fetches, locks or overwrites."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.documents.template.finding import TemplateFinding, finding
from pst_standards.documents.template.tree import Element

_LOCKS: Final = ("w:documentProtection", "w:writeProtection")
_LEFT: Final = frozenset(
    {"w:attachedTemplate", "w:linkStyles", "w:mailMerge", "w:saveThroughXslt", "w:attachedSchema"}
    | {"w:documentProtection", "w:writeProtection", "w:trackRevisions", "w:updateFields"}
    | {"w:docVars", "w:readModeInkLockDown", "w:rsids", "w:removePersonalInformation"}
)


def screened_settings(root: Element, part: str) -> Iterator[TemplateFinding]:
    """Yield what in the settings is not taken over: a data source of letters, a lock."""
    if root.child("w:mailMerge") is not None:
        yield finding("E", "mail-merge", part, "w:mailMerge")
    for name in _LOCKS:
        if root.child(name) is not None:
            yield finding("W", "locked", part, name)


def kept_settings(root: Element) -> Element:
    """Take out of the settings what is not taken over; return them."""
    root.remove(_LEFT)
    return root


def different_pages(root: Element | None) -> bool:
    """Tell whether left and right pages have headers of their own."""
    found = None if root is None else root.child("w:evenAndOddHeaders")
    return found is not None and found.get("w:val") not in {"0", "false", "off"}
