"""Names that an editor's registers have, marked where a text has them."""

from edition.conventions.names.registered import REGISTERED, pointed

__all__ = ["REGISTERED", "pointed"]
