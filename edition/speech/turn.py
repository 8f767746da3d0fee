"""One voice in one paragraph: what is asked for its speaker."""

from __future__ import annotations

from edition.records import field, mutable
from edition.speech.inquit import Inquit
from edition.speech.marks import Quoted
from edition.speech.paragraphs import Paragraph
from edition.speech.scene import Voice

_SHORT = 60  # characters: a longer sentence before the words is narration, and no mere introduction


@mutable
class Turn:
    """`quotes`: its pieces (none: a labelled turn). `inquit`: beside them; `lead`: at the end of the paragraph before.

    `addressed`: ids of persons called by name in it; `reported`: the indirect speech that runs over into it.
    """

    paragraph: Paragraph
    quotes: list[Quoted]
    voice: Voice | None = None
    labelled: bool = False
    inquit: Inquit | None = None
    lead: Inquit | None = None
    addressed: tuple[str, ...] = ()
    reported: list[tuple[int, int]] = field(default_factory=list)

    @property
    def opens(self) -> bool:
        """Whether the paragraph begins with speech (or with no more than the words that introduce it)."""
        if self.labelled or not self.quotes:
            return True
        head = self.quotes[0]
        lead = head.start - self.paragraph.content[0]
        return lead == 0 or (lead < _SHORT and head.why == "before" and self.paragraph.sentence(head.start - 1) == 0)

    @property
    def who(self) -> tuple[str, ...]:
        """The ids of its speakers."""
        return self.voice.who if self.voice else ()
