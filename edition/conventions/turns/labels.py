"""Labels: what stands at the head of a line before a turn, and looks like the name of a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.turns.words import EVENTS, NOT_IN_NAMES, NOT_SPEAKERS, is_voice
from edition.flow import title_like
from edition.regex import regex
from edition.speech.offices import ARTICLES, OFFICES, PARTICLES, ROLES, SOME, TITLES, VOICES, VOTED

TIME = r"[\[(]?\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?"
_MARK = r"(?:\#{1,6}[ ]|[-+•*][ ]+(?=\*\*))?(?:[*_]{0,3}|<(?:b|strong|i|em)>)"
_END = r"(?:[*_]{0,3}|</(?:b|strong|i|em)>)"
_HEAD = (rf"(?P<mark>{_MARK})(?P<time>{TIME}[ \t]*(?:[-–—|][ \t]*)?[*_]{{0,3}})?"
         r"(?P<number>(?:Anf\.[ ]?\d{1,4}|\d{1,3}\.)[ ])?(?P<square>\[)?(?P<name>[^\W\d_]"
         r"(?:[^:\n*_()\[\]<>|!?;\"“”„«»]|_(?=\d)|(?<=[ \w])\*\*(?=[ \w])){0,70}?(?:\*\*(?=[ ][(]))?)(?(square)\])"
         r"(?P<bracket>(?:[ ]?[(\[][^()\[\]\n]{1,80}[)\]]){0,2})"
         rf"(?P<behind>[ \t,–-]*{TIME})?")
_CLOSING = {
    "colon": (rf"[ \u00a0]?{_END}(?::{_END}(?=\s|\Z|[\"“„«])|[.]?:(?=[A-ZÀ-Þ]))"
              rf"(?P<last>[ \t]+{TIME}(?=\s|\Z))?"),
    "dash": r"(?:[*_]{0,3}(?:[.,:]?[ ][–—][*_]{0,3}(?=[ ])|[.:]?[*_]{0,3}[ ]?(?:[—―]|--)(?=[ \w¡¿(]))|[ ]-(?=[ ]))",
    "mark": r"(?<=[^\s*_])[*_]{1,3}(?=[ ]\S)",
    "line": rf"{_END}\Z",
    "square": r"(?<=\])[*_]{0,3}(?=[ \t]+\S|\Z)",
    "gap": r"[*_]{0,3}(?:\t+|[ ]{3,})(?=\S)",
}
_PATTERNS = {form: regex(_HEAD + closing) for form, closing in _CLOSING.items()}
# A point closes a label where it stands behind no abbreviation and no initial.
_POINT = regex(r"\.(?:(?<=[^\W\d_]{2}\.)|(?<=\)\.))[*_]{0,3}(?=[ ]|\Z)")
_QA_POINT = regex(r"(?P<mark>[*_]{0,3})(?P<name>[^\W\d_])"
                  r"(?:\.(?:[-–—]{1,2})?[*_]{0,3}(?=[ \t]+\S|\Z)|(?=\t\S|[ ]{2,5}\S))")
# What is more than a name: a point behind a longer word, a dash.
_SENTENCE = regex(r"\.(?<=[^\W\d_]{4}\.)(?=[ *_]|\Z)| – |—")
_SURNAME_FIRST = regex(r"(?P<mark>[*_]{0,3})"
                       r"(?P<name>(?:[^\W\d_]{3,}(?:[-’'][^\W\d_]+)?[ ]){1,3}(?:[^\W\d_]\.[ ]?){1,2})"
                       r"[*_]{0,3}(?<=\.|[ *_])(?=[ ]?[^\W\d_a-z])")
_WORD = regex(r"[^\s,]+")
# A small word; signs of more than words, as a time, a bracket, a mark of emphasis; and signs that no name has.
_SMALL = regex(r" ([a-zß-öø-ÿ][^\s,]*)")
_MORE = regex(r"[:*_(\[]")
_SIGN = regex(r"[:*_(\[–—―-]")
_NEVER = regex(r"[)\]<>|!?;\"“”„«»]")
_TIMED = regex(rf" ?{TIME}\Z")
_DIGIT = regex(r"\d")
_HAPPENS = regex("|".join(sorted(map(re.escape, EVENTS))))
_NUMBERED = regex(r"[^\W\d_]{1,14}[ _]?\d{1,3}\Z")
_INITIALS = regex(r"(?:[^\W\d_]\.? ?){1,4}\Z")
LONGEST = 100  # characters of a label
_NAME = 71      # characters of the name in it
_WORDS = 12     # words of a label
_STANDING = 5   # words that say behind a name who that is
_FIRST = TITLES | ARTICLES | ROLES | VOICES | VOTED | SOME
_BESIDE_NAMES = PARTICLES | TITLES


class Label(NamedTuple):
    """A label at the head of a line: `start:end` with its closing sign, as offsets into the view of the flow.

    `form`: what closes it; `shape`: what kind of name it is; `key`: the name without titles and brackets, folded.
    """

    start: int
    end: int
    name: str
    bracket: str
    form: str
    shape: str
    key: str
    marked: bool
    timed: bool
    alone: bool
    hashed: bool = False


def read(text: str, start: int, end: int) -> Iterator[Label]:
    """Everything that text[start:end], a line, may be as a labelled one: at most one label of each form."""
    first = text[start]
    if first.islower() or not (first.isalnum() or first in "*_[(#<" or text.startswith(" **", start + 1, end)):
        return
    if first.isupper() and _is_plain(text, start, end):
        return
    head = text[start:min(end, start + LONGEST + 60)]
    for form in _possible(head, end - start):
        match = _PATTERNS[form].match(head)
        if match and (label := _label(form, match, start, end)):
            yield label
    if _may_point(head) and (label := _pointed(head, start, end)):
        yield label


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether a line is but words of a sentence, as most are: no sign is in it that a label has."""
    if _SIGN.search(text, start, end) or text[start + 1:start + 2].isspace():
        return False
    head = text[start:min(end, start + LONGEST)]
    if "\t" in head or "   " in head:
        return False
    return not ("." in head and _may_point(head)) and (end - start > LONGEST or _is_text(head))


