"""What a case holds instead of an identity."""

from __future__ import annotations

import re
import secrets
from typing import Final

from attrs import frozen

from pst_standards.complaints.secrecy.errors import SecrecyError

_WRITTEN: Final = re.compile(r"pelapor-[0-9a-f]{32}", re.ASCII)


def is_reference(written: object) -> bool:
    """Tell whether something is written as the vault writes references."""
    return isinstance(written, str) and _WRITTEN.fullmatch(written) is not None


@frozen(order=True)
class IdentityRef:
    """A random token of 128 bits; nothing in it comes from the identity it stands for.

    It may be stored and printed: without the vault and its key it leads nowhere.

    >>> ref = IdentityRef.new()
    >>> IdentityRef.parse(str(ref)) == ref, len(str(ref))
    (True, 40)
    """

    token: str

    @classmethod
    def new(cls) -> IdentityRef:
        """Return a token that has not been given before."""
        return cls(f"pelapor-{secrets.token_hex(16)}")

    @classmethod
    def parse(cls, written: object) -> IdentityRef:
        """Return the reference a case or a file holds.

        Raises ``SecrecyError`` for anything else, without repeating it: somebody may have written
        a name where the reference belongs.

        >>> IdentityRef.parse("Siti Contoh")
        Traceback (most recent call last):
        pst_standards.complaints.secrecy.errors.SecrecyError: Rujukan identitas ini tidak sah. ...
        """
        if isinstance(written, str) and is_reference(written):
            return cls(written)
        del written
        raise SecrecyError("secrecy.reference")

    def __str__(self) -> str:
        return self.token
