"""Who `I` is in a story told in the first person."""

from __future__ import annotations

import re
from collections import Counter

from edition.speech.mentions import Mention
from edition.speech.scene import Scene

_MOST = 10  # of those most often called: for each the text is searched


def narrator(scene: Scene) -> str:
    """The id of the person whom "said I" means; "" where nobody says so.

    It is the one name by which others speak to him and that the narration never uses; else a person of that name.
    """
    mine: set[int] = set()
    said = 0
    for paragraph in scene.paragraphs:
        for quoted in paragraph.quotes:
            subject = quoted.inquit.subject if quoted.inquit else None
            if subject and subject.sort == "pronoun" and subject.text == "self":
                said += 1
                mine |= {paragraph.place - 1, paragraph.place + 1}
    if not said:
        return ""
    called = _called(scene, mine).most_common(_MOST) if said > 2 else []
    best = [each for each in called if not _told(scene, each[0])][:2]
    if best and (len(best) == 1 or best[0][1] > 2 * best[1][1]):
        return best[0][0]
    return scene.anonymous("the narrator", "narrator")


def _called(scene: Scene, places: set[int]) -> Counter[str]:
    """How often the paragraphs at these places call somebody whom the narration never names."""
    said = dict.fromkeys((m[2], m[3]) for p in scene.near for m in scene.names.mentions(p.masked))
    named = {scene.names.find(Mention(0, 0, *form)).id for form in said}
    called: Counter[str] = Counter()
    for paragraph in scene.paragraphs:
        for quoted in paragraph.quotes if paragraph.place in places else ():
            called.update(
                known.id for known in scene.addressed(paragraph, quoted.istart, quoted.iend) if known.id not in named
            )
    return called


def _told(scene: Scene, who: str) -> bool:
    """Whether a part of the text that has no speech names a person."""
    rest = scene.told.rest
    return any(form in rest and re.search(rf"\b{re.escape(form)}\b", rest) for form in scene.names.persons[who].forms)
