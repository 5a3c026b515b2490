"""What can go wrong while a document is made."""

from __future__ import annotations

from pst_standards.messages.extras import DocumentError, MissingExtraError, extra

__all__ = [
    "DateStampError",
    "DocumentError",
    "MissingExtraError",
    "PdfError",
    "PictureError",
    "extra",
]


class PictureError(DocumentError):
    """The bytes of a picture are not a picture the renderers know.

    >>> PictureError("format").message("en")
    'The picture is not a PNG, JPEG or GIF file.'
    """

    def __init__(self, key: str, /) -> None:
        super().__init__(f"picture.{key}")


class DateStampError(DocumentError):
    """``SOURCE_DATE_EPOCH`` in the environment is not a number of seconds."""

    def __init__(self, value: str, /) -> None:
        super().__init__("date-stamp", value=value)


class PdfError(DocumentError):
    """The library that draws PDF refuses the document; ``reason`` is in its own words."""

    def __init__(self, reason: str, /) -> None:
        super().__init__("pdf", reason=reason)
