"""What each code of a finding means: from schema/faults.xml, of which the encoding guide makes its last chapter."""

from __future__ import annotations

from functools import cache

from lxml import etree

from edition.records import record
from edition.resources import folder
from edition.validation.schematron_file import SCH

GUIDE = "encoding-guide.html"
_NAME = "faults.xml"
_RULES = "edition.sch"


@record
class Fault:
    """What a code means (a sentence), an example of it as text, and what to do."""

    code: str
    means: str
    example: str
    remedy: str

    @property
    def anchor(self) -> str:
        """The id of its section in the guide."""
        return f"fault-{self.code}"


def fault(code: str) -> Fault | None:
    """What the guide says of a code; None where it says nothing."""
    return faults().get(code)


@cache
def faults() -> dict[str, Fault]:
    """Every code that the guide explains."""
    root = etree.parse(folder("schema") / _NAME).getroot()
    rules = {rule.get("id"): rule for rule in etree.parse(folder("schema") / _RULES).iter(f"{{{SCH}}}pattern")}
    found = {}
    for entry in root.iter("fault"):
        code = entry.get("code") or ""
        rule = rules.get(code)
        means = _text(entry.find("means")) or _text(None if rule is None else rule.find(f"{{{SCH}}}title"))
        remedy = _text(entry.find("do")) or _asserted(rule)
        found[code] = Fault(code, means, entry.findtext("example") or "", remedy)
    return found


def _text(node: etree._Element | None) -> str:
    return "" if node is None else " ".join("".join(map(str, node.itertext())).split())


def _asserted(rule: etree._Element | None) -> str:
    """What the first assertion of a rule says; three dots stand for what it quotes."""
    first = None if rule is None else rule.find(f".//{{{SCH}}}assert")
    if first is None:
        first = None if rule is None else rule.find(f".//{{{SCH}}}report")
    if first is None:
        return ""
    return " ".join("".join([first.text or "", *(f"…{part.tail or ''}" for part in first)]).split())
