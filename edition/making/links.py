"""The links of the finished pages: each must lead somewhere, so that a note is found from its call and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from html import unescape
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from edition.findings import Finding
from edition.regex import regex
from edition.rendering import search

# What stands in the output folder beside the folder of a source.
_TOP = ("../index.html", "../about.html", "../report.json")
_DATA, _PAGE = "search.js", "index.html"
_ID = regex(r'\sid=("[^"]*"|[^\s">]+)')
Ids = Mapping[str, Collection[str]]


def broken_links(name: str, files: Mapping[str, bytes], pictures: Collection[str] = ()) -> list[Finding]:
    """Links of the HTML pages among `files` to places that are not there, ids that stand twice, and passages that the
    search could not lead to. `pictures`: files that lie beside them.
    """
    pages = _pages(files)
    ids = {file: Counter(element.get("id", "") for element in page.iter() if element.get("id"))
           for file, page in pages.items()}
    findings: list[Finding] = []
    for file, page in pages.items():
        place = f"{name}/{file}"
        findings += [Finding("id-twice", "error", f'the id "{id}" stands {count} times in this page', place)
                     for id, count in ids[file].items() if count > 1]
        findings += _told(_broken(file, page, lambda target: _leads(target, {*files, *pictures}), ids.get), place)
    findings += _told(((f"{_PAGE}#{id}", 0) for id in _unfindable(files, ids)), f"{name}/{_DATA}")
    return findings


def broken_site_links(site: Mapping[str, bytes], stands: Collection[str],
                      read: Callable[[str], bytes | None]) -> list[Finding]:
    """Links of the pages of a collection to places that are not there.

    `stands`: the paths of all files in the output folder; `read`: what stands at one.
    """
    pages = _pages(site)

    @cache
    def ids(path: str) -> Collection[str] | None:
        """Those of a page that may be large: it is not parsed once more."""
        data = (site.get(path) or read(path) or b"") if path.endswith(".html") else b""
        return {unescape(id.strip('"')) for id in _ID.findall(data.decode("utf-8", "replace"))} if data else None

    return [finding for file, page in pages.items()
            for finding in _told(_broken(file, page, lambda target: target in site or target in stands, ids), file)]


def _pages(files: Mapping[str, bytes]) -> dict[str, etree._Element]:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)  # else lxml cuts off after ten million characters
    return {file: html.document_fromstring(data, parser) for file, data in files.items() if file.endswith(".html")}


def _leads(target: str, files: Collection[str]) -> bool:
    return target in files or target in _TOP or target.startswith("../schema/")


def _told(broken: Iterable[tuple[str, int]], place: str) -> list[Finding]:
    return [Finding("link-broken", "error", f'the link "{link}" leads nowhere', place, line) for link, line in broken]


def _broken(file: str, page: etree._Element, leads: Callable[[str], bool],
            ids: Callable[[str], Collection[str] | None]) -> Iterator[tuple[str, int]]:
    for element in page.iter("a", "link", "img"):
        link = element.get("href", "") or element.get("src", "")
        url = urlsplit(link)
        if url.scheme or url.netloc or not link:
            continue
        target = unquote(url.path) or file
        known = ids(target) if url.fragment else None
        if not leads(target) or (known is not None and unquote(url.fragment) not in known):
            line = element.sourceline
            yield link, line if isinstance(line, int) else 0


def _unfindable(files: Mapping[str, bytes], ids: Ids) -> Iterator[str]:
    """The ids of passages that the search knows and the page does not."""
    data = search.read(files[_DATA]) if _DATA in files else None
    if data and _PAGE in ids:
        yield from (block[0] for block in data["blocks"] if block[0] not in ids[_PAGE])


__all__ = ["broken_links", "broken_site_links"]
