"""TEI by hand for the proof's tests: a frame for a few lines of text, and a writer of random documents.

The writer makes TEI and source side by side and knows nothing of the package: what it writes together belongs together.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

# name: (before, after)
SKINS = {
    "it": ("_", "_"), "b": ("**", "**"), "sup": ("<sup>", "</sup>"), "call": ("[{n}]", ""), "digit": ("{n}", ""),
    "label": ("[Footnote {n}: ", "]"), "number": ("{n} ", ""), "page": ("[Page {n}]", ""), "hash": ("# ", ""),
    "stop": ("", "."), "hyphen": ("-", ""), "esc": ("\\00005C", ""), "ff": ("\\00000C", ""), "ctl": ("\\000001", ""),
    "gap": ("[illegible]", ""), "dots": (". . .", ""), "colon": ("", ":"), "brace": ("\\00007B", "\\00007D"),
}


def tei(text: str, skins: dict[str, tuple[str, str]] = SKINS, body: bool = True) -> bytes:
    """A whole TEI around the content of body (or, with body=False, of text). The content begins on line 5."""
    declared = "".join(
        f'<rendition xml:id="{name}" scheme="other" scope="before">{escape(before)}</rendition>'
        f'<rendition corresp="#{name}" scheme="other" scope="after">{escape(after)}</rendition>'
        for name, (before, after) in skins.items()
    )
    inner = f"<body>\n{text}\n</body>" if body else f"\n{text}\n"
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
            f"<fileDesc><titleStmt><title>Words of the header</title></titleStmt></fileDesc>\n<encodingDesc><tagsDecl>"
            f"{declared}</tagsDecl></encodingDesc></teiHeader>\n<text>{inner}</text></TEI>\n").encode()


WORDS = ("a", "the", "workers", "did", "not", "“Yes,”", "said", "(so)", "naïve", "it's", "end.", "1934", "—", "Ünïted",
         "w&r", "<x>", "漢字", "e\u0301t", "A\u00a0B", "$5", "100%", "{n}", "o")


@dataclass
class Pair:
    """A document. `gaps`: for each word boundary within a block, the span of its white space in the source."""

    tei: bytes
    source: str
    additions: int
    gaps: list[tuple[int, int]]


@dataclass
class Writer:
    """Writes one random document; `rng` decides everything."""

    rng: random.Random
    newline: str = "\n"
    out: list[str] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    waiting: list[tuple[int, str, str]] = field(default_factory=list)       # notes that stand elsewhere: n, TEI, source
    gaps: list[tuple[int, int]] = field(default_factory=list)
    notes: int = 0
    additions: int = 0

    def put(self, tei: str, source: str) -> None:
        self.out.append(tei)
        self.source.append(source)

    def white(self, most: int = 3) -> str:
        """Some white space, as sources have it."""
        kinds = [" ", " ", " ", self.newline, "  ", "\t", " " + self.newline, self.newline + " ", "\f", "\v"]
        return "".join(self.rng.choice(kinds) for _ in range(self.rng.randint(1, most)))

    def gap(self) -> None:
        """White space between words, and remember where."""
        white, start = self.white(), sum(map(len, self.source))
        self.put(self.rng.choice([" ", " ", "\n"]), white)
        self.gaps.append((start, start + len(white)))

    def word(self) -> str:
        return self.rng.choice(WORDS)

    def words(self, most: int = 4) -> None:
        for number in range(self.rng.randint(1, most)):
            if number:
                self.gap()
            word = self.word()
            self.put(escape(word), word)

    def skinned(self, name: str, skin: str, before: str, after: str, loose: bool = False) -> None:
        """An element with a skin; `loose`: with white space inside its delimiters, which no one need keep."""
        edge = self.white() if loose and self.rng.random() < 0.3 else ""
        self.put(f'<{name} rendition="#{skin}">', before + edge)
        self.words()
        self.put(f"</{name}>", edge + after)

    def piece(self, deep: bool = True) -> None:
        """One or more words of a paragraph, in some mark-up."""
        kinds = ["plain"] * 5 + ["it", "sup", "choice", "reg", "added", "soft", "hard", "lb", "pb", "inline", "esc",
                                 "ctl", "gap", "seg", "fw", "apparatus", "moved" if deep else "plain"]
        kind = self.rng.choice(kinds)
        getattr(self, f"_{kind}")()

    def _plain(self) -> None:
        self.words()

    def _it(self) -> None:
        self.skinned("emph", "it", "_", "_")

    def _sup(self) -> None:
        self.skinned("hi", "sup", "<sup>", "</sup>")

    def _seg(self) -> None:
        self.put("<seg>", "")
        self.words()
        self.put("</seg>", "")

    def _choice(self) -> None:
        self.put("<choice><sic>", "")
        self.words()
        self.put(f'</sic><corr resp="#ed">{escape(self.word())} more</corr></choice>', "")
        self.additions += 1

    def _reg(self) -> None:
        self.put("<choice><orig>", "")
        self.words(1)
        self.put("</orig><reg>reg</reg></choice>", "")
        self.additions += 1

    def _added(self) -> None:
        self.words(1)
        self.put(self.rng.choice(["<corr>”</corr>", "<supplied> lost <hi>word</hi></supplied>"]), "")
        self.additions += 1

    def _apparatus(self) -> None:
        self.words(1)
        self.put('<note type="apparatus" resp="#ed">Our <emph>remark</emph>.</note>', "")
        self.additions += 1

    def _soft(self) -> None:
        self.put('work<lb break="no" rendition="#hyphen"/>ers', f"work-{self.rng.choice(['', ' '])}{self.newline}ers")

    def _hard(self) -> None:
        self.put('farm-<lb break="no"/>hands', "farm-" + self.newline + "hands")

    def _lb(self) -> None:
        self.put("line<lb/>line", "line" + self.newline + "line")

    def _pb(self) -> None:
        n = self.rng.randint(1, 300)
        self.put(*self.rng.choice([
            ('of <pb rendition="#ff"/>the', "of" + self.newline + "\f" + "the"),
            (f'of<pb n="{n}" rendition="#page"/> the', f"of {self.newline}[Page {n}]{self.newline} the"),
            (f'wo<pb n="{n}" rendition="#page" break="no"/>rd', f"wo[Page {n}]rd"),
            ("of <cb/>the", "of" + self.white() + "the"),
        ]))

    def _fw(self) -> None:
        self.put('of <fw type="header">HEAD</fw><pb/>the', f"of{self.newline}HEAD{self.newline}{self.newline}the")

    def _inline(self) -> None:
        self.put('him. <note type="comment" place="inline">(', "him." + self.white() + "(")
        self.words()
        self.put(")</note> Past", ")" + self.white() + "Past")

    def _esc(self) -> None:
        self.put('<c type="markup" rendition="#esc"/>$', "\\$")
        self.words(1)

    def _ctl(self) -> None:
        self.put('con<c type="control" rendition="#ctl"/>trol', "con\x01trol")

    def _gap(self) -> None:
        self.put(*self.rng.choice([
            ('an <gap rendition="#gap"/> word', f"an{self.white()}[illegible]{self.white()}word"),
            ('or <gap rendition="#dots"/> tion', "or . . . tion"), ("lost<gap/>", "lost"),
        ]))

    def _moved(self) -> None:
        """A note at its call; its text stands after this block, or stood before it."""
        self.notes += 1
        n = self.notes
        inner = Writer(self.rng, self.newline)
        inner.words()
        if self.rng.random() < 0.4:
            inner.gap()
            inner.piece(deep=False)
        self.additions += inner.additions
        written, text = "".join(inner.out), "".join(inner.source)
        call, mark = self.rng.choice([(' rendition="#call"', f"[{n}]"), (' rendition="#digit"', f"{n}")])
        self.put(f'tools<note xml:id="n{n}" n="{n}"{call}>{written}</note>', f"tools{self.rng.choice(['', ' '])}{mark}")
        self.put(".", ".")
        self.waiting.append((n, *self.rng.choice([("label", f"[Footnote {n}: {text}]"), ("number", f"{n} {text}")])))

    def paragraph(self) -> None:
        for number in range(self.rng.randint(1, 5)):
            if number:
                self.gap()
            self.piece()

    def line(self) -> None:
        """Between blocks."""
        self.put(self.rng.choice(["\n", "", " "]), self.newline * self.rng.randint(1, 3) + self.rng.choice(["", " "]))

    def stood(self) -> None:
        """The notes that wait, at the place where they stood."""
        for n, skin, text in self.waiting:
            self.put(f'<anchor type="stood" corresp="#n{n}" rendition="#{skin}"/>', text)
            self.line()
        self.waiting.clear()

    def block(self) -> None:
        kind = self.rng.choice(["p", "p", "p", "head", "sp", "l"])
        if kind == "head":
            self.skinned("head", "hash", "# ", "", loose=True)
        elif kind == "sp":
            self.put("<sp><speaker rendition=\"#stop\">NAME</speaker>", "NAME.")
            self.line()
            self.put("<p>", "")
            self.paragraph()
            self.put("</p></sp>", "")
        elif kind == "l":
            self.put("<lg>", "")
            for _ in range(2):
                self.put("<l>", "")
                self.words()
                self.put("</l>", self.newline)
            self.put("</lg>", "")
        else:
            self.put("<p>", "")
            self.paragraph()
            self.put("</p>", "")

    def document(self) -> Pair:
        self.put("", self.rng.choice(["", self.newline, "  "]))
        for _ in range(self.rng.randint(1, 4)):
            self.block()
            self.line()
            if self.rng.random() < 0.7:
                self.stood()
        self.stood()
        return Pair(tei("".join(self.out)), "".join(self.source), self.additions, self.gaps)


def random_pair(seed: int, newline: str = "\n") -> Pair:
    """The document of a seed."""
    return Writer(random.Random(seed), newline).document()
