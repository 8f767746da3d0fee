"""A source as it was found: its bytes, the text in them, and where each offset lies. It never changes."""

from __future__ import annotations

import codecs
import hashlib
import sys
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from edition.findings import fail
from edition.records import record

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BLANK = " \t\n\r\f\v"
_CONTROLS = bytes(code for code in range(32) if chr(code) not in _BLANK)
# Above this share of control characters a file is no text (an image, an archive, a word processor's own format).
_MOST_CONTROLS = 0.02
_SIGNATURES = {b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP archive (an office document?)", b"\x89PNG": "a PNG image",
               b"\xff\xd8\xff": "a JPEG image", b"\x1f\x8b": "a gzip archive", b"{\\rtf": "an RTF document"}


@record
class Source:
    """`data`: the bytes. `raw`: the text in them, newlines as found, without the byte-order mark.

    `text` is what every rule and every offset speaks of: `raw` with CRLF and lone CR read as LF.
    """

    name: str
    path: Path | None
    data: bytes
    raw: str
    encoding: str
    bom: bytes = b""

    @cached_property
    def text(self) -> str:
        return self.raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in self.raw else self.raw

    @property
    def file_name(self) -> str:
        """What the file is called, with its ending; of a text that is none, its name."""
        return self.path.name if self.path else self.name

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line(self, offset: int) -> int:
        """The line (from 1) on which the character at `offset` of `text` stands."""
        return bisect_right(self._starts, offset)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (both from 1) of an offset into `text`."""
        line = self.line(offset)
        return line, offset - self._starts[line - 1] + 1

    def line_span(self, line: int) -> tuple[int, int]:
        """Start and end (without its newline) of a line counted from 1; IndexError where there is none."""
        if not 1 <= line <= len(self._starts):
            raise IndexError(line)
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        return start, end

    @property
    def file(self) -> str:
        """How messages name the source."""
        return str(self.path) if self.path else self.name


def from_text(text: str, name: str = "text") -> Source:
    """A source made of a string (tests, and text that another program hands over)."""
    return Source(name, None, text.encode("utf-8", "surrogatepass"), text, "utf-8")


def read_source(path: Path | str, encoding: str | None = None) -> Source:
    """Read a file, or standard input where `path` is "-".

    The encoding is the byte-order mark's, else the one told, else UTF-8. UserError: no such file, not text, nothing
    in it, bytes that are not of this encoding (with their offset). Nothing is ever replaced.
    """
    if str(path) == "-":
        return decode(sys.stdin.buffer.read(), "stdin", None, encoding)
    path = Path(path)
    try:
        data = path.read_bytes()
    except IsADirectoryError:
        raise fail("source-unreadable", "this is a folder; a text file was expected", str(path)) from None
    except OSError as error:
        raise fail("source-unreadable", f"cannot be read: {error.strerror}", str(path)) from None
    return decode(data, path.stem, path, encoding)


def decode(data: bytes, name: str, path: Path | None = None, encoding: str | None = None) -> Source:
    """The Source in some bytes; errors as `read_source`."""
    file = str(path) if path else name
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise fail("source-not-text", f"this is {what}, not plain text; export it as plain text first", file)
    bom, codec = next(((mark, found) for mark, found in _MARKS if data.startswith(mark)), (b"", encoding or "utf-8"))
    try:
        codec = codecs.lookup(codec).name
        raw = data[len(bom):].decode(codec)
        exact = bom + raw.encode(codec) == data
    except LookupError:
        raise fail("encoding-unknown",
                   f'there is no encoding called "{codec}"; try utf-8 or windows-1252', file) from None
    except UnicodeDecodeError as error:
        at = len(bom) + error.start
        line = data[:at].count(b"\n") + 1
        raise fail(
            "source-undecodable",
            f"the byte 0x{data[at]:02X} at offset {at} is not {codec}; if the file has another encoding, say so "
            '(--encoding windows-1252, or encoding = "windows-1252" in its .toml)', file, line) from None
    if not exact:
        raise fail("source-undecodable", f"read as {codec} the bytes cannot be given back exactly; "
                   "state another encoding", file)
    _refuse_what_is_no_text(raw, file)
    return Source(name, path, data, raw, codec, bom)


def _refuse_what_is_no_text(raw: str, file: str) -> None:
    if not raw:
        raise fail("source-empty", "the file is empty; there is nothing to edit", file)
    if not raw.strip(_BLANK):
        raise fail("source-empty", "the file holds only white space; there is nothing to edit", file)
    data = raw.encode("utf-8", "surrogatepass")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > 1 and controls > _MOST_CONTROLS * len(raw):
        raise fail("source-not-text", f"{controls} of {len(raw)} characters are control characters: "
                   "this is not plain text (or it is UTF-16 without its mark: state the encoding)", file)
