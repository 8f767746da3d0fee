"""What transcribers of handwriting, and programs that read it, say of words: doubtful, struck out, in a margin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.kinds import TEXT
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View
from edition.words import holds, occurrences

_STRUCK: tuple[str, Attrs] = ("del", (("rend", "strikethrough"),))
# What is said of words → the element and its attributes: how they look, or where they stand.
_SAID: dict[str, tuple[str, Attrs]] = {
    **dict.fromkeys(("unclear", "uncertain", "doubtful", "unsicher", "incertain"), ("unclear", ())),
    **dict.fromkeys(("crossed out", "crossed-out", "struck out", "struck through", "strikethrough", "strike", "deleted",
                     "deletion", "cancelled", "canceled", "gestrichen", "durchgestrichen", "biffé", "rayé", "tachado"),
                    _STRUCK),
    **dict.fromkeys(("inserted above", "added above", "interlined"), ("add", (("place", "above"),))),
    **dict.fromkeys(("inserted below", "added below"), ("add", (("place", "below"),))),
    **dict.fromkeys(("inserted in margin", "added in margin"), ("add", (("place", "margin"),))),
    **dict.fromkeys(("inserted", "insertion", "insert", "added", "addition", "eingefügt", "ajouté"), ("add", ())),
    **dict.fromkeys(("underlined", "underline", "unterstrichen", "souligné"), ("hi", (("rend", "underline"),))),
    **dict.fromkeys(("handwritten", "in pencil", "in ink", "handschriftlich"), ("hi", (("rend", "handwritten"),))),
    **dict.fromkeys(("superscript",), ("hi", (("rend", "superscript"),))),
}
_BLOCKS = ("margin", "marginalia", "marginal note", "in margin", "in the margin", "left margin", "right margin",
           "in left margin", "in right margin", "am rand", "en marge")
_STAMPS = ("stamp", "stamped", "seal", "postmark", "stempel", "cachet")
_REMARKS = ("meta", "notes", "note", "comment")
_OPENERS = "([{\"'“‘«„—–-"  # what stands before words without a blank
_LONGEST = 600  # characters between the marks


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace("\\ ", "[ _]") for word in sorted(words, key=len, reverse=True))


def _labelled(words: tuple[str, ...]) -> re.Pattern[str]:
    """`[label: words]`, in one bracket or two, or in braces."""
    return regex(rf"(?P<open>\[{{1,2}}|\{{)[ \t]*(?P<label>{_either(words)})[ \t]*:[ \t]*(?=\S)"
                 rf"(?P<text>[^\[\]{{}}]{{1,{_LONGEST}}}?)(?P<close>[ \t]*\??[ \t]*(?:\]{{1,2}}|\}}))", re.IGNORECASE)


_PHRASE = _labelled(tuple(_SAID))
_AROUND = regex(rf"(?P<open>\[{{1,2}}|<)(?P<label>{_either(tuple(_SAID))})(?:\]{{1,2}}|>)(?=\S)"
                rf"(?P<text>[^\[\]<>]{{1,{_LONGEST}}})(?P<close>(?:\[{{1,2}}|<)/(?P=label)(?:\]{{1,2}}|>))",
                re.IGNORECASE)
_MARGIN = _labelled(_BLOCKS)
_STAMP = _labelled(_STAMPS)
_REMARK = regex(rf"\[\[[ \t]*(?P<label>{_either(_REMARKS)})[ \t]*:[ \t]*(?=\S)"
                rf"(?P<text>[^\[\]]{{1,{_LONGEST}}}?)[ \t]*\]\]", re.IGNORECASE)
_WORD = r"[^\W\d_][\w.’'-]{0,30}"
_DOUBTED = regex(rf"\[\?[ ]?(?P<after>{_WORD}(?:[ /]{_WORD}){{0,3}})\]"
                 rf"|\[(?P<before>{_WORD}(?:[ /]{_WORD}){{0,2}})[ ]?\?\]"
                 rf"|(?<![\w’'-])(?P<word>{_WORD})[ ]?\[\?\]")
_STANDS = ("[illegible", "[unclear", "[torn", "[?]", "[…]")


def _opened(text: str, pattern: re.Pattern[str], openings: str = "[{") -> Iterator[re.Match[str]]:
    """What a pattern finds that begins with one of these characters: they are rare, and found at once."""
    reached = 0
    for at in sorted(at for opening in openings for at in occurrences(text, opening)):
        if at >= reached and (match := pattern.match(text, at)):
            yield match
            reached = match.end()


def _phrases(context: Context) -> Iterator[Span]:
    for view in context.views(*TEXT) if ":" in context.text or "/" in context.text else ():
        for pattern in (_PHRASE, _AROUND) if "[" in view.text or "{" in view.text or "</" in view.text else ():
            for match in _opened(view.text, pattern, "[{<"):
                yield _marked(view, match, *_SAID[match["label"].lower().replace("_", " ")])


def _marked(view: View, match: re.Match[str], kind: str, attrs: Attrs, name: str = "said-of-words") -> Span:
    """The claim of words between marks. Where the marks stand in a word, the blank within them parts it."""
    text, start, first, last = view.text, match.start(), match.start("text"), match.end("text")
    if start and not text[start - 1].isspace() and text[start - 1] not in _OPENERS:
        first -= len(text[start:first]) - len(text[start:first].rstrip())
    if not text[match.end():match.end() + 1].isspace():
        last += len(text[last:match.end()]) - len(text[last:match.end()].lstrip())
    return view.claim(kind, *match.span(), name, attrs, first - start, match.end() - last)


def _doubts(context: Context) -> list[tuple[View, re.Match[str]]]:
    """Words with a question mark in brackets; one alone may be an author's own."""
    found = [(view, match) for view in context.views(*TEXT) if "[" in view.text and "?" in view.text
             for match in _DOUBTED.finditer(view.text)] if holds(context.text, "?]", "[?") else []
    text = context.text.lower()
    return found if len(found) > 1 or (found and (any(map(text.__contains__, _STANDS)) or _PHRASE.search(text))) else []


