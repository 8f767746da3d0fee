"""What the short lines of newspapers and magazines say: credits, bylines, datelines, addresses, names."""

from __future__ import annotations

import re

from edition.dates import DATE, DAY_MONTH, WEEKDAY, WEEKDAYS
from edition.flow import title_like
from edition.regex import regex

# Words of a credit in brackets: who sent the piece, or by which way it came.
_CREDITED = """
correspondent correspondents correspondence correspondant correspondants correspondance correspondenz korrespondent
korrespondenten korrespondenz correspondencia corrispondente corrispondenza corresponsal berichterstatter
berichterstatters redaktionsmitglied envoyé enviado reporter telegraph telegram telegrams telegraphic télégraphe
télégramme telegramm telegrammen telegrafisch telegraphisch depeschenbureau telegraphenbureau telegraphenbüro depesche
dépêche dépêches despacho telégrafo telegrama cable cablegram câble kabel kabeltelegramm telephone fernsprecher
téléphone wireless agency agence agencia agenzia letter brief lettre dispatch despatch extracts compliments
communicated contributed mitgeteilt mitgetheilt eingesandt communiqué
"""
_CREDIT = regex(rf"\b(?:{'|'.join(_CREDITED.split())})\b", re.IGNORECASE)
_FROM = "from|aus|nach|d'après|extrait de|tiré de|de|dal|del|by|through|via|with our|with the|von|par|por|durch"
_TAKEN_FROM = regex(rf"(?:{_FROM})\b.{{3,60}}", re.IGNORECASE)
_PRINTED_FROM = regex(r"(?:From|Aus|Extrait|Tiré|De) (?:the|der|dem|den|du|de la|del|la|el) "
                      r"(?P<paper>[^,;:?!]{3,50})")
# The same without brackets: "Special Dispatch to the Evening Journal.", "De notre correspondant particulier."
_SENT = regex(r"(?:special|exclusive|from (?:our|a)|by (?=tele|cable|wire|associated|united)|von unsere[mr]"
              r"|eigener|de notre|de nuestro|dal nostro|van onze?n?)\b.{6,60}", re.IGNORECASE)
_OURS = ("von unser", "de notre", "de nuestro", "dal nostro", "van onze")
_BRACKETED = regex(r"[\[(][^\[\]()]{2,120}[\])]\.?")
_DATED = regex(rf"(?P<paper>.{{3,50}}?),? (?:{DAY_MONTH})\.?", re.IGNORECASE)
# Whoever made a piece: the words before "by" and its like in other languages.
_MAKERS = (
    r"(?:(?:as told|told|written|painted|drawn|sketched|photographed|illustrated|illustra\w+|pictures|drawings|sketches"
    r"|photographs|decorations|translated|reported|edited|a story|a poem|verses|an interview|interview)"
    r"(?: [a-z]+(?: [A-Z]+)*){0,6} )?by",
    r"(?:(?:gedichtet|erzählt|gezeichnet|illustriert|übersetzt|mit \w+) )?von",
    r"(?:(?:illustré|illustrations|dessins|traduit) )?(?:par|de)",
    r"(?:(?:ilustrado|ilustraciones|traducido) )?(?:por|de)",
    r"(?:disegni )?(?:di|da)", r"(?:(?:getekend|vertaald) )?door",
)
_NAME_PART = r"(?:[^\W\d_a-zß-ÿ][\w.’'-]*|(?:von|van|der|den|de|du|d['’]|la|le|di|da|zu|y|and|und|et|of|the|&)\b)"
_BYLINE = regex(rf"(?P<by>(?i:{'|'.join(_MAKERS)})) (?P<name>{_NAME_PART}(?:[ ,]+{_NAME_PART}){{0,7}})[.,:]?")
_EDITORS = "editors?|redaktion|redaction|herausgeber|rédacteur|rédaction|directeur|director|redactie|direttore"
_ADDRESS = regex(rf"(?:to|an|à|a|al|aan|au) (?:(?:the|die|den|le|la|de|el) )?(?:{_EDITORS})\b[^!?:]{{0,80}}:?",
                 re.IGNORECASE)
_PLACE = (r"(?!(?i:on|the|in|am|im|le|den|at|by|last|this)\b)[^\W\d_a-zß-ÿ][^\d!?—]{1,60}?"
          r"|\d{1,4}[a-z]?,? [^\d!?—]{3,60}?(?:, \w\. ?C\.)?")
_TIME_OF_DAY = "morning|night|evening|afternoon|noon|midnight|morgen|mittag|nacht|abend|matin|midi|soir|noche|tarde"
_WHEN = rf"(?i:{DATE}|{WEEKDAY}(?:[,.]? (?:{DAY_MONTH}|{_TIME_OF_DAY}))?)"
_HOUR = (r"(?:,? (?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:h\.?|heures|uhr|[ap]\. ?m\.?|o[’']clock)"
         rf"(?: (?:du |de la |in the )?(?:{_TIME_OF_DAY}|abends|morgens|nachts)\.?)?)?")
