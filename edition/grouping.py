"""Lines grouped into paragraphs, headings and stanzas, by the habit that the measures of the page show."""

from __future__ import annotations

from itertools import pairwise

from edition.layout import Line, Page, ends_sentence, width
from edition.regex import regex

_HEADING_LIKE = regex(r"#{1,6} |[^a-z]+\Z|[IVXLC]+\.?\Z")
_WORD = regex(r"[^\W\d_][\w’'-]*")
_SMALL_WORD = regex(r"[a-zà-ÿ]{1,3}|from|with|into|over|upon|that|than|their|your|this|between|under|below|above|"
                    r"against|through|among|about|after|before|without|towards?|de[ir]|vom|zum|zur|d[ae]s|mit|"
                    r"dans|pour|avec|sous|entre|para|della?|alla?|nella?|delle|degli")
_LONG_LINE = 100  # characters: where lines are not wrapped, a longer one is a paragraph
_OFF = 2  # characters by which the middle of a centred line may miss the middle of the measure
_INSET = 8  # blanks of the deepest inset in a hanging headline
_MOST = 0.6  # of the measure: a heading without a gap around it is no longer
_DEEP = 12  # blanks: from here on a line stands at the right or in the middle


def title_like(text: str) -> bool:
    """Whether each longer word begins with a capital: the manner of English headings and names."""
    words = capitals = 0
    for match in _WORD.finditer(text):
        word = match[0]
        words += 1
        if word[0].isupper():
            capitals += 1
        elif words == 1 or not _SMALL_WORD.fullmatch(word):
            return False
    return capitals > 1 or (words == 1 and capitals == 1)


def heading_like(text: str) -> bool:
    """Whether a piece looks like a heading, so that it is never joined to what surrounds it."""
    return bool(_HEADING_LIKE.match(text)) or (len(text) < 80 and title_like(text))


def grouped(text: str, page: Page, columns: int) -> list[list[Line]]:
    """The lines of a text in groups: a group is one paragraph, heading or stanza, or a part of one.

    `columns`: the measure of the source, where words at the ends of lines are not joined yet.
    """
    if page.spacing or page.solid:
        return _by_cues(text, page)
    if not page.wrapped:
        return _by_lines(page)
    return _by_indents(text, page, columns) if page.indent else _by_gaps(page, columns)


def opens(page: Page, line: Line) -> bool:
    """Whether a line begins as the first line of a paragraph does, where paragraphs begin with an indent."""
    inset = line.indent - page.margin
    if not page.indent:
        return False
    return inset <= 0 if page.hanging else min(2, page.indent) <= inset < _DEEP


def _by_gaps(page: Page, columns: int) -> list[list[Line]]:
    """An empty line parts blocks."""
    lines, right = page.lines, page.margin + _far(columns)
    walls = [0, *(place for place, line in enumerate(lines) if place and (
        line.gap or (line.indent >= right and _set_right(page, columns, lines[place - 1], line)))), len(lines)]
    return [lines[start:end] for start, end in pairwise(walls) if end > start]


