"""The words with which letters begin and end, by language, and the lines that are made of them."""

from __future__ import annotations

import re

from edition.regex import regex

# With these a salutation begins; after words like "my" and "very". A star stands for any ending.
_ADDRESS = """
    dear dearest darling honoured honored respected beloved esteemed worthy gentleman gentlemen sir sirs madam mesdames
    comrade comrades fellow friend friends brother brothers brethren sister ladies citizens reverend countrymen
    mr mr. messrs. mrs. dr. rev. excellency
    lieb* teur* theur* geehrt* hochgeehrt* verehrt* hochverehrt* wert* werth* hochwürd* hochzuverehr* innig* geliebt*
    gnädig* bester beste euer ew. herr frau fräulein freund
    cher chère chers chères monsieur madame mademoiselle messieurs mesdames
    querid* estimad* apreciabl* amad* distinguid* respetad* señor señora señores sr sr. sra sra. srta. herman* madre
    padre comadre compadre amig* prezad* excelent*
    car* carissim* gentil* egregi* illustr* stimat* pregiat* signor* amic*
    lieve geachte waarde
    дорог* милостив* любезн* многоуважаем* уважаем* мил*
"""
_BEFORE = ("my|our|very|most|right|good|much|mein|meine|mien|unser|sehr|vielgeliebt\\w*|hoch|ma|mon|mes|très|tres|bien|"
           "mi|mis|mui|muy|mio|mia|meu|minha|mijn|mr\\.?|to\\s+the|то|мой|моя")
_CLOSING = """
    yours your your's truly sincerely faithfully respectfully affectionately cordially believe remain obediently with
    ever
    ihr ihre ihrem ihren ihrer dein deine deinem deiner euer eure mit herzlich* herzlichst* ergebenst* hochachtung*
    hochachtend stets immer treulich* in viele vielen tausend schönste schöne beste besten freundlich* von sei seien es
    votre vos ton ta tout toute bien agréez veuillez recevez je cordialement amicalement sincèrement salutations mille
    sin saludes saludos saludame reciba resiba recibe resibe suyo suya tu su sinceramente atentamente afectísimo affmo
    cariños un abrazo queda quedo besos con
    suo sua tuo tua vostro cordiali distinti cordialmente affettuosi saluti baci con credetemi
    met hoogachtend uw groeten
    ваш твой искренне преданный
"""


def _any(words: str) -> str:
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in sorted(words.split(), key=len, reverse=True))


_SALUTE = regex(rf"(?:(?:{_BEFORE})\s+){{0,4}}(?:{_any(_ADDRESS)})(?!\w)", re.I)
_VALEDICTION = regex(rf"(?:{_any(_CLOSING)})(?!\w)", re.I)
_PARTICLES = regex(r"(?:de|von|v\.?|van|der|den|da|di|del|la|le|du|of|und|u\.|y|and|&|et|e|zu|zum|jr\.|jun\.|"
                   r"sen\.|p\.|pro|tem\.)\Z", re.I)
_LONGEST = 80
_LONG_VALEDICTION = 260
_SHORT = 60


def is_salutation(text: str) -> bool:
    """Whether a short line addresses somebody: words of address, no sentence."""
    if len(text) > _LONGEST or text[-1] in "?;" or len(text.split()) > 10:
        return False
    match = _SALUTE.match(text)
    return bool(match) and (text[-1] not in "." or len(text.split()) < 6)


def takes_leave(text: str) -> bool:
    """Whether a line begins with words that letters close with."""
    return bool(_VALEDICTION.match(text))


def is_valediction(text: str, last: bool) -> bool:
    """Whether a line takes leave: by its words, or (above a signature: `last`) by its shape alone."""
    words = takes_leave(text)
    if last:
        return (words and len(text) <= _LONG_VALEDICTION) or (len(text) <= _SHORT and text[-1] not in ".?!:;")
    return words and len(text) <= _SHORT and text[-1] not in ".?!:;"


def is_name(text: str) -> bool:
    """Whether a line can be a signature: a few words with capitals, initials and particles."""
    words = text.replace(",", " ").split()
    if not 0 < len(words) <= 6 or len(text) > 50 or text[-1] in "?!:;,":
        return False
    return all(word[0].isupper() or _PARTICLES.match(word) for word in words) and any(c.isalpha() for c in text)
