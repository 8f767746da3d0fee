"""Reading a text leaves nothing behind that only a search for circles would find: its memory is free at once."""

from __future__ import annotations

import gc

from edition.pipeline import parse
from edition.source import from_text


def test_reading_leaves_no_circles_behind() -> None:
    text = "\n\n".join(f'CHAPTER {n}\n\n"Well," said Anna Berg, "it is {n}."\n\nShe went [1] home.' for n in range(200))
    parse(from_text(text, "a"))  # what is kept for good is made
    gc.collect()
    gc.disable()
    try:
        parse(from_text(text, "b"))
        assert gc.collect() < 100
    finally:
        gc.enable()
