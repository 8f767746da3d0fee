"""Reading a TOML file written by hand: typed values, and for every mistake the line and the key."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

from edition.findings import UserError, fail
from edition.regex import regex

Step = str | int
_Word = TypeVar("_Word", bound=str)
_Made = TypeVar("_Made")
_NOT_XML = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WORDS: dict[type, str] = {str: "a text in quotation marks", bool: "true or false", int: "a whole number",
                           float: "a number", dict: "a table", list: "a list"}


class TomlFile:
    """One TOML file, parsed. `name` is how messages call it; `root` gives its values.

    `examples`: what may be written for a key, by its path ("source.date"), for messages.

    Raises UserError: not UTF-8 (with the offset of the byte), not TOML (with line and column).
    """

    def __init__(self, name: str, data: bytes, examples: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.examples = examples or {}
        self.text = self._decode(data)
        self.root = Reader(self, (), self._parse())

    @classmethod
    def read(cls, path: Path, examples: Mapping[str, str] | None = None) -> TomlFile:
        """The file at `path`; UserError where it cannot be read."""
        try:
            return cls(str(path), path.read_bytes(), examples)
        except OSError as error:
            raise fail("toml-unreadable", f"cannot be read: {error.strerror}", str(path)) from None

    def line(self, *path: Step) -> int:
        """The line of the key at `path` (keys, and for lists numbers from 0), or of what holds it; 0: unknown."""
        for length in range(len(path), 0, -1):
            found = self._line(path[:length])
            if found:
                return found
        return 0

    def fail(self, code: str, message: str, *path: Step) -> UserError:
        """The error to raise about the key at `path`."""
        return fail(code, message, self.name, self.line(*path))

    def _decode(self, data: bytes) -> str:
        try:
            # A mark at the start is what Windows editors leave; TOML itself has none.
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise fail("toml-encoding", f"the byte 0x{data[error.start]:02X} at offset {error.start} is not UTF-8; "
                       "TOML files are always UTF-8: save the file again in that encoding", self.name, line) from None

    def _parse(self) -> dict[str, Any]:
        import tomllib  # as all below: most texts have no settings

        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            what, _, place = str(error).partition(" (at ")
            numbers = [int(n) for n in re.findall(r"\d+", place)]
            # tomllib says "end of document" instead of a place where the text stops too early.
            line, column = numbers if len(numbers) == 2 else (self.text.rstrip().count("\n") + 1, 0)
            shown = re.sub(r"[^ -~\u00a0-\ud7ff]", "\ufffd", self.text.split("\n")[line - 1].strip()[:60])
            raise fail("toml-syntax", f"this is not TOML: {what[:1].lower()}{what[1:]}"
                       + (f", in: {shown}" if shown else "") + f". {_lesson(shown)}",
                       self.name, line, column) from None

    def _line(self, path: tuple[Step, ...]) -> int:
        from edition.settings.toml_place import line_of  # only a mistake asks for a place

        return line_of(self.text, path)


class Reader:
    """One table of a TOML file. Each method takes a key off it; `done` complains about what nobody took.

    Absent keys give the empty value of their type, or an error with `required=True`.
    """

    def __init__(self, file: TomlFile, path: tuple[Step, ...], values: dict[str, Any]) -> None:
        self.file = file
        self.path = path
        self._values = values
        self._asked: list[str] = []

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def line(self, key: str = "") -> int:
        """The line of a key of this table, or of the table."""
        return self.file.line(*self.path, key) if key else self.file.line(*self.path)

    def fail(self, code: str, message: str, key: str = "") -> UserError:
        """The error to raise about a key of this table, or about the table; the message begins with the key."""
        path = (*self.path, key) if key else self.path
        said = f"`{_dotted(path)}`: {message}" if path else message
        return self.file.fail(code, said, *path)

    def text(self, key: str, required: bool = False) -> str:
        """A text, its white space collapsed. One that is given must not be empty."""
        value = self._take(key, str, required)
        return self._clean(key, value) if value is not None else ""

    def texts(self, key: str, pattern: str = "", expected: str = "") -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one. `pattern`, `expected`: as for `match`."""
        single = isinstance(self._values.get(key), str)
        items = [self.text(key)] if single else self._take(key, list, False) or []
        clean = (self._clean(key, self._typed(key, item, str)) for item in items)
        return tuple(self._formed(key, item, pattern, expected) for item in clean)

    def flag(self, key: str) -> bool:
        """true or false; false where it is absent."""
        return bool(self._take(key, bool, False))

    def number(self, key: str) -> int:
        """A whole number from 1; 0 where it is absent."""
        value = self._take(key, int, False)
        if value is not None and value < 1:
            raise self.fail("toml-value", f"{value} is not a number from 1 upwards", key)
        return value or 0

    def flags(self, key: str) -> dict[str, bool]:
        """A table of names that are each true or false, in the order of the file."""
        value: dict[str, Any] = self._take(key, dict, False) or {}
        table = Reader(self.file, (*self.path, key), value)
        return {name: table.flag(name) for name in value}

    def choice(self, key: str, allowed: Collection[_Word], required: bool = False) -> _Word | Literal[""]:
        """A text that is one of a closed list; the empty text where it is absent."""
        value = self.text(key, required)
        for word in allowed:
            if word == value:
                return word
        if value:
            raise self.fail("toml-value", f'"{value}" is not one of {_listed(allowed)}{_perhaps(value, allowed)}', key)
        return ""

    def match(self, key: str, pattern: str, expected: str, required: bool = False) -> str:
        """A text of a form: `pattern` must match the whole of it, `expected` says so in words."""
        return self._formed(key, self.text(key, required), pattern, expected)

    def date(self, key: str, required: bool = False) -> str:
        """A day, month or year in ISO form, with or without quotation marks (TOML's own dates are taken too)."""
        import datetime

        value = self._values.get(key)
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            self._asked.append(key)
            return value.isoformat()
        return self.iso(key, self.text(key, required))

    def iso(self, key: str, value: str) -> str:
        """`value`, checked to be a date that exists: 1934, 1934-10 or 1934-10-05."""
        if value:
            import datetime

            form = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
            try:
                if not form:
                    raise ValueError
                year, month, day = (int(part or 1) for part in form.groups())
                datetime.date(year, month, day)
            except ValueError:
                raise self.fail("toml-value", f'"{value}" is not a date; write 1934, 1934-10 or 1934-10-05',
                                key) from None
        return value

    def raw(self, key: str) -> Any:
        """The value as it is, for a key that may be of several types."""
        self._asked.append(key)
        return self._values.get(key)

    def plain(self) -> dict[str, Any]:
        """All values as they are."""
        return dict(self._values)

    def table(self, key: str, required: bool = False) -> Reader:
        """A table; an empty one where it is absent."""
        return Reader(self.file, (*self.path, key), self._take(key, dict, required) or {})

    def tables(self, key: str, required: bool = False) -> Iterator[Reader]:
        """A list of tables, written `[[key]]` or in one line; a single table counts as a list of one."""
        value = self._values.get(key)
        if isinstance(value, dict):
            yield self.table(key)
            return
        for number, item in enumerate(self._take(key, list, required) or []):
            yield Reader(self.file, (*self.path, key, number), self._typed(key, item, dict))

    def done(self, elsewhere: Collection[str] = (), where: str = "") -> None:
        """UserError about the first key that nothing asked for.

        `elsewhere`: keys of another file, which `where` names.
        """
        for key in self._values:
            if key not in self._asked:
                if key in elsewhere:
                    raise self.fail("toml-unknown-key", f"there is no such key here: it belongs to {where}", key)
                raise self.fail("toml-unknown-key", f"there is no such key here{_perhaps(key, self._asked)}; "
                                f"known are {_listed(self._asked)}", key)

    def _take(self, key: str, kind: type, required: bool) -> Any:
        self._asked.append(key)
        if key not in self._values:
            if required:
                where = f"`{_dotted(self.path)}`: " if self.path else ""
                raise self.file.fail("toml-missing", f"{where}the key `{key}` is missing ({_WORDS[kind]})"
                                     f"{self._example(key)}", *self.path)
            return None
        return self._typed(key, self._values[key], kind)

    def _typed(self, key: str, value: Any, kind: type) -> Any:
        if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
            return value
        found = _WORDS.get(type(value), f"a {type(value).__name__}")
        # A number that should be a text needs its quotation marks, and no example.
        quoted = kind is str and type(value) in (int, float) and self._values.get(key) == value
        how = f'; write {key} = "{value}"' if quoted else self._example(key)
        raise self.fail("toml-type", f"expected {_WORDS[kind]}, found {found}{how}", key)

    def _example(self, key: str) -> str:
        """What may be written there, where that is known: `; write title = "…"`."""
        example = self.file.examples.get(".".join(step for step in (*self.path, key) if isinstance(step, str)))
        return f"; write {example}" if example else ""

    def _formed(self, key: str, value: str, pattern: str, expected: str) -> str:
        if value and pattern and not re.fullmatch(pattern, value):
            raise self.fail("toml-value", f'"{value}" is not {expected}', key)
        return value

    def _clean(self, key: str, value: str) -> str:
        bad = _NOT_XML.search(value)
        if bad:
            raise self.fail("toml-value", f"the character U+{ord(bad[0]):04X} cannot stand in XML; take it out", key)
        collapsed = re.sub(r"[ \t\r\n]+", " ", value).strip(" ")
        if not collapsed:
            raise self.fail("toml-value", "the text is empty; leave the key out if the fact is unknown", key)
        return collapsed


def each(readers: Iterable[Reader], read: Callable[[Reader], _Made]) -> tuple[_Made, ...]:
    """What `read` makes of each table, each checked for keys that nobody asked for."""
    made = []
    for reader in readers:
        made.append(read(reader))
        reader.done()
    return tuple(made)


def suggestion(word: str, known: Iterable[str]) -> str:
    """` (did you mean "…"?)`, or nothing where no known word is near."""
    return _perhaps(word, known)


def _perhaps(word: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(word.lower(), sorted(set(known)), 1, 0.6)
    return f' (did you mean "{near[0]}"?)' if near else ""


def _lesson(line: str) -> str:
    """How a line that is not TOML may be meant."""
    month = re.search(r"=\s*(\d{4}-\d\d)\s*(#|$)", line)
    return f'A month stands in quotation marks: "{month[1]}"' if month else 'A line reads: key = "value"'


def _listed(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))


def _dotted(path: tuple[Step, ...]) -> str:
    shown = ""
    for step in path:
        shown += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if shown else ''}{step}"
    return shown
