"""The labels of a play, a closed set: which of them are variants of one another and mean one person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from edition.regex import regex
from edition.tree import Span

_DIVISIONS = frozenset(("act", "scene", "tableau", "play", "prologue", "epilogue", "induction"))
_ARTICLES = frozenset(("the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "il",
                       "lo", "el", "los", "las", "den", "det", "een", "het"))
_ORDINALS = (
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th"),
    ("erster", "zweiter", "dritter", "vierter", "fünfter", "sechster"),
    ("erste", "zweite", "dritte", "vierte", "fünfte", "sechste"),
    ("erstes", "zweites", "drittes", "viertes"),
    ("premier", "deuxième", "troisième", "quatrième", "cinquième"),
    ("première", "second", "3e", "4e"),
    ("1er", "2e", "3me", "4me"), ("1re", "seconde", "3ème", "4ème"),
    ("primo", "secondo", "terzo", "quarto"), ("prima", "seconda", "terza", "quarta"),
    ("primero", "segundo", "tercero", "cuarto"), ("primera", "segunda", "tercera", "cuarta"),
)
_NUMBERS = {word: str(value) for words in reversed(_ORDINALS) for value, word in enumerate(words, 1)}
_YOUNGER = frozenset(("fils", "jeune", "cadet", "junior", "jun", "jr", "young", "younger", "son", "sohn", "jüngere",
                      "jüngerer", "junge", "hijo", "figlio"))
_RARE, _COMMON = 2, 4  # how often a label stands that is a misreading, and one of which it is
_SHORTENED = 4         # labels of a play that shorten others, where such are one person
_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")


def role_key(label: str) -> tuple[str, ...]:
    """The words of a label as they are compared: no article, ordinals as figures."""
    words = [_NUMBERS.get(word, word) for word in _WORD.findall(label.lower())]
    return tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


class Roles:
    """`of(label)`: the label by which a person is known. Empty where the text is no play.

    `cast`: the names of its list of persons.
    """

    def __init__(self, spans: list[Span], printed: dict[int, str], cast: Iterable[str] = ()) -> None:
        self.scenes: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
        self.counts = Counter[tuple[str, ...]]()
        self.labels: dict[tuple[str, ...], str] = {}
        open_, last = list[tuple[int, int]](), tuple[str, ...]()
        keys = {label: role_key(label) for label in set(printed.values())}
        pairs = set[tuple[tuple[str, ...], tuple[str, ...]]]()  # one right before the other
        for place, span in enumerate(spans):
            kind = span.kind
            if kind != "sp" and kind != "div":
                continue
            while open_ and open_[-1][1] <= span.start:
                open_.pop()
            if kind == "div" and span.get("type") in _DIVISIONS:
                open_.append((place, span.end))
            elif kind == "sp" and open_ and place in printed:
                key = keys[printed[place]]
                self.scenes[key].add(open_[-1][0])
                self.counts[key] += 1
                self.labels.setdefault(key, printed[place])
                pairs.add((last, key))
                last = key
        self.replied = pairs | {(after, before) for before, after in pairs}
        self.known = {key: self._same(key) for key in self.labels}
        for short, full in self._shortened().items():
            self.known[short] = self.known[full]
        self.labels |= self._cast(cast)

    def __bool__(self) -> bool:
        return bool(self.labels)

    def of(self, label: str) -> str:
        """The fullest label of the person that a label means."""
        key = role_key(label)
        full = self.known.get(key, key)
        return self.labels.get(full, label)

    def _shortened(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Labels that begin another ("Orl", "Orlan", "Orlando") → the longest of these.

        Only where many labels of the play do, what goes on from each is one name, and none answers another.
        """
        words = sorted(key[0] for key in self.labels if len(key) == 1 and key[0].isalpha())
        found = dict[tuple[str, ...], tuple[str, ...]]()
        for word in words:
            longer = sorted((other for other in words if other.startswith(word) and other != word), key=len)
            one = all(after.startswith(before) for before, after in pairwise(longer))
            if longer and one and not any(((other,), (word,)) in self.replied for other in longer):
                found[word,] = longer[-1],
        return found if len(found) >= _SHORTENED else {}

    def _cast(self, cast: Iterable[str]) -> dict[tuple[str, ...], str]:
        """Labels that shorten the one name of the list of persons that begins so, where many do."""
        roles = {role.lower(): role for role in cast if role.isalpha()}
        found = dict[tuple[str, ...], str]()
        for key in self.labels:
            begun = [role for low, role in roles.items() if len(key) == 1 < len(key[0]) and low.startswith(key[0])]
            if len(begun) == 1 and begun[0].lower() != key[0]:
                found[key] = begun[0]
        return found if len(found) >= _SHORTENED else {}

    def _same(self, key: tuple[str, ...]) -> tuple[str, ...]:
        """The longer label of which this is a part, or the right spelling: never one that speaks right after it.

        In one scene with it stands only a fuller name that begins with it ("ODOARDO GALOTTI", then "ODOARDO").
        """
        longer = [other for other in self.labels if len(other) > len(key) and set(key) <= set(other)
                  and not _YOUNGER & set(other)
                  and (other, key) not in self.replied
                  and (other[:len(key)] == key or not self.scenes[other] & self.scenes[key])]
        if len(longer) == 1 and not any(word.isdigit() for word in longer[0]):
            return longer[0]
        if self.counts[key] <= _RARE:
            near = [other for other, count in self.counts.items()
                    if count >= _COMMON and _near(" ".join(key), " ".join(other))]
            if len(near) == 1:
                return near[0]
        return key


def spelt(labels: Iterable[str]) -> dict[str, str]:
    """Labels that stand once or twice → the one frequent label of which each is a misreading."""
    counts = Counter(labels)
    common = [label for label, count in counts.items() if count >= _COMMON]
    found: dict[str, str] = {}
    for rare, count in counts.items():
        near = [label for label in common if count <= _RARE and _near(rare.lower(), label.lower())]
        if len(near) == 1:
            found[rare] = near[0]
    return found


def _near(rare: str, common: str) -> bool:
    """Whether one is the other with one letter more, less or wrong, before its last: what a misreading makes."""
    if rare == common or min(len(rare), len(common)) < 6 or abs(len(rare) - len(common)) > 1:
        return False
    if any(c.isdigit() for c in rare + common) or rare[0] != common[0]:
        return False
    short = min(len(rare), len(common))
    start = next((n for n in range(short) if rare[n] != common[n]), short)
    if start >= max(len(rare), len(common)) - 1:
        return False
    return rare[start + (len(rare) >= len(common)):] == common[start + (len(common) >= len(rare)):]
