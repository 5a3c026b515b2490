"""Compile the catalogue of rules: ``python tools/catalogue.py`` writes rules/catalogue.json."""

from __future__ import annotations

from pathlib import Path

from pst_standards.rules.rows import compiled, read_catalogue, sources

TARGET = Path(__file__).resolve().parents[1] / "src" / "pst_standards" / "rules" / "catalogue.json"


def main() -> None:
    """Read every row strictly, then write them all."""
    texts = sources()
    read_catalogue(texts)
    TARGET.write_text(compiled(texts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
