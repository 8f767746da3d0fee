"""A document as TEI: one sweep over the spans, notes written at their calls, skins declared in the header.

White space is normalised (the ledger keeps the layout); a block has a line of its own. Nothing is decided here: what
an element is, and what was added to the text, the spans say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Union

from edition.ids.supplied import words_id
from edition.kinds import KINDS
from edition.records import record
from edition.regex import regex
from edition.tree import Span
from edition.writing.placing import TURNS, VERSE, Places, makes_body
from edition.writing.skins import Skins

_RUN = regex(r"  +")
# Elements whose content is text; inside them nothing is put on a line of its own.
_TEXT = frozenset(name for name, kind in KINDS.items() if kind.level == "block") | {"note", "fw"}
# What interrupts a text: behind it the text goes on as if it were not there.
_ASIDE = frozenset(("note", "fw"))

_NO_BODY = "\n<body>\n<p/>\n</body>"  # of a text that is all front or back matter

Out = list[Union[str, "Out"]]


@record
class SuppliedHead:
    """A heading the source has lost: its text, who supplies it (`#ed`) and how sure that is."""

    text: str
    resp: str
    cert: str


def escape(text: str) -> str:
    """Text as XML character data or in a double-quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _data(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Writer:
    """Writes the `text` element of one document. Use `write_text`."""

    def __init__(self, source: str, spans: list[Span], places: Places, supplied: SuppliedHead | None) -> None:
        self.source, self.spans = source, spans
        self.blanks = [blank for blank in "\n\t\r\f\v" if blank in source]  # those that are no spaces
        self.places = places
        self.skins = Skins()
        self.supplied = supplied
        self.slots: dict[str, Out] = {target: [] for target in self.places.moved}
        self.slots |= {key: self.slots[first] for key, first in self.places.going_on.items() if first in self.slots}
        self.main: Out = []
        self.out = self.main
        self.open: list[tuple[Span, str, Out, str]] = []  # span, what closes it, where to go on, what follows it
        self.joining = False    # whether a word broken at a line's end has not gone on yet
        self.before: list[tuple[bool, bool, str]] = []  # `spaced`, `joining`, `within` at an interruption
        self.behind: Out = []   # notes without a call, to be written behind the block they stand in
        self.within = ""        # what the open note is written in, if paragraphs in that would be parts of it
        self.in_text = 0        # how many open spans hold text
        self.body = False       # whether the body has begun
        self.spaced = True      # whether white space here would double what stands before it

    def write(self) -> str:
        at = 0
        for number, span in enumerate(self.spans):
            start = span.start
            if self.open and self.open[-1][0].end <= start:
                at = self._close(at, start)
            if at < start and self.in_text:
                self._emit(self.source[at:start])
            at = self._start(number, span)
        at = self._close(at, len(self.source))
        self._text(at, len(self.source))
        if not self.body:
            self.out.append(_NO_BODY)
        return _flat(self.main)

    # -- pieces -----------------------------------------------------------------------------------------------------
    def _text(self, start: int, end: int) -> None:
        if start < end and self.in_text:
            self._emit(self.source[start:end])

    def _emit(self, text: str) -> None:
        for blank in self.blanks:
            text = text.replace(blank, " ")
        if "  " in text:
            text = _RUN.sub(" ", text)
        if self.spaced:
            text = text.removeprefix(" ")
        if text:
            self.out.append(_data(text))
            self.spaced, self.joining = text.endswith(" "), False

    def _line(self, text: str) -> None:
        """A tag; on a line of its own where no text surrounds it."""
        self.out.append(text if self.in_text else "\n" + text)

    def _close(self, at: int, until: int) -> int:
        while self.open and self.open[-1][0].end <= until:
            span, closing, back, following = self.open.pop()
            self._text(at, span.iend)
            if span.kind in _TEXT and closing:  # an element that is all skin was never open
                self.in_text -= 1
            if closing:
                holds_text = self.in_text or span.kind in _TEXT
                self._trim(span)
                self.out.append(closing if holds_text else "\n" + closing)
            self.out = back
            if span.kind in _ASIDE:
                self.spaced, self.joining, self.within = self.before.pop()
            if following:
                self.out.append(following)
            if self.behind and not self.in_text and not (self.open and self.open[-1][0].kind == "row"):
                self.out.append(self.behind)
                self.behind = []
            at = span.end
        return at

    def _trim(self, span: Span) -> None:
        if span.kind in _TEXT and self.out and isinstance(self.out[-1], str) and not self.out[-1].startswith("<"):
            self.out[-1] = self.out[-1].rstrip(" ")

    # -- elements ---------------------------------------------------------------------------------------------------
    def _start(self, number: int, span: Span) -> int:
        kind = KINDS[span.kind]
        if span.kind == "call":
            self._call(span)
            return span.end
        if span.kind in ("choice", "insertion"):
            return self._editorial(number, span)
        if not kind.element:
            self.open.append((span, "", self.out, ""))
            return span.istart
        if span.kind == "note":
            return self._note(number, span)
        self.body = self.body or span.kind == "body"
        if span.kind == "back" and not self.body:
            self.out.append(_NO_BODY)
            self.body = True
        skin = self._skin(span)
        element = "seg" if span.kind == "p" and self._no_paragraph() else kind.element
        tag = self._tag(element, number, span, skin)
        tag += ' type="p"' if element != kind.element else ""
        if span.istart == span.iend:
            if span.get("break") != "no" and self.source[span.start:span.istart][:1].isspace():
                self._text(span.start, span.start + 1)
            self._line(f"<{tag}/>")
            if span.kind == "lb":
                self.spaced = self.joining = True  # a word goes on: the blanks of the next line are layout
            if span.kind == "gap":
                self.spaced = False  # what was lost stood between the blanks on its two sides
            return self._empty(span)
        self._line(f"<{tag}>")
        if number == self.places.head_host and self.supplied:
            self._supplied_head()
        if span.kind in _ASIDE:
            self.before.append((self.joining, self.joining, self.within))
        if span.kind in _TEXT:
            self.in_text += 1
            self.spaced, self.joining = True, False
        empty = span.kind == "body" and not makes_body(span, self.spans[number + 1:])
        self.open.append((span, "<p/>\n</body>" if empty else f"</{element}>", self.out, ""))
        return span.istart

    def _empty(self, span: Span) -> int:
        self.open.append((span, "", self.out, ""))
        return span.end

    def _skin(self, span: Span) -> str:
        """The @rendition of an element."""
        if span.start == span.istart and span.iend == span.end:
            return ""
        return self.skins.pointer(self.source[span.start:span.istart], self.source[span.iend:span.end], span.get("n"))

    def _tag(self, element: str, number: int, span: Span, rendition: str = "") -> str:
        if not (span.attrs or rendition):
            return f'{element} xml:id="{self.places.ids[number]}"' if self.places.ids[number] else element
        attrs = self.places.attributes(number, span)
        if rendition:
            attrs.append(("rendition", rendition))
        return element + "".join(f' {name}="{escape(value)}"' for name, value in attrs)

    def _supplied_head(self) -> None:
        head = self.supplied
        assert head
        name = self.places.head_id
        attrs = {"xml:id": words_id(name), "reason": "lost", "resp": head.resp, "cert": head.cert}
        self.out.append(f'\n<head xml:id="{name}">{_element("supplied", head.text, attrs)}')
        if self.places.title_note:
            self.out.append(self.slots[self.places.title_note])
        self.out.append("</head>")

    def _note(self, number: int, span: Span) -> int:
        key, skin = span.get("key"), self._skin(span)
        target = self.places.ids[number]
        back = self.out
        if key and (self.in_text or span.get("prev")) and key not in self.slots:
            self.slots[key] = []  # nobody calls it: behind the paragraph it does not break a sentence
            self.behind += ["\n", self.slots[key]]
        # Behind a note that stood here nothing has changed; a note written here is a word for what follows it.
        self.before.append((self.spaced if key in self.slots else self.joining, self.joining, self.within))
        self.within = self._around(key)
        if key in self.slots:
            label = f' rendition="{skin}"' if skin else ""
            self._line(f'<anchor type="stood" corresp="#{target}"{label}/>')
            self.out = self.slots[key]
            skin = self.places.call_skin(key, span.get("n"), self.source, self.skins.pointer)
        self.out.append(f"<{self._tag('note', number, span, skin)}>" if self.in_text or key in self.slots
                        else f"\n<{self._tag('note', number, span, skin)}>")
        self.in_text, self.spaced, self.joining = self.in_text + 1, True, False
        self.open.append((span, "</note>", back, ""))
        return span.istart

    def _around(self, key: str) -> str:
        """What a note is written in: "turn", "verse" or neither."""
        if key in self.places.first_call:
            return "turn" if key in self.places.in_turns else "verse" if key in self.places.in_verse else ""
        kinds = {above.kind for above, *_ in self.open}
        return "turn" if kinds & TURNS else "verse" if kinds & VERSE else ""

    def _no_paragraph(self) -> bool:
        """Whether a paragraph of a note would be speech of the turn, or would break the verse, in which the note is."""
        return self.within == "turn" or (self.within == "verse" and self.open[-1][0].kind != "note")

    def _call(self, span: Span) -> None:
        target = span.get("target")
        if self.places.first_call.get(target) is span:
            self.out.append(self.slots[target])
        else:
            skin = self.skins.pointer(self.source[span.start:span.end], "", span.get("n"))
            n = escape(span.get("n"))
            note = self.places.note_id(target)
            self.out.append(f'<ref type="noteAnchor" target="#{note}" n="{n}" rendition="{skin}"/>')
        self.spaced = False

    def _editorial(self, number: int, span: Span) -> int:
        """`choice` and `insertion`: the printed reading in its place, the addition beside it."""
        given = dict(self.places.attributes(number, span))
        if span.kind == "choice":
            new = "reg" if "reg" in given else "corr"
            old, text = ("orig" if new == "reg" else "sic"), given.pop(new)
            self.out.append(f"<choice><{old}>")
            self.spaced = False
            following = _element(new, text, given)
            self.open.append((span, f"</{old}>{following}</choice>", self.out, ""))
            return span.istart
        element = given.pop("element")
        first = "before" in given
        text = given.pop("before", "") or given.pop("after", "")
        addition = _element(element, text, given)
        if first:
            self.out.append(addition)
            self.spaced = False
        self.open.append((span, "", self.out, "" if first else addition))
        return span.istart


def _element(name: str, text: str, attrs: dict[str, str]) -> str:
    head = name + "".join(f' {key}="{escape(value)}"' for key, value in attrs.items())
    return f"<{head}>{_data(text)}</{name}>" if text else f"<{head}/>"


def _flat(out: Out) -> str:
    """The pieces in order; a slot holds the pieces of the notes written there."""
    pieces: list[str] = []
    stack: list[Iterable[str | Out]] = [iter(out)]
    while stack:
        for piece in stack[-1]:
            if isinstance(piece, str):
                pieces.append(piece)
            else:
                stack.append(iter(piece))
                break
        else:
            stack.pop()
    return "".join(pieces)


def write_text(source: str, spans: list[Span], places: Places, language: str,
               supplied: SuppliedHead | None = None) -> tuple[str, list[tuple[str, str, str]]]:
    """(the `text` element, its skins as (xml:id, before, after))."""
    writer = Writer(source, spans, places, supplied)
    inner = writer.write()
    return f'<text xml:lang="{escape(language)}">{inner}\n</text>', writer.skins.declared()
