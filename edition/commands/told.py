"""Findings about many places as a person can read them: of a kind the first few, then how many more; and their sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from edition.findings import Finding, Severity
from edition.records import replace

_ALIKE = 5       # of findings that say the same, so many are told
_OF_A_CODE = 50  # and so many of one code
_WORDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "remark"}


def thinned(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings to tell, in their order; behind those of a file, one for each code of which some are held back."""
    said, told = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    held: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        code = (one.file, one.severity, one.code, one.rule)
        for file in [key for key in held if key[0] != one.file]:
            yield _more(held.pop(file), said[file])
        said[code] += 1
        said[(*code, one.message)] += 1
        if told[code] == _OF_A_CODE or said[(*code, one.message)] > _ALIKE:
            held.setdefault(code, []).append(one)
        else:
            told[code] += 1
            yield one
    for key, rest in held.items():
        yield _more(rest, said[key])


def _more(held: list[Finding], of: int) -> Finding:
    last = f", the last in line {held[-1].line}" if held[-1].line else ""
    return replace(held[0], line=0, column=0, source_line=0, source="", fix="",
                   message=f"{len(held):,} more of {of:,} such findings{last}; -v tells all")


def summed(findings: Iterable[Finding]) -> str:
    """How many findings of each severity there are, in words; "" where there are none."""
    counted = Counter(one.severity for one in findings)
    return ", ".join(f"{counted[severity]:,} {word}{'' if counted[severity] == 1 else 's'}"
                     for severity, word in _WORDS.items() if counted[severity])


