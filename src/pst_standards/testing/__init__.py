"""Help for projects that test their own use of this library.

``factories`` make lawful parts with defaults to override, ``strategies`` (needs the extra
``testing``) make whole definitions for hypothesis, ``assertions`` say what a report must hold.
"""

from pst_standards.testing.assertions import assert_finds, assert_lawful, assert_round_trip
from pst_standards.testing.factories import a_definition, a_standard, complete_data

__all__ = [
    "a_definition",
    "a_standard",
    "assert_finds",
    "assert_lawful",
    "assert_round_trip",
    "complete_data",
]
