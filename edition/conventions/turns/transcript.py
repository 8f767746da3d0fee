"""Transcripts: texts that as a whole are the turns of speakers, each with all its paragraphs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from edition.conventions.turns.labels import Label, read
from edition.flow import Block, Flow
from edition.layout import ends_sentence
from edition.rules import NO, Context, Score, counted

# Shapes that hardly anything but a speaker has, with the least share of blocks that open a turn.
_STRONG = {"titled": 0.03, "role": 0.04, "numbered": 0.15, "caps": 0.08, "initials": 0.25, "letter": 0.3, "name": 0.3}
_ASKING = frozenset(("qa", "qr", "af", "pr", "dr", "av", "ir", "ei", "fs", "os"))
_QUOTES = tuple("\"“„«")
_ITEM = tuple("-–—•*0123456789")
_NEAR = 600  # characters before a label in which a bracket is looked for
_FORMS = {"colon": "a colon", "dash": "a dash", "point": "a point", "mark": "the end of a mark",
          "line": "the end of the line"}


class Found(NamedTuple):
    """A label in its block, at its line."""

    block: Block
    line: int
    label: Label


@dataclass(frozen=True)
class Transcript:
    """The labels that open turns, in order, and why they are believed."""

    turns: list[Found]
    score: Score


def _candidates(flow: Flow) -> list[Found]:
    return [Found(block, place, label) for block in flow.free() for place, line in enumerate(block.lines)
            for label in read(flow.view.text, line.start, line.end)]


def transcript(context: Context) -> Transcript:
    """What of a text are turns, if it is a transcript; found once for each flow."""
    flow = context.flow
    made: tuple[Flow, Transcript] | None = vars(context).get("_transcript")
    if made is None or made[0] is not flow:
        found = _candidates(flow)
        tried = [_read(flow, [one for one in found if one.label.form == form]) for form in _FORMS]
        best = max(tried, key=lambda one: (one.score.value, len(one.turns)))
        made = vars(context)["_transcript"] = flow, best
    return made[1]


def _read(flow: Flow, found: list[Found]) -> Transcript:
    """The labels of one form that hold, and how sure that is."""
    found = _inside_blocks(flow, found)
    turns = _holding(flow, found)
    return Transcript(turns, _score(flow, turns))


def _inside_blocks(flow: Flow, found: list[Found]) -> list[Found]:
    """Labels at the head of a block; of those at later lines the ones of speakers who recur, after a sentence's end."""
    counts = Counter(one.label.key for one in found)
    likely = [one for one in found if one.line == 0 or (counts[one.label.key] > 2 and not _bracketed(flow, one))]
    inside = sum(one.line > 0 and ends_sentence(_line_before(flow, one)) for one in likely)
    tight = inside > 0.3 * len(likely)  # no empty lines between turns
    return [one for one in likely if one.line == 0 or tight or ends_sentence(_line_before(flow, one))]


def _bracketed(flow: Flow, one: Found) -> bool:
    """Whether a bracket that was opened before the label is still open: a cry in a comment is no turn."""
    before = flow.view.text[max(one.block.start, one.label.start - _NEAR):one.label.start]
    return before.rfind("(") > before.rfind(")") or before.rfind("[") > before.rfind("]")


def _line_before(flow: Flow, one: Found) -> str:
    line = one.block.lines[one.line - 1]
    return flow.view.text[line.start:line.end]


def _manner(label: Label) -> tuple[str, bool]:
    """How a label is printed; an office in capitals and a name in capitals are printed in one manner."""
    upper = label.name.upper() == label.name and label.shape in ("titled", "role", "caps")
    return "caps" if upper else label.shape, label.marked


def _holding(flow: Flow, found: list[Found]) -> list[Found]:
    """Labels that recur in the manner in which most labels that recur are printed; and single ones in that manner."""
    counts = Counter(one.label.key for one in found)
    core = [one for one in found if counts[one.label.key] > 1]
    if not core:
        return []
    manners = Counter(_manner(one.label) for one in core)
    usual = {manner for manner, count in manners.items() if count >= 0.15 * len(core)}
    kept = [one for one in found if _manner(one.label) in usual
            and (counts[one.label.key] > 1 or _credible(flow, one))]
    return [one for one in kept if not _heads_list(flow, one)]


def _credible(flow: Flow, one: Found) -> bool:
    """Whether a label that stands only once is a speaker's by its form."""
    label = one.label
    if label.shape in ("titled", "role", "numbered", "initials"):
        return True
    if label.shape == "letter":
        return False
    words = label.name.split()
    return one.label.form != "line" and (len(words) > 1 or label.shape == "caps" or label.timed)


