"""Make the English word list of the program from SCOWL's lists and the counts of words in novels.

    python tests/training/lexicon.py SCOWL NGRAMS OUT

SCOWL is a folder of SCOWL's lists, as Debian's package `scowl` installs it (/usr/share/dict/scowl); NGRAMS the folder
of the counts (unigrams.tsv.gz, cased.tsv.gz). The same lists give the same bytes.
"""

from __future__ import annotations

import gzip
import re
import struct
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from edition.ocr.lexicon import COMMON, HEADER, LITERARY, MARK, NAME, RARE, RARE_NAME

WORDS = re.compile(r"(english|american|british|british_z|canadian|australian|variant_[12]|british_variant_[12])"
                   r"-(words|contractions|upper|proper-names)\.(\d\d)$")
WORD = re.compile(r"[a-zß-öø-ÿ]+(?:['-][a-zß-öø-ÿ]+)*")
SEEN = 5  # times in novels: then a word is known, though no list has it


def listed(folder: Path) -> Iterator[tuple[str, int]]:
    """Each word of the lists with how well it is known."""
    for path in sorted(folder.iterdir()):
        if not (found := WORDS.match(path.name)):
            continue
        size, name = int(found[3]), found[2] in ("upper", "proper-names")
        common = size <= 50 and not found[1].startswith(("variant", "british_variant"))
        known = (NAME if size <= 70 else RARE_NAME) if name else COMMON if common else LITERARY if size <= 70 else RARE
        for word in path.read_text("latin-1").split("\n"):
            yield word.lower(), known


def rows(path: Path) -> Iterator[list[str]]:
    """The lines of a table."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def counted(folder: Path, cased: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Each word that is frequent in novels: a name where it mostly stands with a capital."""
    for word, count in rows(folder / "unigrams.tsv.gz"):
        if int(count) >= SEEN:
            yield word, LITERARY if cased.get(word, 0) * 2 > int(count) else NAME


def small(folder: Path) -> dict[str, int]:
    """How often each word stands in small letters."""
    made: dict[str, int] = {}
    for word, count in rows(folder / "cased.tsv.gz"):
        made[word] = int(count)
    return made


def best(words: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Each word once, as well known as any list knows it."""
    made: dict[str, int] = {}
    for word, known in words:
        if WORD.fullmatch(word) and (len(word) > 1 or word in "aio"):
            made[word] = min(made.get(word, RARE_NAME), known)
    return made


class Node:
    """A node while the graph is made: its edges in the order of their letters."""

    __slots__ = ("edges", "known", "number")

    def __init__(self) -> None:
        self.edges: dict[int, Node] = {}
        self.known = 0
        self.number = -1

    def key(self) -> tuple[int, ...]:
        """What makes two nodes one."""
        return (self.known, *(part for letter, node in self.edges.items() for part in (letter, id(node))))


def graph(words: dict[str, int]) -> Node:
    """The smallest graph of the words: equal ends are one (Daciuk and others 2000, for sorted words)."""
    root, seen = Node(), dict[tuple[int, ...], Node]()
    path: list[tuple[Node, int, Node]] = []
    before = b""
    for word in sorted(word.encode("latin-1") for word in words):
        alike = (i for i, (a, b) in enumerate(zip(word, before, strict=False)) if a != b)
        common = next(alike, min(len(word), len(before)))
        close(path, common, seen)
        node = path[-1][2] if path else root
        for letter in word[common:]:
            node.edges[letter] = Node()
            path.append((node, letter, node.edges[letter]))
            node = node.edges[letter]
        node.known = words[word.decode("latin-1")]
        before = word
    close(path, 0, seen)
    return root


def close(path: list[tuple[Node, int, Node]], to: int, seen: dict[tuple[int, ...], Node]) -> None:
    """No word will change the nodes behind `to`: put those already seen in their place."""
    while len(path) > to:
        parent, letter, node = path.pop()
        parent.edges[letter] = seen.setdefault(node.key(), node)


def pack(root: Node) -> bytes:
    """The bytes of the file (see edition.ocr.lexicon)."""
    order, waiting = [root], [root]
    root.number = 0
    while waiting:
        node = waiting.pop()
        for following in node.edges.values():
            if following.number < 0:
                following.number = len(order)
                order.append(following)
                waiting.append(following)
    first, targets, letters = [0], list[int](), bytearray()
    for node in order:
        for letter, following in node.edges.items():
            letters.append(letter)
            targets.append(following.number)
        first.append(len(targets))
    plain = HEADER.pack(MARK, len(order), len(targets)) + struct.pack(f"<{len(first)}I", *first) + struct.pack(
        f"<{len(targets)}I", *targets) + bytes(letters) + bytes(node.known for node in order)
    return zlib.compress(plain, 9)


def main() -> None:
    scowl, ngrams, out = map(Path, sys.argv[1:4])
    words = best([*listed(scowl), *counted(ngrams, small(ngrams))])
    packed = pack(graph(words))
    out.write_bytes(packed)
    print(f"{len(words)} words, {len(packed)} bytes")


if __name__ == "__main__":
    main()
