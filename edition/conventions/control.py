"""Characters that XML cannot hold."""

from edition.rules import Convention, rule

CONTROL = Convention(
    "control-characters",
    "A control character is kept as the mark-up of an empty element, so that nothing is lost.",
    "a\\x01b",
    (rule("control-character", "c", "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]", ("",),
          "a control character", "a\\x01b", type_="control"),),
)
