"""Plays: acts and scenes, speeches with their speakers, stage directions, verse and prose."""

from __future__ import annotations

from collections.abc import Iterator

from edition.conventions.drama.words import cues
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

# Most texts need nothing of this room: what reads a play is loaded where one may be.


def _claims(context: Context) -> Iterator[Span]:
    from edition.conventions.drama.cast import claims as cast_claims
    from edition.conventions.drama.claims import Writer
    from edition.conventions.drama.front import title_page
    from edition.conventions.drama.reading import Reader
    from edition.conventions.drama.study import study

    play = study(context)
    if play is None:
        return
    yield from title_page(play)
    if play.cast:
        yield from cast_claims(play.view, play.lines, play.cast)
    yield from Writer(play, list(Reader(play).pieces())).claims()


def _score(context: Context) -> Score:
    if not context.of_document(cues):
        return NO
    from edition.conventions.drama.study import study

    play = study(context)
    if play is None or not play.signs:
        return NO
    names = len({label.name for label in play.labels.values()})
    evidence = f"{counted(len(play.labels), 'speech', 'speeches')} of {names} speakers; {', '.join(play.signs)}"
    return Score(min(1.0, 0.5 + 0.02 * len(play.labels)), evidence)


PLAYS = Convention(
    "plays",
    "Names that recur at the heads of lines, under acts and scenes or beside entrances and exits, speak a play.",
    "ACT I\\n\\nSCENE 1\\n\\n[Enter Hodge.]\\n\\nHODGE. The cow is gone.",
    (Rule("act-or-scene", "a word for an act, scene or prologue, and its number", "SCENE 1", _claims),
     Rule("title-page", "short lines before the cast list or the first act", "THE LOST COW", lambda _: ()),
     Rule("cast-list", "a heading word, or short lines that begin with the names of speakers", "PERSONS", lambda _: ()),
     Rule("cast-item", "one person or group of a cast list, the role before the description", "HODGE, a farmer",
          lambda _: ()),
     Rule("played-speech", "a label and all up to the next one", "HODGE. The cow is gone.", lambda _: ()),
     Rule("speaker", "a name of the closed set that recurs at the heads of lines", "HODGE.", lambda _: ()),
     Rule("spoken-prose", "lines that break where the measure ends", "The cow is gone.", lambda _: ()),
     Rule("sung-stanza", "runs of as many lines of verse each, parted by empty lines", "Then come and see",
          lambda _: ()),
     Rule("verse-line", "a line that breaks before the measure ends", "The cow is gone,", lambda _: ()),
     Rule("stage-direction", "what the text's own marks of direction enclose, or what stands outside all speeches",
          "[Enter Hodge.]", lambda _: ()),
     Rule("play-end", "words that end an act or a play", "THE END", lambda _: ())),
    _score,
)
__all__ = ["PLAYS"]
