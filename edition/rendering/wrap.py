"""Lines of plain text by display width: a wide character takes two columns, a combining one none."""

from __future__ import annotations

from collections.abc import Sequence

from wcwidth import wcswidth, wcwidth

from edition.regex import regex

# Where a line may be broken: at a space (never at a no-break space), after an em dash that ends no quotation, and
# between East Asian characters, except before closing and after opening punctuation (kinsoku, JIS X 4051 and UAX 14).
_WIDE = (
    r"\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    r"\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
)
_NOT_FIRST = r"、。，．・：；？！’”）〕］｝〉》」』】ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
_NOT_LAST = r"‘“（〔［｛〈《「『【"
_BREAKS = (
    rf"[ \t\n\r]+"
    rf"|(?<=[^\s—_=—]—)(?=[^\s—_=.,;:!?)\]”’\"'])"
    rf"|(?<=[{_WIDE}])(?<![{_NOT_LAST}])(?=[{_WIDE}])(?![{_NOT_FIRST}])"
)
_BREAK = regex(_BREAKS)
_BREAK_HYPHENS = regex(rf"{_BREAKS}|(?<=\w[-‐])(?=\w)")


def width(text: str) -> int:
    """Columns that `text` takes on a terminal; characters that take no column of their own count as none."""
    if text.isascii():
        return len(text)
    whole: int = wcswidth(text)
    return whole if whole >= 0 else sum(max(0, wcwidth(char)) for char in text)


def pieces(text: str, break_hyphens: bool = False) -> list[tuple[str, str]]:
    """(what stands before it: a space or nothing, the piece) for every piece that no line break may cut."""
    out: list[tuple[str, str]] = []
    at, glue = 0, ""
    for match in (_BREAK_HYPHENS if break_hyphens else _BREAK).finditer(text):
        if match.start() > at:
            out.append((glue, text[at : match.start()]))
            glue = ""
        if match.end() > match.start():
            glue = " "
        at = match.end()
    if at < len(text):
        out.append((glue, text[at:]))
    return out


def wrap(text: str, columns: int = 72, first: str = "", rest: str = "", break_hyphens: bool = False) -> list[str]:
    """`text` in lines of at most `columns`, the first begun with `first`, the others with `rest`.

    `break_hyphens`: a line may end in the hyphen of a word. A piece longer than a line (an address on the web) stays
    whole on a line of its own. No line ends in a space.
    """
    lines: list[str] = []
    line, used, begun = first, width(first), False
    for glue, piece in pieces(text, break_hyphens):
        size = width(piece)
        gap = glue if begun else ""
        if begun and used + len(gap) + size > columns:
            lines.append(line.rstrip(" "))
            line, used, gap = rest, width(rest), ""
        line += gap + piece
        used += len(gap) + size
        begun = True
    if begun or line.strip():
        lines.append(line.rstrip(" "))
    return lines


def pad(text: str, columns: int) -> str:
    """`text` with spaces after it up to `columns`."""
    return text + " " * max(0, columns - width(text))


def table(rows: Sequence[Sequence[str]], columns: int = 72, indent: str = "", labels: Sequence[str] = ()) -> list[str]:
    """Rows of cells in aligned columns; where they do not fit, one record a row ("Month: April; Listed: …")."""
    count = max((len(row) for row in rows), default=0)
    sizes = [max(width(row[i]) if i < len(row) else 0 for row in rows) for i in range(count)]
    if sum(sizes) + 2 * max(0, count - 1) + len(indent) <= columns:
        return [
            (indent + "  ".join(pad(cell, size) for cell, size in zip(row, sizes, strict=False))).rstrip(" ")
            for row in rows
        ]
    # A label without a cell below it would be lost: then the labels are a record as well.
    labelled = bool(labels) and all(any(len(row) > i and row[i] for row in rows[1:])
                                    for i, label in enumerate(labels) if label)
    names = [f"{labels[i]}: " if labelled and i < len(labels) and labels[i] else "" for i in range(count)]
    lines: list[str] = []
    for row in rows[1:] if labelled else rows:
        record = "; ".join(name + cell for name, cell in zip(names, row, strict=False) if cell)
        lines += wrap(record, columns, indent, indent + "    ")
    return lines
