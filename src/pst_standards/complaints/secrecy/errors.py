"""Why an identity stays closed, and why a code is not taken."""

from __future__ import annotations

from pst_standards.complaints.errors import ComplaintError
from pst_standards.messages import text


class SecrecyError(ComplaintError):
    """Something secret was refused. No param ever holds the secret or what was tried.

    >>> print(SecrecyError("secrecy.wrong-code").message("en"))
    The number or the secret code is wrong.
    """

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` what is wrong and what to do about it."""
        return text("complaints", self.key, lang, self.params)


class VaultError(SecrecyError):
    """The vault, its key file or a request to it is not in order.

    >>> VaultError("vault.no-reason").key
    'vault.no-reason'
    """
