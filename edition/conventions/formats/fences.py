"""Lines between marks that keep them from being wrapped: fences of Markdown, marks of Distributed Proofreaders."""

from __future__ import annotations

from collections.abc import Iterator

from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.verse import is_verse
from edition.view import View
from edition.words import holds

_FENCE = regex(r"(?:```|~~~)[ \t]*(?P<word>[\w+-]*)")
_OPENING = {"/*": "*/", "/#": "#/", "/P": "P/", "/Q": "Q/"}
_PROSE = frozenset(("markdown", "md", "text", "txt", "plaintext", "html"))
_COLUMNS = regex(r"\S {3,}\S|[{};=]\s*\Z|\t")
_PREFORMATTED: Attrs = (("type", "preformatted"),)

Fenced = tuple[Line, list[Line], Line]


def _fenced(view: View) -> Iterator[Fenced]:
    """(the line that opens, the lines between, the line that closes)."""
    opened: tuple[Line, str] | None = None
    inner: list[Line] = []
    whole = view.text
    for line in view.lines if holds(whole, "```", "~~~", *_OPENING) else ():
        text = whole[line.start:line.end]
        closes = _closing(text)
        if opened and text == opened[1]:
            yield opened[0], inner, line
            opened = None
        elif closes and (not opened or closes == "*/"):
            opened, inner = (line, closes), []
        elif opened:
            inner.append(line)


def _closing(text: str) -> str:
    """What closes the passage that a line opens; nothing where it opens none."""
    return text[:3] if _FENCE.fullmatch(text) else _OPENING.get(text, "")


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for first, inner, last in _fenced(view):
        texts = [view.text[line.start:line.end] for line in inner]
        fence = _FENCE.fullmatch(view.text[first.start:first.end])
        if not inner or (fence and not _is_code(fence["word"], texts)):
            yield from _lines(view, first, last)  # what stands between is text like any other
        elif view.text[first.start:first.end] in ("/#", "/Q"):
            yield view.claim("quoteBlock", first.start, last.end, "kept-lines", (), first.end - first.start,
                             last.end - last.start)
            yield from _paragraphs(view, inner)
        elif not fence and is_verse(texts):
            yield view.claim("lg", first.start, last.end, "kept-lines", (), first.end - first.start,
                             last.end - last.start)
            for line in inner:
                yield view.claim("l", line.start, line.end, "kept-lines")
        else:
            yield from _lines(view, first, last)
            yield view.claim("ab", inner[0].start, inner[-1].end, "kept-lines", _PREFORMATTED)
            for line in inner[:-1]:
                yield view.claim("lb", line.end, line.end + 1, "kept-lines", (), 1)


def _lines(view: View, *fences: Line) -> Iterator[Span]:
    for line in fences:
        yield view.claim("fw", line.start, line.end, "kept-lines", (("type", "fence"),))


def _is_code(word: str, texts: list[str]) -> bool:
    if word:
        return word.lower() not in _PROSE
    return sum(bool(_COLUMNS.search(text)) for text in texts) > 0.3 * len(texts)


def _paragraphs(view: View, inner: list[Line]) -> Iterator[Span]:
    start = inner[0]
    for line, below in zip(inner, [*inner[1:], None], strict=True):
        if below is None or below.gap:
            yield view.claim("p", start.start, line.end, "kept-lines")
            start = below or line


def _score(context: Context) -> Score:
    count = sum(1 for _ in _fenced(context.document()))
    return Score(0.9, counted(count, "passage") + " between marks that keep lines") if count else NO


KEPT_LINES = Convention(
    "kept-lines",
    "Lines between fences, or between the marks of proofreaders, keep their ends.",
    "```\\nSpades   12\\nRopes     7\\n```",
    (Rule("kept-lines", "lines between marks that keep them", "```\\nSpades   12\\nRopes     7\\n```", _claims),),
    _score,
)
