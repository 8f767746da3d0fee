"""The layout ledger: what a TEI leaves out of its source (exact white space, encoding), so that both restore it.

The TEI keeps the characters and normalises the white space. The ledger says what white space stood where, counted in
characters that are not white space: re-indenting the TEI changes none of these numbers. What the TEI lets expect (one
space between words, an empty line between blocks …) is stated once, and then only the exceptions.
"""

from __future__ import annotations

import codecs
import hashlib
import json
from collections import Counter
from itertools import accumulate
from typing import Any

from edition.findings import UserError, fail
from edition.proof.skins import BLANKS, WORD
from edition.proof.stream import Stream, stream

VERSION = 1
# The kinds of place where white space may stand. "text" is between two words of one piece of text, the only place
# where the TEI's own white space is trusted: at tags another tool may have changed it.
_KINDS = ("start", "text", "tag", "outside", "inside", "block", "end")
_FIELDS: dict[str, type] = {
    "version": int, "source": str, "sha256": str, "tei": str, "encoding": str, "bom": str,
    "usual": dict, "layout": dict,
}
# Codecs that write a byte-order mark of themselves; for them the mark and the plain codec are recorded.
_MARKED = {
    "utf-8-sig": ((codecs.BOM_UTF8, "utf-8"), (b"", "utf-8")),
    "utf-16": ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
               (b"", "utf-16-le"), (b"", "utf-16-be")),
    "utf-32": ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
               (b"", "utf-32-le"), (b"", "utf-32-be")),
}


def make(data: bytes, raw: str, encoding: str, bom: bytes, name: str, tei: bytes) -> dict[str, Any]:
    """The ledger of a source and its TEI.

    `data`: the source's bytes; `raw`: the text in them without its byte-order mark, newlines as found; `encoding`: any
    Python text codec; `bom`: the mark; `name`: of the file, with its ending.
    UserError `ledger-encoding` where `raw` does not give `data` back, and `ledger-foreign` where the TEI is not of this
    source.
    """
    codec, mark = _codec(data, raw, encoding, bom, name)
    rebuilt = _read(tei, name)
    words = [match.span() for match in WORD.finditer(raw)]
    if rebuilt.characters != "".join(raw[start:end] for start, end in words):
        raise fail("ledger-foreign", "the TEI does not hold this source's characters, so no ledger can be made for the "
                   "two; run `edition verify` to see where they differ", name)
    gaps = _gaps(raw, words)
    kinds = _places(rebuilt)
    usual = _usual(gaps, kinds)
    return {
        "version": VERSION,
        "source": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "tei": _digest(rebuilt),
        "encoding": codec,
        "bom": mark.hex(),
        "usual": usual,
        "layout": _packed(gaps, kinds, usual),
    }


def restore(tei: bytes, ledger: dict[str, Any], file: str = "") -> bytes:
    """The source's bytes, exactly. `file` names the ledger in messages.

    UserError: `ledger-version`, `ledger-broken` (a field is missing or makes no sense), `ledger-foreign` (it belongs to
    another TEI, or the TEI's text was changed), `restore-mismatch` (what comes out is not the source).
    """
    _check(ledger, file)
    rebuilt = _read(tei, file)
    if _digest(rebuilt) != ledger["tei"]:
        raise fail("ledger-foreign", "this ledger does not belong to this TEI: it was made for a TEI with other text. "
                   "Take the ledger that was built together with the TEI, or build both again", file)
    text = _laid_out(rebuilt, ledger, file)
    try:
        data = bytes.fromhex(ledger["bom"]) + _encoded(text, ledger["encoding"])
    except (LookupError, UnicodeError, ValueError) as error:
        raise _broken(f"the encoding cannot be used: {error}", file) from None
    if hashlib.sha256(data).hexdigest() != ledger["sha256"]:
        raise fail("restore-mismatch", "what TEI and ledger give is not the source: its checksum differs. The ledger "
                   "was changed; build it again", file)
    return data


def dumps(ledger: dict[str, Any]) -> str:
    """A ledger as JSON text: the same ledger gives the same text."""
    return json.dumps(ledger, ensure_ascii=False, indent=1) + "\n"


def loads(text: str, file: str = "") -> dict[str, Any]:
    """The ledger in a JSON text. UserError `ledger-broken` or `ledger-version`, with line and column."""
    try:
        ledger = json.loads(text)
    except json.JSONDecodeError as error:
        raise fail("ledger-broken", f"the ledger is not JSON ({error.msg}); build it again",
                   file, error.lineno, error.colno) from None
    except (RecursionError, ValueError):
        raise _broken("it is not JSON that a ledger can hold", file) from None
    _check(ledger, file)
    return dict(ledger)


def _broken(what: str, file: str) -> UserError:
    return fail("ledger-broken", f"the ledger is damaged: {what}; build it again", file)


