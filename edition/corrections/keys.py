"""What the keys of a file of decisions may say."""

from __future__ import annotations

from edition.corrections.decision import Kind, Mark, Status
from edition.corrections.model import Cert

STATUSES: tuple[Status, ...] = ("proposed", "accepted", "edited", "rejected", "unsure")
READINGS: tuple[Kind, ...] = ("ocr", "print", "encoder", "regularisation")
EVIDENCE = ("internal", "external", "conjecture")
CERTS: tuple[Cert, ...] = ("high", "medium", "low")
MARKS: tuple[Mark, ...] = ("gap", "surplus", "unclear", "supplied", "keep", "sic")
SIDES = ("before", "after")
DEEPEST = 6  # level of a heading
WHATS = ("corrected", "mark", "note", "who", "voice", "is")
ID = (r"[a-z]([-a-z0-9]*[a-z0-9])?", "an id: lower-case letters, digits and hyphens, beginning with a letter")
IDS = (rf"{ID[0]}( {ID[0]})*", "the id of a person, or several with blanks between them")
SOURCE = (r"https?://\S+|#\S+", "a web address, or # and an xml:id of this text; say in `why` what has neither")
