"""Compile the message catalogues: ``python tools/messages.py`` writes each .mo beside its .po."""

from __future__ import annotations

import datetime as dt
import io
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[1] / "src" / "pst_standards" / "messages" / "locale"


def compiled(source: Path) -> bytes:
    """Return the .mo bytes of one .po file; a fuzzy or empty sentence is refused."""
    catalogue = read_po(io.BytesIO(source.read_bytes()), abort_invalid=True)
    for message in catalogue:
        if message.id and (message.fuzzy or not message.string):
            sys.exit(f"{source.name}: {message.id} is fuzzy or empty")
    # Babel would stamp the minute of compiling, and no two runs would agree.
    catalogue.creation_date = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def main() -> None:
    """Compile every catalogue."""
    for source in sorted(LOCALE.rglob("*.po")):
        source.with_suffix(".mo").write_bytes(compiled(source))
        print(source.relative_to(LOCALE).as_posix())


if __name__ == "__main__":
    main()
