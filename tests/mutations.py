"""Damage for proofs: small changes of a TEI or its source, each with whether it changes the text.

Whether it does is known from how the damage was done, or from a rebuilding of the text that is written here once more,
naively and with another parser than the proof's.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

Element = Any
Made = tuple[bytes, str, bool]                  # TEI, source, whether the text is another
NS = "{http://www.tei-c.org/ns/1.0}"
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
ID = "{http://www.w3.org/XML/1998/namespace}id"
BLANKS = " \t\n\r\f\v"
INTO = "abcxyzéQЖ漢7_.[]\"“*\\-"
FIXED = {"the", "end", "page", "note", "quote", "table", "figure", "plate", "start", "begin", "lost", "missing"}
_BLANK = re.compile(f"[{BLANKS}]+")


def mutations(tei: bytes, source: str, seed: int, count: int) -> Iterator[tuple[str, bytes, str, bool]]:
    """`count` times: name of the damage, TEI, source, and whether they now differ in text.

    The two must belong together. The same seed gives the same damage; kinds that the document offers no place for
    (no notes, no skins) are left out.
    """
    rng = random.Random(seed)
    done = tries = 0
    while done < count:
        tries += 1
        if tries > 60 * count:
            raise ValueError("this document offers no place for damage")
        name = rng.choice(list(KINDS))
        made = KINDS[name](tei, source, rng)
        if made is not None:
            done += 1
            yield name, *made


def compact(text: str) -> str:
    return _BLANK.sub("", text)


# The text once more, naively


def rebuilt(root: Element) -> str:
    """The source's characters without white space; KeyError or ValueError where the TEI makes no sense."""
    skins: dict[tuple[str, str], str] = {}
    for r in root.iter(NS + "rendition"):
        if r.get("scheme") == "other":
            skins[r.get(ID) or r.get("corresp")[1:], r.get("scope")] = r.text or ""
    stood = [a.get("corresp")[1:] for a in text_of(root).iter(NS + "anchor") if a.get("type") == "stood"]
    theirs = [n for n in text_of(root).iter(NS + "note") if n.get(ID) and not is_addition(n)]
    notes, ids = {n.get(ID): n for n in theirs}, [n.get(ID) for n in theirs]
    if len(set(stood)) < len(stood) or len(set(ids)) < len(ids):
        raise ValueError("twice")
    placed = set()

    def skin(element: Element, side: str, n: str) -> str:
        if not element.get("rendition"):
            return ""
        name = element.get("rendition")[1:]
        if (name, "before") not in skins and (name, "after") not in skins:
            raise KeyError(name)
        drawn = skins.get((name, side), "").replace("{n}", n).replace("{ⁿ}", n.translate(RAISED))
        return re.sub(r"\\([0-9A-F]{6})", lambda m: chr(int(m[1], 16)), drawn)

    def content(element: Element) -> str:
        return (element.text or "") + "".join(outer(child) + (child.tail or "") for child in element)

    def outer(e: Element) -> str:
        if not isinstance(e.tag, str) or is_addition(e):
            return ""
        n = e.get("n") or ""
        if e.tag == NS + "note" and e.get(ID) in stood:
            return skin(e, "before", n) + skin(e, "after", n)
        if e.tag == NS + "anchor" and e.get("type") == "stood":
            note = notes[e.get("corresp")[1:]]
            n = n or note.get("n") or ""
            placed.add(note.get(ID))
            return skin(e, "before", n) + content(note) + skin(e, "after", n)
        return skin(e, "before", n) + content(e) + skin(e, "after", n)

    found = compact(outer(text_of(root)))
    if placed != set(stood):
        raise ValueError("a note without place")
    return found


def is_addition(e: Element) -> bool:
    ours = e.tag == NS + "note" and e.get("type") == "apparatus"
    return ours or e.tag in (NS + "corr", NS + "reg", NS + "supplied")


def added(e: Element | None) -> bool:
    """Whether an element is an addition or in one."""
    return e is not None and (is_addition(e) or any(is_addition(up) for up in e.iterancestors()))


def text_of(root: Element) -> Element:
    return root.find(NS + "text")


def pieces(root: Element) -> list[tuple[Element, str]]:
    """All text nodes with something in them: an element, and whether it is its `text` or its `tail`."""
    inner = [e for e in text_of(root).iter() if isinstance(e.tag, str) and e is not text_of(root)]
    return [(e, part) for e in inner for part in ("text", "tail") if compact(getattr(e, part) or "")]


