"""What shall grow with its size and no faster, and how much work it is: the lines of Python that it runs through.

The lines are the same on any machine, and a loop counts its lines each time. What one call into C does (a search, a
pattern that goes back, a copy, Saxon) is one line, however long it takes: tests/benchmark/growth.py takes the time.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from itertools import islice, product
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from correcting import corrected
from rendering import render
from tiny_tei import tei as tiny

from edition.corrections.anchors import Anchor, Place, find
from edition.corrections.decision import Decisions
from edition.pipeline import parse
from edition.records import replace
from edition.rules import Context, Plain
from edition.settings.facts import Settings
from edition.settings.registered import RegisteredPerson
from edition.source import from_text
from edition.speech.reading import reading
from edition.tree import whole
from edition.verify import verify
from edition.writing import tei

Do = Callable[[], object]
ROOT = Path(__file__).resolve().parent.parent


class Work(NamedTuple):
    """What is done with something of a size; the sizes at which its lines are counted (0: nowhere) and its time is
    taken; and how many times as long four times that size may take.
    """

    of: Callable[[int], Do]
    counted: int
    timed: int
    most: float = 9


def lines(do: Do) -> int:
    """How many lines of Python run while something is done."""
    count = 0

    def at(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return at

    before = sys.gettrace()
    sys.settrace(at)
    try:
        do()
    finally:
        sys.settrace(before)
    return count


FEW = ("a", "_", "*", "[", "(", '"', "“", "'", "-", "—", ".", "#", "> ", "1 ", "word ", "[1] ", "NAME. It is so.\n",
       "Bob: It is so.\n", "“Yes,” he said. ", "# Head\n\n", "12\n\f\n", "\n1 A note.\n")
MANY = (*FEW, "\\", "$", "]", ")", "{", "}", "<", ">", "”", "’", "‘", "«", "»", "„", "–", ",", ":", ";", "|", "~",
        "=", "+", "`", "^", "†", "§", "&", "1", "A", "\n", "\f", "…", "/", "!", "_a", "a_ ", "*a ", "a* ", "(a ",
        "“a ", "a” ", "word1 ", "word* ", "[^1] ", "$^{3}$ ", "- item\n", "1. item\n", "| a | b |\n", "ACT I\n\n",
        "II\n\n", "MACBETH.\n", "[Exit.]\n", "(Exit.) ", "By A. Name\n\n", "Dear Sir:\n\n", "* * *\n\n",
        "[Illustration: x]\n\n", "[Footnote 1: x]\n\n", "-12-\n", "    verse line,\n", "MR. SMITH. I rise.\n\n",
        "He went home. ", "He said that he knew. ", "un-\nder ", "MR. A ", "---------\n| a |\n", "---------\n1 | a |\n",
        "+--------+\n| a word |\n+--------+\n", "  NAME,   }\n", "Rye      12     13\n", "a word\nor two      12s.\n\n")
SPOKEN = ('"', "“", "(", "(a ", "'a ", '"a," said he. ', "“a ‘b ", 'yes." No ', "Kamenev Zinoviev ", "He said: Yes. ",
          'He said that he went: "x" ', '"a, b, said, ')


def converted(piece: str) -> Callable[[int], Do]:
    """So many characters of a piece, again and again, from source to proof."""
    def of(size: int) -> Do:
        source = from_text(piece * (size // len(piece)) + "x\n")

        def do() -> None:
            written = tei.write(parse(source), Settings.bare("text"))
            assert verify(written.encode("utf-8"), source.text).ok
        return do
    return of


def spoken(piece: str) -> Callable[[int], Do]:
    """Who speaks in so many characters of a piece."""
    def of(size: int) -> Do:
        text = piece * (size // len(piece))
        made = Context(from_text(text), Plain(language="en"), spans=[whole(0, len(text), "p", "")])
        return lambda: reading(made)
    return of


def one_line(size: int) -> Do:
    text = "".join(f"The {n}th day was as long as the one before it, and nobody said that it was not. "
                   for n in range(size // 80))
    return converted(text)(len(text))


def proof(spoilt: bool) -> Callable[[int], Do]:
    """The proof of so many paragraphs, each of them wrong or none."""
    def of(size: int) -> Do:
        document = tiny('<p>The quick <emph rendition="#it">brown</emph> fox <choice><sic>jumpt</sic>'
                        "<corr>jumped</corr></choice> on.</p>\n" * size)
        source = "The quick _brown_ fox jumpt on.\n\n" * size
        source = source.replace("fox", "cat") if spoilt else source

        def do() -> None:
            assert verify(document, source).ok is not spoilt
        return do
    return of


def corrections(size: int) -> Do:
    """The corrections of so many characters, with other names in each piece."""
    piece = (ROOT / "seeds" / "essay-on-soviet-government.txt").read_text("utf-8")[:5000]
    source = from_text("\n\n".join(piece.replace("Soviet", f"So{n}viet") for n in range(size // 5000)))
    return lambda: corrected(source)


def anchors(size: int) -> Do:
    """An anchor on each tenth of so many lines: the whole source is searched only for what is not on its line."""
    source = from_text("".join(f"It was the {n}th day of so it was, and so on and on.\n" for n in range(size)))

    def do() -> None:
        for line in range(1, size, 10):
            place = find(Anchor(line, "so", before="day of "), source)
            assert isinstance(place, Place)
            assert place.line == line
    return do


def named(persons: int, paragraphs: int) -> Do:
    """A text of so many paragraphs is read with so many persons in the registers, forty of whom it names."""
    syllables = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")
    names = ["".join(parts).title() for parts in islice(product(syllables, repeat=4), persons)]
    registered = tuple(RegisteredPerson(f"p{n}", name) for n, name in enumerate(names))
    words, chance = ["the", "old", "house", "stood", "there", *names[:40]], random.Random(1)
    source = from_text("\n\n".join(" ".join(chance.choices(words, k=60)) + "." for _ in range(paragraphs)) + "\n")
    settings = replace(Settings("case"), persons=registered)
    return lambda: tei.write(parse(source, settings, Decisions()), settings)


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>
<profileDesc><particDesc><listPerson><person xml:id="a"><persName>A</persName></person></listPerson></particDesc>
</profileDesc></teiHeader><text><body><p xml:id="p">{text}</p></body></text></TEI>"""


def mentions(size: int) -> Do:
    """So many mentions of one person: the first in each division is found once for all, a hero stands on every page."""
    names = " ".join(f'<persName xml:id="m{n}" ref="#a">A</persName>' for n in range(size))
    document = TEI.format(text=names).encode()

    def do() -> None:
        assert render(document, "html", "x").count('class="named"') == 1
    return do


WORKS = {
    **{f"text of {piece!r}": Work(converted(piece), 1000 if piece in FEW else 0, 30_000) for piece in MANY},
    **{f"speech in {piece!r}": Work(spoken(piece), 1000, 20_000) for piece in SPOKEN},
    "a text on one line": Work(one_line, 2000, 250_000),
    "a proof": Work(proof(spoilt=False), 50, 2000),
    "a proof of what is wrong": Work(proof(spoilt=True), 50, 2000),
    "corrections": Work(corrections, 5000, 80_000),
    "anchors of decisions": Work(anchors, 200, 10_000),
    "names of so many": Work(lambda size: named(size, 600), 0, 1500, most=2.5),
    "mentions of a person": Work(mentions, 40, 1500),
}
