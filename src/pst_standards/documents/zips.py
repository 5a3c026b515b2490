"""What goes wrong with files of zip that come from elsewhere."""

from __future__ import annotations

import zipfile
import zlib
from typing import Final

BAD_ZIP: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""All that the library for zip raises about a damaged, encrypted or foreign file."""
