"""Plays: cast lists, acts and scenes, speakers, stage directions, verse."""

from edition.conventions.drama.play import PLAYS
from edition.rules import Convention

DRAMA: tuple[Convention, ...] = (PLAYS,)

__all__ = ["DRAMA"]
