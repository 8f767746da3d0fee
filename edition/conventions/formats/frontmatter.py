"""What a file says of itself before its text: keys and values between fences, or alone in its first lines."""

from __future__ import annotations

from collections.abc import Iterator

from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span, whole

# Keys in several languages → what the header may take from them. A date may be that of the file.
_FACTS = {"title": "title", "titel": "title", "titre": "title", "título": "title", "titolo": "title",
          "author": "author", "autor": "author", "auteur": "author", "autore": "author", "verfasser": "author"}
_KEYS = frozenset((
    *_FACTS, "date", "datum", "fecha", "year", "jahr", "subtitle", "language", "lang", "sprache", "langue", "source",
    "quelle", "publisher", "verlag", "éditeur", "translator", "übersetzer", "traducteur", "editor", "url", "link",
    "license", "licence", "copyright", "published", "issue", "volume", "number", "series", "collection", "tags",
    "keywords", "category", "file", "filename", "identifier", "id", "doi", "isbn", "pages", "page", "transcriber",
    "contributor", "place", "rights", "format", "type", "description", "publication"))
_PAIR = regex(r"(?P<key>[^\W\d][\w -]{0,30}?)[ \t]?(?P<sign>[:=])(?:[ \t]+(?P<value>\S.*))?")
_MORE = regex(r"- \S.*|#.*|[\[\]{}],?|[\"'].*")
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_PAGE = "primary_language:"  # the first key of a page, as some programs write it that read scans
_MOST = 60      # lines of a block
_LEAST = 3      # lines of a block without fences, or of one that does not open the text
_LONGEST = 500  # characters of a line


def stated_value(line: str) -> str:
    """The value of a line of front matter, without the quotation marks around it."""
    pair = _PAIR.match(line)
    return (pair["value"] or "").strip().strip("\"'").strip() if pair else ""


def _key(text: str, line: Line) -> str:
    """The key of a line that is a key and its value; nothing where it is anything else."""
    pair = _PAIR.fullmatch(text, line.start, line.end) if line.end - line.start <= _LONGEST else None
    return pair["key"].lower() if pair else ""


def _blocks(context: Context) -> Iterator[list[Line]]:
    """The lines of each block: the first thing in the text, or between fences at the head of a page."""
    lines, text = context.table.lines, context.text
    for place in _openings(context):
        closers = _FENCES[text[lines[place].start:lines[place].end]]
        end = next((number for number in range(place + 1, min(place + _MOST, len(lines)))
                    if text[lines[number].start:lines[number].end] in closers), 0)
        inner = lines[place + 1:end]
        if inner and _is_told(text, inner, bool(place)):
            yield lines[place:end + 1]
    bare = 0
    while bare < min(_MOST, len(lines)) and _key(text, lines[bare]) in _KEYS and not (bare and lines[bare].gap):
        bare += 1
    if bare >= _LEAST and bare < len(lines) and lines[bare].gap:
        yield lines[:bare]


def _openings(context: Context) -> list[int]:
    """Places of the fences that may open a block: one at the head of the text, others that keys follow at once."""
    lines, text = context.table.lines, context.text
    fences = [place for place, line in enumerate(lines[:1]) if text[line.start:line.end] in _FENCES]
    headed = context.table.holding(_PAGE) if _PAGE in text else []
    return fences + [place - 1 for place in headed if place > 1 and not lines[place].gap
                     and text[lines[place - 1].start:lines[place - 1].end] in _FENCES]


def _is_told(text: str, inner: list[Line], within: bool) -> bool:
    """Whether lines between fences are keys and values, or parts of a value."""
    keys = [_key(text, line) for line in inner]
    others = [line for line, key in zip(inner, keys, strict=True) if not key]
    told = all(line.indent or _MORE.fullmatch(text, line.start, line.end) for line in others)
    if within:
        return not others and len(keys) >= _LEAST and all("_" in key for key in keys)
    return told and bool(keys[0]) and not any(line.gap for line in inner[1:])


def _claims(context: Context) -> Iterator[Span]:
    for block in _blocks(context):
        for line in block:
            fact = _FACTS.get(_key(context.text, line), "") if not line.indent else ""
            yield whole(line.start, line.end, "fw", "front-matter",
                        (("type", "metadata"), *((("_fact", fact),) if fact else ())))


def _score(context: Context) -> Score:
    count = sum(1 for _ in _blocks(context))
    return Score(1.0, counted(count, "block") + " of keys and values") if count else NO


FRONT_MATTER = Convention(
    "front-matter",
    "Keys and values before a text belong to the file; its title and its author are told to the header.",
    "---\\ntitle: The Mill\\n---",
    (Rule("front-matter", "a key and its value", "title: The Mill", _claims),),
    _score,
)
