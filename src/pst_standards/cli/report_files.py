"""Writing reports into a folder where somebody may have completed earlier ones by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Refusal
from pst_standards.cli.running import Run


def store_reports(files: Mapping[str, bytes], work: Run, *, listing: str) -> None:
    """Write reports and what they were; refuse to write over one that was changed since.

    ``listing`` is the name of the file that has the checksums. ``--force`` writes all the same.
    """
    from pst_standards.documents.kept import changed_by_hand, store_and_list

    out = Path(work.options.out)
    changed = () if work.options.force else changed_by_hand(out, files, listing=listing)
    if changed:
        raise Refusal("report-changed", files=", ".join(shown(out / name) for name in changed))
    store_and_list(out, files, listing=listing)
