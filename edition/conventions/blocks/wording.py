"""The words that name the parts of a book, by language: their ranks, their numbers, the pieces without a number."""

from __future__ import annotations

import re
from bisect import bisect_right

from edition.persons import unspaced
from edition.regex import regex
from edition.rules import Context
from edition.words import occurrences

# Rank → what a division of that rank is called: its TEI type is the first word.
RANKS: dict[str, tuple[str, ...]] = {
    "part": ("part", "teil", "theil", "partie", "parte", "часть", "deel", "del", "division"),
    "book": ("book", "volume", "vol", "buch", "band", "livre", "tome", "libro", "tomo", "книга", "том", "boek", "livro",
             "abteilung", "abtheilung", "liber"),
    "chapter": ("chapter", "chap", "chapt", "kapitel", "capitel", "kap", "cap", "chapitre", "capítulo", "capitulo",
                "capitolo", "глава", "hoofdstuk", "kapittel", "rozdział", "caput", "stave", "canto", "gesang", "chant",
                "lecture", "vorlesung", "essay", "sermon", "discourse", "abenteuer"),
    "letter": ("letter", "brief", "lettre", "carta", "lettera", "письмо", "epistle", "epistel"),
    "section": ("section", "sect", "sec", "abschnitt", "sección", "sezione", "seção", "раздел", "§", "article",
                "artikel", "articolo", "artículo", "lesson", "lektion"),
}
_NUMBERS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last
    erste zweite dritte vierte fünfte sechste siebente siebte achte neunte zehnte elfte zwölfte letzte
    premier première second seconde deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième
    primero primera primer segundo segunda tercero tercera tercer cuarto cuarta quinto quinta sexto sexta séptimo octavo
    noveno décimo uno dos tres primo prima secondo seconda terzo terza quarto sesto settimo ottavo nono decimo
    primeiro primeira terceiro terceira первая вторая третья первый второй третий
"""
_WORDS = {word: rank for rank, words in RANKS.items() for word in words}
_ORDINALS = frozenset(_NUMBERS.split())
_TITLE = r"(?P<rest>[\s\S]*)"
# A word that names a rank and one that counts are looked up: a pattern of all of them would take long to compile.
_NAMED = regex(r"(?:the\s+)?(?P<word>\w+)\b\.?[ \t]+(?:the\s+)?(?P<n>\d{1,3}|(?:the\s+)?[^\W\d_]+)(?![\w’'-])"
               rf"{_TITLE}\Z", re.I)
_ORDERED = regex(r"(?:the\s+|das\s+|der\s+|la\s+)?(?P<n>[^\W\d_]+\.?|\d{1,3}\.)[ \t]+(?P<word>\w+|§)\b"
                 rf"{_TITLE}\Z", re.I)
_ROMAN = frozenset("ivxlc")
_LONGEST_ROMAN = 8
_ENDINGS = ("", "r", "s", "n", "er", "es")
_BREAK = regex(r"\s*[.:;,—–-]+\s*|\s*\n\s*|\s*\Z")

# Pieces that are called what they are: (type of the division, where it belongs) → their names.
PIECES: dict[tuple[str, str], str] = {
    ("preface", "front"): "preface foreword vorwort vorrede préface avant-propos prólogo prefacio prefazione "
                          "предисловие advertisement voorwoord geleitwort",
    ("introduction", "front"): "introduction introductory einleitung introducción introduzione введение inleiding "
                               "einführung recommendations",
    ("abstract", "body"): "abstract zusammenfassung résumé resumen riassunto resumo kurzfassung",
    ("dedication", "front"): "dedication widmung zueignung dédicace dedicatoria dedica",
    ("contents", "front"): "contents illustrations inhalt inhaltsverzeichnis inhaltsverzeichniss sommaire "
                           "índice содержание inhoud",
    ("prologue", "body"): "prologue prolog prologo",
    ("epilogue", "body"): "epilogue epilog épilogue epílogo epilogo conclusion conclusions schluss schluß finale "
                          "conclusión conclusione",
    ("appendix", "back"): "appendix anhang appendice apéndice nachwort afterword postface epílogo приложение",
    ("notes", "back"): "notes anmerkungen footnotes endnotes fußnoten fussnoten notas note примечания",
    ("index", "back"): "index register glossary glossar",
    ("bibliography", "back"): "bibliography bibliographie bibliografía bibliografia literatur references "
                              "literaturverzeichnis",
    ("acknowledgements", "back"): "acknowledgements acknowledgments danksagung remerciements agradecimientos",
}
# Of these a paper of a journal has several.
OF_PAPERS = frozenset(("abstract", "introduction", "epilogue", "appendix", "notes", "bibliography", "acknowledgements"))
_PIECE = {name: kind for kind, names in PIECES.items() for name in names.split()}
_PHRASES = {"table of contents": ("contents", "front"), "table des matières": ("contents", "front"),
            "works cited": ("bibliography", "back"), "list of illustrations": ("contents", "front"),
            "list of maps": ("contents", "front"), "list of plates": ("contents", "front"),
            "verzeichnis der abbildungen": ("contents", "front"), "table des gravures": ("contents", "front"),
            "to the reader": ("preface", "front"), "an den leser": ("preface", "front"),
            "au lecteur": ("preface", "front"), "al lector": ("preface", "front"),
            **dict.fromkeys(("transcriber's notes", "transcribers' notes", "nota del trascrittore",
                             "note del trascrittore", "note de transcription", "notes de transcription",
                             "note du transcripteur", "nota del transcriptor", "notas del transcriptor",
                             "anmerkungen zur transkription", "opmerkingen van de bewerker"), ("notes", "back"))}
# A word of each name, by the types of what they name.
_WORDS_OF = {kind: {max(reversed(name.split()), key=len) for name, (own, _) in (_PIECE | _PHRASES).items()
                    if own == kind} for kind, _ in PIECES}
_TOKEN = regex(r"\w+|§")
_NAMING = 60     # characters within which a heading names its division
_ISSUE = regex(r"[\W_]*(?:no|n°|nº|nr|num|núm|issue|heft)\b\.? ?\d", re.I)  # of a volume of a journal
_SIGNS = regex(r"[\s.:,;*_]+")
_BEGINNING = regex(r"[\s.:,;*_]*([^\s.:,;*_]+)")
_FIRST_WORDS = frozenset(name.split()[0] for name in (*_PIECE, *_PHRASES))
_LONGEST_NAME = 100


def named_division(text: str) -> tuple[str, str, str] | None:
    """(rank, number, title) of a heading that names its division: "CHAPTER I. The Ferry", "ERSTES CAPITEL"."""
    if _WORDS.keys().isdisjoint(_TOKEN.findall(text[:_NAMING].lower())):
        return None
    match = _named(text) or _ordered(text)
    if match is None or (not text[0].isupper() and text[0] != "§" and not text[0].isdigit()):
        return None
    title = match["rest"]
    parted = _BREAK.match(title)
    clean = title[parted.end():].strip() if parted else title.strip()
    if clean and (len(clean) > 150 or not (parted or clean[0].isupper()) or _is_sentence(clean) or _ISSUE.match(clean)):
        return None
    return _WORDS[match["word"].lower()], match["n"].strip(". "), clean


def _named(text: str) -> re.Match[str] | None:
    """The name of a division, and its number behind it."""
    match = _NAMED.match(text)
    if match is None or match["word"].lower() not in _WORDS:
        return None
    number = match["n"].split()[-1]
    return match if number.isdecimal() or _is_roman(number) or _is_ordinal(number) else None


def _ordered(text: str) -> re.Match[str] | None:
    """The number of a division, and its name behind it."""
    match = _ORDERED.match(text)
    if match is None or match["word"].lower() not in _WORDS:
        return None
    number, point, _ = match["n"].partition(".")
    return match if (number.isdecimal() or _is_roman(number) if point else _is_ordinal(number)) else None


def _is_roman(number: str) -> bool:
    return len(number) <= _LONGEST_ROMAN and _ROMAN.issuperset(number.lower())


def _is_ordinal(number: str) -> bool:
    word = number.lower().replace("ſ", "s")
    return any(word.removesuffix(ending) in _ORDINALS for ending in _ENDINGS)


def _is_sentence(text: str) -> bool:
    """Whether a title reads as running text: long, ended by a point, with few capitals."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) > 9 and text[-1] in ".?!" and small > 0.75 * len(words)


