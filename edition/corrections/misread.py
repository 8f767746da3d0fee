"""Words that recognition misread, by what the word engine finds in running text of a language it knows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, cast

from edition.corrections.model import PROSE, Cert, Correction, Form, Tier, in_view
from edition.languages import Language, lexical
from edition.records import replace
from edition.regex import regex
from edition.rules import NO, Context, Score, counted
from edition.view import View
from edition.words import Words

if TYPE_CHECKING:  # the word engine is slow to load, and few texts need it
    from edition.ocr.engine import Proposal

CONVENTION: Final = "misread-words"
RULE: Final = "misread-word"
_BLOCKS: Final = (*PROSE, "ab")  # a page that nobody understood has words, too
_APART: Final = "\n\n"  # what stands between two blocks, so that no word has neighbours in another one
# Where a word is broken at a line's end; each begins with its sign, which is rare, and looks behind it afterwards.
_BROKEN = {sign: regex(rf"{sign}(?<=\w.)[ \t]*\n\s*(\w+)") for sign in "-¬\xad"}
_WORDS = regex(r"[^\W\d_]+")
_SHORTEST: Final = 3  # letters of a word that counts for the score
_MOST_UNKNOWN: Final = 0.5  # of a text in a language of which the program knows the words
_UNKNOWN: Final = 0.01  # from this share of unknown words on, a text may be misread
_RESEMBLING: Final = 0.25  # and is, if this share of them is a usual confusion away from a common word
_FEWEST: Final = 3
_LONG: Final = 200_000  # characters: of a longer text, so many are looked at for the score
_PIECE: Final = 5_000
_SMALL: Final = 0.12  # of the words of a passage that are small words of its language; else it is in another language
_PASSAGE: Final = 8  # words


def score(context: Context) -> Score:
    """Whether so many words in small letters are in no list that recognition must have misread some."""
    language = lexical(context.language)
    if language is None:
        return _without_list(context)
    text = _sample(context.text)
    passed = {*_halves(text), *context.options.taught.known}
    words = {word: count for word, count in (context.words if text is context.text else Words(text)).spelt.items()
             if len(word) >= _SHORTEST and word.islower() and word.isalpha() and word not in passed}
    total = sum(words.values())
    # The short list first: what it knows the long one knows, too.
    unknown = language.unknown(words, _UNKNOWN * total)
    if not unknown:
        return NO

    from edition.ocr import evidence
    from edition.ocr.lexicon import has

    if not has(language.tag):
        return _without_list(context)
    unknown = evidence.unknown(unknown, language.tag)
    count = sum(words[word] for word in unknown)
    if count < max(_FEWEST, _UNKNOWN * total):
        return NO
    alike = evidence.resembling(unknown, language.tag)
    if count > _MOST_UNKNOWN * total or alike < _RESEMBLING:
        return Score(0.2, f"{count} of {counted(total, 'word')} in small letters are in no list, but few of them look "
                     "misread: another language, or beyond repair")
    examples = ", ".join(f"“{word}”" for word in sorted(unknown)[:3])
    return Score(0.9, f"{count} of {counted(total, 'word')} in small letters are in no list, and {alike:.0%} of those "
                 f"look like a common one: {examples}")


def _sample(text: str) -> str:
    """A text, or of a long one even pieces of it, cut at blanks."""
    if len(text) <= _LONG:
        return text
    starts = range(0, len(text), len(text) * _PIECE // _LONG)
    return " ".join(text[text.find(" ", at) + 1:text.rfind(" ", at, at + _PIECE) + 1] for at in starts)


def _without_list(context: Context) -> Score:
    return Score(0.0, f"there is no word list for the language of this text ({context.language})")


def _halves(text: str) -> Iterator[str]:
    """The halves of words broken at a line's end; of a word broken twice the last third is none of them."""
    reached = 0
    for found in sorted([found for sign, pattern in _BROKEN.items() if sign in text
                         for found in pattern.finditer(text)], key=lambda found: found.start()):
        at = end = found.start()
        while at > reached and (text[at - 1].isalnum() or text[at - 1] == "_"):
            at -= 1
        if at < end:
            yield text[at:end]
            yield found[1]
            reached = found.end()


def misread_words(context: Context) -> Iterator[Correction | None]:
    """What the word engine proposes for the running text."""
    from edition.ocr import engine
    from edition.ocr.weighing import weighed

    language = lexical(context.language)
    if language is None:
        return
    views = [view for view in sorted(context.views(*_BLOCKS), key=lambda view: view.span.start) if _in(view, language)]
    starts, parts, at = list[int](), list[str](), 0
    for view in views:
        starts.append(at)
        parts.append(view.text)
        at += len(view.text) + len(_APART)
    for proposal in weighed(engine.examine(_APART.join(parts), language.tag), context.options.taught):
        yield _correction(proposal, views, starts)


def _correction(proposal: Proposal, views: Sequence[View], starts: Sequence[int]) -> Correction | None:
    """A proposal as a correction of the block it stands in; None where it cannot be marked there."""
    block = bisect_right(starts, proposal.start) - 1
    view, start, end = views[block], proposal.start - starts[block], proposal.end - starts[block]
    if end > len(view.text):
        return None
    reading = proposal.readings[0][0] if proposal.readings else ""
    form: Form = "corr" if reading else "sic"
    cert: Cert = "high" if proposal.tier == "automatic" else "medium"
    made = in_view(view, start, end, reading, RULE, proposal.reason, cert, cast(Tier, proposal.tier), form)
    return made and replace(made, readings=proposal.readings, wrong=proposal.wrong, series=proposal.series)


def _in(view: View, language: Language) -> bool:
    """Whether a passage is in the language: enough of its words are small words of it, or it has few words."""
    words = _WORDS.findall(view.text)
    return len(words) < _PASSAGE or sum(word.lower() in language.small for word in words) >= _SMALL * len(words)
