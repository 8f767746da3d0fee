"""Records: what dataclasses are to their reader and to mypy, but declared in no time.

A program that starts for one letter declares a hundred of them and uses thirty, so the constructor of a class is made
when its first object is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar, cast, dataclass_transform

T = TypeVar("T")


class cached(Generic[T]):  # noqa: N801 - a decorator, named as one
    """What a record knows when it is asked for the first time, and keeps: `functools.cached_property` for small things.

    That one takes a lock, which takes longer than to find most of what thousands of paragraphs keep.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._name = name

    def __get__(self, one: Any, owner: type[Any]) -> T:
        found = one.__dict__[self._name] = self._find(one)
        return found


class _Fresh(NamedTuple):
    """The default of a field of which each object gets its own."""

    make: Callable[[], Any]


def field(*, default_factory: Callable[[], T]) -> T:
    """The default of a field: something made for each object."""
    return cast(T, _Fresh(default_factory))


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class one of records: equal where their fields are, never changed (mypy sees to it)."""
    _declare(cls)
    cls.__hash__ = _hash  # type: ignore[assignment]
    return cls


@dataclass_transform(field_specifiers=(field,))
def mutable(cls: type[T]) -> type[T]:
    """Make a class one of records whose fields may change."""
    _declare(cls)
    cls.__hash__ = None  # type: ignore[assignment]
    return cls


def replace(one: T, **changes: Any) -> T:
    """The same record with other values."""
    return type(one)(**{**as_dict(one), **changes})


def as_dict(one: object) -> dict[str, Any]:
    """The fields of a record, by name."""
    return {name: getattr(one, name) for name in _fields(one)}


def _declare(cls: type[Any]) -> None:
    """Note the names of the fields, those of its base first; leave the constructor to the first object."""
    cls.record_fields = tuple(dict.fromkeys((*getattr(cls, "record_fields", ()), *cls.__annotations__)))

    def first(self: Any, *values: Any, **named: Any) -> None:
        cls.__init__ = _constructor(cls)
        cls.__init__(self, *values, **named)

    cls.__init__, cls.__eq__, cls.__repr__ = first, _equal, _repr  # type: ignore[assignment]


def _fields(one: Any) -> tuple[str, ...]:
    fields: tuple[str, ...] = type(one).record_fields
    return fields


def _constructor(cls: type[Any]) -> Callable[..., None]:
    """The function that sets the fields of a new object, written out: it runs for each of them."""
    arguments, lines, known = ["self"], list[str](), dict[str, Any]({"_fresh": object()})
    for name in cls.record_fields:
        default = known[f"_{name}"] = getattr(cls, name, None)
        fresh = isinstance(default, _Fresh)
        arguments.append(f"{name}=_fresh" if fresh else f"{name}=_{name}" if hasattr(cls, name) else name)
        lines.append(f" self.{name} = {f'_{name}.make() if {name} is _fresh else ' if fresh else ''}{name}")
    exec(f"def __init__({', '.join(arguments)}):\n" + "\n".join(lines), known)
    return cast("Callable[..., None]", known["__init__"])


def _values(one: Any) -> tuple[Any, ...]:
    return tuple([getattr(one, name) for name in _fields(one)])


def _equal(one: Any, other: object) -> bool:
    return _values(one) == _values(other) if type(one) is type(other) else NotImplemented


def _hash(one: Any) -> int:
    return hash(_values(one))


def _repr(one: Any) -> str:
    return f"{type(one).__name__}({', '.join(f'{name}={value!r}' for name, value in as_dict(one).items())})"
