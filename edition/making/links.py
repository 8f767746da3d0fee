"""The links of the finished pages: each must lead somewhere, so that a note is found from its call and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from edition.findings import Finding

# What stands in the output folder beside the folder of a source.
_TOP = ("../index.html", "../report.json")


def broken_links(name: str, files: Mapping[str, bytes]) -> list[Finding]:
    """Links of the HTML pages among `files` to places that are not there, and ids that stand twice."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)  # else lxml cuts off after ten million characters
    pages = {file: html.document_fromstring(data, parser) for file, data in files.items() if file.endswith(".html")}
    ids = {file: Counter(element.get("id", "") for element in page.iter() if element.get("id"))
           for file, page in pages.items()}
    findings: list[Finding] = []
    for file, page in pages.items():
        place = f"{name}/{file}"
        findings += [Finding("id-twice", "error", f'the id "{id}" stands {count} times in this page', place)
                     for id, count in ids[file].items() if count > 1]
        findings += [Finding("link-broken", "error", f'the link "{link}" leads nowhere', place, line)
                     for link, line in _broken(file, page, ids, files)]
    return findings


def _broken(file: str, page: etree._Element, ids: Mapping[str, Counter[str]],
            files: Mapping[str, bytes]) -> Iterator[tuple[str, int]]:
    for element in page.iter("a", "link"):
        link = element.get("href", "")
        url = urlsplit(link)
        if url.scheme or url.netloc or not link:
            continue
        target = unquote(url.path) or file
        known = target in files or target in _TOP or target.startswith("../schema/")
        if not known or (url.fragment and target in ids and unquote(url.fragment) not in ids[target]):
            line = element.sourceline
            yield link, line if isinstance(line, int) else 0