def _possible(head: str, size: int) -> Iterator[str]:
    """The forms that a line may have by the signs in it: what is cheap is asked before a pattern is tried."""
    if ":" in head:
        yield "colon"
    if "–" in head or "—" in head or "―" in head or "--" in head or " - " in head:
        yield "dash"
    if head[0] in "*_":
        yield "mark"
    if head[0] == "[" or head[:3].strip("*_#") == "[":
        yield "square"
    if "\t" in head or "   " in head:
        yield "gap"
    if size <= LONGEST and _may_be_alone(head):
        yield "line"


def _may_be_alone(line: str) -> bool:
    """Whether a line may be nothing but a label: no sign and no word is in it that none has."""
    if line.count(" ") >= _WORDS:
        return False
    if _MORE.search(line) is None and line[0].isalpha() and (
            len(line) > _NAME or _NEVER.search(line) or not shape(line)):
        return False
    return not _SENTENCE.search(line)


def _is_text(line: str) -> bool:
    """Whether a line of words is no name, by a small word in it that none has; behind an office, by many of them."""
    for small in _SMALL.finditer(line):
        if small[1].lower().strip(".’'") not in PARTICLES:
            break
    else:
        return False
    if ", " in line and line.partition(", ")[2][:1].isupper():
        return False
    if line.split(None, 1)[0].lower().strip(".,’'") not in _FIRST:
        return True
    words = line.split()
    if len(words) < 5 or "," in line:
        return False
    count = sum([word[0].islower() and word.lower().strip(".’'") not in PARTICLES for word in words])
    return count > 2 and count * 2 > len(words)


def _may_point(head: str) -> bool:
    """Whether the first word may begin a label that a point closes: capitals, an office, an address, a letter."""
    at = head.find(".", 0, LONGEST)
    if head[1:2] in (" ", "\t"):  # a letter and a wide gap: `Q   When?`
        return head[0].isupper() and (head[1] == "\t" or head[2:3] == " ")
    if at < 0:
        return False
    word = head[:at].split(" ", 1)[0].strip("*_")
    return bool(word) and (len(word) == 1 or word.isupper() or word.lower() in _FIRST or word[:2].isupper()
                           or "’" in word or "'" in word)


def _label(form: str, match: re.Match[str], start: int, end: int) -> Label | None:
    groups = match.groupdict("")
    name = groups["name"].replace("**", "").strip()
    kind = shape(name)
    if not kind or match.end() > LONGEST or name.endswith(","):
        return None
    if form == "gap" and not (name.isupper() or kind in ("role", "numbered")):
        return None
    if form == "square" and (not groups["square"] or _HAPPENS.match(name.lower())):
        return None
    if form == "mark" and groups["mark"] not in ("*", "_", "**", "__"):
        return None
    if groups["number"] and not (form == "colon" and (groups["bracket"] or kind in ("titled", "caps"))):
        return None  # an item of a list
    if kind == "name" and groups["bracket"] and not re.search(r"\d", groups["bracket"]):
        kind = "bracketed"  # a party or a place behind the name
    timed = bool(groups["time"] or groups["behind"] or groups.get("last") or _TIMED.match(groups["bracket"]))
    return Label(start, start + match.end(), name, groups["bracket"].strip(), form, kind, key(name),
                 bool(groups["mark"]), timed, start + match.end() == end, groups["mark"].startswith("#"))


