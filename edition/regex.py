"""Regular expressions that are compiled when they are first used: a run needs few of the hundreds that are declared."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


class _Later:
    """Stands for a pattern. Its methods are slots: empty until the first is asked for, then those of the pattern."""

    __slots__ = ("_compiled", "_flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
            for method in _METHODS:
                setattr(self, method, getattr(self._compiled, method))
        return getattr(self._compiled, name)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but compiled when it is first used."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
