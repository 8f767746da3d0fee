"""Pairs of recognised and true text, one document a line of JSON (`ocr`, `gt`, `segs`), aligned word by word."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

LIKE = {ord(sign): plain for plain, signs in (("'", "‘’ʼ´`′‛"), ('"', "“”„‟″»«"), ("-", "–—―‑‐−¬")) for sign in signs}


_BROKEN = re.compile(r"[-¬‐\xad]\s*\n\s*")


class Pair(NamedTuple):
    """A document twice: spans are (start, end in ocr, start, end in the truth), between blanks that both have."""

    name: str
    ocr: str
    true: str
    spans: list[tuple[int, int, int, int]]


def plain(text: str) -> str:
    """A text with one form of each mark and one blank between words."""
    return " ".join(unicodedata.normalize("NFC", text).translate(LIKE).split())


def core(text: str) -> list[str]:
    """The letters and figures of a text, word for word; a hyphen at a line's end is none."""
    return "".join(c for c in plain(_BROKEN.sub("", text)) if c.isalnum() or c == " ").split()


def aligned(ocr: str, true: str, ocr_at: int, true_at: int) -> Iterator[tuple[int, int, int, int]]:
    """The spans of one aligned segment."""
    left, right = "".join(" " if c.isspace() else c for c in ocr), "".join(" " if c.isspace() else c for c in true)
    cuts = [(op.src_start + k, op.dest_start + k) for op in Levenshtein.opcodes(left, right) if op.tag == "equal"
            for k in range(op.src_end - op.src_start) if left[op.src_start + k] == " "]
    a = b = 0
    for i, j in [*cuts, (len(left), len(right))]:
        x, y = trimmed(left, a, i)
        u, v = trimmed(right, b, j)
        if x < y or u < v:
            yield ocr_at + x, ocr_at + y, true_at + u, true_at + v
        a, b = i + 1, j + 1


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the blanks at its ends."""
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def pairs(paths: Sequence[Path]) -> list[Pair]:
    """The documents of files, in their order."""
    made = []
    for path in paths:
        for line in path.read_text("utf-8").split("\n"):
            if line:
                row = json.loads(line)
                spans = [span for a, b, c, d in row["segs"] for span in aligned(row["ocr"][a:b], row["gt"][c:d], a, c)]
                made.append(Pair(row["id"], row["ocr"], row["gt"], spans))
    return made
