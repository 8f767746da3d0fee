"""Pictures of pages, made by the tests that need some, and a text whose pages they show."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

# Three pages; before the first page break stands what is left of one more.
PAGES = """A letter to the miller

[Page 7]

The mill stood at the bend of the river, and nobody
in the parish could remember who had built it or
when the great

[Page 8]

wheel had turned for the last time.

The miller's house was let to a painter.

[Page 9]

He painted nothing but the river, and he sold nothing.
"""


def png(width: int = 3, height: int = 4, grey: int = 200) -> bytes:
    """A picture in one grey."""
    rows = (b"\0" + bytes([grey]) * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def scanned(folder: Path, *pages: str, told: str = "scans/p{n}.png", text: str = PAGES) -> Path:
    """A text `mill.txt` in a folder, its settings, and the pictures of some pages; the place of the text."""
    (folder / "scans").mkdir(parents=True, exist_ok=True)
    for page in pages:
        (folder / f"scans/p{page}.png").write_bytes(png())
    (folder / "mill.toml").write_text(f'scans = "{told}"\n', "utf-8")
    (folder / "mill.txt").write_text(text, "utf-8")
    return folder / "mill.txt"
