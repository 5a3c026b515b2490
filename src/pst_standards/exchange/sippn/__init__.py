"""The public pages of SIPPN, which show the six components that an office has to publish."""

from pst_standards.exchange.sippn.draft import Draft, Fate, Remark
from pst_standards.exchange.sippn.reading import read

__all__ = ["Draft", "Fate", "Remark", "read"]
