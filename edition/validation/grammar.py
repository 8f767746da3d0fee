"""A RELAX NG grammar as patterns, and what is left of a pattern after an element, a text or an attribute.

Derivatives of regular expressions (J. A. Brzozowski, 1964), as J. Clark used them for RELAX NG (2001). Patterns are
made once (equal ones are one object), so that a derivative is worked out once for each pattern and each kind of child.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from edition.validation.datatypes import Datatype

Kind = Literal["empty", "none", "text", "element", "attribute", "data", "value", "list",
               "choice", "group", "interleave", "more"]


@dataclass(frozen=True)
class Names:
    """A name class. `names`: those listed, as `{namespace}local`; `wild`: a test for any other, None: no other."""

    names: tuple[str, ...] = ()
    wild: Callable[[str], bool] | None = None

    def __contains__(self, name: str) -> bool:
        return name in self.names or (self.wild is not None and self.wild(name))


@dataclass(eq=False)
class Declaration:
    """An element or an attribute of the grammar: its names and its content, which is made when first asked for."""

    names: Names
    make: Callable[[], Pattern]
    documentation: str = ""
    _content: Pattern | None = field(default=None, repr=False)

    @property
    def content(self) -> Pattern:
        if self._content is None:
            self._content = self.make()
        return self._content

    @property
    def name(self) -> str:
        """What to call it: its first name."""
        return self.names.names[0] if self.names.names else "*"


@dataclass(frozen=True, eq=False, slots=True)
class Pattern:
    """`nullable`: nothing satisfies it (attributes count as something). `what`: of element, attribute, data, value."""

    kind: Kind
    parts: tuple[Pattern, ...] = ()
    what: Declaration | Datatype | tuple[Datatype, str] | None = None
    nullable: bool = False

    def leaves(self) -> Iterator[Pattern]:
        """The patterns it is made of in the end, in the order of the grammar."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


