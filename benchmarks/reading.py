"""How long it takes to read a definition."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml
from measuring import Ratio, ratio

import pst_standards
from pst_standards.definitions.reading import read

_EXAMPLE: Final = Path(__file__).resolve().parents[1] / "examples" / "kabupaten-semarang"


def ratios() -> Iterator[Ratio]:
    """Compare with the plain YAML reader."""
    text = pst_standards.dumps(pst_standards.load(_EXAMPLE))
    data = text.encode("utf-8")
    yield Ratio(
        "read YAML with places : yaml.load(CSafeLoader)",
        ratio(lambda: read(data, "definition.yaml"), lambda: yaml.load(text, yaml.CSafeLoader)),
        0.7,
    )
    yield Ratio(
        "read YAML with places : the events of libyaml alone",
        ratio(lambda: read(data, "definition.yaml"), lambda: _events(text)),
        2.0,
    )


def _events(text: str) -> None:
    deque(yaml.parse(text, yaml.CSafeLoader), maxlen=0)


if __name__ == "__main__":
    for measured in ratios():
        print(measured)
