"""The lines of the files that findings are about, and where in their files these lines and their tags lie."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from pathlib import Path

from edition.regex import regex

Texts = Mapping[str, str]  # of files that do not lie where their name says: their text
_SHOWN = 100  # characters of a line in an excerpt
_LINE = regex(r"[^\r\n]*(\r\n|\r|\n)?")
_TAG = regex(r"""</?[^\s<>"']+(?:[^<>"']|"[^"]*"|'[^']*')*>|&[^\s;&<]+;""")


def line_of(texts: Texts, file: str, line: int, column: int = 0) -> str:
    """A line of a file without white space around it, "" where there is none; of a long one, what `column` is in."""
    whole = whole_line(texts, file, line)
    start = max(0, column - 1) if column > _SHOWN // 2 else 0
    text, more = whole[start:start + _SHOWN], whole[start + _SHOWN:]
    shown = " ".join(text.split())
    return ("…" if start and shown else "") + shown + ("…" if more.strip() else "")


def whole_line(texts: Texts, file: str, line: int) -> str:
    """A line of a file as it is, without its end; "" where there is none."""
    lines = _split(texts[file]) if file in texts and line else _split(_text(file)) if line else ()
    return lines[line - 1].rstrip("\r\n") if 0 < line <= len(lines) else ""


def tag_at(line: str, column: int) -> str:
    """The tag or the entity that stands at a column (1-based) of a line, "" where none does or it goes on below."""
    found = _TAG.match(line, column - 1) if column else None
    return found[0] if found else ""


def offsets(texts: Texts, file: str, line: int, column: int) -> tuple[int, int] | None:
    """How many characters and bytes (of UTF-8) of a file stand before a place; None where that is not known."""
    text = "" if file in texts else _text(file)
    if "\ufffd" in text or not 0 < line <= len(_starts(text)):
        return None
    characters, size = _starts(text)[line - 1]
    before = _split(text)[line - 1][:column - 1]
    return characters + len(before), size + len(before.encode())


def near(file: str) -> str:
    """The name of a file from where the program runs, if it lies below."""
    try:
        return Path(file).relative_to(Path.cwd()).as_posix() if Path(file).is_absolute() else file
    except ValueError:
        return file


@cache
def _text(file: str) -> str:
    """The text of a file; nothing where it cannot be read."""
    try:
        data = Path(file).read_bytes() if file else b""
    except OSError:
        return ""
    return data.decode("utf-8", "replace")


@cache
def _split(text: str) -> tuple[str, ...]:
    """The lines of a text, as XML and the source count them, with their ends."""
    return tuple(one[0] for one in _LINE.finditer(text) if one[0])


@cache
def _starts(text: str) -> tuple[tuple[int, int], ...]:
    """How many characters and bytes stand before each line."""
    lines = _split(text)
    characters = accumulate((len(line) for line in lines), initial=0)
    return tuple(zip(characters, accumulate((len(line.encode()) for line in lines), initial=0), strict=True))[:-1]
