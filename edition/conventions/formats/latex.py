"""Commands of LaTeX around blocks, as programs that read scans write them: headings, items, notes, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.regex import regex
from edition.rules import NO, Claims, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View
from edition.words import holds

_LEVELS = {"title": "1", "part": "1", "chapter": "1", "section": "2", "subsection": "3", "subsubsection": "4"}
_HEAD = regex(rf"^[ \t]*\\(?P<name>{'|'.join(_LEVELS)})\*?\{{\s*(?P<content>[^{{}}\s][^{{}}]{{0,400}}?)\s*\}}[ \t]*$",
              re.MULTILINE)
_AUTHOR = regex(r"^[ \t]*\\author\{\s*(?P<content>[^{}\s][^{}]{0,200}?)\s*\}[ \t]*$", re.MULTILINE)
_BREAK = regex(r"\\\\(?:[ \t]*\n)?")
_FRAME = regex(r"^[ \t]*\\(?:(?:begin|end)\{[a-z]{1,20}\*?\}(?:\[[^\]\n]{0,40}\]|\{[^}\n]{0,60}\}){0,2}"
               r"|maketitle|hline|centering)[ \t]*$", re.MULTILINE)
_ITEMS = regex(r"^[ \t]*\\begin\{(?P<name>itemize|enumerate)\}\s*\n"
               r"(?P<items>(?:[^\\]|\\(?!begin|end)){1,20000})\\end\{(?P=name)\}", re.MULTILINE)
_ITEM = regex(r"\\item[ \t]+(?P<content>[^\\\s](?:[^\\]|\\(?!item))*?)(?=\s*(?:\\item|\Z))")
_PICTURE = regex(r"\\includegraphics(?:\[[^\]\n]{0,200}\])?\{[^{}\n]{1,200}\}")
_NOTES = regex(r"^[ \t]*\\footnotetext\{[ \t]*$(?P<notes>(?:\n(?![ \t]*\}[ \t]*$)[^\n]*){1,60})\n[ \t]*\}[ \t]*$",
               re.MULTILINE)
_NOTE = regex(r"\\footnote\{\s*(?P<content>[^{}\s](?:[^{}]|\{[^{}]{0,300}\}){0,3000}?)\s*\}")


def _fw(view: View, start: int, end: int, name: str) -> Span:
    return view.claim("fw", start, end, name, (("type", "tag"),))


def _note_frames(context: Context) -> Iterator[Span]:
    """What stands around the notes of a page is none of them; a note in the text stands where it is called."""
    view = context.document()
    if not holds(view.text, "\\footnote"):
        return
    for match in _NOTES.finditer(view.text):
        yield _fw(view, match.start(), match.start("notes"), "note-command")
        yield _fw(view, match.end("notes") + 1, match.end(), "note-command")
    for match in _NOTE.finditer(view.text):
        attrs: Attrs = (("place", "bottom"), ("type", "footnote"))
        yield view.claim("note", *match.span(), "note-command", attrs, match.start("content") - match.start(),
                         match.end() - match.end("content"))


def _blocks(context: Context) -> Iterator[Span]:
    view = context.document()
    if "\\" not in view.text:
        return
    for match in _HEAD.finditer(view.text):
        yield from _block(view, match.span(), match.span("content"), "head", (("_level", _LEVELS[match["name"]]),))
    for match in _AUTHOR.finditer(view.text):
        yield from _block(view, match.span(), match.span("content"), "byline")
        yield view.claim("docAuthor", *match.span("content"), "block-command")
    for match in _ITEMS.finditer(view.text):
        yield from _list(view, match.start("items"), match.end("items"))
    for match in _FRAME.finditer(view.text):
        yield _fw(view, *match.span(), "block-command")
    for match in _PICTURE.finditer(view.text):
        yield view.claim("figure", *match.span(), "block-command")
        yield _fw(view, *match.span(), "block-command")


def _block(view: View, whole: tuple[int, int], content: tuple[int, int], kind: str,
           attrs: Attrs = ()) -> Iterator[Span]:
    """A command of which the words in braces are the content; two backslashes in them end a line."""
    yield view.claim(kind, *whole, "block-command", attrs, content[0] - whole[0], whole[1] - content[1])
    for match in _BREAK.finditer(view.text, *content):
        yield view.claim("lb", *match.span(), "block-command", (), match.end() - match.start())


def _list(view: View, start: int, end: int) -> Iterator[Span]:
    items = list(_ITEM.finditer(view.text[start:end]))
    if not items or view.text[start:start + items[0].start()].strip():
        return
    yield view.claim("list", start + items[0].start(), start + items[-1].end(), "block-command")
    for item in items:
        yield view.claim("item", start + item.start(), start + item.end(), "block-command", (),
                         item.start("content") - item.start())


def _convention(name: str, description: str, rule: str, said: str, example: str, claims: Claims,
                cue: str) -> Convention:
    def score(context: Context) -> Score:
        count = context.text.count(cue) if holds(context.text, cue) else 0
        count = sum(1 for _ in claims(context)) if count else 0
        return Score(0.9, counted(count, "command") + " of LaTeX") if count else NO

    return Convention(name, description, example, (Rule(rule, said, example, claims),), score)


LATEX_NOTES = _convention(
    "latex-notes", "A command of LaTeX frames the notes of a page, or holds a note where it is called.", "note-command",
    "a command around a note or the notes of a page", r"\footnote{So the inscription.}", _note_frames, "\\footnote")
LATEX_BLOCKS = _convention(
    "latex-blocks", "A command of LaTeX says what a block is: a heading, an author, the items of a list, a picture.",
    "block-command", "a command around a block", r"\section*{The Mill}", _blocks, "\\")
