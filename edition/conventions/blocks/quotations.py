"""Block quotations: paragraphs set in from the margin, with their source."""

from __future__ import annotations

from collections.abc import Iterator

from edition.conventions.blocks.runs import Run, Sheet, sheet
from edition.layout import runs_on
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.verse import signs

_OFF = 2  # characters by which the middle of a centred line may miss the middle of the measure
_SOURCE = regex(r"(?:[—–―]|--?)\s*(?=[^\W\d])|\((?=.*\)\.?\Z)|\[(?=.*\]\.?\Z)")


def _is_quotation(page: Sheet, run: Run) -> bool:
    """Whether a run is prose of a narrower measure: filled lines, all set in, of words that run on."""
    if not run.inset or not run.alone or run.lines[0].indent == page.opening or _is_centred(page, run):
        return False
    texts = [page.text(line) for line in run.lines]
    level = sum(line.indent == page.margin + run.inset for line in run.lines)
    found = signs(texts, max(map(len, texts)))
    if found.tabular > 0.2 or found.running < 0.4 or level < len(texts) - 1:
        return False
    if len(texts) < 3:
        return len(texts[0]) >= (0.6 * page.room(run) if len(texts) > 1 else 100)
    return found.room < 0.3


def _is_centred(page: Sheet, run: Run) -> bool:
    """Whether the lines of a run, of different lengths, all stand in the middle of the measure: a headline."""
    ends = [2 * line.indent + line.end - line.start for line in run.lines]
    return len({line.indent for line in run.lines}) > 1 and all(abs(end - page.measure) <= 2 * _OFF for end in ends)


def _groups(page: Sheet) -> Iterator[list[Run]]:
    """Paragraphs of one quotation: runs set in alike, with nothing between them."""
    group: list[Run] = []
    for run in page.runs:
        if _is_quotation(page, run):
            if group and (group[-1].inset != run.inset or page.table.text[group[-1].end:run.start].strip()):
                yield group
                group = []
            group.append(run)
    if group:
        yield group


def _survey(context: Context) -> tuple[Sheet, list[list[Run]]]:
    page = context.of_document(sheet)
    return page, list(_groups(page))


def _paragraphs(page: Sheet, group: list[Run]) -> Iterator[tuple[int, int]]:
    """(start, end) of each paragraph; a page's end does not part one."""
    start, end = group[0].start, group[0].end
    for run in group[1:]:
        if not runs_on(page.table.text[start:end], page.table.text[run.start:run.end]):
            yield start, end
            start = run.start
        end = run.end
    yield start, end


def _quotations(context: Context) -> Iterator[Span]:
    view, (page, groups) = context.document(), context.of_document(_survey)
    below = {run.above.start: run for run in page.runs if run.above}
    for group in groups:
        source = below.get(group[-1].lines[-1].start)
        if source and _is_source(page, source):
            yield view.claim("cit", group[0].start, source.end, "quotation-source")
            yield view.claim("bibl", source.start, source.end, "quotation-source")
        yield view.claim("quoteBlock", group[0].start, group[-1].end, "block-quotation")
        for start, end in _paragraphs(page, group):
            yield view.claim("p", start, end, "block-quotation")


def _is_source(page: Sheet, run: Run) -> bool:
    """Whether a run says where the quotation above it is from: one or two lines after a dash or in brackets."""
    return run.inset > 0 and len(run.lines) < 3 and run.alone and bool(
        _SOURCE.match(page.table.text, run.start, run.end))


def _score(context: Context) -> Score:
    """Where more than a third of the text is set in, it is no quotation."""
    page, groups = context.of_document(_survey)
    size = sum(run.end - run.start for group in groups for run in group)
    if not groups or size > 0.35 * len(page.table.text):
        return NO
    return Score(0.8, f"{counted(len(groups), 'passage')} of a narrower measure between paragraphs at the margin")


BLOCK_QUOTATIONS = Convention(
    "block-quotations",
    "Paragraphs of filled lines that are all set in, among paragraphs that are not, are quoted.",
    "He writes:\\n\\n    The mill stands by the river, and\\n    has stood there since the flood.",
    (Rule("block-quotation", "paragraphs set in from the margin",
          "    The mill stands by the river, and\\n    has stood there", _quotations),
     Rule("quotation-source", "a line below a quotation, after a dash or in brackets, that says where it is from",
          "    —The Annals of the Mill", lambda _: ())),
    _score,
)
