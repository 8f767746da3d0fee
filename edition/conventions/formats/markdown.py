"""Markdown in running text, as vision models write it: emphasis, escapes."""

from __future__ import annotations

from edition.kinds import TEXT
from edition.rules import Convention, rule

EMPHASIS = Convention(
    "markdown-emphasis",
    "Asterisks around words set them off: two for bold, one for italic.",
    "as a Party **FOR** the *workers*",
    (rule("bold", "emph", r"\*\*(?=\S)(?P<content>[^*]+?)(?<=\S)\*\*", TEXT,
          "two asterisks on each side", "**FOR**", cue="**", rend="bold"),
     rule("italic", "hi", r"(?<![*\w])\*(?=[^\s*])(?P<content>[^*\n]+?)(?<=\S)\*(?![*\w])", TEXT,
          "one asterisk on each side", "*The Militant*", cue="*", rend="italic")),
)
ESCAPES = Convention(
    "markdown-escapes",
    "A backslash before a sign that Markdown would read as mark-up belongs to the file's format, not to the text.",
    r"\$25 a week",
    (rule("escape", "c", r"\\(?=[$*_#\[\]()`~>+.!|{}&<-])", TEXT, "a backslash before a sign", r"\$25", cue="\\",
          type_="markup"),),
)
