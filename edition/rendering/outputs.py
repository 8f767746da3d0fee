"""TEI to reading editions: stylesheets over one reading of the text, and one row per output."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from edition.findings import fail
from edition.records import record
from edition.rendering import blocks, epub, pdf, plaintext, register, search
from edition.rendering.assets import dressed
from edition.rendering.markup import lean
from edition.rendering.metadata import STANDARDS, record_of, records_of
from edition.rendering.style import Style, fitting
from edition.rendering.tei import Parameters, Tei, tree


class Output(NamedTuple):
    """`stylesheet`, with `parameters`, makes what `finish` turns into `file` (`{name}`: the edition's name).

    `always`: it is made of every text; else only where it is asked for. `title`: for readers; "" where it is none of
    the forms they read. `ready` raises a UserError where something is not installed that it needs. `offered`: the pages
    lead to it, as they do to what is asked for.
    """

    file: str
    title: str
    stylesheet: str
    parameters: Parameters
    finish: Callable[[str, Tei], bytes]
    always: bool = True
    ready: Callable[[], object] = bool
    offered: bool = False


def page(result: str) -> bytes:
    """A page as it is written, with the styles and scripts that it names."""
    return (lean(dressed(unicodedata.normalize("NFC", result.rstrip("\n")))) + "\n").encode("utf-8")


def _page(result: str, _: Tei) -> bytes:
    return page(result)


def _citation(result: str, _: Tei) -> bytes:
    return unicodedata.normalize("NFC", result).encode("utf-8")


def _citation_lines(result: str, tei: Tei) -> bytes:
    return _citation(result, tei).replace(b"\n", b"\r\n")  # as RIS wants its lines


def _register(result: str, _: Tei) -> bytes:
    return register.table(tree(result)).encode("utf-8")


def _book(result: str, _: Tei) -> bytes:
    return epub.book(tree(result))


def _search(result: str, tei: Tei) -> bytes:
    return search.script(tree(result), tei.name).encode("utf-8")


@record
class Plain:
    """How an output of plain text ends: `write` lays out, in a style, what text.xsl hands over."""

    write: Callable[[Any, Style], str]

    def __call__(self, result: str, _: Tei, style: Style = Style()) -> bytes:  # noqa: B008 (a record never changes)
        text = self.write(tree(result), style)
        return (text.replace("\n", "\r\n") if style.crlf else text).encode("utf-8")


def _pages(result: str, tei: Tei) -> bytes:
    return pdf.paged(result, tei, pdf.A4)


def _letter(result: str, tei: Tei) -> bytes:
    return pdf.paged(result, tei, pdf.LETTER)


# An output is a stylesheet over the passes of xslt/lib/passes.xsl, and a row here.
OUTPUTS: dict[str, Output] = {
    "html": Output("index.html", "Reading text", "html.xsl", {"view": "reading"}, _page),
    "diplomatic": Output("diplomatic.html", "As printed", "html.xsl", {"view": "diplomatic"}, _page),
    "txt": Output("{name}.txt", "Plain text", "text.xsl", {"view": "reading"}, Plain(plaintext.reading)),
    "diplomatic-txt": Output("{name}.diplomatic.txt", "Plain text as printed", "text.xsl", {"view": "diplomatic"},
                             Plain(plaintext.reading)),
    "corpus": Output("{name}.corpus.txt", "Corpus", "text.xsl", {"view": "reading"}, Plain(blocks.corpus)),
    "tsv": Output("{name}.corpus.tsv", "Corpus as a table", "text.xsl", {"view": "reading"}, Plain(blocks.table),
                  always=False),
    "csv": Output("{name}.corrections.csv", "Register of corrections", "text.xsl", {"view": "reading"}, _register),
    "epub": Output("{name}.epub", "EPUB", "epub.xsl", {"view": "reading"}, _book, offered=True),
    "pdf": Output("{name}.pdf", "PDF", "paged.xsl", {"view": "reading"}, _pages, always=False,
                  ready=pdf.paginator),
    "pdf-letter": Output("{name}.letter.pdf", "PDF (Letter)", "paged.xsl", {"view": "reading"}, _letter,
                         always=False, ready=pdf.paginator),
    "bibtex": Output("{name}.bib", "BibTeX", "citation.xsl", {"style": "bibtex"}, _citation),
    "ris": Output("{name}.ris", "RIS", "citation.xsl", {"style": "ris"}, _citation_lines),
    "search": Output("search.js", "", "search.xsl", {"view": "reading"}, _search),
}


# Which names in a text lead to its index, and the outputs that can do it.
LINKS = ("first", "all", "none")
LINKED = ("html", "epub", "pdf", "pdf-letter")


def render_all(tei: Tei, further: Collection[str] = (), links: str = "",
               style: Style = Style()) -> dict[str, bytes]:  # noqa: B008 (a record never changes)
    """The files of an edition, by name: the outputs that are always made, and the `further` ones (keys of OUTPUTS
    and STANDARDS; of the latter those whose facts are known).

    `links`: one of LINKS, if not as usual. `style`: how plain texts are written, each as far as it knows the options.
    """
    made = {to: output for to, output in OUTPUTS.items() if output.always or to in further}
    about = records_of(tei, further)
    offered = {output.file: output.title for output in made.values() if output.offered or not output.always}
    offered |= {one.file: one.title for one in STANDARDS.values() if one.file.format(name=tei.name) in about}
    forms = "\n".join(f"{file.format(name=tei.name)}\t{title}" for file, title in offered.items())
    beside: dict[str, str | bool] = {"forms": forms, "up": True}
    linked = {"links": links} if links else {}
    files = {output.file.format(name=tei.name): render(tei, to, fitting(style, to),
                                                       **(beside if output.finish is _page else {}),
                                                       **(linked if to in LINKED else {}))
             for to, output in made.items()}
    return files | about


def render(tei: Tei, to: str, style: Style | None = None, **parameters: str | bool) -> bytes:
    """The output `to` (a key of OUTPUTS or STANDARDS) of a TEI document.

    `style`: how a plain text is written. `parameters` go to the stylesheet. UserError: as `result`, or what the output
    needs is not there.
    """
    if to in STANDARDS:
        return record_of(tei, to)
    made, finish = result(tei, to, **parameters), OUTPUTS[to].finish
    return finish(made, tei, style) if isinstance(finish, Plain) and style else finish(made, tei)


def result(tei: Tei, to: str, **parameters: str | bool) -> str:
    """What the stylesheet of an output makes, before it is finished. UserError: no such output, or as `Tei.result`."""
    if to not in OUTPUTS:
        raise fail("output-unknown", f'there is no output "{to}"; there are: {", ".join([*OUTPUTS, *STANDARDS])}',
                   tei.file)
    output = OUTPUTS[to]
    settings: dict[str, str | bool] = {**output.parameters, **parameters}
    if output.stylesheet != "text.xsl":
        settings |= {"name": tei.name, "tei-hash": tei.digest}
    if output.stylesheet == "epub.xsl":
        settings["identifier"] = epub.identifier(tei)
    return tei.result(output.stylesheet, settings)
