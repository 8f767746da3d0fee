"""Proposals weighed anew by what people decided about others like them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edition.ocr.engine import AUTOMATIC, QUEUE, SUGGESTION, Proposal
from edition.ocr.taught import NOTHING, Confusion, Taught, confusion


def weighed(proposals: Iterable[Proposal], taught: Taught) -> Iterator[Proposal]:
    """The proposals without the words that are known, and with the odds of each reading as decisions changed them.

    A word is never corrected by the program because of that: to the automatic tier, decisions raise nothing.
    """
    if taught == NOTHING:
        yield from proposals
        return
    known = {(one.printed, one.true): one for one in taught.confusions}
    for proposal in proposals:
        if proposal.printed.lower() not in taught.known and (made := _weighed(proposal, known)):
            yield made


def _weighed(proposal: Proposal, known: dict[tuple[str, str], Confusion]) -> Proposal | None:
    """One proposal; None where too little is left of it."""
    rows = [(reading, share, known.get(confusion(proposal.printed, reading))) for reading, share in proposal.readings]
    if not any(one for *_, one in rows):
        return proposal
    # To what is not among the readings, decisions say nothing: its odds are 1.
    rest = max(0.0, 1 - sum(share for _, share, _ in rows))
    shares = [(reading, share * (one.factor if one else 1.0)) for reading, share, one in rows]
    whole = rest + sum(share for _, share in shares)
    readings = tuple(sorted(((reading, round(share / whole, 4)) for reading, share in shares),
                            key=lambda row: (-row[1], row[0])))
    wrong = round(min(1.0, sum(share for _, share in readings)), 4)
    if wrong < QUEUE:
        return None
    first = readings[0]
    best = first[0] == proposal.readings[0][0]
    tier = "suggestion" if first[1] >= SUGGESTION else "queue"
    if proposal.tier == "automatic" and best and first[1] >= AUTOMATIC:
        tier = "automatic"
    printed, true = confusion(proposal.printed, first[0])
    series = proposal.series if best else f"{printed or '∅'} → {true or '∅'}"
    return proposal._replace(readings=readings, wrong=wrong, tier=tier, series=series,
                             reason=proposal.reason + _said(proposal.printed, first[0], known))


def _said(printed: str, reading: str, known: dict[tuple[str, str], Confusion]) -> str:
    one = known.get(confusion(printed, reading))
    if not one:
        return ""
    said = [f"{'accepted' if kind else 'rejected'} {'once' if number == 1 else f'{number} times'}"
            for kind, number in ((True, one.accepted), (False, one.rejected)) if number]
    return f" In this edition, such a correction was {' and '.join(said)}."
