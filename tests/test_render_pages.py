"""The pages of tests/xslt: a fragment of TEI, and what each output prints of it.

A page is prose with fences. A fence begins with the output it speaks of (```html, ```txt --pages …); in it stand the
TEI, a line with one point, and the text region of the output. `pytest --accept` writes what is; read the diff.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rendering import render, style_of

from edition.rendering.outputs import OUTPUTS

FOLDER = Path(__file__).parent / "xslt"
FENCE = re.compile(r"^```(?P<to>[\w-]+)(?P<options>[^\n]*)\n(?P<tei>.*?)^\.\n(?P<expected>.*?)^```$",
                   re.MULTILINE | re.DOTALL)
HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title>
<respStmt xml:id="conv"><resp>r</resp><name>the tool</name></respStmt>
<respStmt xml:id="ed"><resp>r</resp><name>An Editor</name></respStmt></titleStmt></fileDesc>
<encodingDesc><editorialDecl><correction><p><list><item corresp="#why1 #why2">the speech begins here</item></list></p>
</correction></editorialDecl><tagsDecl>
<rendition xml:id="hyphen" scheme="other" scope="before">-</rendition></tagsDecl></encodingDesc>
<profileDesc><particDesc><listPerson>
<person xml:id="krotov"><persName>Krotov</persName></person><person xml:id="anna" sortKey="Abel_Anna"><persName
resp="#ed">Anna of Moss</persName><persName type="variant">Anna</persName><birth when="1851">1851</birth><death
when="1899-02-01">1899-02-01</death><idno type="wikidata">Q1</idno><idno type="URL">javascript:alert(1)</idno><idno
type="archive">F 12</idno><note resp="#ed">A nurse.</note></person>
<personGrp xml:id="crowd"><persName>the crowd</persName></personGrp></listPerson></particDesc>
<settingDesc><listPlace><place xml:id="moss"><placeName resp="#ed">Moss</placeName><idno
type="URL">https://example.org/moss</idno></place></listPlace></settingDesc></profileDesc></teiHeader>
<standOff><listBibl><bibl xml:id="whistle"><title level="j" resp="#ed">The Whistle</title><author>A. A.</author><date
when="1901-03">1901-03</date></bibl></listBibl></standOff>"""


def shown(fragment: str, to: str, options: str = "") -> str:
    """What an output prints of a fragment of a body: its text, and its notes where it has some."""
    inside = fragment if re.match(r"<(?:front|body)\b", fragment) else f"<body>{fragment}</body>"
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text>{inside}</text></TEI>'
    page = render(tei.encode(), to, "x", style=style_of(to, options))
    if not page.startswith("<!"):
        return page.split("*** START OF TEXT ***")[-1].replace("\n*** END OF TEXT ***", "").strip("\n") + "\n"
    text = page.split('<div id="text"', 1)[1].split(">", 1)[1].split("</main>")[0]
    text = text.replace("</div><section id=", "</div>\n<section id=", 1)
    text = re.sub(r"(</(?:p|div|li|section|blockquote|h\d|tr|table|ol|ul|thead|caption)>)\s*", r"\1\n", text)
    return re.sub(r"\n</div>\n$|</div>\n$", "\n", re.sub(r"\n+", "\n", text)).strip("\n") + "\n"


@pytest.mark.parametrize("page", sorted(FOLDER.glob("*.md")), ids=lambda page: page.stem)
def test_page(page: Path, accept: bool) -> None:
    before = page.read_text("utf-8")
    after = FENCE.sub(lambda m: f"```{m['to']}{m['options']}\n{m['tei']}.\n"
                      f"{shown(m['tei'].strip(), m['to'], m['options'])}```", before)
    assert FENCE.search(before), "a page without a fence tests nothing"
    assert {m["to"] for m in FENCE.finditer(before)} <= set(OUTPUTS)
    if accept:
        page.write_text(after, "utf-8")
    assert after == before or accept
