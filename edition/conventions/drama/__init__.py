"""Plays: cast lists, acts and scenes, speakers, stage directions, verse."""

from edition.rules import Convention

DRAMA: tuple[Convention, ...] = ()

__all__ = ["DRAMA"]
