"""Writing XML by hand, safely: text is escaped unless it is XML already."""

from __future__ import annotations

import re

from edition.regex import regex

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_NOT_XML = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMES = {"xml_id": "xml:id", "xml_lang": "xml:lang", "from_": "from"}


class Xml(str):
    """A string that is XML."""

    __slots__ = ()


def escape(text: str) -> str:
    """Text as XML content, on one line; a character that XML cannot hold is named (a reason may quote one)."""
    if not text.isprintable():  # as nearly all is
        text = re.sub(r"[\t\r\n]+", " ", _NOT_XML.sub(lambda bad: f"[U+{ord(bad[0]):04X}]", text))
    return re.sub("[&<>]", lambda found: _ESCAPES[found[0]], text)


def inline(name: str, *content: str, **attributes: str) -> Xml:
    """An element on one line. Strings are escaped, Xml is taken as it is; attributes without a value are left out."""
    inner = "".join(part if isinstance(part, Xml) else escape(part) for part in content)
    start = _start(name, attributes)
    return Xml(f"<{start}>{inner}</{name}>" if inner else f"<{start}/>")


def block(name: str, *children: Xml, **attributes: str) -> Xml:
    """An element with each child on lines of its own, indented; empty children are left out."""
    lines = "\n".join(child for child in children if child)
    if not lines:
        return Xml(f"<{_start(name, attributes)}/>")
    indented = "".join(f"  {line}\n" for line in lines.split("\n"))
    return Xml(f"<{_start(name, attributes)}>\n{indented}</{name}>")


def _start(name: str, attributes: dict[str, str]) -> str:
    pairs = ((_NAMES.get(key, key), escape(value).replace('"', "&quot;")) for key, value in attributes.items() if value)
    return name + "".join(f' {key}="{value}"' for key, value in pairs)
