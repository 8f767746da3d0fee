"""Plain names before a point ("Brandi. Onorevoli colleghi"): labels where a chair has one and they come again."""

from __future__ import annotations

import re
from collections import Counter

from edition.conventions.turns.evidence import Found
from edition.conventions.turns.labels import Label, key, shape
from edition.conventions.turns.words import NOT_SPEAKERS
from edition.flow import Block, Flow
from edition.regex import regex
from edition.speech.offices import OFFICES

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = regex(rf"(?P<mark>[*_]{{0,2}})(?P<name>{_CAPITAL}[^\W\d_][\w’'-]*(?: {_CAPITAL}[\w’'-]+){{0,2}})"
              rf"(?P<office>, [^.:;!?()\n]{{3,80}})?(?P<bracket> \([^()\n]{{2,60}}\))?\.(?P=mark)"
              rf"(?= (?:{_CAPITAL}|[«\"“(¿¡—–-]))")
_LONGEST = 140  # characters of a label
_CALLS = 3      # turns of the chair, and of those who are called, below which nothing is proved


def named_before_points(flow: Flow, heads: list[Found]) -> list[Found]:
    """Labels of plain names at the head of blocks, where an office alone before a point has turns of its own.

    Each name comes again, or has several words, or an office stands behind it; those that come again are many.
    """
    pointed = [one for one in heads if one.label.form == "point"]
    chairs = Counter(one.label.key for one in pointed
                     if one.label.shape in ("titled", "role") and " " not in one.label.key)
    if max(chairs.values(), default=0) < _CALLS:
        return []
    taken = {one.block.number for one in pointed}
    found = [(block, match) for block in flow.free() if block.number not in taken
             and (match := _NAME.match(flow.view.text, block.start, min(block.end, block.start + _LONGEST)))]
    counts = Counter(key(match["name"]) for _, match in found if _is_name(match))
    kept = [_found(block, match) for block, match in found if _is_name(match)
            and (counts[key(match["name"])] > 1 or " " in match["name"] or _has_office(match))]
    return kept if sum(count for count in counts.values() if count > 1) >= _CALLS else []


def _is_name(match: re.Match[str]) -> bool:
    return (not match["office"] or _has_office(match)) and shape(match["name"]) == "name" and (
        match["name"].lower() not in NOT_SPEAKERS)


def _has_office(match: re.Match[str]) -> bool:
    return any(word in OFFICES for word in re.split(r"\W+", (match["office"] or "").lower()))


def _found(block: Block, match: re.Match[str]) -> Found:
    name = match["name"] + (match["office"] or "")
    return Found(block, 0, Label(block.start, match.end(), name, (match["bracket"] or "").strip(), "point", "name",
                                 key(match["name"]), bool(match["mark"]), False, match.end() == block.end))
