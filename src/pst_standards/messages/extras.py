"""Why a document or a checklist cannot be made, and libraries that come with an extra."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pst_standards.messages import text
from pst_standards.messages.installing import install_command


class DocumentError(Exception):
    """A document cannot be made. ``key`` and ``params`` say why, :meth:`message` in words.

    >>> MissingExtraError("office", module="docx").key
    'missing-extra'
    """

    def __init__(self, key: str, /, **params: str | int) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def message(self, lang: str) -> str:
        """Return the reason as a sentence in ``lang`` (``id`` or ``en``)."""
        return text("documents", f"error.{self.key}", lang, self.params)

    def __str__(self) -> str:
        return self.message("id")

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are rebuilt from their positional arguments, and batch runs pickle them.
        return (_rebuild, (type(self), self.key, self.params))


def _rebuild(kind: type[DocumentError], key: str, params: dict[str, str | int]) -> DocumentError:
    error = kind.__new__(kind, key, params)
    DocumentError.__init__(error, key, **params)
    return error


class MissingExtraError(DocumentError, ImportError):
    """A library of an extra is not installed.

    ``params["command"]`` installs it the way this library itself was installed.

    >>> print(MissingExtraError("office", module="docx").message("en").partition(". ")[0])
    This needs the library docx, which comes with pst-standards[office]
    """

    def __init__(self, extra: str, /, *, module: str) -> None:
        command = install_command(extra)
        super().__init__("missing-extra", extra=extra, module=module, command=command)


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Turn a missing import inside the block into a :class:`MissingExtraError` naming the extra."""
    try:
        yield
    except ModuleNotFoundError as missing:
        raise MissingExtraError(name, module=missing.name or name) from missing
