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
_BEFORE = """
    my our very most right good much mein meine mien unser sehr hoch ma mon mes très tres bien mi mis mui muy mio mia
    meu minha mijn mr то мой моя
"""
_CLOSING = """
    yours your your's truly sincerely faithfully respectfully affectionately cordially believe remain obediently with
    ever
    ihr ihre ihrem ihren ihrer dein deine deinem deiner euer eure mit herzlich* herzlichst* ergebenst* hochachtung*
    hochachtend stets immer treulich* in viele vielen tausend schönste schöne beste besten freundlich* von sei seien es
    lebe leben lebt adieu farewell adiós addio
    votre vos ton ta tout toute bien agréez veuillez recevez je cordialement amicalement sincèrement salutations mille
    sin saludes saludos saludame reciba resiba recibe resibe suyo suya tu su sinceramente atentamente afectísimo affmo
    cariños un abrazo queda quedo besos con
    suo sua tuo tua vostro cordiali distinti cordialmente affettuosi saluti baci con credetemi
    met hoogachtend uw groeten
    ваш твой искренне преданный
"""


def _any(words: str) -> str:
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in sorted(words.split(), key=len, reverse=True))


_WORD = regex(r"(\w+)(\.?)(\s*)")
_MOST_BEFORE = 4  # words before a word of address
_INTENSIVES = frozenset(_BEFORE.split())
# Words of address that are whole, that end in a point, that may have any ending.
_WHOLE = frozenset(word for word in _ADDRESS.split() if word[-1] not in ".*")
_POINTED = frozenset(word[:-1] for word in _ADDRESS.split() if word[-1] == ".")
_STEMS = tuple(word[:-1] for word in _ADDRESS.split() if word[-1] == "*")
_VALEDICTION = regex(rf"(?:{_any(_CLOSING)})(?!\w)", re.I)
# Sentences that end a letter's text and go on in the signature: "I am, Sir, your obedient servant,".
_SUBSCRIPTION = regex(r"(?:and )?(?:i (?:am|remain|have|beg)|we (?:are|remain|have)|believe me|je (?:suis|reste|vous)|"
                      r"j[’']ai l[’']honneur|ich (?:bin|verbleibe|habe)|indem ich|soy|quedo|sono|resto)\b.{0,220}\b"
                      r"(?:servants?|yours?|friend|respect\w*|affection\w*|sincerely|faithfully|truly|serviteur|"
                      r"dévoué|vôtre|votre|diener|ergeben\w*|ihr|dein|euer|servidor|suo)\b[^.?!]{0,40}\Z", re.I | re.S)
# Lines that are nothing but a leave-taking, with or without a point or comma behind them.
_FORMULA = regex(r"(?:(?:je vous prie,? .{0,40})?(?:veuillez|agréez|agréer|recevez|daignez)\b.{0,120}\b(?:sentiments?|"
                 r"salutations?|considération|hommages?|respects?|dévouement|amitiés?)\b.{0,80}"
                 r"|mit (?:herzlich|freundlich|best|schön|vorzüglich|vollkommen|ausgezeichnet|innig)\w*\b.{0,60}"
                 r"|(?:in vorzüglicher )?hochachtungsvoll\b.{0,40}"
                 r"|yours (?:very )?(?:truly|faithfully|sincerely|ever|respectfully|affectionately|obediently)\b.{0,20}"
                 r"|qued[oa] de (?:usted|vd|ud)\b.{0,100}|(?:muy )?atentamente\b.{0,20})\Z", re.I | re.S)
_PARTICLES = regex(r"(?:de|von|v\.?|van|der|den|da|di|del|la|le|du|of|und|u\.|y|and|&|et|e|zu|zum|jr\.|jun\.|"
                   r"sen\.|p\.|pro|tem\.)\Z", re.I)
_RUN_IN = regex(r"[^.,:;!?—–\n]{2,50}(?:(?<=Mr|Dr)\.[^.,:;!?—–\n]{2,30}|(?<=Mrs)\.[^.,:;!?—–\n]{2,30})?[,:—–!]")
_DASHED = frozenset((",—", ",–", ":—", ":–", ",-", ":-"))
_LONGEST = 80
_LONG_VALEDICTION = 260
_SHORT = 60


def is_salutation(text: str) -> bool:
    """Whether a short line addresses somebody: words of address, no sentence."""
    if len(text) > _LONGEST or text[-1] in "?;" or len(text.split()) > 10:
        return False
    return _addresses(text) and (text[-1] != "." or len(text.split()) < 6 or is_name(text))


def opens_with_salutation(text: str, marked: bool = False) -> bool:
    """Whether a paragraph begins with words of address, as letters do whose text goes on on the same line.

    `marked`: only where capitals or a dash show that these words open a letter.
    """
    match = _RUN_IN.match(text) if _addresses(text) else None
    if match is None or (marked and not match[0].isupper() and text[match.end() - 1:match.end() + 1] not in _DASHED):
        return False
    return is_salutation(match[0])


def _addresses(text: str) -> bool:
    """Whether a text begins with a word of address, after words like "my" and "very"."""
    at = 0
    for _ in range(_MOST_BEFORE + 1):
        match = _WORD.match(text, at)
        word = match[1].lower().replace("ſ", "s") if match else ""
        if not match or word in _WHOLE or word.startswith(_STEMS):
            return bool(match)
        if match[2] and word in _POINTED and (match[3] or _WORD.match(text, match.end()) is None):
            return True
        if not match[3] or (match[2] and word != "mr"):
            return False
        at = match.end()
        if word == "to" and (the := _WORD.match(text, at)) and the[1].lower() == "the" and not the[2] and the[3]:
            at = the.end()
        elif word not in _INTENSIVES and not word.startswith("vielgeliebt"):
            return False
    return False


def takes_leave(text: str) -> bool:
    """Whether a line begins with words that letters close with."""
    return bool(_VALEDICTION.match(text)) or (
        text[-1] not in ".?!" and len(text) <= _LONG_VALEDICTION and bool(_SUBSCRIPTION.match(text)))


def is_formula(text: str) -> bool:
    """Whether a line is nothing but one of the usual leave-takings."""
    return len(text) <= _LONG_VALEDICTION and bool(_FORMULA.match(text))


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
