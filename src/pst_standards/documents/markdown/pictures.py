"""Pictures: named in the text, their bytes at the end of the file, where they disturb nobody."""

from __future__ import annotations

from base64 import b64encode

from pst_standards.documents.images import image_kind
from pst_standards.documents.markdown.text import line
from pst_standards.documents.outline import Picture


class Pictures:
    """Gathers the pictures of one document; equal ones are kept once."""

    def __init__(self) -> None:
        self._names: dict[bytes, str] = {}

    def shown(self, block: Picture) -> str:
        """Return a picture with its alternative text, by name.

        ``PictureError`` for bytes that are no PNG, JPEG or GIF.
        """
        image_kind(block.data)
        name = self._names.setdefault(block.data, f"picture-{len(self._names) + 1}")
        return f"![{line(block.alt)}][{name}]"

    def definitions(self) -> str:
        """Return what the names stand for."""
        return "\n".join(
            f"[{name}]: data:image/{image_kind(data).extension};base64,"
            f"{b64encode(data).decode('ascii')}"
            for data, name in self._names.items()
        )