def piece(text: str) -> tuple[str, str] | None:
    """(type, front, body or back) of a heading that is a piece's usual name: "PREFACE.", "Inhalt"."""
    if text[1:2] == " ":
        text = unspaced(text)  # "P R E F A C E"
    if text[:4].upper() == "THE ":
        text = text[4:]
    first = _BEGINNING.match(text)
    if first is None or first[1].lower() not in _FIRST_WORDS:
        return None  # as most lines are
    plain = _SIGNS.sub(" ", text).strip().lower()
    if found := _PIECE.get(plain) or _PHRASES.get(plain):
        return found
    usual = _PIECE.get(plain.partition(" ")[0])
    return usual if usual and _tail(plain) else None


def pieces(context: Context, kind: str) -> list[int]:
    """Places of the lines that are the usual name of a piece of this kind, found by its words, which are rare."""
    table = context.document().table
    text, lines, words = table.text, table.lines, filter(context.words.has, _WORDS_OF[kind])
    places = {bisect_right(table.starts, at) - 1 for word in words for at in occurrences(table.small, word)}
    return sorted(place for place in places if lines[place].end - lines[place].start <= _LONGEST_NAME
                  and (named := piece(text[lines[place].start:lines[place].end])) and named[0] == kind)


def _tail(plain: str) -> bool:
    """Whether a name is followed by what such names are followed by: "Preface to the second edition", "Appendix IV"."""
    return bool(re.fullmatch(r"(?:preface|introduction|foreword|advertisement|vorwort|vorrede|préface)\b "
                             r"(?:to|zu|zur|de|of)\b.{1,60}"
                             r"|(?:appendix|advertisement|anhang|appendice)\b (?:[ivxlc]+|\d+|[a-z])"
                             r"|(?:contents|illustrations)\b (?:of|and|in)\b.{1,40}"
                             r"|(?:index|register)\b (?:of|to|der|des|zu)\b.{1,40}", plain))