_DATELINE = regex(rf"(?:(?P<place>{_PLACE})[,.]?\s+(?:(?:the|den|le|am|il|el|a|on) )?)?(?P<date>{_WHEN})"
                  rf"(?i:{_HOUR})[.,:—–\s-]*")
_OPENS_DATED = regex(rf"[^\W\d_][^\d!?—;:]{{1,50}}, {_WHEN}[^—\w]{{0,3}}(?:—|--)")
_SIR = regex(r"(?:(?:dear )?sirs?|gentlemen|herr|monsieur|señor|signore|mijnheer)\b[^\w]{1,3}", re.IGNORECASE)
_LEAVE = regex(r"\b(?:yours|i am|we are|i remain|etc|&c|hochachtungsvoll|agréez|recevez)\b[^!?]{0,60},\Z",
               re.IGNORECASE)
_LEAVING = 90  # characters of a paragraph's end in which it takes leave
_ENTRY = regex(r"(?:\.{2,}|…|(?: \.){2,}) *[£$]?\d[\d,./*½-]*(?: ?[A-Za-z.]{1,3})?\Z")
_ISSUE = regex(r"(?:vol(?:ume)?|no|nr|n°|nº|núm)\b\.? ?[\dIVXLC]+\b", re.IGNORECASE)
_PRICE = regex(r"\b(?:price, )?(?:\d+ ?(?:cents|centimes|pfennig)|(?:one|two) ?penn(?:y|ies)|price \w+ cents)\b",
               re.IGNORECASE)
_ISSUE_DAY = regex(rf"[^\d!?—;:]{{3,60}}, {WEEKDAY}[,.]? .{{3,20}}\b(?:1[5-9]|20)\d\d\.?\Z", re.IGNORECASE)
_AGENCY = regex(r"[\[(](?:[^\W\d_a-zß-ÿ][\w.’'-]*[ -]?){1,3}[\])]\.?")
_OFFICE = (r"(?:Editor|Editress|Publisher|Chairman|Secretary|President|Chefredakteur|Redakteur|Herausgeber|Directeur"
           r"|Rédacteur|Director|M\. ?[DAP]\.|D\. ?D\.)")
_ROLE = regex(rf"(?P<name>[^,]{{4,40}}), (?:[\w-]+ ){{0,3}}{_OFFICE}(?!\w).{{0,60}}")
_SMALL_LETTERS = regex("[a-zß-ÿ]{3}")
_CUE = regex(r"[*_]*(?:[\[(]|(?:from|aus|extrait|tiré|by|von|par|de|por|di|da|door|as|told|written|painted|drawn"
             r"|an?|à|al|special|exclusive|eigener|dal|van|sketched|photo\w+|illustr\w+|pictures|drawings|sketches"
             r"|decorations|translated|reported|edited|verses|interview|gedichtet|erzählt|gezeichnet|übersetzt|mit"
             r"|dessins|traduit|ilustra\w+|traducido|disegni|getekend|vertaald|to|aan|au)\s)", re.IGNORECASE)
_LATE = 40  # characters before a dateline's end in which its day stands
_INITIALS = regex(r"(?:[^\W\d_a-z]\. ?){1,4}")
_INITIAL = regex(r"(?:\A|\s)[^\W\d_a-z]\.(?=\s|\Z)")
_WORD = regex(r"[^\W\d_][\w’'.-]*")
# Common given names: what tells a name in capitals from a short headline.
_GIVEN_NAMES = """
adam adolf agnes albert alexander alfred alice amy andrew anna anne annie anthony antonio arnold arthur august augusta
benjamin bernard bertha carl carlos caroline catherine charles charlotte christian clara claude clement conrad daniel
david dorothy edgar edith edmund eduard edward eleanor eliza elizabeth ella ellen emil emile emilie emily emma ernest
ernst eugene eva fanny felix ferdinand florence frances francis francisco francois frank franz frederick friedrich
fritz georg george georges gerald gertrude gilbert grace gustav hans harold harriet harry heinrich helen helene henri
henry herbert herman hermann horace howard hubert hugh hugo ida isaac isabel jack jacob jacques jakob james jan jane
jean jessie joan johann johannes john jonathan jose josef joseph juan julia julian julius karl katherine kate laura
lawrence leo leon leonard lewis lillian louis louisa louise lucy ludwig luigi luis luke mabel marcel margaret maria
marie marion martha martin mary matthew maud maurice max michael miguel minnie moritz nancy nathan nellie nelson
nicholas norman oliver oscar oskar otto patrick paul pedro peter philip philipp pierre rachel ralph raymond rebecca
richard robert roger roland rose rudolf ruth samuel sarah sidney sophie stephen susan theodor theodore thomas victor
vincent violet virginia walter wilhelm will william
"""
_GIVEN = frozenset(_GIVEN_NAMES.split())
_NO_NAME = regex(r"[^\w\s.’',-]|\d")


