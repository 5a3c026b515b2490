"""A base in two years, and an office that rests on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Pst = Callable[..., Any]
MANIFEST = 'id = "own/{year}"\nversion = "{version}"\nreleased = {year}-01-02\n'
BASE = """\
lang: id
standards:
  - id: s
    source: Peraturan {year}
    title: Standar {year}
    fee: {{kind: free}}
    time_limit: {{limits: [{{id: m, value: {limit}, unit: day}}]}}
"""
OFFICE = """\
# Kantor contoh
extends: own/2020  # dasar
office: {code: "3322", name:  BPS Contoh}
standards:
  - id: s
    title: Standar 2020
    fee: {kind: free}  # tetap
    time_limit:
      limits:
        - {id: m, value: 9}   # milik kantor
"""


def base(folder: Path, year: int, limit: int, version: str = "1") -> Path:
    folder.mkdir(parents=True)
    manifest = MANIFEST.format(year=year, version=version)
    (folder / "base.toml").write_text(manifest, encoding="utf-8")
    (folder / "standards.yaml").write_text(BASE.format(year=year, limit=limit), encoding="utf-8")
    return folder
