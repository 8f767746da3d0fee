"""Headings that name what they head: chapters, parts, books, letters, prefaces, in any of some languages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from edition.conventions.blocks.shapes import Surroundings, has_page_reference, titled_usually, titles_below
from edition.conventions.blocks.wording import OF_PAPERS, named_division, piece
from edition.flow import Block, Flow
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span

# The order of what a heading may name; between Markdown's levels, which are whole numbers.
LEVELS = {"part": "1.1", "book": "1.2", "chapter": "1.5", "letter": "1.5", "section": "1.9"}
_PIECE_LEVEL = "1.4"
_PAPER_LEVEL = "1.8"  # that of the numbered sections of a paper
_LEAST = 40  # characters of the text below a heading of a paper
_LONGEST = 240
_LINES = 5
_CONTENTS = 400  # blocks of contents
_PROSE = 400  # characters of a block that is no entry of them
_RUN = 3  # headings that follow one another without text between them are a table of contents


def _candidates(context: Context) -> list[tuple[Block, Attrs]]:
    """Blocks that name a division, those left out that follow one another as in a table of contents."""
    flow, around = context.flow, context.of_flow(Surroundings)
    found, plain = list[tuple[Block, Attrs]](), list[tuple[Block, Attrs]]()
    for block in flow.free():
        if block.end - block.start > _LONGEST or len(block.lines) > _LINES:
            continue
        text = flow.text(block)
        if (not text[0].isalnum() and text[0] != "§") or has_page_reference(text):
            continue
        if named := named_division(text):
            rank, n, _ = named
            if text[0].isupper() or around.wide(block):
                found.append((block, (("_level", LEVELS[rank]), ("_type", rank), ("_n", n))))
        elif kind := piece(text):
            if around.wide(block) or text.isupper() or _leads_to_list(context, block):
                found.append((block, (("_level", _PIECE_LEVEL), ("_type", kind[0]), ("_place", kind[1]))))
            elif kind[0] in OF_PAPERS and text[-1] not in ".,;" and _leads(flow, block):
                plain.append((block, (("_level", _PAPER_LEVEL), ("_type", kind[0]), ("_place", kind[1]))))
    if len({attrs[1] for _, attrs in plain}) > 1:
        found = sorted([*((block, _of_paper(attrs)) for block, attrs in found), *plain])
    numbers = {block.number: block for block, _ in found}
    top = min((attrs[0][1] for _, attrs in found if _is_numbered(attrs)), default=_PIECE_LEVEL)
    listed = _in_contents(context, found)
    # A preface ranks with the highest of the numbered ones.
    return [(block, attrs if _is_fixed(attrs) else (("_level", top), *attrs[1:])) for block, attrs in found
            if block.number not in listed and not _listed(around, block, numbers)]


def _in_contents(context: Context, found: list[tuple[Block, Attrs]]) -> set[int]:
    """The headings behind one of contents that come again further on, no paragraph standing between it and them."""
    listed = set[int]()
    last = dict[Attrs, int]()
    for block, attrs in found:
        last[attrs] = block.number
    for place, (contents, attrs) in enumerate(found):
        if ("_type", "contents") not in attrs:
            continue
        for block, named in found[place + 1:]:
            between = context.flow.blocks[contents.number + 1:min(block.number, contents.number + _CONTENTS)]
            if (not _is_numbered(named) or last[named] <= block.number or block.number - contents.number > _CONTENTS
                    or any(one.end - one.start >= _PROSE and one.number not in listed for one in between)):
                break
            listed.add(block.number)
    return listed


def _leads(flow: Flow, block: Block) -> bool:
    """Whether what stands below is no other heading."""
    below = flow.at(block.number + 1)
    return below is not None and below.number not in flow.taken and below.end - below.start >= _LEAST


def _leads_to_list(context: Context, block: Block) -> bool:
    """Whether a list stands right below a block."""
    place = bisect_left(context.spans, context.flow.view.origin(block.end), key=lambda span: span.start)
    if place == len(context.spans) or context.spans[place].kind != "list":
        return False
    return not context.text[context.flow.view.origin(block.end - 1) + 1:context.spans[place].start].strip()


def _of_paper(attrs: Attrs) -> Attrs:
    """The pieces of a paper are of one level."""
    return (("_level", _PAPER_LEVEL), *attrs[1:]) if attrs[1][1] in OF_PAPERS else attrs


def _is_fixed(attrs: Attrs) -> bool:
    return _is_numbered(attrs) or attrs[0][1] == _PAPER_LEVEL


def _is_numbered(attrs: Attrs) -> bool:
    return attrs[-1][0] == "_n"


def _listed(around: Surroundings, block: Block, found: dict[int, Block]) -> bool:
    """Whether a block is one of several that follow one another, with nothing that others have taken between."""
    run = 1
    for step in (-1, 1):
        last = block
        while run < _RUN and (next_ := found.get(last.number + step)):
            if not around.adjoins(*((last, next_) if step > 0 else (next_, last))):
                break
            run, last = run + 1, next_
    return run >= _RUN


def _is_bare(text: str) -> bool:
    """Whether a heading is a name and a number without a title."""
    named = named_division(text)
    return named is None or not named[2]


def _heads(context: Context) -> Iterator[Span]:
    flow, around, found = context.flow, context.of_flow(Surroundings), context.of_free(_candidates)
    usual = titled_usually(around, [block for block, attrs in found if _is_numbered(attrs)])
    for block, attrs in found:
        yield flow.take(block, "head", "named-heading", attrs)
        for title in titles_below(around, block, usual) if _is_bare(flow.text(block)) else ():
            yield flow.take(title, "head", "heading-title", (("_level", attrs[0][1]),))


def _score(context: Context) -> Score:
    found = context.of_free(_candidates)
    return Score(1.0, f"{counted(len(found), 'heading')} that name their division") if found else NO


NAMED_HEADINGS = Convention(
    "named-headings",
    "A short block that names a division and its number, or is a piece's usual name, heads it; the name says its rank.",
    "CHAPTER I\\n\\nPREFACE\\n\\nERSTES CAPITEL",
    (Rule("named-heading", "a division's name and number, or the name of a piece", "CHAPTER I", _heads),
     Rule("heading-title", "the title below a heading that is a name or number", "CHAPTER I\\n\\nThe Ruined Mill",
          lambda _: ())),
    _score,
)
