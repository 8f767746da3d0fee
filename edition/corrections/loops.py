"""Passages in which a program that reads scans went round in circles: the same words again and again."""

from __future__ import annotations

from collections.abc import Iterator

from edition.corrections.model import Correction, in_view
from edition.rules import Context, counted
from edition.view import View

_LEAST = 5          # copies; an author seldom says the same more often without a pause
_SHORTEST = 300     # characters of a paragraph that may hold them
_CIRCLE = 12        # characters of one copy at least
_TAIL = (40, 8)     # from where to where before the end the words stand that are looked for above
_BLOCKS = {"p": (4, 30), "item": (4, 30), "l": (8, 20)}  # copies of a block, and characters of each


def loops(context: Context) -> list[Correction | None]:
    """The circles of a text; looked for once."""
    return context.of_spans(_survey)


def _survey(context: Context) -> list[Correction | None]:
    return list(_found(context))


def _found(context: Context) -> Iterator[Correction | None]:
    """Words that come again at once, five times and more, and blocks that do: all copies but the first are too many."""
    blocks = sorted(context.views(*_BLOCKS), key=lambda view: view.span.start)
    for view in blocks:
        if len(view.text) >= _SHORTEST:
            yield from _circle(view)
    for same in _together(context, blocks):
        text, (least, shortest) = same[0].text.strip(), _BLOCKS[same[0].span.kind]
        if len(same) >= least and len(text) >= shortest:
            for view in same[1:]:
                start = len(view.text) - len(view.text.lstrip())
                yield in_view(view, start, start + len(text), "", "loop", f"{counted(len(same), 'block')} say the same",
                              form="surplus", why="repeated")


def _together(context: Context, blocks: list[View]) -> Iterator[list[View]]:
    """Blocks that say the same, with nothing between them."""
    run = list[View]()
    for view in blocks:
        if run and (view.text.strip() != run[0].text.strip()
                    or context.text[run[-1].span.end:view.span.start].strip()):
            yield run
            run = []
        run.append(view)
    if run:
        yield run


def _circle(view: View) -> Iterator[Correction | None]:
    """The copies behind the first, where a paragraph ends in a circle; one that says nothing else means it."""
    text = view.text.replace("\n", " ").rstrip()
    tail = text[-_TAIL[0]:-_TAIL[1]]
    if text.count(tail) < _LEAST:
        return
    last = text.rfind(tail)
    size = last - text.rfind(tail, 0, last)
    start, end = last, last
    while start > size and text[start - 1] == text[start - 1 - size]:
        start -= 1
    while end < len(text) and text[end] == text[end - size]:
        end += 1
    while start < end and not text[start - 1].isspace():
        start += 1
    copies = (end - start) // size + 1
    if size >= _CIRCLE and copies >= _LEAST and start > size + _CIRCLE:
        yield in_view(view, start, end, "", "loop", f"the same words stand here {copies} times", form="surplus",
                      why="repeated")
