"""How long a program waits before it can begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from measuring import Ratio, process, ratio

_MINIMAL: Final = Path(__file__).resolve().parents[1] / "examples" / "minimal.yaml"


def ratios() -> Iterator[Ratio]:
    """Compare fresh processes with such as only import the libraries underneath."""
    yield Ratio(
        "import pst_standards : import attrs, cattrs",
        ratio(process("import pst_standards"), process("import attrs, cattrs")),
        0.5,
    )
    ours = f"import pst_standards; pst_standards.load({str(_MINIMAL)!r})"
    reference = (
        "import attrs, cattrs, yaml\n"
        f"with open({str(_MINIMAL)!r}, encoding='utf-8') as stream:\n"
        "    yaml.load(stream, yaml.CSafeLoader)"
    )
    yield Ratio(
        "load examples/minimal.yaml : import attrs, cattrs, yaml and parse it",
        ratio(process(ours), process(reference)),
        1.6,
    )
