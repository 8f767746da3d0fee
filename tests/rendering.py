"""Outputs of TEI, for the tests of all that is rendered."""

from __future__ import annotations

from edition.rendering import outputs
from edition.rendering.tei import Tei


def render(tei: bytes, to: str, name: str, file: str = "", **parameters: str | bool) -> str:
    """The output `to` of a TEI document, as text."""
    return outputs.render(Tei(tei, name, file), to, **parameters).decode("utf-8")
