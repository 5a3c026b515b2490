"""Where things stand in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
CACHE: Final = ROOT / ".cache"
LOGS: Final = CACHE / "logs"
CONSTRAINTS: Final = ROOT / "constraints"
