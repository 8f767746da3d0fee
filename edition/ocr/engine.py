"""What a text says of its misread words: each with up to three readings, a measured probability, and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from edition.ocr.document import Document, knowledge
from edition.ocr.doubts import Doubt, doubts
from edition.ocr.lexicon import has
from edition.ocr.readings import Reading, cased
from edition.ocr.reasons import reason, series
from edition.ocr.trees import Trees, trees

AUTOMATIC: Final = 0.93  # from this probability a reading may be printed without a person's word, where no veto holds
SUGGESTION: Final = 0.5  # from this one it is offered as the likely reading
QUEUE: Final = 0.02  # words less likely to be misread than this are not worth a person's time
READINGS: Final = 3
FEW: Final = 3  # likely misreadings: a text with fewer, or with a smaller share of them among its words, may be printed
SHARE: Final = 0.0015  # as it is, and what stands apart in it is not joined without a person's word


class Proposal(NamedTuple):
    """A word that may be misread: characters start … end of the text."""

    start: int
    end: int
    printed: str
    readings: tuple[tuple[str, float], ...]  # up to three, in the case of the printed word, each with its probability
    tier: str  # "automatic", "suggestion" or "queue"
    wrong: float  # the probability that the printed word is misread at all
    series: str  # the confusion, as printed → as it should be: "o → e"; empty where there is no reading
    reason: str  # a sentence for the person who decides


def examine(text: str, language: str) -> list[Proposal]:
    """The words of a text that may be misread, in their order; none in a language that the program has no data of."""
    language = language.partition("-")[0].lower()
    if not has(language):
        return []
    document, model, words = Document(text, knowledge(language)), trees(language, "readings"), trees(language, "words")
    weighed = [(doubt, _ranked(doubt.readings, model)) for doubt in doubts(document)]
    likely = sum(ranked[0][0] >= SUGGESTION and ranked[0][1].share is None and not ranked[0][1].veto
                 for _, ranked in weighed if ranked)
    misread = likely >= max(FEW, SHARE * len(document.tokens))
    made = []
    for doubt, ranked in weighed:
        wrong = max(ranked[0][0] if ranked else 0.0, words.probability(doubt.evidence) if doubt.evidence else 0.0)
        if wrong >= QUEUE:
            made.append(_proposal(doubt, ranked, round(wrong, 4), document, misread))
    return made


def _proposal(doubt: Doubt, ranked: Sequence[tuple[float, Reading]], wrong: float, document: Document, misread: bool
              ) -> Proposal:
    """What is proposed for one word."""
    readings = tuple((cased(reading, doubt.printed, doubt.initial), share) for share, reading in ranked[:READINGS])
    best = _joined(ranked[0][1], misread) if ranked else None
    tier = _tier(ranked[0][0], best.veto) if best is not None else "queue"
    return Proposal(doubt.start, doubt.end, doubt.printed, readings, tier, wrong,
                    series(best.changes) if best else "", reason(doubt, best, readings, document))


def _joined(reading: Reading, misread: bool) -> Reading:
    """A reading that joins what stands apart is vetoed where the text shows too little else that is misread."""
    if reading.share is None or misread:
        return reading
    return reading._replace(veto="the text shows few other misreadings, so that it may have been printed so")


def _ranked(readings: Sequence[Reading], model: Trees) -> list[tuple[float, Reading]]:
    """The readings with their probabilities, the likeliest first; the probabilities of all are at most 1 together."""
    shares = [model.probability(reading.evidence) if reading.share is None else reading.share for reading in readings]
    whole = max(1.0, sum(shares))
    return sorted(((round(share / whole, 4), reading) for share, reading in zip(shares, readings, strict=True)),
                  key=lambda row: (-row[0], row[1].word))


def _tier(share: float, veto: str) -> str:
    if share >= AUTOMATIC and not veto:
        return "automatic"
    return "suggestion" if share >= SUGGESTION else "queue"
