"""XML that others wrote, read so that nothing beside it is opened, whatever it names, and without its ids being judged.

To pass over ids lxml sets a flag of libxml2 that also means: read the DTD. So ids are passed over only where there is
no document type; where there is one, what libxml2 says of them is forgiven.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from edition.regex import regex

_SAFE: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}
# Encodings in which `<!DOCTYPE` is seen without decoding them; in others ids are judged.
_PLAIN = regex(r"utf-?8|utf-?16(le|be)?|us-ascii|ascii|iso-8859-\d+|windows-125\d")
_DECLARED = regex(r"""<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
_BEFORE = b"\xef\xbb\xbf\xfe\xff \t\r\n"  # byte order marks and white space
_ABOUT_IDS = ("DTD_ID_REDEFINED", "DTD_XMLID_VALUE")


def read_xml(data: bytes, base: str = "", **options: Any) -> Any:
    """The root of an XML file. `base`: its address, for what it includes; `options`: more for lxml's parser.

    Entities in the text stay as they are, those in attributes stand for what the file itself says; no DTD is read, not
    even for the entities of parameters; nothing is fetched.
    etree.XMLSyntaxError: not well-formed.
    """
    where: Any = base or None
    if not has_doctype(data):
        return etree.fromstring(data, etree.XMLParser(collect_ids=False, **_SAFE, **options), base_url=where)
    parser = etree.XMLParser(**_SAFE, **options)
    try:
        return _without_entities(etree.fromstring(data, parser, base_url=where))
    except etree.XMLSyntaxError:
        if any(one.type_name not in _ABOUT_IDS for one in parser.error_log if one.level_name != "WARNING"):
            raise
        recovering = etree.XMLParser(recover=True, **_SAFE, **options)
        return _without_entities(etree.fromstring(data, recovering, base_url=where))


def _without_entities(root: Any) -> Any:
    """The document with plain attributes: written out again, it would have entities in them that nobody declares."""
    for node in root.iter("*"):
        for name, value in node.items():
            node.set(name, value)
    return root


def has_doctype(data: bytes) -> bool:
    """Whether there is a document type, or it cannot be seen that there is none."""
    text = data.replace(b"\x00", b"")
    declared = _DECLARED.search(text[:1000].decode("latin-1").lower())
    plain = text.lstrip(_BEFORE).startswith(b"<") and (declared is None or bool(_PLAIN.fullmatch(declared[1])))
    return not plain or b"<!DOCTYPE" in text