class Patterns:
    """The patterns of one grammar: how they are made, and what can be asked of them."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Pattern] = {}
        self._after: dict[tuple[Pattern, object], Pattern] = {}
        self._first: dict[Pattern, tuple[Declaration, ...]] = {}
        self._closed: dict[tuple[Pattern, bool], Pattern] = {}
        self._attributes: dict[Pattern, tuple[Declaration, ...]] = {}
        self._of_values: dict[Pattern, bool] = {}
        self.empty = self._make("empty", nullable=True)
        self.none = self._make("none")
        self.text = self._make("text", nullable=True)

    # ---- making

    def _make(self, kind: Kind, parts: tuple[Pattern, ...] = (), what: Declaration | Datatype | tuple[Datatype, str] |
              None = None, nullable: bool = False) -> Pattern:
        key = (kind, what, *map(id, parts))
        return self._made.setdefault(key, Pattern(kind, parts, what, nullable))

    def leaf(self, kind: Kind, what: Declaration | Datatype | tuple[Datatype, str]) -> Pattern:
        """An element, attribute, data or value."""
        return self._make(kind, (), what)

    def words(self, part: Pattern) -> Pattern:
        """A value that is a list of words."""
        return self._make("list", (part,), nullable=part.nullable)

    def choice(self, parts: Iterable[Pattern]) -> Pattern:
        """One of the parts."""
        flat: dict[Pattern, None] = {}
        for part in parts:
            flat.update(dict.fromkeys(part.parts if part.kind == "choice" else (part,)))
        flat.pop(self.none, None)
        if len(flat) > 1 and self.empty in flat and any(part.nullable for part in flat if part is not self.empty):
            del flat[self.empty]
        if len(flat) < 2:
            return next(iter(flat), self.none)
        return self._make("choice", tuple(flat), nullable=any(part.nullable for part in flat))

    def group(self, parts: Iterable[Pattern]) -> Pattern:
        """The parts, one after the other."""
        return self._pairs("group", parts)

    def interleave(self, parts: Iterable[Pattern]) -> Pattern:
        """The parts, mixed."""
        return self._pairs("interleave", parts)

    def _pairs(self, kind: Literal["group", "interleave"], parts: Iterable[Pattern]) -> Pattern:
        made = self.empty
        for part in reversed([*parts]):
            if self.none in (made, part):
                return self.none
            if made is self.empty or part is self.empty:
                made = part if made is self.empty else made
            else:
                made = self._make(kind, (part, made), nullable=part.nullable and made.nullable)
        return made

    def more(self, part: Pattern) -> Pattern:
        """The part, once or more often."""
        if part in (self.none, self.empty) or part.kind == "more":
            return part
        return self._make("more", (part,), nullable=part.nullable)

    def optional(self, part: Pattern) -> Pattern:
        return self.choice((part, self.empty))

    # ---- asking

    def after(self, pattern: Pattern, step: object, fits: Callable[[Pattern], bool]) -> Pattern:
        """What is left of a pattern after one step; `none` where the step is not allowed.

        `fits` says which leaves the step satisfies. `step` stands for it in the memory: equal steps, equal answers.
        """
        key = (pattern, step)
        found = self._after.get(key)
        if found is None:
            found = self._after[key] = self._derive(pattern, step, fits)
        return found

    def _derive(self, pattern: Pattern, step: object, fits: Callable[[Pattern], bool]) -> Pattern:
        parts = pattern.parts
        if pattern.kind == "choice":
            return self.choice([self.after(part, step, fits) for part in parts])
        if pattern.kind == "more":
            return self.group((self.after(parts[0], step, fits), self.optional(pattern)))
        if pattern.kind in ("group", "interleave"):
            return self._derive_pair(pattern, step, fits)
        if not fits(pattern):
            return self.none
        return pattern if pattern.kind == "text" else self.empty

    def _derive_pair(self, pattern: Pattern, step: object, fits: Callable[[Pattern], bool]) -> Pattern:
        first, second = pattern.parts
        join = self.group if pattern.kind == "group" else self.interleave
        left = join((self.after(first, step, fits), second))
        # Attributes have no order; a step into the second part is free of the first also where it is satisfied.
        if pattern.kind == "interleave" or isinstance(step, tuple):
            return self.choice((left, join((first, self.after(second, step, fits)))))
        return self.choice((left, self.after(second, step, fits))) if first.nullable else left

    def first(self, pattern: Pattern) -> tuple[Declaration, ...]:
        """The elements that may come next, in the order of the grammar."""
        found = self._first.get(pattern)
        if found is None:
            found = self._first[pattern] = tuple(dict.fromkeys(self._find_first(pattern)))
        return found

    def _find_first(self, pattern: Pattern) -> Iterable[Declaration]:
        if pattern.kind == "element" and isinstance(pattern.what, Declaration):
            yield pattern.what
        elif pattern.kind == "group":
            yield from self.first(pattern.parts[0])
            if pattern.parts[0].nullable:
                yield from self.first(pattern.parts[1])
        elif pattern.kind in ("choice", "interleave", "more"):
            for part in pattern.parts:
                yield from self.first(part)

    def without_attributes(self, pattern: Pattern, forgive: bool = False) -> Pattern:
        """The pattern when no attribute is left to come; `none` where one is missing, unless that is forgiven."""
        key = (pattern, forgive)
        found = self._closed.get(key)
        if found is None:
            found = self._closed[key] = self._close(pattern, forgive)
        return found

    def _close(self, pattern: Pattern, forgive: bool) -> Pattern:
        parts = [self.without_attributes(part, forgive) for part in pattern.parts]
        if pattern.kind == "attribute":
            return self.empty if forgive else self.none
        if pattern.kind == "choice":
            return self.choice(parts)
        if pattern.kind == "group":
            return self.group(parts)
        if pattern.kind == "interleave":
            return self.interleave(parts)
        return self.more(parts[0]) if pattern.kind == "more" else pattern

    def attributes(self, pattern: Pattern) -> tuple[Declaration, ...]:
        """The attributes a pattern speaks of, in the order of the grammar."""
        found = self._attributes.get(pattern)
        if found is None:
            leaves = (leaf.what for leaf in pattern.leaves() if leaf.kind == "attribute")
            found = tuple(dict.fromkeys(leaf for leaf in leaves if isinstance(leaf, Declaration)))
            self._attributes[pattern] = found
        return found

    def of_values(self, pattern: Pattern) -> bool:
        """Whether a content is a value (data, values or a list) and not elements and text."""
        found = self._of_values.get(pattern)
        if found is None:
            found = self._of_values[pattern] = any(leaf.kind in ("data", "value") for leaf in pattern.leaves())
        return found

    def accepts(self, pattern: Pattern, value: str) -> bool:
        """Whether a string satisfies a pattern of data, values and lists."""
        if pattern.kind == "list":
            left = pattern.parts[0]
            for word in value.split():
                left = self.after(left, word, lambda leaf, word=word: self.accepts(leaf, word))  # type: ignore[misc]
            return left.nullable
        if pattern.kind in ("choice", "group", "interleave", "more"):
            # A group here can only be of one value and of nothing: libxml2 and Jing refuse grammars with others.
            return any(self.accepts(part, value) for part in pattern.parts)
        if pattern.kind == "empty":
            return not value.strip()
        if pattern.kind == "data" and isinstance(pattern.what, Datatype):
            return pattern.what.allows(value)
        if pattern.kind == "value" and isinstance(pattern.what, tuple):
            return pattern.what[0].same(pattern.what[1], value)
        return pattern.kind == "text"
