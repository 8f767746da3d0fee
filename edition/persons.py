"""Persons who speak or are named: one id each, the forms of the name that occur grouped under it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """`id`: an xml:id made of the name (`bucharin`). `name`: the fullest form that occurs; `variants`: the others."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    group: bool = False


def slug(name: str) -> str:
    """A lower-case ASCII xml:id of a name ("L. D. Trotsky" → "l-d-trotsky"); "person" where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return made if made[:1].isalpha() else f"person-{made}".rstrip("-")