def _heads_list(flow: Flow, one: Found) -> bool:
    """Whether nothing but the items of a list follows the label."""
    if one.label.form == "line" or not one.label.alone or one.label.shape not in ("name", "caps"):
        return False
    after = flow.view.text[one.label.end:one.block.end].lstrip()
    below = flow.at(one.block.number + 1)
    return (after or (flow.text(below) if below else "-")).startswith(_ITEM)


def _score(flow: Flow, turns: list[Found]) -> Score:
    """Turns enough, of two speakers at least, over the greater part of the text."""
    if len(turns) < 4:
        return NO
    speakers = len({one.label.key for one in turns})
    shape = Counter(one.label.shape for one in turns).most_common(1)[0][0]
    share = len(turns) / len(flow.blocks[turns[0].block.number:])
    told = (f"{counted(len(turns), 'label')} of {counted(speakers, 'speaker')} before {_FORMS[turns[0].label.form]}; "
            f"{share:.0%} of the paragraphs open a turn")
    if turns[0].label.form == "point" and share < 0.1 and len(turns) < 2 * speakers:
        return Score(0.2, told)  # here and there somebody's name begins a paragraph: "Mrs. P., aged 45"
    if share < _STRONG[shape] or not _alternate(turns) or not _spread(flow, turns) or _other(flow, turns, shape):
        return Score(0.2, told)
    return Score(min(1.0, 0.6 + share), told)


def _alternate(turns: list[Found]) -> bool:
    """Whether two speakers at least recur and turns pass from one to another."""
    keys = [one.label.key for one in turns]
    changes = sum(a != b for a, b in pairwise(keys))
    least = 0.5 if turns[0].label.form == "line" else 0.3  # a chairman may call on one after another
    return changes > least * len(keys) and sum(count > 1 for count in Counter(keys).values()) > 1


def _spread(flow: Flow, turns: list[Found]) -> bool:
    """Whether the turns begin in the first part of the text and go on into the last."""
    size, first, last = len(flow.view.text), turns[0].label.start, turns[-1].label.start
    return first < 0.6 * size and last - first > 0.4 * (size - first)


def _other(flow: Flow, turns: list[Found], shape: str) -> bool:
    """Whether the labels are something else: fields of a form, letters of a list, names before a quotation."""
    return (_catalogue([one.label.key for one in turns]) or (shape == "letter" and not _asking(turns))
            or (shape == "name" and _quoting(flow, turns)) or (turns[0].label.form == "line" and _closing(flow, turns)))


def _closing(flow: Flow, turns: list[Found]) -> bool:
    """Whether names alone on a line end what stands above them, as signatures do, or are no rarer than paragraphs."""
    below = [flow.at(one.block.number + 1) for one in turns if one.label.end == one.block.end]
    apart = sum(after is None or after.gap > one.block.gap > 0 for one, after in zip(
        [one for one in turns if one.label.end == one.block.end], below, strict=True))
    share = len(turns) / len(flow.blocks[turns[0].block.number:])
    return apart > 0.3 * len(turns) or share < 0.2


def _asking(turns: list[Found]) -> bool:
    """Two letters that alternate: `Q.` and `A.`; with a colon any two that do."""
    letters = [one.label.key for one in turns if one.label.shape == "letter"]
    two = [letter for letter, _ in Counter(letters).most_common(2)]
    pair = "".join(sorted(two))
    changes = sum(a != b for a, b in pairwise(letters))
    return len(two) == 2 and changes > 0.5 * len(letters) and (
        pair in {"".join(sorted(p)) for p in _ASKING} or turns[0].label.form == "colon")


def _quoting(flow: Flow, turns: list[Found]) -> bool:
    quoted = sum(flow.view.text[one.label.end:one.label.end + 3].lstrip().startswith(_QUOTES) for one in turns)
    return quoted > 0.5 * len(turns)


def _catalogue(keys: list[str]) -> bool:
    """Whether three labels or more follow one another always in one order, as the fields of a form do."""
    pairs = Counter(pairwise(keys))
    follows = Counter(keys[:-1])
    usual = Counter[str]()
    for (first, _), count in pairs.items():
        usual[first] = max(usual[first], count)
    recurring = [key for key, count in follows.items() if count > 2]
    return len(recurring) > 2 and sum(usual[key] for key in recurring) > 0.9 * sum(follows[key] for key in recurring)