def _pointed(head: str, start: int, end: int) -> Label | None:
    """A label closed by a point: `MR. NOBLE. I think`, `Q. When?`"""
    match = _QA_POINT.match(head)
    if match and match["name"] not in "MmНн" and not head[match.end():].lstrip()[:1].islower():
        return Label(start, start + match.end(), match["name"], "", "point", "letter", match["name"].lower(),
                     bool(match["mark"]), False, start + match.end() == end)
    if (match := _SURNAME_FIRST.match(head)) and match["name"].isupper():
        return Label(start, start + match.end(), match["name"], "", "point", "caps", key(match["name"]),
                     bool(match["mark"]), False, start + match.end() == end)
    for match in _POINT.finditer(head[:LONGEST]):
        printed = head[:match.start()].strip("*_ ")
        if printed.count("(") > printed.count(")"):
            continue  # "The CHAIR (Mr. DALE)."
        name, bracket = _bracketed(printed)
        last = name.split()[-1].lower() if name else ""
        if len(last) < 5 and last in TITLES and not bracket:
            continue  # "Mr.": the name is to come
        kind = shape(name) if name[:1].isalpha() and not _told(name) else ""
        if kind in ("titled", "caps", "role"):
            return Label(start, start + match.end(), name, bracket, "point", kind, key(name),
                         head[0] in "*_", False, start + match.end() == end)
        return None
    return None


def _told(name: str) -> bool:
    """Whether small words that name no office follow a name: a sentence about somebody."""
    words = name.split()
    if all(not word[0].islower() or word.strip(".,’'") in _BESIDE_NAMES for word in words) or is_voice(name):
        return False
    return OFFICES.isdisjoint([word.lower().strip(".,’'") for word in words])


def _bracketed(printed: str) -> tuple[str, str]:
    name, sign, bracket = printed.partition("(")
    return name.strip(), (sign + bracket).strip()


def key(name: str) -> str:
    """A name folded for comparing: without forms of address, degrees and articles, in lower case."""
    before, comma, office = name.partition(", ")
    if comma and " " in before and _is_office(office):
        name = before  # "Dr. Anna Birch, Minister of Mills" is "Dr. Anna Birch"
    words = [word.strip(".,") for word in name.lower().replace("’", "'").split()]
    kept = [word for word in words if word not in TITLES and word not in ARTICLES]
    return " ".join(kept or [word for word in words if word not in ARTICLES] or words)


def shape(name: str) -> str:
    """What kind of name a label is: letter, initials, numbered, role, titled, caps, name; "" if it is none."""
    before, comma, office = name.partition(", ")
    if is_voice(name):
        return "role"
    if comma and _stands_for(before, office):
        return shape(before)  # Anna Birch, Mill News; Anna Birch, teacher
    if _is_text(name):
        return ""
    if comma and before[:1].isupper() and office[:1].isupper() and _is_office(office):
        return shape(before)  # LUIGI BRANDI, Ministro dei trasporti
    words = _WORD.findall(name)
    if not words or len(words) > 12:
        return ""
    plain = [word.lower().strip(".’'") for word in words]
    if plain[0] in NOT_SPEAKERS or (plain[0] in ARTICLES and len(plain) > 1 and plain[1] in NOT_SPEAKERS):
        return ""
    if _NUMBERED.match(name):
        return "numbered" if plain[0] in ROLES or len(plain[0].rstrip("0123456789")) <= 2 or "_" in name else ""
    if _DIGIT.search(name):
        return ""
    if _INITIALS.match(name):
        return "letter" if len(name.strip(".")) == 1 else "initials" if name.isupper() else _shape_of(words, plain)
    return _shape_of(words, plain)


def _stands_for(before: str, standing: str) -> bool:
    """Whether a name of two words or more has behind it what he is, or whom he speaks for."""
    if " " not in before or "," in standing or not title_like(before) or _is_text(before):
        return False
    return standing.count(" ") < (_STANDING if standing[:1].isupper() else 2)


def _is_office(words: str) -> bool:
    return any(word in OFFICES for word in re.split(r"[ -]", words.lower()))


def _shape_of(words: list[str], plain: list[str]) -> str:
    first = 1 if plain[0] in ARTICLES and len(plain) > 1 else 0
    titled = plain[first] in TITLES and len(plain) <= 10
    if plain[first] in ROLES and len(plain) - first <= 3:
        return "role"
    small = [word for word in words if word[0].islower() and word.lower().strip(".’'") not in PARTICLES]
    if first and not small and _is_office(" ".join(plain)):
        return "titled"
    if titled and first and len(plain) == 2:
        return "titled"
    if titled and not _sentence(words[first:], small):
        return "titled"
    if small or not words[0][0].isupper() or words[-1].lower() in PARTICLES:
        return ""
    if not NOT_IN_NAMES.isdisjoint(plain) and not _is_office(" ".join(plain)):
        return ""  # THOUSANDS JOIN IN THE EXERCISES
    letters = [word for word in words if word.lower() not in PARTICLES or word.isupper()]
    if all(word.isupper() for word in letters) and any(len(word.strip(".")) > 1 for word in letters):
        return "caps"
    # Scottish and Irish names in capitals keep a small letter: McDONALD
    if all(word.isupper() or re.match(r"(?:Mc|Mac|O’|d'|de)[A-Z]{3}", word) for word in letters):
        return "caps"
    return "name"


def _sentence(words: list[str], small: list[str]) -> bool:
    """Whether words that begin with an office go on as a sentence: more small words than an office has."""
    return len(small) > 6 or (len(small) > 2 and len(small) * 2 > len(words) and "," not in " ".join(words))
