"""Conventions that hold where their mark-up occurs at all."""

from __future__ import annotations

from collections.abc import Callable

from edition.rules import NO, Context, Score
from edition.words import holds


def cued(*cues: str) -> Callable[[Context], Score]:
    """The score of a convention whose mark-up is its own evidence: whether one of these strings is in the text."""
    def score(context: Context) -> Score:
        found = next((cue for cue in cues if holds(context.text, cue)), None)
        return Score(0.9, f'"{found}" occurs in the text') if found else NO

    return score
