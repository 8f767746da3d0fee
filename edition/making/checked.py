"""What must hold of the TEI of a source: proof, exact bytes, schema."""

from __future__ import annotations

from edition import ledger
from edition.findings import Finding, UserError
from edition.making.conversion import unproved
from edition.records import record, replace
from edition.source import Source
from edition.validation.validate import validate
from edition.verify import Proof, source_lines, verify


@record
class Checked:
    """What the checks of a TEI say. `ledger`: its text, "" where the TEI is not of the source."""

    findings: list[Finding]
    proof: Proof
    ledger: str = ""


def check(source: Source, written: bytes, file: str) -> Checked:
    """What must hold of a TEI: the proof (law 3), the exact bytes by its ledger (law 6), the schema.

    `file`: how messages call the TEI.
    """
    proof = verify(written, source.text)
    findings = unproved(proof, file)
    findings += validate(written, file, source_lines=source_lines(written, source.text))
    try:
        record = ledger.make(source.data, source.raw, source.encoding, source.bom, source.file_name, written)
        ledger.restore(written, record, file)
    except UserError as error:
        return Checked([*findings, replace(error.finding, file=file)], proof)
    return Checked(findings, proof, ledger.dumps(record))
