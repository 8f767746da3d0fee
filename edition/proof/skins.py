"""What an element's mark-up was in the source, as the header declares it; and what such a skin may not hide."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# Fixed words of conventions: what may stand in a skin beside delimiters. A word that is not here is running text.
_FIXED = (
    # notes
    "footnote footnotes fn note notes endnote endnotes sidenote sidenotes marginalia anm anmerkung anmerkungen "
    "anmerkungen fußnote fußnoten fussnote fussnoten nota notas voetnoot noot noten fotnote fotnot noter alaviite "
    "viite viitteet remarques przypisy transcriber's editor's transcriber editor "
    # pages, columns, leaves
    "page pages pg p pp página pagina seite s column col spalte folio fol leaf blatt "
    "break pagebreak pageheader pagefooter pagenumber number seitenumbruch seitenwechsel saut de "
    # figures
    "illustration illustrations figure fig image picture plate photo photograph drawing sketch diagram engraving "
    "woodcut vignette abbildung abb bild tafel zeichnung skizze dessin "
    # stand-ins for what the source does not give
    "illegible unreadable unclear missing lost torn damaged damage gap hole stain obscured blank undeciphered "
    "indecipherable effaced faded unleserlich unlesbar fehlt illisible manquant illeggibile onleesbaar ilegible "
    "ilegível oläsligt word words line lines text one two three four five several few rest remainder is are "
    # what is said of words: how sure they are, how and where they are written
    "uncertain doubtful unsicher incertain crossed out struck through strikethrough strike deleted deletion cancelled "
    "canceled gestrichen durchgestrichen biffé rayé tachado inserted above below insertion insert added addition "
    "interlined eingefügt ajouté underlined underline unterstrichen souligné handwritten in pencil ink "
    "handschriftlich superscript margin marginal left right am rand en marge stamp stamped seal postmark stempel "
    "cachet meta comment "
    # what frames a passage
    "begin end start stop of the continued cont poetry quote blockquote table greek hebrew latin cyrillic "
    # knots in the middle of a rule
    "o ooo o0o"
)
WORDS = frozenset(_FIXED.split())
# Words that are mark-up only straight after `<`, `</` or `\`: an HTML element or a LaTeX command.
_MARKUP = (
    "a b i u s p q br hr em sup sub strong small big tt pre code cite div span blockquote del ins strike mark ref "
    "center sc h1 h2 h3 h4 h5 h6 li ol ul td th tr table thead tbody tfoot caption emph textit textbf textsc "
    "textsuperscript underline sout uppercase dagger ddagger ast footnote footnotemark footnotetext marginpar part "
    "title author chapter section subsection subsubsection paragraph "
    "item quote quotation verse begin end enquote pagebreak newpage clearpage newline par"
)
COMMANDS = frozenset(_MARKUP.split())
LONGEST = 160       # characters of one side of a skin, white space apart: a rule of dashes or asterisks still fits
MOST_WORDS = 6      # "<!-- page break --> <page_number>4</page_number>" has as many
BLANKS = " \t\n\r\f\v"
WORD = re.compile(f"[^{BLANKS}]+")
_OTHER_BLANKS_OF_ASCII = "\x1c\x1d\x1e\x1f"
_OTHER_BLANKS = (_OTHER_BLANKS_OF_ASCII + "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
                 "\u200a\u2028\u2029\u202f\u205f\u3000")

_PART = r"\{[nⁿ]\}|\\([0-9A-F]{6})|[{}\\]"
_ROMAN = r"m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?[ij]{0,4})"
_NUMBER = r"\d{1,4}[a-z]{0,2}"
# A label is a number (3, 12a, 3.1, 169-170), a page with a letter (16:A), a numeral (iv), a letter, or marks (*, †, ¹).
_LETTER = r"([^\W\d_])\1?"
_RAISED = "[²³¹⁰⁴-⁹₀-₉]{1,4}"
_NAMED = r"(?:fn|note|ref|n)[-_]?\d{1,4}"    # as Markdown names a note
_LABEL = rf"(?i:{_NUMBER}(?:[.:/–-]{_NUMBER}){{0,2}}|\d{{1,4}}:[a-z]|{_ROMAN}|{_LETTER}|{_RAISED}|{_NAMED})"
_LONGEST_LABEL = 12
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def words_of(text: str) -> list[str]:
    """What stands between white space."""
    # Python's own way is quicker, and the same but for characters that it counts as white space and we do not.
    others = _OTHER_BLANKS_OF_ASCII if text.isascii() else _OTHER_BLANKS
    return WORD.findall(text) if any(map(text.__contains__, others)) else text.split()


def one_spaced(text: str) -> str:
    """What stands between white space, with one space between: most lines are taken as they stand."""
    for blank in "\t\r\f\v":
        text = text.replace(blank, " ")
    lines = [line.strip(" ") for line in text.split("\n")]
    return " ".join([" ".join(words_of(line)) if "  " in line else line for line in lines if line])


class Side(NamedTuple):
    """One side of a skin: its literal pieces, with the element's n between each two of them; where it is declared.

    `raised`: n is written in raised digits (¹²), as `{ⁿ}` says.
    """

    pieces: tuple[str, ...]
    line: int
    raised: bool = False

    def drawn(self, n: str) -> str:
        return (n.translate(_DIGITS) if self.raised else n).join(self.pieces)


class Skin(NamedTuple):
    """Both sides of an element's mark-up."""

    before: Side
    after: Side

    def drawn(self, n: str) -> tuple[str, str, str]:
        """The characters before and after an element with this n; and what is wrong with that ("" if nothing)."""
        uses = len(self.before.pieces) > 1 or len(self.after.pieces) > 1
        wrong = (f"the skin of this element holds its n, and {shown(n)} is no label (a number, a numeral, a letter or "
                 f"marks, at most {_LONGEST_LABEL} characters)") if uses and not is_label(n) else ""
        return self.before.drawn(n), self.after.drawn(n), wrong


