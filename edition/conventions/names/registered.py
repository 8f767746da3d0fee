"""Names of the registers of persons, places and works, marked where a text has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from edition.conventions.names.around import Around
from edition.conventions.names.forms import Forms, Found
from edition.kinds import TEXT
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.speech.language import choose
from edition.told import Entry
from edition.tree import Attrs, Span, whole

_RULES = {"persName": "registered-person", "placeName": "registered-place", "title": "registered-work"}
# A speaker has @who; a list of roles names characters.
_SEARCHED = tuple(kind for kind in TEXT if kind not in ("speaker", "castItem"))
_HEADINGS = frozenset(("head", "titlePart"))  # all words may have capitals there
_NAMES = frozenset(("persName", "placeName", "title"))
# In these no name is marked: they are names, no words of the text's, or hold no other element.
_CLOSED = _NAMES | {"name", "role", "date", "docDate", "surplus", "label"}
_MARKS = " \t\r\n.,;:“”\"'‘’„«»_*"
_FAR = 2000  # characters: no name and no date is so long


class _Doubt(NamedTuple):
    """Why a form is not marked, of which it is a form, and the first of the places where it stands."""

    words: str
    why: str
    offset: int


class Names:
    """What of the registers stands in a document, and what was left because it was not certain."""

    def __init__(self, context: Context) -> None:
        self.context, self.claims = context, list[Span]()
        self.forms = Forms(context.options.register)
        self._around = Around(context.words, choose(context.language, context.text))
        self._doubts: dict[tuple[str, str], _Doubt] = {}
        self._closed = [(span.start, span.end) for span in context.spans if span.kind in _CLOSED]
        self._choices = [(span.start, span.end) for span in context.spans if span.kind == "choice"]
        for kind in _SEARCHED:
            for view in context.views(kind):
                for found in self.forms.find(view.text):
                    if self._is_sure(view.text, found, view.origin(found.start), kind in _HEADINGS):
                        entry = found.entries[0]
                        self._claim(view.claim(entry.kind, found.start, found.end, _RULES[entry.kind], _attrs(entry)))
        self._corrected()
        self._tell()

    def _is_sure(self, text: str, found: Found, offset: int, heading: bool) -> bool:
        if not found.entries:
            return False
        why = ""
        if len(found.entries) > 1:
            why = f"it is a name of {' and of '.join(f'`{entry.id}`' for entry in found.entries)}"
        elif not found.entries[0].always:
            why = self._around.doubt(text, found.start, found.end, found.entries[0], heading)
        if why:
            words = " ".join(text[found.start:found.end].split())
            self._doubts.setdefault((words, why), _Doubt(words, why, offset))
        return not why

    def _claim(self, claim: Span) -> None:
        """Take a claim, if nothing stands there already in which it has no place."""
        if _meeting(self._closed, claim):
            return
        if all(claim.start <= start and end <= claim.end for start, end in _meeting(self._choices, claim)):
            self.claims.append(claim)

    def _corrected(self) -> None:
        """Names that a correction gives: the text as the edition reads it has them."""
        text = self.context.text
        taken = {(claim.start, claim.end) for claim in self.claims}
        for span in self.context.spans:
            read = span.get("corr") or span.get("reg") if span.kind == "choice" else ""
            entries = self.forms.by_form.get(read, ()) if read else ()
            if len(entries) != 1 or (span.start, span.end) in taken or _within_word(text, span):
                continue
            if self._is_sure(text, Found(span.start, span.end, entries), span.start, heading=False):
                self._claim(whole(span.start, span.end, entries[0].kind, _RULES[entries[0].kind], _attrs(entries[0])))

    def _tell(self) -> None:
        for doubt in self._doubts.values():
            self.context.note("name-not-marked", "info", f"“{doubt.words}” is not marked as a name of the registers: "
                              f"{doubt.why}. If it is that name, say so in the register (`always = true`, or the whole "
                              "form among the `variants`); if it is not, `never` takes the longer words", doubt.offset)


def _meeting(spans: list[tuple[int, int]], claim: Span) -> list[tuple[int, int]]:
    """Those of some spans, in document order, that have a character in common with a claim."""
    found = list[tuple[int, int]]()
    for start, end in reversed(spans[:bisect_left(spans, (claim.end, 0))]):
        if end > claim.start:
            found.append((start, end))
        elif claim.start - start > _FAR:
            break
    return found




def _within_word(text: str, span: Span) -> bool:
    return text[span.start - 1:span.start].isalnum() or text[span.end:span.end + 1].isalnum()


def _attrs(entry: Entry) -> Attrs:
    """A title is printed as the words around it are: a page is not to show it in italics."""
    look = (("rend", "unmarked"),) if entry.kind == "title" else ()
    level = (("level", entry.level),) if entry.level else ()
    return (*level, *look, ("ref", f"#{entry.id}"))


def _names(context: Context) -> Names:
    return Names(context)


def pointed(context: Context) -> list[Span]:
    """The spans; names that other conventions have marked point to the registers, too."""
    if not context.options.register:
        return context.spans
    by_form = Forms(context.options.register).by_form
    return [_pointing(span, context.text, by_form) if span.kind in _NAMES else span for span in context.spans]


def _pointing(span: Span, text: str, by_form: dict[str, tuple[Entry, ...]]) -> Span:
    words = " ".join(text[span.istart:span.iend].split())
    entries = by_form.get(words) or by_form.get(words.strip(_MARKS), ())
    if span.get("ref") or len(entries) != 1 or entries[0].kind != span.kind:
        return span
    return span._replace(attrs=(*span.attrs, ("ref", f"#{entries[0].id}")))


def _of(kind: str) -> Callable[[Context], Iterator[Span]]:
    def claims(context: Context) -> Iterator[Span]:
        return (claim for claim in context.of_spans(_names).claims if claim.kind == kind)

    return claims


def _score(context: Context) -> Score:
    """It holds where something is to be marked; where there is no register, the text is not looked at."""
    found = len(context.of_spans(_names).claims) if context.options.register else 0
    return Score(1.0, f"{counted(found, 'name')} of the registers") if found else NO


REGISTERED = Convention(
    "registered-names",
    "A name that a register has, where the text has it as whole words and it can mean nothing else.",
    'persons.toml: name = "Ivan Krotov", variants = ["Krotov"]',
    tuple(Rule(_RULES[kind], f"the name of a {what} that {what}s.toml has", example, _of(kind))
          for kind, what, example in (("persName", "person", "Krotov wrote"), ("placeName", "place", "in Moscow"),
                                      ("title", "work", "reads Pravda"))),
    _score,
)
