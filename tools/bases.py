"""Write the checksum of each packaged base into its manifest: ``python tools/bases.py``."""

from __future__ import annotations

from pathlib import Path

from pst_standards.definitions.base_finder import MANIFEST, checksum, with_checksum

BASES = Path(__file__).resolve().parents[1] / "src" / "pst_standards" / "definitions" / "bases"


def main() -> None:
    """Refresh every manifest."""
    for folder in sorted(path.parent for path in BASES.glob(f"*/{MANIFEST}")):
        manifest = folder / MANIFEST
        text = with_checksum(manifest.read_text(encoding="utf-8"), checksum(folder))
        manifest.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
