"""Proposals weighed anew by what people decided about others like them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from edition.ocr.engine import AUTOMATIC, QUEUE, SUGGESTION, Proposal
from edition.ocr.taught import NOTHING, Confusion, Taught, confusion

NEW: Final = 0.1  # the share of a reading that only decisions bring in, before they raise it
_READINGS: Final = 3


def weighed(proposals: Iterable[Proposal], taught: Taught) -> Iterator[Proposal]:
    """The proposals without the words that are known, and with the odds of each reading as decisions changed them.

    Words that a person confirmed or wrote are readings, too, where a confusion that was accepted leads to them.
    No word is corrected by the program because of that: to the automatic tier, decisions raise nothing.
    """
    if taught == NOTHING:
        yield from proposals
        return
    known = {(one.printed, one.true): one for one in taught.confusions}
    for proposal in proposals:
        if proposal.printed.lower() not in taught.known and (made := _weighed(proposal, taught, known)):
            yield made


def _weighed(proposal: Proposal, taught: Taught, known: dict[tuple[str, str], Confusion]) -> Proposal | None:
    """One proposal; None where too little is left of it."""
    old = dict(proposal.readings)
    rows = old | {word: NEW for word in _words(proposal.printed, taught) if word not in old}
    factors = {word: one.factor for word in rows if (one := known.get(confusion(proposal.printed, word)))}
    if not factors:
        return proposal
    shares = {word: share * factors.get(word, 1.0) for word, share in rows.items()}
    # To what is not among the readings, decisions say nothing: its odds are 1.
    whole = max(0.0, 1 - sum(rows.values())) + sum(shares.values())
    readings = tuple(sorted(((word, round(share / whole, 4)) for word, share in shares.items()),
                            key=lambda row: (-row[1], row[0])))[:_READINGS]
    wrong = round(min(1.0, sum(share for _, share in readings)), 4) if old else proposal.wrong
    return _made(proposal, readings, wrong, known) if wrong >= QUEUE else None


def _made(proposal: Proposal, readings: tuple[tuple[str, float], ...], wrong: float,
          known: dict[tuple[str, str], Confusion]) -> Proposal:
    """The proposal with these readings; its tier is automatic only where it was, for the same reading."""
    first, share = readings[0]
    same = bool(proposal.readings) and first == proposal.readings[0][0]
    tier = "suggestion" if share >= SUGGESTION else "queue"
    if proposal.tier == "automatic" and same and share >= AUTOMATIC:
        tier = "automatic"
    printed, true = confusion(proposal.printed, first)
    return proposal._replace(readings=readings, wrong=wrong, tier=tier,
                             series=proposal.series if same else f"{printed or '∅'} → {true or '∅'}",
                             reason=proposal.reason + _said(proposal.printed, first, known))


def _words(printed: str, taught: Taught) -> Iterator[str]:
    """The words known by decisions that one confusion, accepted more often than rejected, makes of a printed one."""
    word = printed.lower()
    for one in taught.confusions:
        if one.printed and one.accepted > one.rejected:
            at = word.find(one.printed)
            while at >= 0:
                read = word[:at] + one.true + word[at + len(one.printed):]
                if read in taught.known:
                    yield _cased(read, printed)
                at = word.find(one.printed, at + 1)


def _cased(word: str, printed: str) -> str:
    if printed.isupper() and len(printed) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if printed[:1].isupper() else word


def _said(printed: str, reading: str, known: dict[tuple[str, str], Confusion]) -> str:
    one = known.get(confusion(printed, reading))
    if not one:
        return ""
    said = [f"{'accepted' if kind else 'rejected'} {'once' if number == 1 else f'{number} times'}"
            for kind, number in ((True, one.accepted), (False, one.rejected)) if number]
    return f" In this edition, such a correction was {' and '.join(said)}."
