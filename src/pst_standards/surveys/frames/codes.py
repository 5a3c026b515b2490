"""Columns of Arrow as codes: 0 where there is no answer, else the place on the scale, from 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from pst_standards.surveys.answers import AnswerRules, Mark, Reading, Refused
from pst_standards.surveys.records import Record, made

if TYPE_CHECKING:
    import pyarrow as pa

    from pst_standards.surveys.frames.kernel import Codes

_REFUSED: Final = 255
_NOT_APPLICABLE: Final = 254
_ASCII: Final = 128
_BITS: Final = 8


class Coded(Record):
    """A column as codes, and which rows hold something that is no answer and no blank.

    ``refused`` has the rows by reason; ``first`` the first of them with what is there.
    """

    codes: Codes
    not_applicable: Any = None
    refused: Mapping[str, Any] = made(factory=dict)
    first: tuple[int, Refused] | None = None


class Coder:
    """Turns columns into codes by the rules of answers.

    ``bytes_are_text`` says that a column of bytes holds text in UTF-8 that nobody looked at yet.
    """

    def __init__(self, rules: AnswerRules, *, bytes_are_text: bool = False) -> None:
        import numpy as np

        self._np = np
        self._bytes_are_text = bytes_are_text
        self._rules = rules
        self._bytes: dict[str, Codes] = {}

    def coded(self, column: pa.Array | list[object], item: str) -> Coded:
        """Return the codes of the answers to one question."""
        import pyarrow as pa

        if isinstance(column, list):
            return self._of_kinds(*_distinct_of_mixed(column), item)
        kind = column.type
        codes = None
        if pa.types.is_integer(kind):
            codes = self._of_integers(column)
        elif pa.types.is_floating(kind):
            codes = self._of_floats(column)
        elif pa.types.is_string(kind) or pa.types.is_large_string(kind) or self._is_text(kind):
            codes = self._of_letters(column, item)
        if codes is not None:
            return Coded(codes)
        column = column.cast(pa.string()) if self._is_text(kind) else column
        return self._of_kinds(*_distinct(column), item)

    def _is_text(self, kind: pa.DataType) -> bool:
        import pyarrow as pa

        return self._bytes_are_text and bool(pa.types.is_binary(kind))

    # -- columns that hold nothing but answers and blanks ----------------------------------------

    def _of_integers(self, column: pa.Array) -> Codes | None:
        np = self._np
        values = self._with_noughts(column)
        if not len(values) or self._rules.scale.low != 1:
            return None
        if values.dtype.itemsize == 1:
            values = values.view(np.uint8)
        elif int(values.min()) < 0:
            return None
        if int(values.max()) > self._rules.scale.high:
            return None
        codes: Codes = values.astype(np.uint8, copy=False)
        # A nought that is there is no answer; one in the place of nothing is a blank.
        return codes if np.count_nonzero(codes == 0) == column.null_count else None

    def _with_noughts(self, column: pa.Array) -> Any:
        """Return whole numbers with 0 in the place of nothing."""
        np, rows = self._np, len(column)
        if not column.null_count:
            return column.to_numpy()
        there, data = column.buffers()
        values = np.frombuffer(data, str(column.type))[column.offset :][:rows]
        first, shift = divmod(column.offset, _BITS)
        bits = np.frombuffer(there, np.uint8)[first:][: (shift + rows + _BITS - 1) // _BITS]
        # Half the time of Arrow's own filling.
        filled = np.unpackbits(bits, bitorder="little")[shift:][:rows]
        return values * filled.astype(values.dtype, copy=False)

    def _of_floats(self, column: pa.Array) -> Codes | None:
        np, scale = self._np, self._rules.scale
        values = column.to_numpy(zero_copy_only=False).astype(np.float64, copy=False)
        missing = np.isnan(values)
        values = np.where(missing, 0.0, values)
        if not len(values) or scale.low != 1 or values.min() < 0 or values.max() > scale.high:
            return None
        codes: Codes = values.astype(np.uint8)
        if (codes != values).any() or (codes == 0).sum() != missing.sum():
            return None
        return codes

    def _of_letters(self, column: pa.Array, item: str) -> Codes | None:
        """Return the codes of texts of at most one byte each, else ``None``."""
        np = self._np
        if column.null_count:
            column = column.fill_null("")
        wide = np.int64 if str(column.type).startswith("large") else np.int32
        _, offsets, data = column.buffers()
        if not len(column) or data is None:
            return np.zeros(len(column), np.uint8) if not self._maps_blank(item) else None
        ends = np.frombuffer(offsets, wide)[column.offset : column.offset + len(column) + 1]
        lengths = ends[1:] - ends[:-1]
        if int(lengths.max()) > 1:
            return None
        letters = np.frombuffer(data, np.uint8)[ends[0] : ends[-1]]
        found = self._of_digits(letters, item)
        if found is None:
            found = self._letters(item).take(letters)
            if found.size and int(found.max()) >= _NOT_APPLICABLE:
                return None
        if len(found) == len(column):
            return found
        if self._maps_blank(item):
            return None
        codes: Codes = np.zeros(len(column), np.uint8)
        codes[lengths == 1] = found
        return codes

    def _of_digits(self, letters: Codes, item: str) -> Codes | None:
        """Return the codes of plain digits, which is faster than looking each of them up."""
        np, scale = self._np, self._rules.scale
        high = len(scale.values)
        first = ord("0") + scale.low
        if not letters.size or first + high > _ASCII:
            return None
        if self._letters(item)[first : first + high].tolist() != [*range(1, high + 1)]:
            return None
        codes: Codes = letters - np.uint8(first - 1)
        # What stands below the first digit comes round to large numbers.
        return codes if int(codes.min()) > 0 and int(codes.max()) <= high else None

    def _maps_blank(self, item: str) -> bool:
        return self._rules.read("", item) is not Mark.BLANK

    def _letters(self, item: str) -> Codes:
        """Return the code of each byte that is a whole text by itself."""
        if item not in self._bytes:
            table = self._np.full(256, _REFUSED, self._np.uint8)
            for byte in range(_ASCII):
                table[byte] = self._code(self._rules.read(chr(byte), item))
            self._bytes[item] = table
        return self._bytes[item]

    def _code(self, reading: Reading) -> int:
        if isinstance(reading, int):
            return reading - self._rules.scale.low + 1
        if isinstance(reading, Refused):
            return _REFUSED
        return 0 if reading is Mark.BLANK else _NOT_APPLICABLE

    # -- any column ------------------------------------------------------------------------------

    def _of_kinds(self, kinds: list[object], places: Any, item: str) -> Coded:
        """Read each distinct cell once; ``places`` tells which a row has, or the one after all."""
        np = self._np
        readings = [self._rules.read(cell, item) for cell in kinds]
        table = np.array([*map(self._code, readings), 0], np.uint8)
        codes = table[places]
        odd = codes >= _NOT_APPLICABLE
        if not odd.any():
            return Coded(codes)
        # By reason and not by cell: in garbage there may be as many cells as rows.
        reasons = [one.reason if isinstance(one, Refused) else "" for one in readings]
        numbers = {reason: number for number, reason in enumerate(dict.fromkeys(reasons))}
        by_row = np.array([*map(numbers.__getitem__, reasons), -1], np.int8)[places]
        rows = {reason: np.flatnonzero(odd & (by_row == at)) for reason, at in numbers.items()}
        refused = {reason: found for reason, found in rows.items() if len(found)}
        codes[odd] = 0
        return Coded(codes, refused.pop("", None), refused, _first(refused, places, readings))


def _first(
    refused: Mapping[str, Any], places: Any, readings: list[Reading]
) -> tuple[int, Refused] | None:
    if not refused:
        return None
    row = min(int(rows.min()) for rows in refused.values())
    reading = readings[int(places[row])]
    return (row, reading) if isinstance(reading, Refused) else None


def _distinct(column: pa.Array) -> tuple[list[object], Any]:
    """Return the distinct cells of a column and, of each row, the place of its own.

    A row without anything has the place after the last.
    """
    import numpy as np
    import pyarrow as pa

    if pa.types.is_boolean(column.type):
        column = column.cast(pa.int8()).dictionary_encode()
        kinds: list[object] = [bool(one) for one in column.dictionary.to_pylist()]
    else:
        if str(column.type).endswith("_view"):
            column = column.cast(pa.large_string())
        if pa.types.is_nested(column.type):
            # Whatever it is, it is no answer, and one of them shows what is there.
            shown = next((one for one in column if one.is_valid), None)
            places = np.where(column.is_valid().to_numpy(zero_copy_only=False), 0, 1)
            return [shown.as_py() if shown else None], places
        if not pa.types.is_dictionary(column.type):
            column = column.dictionary_encode()
        kinds = column.dictionary.to_pylist()
    indices = column.indices
    if indices.null_count:
        indices = indices.fill_null(len(kinds))
    return kinds, indices.to_numpy(zero_copy_only=False).astype("int64", copy=False)


def _distinct_of_mixed(cells: list[object]) -> tuple[list[object], Any]:
    """Return the same of cells of several kinds: 1, 1.0 and True are not the same cell."""
    import numpy as np

    known: dict[tuple[type, object], int] = {}
    kinds: list[object] = []
    places = []
    for cell in cells:
        place = -1 if cell is None else known.setdefault(_key(cell), len(kinds))
        if place == len(kinds):
            kinds.append(cell)
        places.append(place)
    found = np.array(places, np.int64)
    found[found < 0] = len(kinds)
    return kinds, found


def _key(cell: object) -> tuple[type, object]:
    try:
        hash(cell)
    except TypeError:  # a list, say, which is no answer
        return type(cell), str(cell)
    return type(cell), cell
