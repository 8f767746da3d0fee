"""Interviews whose questions are set in bold or italics, or stand behind a dash, and whose answers do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby

from edition.conventions.turns.endings import end_of_talk, is_heading
from edition.conventions.turns.labels import Label, read
from edition.conventions.turns.words import addresses, speaks_of_himself
from edition.conventions.turns.writing import Opening, Piece, piece, turn
from edition.flow import Block, Flow
from edition.layout import ends_sentence
from edition.records import record
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.speech.turns import ANSWER, QUESTION
from edition.tree import Span

_MARKED = regex(r"(?P<mark>\*\*|__|\*|_)(?=[^\s*_])")
_DASH = regex(r"[*_]{0,2}[—–―-][ \u00a0]?(?=[^\W\d_a-z]|[¿«“\"„])")
_NUMBER = regex(r"\d{1,3}[.)][ \u00a0\t]+")
_SIGNS = frozenset("*_—–―-0123456789")
_FIRST = 6     # characters of a paragraph
_FEWEST = 4    # questions
_SAMPLE = 400  # characters of an answer
_CROSSHEAD = 90  # characters
_EARLY = 0.4   # of the text: an interview begins there,
_DENSE = 0.25  # or has so many questions among its paragraphs,
_SEVERAL = 6   # and no fewer


@record
class _Interview:
    """The numbers of the blocks that ask, and of the first block behind the interview."""

    asked: list[int]
    end: int

    @property
    def answers(self) -> list[int]:
        """The numbers of the blocks that stand straight behind a question, and ask nothing."""
        known = set(self.asked)
        return [number + 1 for number in self.asked if number + 1 < self.end and number + 1 not in known]


def _whole(text: str) -> str:
    """The mark before and behind a block that stands in it as a whole, "" where in none."""
    match = _MARKED.match(text)
    if match is None or not text.endswith(mark := match["mark"]) or len(text) < 5:
        return ""
    inner = text[len(mark):-len(mark)]
    alone = inner.replace("**", "") if mark == "*" else inner
    return "" if mark in alone or inner[-1:].isspace() else mark


def _opened(text: str) -> str:
    """The sign with which a question opens: a dash, its number, or a capital where all its letters are capitals."""
    if text.isupper():
        return "A" if ends_sentence(text) else ""
    return "—" if _DASH.match(text) else "1" if _NUMBER.match(text) and _asks(text) else ""


def _interview(context: Context, signs: Callable[[str], str]) -> _Interview | None:
    """What asks by the commonest of these signs, and where that ends."""
    flow, text = context.flow, context.flow.view.text
    likely = [block for block in flow.free()
              if text[block.start] in _SIGNS or text[block.start:block.start + _FIRST].isupper()]
    found = [(block, sign) for block in likely if (sign := signs(flow.text(block)))]
    if len(found) < _FEWEST:
        return None
    usual = Counter(sign for _, sign in found).most_common(1)[0][0]
    asking = [block for block, sign in found if sign == usual and not _is_crosshead(flow.text(block))]
    while asking and not (_asks(flow.text(asking[0])) or _answered(flow, asking) or _label(flow, asking[0])):
        del asking[0]
    while asking and asking[-1] is flow.blocks[-1]:  # it tells who asked, and nobody answers
        del asking[-1]
    if len(asking) < _FEWEST:
        return None
    end = end_of_talk(context, asking[0].number, asking[-1].number + 1)
    return _Interview([block.number for block in asking], end)


def _asks(text: str) -> bool:
    return text.rstrip("*_)]»”\" ").endswith("?")


def _is_crosshead(text: str) -> bool:
    return len(text) < _CROSSHEAD and not ends_sentence(text)


def _answered(flow: Flow, asking: list[Block]) -> bool:
    """Whether somebody speaks of himself straight behind the first of these blocks."""
    below = flow.at(asking[0].number + 1)
    return below is not None and below not in asking[1:2] and speaks_of_himself(flow.text(below)[:_SAMPLE])


def _weigh(context: Context, found: _Interview | None, told: str) -> Score:
    """How sure it is that these blocks ask and those between them answer; `told`: how they are set."""
    if found is None:
        return NO
    flow, asked = context.flow, found.asked
    texts = [flow.text(flow.blocks[number]) for number in asked]
    questions, answers = sum(map(_asks, texts)), found.answers
    own = sum(speaks_of_himself(flow.text(flow.blocks[number])[:_SAMPLE]) for number in answers)
    share = len(asked) / (found.end - asked[0])
    reason = (f"{counted(len(asked), 'paragraph')} {told}, {questions} of them questions; in {own} of "
              f"{counted(len(answers), 'answer')} somebody speaks of himself")
    early = flow.blocks[asked[0]].start < _EARLY * len(flow.view.text)
    placed = early or (share > _DENSE and len(asked) >= _SEVERAL)
    spoken = sum(addresses(text, context.language) for text in texts)
    holds = (questions > 0.5 * len(asked) and len(answers) > 0.5 * len(asked) and own > 0.4 * len(answers)
             and 0.1 < share < 0.7 and placed and spoken > 0.2 * len(asked))
    return Score(0.8 if holds else 0.2, reason)


def _told(context: Context) -> tuple[_Interview | None, Score]:
    """The interview of a text by the marks of its questions; else by the dashes or the numbers before them.

    In an interview hardly a dash stands straight below another one, as in a dialogue they do.
    """
    found = _interview(context, _whole)
    score = _weigh(context, found, "in bold or italics")
    if score.value < 0.5:
        dashed = _interview(context, _opened)
        if dashed is not None and len(dashed.answers) > 0.9 * len(dashed.asked):
            return dashed, _weigh(context, dashed, "behind a dash or a number, or in capitals")
    return found, score


def _label(flow: Flow, block: Block) -> Label | None:
    """A label at the head of a question or an answer: `**Q: When was that?**`"""
    first = block.lines[0]
    return next((label for label in read(flow.view.text, first.start, first.end)
                 if label.form == "colon" or (label.form == "point" and label.shape == "letter")), None)


def _labels(flow: Flow, found: _Interview) -> dict[int, Label]:
    """The labels that open questions; and those that open answers, where most have the same."""
    labels = {number: label for number in found.asked if (label := _label(flow, flow.blocks[number]))}
    told = {number: label for number in found.answers if (label := _label(flow, flow.blocks[number]))}
    counts = Counter(label.key for label in told.values())
    return labels | {number: label for number, label in told.items() if counts[label.key] > 0.5 * len(found.answers)}


def _claims(context: Context) -> Iterator[Span]:
    found, _ = _told(context)
    if found is None:
        return
    flow, asked = context.flow, set(found.asked)
    labels = _labels(flow, found)

    def part(block: Block) -> str:
        if block.number in flow.taken or is_heading(flow.text(block)) or (
                _whole(flow.text(block)) and _is_crosshead(flow.text(block))):
            return ""
        return QUESTION if block.number in asked else ANSWER

    opened = False
    for rule, run in groupby(flow.blocks[found.asked[0]:found.end], key=part):
        opened = bool(rule) and (opened or rule == QUESTION)  # below a heading a question comes first
        if opened:
            yield from _turn(flow, list(run), labels, rule)


def _turn(flow: Flow, blocks: list[Block], labels: dict[int, Label], rule: str) -> Iterator[Span]:
    text, label = flow.view.text, labels.get(blocks[0].number)
    flow.taken.update(block.number for block in blocks)
    opening = Opening(label.start, label.end) if label else Opening(blocks[0].start, blocks[0].start)
    pieces = [piece(text, block.start, block.end) for block in blocks]
    if label:
        said = text[label.end:blocks[0].end]
        pieces[0] = Piece(label.end + len(said) - len(said.lstrip()), blocks[0].end, "p")
    yield from turn(flow.view, opening, pieces, rule)


BOLD_QUESTIONS = Convention(
    "bold-questions",
    "Paragraphs in bold or italics, behind a dash or a number, are questions, and what stands between them answers.",
    "**When did you come here?**\\n\\nI came in May.",
    (Rule(QUESTION, "a paragraph as a whole in bold or italics, or behind a dash or a number",
          "**When did you come here?**", _claims),
     Rule(ANSWER, "what stands between two questions", "I came in May.", lambda _: ())),
    lambda context: _told(context)[1],
)