NOTHING = Side(("",), 0)
BARE = Skin(NOTHING, NOTHING)


def read_side(template: str, line: int) -> tuple[Side, str]:
    """A side from the text of its `rendition`, and what is wrong with that text ("" if nothing)."""
    pieces, at, wrong = [""], 0, ""
    for match in re.finditer(_PART, template):
        pieces[-1] += template[at:match.start()]
        at = match.end()
        if match[0] in ("{n}", "{ⁿ}"):
            pieces.append("")
        elif match[1] and int(match[1], 16) <= 0x10FFFF:
            pieces[-1] += chr(int(match[1], 16))
        else:
            wrong = f'in the skin {shown(template)}, "{match[0]}" is neither {{n}} nor \\ and six hexadecimal digits'
    pieces[-1] += template[at:]
    return Side(tuple(pieces), line, "{ⁿ}" in template), wrong or hidden(pieces)


def hidden(pieces: list[str]) -> str:
    """What in a skin is text and not mark-up, said in a sentence; "" if nothing is."""
    whole = "{n}".join(pieces)
    if sum(map(len, WORD.findall(whole))) > LONGEST:
        return f"the skin {shown(whole)} is longer than {LONGEST} characters: too long for mark-up"
    words = 0
    for piece in pieces:
        for start, word in _words(piece):
            words += 1
            command = (piece[:start].endswith("\\") and word in COMMANDS) or (
                piece[:start].endswith(("<", "</")) and word.casefold() in COMMANDS)  # HTML may be in capitals
            if not command and word.casefold() not in WORDS:
                return (f'text is hidden in a skin: "{word}" in {shown(whole)} is neither a delimiter nor a fixed word '
                        "of a convention")
    if words > MOST_WORDS:
        return f"the skin {shown(whole)} holds {words} words: too many for mark-up"
    # "the Right" is of fixed words, and may yet be a party: words alone are mark-up by a label or a delimiter beside.
    bare = len(pieces) == 1 and all(char.isalnum() or char.isspace() for char in whole)
    return f"text is hidden in a skin: {shown(whole)} has neither a delimiter nor a label" if words and bare else ""


def _words(piece: str) -> list[tuple[int, str]]:
    """The words in a piece of a skin, with their places: runs of letters, digits and what is written upon them."""
    found: list[tuple[int, str]] = []
    start = -1
    for at, char in enumerate(piece + "\n"):
        letter = char.isalnum() or unicodedata.category(char) in ("Mn", "Mc", "Me", "Co")
        inside = start >= 0 and char in "'’" and piece[at + 1:at + 2].isalpha()
        if (letter or inside) and start < 0:
            start = at
        elif not (letter or inside) and start >= 0:
            found.append((start, piece[start:at].replace("’", "'")))
            start = -1
    return found


def is_label(n: str) -> bool:
    """Whether a value of @n may stand for {n} in a skin: a note's mark, a page number, a numeral."""
    if not n or len(n) > _LONGEST_LABEL:
        return False
    return re.fullmatch(_LABEL, n) is not None or not (_words(n) or any(map(str.isspace, n)))


def shown(text: str) -> str:
    """A piece of text for a message: one line, in quotation marks, cut after 60 characters, controls visible."""
    line = visible(" ".join(text.split()))
    return f'"{line[:60]}{"…" if len(line) > 60 else ""}"'


def visible(text: str) -> str:
    """The text with control characters as pictures, so that it prints on one line."""
    return "".join(chr(0x2400 + ord(c)) if c < " " else c if c.isprintable() or c == "\xa0" else "\ufffd" for c in text)
