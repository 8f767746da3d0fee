"""What becomes of a text by the decisions about it: built anew off the request, and the passage that is looked at."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from lxml import etree

from edition.findings import Finding, UserError, in_order, internal
from edition.kinds import KINDS
from edition.making.conversion import Converted, convert, unproved
from edition.pipeline import Document
from edition.records import record
from edition.settings.facts import Edition
from edition.verify import verify
from edition.writing.tei import as_it_stands
from edition.xml_input import read_xml

_NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_LONGEST: Final = 20_000  # characters of TEI that are shown
_MOST: Final = 20  # findings
_PATIENCE: Final = 60.0  # seconds
_LEFT_OUT: Final = frozenset({"note", "fw", "lb", "pb", "cb"})
Piece = tuple[str, str]  # how it is shown (text, del, ins, mark), and the words


@record
class Built:
    """A text as it is now: what was made of it (None where nothing could be), and what is to be said of that."""

    converted: Converted | None
    findings: list[Finding]

    def passage(self, line: int, column: int) -> dict[str, Any]:
        """The passage at a place of the source: how it reads, its TEI, and the findings about it."""
        if self.converted is None:
            return {"reading": [], "tei": "", "findings": _told(self.findings, 0, 0)}
        document = self.converted.document
        start, end, name = _block(document, document.source.line_span(line)[0] + column - 1)
        element = _element(self.converted.tei, name)
        first, last = document.source.line(start), document.source.line(max(start, end - 1))
        return {"reading": [] if element is None else _joined(_pieces(element)), "tei": _tei(element),
                "findings": _told(self.findings, first, last)}


def build(path: Path, edition: Edition | None, encoding: str | None = None) -> Built:
    """A text read, corrected, written and proved; what prevents that is a finding."""
    try:
        made = convert(path, edition, encoding)
        proof = verify(made.tei, made.document.source.text)
        return Built(made, in_order([*made.findings, *unproved(proof, path.stem)]))
    except UserError as error:
        return Built(None, list(error.findings))
    except Exception as error:
        return Built(None, [internal(error, str(path))])


def _told(findings: list[Finding], first: int, last: int) -> list[str]:
    """All errors, and what else is said about these lines."""
    near = [finding for finding in findings
            if finding.severity == "error" or first <= (finding.source_line or finding.line) <= last]
    return [str(finding) for finding in near[:_MOST]]


def _block(document: Document, offset: int) -> tuple[int, int, str]:
    """The smallest block with an xml:id around a place: where it begins and ends, and its id ("" where there is none).
    """
    ids = document.once(as_it_stands).ids
    around = [(span.end - span.start, span.start, span.end, name)
              for span, name in zip(document.spans, ids, strict=True)
              if name and span.start <= offset < span.end
              and (KINDS[span.kind].level == "block" or span.kind == "note")]
    return min(around)[1:] if around else (offset, offset + 1, "")


def _element(tei: bytes, name: str) -> Any:
    root: Any = read_xml(tei, huge_tree=True)
    return next((element for element in root.iter("{*}*") if element.get(_ID) == name), None) if name else None


def _tei(element: Any) -> str:
    if element is None:
        return ""
    text = str(etree.tostring(element, encoding="unicode", with_tail=False)).replace(f' xmlns="{_NAMESPACE}"', "", 1)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " …"


def _pieces(element: Any) -> Iterator[Piece]:
    """How an element reads: what was printed and what it is corrected to; notes and page furniture left out."""
    yield "text", element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _inner(child, etree.QName(child).localname)
        yield "text", child.tail or ""


def _inner(child: Any, name: str) -> Iterator[Piece]:
    words = "".join(child.itertext())
    if name in ("sic", "orig") and etree.QName(child.getparent()).localname == "choice":
        yield "del", words
    elif name in ("corr", "reg", "supplied"):
        yield "ins", words
    elif name in ("sic", "unclear"):
        yield "mark", words
    elif name in ("surplus", "del"):
        yield "del", words
    elif name == "gap":
        yield "mark", "[…]"
    elif name not in _LEFT_OUT:
        yield from _pieces(child)


def _joined(pieces: Iterator[Piece]) -> list[Piece]:
    """The pieces with neighbours of one kind as one, and none that is empty."""
    made = list[Piece]()
    for how, text in pieces:
        if made and made[-1][0] == how:
            made[-1] = how, made[-1][1] + text
        elif text:
            made.append((how, text))
    return made


class Builder:
    """Builds texts anew, one after the other in a thread of its own; of several wishes for a text the latest counts.

    `texts`: path by name. `make`: builds one.
    """

    def __init__(self, texts: Mapping[str, Path], make: Callable[[Path], Built]) -> None:
        self._texts, self._make = texts, make
        self._wanted, self._done, self._built = Counter[str](), Counter[str](), dict[str, Built]()
        self._queue = list[str]()
        self._change, self._closed = threading.Condition(), False
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def want(self, name: str) -> None:
        """Say that a text has changed."""
        with self._change:
            self._wanted[name] += 1
            self._queue = [*(other for other in self._queue if other != name), name]
            self._change.notify_all()

    def get(self, name: str) -> Built | None:
        """A text as it is after all that was wished till now; None where that takes too long."""
        if not self._wanted[name]:
            self.want(name)
        with self._change:
            mine = self._wanted[name]
            self._change.wait_for(lambda: self._done[name] >= mine or self._closed, _PATIENCE)
            return self._built.get(name) if self._done[name] >= mine else None

    def close(self) -> None:
        """Build no more."""
        with self._change:
            self._closed = True
            self._change.notify_all()

    def _work(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._queue or self._closed)
                if self._closed:
                    return
                name = self._queue.pop()
                wish = self._wanted[name]
            built = self._make(self._texts[name])
            with self._change:
                self._built[name], self._done[name] = built, wish
                self._change.notify_all()
            gc.collect()  # the command line has switched it off, and this runs for hours
