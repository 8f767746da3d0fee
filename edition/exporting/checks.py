"""What the recipient's own schemas say of an export, before the recipient does."""

from __future__ import annotations

from collections.abc import Iterable

from edition.findings import Finding, UserError
from edition.validation.schemas import schema
from edition.validation.validate import validate

_MISSING = ("schema-missing", "schema-unknown")


def checked(
    data: bytes, path: str, names: Iterable[str], file: str, strange: Iterable[Finding] = ()
) -> list[Finding]:
    """The objections of these schemas to an export, each a finding with its line in it.

    `path`: how messages call the export, `file` the TEI that it was made of. A schema that is not there is
    told of as a warning, and so is then what is `strange` in it. UserError: a schema cannot be read.
    """
    present, absent = [], []
    for name in names:
        try:
            schema(name)
            present.append(name)
        except UserError as error:
            if error.finding.code not in _MISSING:
                raise
            absent.append(Finding("export-unchecked", "warning", "this export is not checked by the schema of its "
                                  f"recipient: {error.finding.message}", file))
    return [*(validate(data, path, present) if present else ()), *absent, *(strange if absent else ())]


