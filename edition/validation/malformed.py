"""Why a file is no well-formed XML, in words that a person can act on: libxml2's own are for those who wrote it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html.entities import html5

from lxml import etree

from edition.findings import Finding
from edition.records import replace
from edition.regex import regex

_PLACE = regex(r", line \d+, column \d+$")
_ENTITY = regex(r"Entity '(.+)' not defined")
_VALUES = regex(r"(?:Char|xmlChar) value (\d+)|Char 0x([0-9A-Fa-f]+)")
_ENCODING = regex(r"""encoding\s*=\s*["']([^"']+)["']""")
_AMP = "an & that means itself is written &amp;"
# What libxml2 says, what it means, and what to do; {0}, {1} … are what the parentheses hold.
_SAID = tuple((regex(said), means, fix) for said, means, fix in (
    (r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)",
     "</{2}> stands where <{0}> of line {1} is still open", "write </{0}> before it, or </{0}> instead of it"),
    (r"Premature end of data in tag (\S+) line (\d+)",
     "the file ends, and <{0}> of line {1} is still open; has a part of it been lost?", "write </{0}>"),
    (r"xmlParse(?:String)?EntityRef: no name|EntityRef: expecting .;.", _AMP + " (and an entity ends with ;)",
     "write &amp;"),
    (r"StartTag: invalid element name",
     "behind this < stands no name of an element; a < that means itself is written &lt;", "write &lt;"),
    (r"Unescaped '<' not allowed in attributes values",
     "a < in the value of an attribute is written &lt;; or the quotation mark at the end of the value is missing",
     "write &lt;"),
    (r"AttValue: \" or ' expected", "the value of an attribute stands in straight quotation marks (\" or ')", ""),
    (r"AttValue: ' expected",
     "the file ends within the value of an attribute: its quotation mark is missing, or a part of the file", ""),
    (r"error parsing attribute name",
     "what stands here is no attribute; the > or / at the end of the start tag may be missing", "write >"),
    (r"Specification mandates value for attribute (\S+)", "the attribute {0} has no value", 'write {0}="…"'),
    (r"Attribute (\S+) redefined", "the attribute {0} stands twice in one start tag", "leave one of them out"),
    (r"attributes construct error", "between two attributes a space is missing", ""),
    (r"Couldn't find end of Start Tag (\S+)", "the start tag of <{0}> has no > at its end", "write >"),
    (r"Extra content at the end of the document", "the document has ended before this: one element holds all of it",
     "leave out what follows its end tag, or put it before that"),
    (r"XML declaration allowed only at the start of the document",
     "<?xml … ?> stands at the very beginning of a file", "leave out what stands before it, empty lines too"),
    (r"Unsupported encoding: (\S+)", "the encoding {0}, which the first line names, is not known",
     'write encoding="UTF-8", if it is'),
    (r"Namespace prefix (\S+) (?:on|for) .*is not defined", "nobody says what the prefix {0}: stands for",
     'write xmlns:{0}="…" in the start tag of the first element'),
    (r"expected '>'", "a tag has no > at its end", "write >"),
    (r"expected '='", "an attribute has no value", 'write ="…"'),
    (r"Malformed declaration|parsing XML declaration|Invalid XML encoding name",
     "the first line is not what it has to be", 'write <?xml version="1.0" encoding="UTF-8"?>'),
    (r"xmlParsePI", "a processing instruction has no name", ""),
    (r"'(.*)' is not a valid URI", "the namespace “{0}” is no address", ""),
    (r"Double hyphen within comment", "-- stands within a comment, where it may not", "write - - or another dash"),
    (r"Sequence '\]\]>' not allowed in content", "]]> stands in the text", "write ]]&gt;"),
    (r"Excessive depth in document: (\d+)", "more than {0} elements stand within one another, which nobody reads", ""),
    (r"Attribute references external entity '(.+)'",
     "the entity &{0}; in the value of an attribute stands in another file, which is not read",
     "write what it stands for"),
))
# What is still open where the file ends: what libxml2 says, how it begins and ends, its name.
_OPEN = ((regex(r"Comment not terminated|Comment must not contain"), "<!--", "-->", "comment"),
         (regex(r"CData section not finished"), "<![CDATA[", "]]>", "CDATA section"),
         (regex(r"PI \S+ never end"), "<?", "?>", "processing instruction"))
# How files begin that are something else.
_OTHERS: Mapping[bytes, str] = {
    b"PK\x03\x04": "this is no XML but a ZIP file, as .docx, .odt and .epub are",
    b"\xd0\xcf\x11\xe0": "this is no XML but an old file of Word",
    b"%PDF": "this is no XML but a PDF", b"{\\rtf": "this is no XML but RTF",
    b"{": "this is no XML but JSON", b"[": "this is no XML but JSON",
}


def malformed(tei: bytes, file: str, error: etree.XMLSyntaxError) -> Finding:
    """The finding about a file that lxml could not read."""
    line, column = error.position
    found = Finding("xml-malformed", "error", "", file, line, column)
    if not tei.strip():
        return replace(found, message="the file is empty")
    said = _PLACE.sub("", error.msg or "")
    for ask in _ASKED:
        told = ask(tei, said, line, column)
        if told:
            code, message, fix = told
            return replace(found, code=code, message=message, fix=fix)
    return replace(found, message=f"not well-formed XML: {said}")


_Told = tuple[str, str, str] | None  # code, message, fix


def _bad(message: str, fix: str = "") -> _Told:
    return "xml-malformed", f"not well-formed XML: {message}", fix


def _another_kind(tei: bytes, said: str, _line: int, _column: int) -> _Told:
    start = tei.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] != b"<" and "Start tag expected" in said:
        kind = next((one for begin, one in _OTHERS.items() if start.startswith(begin)), "")
        return _bad(kind) if kind else _bad("it does not begin with <. Is it plain text?",
                                            "edition convert makes TEI of a plain text")
    if b"<html" in start[:1000].lower():
        return _bad(f"this is HTML ({said})")
    return None


def _entity(_tei: bytes, said: str, _line: int, _column: int) -> _Told:
    named = _ENTITY.match(said)
    if not named:
        return None
    name = named[1]
    return "xml-entity", (f"&{name}; is an entity of HTML, which XML does not know" if f"{name};" in html5 else
                          f"nobody says what the entity &{name}; stands for"), instead_of_entity(name)


def instead_of_entity(name: str, declared: str = "") -> str:
    """What to write for an entity, "" where that is not known. `declared`: what a document type says it stands for."""
    meant = declared or html5.get(f"{name};", "")
    shown = meant if meant.isprintable() and not meant.isspace() else "".join(f"&#{ord(one)};" for one in meant)
    return f"write {shown} instead of &{name};" if meant and "<" not in meant and "&" not in meant else ""


def declared_encoding(tei: bytes) -> str:
    """The encoding that the first line names, "" where it names none."""
    declared = _ENCODING.search(tei[:200].replace(b"\x00", b"").decode("latin-1"))
    return declared[1] if declared else ""


def _encoding(tei: bytes, said: str, _line: int, _column: int) -> _Told:
    named = declared_encoding(tei)
    if named.lower().startswith("utf-16") and b"\x00" not in tei[:200]:
        return _bad(f"the first line says {named}, and the file is not written in it", 'write encoding="UTF-8"')
    if "Invalid bytes" not in said and "proper UTF-8" not in said:
        return None
    try:
        tei.decode(named or "UTF-8")
    except UnicodeDecodeError as error:
        wrong = tei[error.start:error.start + 1]
        return _bad(f"the byte {wrong.hex().upper()} is no {named or 'UTF-8'}, in which the file "
                    f"{'says it is' if named else 'has to be'} written (in windows-1252 it is "
                    f"“{wrong.decode('cp1252', 'replace')}”)",
                    'save it as UTF-8, or say what it is: <?xml version="1.0" encoding="windows-1252"?>')
    except LookupError:
        pass
    return None


def _character(_tei: bytes, said: str, _line: int, _column: int) -> _Told:
    value = _VALUES.search(said)
    if not value:
        return None
    number = int(value[1]) if value[1] else int(value[2], 16)
    return _bad(f"the character U+{number:04X} may not stand in XML", "leave it out")


def _open(tei: bytes, said: str, _line: int, _column: int) -> _Told:
    for pattern, begin, end, name in _OPEN:
        if pattern.search(said):
            place = tei.find(begin.encode(), tei.rfind(end.encode()) + 1)
            line = tei[:place].count(b"\n") + 1
            return _bad(f"the {name} that begins in line {line} has no {end} at its end", f"write {end}")
    return None


def _table(tei: bytes, said: str, line: int, column: int) -> _Told:
    for pattern, means, fix in _SAID:
        found = pattern.search(said)
        if found:
            groups = [one or "" for one in found.groups()]
            means, fix = (text.format(*groups) for text in (means, fix))
            return _bad(means, fix or _quotation_mark(tei, said, line, column))
    return None


def _quotation_mark(tei: bytes, said: str, line: int, column: int) -> str:
    """What to write instead of a quotation mark of typesetters."""
    lines = tei.decode("utf-8", "replace").splitlines() if '" or' in said else []
    mark = lines[line - 1][column - 1:column] if line <= len(lines) else ""
    return f'write " instead of {mark}' if mark and mark in "“”„‘’‚«»" else ""


_ASKED: tuple[Callable[[bytes, str, int, int], _Told], ...] = (
    _another_kind, _entity, _encoding, _character, _open, _table)
