"""Tags of HTML that stand around blocks or alone: paragraphs, headings and lists; what says how a block looks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from edition.conventions.formats.htmltables import tables
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View

_NAMES = (r"(?:div|center|p|span|font|section|article|main|header|footer|figure|figcaption|blockquote|details|summary|"
          r"html|body|img|a|ul|ol|li|h[1-6]|pre)")
_TAG = regex(rf"</?{_NAMES}(?:\s[^<>]{{0,400}})?/?>|^[ \t]*<br ?/?>[ \t]*$", re.IGNORECASE | re.MULTILINE)
_BLOCK = regex(r"(?<![^\n])<(?P<name>p|h[1-6])(?P<more>\s[^<>]{0,200})?>"
               r"(?P<content>(?:[^<]|<(?!/?(?:p|h[1-6]|div|ul|ol|table)\b)){1,9000}?)</(?P=name)>(?![^\n])",
               re.IGNORECASE)
_LIST = regex(r"(?<![^\n])<(?P<name>ul|ol)>(?P<items>\s*<li>(?:[^<]|<(?!/?(?:ul|ol|div|p|table)\b)){1,9000}?)"
              r"</(?P=name)>(?![^\n])", re.IGNORECASE)
_ITEM = regex(r"\s*<li>(?P<content>(?:[^<]|<(?!/?li\b)){0,2000})(?:</li>)?", re.IGNORECASE)
_PICTURE = regex(r"<img\b[^<>]{0,300}?\salt=(?P<quote>[\"'])(?P<said>[^<>\"']{1,300})(?P=quote)", re.IGNORECASE)
_RULE = "kept-tag"


def _blocks(view: View, skins: set[int]) -> Iterator[Span]:
    """Headings, and paragraphs that no empty line parts from one another. `skins`: where tags begin that are skins."""
    text = view.text
    within = [(table.opening.start, table.closing.end) for table in tables(view)]
    for match in _BLOCK.finditer(text):
        place = bisect_right(within, (match.start(),)) - 1
        if place >= 0 and match.start() < within[place][1]:
            continue  # in a cell
        content, heading = match["content"], match["name"].lower() != "p"
        apart = text[:match.start()].endswith("\n\n") and text.startswith("\n\n", match.end())
        if not content.strip() or "\n\n" in content or (apart and not heading):
            continue
        before = 0 if match["more"] else match.start("content") - match.start()
        attrs: Attrs = (("_level", match["name"][1]),) if heading else ()
        kind, rule = ("head", "tagged-heading") if heading else ("p", "tagged-paragraph")
        yield view.claim(kind, match.start(), match.end(), rule, attrs, before, match.end() - match.end("content"))
        skins.add(match.end("content"))
        if before:
            skins.add(match.start())


def _lists(view: View, skins: set[int]) -> Iterator[Span]:
    for match in _LIST.finditer(view.text):
        items = list(_ITEM.finditer(view.text, match.start("items"), match.end("items")))
        if not items or view.text[items[-1].end():match.end("items")].strip():
            continue
        last = items[-1].end()
        yield view.claim("list", match.start(), match.end(), "tagged-list", (), match.start("items") - match.start(),
                         match.end() - last)
        skins.update((match.start(), match.end("items")))
        for item in items:
            start = item.end() - len(item[0].lstrip())
            yield view.claim("item", start, item.end(), "tagged-list", (), item.start("content") - start,
                             item.end() - item.end("content"))
            skins.update((start, item.end("content")))


def _tags(view: View, skins: set[int]) -> Iterator[Span]:
    """Tags that are no skins: the words between them are text like any other."""
    for tag in _TAG.finditer(view.text):
        if tag.start() in skins:
            continue
        picture = _PICTURE.match(view.text, tag.start())
        if not picture:
            yield _kept(view, *tag.span())
            continue
        yield view.claim("figure", *tag.span(), _RULE)
        yield _kept(view, tag.start(), picture.start("said"))
        yield view.claim("figDesc", *picture.span("said"), _RULE)
        yield _kept(view, picture.end("said"), tag.end())


def _kept(view: View, start: int, end: int) -> Span:
    return view.claim("fw", start, end, _RULE, (("type", "tag"),))


def _claims(context: Context) -> Iterator[Span]:
    view, skins = context.document(), set[int]()
    if "<" in view.text:
        yield from _blocks(view, skins)
        yield from _lists(view, skins)
        yield from _tags(view, skins)


def _score(context: Context) -> Score:
    text = context.document().text
    count = sum(1 for _ in _TAG.finditer(text)) if "</" in text or "<img" in text or "<br" in text else 0
    return Score(0.9, counted(count, "tag") + " around blocks") if count else NO


HTML_BLOCKS = Convention(
    "html-blocks",
    "Tags of HTML around a block say what it is or how it looks; none of them is text.",
    "<h2>The Mill</h2>",
    (Rule("tagged-heading", "a heading between tags", "<h2>The Mill</h2>", _claims),
     Rule("tagged-paragraph", "a paragraph between tags", "<p>The mill stood.</p>", lambda _: ()),
     Rule("tagged-list", "items between tags", "<ul><li>a spade</li></ul>", lambda _: ()),
     Rule(_RULE, "a tag around words or alone", "<div align=\"center\">", lambda _: ())),
    _score,
)
