"""Work grows with the text and no faster, whatever stands in it: runs of one mark, what is never closed, markers."""

from __future__ import annotations

import pytest
from growing import WORKS, lines

COUNTED = [name for name, work in WORKS.items() if work.counted]


@pytest.mark.parametrize("name", COUNTED)
def test_four_times_the_size_is_four_times_the_work(name: str) -> None:
    """What is quadratic comes to nearly sixteen times."""
    work = WORKS[name]
    work.of(work.counted)()  # what is kept for good is made
    assert lines(work.of(4 * work.counted)) < 4.5 * lines(work.of(work.counted))


def test_what_grows_with_the_square_is_seen() -> None:
    def pairs(size: int) -> int:
        return sum(1 for first in range(size) for second in range(first))

    assert lines(lambda: pairs(400)) > 12 * lines(lambda: pairs(100))
