"""Transcripts: texts that as a whole are the turns of speakers, each with all its paragraphs."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from edition.conventions.turns.angled import angled
from edition.conventions.turns.endings import end_of_talk, in_capitals, is_heading
from edition.conventions.turns.evidence import Evidence, Found
from edition.conventions.turns.labels import Label, read
from edition.conventions.turns.plainnames import named_before_points
from edition.flow import Flow, title_like
from edition.layout import Line, ends_sentence
from edition.records import record, replace
from edition.regex import regex
from edition.rules import NO, Context, Score, counted

_FORMS = {"colon": "a colon", "dash": "a dash", "point": "a point", "mark": "the end of a mark",
          "line": "the end of the line", "square": "the end of a bracket", "gap": "a wide gap",
          "angle": "an angle bracket"}
_FEWEST = 4     # turns
_FAR = 5        # paragraphs
_NEAR = 600     # characters before a label in which a bracket is looked for
_TIGHT = 0.1    # of the lines: where fewer stand below an empty one, no gaps part turns
_FEW = 0.03     # of the blocks: where fewer begin with a label that recurs, other lines are not asked
_USUAL = 0.15   # of the labels that recur: so many printed in one manner make it usual
_HEADS = 3      # times that a head of pages stands in a text
_CRY = 20       # characters: what is spoken in capitals is short
_SHORT = 3      # letters: a short word in capitals is an abbreviation
_DIGIT = regex(r"\d")
_LETTER = regex(r"[^\W\d_]")
_ITEM = tuple("-–—•*0123456789")


@record
class Transcript:
    """The labels that open turns, in order, why they are believed, and the number of the block at which talk ends."""

    turns: list[Found]
    score: Score
    end: int


def transcript(context: Context) -> Transcript:
    """What of a text are turns, if it is a transcript; found once for each flow."""
    flow = context.flow
    made: tuple[Flow, Transcript] | None = vars(context).get("_transcript")
    if made is None or made[0] is not flow:
        evidence, found = Evidence(flow), [*_candidates(flow), *_angled(flow)]
        tried = [_read(context, evidence, [one for one in found if one.label.form == form]) for form in _FORMS]
        best = _with_others(found, max(tried, key=_preference))
        made = vars(context)["_transcript"] = flow, best
    return made[1]


def _with_others(found: list[Found], best: Transcript) -> Transcript:
    """With the labels of another form that a hearing has: `Q` and `A` for two, `THE COURT:` for all others."""
    letters = sum(one.label.shape == "letter" for one in best.turns)
    if best.score.value < 0.5 or best.turns[0].label.form not in ("point", "colon"):
        return best
    form = "point" if best.turns[0].label.form == "colon" else "colon"
    if letters > 0.5 * len(best.turns):
        others = [one for one in found if one.label.form == form and one.label.shape in ("titled", "role")
                  and one.label.name.isupper()]
    else:
        others = [one for one in found if one.label.form == form and one.label.key in ("q", "a")
                  and best.turns[0].label.name.isupper()]
        if sum(a.label.key != b.label.key for a, b in pairwise(others)) < 4:
            return best
    taken = {(one.block.number, one.line) for one in best.turns}
    others = [one for one in others if (one.block.number, one.line) not in taken]
    if not others:
        return best
    return replace(best, turns=sorted([*best.turns, *others], key=lambda one: one.label.start))


def _preference(one: Transcript) -> tuple[bool, float, int]:
    """What holds comes first; a name alone on a line is the weakest sign."""
    holds = one.score.value >= 0.5
    alone = bool(one.turns) and one.turns[0].label.form == "line"
    return holds, one.score.value / (2 if alone else 1), len(one.turns)


def _candidates(flow: Flow) -> list[Found]:
    """What may be labels: at the head of blocks; at other lines too where those tell of a talk, or no gaps part it."""
    text = flow.view.text
    heads = [Found(block, 0, label) for block in flow.free() for line in block.lines[:1]
             if not text[line.start].islower() for label in read(text, line.start, line.end)]
    heads = sorted([*heads, *named_before_points(flow, heads)], key=lambda one: one.label.start)
    keys = Counter(one.label.key for one in heads)
    gaps = sum([line.gap > 0 for line in flow.page.lines])
    recurring = sum(count for count in keys.values() if count > 1)
    if recurring < max(4, _FEW * len(flow.blocks)) and gaps > _TIGHT * len(flow.page.lines):
        return heads
    inner = [Found(block, place, label) for block in flow.free() for place, line in enumerate(block.lines)
             if place and not text[line.start].islower() for label in read(text, line.start, line.end)]
    return sorted([*heads, *inner], key=lambda one: one.label.start) if inner else heads


def _angled(flow: Flow) -> list[Found]:
    """The lines that begin with a name between angle brackets."""
    text = flow.view.text
    if ">" not in text or "<" not in text:
        return []
    return [Found(block, place, label) for block in flow.free() for place, line in enumerate(block.lines)
            if (label := angled(text, line.start, line.end))]


def _read(context: Context, evidence: Evidence, found: list[Found]) -> Transcript:
    """The labels of one form that hold, and how sure that is."""
    turns = _from_first(evidence.flow, _holding(evidence, _inside_blocks(evidence.flow, found)))
    if len(turns) < _FEWEST:
        return Transcript(turns, NO, 0)
    end = end_of_talk(context, turns[0].block.number, turns[-1].block.number)
    return Transcript(turns, _score(evidence, turns, end), end)


def _from_first(flow: Flow, turns: list[Found]) -> list[Found]:
    """Labels without a first one that stands far above the others, in front of a heading: in another text."""
    for at, (one, below) in enumerate(pairwise(turns[:_FEWEST])):
        between = range(one.block.number + 1, below.block.number)
        if len(between) > _FAR and any(is_heading(text) or in_capitals(text) for text in (
                flow.text(flow.blocks[number]) for number in between)):
            return turns[at + 1:]
    return turns


def _inside_blocks(flow: Flow, found: list[Found]) -> list[Found]:
    """Labels at the head of a block; those at later lines where a sentence ends above, or no empty line parts turns."""
    likely = _varied(flow, [one for one in found if one.line == 0 or not _bracketed(flow, one)])
    counts = Counter(one.label.key for one in likely)
    recurring = [one for one in likely if counts[one.label.key] > 2]
    tight = sum(_line(one).gap == 0 for one in recurring) > 0.5 * len(recurring)
    indents = Counter(_line(one).indent for one in recurring).most_common(1)
    inset = tight and indents[0][0] > flow.page.margin
    fewest = 1 if tight else 3
    short = {key for key, count in counts.items() if count > 2}
    return [one for one in likely if one.line == 0 or one.label.form == "angle" or _in_full(one.label, short) or (
        _line(one).indent == indents[0][0] if inset
        else counts[one.label.key] >= fewest and (
            _ended_above(flow, one) or (tight and counts[one.label.key] > 2)))]


def _varied(flow: Flow, found: list[Found]) -> list[Found]:
    """Labels without those that one and the same text follows each time but for its numbers: the heads of pages."""
    told = defaultdict[str, set[str]](set)
    for one in found:
        told[one.label.key].add(flow.view.text[one.label.end:one.block.lines[one.line].end])
    printed = {key for key, texts in told.items() if any(_DIGIT.search(text) and _LETTER.search(text) for text in texts)
               and len({_DIGIT.sub("", text) for text in texts}) == 1}
    counts = Counter(one.label.key for one in found)
    return [one for one in found if one.label.key not in printed or counts[one.label.key] < _HEADS]


def _line(one: Found) -> Line:
    return one.block.lines[one.line]


def _bracketed(flow: Flow, one: Found) -> bool:
    """Whether a bracket that was opened before the label is still open: a cry in a comment is no turn."""
    before = flow.view.text[max(one.block.start, one.label.start - _NEAR):one.label.start]
    return before.rfind("(") > before.rfind(")") or before.rfind("[") > before.rfind("]")


def _ended_above(flow: Flow, one: Found) -> bool:
    """Whether a sentence or a comment in brackets ends on the line above."""
    line = one.block.lines[one.line - 1]
    above = flow.view.text[line.start:line.end]
    return ends_sentence(above) or above.endswith((")", "]"))


def _manner(label: Label) -> tuple[str, bool]:
    """How a label is printed; an office in capitals and a name in capitals are printed in one manner."""
    if label.shape in ("titled", "role", "caps"):
        *others, last = label.name.split()
        capitals = label.shape == "caps" or (last.isupper() and len(last.strip(".")) > 1) or any(
            word.isupper() and len(word) > _SHORT for word in others)
        return "caps" if capitals else "titled", label.marked
    return label.shape, label.marked


def _holding(evidence: Evidence, found: list[Found]) -> list[Found]:
    """Labels that recur in the manner in which most labels that recur are printed; and single ones in that manner.

    Where hardly anybody but the chair recurs, the names of those who are called to speak have a manner of their own.
    """
    counts = Counter(one.label.key for one in found)
    core = [one for one in found if counts[one.label.key] > 1]
    if not core:
        return []
    if 2 * sum(one.label.hashed for one in core) < len(core):  # `# Anna Alder` heads the talk, and opens no turn of it
        found = [one for one in found if not one.label.hashed]
    letters = [key for key, _ in Counter(one.label.key for one in core if one.label.shape == "letter").most_common(2)]
    found = [one for one in found if one.label.shape != "letter" or one.label.key in letters]
    manners = Counter(_manner(one.label) for one in core)
    usual = {manner for manner, count in manners.items() if count >= _USUAL * len(core)}
    if not any(manner[0] == "name" for manner in usual):
        named = [one for one in found if one.label.shape == "bracketed"
                 or (one.label.shape == "name" and evidence.is_full_name(one.label))]
        usual |= {_manner(one.label) for one in named if len(named) >= 0.3 * len(core)}
    while len(found) > len(core) // 2 and _is_field(evidence.flow, found[0]):
        found = found[1:]
    short = {key for key, count in counts.items() if count > 1}
    kept = [one for one in found if (
        counts[one.label.key] > 1 or _credible(evidence, one.label) if _manner(one.label) in usual
        else counts[one.label.key] == 1 and one.label.marked == core[0].label.marked and _in_full(one.label, short))]
    return [one for one in kept if not _heads_list(evidence.flow, one)]


def _in_full(label: Label, short: set[str]) -> bool:
    """Whether a label that stands once gives in full what others shorten: `Anna Birch` and `AB`, `Question` and `Q`."""
    words = label.key.split()
    if label.shape == "role":
        return len(words) == 1 and words[0][0] in short
    initials = "".join(word[0] for word in words)
    return label.shape in ("name", "caps") and len(words) > 1 and (
        initials in short or ".".join(initials) in short or words[-1] in short)


def _is_field(flow: Flow, one: Found) -> bool:
    """Whether a label at the beginning is that of a field, with a name behind it: `Interviewer: Anna Alder`."""
    line = _line(one)
    said = flow.view.text[one.label.end:line.end].strip(" *_\t")
    return one.label.form == "colon" and one.label.shape in ("role", "titled") and 0 < len(said) < 60 and (
        said[-1].isalnum() and title_like(said))


def _credible(evidence: Evidence, label: Label) -> bool:
    """Whether a label that stands only once is a speaker's by its form, or by what the text says of him."""
    if label.shape in ("titled", "role", "numbered", "initials", "bracketed"):
        return True
    if label.shape == "letter":
        return False
    words = len(label.name.split())
    if label.form == "line" or (label.shape == "name" and words == 1):
        return evidence.is_full_name(label)
    return words > 1 or label.shape == "caps" or label.timed