def _doubted(context: Context) -> Iterator[Span]:
    for view, match in context.of_spans(_doubts):
        group = next(name for name in ("after", "before", "word") if match[name])
        yield view.claim("unclear", *match.span(), "doubted-word", (), match.start(group) - match.start(),
                         match.end() - match.end(group))


def _beside(context: Context) -> Iterator[Span]:
    """What stands in a margin is a note, and so is a remark; what a stamp says belongs to the page."""
    view = context.document()
    if ":" not in view.text:
        return
    for pattern, kind, attrs, name in _BESIDE:
        for match in _opened(view.text, pattern):
            yield _marked(view, match, kind, attrs, name)


_BESIDE: tuple[tuple[re.Pattern[str], str, Attrs, str], ...] = (
    (_MARGIN, "note", (("type", "authorial"), ("place", "margin")), "said-in-margin"),
    (_STAMP, "fw", (("type", "stamp"),), "said-on-stamp"),
    (_REMARK, "note", (("type", "annotation"), ("place", "inline")), "said-of-page"))


def _score_beside(context: Context) -> Score:
    text = context.text
    count = sum(1 for one in _BESIDE for _ in _opened(text, one[0]))
    return Score(0.9, counted(count, "bracket") + " of margins and stamps") if count else NO


def _score_words(context: Context) -> Score:
    text = context.text
    count = sum(1 for pattern in (_PHRASE, _AROUND) for _ in _opened(text, pattern, "[{<"))
    count += len(context.of_spans(_doubts))
    return Score(0.9, counted(count, "bracket") + " that say how words are written") if count else NO


MARGINS = Convention(
    "margins-and-stamps",
    "A bracket says that words stand in the margin or on a stamp, or what the transcriber thinks of the page.",
    "[margin: ask Hooper]",
    (Rule("said-in-margin", "words of which a bracket says that they stand in the margin", "[margin: ask Hooper]",
          _beside, tuple(word for label in _BLOCKS for word in label.split())),
     Rule("said-on-stamp", "words of which a bracket says that they are a stamp's", "[stamp: RECEIVED]", lambda _: (),
          _STAMPS),
     Rule("said-of-page", "a remark of who transcribed the page", "[[meta: the ink is faded]]", lambda _: (),
          _REMARKS)),
    _score_beside,
)
HANDS = Convention(
    "transcribers-marks",
    "A bracket says how words are written: doubtful, struck out, inserted, by hand.",
    "the [unclear: mill]",
    (Rule("said-of-words", "words of which a bracket says how they are written", "[crossed out: never]", _phrases,
          tuple(word for label in _SAID for word in label.replace("-", " ").split())),
     Rule("doubted-word", "a word with a question mark in brackets", "[mill?]", _doubted)),
    _score_words,
)