def _far(columns: int) -> int:
    """How far from the margin a line stands at the right."""
    return min(2 * _DEEP, columns // 3 - 1)


def _set_right(page: Page, columns: int, above: Line, line: Line) -> bool:
    """Whether a line is set far to the right below one that is not: a signature under a paragraph."""
    far = _far(columns)
    return (above.indent < page.margin + min(_DEEP - 2, far - 4) and line.indent >= page.margin + far
            and not (_centred(page, columns, above) and _centred(page, columns, line)))


def _centred(page: Page, columns: int, line: Line) -> bool:
    """Whether a line that does not fill the measure stands in its middle."""
    inset, size = line.indent - page.margin, line.end - line.start
    return inset > 0 and inset + size < columns and abs(2 * inset + size - columns) <= 2 * _OFF


def _by_lines(page: Page) -> list[list[Line]]:
    """Lines are not wrapped: a line is a block, but short lines between empty ones stand together."""
    gaps = sum(line.gap > 0 for line in page.lines)
    each = len(page.lines) > 7 and gaps < 0.4 * len(page.lines)
    groups: list[list[Line]] = []
    for line in page.lines:
        if not groups or line.gap or each or _is_long(line) or _is_long(groups[-1][-1]):
            groups.append([])
        groups[-1].append(line)
    return groups


def _is_long(line: Line) -> bool:
    return line.end - line.start > _LONG_LINE


def _by_indents(text: str, page: Page, columns: int) -> list[list[Line]]:
    """An indented line opens a paragraph, an empty line parts blocks; indented lines of verse stay together.

    So do the lines of a headline, each in the middle of the measure, or all but the first set in deeper.
    """
    groups, verse, middle, hangs = list[list[Line]](), _verse(text, page), False, False
    heads = _heads(text, page, columns)
    for line in page.lines:
        above = groups[-1][-1] if groups else None
        inside = above is not None and line.start in verse and above.start in verse
        middle = (middle or line.gap > 0 or above is None) and _centred(page, columns, line)
        hangs = above is not None and _hangs(page, line, groups[-1], hangs)
        goes_on = inside or hangs or (middle and above is not None and not _ends_paragraph(text, page, above))
        begins = opens(page, line) or (above is not None and _set_right(page, columns, above, line))
        if above is None or line.gap or (begins and not goes_on) or line.start in heads or (
                above.start in verse and line.start not in verse):
            groups.append([])
        groups[-1].append(line)
    return groups


def _heads(text: str, page: Page, columns: int) -> set[int]:
    """The starts of the lines that stand alone between two paragraphs without a gap, and end as no paragraph does.

    They are short and stand at the margin, above them a sentence ends, and below them a paragraph opens.
    """
    longest = int(_MOST * columns)
    return {line.start for above, line, below in zip(page.lines, page.lines[1:], page.lines[2:], strict=False)
            if below.indent > line.indent and line.end - line.start < longest and not line.gap
            and text[line.start].isupper() and text[line.end - 1].isalpha()
            and opens(page, below) and not (opens(page, line) or page.hanging)
            and ends_sentence(text[above.start:above.end])}


def _hangs(page: Page, line: Line, group: list[Line], hangs: bool) -> bool:
    """Whether a line is set in deeper than paragraphs are, below a first line at the margin that has a gap above it."""
    above, inset = group[-1], line.indent - page.margin
    first = len(group) == 1 and above.indent == page.margin and above.gap > page.spacing
    return page.indent < inset <= _INSET and not line.gap and (first or (hangs and line.indent == above.indent))


def _are_decks(text: str, page: Page, run: list[Line]) -> bool:
    """Whether lines begin as paragraphs do and every other or third is in capitals: decks of a headline, one a line."""
    capitals = sum(text[line.start:line.end].isupper() for line in run)
    return 3 * capitals >= len(run) > capitals and all(line.indent - page.margin == page.indent for line in run)


def _ends_paragraph(text: str, page: Page, line: Line) -> bool:
    """Whether a line could be a whole paragraph: indented as they are, and ending a sentence."""
    return line.indent - page.margin == page.indent and ends_sentence(text[line.start:line.end])


def _verse(text: str, page: Page) -> set[int]:
    """The starts of indented lines that follow one another and mostly end no sentence: verse, or a list."""
    verse, run = set[int](), list[Line]()
    for line in [*page.lines, None]:
        if line and line.indent > page.margin and not (run and line.gap):
            run.append(line)
            continue
        # The lines of a table of contents end in a number.
        unended = sum(not ends_sentence(text[one.start:one.end]) and not text[one.end - 1].isdigit()
                      for one in run[:-1])
        if not page.hanging and len(run) > 2 and unended > 0.4 * len(run) and not _are_decks(text, page, run):
            verse.update(one.start for one in run)
        run = [line] if line and line.indent > page.margin else []
    return verse


def _by_cues(text: str, page: Page) -> list[list[Line]]:
    """Empty lines mean nothing, so a paragraph's end shows by other signs.

    Two blanks behind its last line where other lines have one, or a sentence's end on a line so short that the next
    line's first word would have fitted. Neither is enough alone (seen in text taken from PDF files); either is taken.
    """
    tidy = sum(line.trailing == 1 for line in page.lines) > 0.5 * len(page.lines)
    groups: list[list[Line]] = []
    for line in page.lines:
        above = groups[-1][-1] if groups else None
        alone = above is not None and _set_apart(text, page, above) and len(groups[-1]) == 1
        if above is None or _wide(page, line) or alone or _ends(text, above, line, page.width, tidy):
            groups.append([])
        groups[-1].append(line)
    return groups


def _wide(page: Page, line: Line) -> bool:
    """Whether the gap above a line is wider than between the lines of a paragraph."""
    return line.blank or line.gap > page.spacing


def _set_apart(text: str, page: Page, line: Line) -> bool:
    """Whether a line below a wider gap is a heading: a numeral or capitals alone."""
    return _wide(page, line) and bool(_HEADING_LIKE.match(text[line.start:line.end]))


def _ends(text: str, line: Line, following: Line, full: int, tidy: bool) -> bool:
    """Whether `line` ends a paragraph. The margin of a fifth of the measure keeps ragged lines together."""
    if tidy and line.trailing == 2:
        return True
    content = text[line.start:line.end]
    word = text[following.start:following.end].replace("\t", " ").partition(" ")[0]
    room = full - width(content) - width(" " + word)
    return ends_sentence(content) and not word[0].islower() and room > 0.04 * full