def in_addition(e: Element, part: str) -> bool:
    return added(e if part == "text" else e.getparent())


def serialised(root: Element) -> bytes:
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def judged(root: Element, source: str) -> Made | None:
    """A change of structure: real if the text is another. What leaves the characters the same is no damage here."""
    try:
        if rebuilt(root) == compact(source):
            return None
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError):
        pass
    return serialised(root), source, True


# In the source


def in_source(change: Callable[[str, int, random.Random], str]) -> Callable[[bytes, str, random.Random], Made | None]:
    def kind(tei: bytes, source: str, rng: random.Random) -> Made | None:
        if not source:
            return None
        changed = change(source, rng.randrange(len(source)), rng)
        # Where only white space moved, a boundary may have changed or not: `boundary` knows, this does not.
        return None if compact(changed) == compact(source) else (tei, changed, True)
    return kind


def elsewhere(text: str, at: int, rng: random.Random) -> str:
    """Nine characters are put in another place."""
    rest = text[:at] + text[at + 9:]
    to = rng.randrange(len(rest) + 1)
    return rest[:to] + text[at:at + 9] + rest[to:]


def blank_changed(tei: bytes, source: str, rng: random.Random) -> Made | None:
    runs = list(_BLANK.finditer(source))
    if not runs:
        return None
    run = rng.choice(runs)
    white = "".join(rng.choice(BLANKS) for _ in range(rng.randint(1, 4)))
    return tei, source[:run.start()] + white + source[run.end():], False


def boundary(join: bool, where: str) -> Callable[[bytes, str, random.Random], Made | None]:
    """A word boundary lost or made between two letters of one text node, in the TEI or at that place in the source."""
    def kind(tei: bytes, source: str, rng: random.Random) -> Made | None:
        root = etree.fromstring(tei)
        nodes = [(e, part) for e, part in pieces(root) if not in_addition(e, part)]
        if not nodes:
            return None
        e, part = rng.choice(nodes)
        text = getattr(e, part)
        spots = list(re.finditer(f"(?<=[^\\W_])[{BLANKS}]+(?=[^\\W_])" if join else r"(?<=[^\W_])(?=[^\W_])", text))
        if not spots:
            return None
        spot = rng.choice(spots)
        if where == "tei":
            setattr(e, part, text[:spot.start()] + ("" if join else " ") + text[spot.end():])
            return serialised(root), source, True
        before, after = compact(text[:spot.start()])[-30:], compact(text[spot.end():])[:30]
        white = f"[{BLANKS}]"
        found = list(re.finditer(
            f"{white}*".join(map(re.escape, before)) + (f"({white}+)" if join else "()")
            + f"{white}*".join(map(re.escape, after)), source))
        if len(found) != 1:
            return None
        start, end = found[0].span(1)
        return tei, source[:start] + ("" if join else " ") + source[end:], True
    return kind


# In the text nodes of the TEI


def in_text(change: Callable[[str, int, random.Random], str]) -> Callable[[bytes, str, random.Random], Made | None]:
    def kind(tei: bytes, source: str, rng: random.Random) -> Made | None:
        root = etree.fromstring(tei)
        nodes = pieces(root)
        if not nodes:
            return None
        e, part = rng.choice(nodes)
        text = getattr(e, part)
        solid = [at for at, char in enumerate(text) if char not in BLANKS]
        changed = change(text, rng.choice(solid), rng)
        if compact(changed) == compact(text):
            return None
        setattr(e, part, changed)
        return serialised(root), source, not in_addition(e, part)
    return kind


def exchanged(tei: bytes, source: str, rng: random.Random) -> Made | None:
    """Two text nodes change places."""
    root = etree.fromstring(tei)
    nodes = pieces(root)
    if len(nodes) < 2:
        return None
    (a, p), (b, q) = rng.sample(nodes, 2)
    first, second = getattr(a, p), getattr(b, q)
    setattr(a, p, second)
    setattr(b, q, first)
    return judged(root, source)


# In the elements of the TEI


def in_elements(
    change: Callable[[Element, Element, random.Random], object], wanted: Callable[[Element], bool] = lambda _: True,
) -> Callable[[bytes, str, random.Random], Made | None]:
    def kind(tei: bytes, source: str, rng: random.Random) -> Made | None:
        root = etree.fromstring(tei)
        found = [e for e in text_of(root).iter() if isinstance(e.tag, str) and e is not text_of(root) and wanted(e)]
        if not found or change(rng.choice(found), root, rng) is False:
            return None
        return judged(root, source)
    return kind


