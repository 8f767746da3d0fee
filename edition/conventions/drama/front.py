"""The title page of a play: the short lines before its cast list or its first act."""

from __future__ import annotations

from collections.abc import Iterator

from edition.conventions.blocks.titlepages import SHORT, parted, title_page_claims
from edition.conventions.drama.study import Play
from edition.tree import Span

_MOST = 16       # lines of a title page; where more stand before the play, there is a preface too


def title_page(play: Play) -> Iterator[Span]:
    """Its parts, from where the text begins; nothing where none stands there."""
    stop = play.start if play.cast is None else min(play.start, play.cast.head if play.cast.head >= 0
                                                    else play.cast.items[0].first)
    parts = parted(play.lines[:max(stop, 0)])
    long = next((n for n, (start, end) in enumerate(parts) if end - start > SHORT), len(parts))
    if stop > _MOST:
        long -= 1  # the line above the first paragraph heads a preface
    if not 0 < long <= _MOST:
        return
    yield from title_page_claims(play.view, parts[:long], "title-page")
