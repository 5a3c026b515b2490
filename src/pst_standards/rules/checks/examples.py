"""PUB-015: what `pst init` wrote as an example was replaced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.definitions.start_examples import still_examples
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit


def _left_as_example(context: Context) -> Iterator[Hit]:
    for one in still_examples(context.definition):
        yield Hit(one.pointer, {"key": str(one.pointer[-1]), "found": str(one.value)})


CHECKS: Final = (Check(id="PUB-015", find=_left_as_example),)
