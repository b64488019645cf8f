"""A diary file as bytes: the rows and index entries on its pages, without SQLite and without its header.

The format is SQLite's own, described at https://www.sqlite.org/fileformat2.html, with what every diary has: pages of
4,096 bytes, nothing reserved on them, UTF-8.
"""

import re
import struct
from collections.abc import Callable, Iterator
from typing import TypeAlias

Value: TypeAlias = int | float | str | bytes | None
Values: TypeAlias = tuple[Value, ...]

PAGE = 4096
LONGEST = 1_000_000
"""Bytes of a row: the same as connections allow."""
MOST_CELLS = 256
"""On a page of a diary: no row has fewer than 100 bytes, no index entry that matters fewer than 16."""
TABLE_LEAF, INDEX_LEAF, INDEX_INSIDE = 0x0D, 0x0A, 0x02
MOST_LOCAL, LEAST_LOCAL = PAGE - 35, (PAGE - 12) * 32 // 255 - 23
INDEX_MOST_LOCAL = (PAGE - 12) * 64 // 255 - 23
WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of whole numbers by their serial type."""
UUID, DATE = 2 * 36 + 13, 2 * 10 + 13
BEGINNING = re.compile(rb"[\x04-\x7f](?=[%c%c]|[\x15-\x27][%c%c])" % (UUID, DATE, UUID, DATE))
"""A row's header: its own length, then a first column that is an id or a date, or a table's name before one."""


class BrokenError(ValueError):
    """What is there is no row."""


class Pages:
    """The bytes of a file that may be damaged anywhere."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        # Each overflow page belongs to one row; a prepared file could name the same ones without end.
        self._left = 2 * len(data)

    @property
    def count(self) -> int:
        """The number of pages; the last may be cut off."""
        return -(-len(self.data) // PAGE)

    def rows(self, page: int, fits: Callable[[Values], bool]) -> Iterator[Values]:
        """Yield the rows of a page (from 0) that ``fits`` lets in.

        On a whole page of a table these are the rows its list of cells names. Where a cell is broken or does not
        fit, and on every other page, what looks like a row is looked for wherever it stands.
        """
        listed = [*self.listed(page)]
        found = set()
        for start, values in listed:
            if values is not None and fits(values):
                found.add(start)
                yield values
        broken = len(found) < len(listed) or not listed
        if broken:
            for start, values in self.anywhere(page * PAGE, (page + 1) * PAGE):
                if start not in found and fits(values):
                    yield values

    def listed(self, page: int) -> Iterator[tuple[int, Values | None]]:
        """Yield the rows that a page of a table lists, with the place where each begins; ``None`` is a broken one."""
        for at in self._cells(page, TABLE_LEAF):
            try:
                size, start = varint(self.data, at)
                _, start = varint(self.data, start)
                yield start, values_of(self._payload(start, size, MOST_LOCAL))
            except BrokenError:
                yield at, None

    def anywhere(self, first: int, after: int) -> Iterator[tuple[int, Values]]:
        """Yield what looks like a row between two places, with the place where it begins."""
        for match in BEGINNING.finditer(self.data, first, after):
            start = match.start()
            try:
                yield start, values_of(self._payload(start, _length(self.data, start), MOST_LOCAL))
            except BrokenError:
                continue

    def index_entries(self, page: int) -> Iterator[Values]:
        """Yield the entries of a page of an index: the columns, then the number of the row they belong to."""
        for kind, skipped in ((INDEX_LEAF, 0), (INDEX_INSIDE, 4)):
            for at in self._cells(page, kind):
                try:
                    size, start = varint(self.data, at + skipped)
                    yield values_of(self._payload(start, size, INDEX_MOST_LOCAL))
                except BrokenError:
                    continue

    def _cells(self, page: int, kind: int) -> list[int]:
        """Return where the cells of a page of some kind begin; empty if it is of another."""
        base = page * PAGE
        head = base + (100 if page == 0 else 0)
        if len(self.data) < head + 12 or self.data[head] != kind:
            return []
        (count,) = struct.unpack_from(">H", self.data, head + 3)
        if count > MOST_CELLS:
            return []
        first = head + (12 if kind == INDEX_INSIDE else 8)
        end = min(first + 2 * count, base + PAGE, len(self.data))
        places = {
            struct.unpack_from(">H", self.data, at)[0] for at in range(first, end - (end - first) % 2, 2)
        }
        return [base + place for place in sorted(places) if place < PAGE]

    def _payload(self, start: int, size: int, most: int) -> bytes:
        if not 0 < size <= LONGEST:
            raise BrokenError
        local = size
        if size > most:
            local = LEAST_LOCAL + (size - LEAST_LOCAL) % (PAGE - 4)
            local = local if local <= most else LEAST_LOCAL
        payload = self.data[start : start + local]
        if local < size:
            payload += self._overflow(start + local, size - local)
        if len(payload) != size:
            raise BrokenError
        return payload

    def _overflow(self, at: int, size: int) -> bytes:
        parts = []
        while size > 0:
            self._left -= PAGE
            if at + 4 > len(self.data) or self._left < 0:
                raise BrokenError
            (page,) = struct.unpack_from(">I", self.data, at)
            at = (page - 1) * PAGE
            if page < 2 or at + 4 > len(self.data):
                raise BrokenError
            parts.append(self.data[at + 4 : at + 4 + min(size, PAGE - 4)])
            size -= PAGE - 4
        return b"".join(parts)


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of SQLite's varying length, and where the next byte is.

    Raises:
        BrokenError: the data end before it does.
    """
    value = 0
    try:
        for place in range(at, at + 8):
            byte = data[place]
            value = value << 7 | byte & 0x7F
            if byte < 0x80:
                return value, place + 1
        return value << 8 | data[at + 8], at + 9
    except IndexError:
        raise BrokenError from None


def _types(data: bytes, start: int) -> tuple[list[int], int]:
    """Return the serial types of a row's columns, and where its header ends."""
    length, at = varint(data, start)
    end = start + length
    types = []
    while at < end:
        kind, at = varint(data, at)
        types.append(kind)
    if at != end:
        raise BrokenError
    return types, end


def _size(kind: int) -> int:
    return (kind - 12) // 2 if kind >= 12 else 8 if kind == 7 else WHOLE.get(kind, 0)


def _length(data: bytes, start: int) -> int:
    types, end = _types(data, start)
    return end - start + sum(map(_size, types))


def values_of(payload: bytes) -> Values:
    """Return the columns of a row or of an index entry.

    Raises:
        BrokenError: it is none.
    """
    types, at = _types(payload, 0)
    values = []
    for kind in types:
        size = _size(kind)
        values.append(_value(kind, payload[at : at + size]))
        at += size
    if at != len(payload):
        raise BrokenError
    return tuple(values)


def _value(kind: int, data: bytes) -> Value:
    if kind in {0, 8, 9}:
        return (None, 0, 1)[kind and kind - 7]
    if kind in WHOLE:
        return int.from_bytes(data, "big", signed=True)
    if kind == 7:
        return float(struct.unpack(">d", data)[0]) if len(data) == 8 else None
    if kind < 12:
        raise BrokenError
    if kind % 2 == 0:
        return data
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise BrokenError from None
