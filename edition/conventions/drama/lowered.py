"""Directions without marks that stand in small letters between a label and what is said."""

from __future__ import annotations

from edition.conventions.drama.study import Play
from edition.conventions.drama.words import plain
from edition.layout import ends_sentence

# What persons of plays do, and how they speak, as `plain` makes it.
_DONE = (
    "goes comes enters sits stands rises looks turns takes gives puts lays throws runs walks crosses laughs smiles "
    "weeps sighs nods shakes kisses embraces reads writes sings calls whispers opens shuts closes leaves kneels "
    "points holds picks pours drinks stops hesitates laughing smiling rising looking turning going coming taking "
    "aside softly loudly quietly angrily geht kommt tritt steht setzt sieht blickt nimmt gibt legt wirft springt "
    "lauft eilt stellt wendet dreht zieht zeigt reicht halt hebt lacht lachelt weint seufzt schweigt nickt "
    "schuttelt kusst kuesst umarmt liest schreibt singt ruft flustert offnet schliesst kniet trinkt leise laut "
    "beiseite erschrocken zogernd lachend weinend va vient entre sort regarde prend donne met jette court rit "
    "sourit pleure soupire embrasse lit ecrit chante appelle leve assied tourne ouvre ferme montre tombe bas haut "
    "riant pleurant viene entra esce siede alza guarda prende mette getta corre ride sorride piange sospira bacia "
    "legge scrive piano sale sienta levanta mira toma pone rie llora suspira besa lee aparte bajo gaar gar kommer "
    "saetter satter ser tager tar ler leer skrattar graeder grater rejser reser staar star gaat komt zit staat "
    "neemt geeft weent zucht kijkt idzie wchodzi wychodzi siada wstaje patrzy bierze smieje")
_BEFORE = "se si sich il elle er sie he she es der die das the"
_DOING, _BEFORE_VERBS = frozenset(_DONE.split()), frozenset(_BEFORE.split())
_LONGEST = 200      # characters of such a direction
_LINES = 3
_LEAST = 3


def lowered(play: Play) -> dict[int, int]:
    """The first line of each such direction → the line behind it, where this is a habit of the play.

    Nothing else that stands right below labels begins with a small letter, and many begin with what persons do: the
    second half of a verse begins so, too.
    """
    text, lines = play.view.text, play.lines
    small, capital, found = 0, 0, dict[int, int]()
    for n, label in play.labels.items():
        if not label.alone or n + 1 >= play.end or not _follows(play, n + 1):
            continue
        first = text[lines[n + 1].start]
        small, capital = small + first.islower(), capital + first.isupper()
        if first.islower() and (end := _end(play, n + 1)):
            found[n + 1] = end
    doing = sum(_is_doing(text[lines[n].start:lines[n].end]) for n in found)
    holds = len(found) >= max(_LEAST, 0.8 * small) and 2 * doing >= len(found) and capital >= len(found)
    return found if holds else {}


def _follows(play: Play, n: int) -> bool:
    """Whether a line belongs to what stands above it."""
    return (play.lines[n].gap <= play.habit.spaced and n not in play.labels and n not in play.heads)


def _end(play: Play, n: int) -> int:
    """The line behind a direction that begins at n, on which something is said; 0 where it is none."""
    text, lines, end = play.view.text, play.lines, n
    while end < play.end and _follows(play, end) and text[lines[end].start].islower():
        end += 1
    if end >= play.end or end - n > _LINES or not _follows(play, end) or not text[lines[end].start].isupper():
        return 0
    content = text[lines[n].start:lines[end - 1].end]
    above = lines[n - 2] if n > 1 else None
    whole = above is None or n - 2 in play.heads or ends_sentence(text[above.start:above.end])
    return end if whole and len(content) <= _LONGEST and content[-1] not in "?!,;—-" else 0


def _is_doing(content: str) -> bool:
    words = [word.strip(",:;'’") for word in plain(content[:60]).replace("'", " ").split()[:2]]
    return bool(words) and (words[0] in _DOING or (words[0] in _BEFORE_VERBS and words[-1] in _DOING))
