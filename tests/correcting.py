"""Running the stages of correction on a text, and saying shortly what they did."""

from __future__ import annotations

from pathlib import Path

from edition.corrections.decision import Decisions
from edition.corrections.decisions import load
from edition.corrections.model import register
from edition.pipeline import parse
from edition.rules import Context, Plain
from edition.source import Source, from_text


def corrected(source: Source, decisions: Decisions | None = None, language: str = "und") -> Context:
    """A source read and corrected, with no settings but an editor's decisions."""
    read = parse(source, Plain(language=language), decisions)
    return Context(source, Plain(language=language), decisions, read.spans, read.findings)


def changes(context: Context) -> list[str]:
    """Each correction as "printed → new" (or "printed [gap]" and so on), white space as blanks, in document order."""
    shown = []
    for span in register(context.spans):
        printed = " ".join(context.text[span.start:span.end].split(" ")).replace("\n", " ")
        new = span.get("corr") or span.get("reg")
        if span.kind == "insertion":
            side = "after" if any(name == "after" for name, _ in span.attrs) else "before"
            shown.append(f"{printed} [{side}: {span.get('element')} {span.get(side)}".rstrip() + "]")
        else:
            shown.append(f"{printed} → {new}" if new else f"{printed} [{span.kind}]")
    return shown


def correct(text: str, language: str = "en") -> list[str]:
    """What the machine corrects in one paragraph (or several) of a text."""
    return changes(corrected(from_text(text if text.endswith("\n") else text + "\n"), language=language))


def suggested(text: str, language: str = "en") -> list[str]:
    """The messages of what the machine only suggests."""
    found = corrected(from_text(text + "\n"), language=language).findings
    return [finding.message for finding in found if finding.code == "correction-suggested"]


def decide(folder: Path, source: Source, toml: str) -> Decisions:
    """Decisions written as TOML, matched against a source."""
    path = folder / "case.corrections.toml"
    path.write_bytes(toml.encode("utf-8"))
    return load(path, source)