def bare(text: str) -> str:
    """A block on one line, without the Markdown of emphasis around it."""
    return " ".join(text.split()).strip("*_").strip()


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals; a few letters may be misread."""
    if _SMALL_LETTERS.search(text):
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 2 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def may_credit(text: str, start: int) -> bool:
    """Whether a block that begins here could be a credit, a byline or an address: a cheap look at its first word."""
    return bool(_CUE.match(text, start))


def is_credit(text: str) -> bool:
    """A line that says where the piece comes from: in brackets, or `From the Evening Journal.`

    A stage direction with a letter in it is none: the words are capitalised, or begin with "from".
    """
    if not _BRACKETED.fullmatch(text):
        match = _PRINTED_FROM.fullmatch(text.rstrip("."))
        sent = _SENT.fullmatch(text) and (_CREDIT.search(text) or " to the " in text.lower())
        sent = sent and (title_like(text.rstrip(".")) or is_capitals(text) or text.lower().startswith(_OURS))
        return bool(sent) or (match is not None and title_like(match["paper"]))
    inner = text.strip("[](). ")
    taken, dated = _TAKEN_FROM.fullmatch(inner), _DATED.fullmatch(inner)
    set_as_title = is_capitals(inner) or title_like(inner.replace("&c", "").strip(" ,"))
    return bool((_CREDIT.search(inner) and (set_as_title or taken)) or (taken and set_as_title)
                or (dated and title_like(dated["paper"])))


def byline(text: str) -> re.Match[str] | None:
    """A line that says by whom: its `name` is the author's."""
    return _BYLINE.fullmatch(text) if len(text) <= 120 else None


def is_author(match: re.Match[str]) -> bool:
    """Whether a byline names who wrote the piece, not who drew or told it."""
    return " " not in match["by"]


def is_address(text: str) -> bool:
    """A letter's address to the editor, with or without brackets around it."""
    return len(text) <= 110 and bool(_ADDRESS.fullmatch(text.strip("()[]").rstrip(".")))


def dateline(text: str) -> re.Match[str] | None:
    """A line that is a place and a day, or a day alone."""
    return _DATELINE.fullmatch(text) if len(text) <= 100 and _may_date(text[-_LATE:]) else None


def _may_date(text: str) -> bool:
    """Whether a figure or a day of the week stands in a text: asked first, for the patterns of days are long."""
    folded = text.casefold()
    return any(map(str.isdigit, folded)) or any(day in folded for day in WEEKDAYS)


def addresses(text: str) -> bool:
    """Whether a paragraph opens as a letter to the editor does."""
    return bool(_SIR.match(text))


def opens_dated(text: str) -> bool:
    """Whether a paragraph opens with a place, a day and a dash."""
    return _may_date(text) and _OPENS_DATED.match(text) is not None


def takes_leave(text: str) -> bool:
    """Whether a paragraph goes on in the signature below it: "… for some time.—I am, etc.,"."""
    return bool(_LEAVE.search(text[-_LEAVING:]))


def is_entry(text: str) -> bool:
    """Whether a line is one of a list of results or prices: leaders and a figure."""
    return bool(_ENTRY.search(text))


def is_issue(text: str) -> bool:
    """Whether a line is the volume, the number or the price of a paper."""
    return bool(_ISSUE.match(text) or _PRICE.match(text))


def has_masthead(text: str) -> bool:
    """Whether a line is of a paper's own title: its price, or its place and the day of the issue in capitals."""
    return len(text) <= 120 and bool(_PRICE.search(text) or (is_capitals(text) and _ISSUE_DAY.match(text)))


def is_agency(text: str) -> bool:
    """A name alone in parentheses, as a news agency signs: `(Reuter.)`"""
    return len(text) <= 30 and bool(_AGENCY.fullmatch(text))


def is_name(text: str) -> bool:
    """Whether a line could be nothing but a person's name, initials or pen name."""
    plain = text.rstrip(".")
    if _INITIALS.fullmatch(plain + "."):
        return True
    if len(text) > 45 or _NO_NAME.search(plain):
        return False
    return 1 <= len(_WORD.findall(plain)) <= 5 and title_like(plain)


def has_role(text: str) -> bool:
    """A name and an office: `Eva Holm, Editor.`"""
    match = _ROLE.fullmatch(text)
    return bool(match) and title_like(match["name"]) if match else False


def is_surely_a_name(text: str) -> bool:
    """Whether a name has initials, an office, or begins with a common given name."""
    first = text.split()[0].rstrip(",").lower()
    return bool(_INITIAL.search(text)) or has_role(text) or (first in _GIVEN and " " in text)
