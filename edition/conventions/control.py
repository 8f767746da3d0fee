"""Characters that XML cannot hold."""

from collections.abc import Iterable

from edition.rules import Context, Convention, Rule, rule
from edition.tree import Span

_ANY = rule("control-character", "c", "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]", ("",),
            "a control character", "a\\x01b", type_="control")
_OTHERS = bytes(byte for byte in range(256) if byte not in (*range(9), *range(14, 32), 127))


def _claims(context: Context) -> Iterable[Span]:
    """Most texts have none, as their bytes say; what is beyond ASCII is asked for one by one."""
    plain = context.text.encode("utf-8", "surrogatepass").translate(None, _OTHERS)
    beyond = any("\x80" <= char <= "\x9f" or char > "\ud7ff" for char in context.words.beyond_ascii)
    return _ANY.claims(context) if plain or beyond else ()


CONTROL = Convention(
    "control-characters",
    "A control character is kept as the mark-up of an empty element, so that nothing is lost.",
    "a\\x01b",
    (Rule(_ANY.name, _ANY.description, _ANY.example, _claims),),
)
