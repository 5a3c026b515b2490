"""What tools/test.py is made of: the standard library only, on Linux, macOS and Windows."""

from __future__ import annotations

import sys
from typing import Final

_OLDEST: Final = (3, 11)

if sys.version_info < _OLDEST:
    sys.exit("Python 3.11 or newer is needed")