def _heads_list(flow: Flow, one: Found) -> bool:
    """Whether nothing but the items of a list, or the rest of a heading, follows the label."""
    if one.label.form == "line" or one.label.shape not in ("name", "caps"):
        return False
    after = flow.view.text[one.label.end:one.block.end].lstrip()
    below = flow.at(one.block.number + 1)
    if not one.label.alone:
        return after.startswith(_ITEM[:5]) or (one.label.shape == "caps" and after.isupper() and len(after) > _CRY)
    return (after or (flow.text(below) if below else "-")).startswith(_ITEM)


def _score(evidence: Evidence, turns: list[Found], end: int) -> Score:
    """Turns of two speakers at least, over the greater part of a stretch that ends before the block `end`."""
    speakers = len({one.label.key for one in turns})
    share = len(turns) / len(evidence.flow.blocks[turns[0].block.number:end])
    told = (f"{counted(len(turns), 'label')} of {counted(speakers, 'speaker')} before {_FORMS[turns[0].label.form]}; "
            f"{share:.0%} of the paragraphs open a turn")
    if turns[0].label.form == "point" and share < 0.1 and len(turns) < 2 * speakers:
        return Score(0.2, told)  # here and there somebody's name begins a paragraph: "Mrs. P., aged 45"
    return Score(min(1.0, 0.6 + share) if evidence.holds(turns, share, end) else 0.2, told)