def dropped(e: Element, *_: object) -> None:
    tail, parent = e.tail or "", e.getparent()
    if e.getprevious() is not None:
        e.getprevious().tail = (e.getprevious().tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(e)


def repeated(e: Element, *_: object) -> None:
    twin = copy.deepcopy(e)
    twin.tail = None
    e.addprevious(twin)


def moved(e: Element, root: Element, rng: random.Random) -> bool:
    others = [o for o in text_of(root).iter() if isinstance(o.tag, str) and o is not text_of(root)]
    target = rng.choice(others)
    if target is e or e in target.iterancestors() or target.getparent() is None:
        return False
    dropped(e)
    e.tail = None
    target.addprevious(e)
    return True


def renamed(name: str, **attributes: str) -> Callable[..., None]:
    def change(e: Element, *_: object) -> None:
        e.tag = NS + name
        e.attrib.pop("type", None)
        e.attrib.update(attributes)
    return change


def attribute(name: str, value: Callable[[Element, Element, random.Random], str | None]) -> Callable[..., None]:
    def change(e: Element, root: Element, rng: random.Random) -> None:
        new = value(e, root, rng)
        e.attrib.pop(name, None)
        if new is not None:
            e.set(name, new)
    return change


def another_skin(_e: Element, root: Element, rng: random.Random) -> str:
    return "#" + rng.choice([r.get(ID) for r in root.iter(NS + "rendition") if r.get(ID)])


def into_comment(e: Element, *_: object) -> None:
    hidden = etree.Comment((e.text or "").replace("-", ""))
    e.text = None
    e.insert(0, hidden)


def into_attribute(e: Element, *_: object) -> None:
    e.set("ana", compact(e.text or ""))
    e.text = None


def ids_exchanged(e: Element, root: Element, rng: random.Random) -> None:
    other = rng.choice([n for n in text_of(root).iter(NS + "note") if n.get(ID)])
    e.attrib[ID], other.attrib[ID] = other.get(ID), e.get(ID)


def skinned(e: Element) -> bool:
    return bool(e.get("rendition"))


def tagged(*names: str) -> Callable[[Element], bool]:
    return lambda e: e.tag in {NS + name for name in names}


def hidden_in_skin(tei: bytes, source: str, rng: random.Random) -> Made | None:
    """Running text made the skin of its element: the characters are still there, but no longer text."""
    root = etree.fromstring(tei)
    found = [e for e in text_of(root).iter() if isinstance(e.tag, str) and not len(e) and not skinned(e)
             and not added(e) and e.tag != NS + "note" and {*re.findall(r"[^\W\d_]{3,}", e.text or "")} - FIXED]
    declared = root.find(f".//{NS}tagsDecl")
    if not found or declared is None:
        return None
    e = rng.choice(found)
    skin = etree.SubElement(declared, NS + "rendition", {ID: "hidden", "scheme": "other", "scope": "before"})
    skin.text, e.text = re.sub(r"([{}\\])", lambda m: f"\\{ord(m[1]):06X}", e.text), None
    e.set("rendition", "#hidden")
    return serialised(root), source, True


def skin_changed(tei: bytes, source: str, rng: random.Random) -> Made | None:
    root = etree.fromstring(tei)
    skins = [r for r in root.iter(NS + "rendition") if r.get("scheme") == "other"]
    if not skins:
        return None
    skin = rng.choice(skins)
    skin.text = rng.choice([(skin.text or "") + "*", (skin.text or "")[:-1], "page" + (skin.text or "")])
    return judged(root, source)


def doctype(tei: bytes, source: str, rng: random.Random) -> Made | None:
    entity = rng.choice(['<!ENTITY x "text">', '<!ENTITY x SYSTEM "x.txt">', ""])
    return tei.replace(b"<TEI", f"<!DOCTYPE TEI [{entity}]><TEI".encode(), 1), source, True


# What must not matter


def remark(tei: bytes, source: str, rng: random.Random) -> Made | None:
    """A comment or a processing instruction in the middle of a word."""
    root = etree.fromstring(tei)
    nodes = [e for e, part in pieces(root) if part == "text"]
    if not nodes:
        return None
    e = rng.choice(nodes)
    at = rng.randrange(len(e.text))
    made = rng.choice([etree.Comment("words"), etree.ProcessingInstruction("x", "words")])
    made.tail, e.text = e.text[at:], e.text[:at]
    e.insert(0, made)
    return serialised(root), source, False


def wrapped(tei: bytes, source: str, rng: random.Random) -> Made | None:
    """A few characters of a text node get an element: mark-up, no text."""
    root = etree.fromstring(tei)
    nodes = [e for e, part in pieces(root) if part == "text"]
    if not nodes:
        return None
    e = rng.choice(nodes)
    at = rng.randrange(len(e.text))
    made = etree.Element(NS + "hi")
    made.text, made.tail, e.text = e.text[at:at + 5], e.text[at + 5:], e.text[:at]
    e.insert(0, made)
    return serialised(root), source, False


def said_otherwise(tei: bytes, source: str, rng: random.Random) -> Made | None:
    """An addition gets another text: still an addition."""
    root = etree.fromstring(tei)
    found = [e for e in text_of(root).iter() if isinstance(e.tag, str) and is_addition(e)]
    if not found:
        return None
    rng.choice(found).text = "other words"
    return serialised(root), source, False


def label_changed(e: Element, *_: object) -> str:
    n = e.get("n", "")
    return str(int(n) + 1) if n.isdecimal() else n + "†"


KINDS: dict[str, Callable[[bytes, str, random.Random], Made | None]] = {
    "source-delete": in_source(lambda s, k, _: s[:k] + s[k + 1:]),
    "source-insert": in_source(lambda s, k, rng: s[:k] + rng.choice(INTO) + s[k:]),
    "source-change": in_source(lambda s, k, rng: s[:k] + rng.choice(INTO) + s[k + 1:]),
    "source-swap": in_source(lambda s, k, _: s[:k] + s[k:k + 2][::-1] + s[k + 2:]),
    "source-repeat": in_source(lambda s, k, _: s[:k] + s[k:k + 25] + s[k:]),
    "source-cut": in_source(lambda s, k, rng: s[:k] + s[k + rng.randint(2, 80):]),
    "source-move": in_source(elsewhere),
    "source-blank": blank_changed,
    "source-join": boundary(True, "source"),
    "source-part": boundary(False, "source"),
    "tei-join": boundary(True, "tei"),
    "tei-part": boundary(False, "tei"),
    "tei-delete": in_text(lambda s, k, _: s[:k] + s[k + 1:]),
    "tei-insert": in_text(lambda s, k, rng: s[:k] + rng.choice(INTO) + s[k:]),
    "tei-change": in_text(lambda s, k, rng: s[:k] + rng.choice(INTO) + s[k + 1:]),
    "tei-swap": in_text(lambda s, k, _: s[:k] + s[k:k + 2][::-1] + s[k + 2:]),
    "tei-exchange": exchanged,
    "tei-drop": in_elements(dropped),
    "tei-repeat": in_elements(repeated),
    "tei-move": in_elements(moved),
    "tei-unskin": in_elements(attribute("rendition", lambda *_: None), skinned),
    "tei-other-skin": in_elements(attribute("rendition", another_skin), skinned),
    "tei-no-such-skin": in_elements(attribute("rendition", lambda *_: "#none"), skinned),
    "tei-skin-given": in_elements(attribute("rendition", another_skin), lambda e: not added(e)),
    "tei-label": in_elements(attribute("n", label_changed), lambda e: bool(e.get("n"))),
    "tei-stood-elsewhere": in_elements(attribute("corresp", lambda *_: "#none"), tagged("anchor")),
    "tei-ids-exchanged": in_elements(ids_exchanged, lambda e: e.tag == NS + "note" and e.get(ID) is not None),
    "tei-made-addition": in_elements(renamed("corr"), lambda e: not added(e)),
    "tei-made-apparatus": in_elements(renamed("note", type="apparatus"), tagged("seg", "note", "emph", "p")),
    "tei-made-text": in_elements(renamed("hi"), is_addition),
    "tei-note-of-ours": in_elements(renamed("note", type="annotation"), is_addition),
    "tei-in-comment": in_elements(into_comment, lambda e: bool(compact(e.text or ""))),
    "tei-in-attribute": in_elements(into_attribute, lambda e: bool(compact(e.text or ""))),
    "tei-hidden-in-skin": hidden_in_skin,
    "tei-skin-changed": skin_changed,
    "tei-doctype": doctype,
    "no-remark": remark,
    "no-wrapped": wrapped,
    "no-said-otherwise": said_otherwise,
}
