"""Where each element of an XML file begins."""

from __future__ import annotations

from xml.parsers import expat


class Places:
    """Line and column (1-based) of the start tags, in document order.

    lxml knows only the line where a start tag ends, and beyond line 65,535 not even that.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._found: list[tuple[int, int]] | None = None

    def of(self, number: int, line: int = 0) -> tuple[int, int]:
        """The place of the element with this number, the root being 0; (`line`, 0) where it cannot be told."""
        if self._found is None:
            self._found = _read(self._data)
        return self._found[number] if number < len(self._found) else (line, 0)


def _read(data: bytes) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    parser = expat.ParserCreate()

    def start(_name: str, _attributes: dict[str, str]) -> None:
        found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        # An encoding that expat does not know; the caller has a line of lxml's.
        found.clear()
    return found
