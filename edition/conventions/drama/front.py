"""The title page of a play: the short lines before its cast list or its first act."""

from __future__ import annotations

from collections.abc import Iterator

from edition.conventions.drama.study import Play
from edition.tree import Span

_SHORT = 120     # characters of a line of a title page; what is longer is text
_MOST = 16       # lines of a title page; where more stand before the play, there is a preface too


def title_page(play: Play) -> Iterator[Span]:
    """Its parts, from where the text begins; nothing where none stands there."""
    stop = play.start if play.cast is None else min(play.start, play.cast.head if play.cast.head >= 0
                                                    else play.cast.items[0].first)
    parts = list[tuple[int, int]]()
    for n in range(stop):
        line = play.lines[n]
        if n and not line.gap:
            parts[-1] = parts[-1][0], line.end
        else:
            parts.append((line.start, line.end))
    long = next((n for n, (start, end) in enumerate(parts) if end - start > _SHORT), len(parts))
    if stop > _MOST:
        long -= 1  # the line above the first paragraph heads a preface
    if not 0 < long <= _MOST:
        return
    yield play.view.claim("titlePage", parts[0][0], parts[long - 1][1], "title-page")
    for start, end in parts[:long]:
        skin = len(play.view.text[start:end]) - len(play.view.text[start:end].lstrip("# "))
        yield play.view.claim("titlePart", start, end, "title-page", (), skin)
