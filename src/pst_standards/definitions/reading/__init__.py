"""Reading one definition file: YAML or JSON to data, with the place of every value."""

from pst_standards.definitions.reading.content import FileContent, Limits
from pst_standards.definitions.reading.reader import read

__all__ = ["FileContent", "Limits", "read"]