def _check(ledger: object, file: str) -> None:
    """That every field is there and of its type."""
    if not isinstance(ledger, dict):
        raise _broken("an object was expected", file)
    if ledger.get("version") != VERSION:
        raise fail("ledger-version", f"the ledger is of version {ledger.get('version', 'unknown')}; this program reads "
                   f"version {VERSION}; build it again", file)
    for name, kind in _FIELDS.items():
        if not isinstance(ledger.get(name), kind):
            raise _broken(f'"{name}" is missing or not of the right type', file)
    for name in ("usual", "layout"):
        if not all(isinstance(value, str) for value in ledger[name].values()):
            raise _broken(f'"{name}" may hold only strings', file)
    if any(white.strip(BLANKS) for white in (*ledger["usual"].values(), *ledger["layout"])):
        raise _broken("it holds characters that are not white space", file)


# Encoding


def _codec(data: bytes, raw: str, encoding: str, bom: bytes, name: str) -> tuple[str, bytes]:
    """The codec and the mark with which the text gives the bytes."""
    try:
        codec = codecs.lookup(encoding).name
        for mark, plain in ((bom, codec), *_MARKED.get(codec, ())):
            if codec not in _MARKED or plain != codec:
                encoded = _encoded(raw, plain)
                if len(mark) + len(encoded) == len(data) and mark + encoded == data:
                    return plain, mark
    except (LookupError, UnicodeError) as error:
        raise fail("ledger-encoding", f"the source cannot be written as {encoding}: {error}", name) from None
    raise fail("ledger-encoding", f"the source, read as {encoding}, does not give its bytes back, so it could not be "
               "restored; state the right encoding", name)


def _encoded(text: str, codec: str) -> bytes:
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        if codec.startswith("utf-") and codec != "utf-7":       # a lone surrogate, which other tools write
            return text.encode(codec, "surrogatepass")
        raise


# The TEI's side


def _read(tei: bytes, file: str) -> Stream:
    rebuilt = stream(tei)
    if rebuilt.problems:
        what = "; ".join(rebuilt.problems[0].lines())
        raise fail("ledger-foreign", f"the TEI gives no source back ({what}); run `edition verify`", file)
    return rebuilt


def _digest(rebuilt: Stream) -> str:
    """The checksum of the TEI's characters, which re-indenting does not change."""
    return hashlib.sha256(rebuilt.characters.encode("utf-8", "surrogatepass")).hexdigest()


def _places(rebuilt: Stream) -> dict[int, str]:
    """The places where the TEI lets expect white space, each with its kind."""
    return {
        **dict.fromkeys(sorted(rebuilt.spaces), "text"), **dict.fromkeys(sorted(rebuilt.tags), "tag"), **rebuilt.edges,
        len(rebuilt.characters): "end", 0: "start",
    }


# The source's side: white space by place


def _gaps(raw: str, words: list[tuple[int, int]]) -> dict[int, str]:
    """The white space of the source: place (characters before it) → white space."""
    gaps: dict[int, str] = {}
    at = end = 0
    for start, next_end in words:
        if start > end:
            gaps[at] = raw[end:start]
        at, end = at + next_end - start, next_end
    if end < len(raw):
        gaps[at] = raw[end:]
    return gaps


def _usual(gaps: dict[int, str], kinds: dict[int, str]) -> dict[str, str]:
    """The most frequent white space of each kind of place; of equals the first in order."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in _KINDS}
    for place, kind in kinds.items():
        counts[kind][gaps.get(place, "")] += 1
    return {
        kind: min(count, key=lambda white: (-count[white], white)) if count else "" for kind, count in counts.items()
    }


def _packed(gaps: dict[int, str], kinds: dict[int, str], usual: dict[str, str]) -> dict[str, str]:
    """The exceptions: white space → its places, each as the distance from the one before."""
    places: dict[str, list[int]] = {}
    for place in sorted(gaps.keys() | kinds.keys()):
        white = gaps.get(place, "")
        if white != (usual[kinds[place]] if place in kinds else ""):
            places.setdefault(white, []).append(place)
    return {
        white: " ".join(str(place - before) for before, place in zip([0, *found], found, strict=False))
        for white, found in sorted(places.items())
    }


def _laid_out(rebuilt: Stream, ledger: dict[str, Any], file: str) -> str:
    """The text with its white space."""
    characters, usual = rebuilt.characters, ledger["usual"]
    gaps = {place: usual.get(kind, "") for place, kind in _places(rebuilt).items()}
    for white, distances in ledger["layout"].items():
        try:
            places = list(accumulate(map(int, distances.split())))
        except ValueError:
            raise _broken('"layout" may hold only numbers', file) from None
        if any(not 0 <= place <= len(characters) for place in places):
            raise _broken('"layout" names a place outside the text', file)
        gaps.update(dict.fromkeys(places, white))
    parts: list[str] = []
    at = 0
    for place, white in sorted(gaps.items()):
        parts += (characters[at:place], white)
        at = place
    return "".join([*parts, characters[at:]])
