"""What must hold for the built documentation site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from ci.running import CommandError

# Links a reader may follow are fine; what a page fetches by itself is not.
_FETCHED: Final = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']?(?:https?:)?//"""
    r"""|<link\b(?![^>]*\brel=["']?(?:canonical|prev|next))[^>]*\bhref=["']?(?:https?:)?//"""
)


def refuse_foreign_assets(folder: Path) -> None:
    """Raise ``CommandError`` naming the pages that would fetch something from another host."""
    pages = [
        page.relative_to(folder).as_posix()
        for page in sorted(folder.rglob("*.html"))
        if _FETCHED.search(page.read_text(encoding="utf-8"))
    ]
    if pages:
        raise CommandError(f"pages that fetch from another host: {', '.join(pages)}")
