"""Our own plain text read again: the same words in the same blocks, and the same notes.

What is lost: ids, the printed readings (they stand in the transcriber's note, which is kept as such), who speaks, what
kind of heading or note one is.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import reading_text as reading
from rendering import render

from edition.making.conversion import convert
from edition.settings.metadata import load_edition


def words(page: str) -> list[str]:
    return " ".join(block.text for block in reading.page_blocks(reading.region(page))).split()


def test_the_seeds_come_back(seeds: list[Path], tmp_path: Path) -> None:
    shutil.copy(seeds[0].parent / "edition.toml", tmp_path)
    for seed in seeds:
        tei = convert(seed, load_edition(seed.parent)).tei
        (tmp_path / seed.name).write_text(render(tei, "txt", seed.stem), encoding="utf-8")
        again = convert(tmp_path / seed.name, load_edition(tmp_path)).tei
        before, after = (render(one, "html", seed.stem) for one in (tei, again))
        assert words(after) == words(before)
        # An editor's note says so in its text, where it was said by its type.
        said = reading.note_letters(after) - reading.note_letters(before)
        assert not reading.note_letters(before) - reading.note_letters(after)
        assert {*said} <= {*"[Editor:]"}
