"""Forms of the numbers by which persons, places, works and licences are known, and what is wrong with one."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from edition.settings.toml_file import Reader, suggestion


class _Form(NamedTuple):
    """`pattern`: of the whole number; `example`; `address`: what records stand behind ("": none)."""

    pattern: str
    example: str
    address: str = ""


# Those that outputs make links of; a number of any other kind is told as an address.
FORMS: Final = {
    "wikidata": _Form(r"[QLP][1-9]\d*", "Q42", r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/"),
    "gnd": _Form(r"1[012]?\d{7}[\dX]|[47]\d{6}-\d|[1-9]\d{0,7}-[\dX]|3\d{7}[\dX]", "118540238",
                 r"https?://d-nb\.info/gnd/"),
    "viaf": _Form(r"[1-9]\d{0,21}", "24602065", r"https?://(?:www\.)?viaf\.org/viaf/"),
    "geonames": _Form(r"[1-9]\d*", "3161732", r"https?://(?:www|sws)\.geonames\.org/"),
    "lccn": _Form(r"[a-z]{1,3} ?\d{8,10}", "n79003362"),
    "isni": _Form(r"(?:\d{4} ?){3}\d{3}[\dX]", "0000 0001 2099 9104", r"https?://(?:www\.)?isni\.org/isni/"),
    "orcid": _Form(r"(?:\d{4}-){3}\d{3}[\dX]", "0000-0002-1825-0097", r"https?://orcid\.org/"),
    "oclc": _Form(r"\d+", "2643362"),
    "doi": _Form(r"10\.\d{4,9}/\S+", "10.5072/salt", r"https?://(?:dx\.)?doi\.org/"),
}
_CHECKED: Final = ("isni", "orcid")
_COMMONS: Final = re.compile(r"https?://creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/(\d\.\d)")
_NAMED: Final = re.compile(r"CC[ -]?(BY(?:-[A-Z]{2})*|0|ZERO)[ -]?v?(\d\.\d)?(?![\d.])", re.I)


def amiss(kind: str, value: str) -> str:
    """What is wrong with a number of a kind (a key of FORMS), in words; "" if nothing is."""
    form = FORMS[kind]
    if not re.fullmatch(form.pattern, value):
        return f'"{value}" is not a number of {kind}, as {form.example}'
    if kind in _CHECKED and not _agrees(re.sub(r"[- ]", "", value)):
        return f'"{value}" is mistyped: the last sign of a number of {kind} follows from the others, and this does not'
    return ""


def of_address(address: str) -> str:
    """What is wrong with the address of a record, where its number must have a form; "" if nothing is known to be."""
    for kind, form in FORMS.items():
        found = re.match(form.address, address) if form.address else None
        if found and (said := amiss(kind, address[found.end():].rstrip("/").replace("%20", " "))):
            return said
    return ""


def numbers(table: Reader) -> tuple[tuple[str, str], ...]:
    """The table `idno` of an entry in a register: kinds and numbers.

    UserError: an unknown kind, a number of another form.
    """
    every = []
    for kind in table.plain():
        value = table.text(kind)
        if re.match("https?://", value):
            said = of_address(value)
        elif kind.lower() not in FORMS:
            raise table.fail("toml-unknown-key", f"no number of this kind is known here{suggestion(kind, FORMS)}; "
                             f'known are {", ".join(FORMS)}, any other as the address of its record, "https://…"', kind)
        else:
            said = amiss(kind.lower(), value)
        if said:
            raise table.fail("toml-value", said, kind)
        every.append((kind, value))
    return tuple(every)


def licence_at_odds(name: str, address: str) -> str:
    """Which licence of Creative Commons an address is of, if the name is that of another one; "" if they agree."""
    stands, called = _COMMONS.match(address), _NAMED.search(name)
    if not stands or not called:
        return ""
    kind = {"ZERO": "0"}.get(stands[1].upper(), stands[1].upper())
    same = kind == called[1].upper().replace("ZERO", "0") and called[2] in (None, stands[2])
    return "" if same else f"CC {kind} {stands[2]}"


def _agrees(digits: str) -> bool:
    """Whether the last of sixteen signs is the check of the others (ISO 7064, modulus 11-2)."""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == digits[-1]


__all__ = ["FORMS", "amiss", "licence_at_odds", "numbers", "of_address"]
