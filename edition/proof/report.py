"""What a proof says: problems, additions, figures, and how people read them."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One difference between TEI and source, or one thing in the TEI that makes it no proof.

    Lines and columns count from 1; 0 means unknown. `source` and `tei` are one line of text around the difference on
    either side ("" where there is none to show), and the carets are offsets into them.
    """

    message: str
    tei_line: int = 0
    source_line: int = 0
    source_column: int = 0
    source: str = ""
    source_caret: int = 0
    tei: str = ""
    tei_caret: int = 0

    def lines(self) -> list[str]:
        """The problem as lines for a person: where and what, then both sides, each with a caret."""
        places = []
        if self.source_line:
            column = f", column {self.source_column}" if self.source_column else ""
            places.append(f"source line {self.source_line}{column}")
        if self.tei_line:
            places.append(f"TEI line {self.tei_line}")
        told = [f"{'; '.join(places)}: {self.message}" if places else self.message]
        for name, text, caret in (("source", self.source, self.source_caret), ("TEI", self.tei, self.tei_caret)):
            if text:
                told += [f"  {name:<6} {text}", " " * (9 + caret) + "^"]
        return told


class Addition(NamedTuple):
    """An element whose text is ours and not the source's: `kind` is its name, `tei_line` where it begins."""

    kind: str
    text: str
    resp: str
    tei_line: int


class Proof(NamedTuple):
    """The outcome of comparing a TEI with its source.

    `more`: how many problems there are beyond those listed (at least). `ignored`: white-space differences at tags
    that a re-indenting tool may have made and that were therefore let pass. `characters` and `skin_characters`
    count without white space.
    """

    problems: tuple[Problem, ...] = ()
    additions: tuple[Addition, ...] = ()
    ignored: tuple[Problem, ...] = ()
    more: int = 0
    characters: int = 0
    skin_characters: int = 0
    notes: int = 0
    moved_notes: int = 0

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def entries(self) -> dict[str, tuple[Problem, ...] | tuple[Addition, ...]]:
        """What the proof lists, by name."""
        return {"problems": self.problems, "additions": self.additions, "ignored": self.ignored}

    @property
    def skin_share(self) -> float:
        """The share of the source's characters (white space apart) that the TEI holds as mark-up, 0 to 1."""
        return self.skin_characters / self.characters if self.characters else 0.0

    @property
    def counts(self) -> dict[str, int]:
        """The figures of the proof, for a report; additions by kind in alphabetical order."""
        kinds = sorted({addition.kind for addition in self.additions})
        return {
            "characters": self.characters, "skin_characters": self.skin_characters,
            "notes": self.notes, "moved_notes": self.moved_notes,
            "ignored": len(self.ignored), "problems": len(self.problems) + self.more,
            **{kind: sum(addition.kind == kind for addition in self.additions) for kind in kinds},
        }

    def lines(self) -> list[str]:
        """The proof as lines for a person: the verdict, the problems, what was ignored, every addition."""
        if self.ok:
            told = [f"proven: all {self.characters} characters of the source are in the TEI, in order"]
        else:
            count = len(self.problems) + self.more
            told = [f"not proven: {count} problem{'s' if count > 1 else ''}"]
        for problem in self.problems:
            told += problem.lines()
        if self.more:
            told.append(f"{self.more} further problem{'s' if self.more > 1 else ''} not shown")
        told.append(f"mark-up of the source: {self.skin_characters} characters ({self.skin_share:.1%})")
        if self.ignored:
            told.append(f"ignored, because the TEI may have been re-indented: white space at {len(self.ignored)} tags")
            told += [f"  {line}" for entry in self.ignored for line in entry.lines()[:1]]
        told.append(f"additions, not the source's: {len(self.additions)}")
        told += [
            f'  TEI line {entry.tei_line}: {entry.kind} "{entry.text}"{f" ({entry.resp})" if entry.resp else ""}'
            for entry in self.additions
        ]
        return told
