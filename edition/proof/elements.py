"""How the elements of the text count in the proof: what is an addition, and where white space is layout."""

from __future__ import annotations

ADDITIONS = frozenset({"corr", "reg", "supplied"})              # and note[@type="apparatus"]; nothing else
BREAKS = frozenset({"lb", "pb", "cb"})
# Elements that hold no text of their own: white space between their children is layout.
_CONTAINERS = (
    "text front body back div titlePage docTitle epigraph argument postscript sp lg list table row figure castList "
    "address"
)
CONTAINERS = frozenset(_CONTAINERS.split())
# Elements that begin and end a line wherever they stand; others do so as children of a container.
_BLOCKS = (
    "head p ab trailer byline opener closer salute dateline signed postscript address addrLine l lg list item table "
    "row cell figure figDesc castList castItem sp speaker titlePart docTitle docImprint"
)
BLOCKS = frozenset(_BLOCKS.split())
# What interrupts a sentence without being part of it: the words before and after it are neighbours.
INTERRUPTS = frozenset({"fw", "figure", "table"})
