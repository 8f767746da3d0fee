"""A walk through the TEI in one pass: the text and the skins in it, and the notes that must be put back.

Expat reads the document and not lxml, which builds everything else here: the proof then shares no parser with what
it proves, knows the line of each piece of text, and needs neither a tree nor recursion.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.parsers import expat

from edition.proof.elements import ADDITIONS, BLOCKS, BREAKS, CONTAINERS, INTERRUPTS
from edition.proof.report import Addition, Problem
from edition.proof.skins import BARE, BLANKS, NOTHING, WORD, Side, Skin, read_side, shown

# What one item of the walk is. Up to POP they are what is compared; the last two are notes to be put in their places.
TEXT, SKIN, BLOCK, BREAK, PUSH, POP, NOTE, STOOD = range(8)
Item = tuple[int, str, int, str]        # which of these, its text, the TEI line, more (below)

_TEI = "http://www.tei-c.org/ns/1.0}"
_ID = "http://www.w3.org/XML/1998/namespace}id"


class RefusedError(Exception):
    """The document is of a kind that the proof does not read."""


class Note:
    """A note where it is written, with its skin; `stood` is where its text stood, if that was another place."""

    __slots__ = ("items", "line", "n", "skin", "stood")

    def __init__(self, line: int, skin: Skin, n: str) -> None:
        self.line = line
        self.skin = skin
        self.n = n
        self.items = list[Item]()
        self.stood = False


class Stood(NamedTuple):
    """The place where a note's text stood in the source, with the skin it had there; n "" means: the note's own."""

    note: str
    line: int
    skin: Skin
    n: str


class Walked:
    """The whole text: `main` in document order; a NOTE item names `notes`, a STOOD item `stood`, by their number.

    `begins`, `ends`: the lines of the TEI on which the text does. `readable`: whether all of it could be read.
    """

    __slots__ = ("additions", "begins", "ends", "ids", "main", "notes", "problems", "readable", "stood")

    def __init__(self) -> None:
        self.main = list[Item]()
        self.notes = list[Note]()
        self.stood = list[Stood]()
        self.ids = dict[str, int]()
        self.additions = list[Addition]()
        self.problems = list[Problem]()
        self.begins = 0
        self.ends = 0
        self.readable = True


# An element not yet ended: where its items go and what to write at its end, whether it is a container, whether white
# space between its children is none of the text's, its skin's item.
_Open = tuple[list[Item], tuple[Item, ...], bool, bool, Item | None]


def walk(tei: bytes, in_bulk: bool = False) -> Walked:
    """Read a TEI document. `in_bulk`: in pieces as long as may be, without the lines of the text.

    What is wrong with it as a document is a problem in the result, never an exception.
    """
    walker = _Walker(in_bulk)
    walked = walker.walked
    walked.readable = False
    try:
        walker.parser.Parse(tei, True)
    except RefusedError as refusal:
        walker.trouble(str(refusal), walker.parser.CurrentLineNumber)
    except (expat.ExpatError, ValueError, LookupError) as error:
        walker.trouble(f"this is not well-formed XML: {error}", walker.parser.ErrorLineNumber)
    else:
        walked.readable = walker.texts > 0
        if not walker.texts:
            walker.trouble("there is no text element: nothing is proven", 1)
    return walked


class _Walker:
    def __init__(self, in_bulk: bool) -> None:
        self.in_bulk = in_bulk
        self.walked = Walked()
        self.out: list[Item] | None = None              # where items go; None outside of text
        self.depth = self.texts = self.skipping = self.line = 0
        self.listening = self.in_header = False
        self.chunks: list[str] = []
        self.tags: dict[str, str] = {}
        self.open: list[_Open] = []
        self.adding: tuple[str, str, int] = ("", "", 0)
        self.declaring: tuple[str, str, int] | None = None
        self.sides: dict[str, dict[str, Side]] = {}     # the declared skins; those of CSS are known and empty
        self.parser = parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = in_bulk
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.StartDoctypeDeclHandler = self.doctype

    def trouble(self, message: str, line: int) -> None:
        self.walked.problems.append(Problem(message, tei_line=line))

    def doctype(self, *_: object) -> None:
        raise RefusedError("a document type declaration is refused: entities can hide text from the reader")

    def characters(self, text: str) -> None:
        if self.listening:
            if not self.chunks:
                self.line = self.parser.CurrentLineNumber
            self.chunks.append(text)

    def said(self) -> str:
        """The text heard since the last tag."""
        text = "".join(self.chunks)
        self.chunks.clear()
        return text

    def flush(self, out: list[Item]) -> None:
        """Note the text heard, if it is text."""
        text = self.said()
        if (self.open[-1][3] or (self.in_bulk and out and out[-1][0] == BLOCK)) and not text.strip(BLANKS):
            return  # behind a block's edge it says nothing; those who must tell where things are keep it
        out.append((TEXT, text, self.line, ""))

    # Tags

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        tag = self.tags.get(name) or self.tag(name)
        if self.out is None:
            self.outside(tag, attributes)
        elif self.skipping:
            self.skipping += 1
            if tag == "anchor" and attributes.get("type") == "stood":
                self.trouble("a note stands in an addition: its text would not be the source's", self.here)
        else:
            self.inside(tag, attributes, self.out)

    def tag(self, name: str) -> str:
        """An element's name. A foreign one keeps a name that is none of TEI's: its text is text."""
        self.tags[name] = tag = name[len(_TEI):] if name.startswith(_TEI) else "}" + name
        return tag

    @property
    def here(self) -> int:
        return self.parser.CurrentLineNumber

    def outside(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag before or after the text: only the declarations of skins matter."""
        if self.depth == 1 and tag != "TEI":
            name = shown(tag.rpartition("}")[2])
            raise RefusedError(f"the root element is {name}; TEI, of the TEI namespace, was expected")
        if self.depth == 2:
            self.in_header = tag == "teiHeader"
            if tag == "text":
                self.texts += 1
                if self.texts > 1:
                    self.trouble("a second text element: the proof is of one text", self.here)
                self.out = self.walked.main
                self.walked.begins = self.walked.begins or self.here
                self.open.append((self.out, (), True, False, None))
                self.listening = True
        elif self.declaring:
            self.trouble("a rendition that declares a skin holds an element; only characters can", self.here)
        elif self.in_header and tag == "rendition":
            self.declare(attributes)

    def declare(self, attributes: dict[str, str]) -> None:
        scope = attributes.get("scope", "")
        if attributes.get("scheme") != "other":
            if _ID in attributes:
                self.sides.setdefault(attributes[_ID], {})
            return
        name = attributes.get(_ID) or attributes.get("corresp", "").removeprefix("#")
        if not name or scope not in ("before", "after"):
            self.trouble('a skin needs an xml:id (or a corresp) and scope="before" or "after"', self.here)
        elif scope in self.sides.get(name, {}):
            self.trouble(f"the skin {shown(name)} is declared twice", self.here)
        else:
            self.declaring, self.listening = (name, scope, self.here), True

    def inside(self, tag: str, attributes: dict[str, str], out: list[Item]) -> None:
        """A tag in the text."""
        if self.chunks:
            self.flush(out)
        if tag in ADDITIONS or (tag == "note" and attributes.get("type") == "apparatus"):
            self.skipping = 1
            self.adding = (tag, attributes.get("resp", ""), self.here)
            if self.skin(attributes) != BARE:
                self.trouble(f"an addition ({tag}) has a skin, as if it stood in the source", self.here)
            return
        skin = self.skin(attributes) if "rendition" in attributes else BARE
        n, here = attributes.get("n", ""), self.parser.CurrentLineNumber
        closing: tuple[Item, ...] = ()
        item: Item | None = None
        if self.open[-1][2] or tag in BLOCKS or (tag == "seg" and attributes.get("type") == "p"):
            edge = (BLOCK, "", here, "")
            out.append(edge)
            closing = (edge,)
        into = out
        if tag == "note":
            into = self.note(attributes.get(_ID), Note(here, skin, n), out)
        elif tag == "anchor" and attributes.get("type") == "stood":
            self.stood(Stood(attributes.get("corresp", ""), here, skin, n), out)
        elif tag in BREAKS:
            word = "no" if attributes.get("break") == "no" else ""
            out.append((BREAK, "".join(self.drawn(skin, n)), here, tag + word))
        else:
            if tag in INTERRUPTS:
                out += ((PUSH, "", here, ""), (BLOCK, "", here, ""))
                closing = ((BLOCK, "", here, ""), (POP, "", here, ""), *closing)
            before, after = self.drawn(skin, n) if skin is not BARE else ("", "")
            if before:
                item = (SKIN, before, here, "before")
                out.append(item)
            if after:
                closing = ((SKIN, after, here, "after"), *closing)
        self.open.append((out, closing, tag in CONTAINERS, tag == "choice", item))
        self.out = into

    def note(self, name: str | None, note: Note, out: list[Item]) -> list[Item]:
        """A note: its items are kept apart until it is known whether they stand here. Returns where they go."""
        walked = self.walked
        if name is not None:
            if name in walked.ids:
                self.trouble(f"the note {shown(name)} is written twice", note.line)
            walked.ids[name] = len(walked.notes)
        out.append((NOTE, "", note.line, str(len(walked.notes))))
        walked.notes.append(note)
        return note.items

    def stood(self, place: Stood, out: list[Item]) -> None:
        """The place where a note's text stood."""
        if not place.note.startswith("#"):
            self.trouble('an anchor of type "stood" names no note (corresp="#…")', place.line)
            return
        out.append((STOOD, "", place.line, str(len(self.walked.stood))))
        self.walked.stood.append(place._replace(note=place.note[1:]))

    def end(self, _name: str) -> None:
        self.depth -= 1
        if self.out is None:
            if self.declaring:
                self.declared(*self.declaring)
        elif self.skipping:
            self.skipping -= 1
            if not self.skipping:
                kind, resp, line = self.adding
                self.walked.additions.append(Addition(kind, " ".join(WORD.findall(self.said())), resp, line))
        else:
            if self.chunks:
                self.flush(self.out)
            out, closing, _, _, skin = self.open.pop()
            if skin is not None and out[-1] is skin:
                out[-1] = (*skin[:3], "whole")                  # nothing in it: a skin without an inside
            out += closing
            self.out = out
            if self.depth == 1:
                self.out, self.listening = None, False
                self.walked.ends = self.here

    # Skins

    def declared(self, name: str, scope: str, line: int) -> None:
        side, wrong = read_side(self.said(), line)
        if wrong:
            self.trouble(wrong, line)
        self.sides.setdefault(name, {})[scope] = side
        self.declaring, self.listening = None, False

    def skin(self, attributes: dict[str, str]) -> Skin:
        """The skin that an element's @rendition names."""
        found: dict[str, Side] = {}
        for pointer in attributes.get("rendition", "").split():
            sides = self.sides.get(pointer.removeprefix("#")) if pointer.startswith("#") else None
            if sides is None:
                self.trouble(f"the rendition {shown(pointer)} is not declared before the text", self.here)
            elif sides and found:
                self.trouble("an element has two skins", self.here)
            else:
                found = sides or found
        return Skin(found.get("before", NOTHING), found.get("after", NOTHING))

    def drawn(self, skin: Skin, n: str) -> tuple[str, str]:
        """The characters that the skin of the element just begun stands for."""
        before, after, wrong = skin.drawn(n)
        if wrong:
            self.trouble(wrong, self.here)
        return before, after
