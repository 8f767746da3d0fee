"""What stands around a form of a name and makes it a part of something else: then it is not marked."""

from __future__ import annotations

from edition.languages import pack
from edition.regex import regex
from edition.salutations import is_salutation
from edition.speech.language import Language
from edition.told import Entry
from edition.words import Words

_WINDOW = 60  # characters in which a neighbour is looked for
_BEFORE = regex(r"([^\W_](?:[\w.’'-]*[\w.’'])?)[ \t\r]*\n?[ \t]*$")
_AFTER = regex(r"[ \t\r]*\n?[ \t]*([^\W_][\w’'-]*)")
_OWNERS = ("'s", "’s", "s'", "s’")
_OPENING = " \t\r\n\"'“”„‘’‚«»([—–_*"
_ENDS = ".!?:…"


class Around:
    """Asks of a place in a text whether the name there is a whole one, and that of the entry."""

    def __init__(self, words: Words, language: Language) -> None:
        self._words, self._language, known = words, language, pack(language.tag)
        self._small = language.function_words | (known.small | known.openers if known else frozenset())

    def doubt(self, text: str, start: int, end: int, entry: Entry, heading: bool) -> str:
        """Why text[start:end] is not marked, in words; "" where nothing speaks against it."""
        longer = self._with_before(text, start, end, entry) or _with_after(text, end)
        if longer:
            return f"“{longer}” may be another name"
        if self._is_word(text[start:end]) and (heading or begins_sentence(text, start)):
            return "the text has the word in small letters too, and here it would have a capital all the same"
        return ""

    def _is_word(self, form: str) -> bool:
        return form.isalpha() and self._words.spelt[form.lower()] > 0

    def _with_before(self, text: str, start: int, end: int, entry: Entry) -> str:
        """The word before, where it is a part of a longer name."""
        offset = max(0, start - _WINDOW)
        found = _BEFORE.search(text[offset:start])
        if not found or not found[1][0].isupper() or found[1].endswith(_OWNERS):
            return ""
        word, at, several = found[1], offset + found.start(), len(text[start:end].split()) > 1
        if word.rstrip(".") in self._language.honorifics or self._goes_before(text, at, word, entry, several):
            return ""
        if entry.kind == "persName" and self._is_addressed(text, start, word):
            return ""
        return f"{word} {text[start:end].split()[0]}"

    def _is_addressed(self, text: str, start: int, word: str) -> bool:
        """Whether the line is the salutation of a letter, in which a word of address stands before the name."""
        below = text.find("\n", start)
        line = text[text.rfind("\n", 0, start) + 1:below if below >= 0 else len(text)].strip()
        return (line[-1] in ",:!—" and is_salutation(line)
                and word not in self._language.men and word not in self._language.women)

    def _goes_before(self, text: str, at: int, word: str, entry: Entry, several: bool) -> bool:
        """Whether a word with a capital is none of a longer name's: the end or the beginning of a sentence."""
        if word.endswith("."):
            initial = word[:-1]
            return len(initial) > 1 or any(part.startswith(initial) for form in entry.forms for part in form.split())
        if not begins_sentence(text, at) or word in self._language.men or word in self._language.women:
            return False
        if entry.kind != "persName":  # "New York" may begin a sentence
            return word.lower() in self._small
        return several or word.lower() in self._small or self._words.spelt[word.lower()] > 0


def _with_after(text: str, end: int) -> str:
    """The word behind, where it is a part of a longer name."""
    found = _AFTER.match(text, end)
    if not found or not found[1][0].isupper():
        return ""
    return f"{text[max(0, end - 20):end].split()[-1].strip(_OPENING)} {found[1]}"


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence, or the text, begins at this place."""
    before = text[max(0, at - _WINDOW):at].rstrip(_OPENING)
    return not before or before[-1] in _ENDS
