"""Scraps of HTML and LaTeX that vision models leave in a text: small tags around words, commands, raised letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.formats.cues import cued
from edition.kinds import TEXT
from edition.regex import regex
from edition.rules import Claims, Context, Convention, Rule, rule
from edition.tree import Span

_LOOKS = {"sup": "superscript", "sub": "subscript", "b": "bold", "strong": "bold", "i": "italic", "em": "italic",
          "cite": "italic", "u": "underline", "s": "strikethrough", "del": "strikethrough", "strike": "strikethrough",
          "ins": "", "small": "small", "big": "large", "mark": "marked", "tt": "typewriter", "code": "typewriter"}
_KINDS = {"s": "del", "del": "del", "strike": "del", "ins": "add", "sout": "del"}  # what is no `hi`
_ELEMENT = regex(rf"<({'|'.join(_LOOKS)})>((?:[^<]|<(?!/?\1>)){{1,800}}?)</\1>", re.IGNORECASE)
_COMMANDS = {"textit": "italic", "emph": "italic", "textbf": "bold", "textsc": "smallcaps", "underline": "underline",
             "sout": "strikethrough"}
_COMMAND = regex(r"\\(textit|emph|textbf|textsc|underline|sout)\{([^{}\\]{1,800})\}")
_RAISED = regex(r"\$(?:\{ ?\})? ?([\^_])\{([^{}$\\]{1,40})\}\$")


def _looks(name: str, cue: str, pattern: re.Pattern[str], looks: dict[str, str]) -> Claims:
    """Claims for what a pattern finds: its first group says the look, its second is the content."""
    def claims(context: Context) -> Iterator[Span]:
        for view in context.views(*TEXT) if cue in context.text else ():
            at = 0 if cue in view.text else len(view.text)
            while match := pattern.search(view.text, at):
                at = match.start() + 1  # one may stand in another
                if match[2].strip():
                    kind, rend = _KINDS.get(match[1].lower(), "hi"), looks[match[1].lower()]
                    yield view.claim(kind, *match.span(), name, (("rend", rend),) if rend else (),
                                     match.start(2) - match.start(), match.end() - match.end(2))

    return claims


TAGS = Convention(
    "html-scraps",
    "Small tags of HTML stand for the look of words and for the ends of lines.",
    "the 4<sup>th</sup> of May<br>1878",
    (Rule("tag", "a tag around words", "4<sup>th</sup>", _looks("tag", "</", _ELEMENT, _LOOKS)),
     rule("line-tag", "lb", r"<[bB][rR] ?/?>", TEXT, "the end of a line", "<br>", cue="<")),
    cued("</", "<br", "<BR"),
)
REMARKS = Convention(
    "html-remarks",
    "What stands between the signs of a remark in HTML is not shown on any page.",
    "<!-- checked -->",
    (rule("remark", "fw", r"(?P<content><!--[^<>]{0,2000}-->)", ("",), "a remark that no page shows",
          "<!-- checked -->", cue="<!--", type_="comment"),),
    cued("<!--"),
)
LATEX = Convention(
    "latex-scraps",
    "Commands of LaTeX stand for the look of words.",
    r"the 4$^{th}$ of \textit{May}",
    (Rule("command", "a command around words", r"\textit{May}", _looks("command", "\\", _COMMAND, _COMMANDS)),
     Rule("raised", "letters set above or below the line", "4$^{th}$",
          _looks("raised", "}$", _RAISED, {"^": "superscript", "_": "subscript"}))),
    cued("\\text", "\\emph{", "\\underline{", "\\sout{", "}$"),
)
