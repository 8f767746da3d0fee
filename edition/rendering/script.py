"""A script without what only its readers need: idle white space, and of a module the names that are its own."""

from __future__ import annotations

import re
import string

from edition.regex import regex
from edition.rendering.sheet import squeezed

# What a module declares, and what its functions are handed: a name by itself, or the first of a list.
_OWN = regex(r"\b(?:const|let) \[?(\w+)|\b(\w+) =>")
# Words of texts, and parts of what browsers have: they may be called like what is its own.
_OTHERS = r'"[^"\n]*"|(?<!\.)\.\w+'


def spaceless(script: str) -> str:
    """A script without comments, without idle white space. Texts within texts (`${`…`}`) are not expected in it."""
    return squeezed(re.sub(r"\s*\n\s*", "\n", script).strip(), "{};,=?+<>()&|:").replace(";}", "}")


def shortened(module: str) -> str:
    """A module without comments in which what it declares is called by a letter.

    It must not hand on its names: as properties (`{ name }`), or in a text between single quotation marks.
    """
    own = dict.fromkeys(name for found in _OWN.findall(module) for name in found if name)
    short = dict(zip(own, string.ascii_letters, strict=False))
    return re.sub(rf"({_OTHERS})|\b({'|'.join(short)})\b", lambda found: found[1] or short[found[2]], module)
