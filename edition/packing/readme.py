"""The README of a package: what is what in it, and how to prove it without this program."""

from __future__ import annotations

from collections.abc import Sequence

from edition import __version__
from edition.packing.crate import Text
from edition.settings.facts import Edition

_GRAMMAR = "data/edition/schema/edition.rng"
_TEXT = """\
# {title}

{described}

Published by {publisher}{version}, {published}. Licence of the encoding and of the editors' additions: {licence}
<{licence_url}>. Rights in the texts: {rights}. Made with the program edition {program}.

This folder is a BagIt bag (RFC 8493); its folder `data` is an RO-Crate 1.1.

## What is what

- `data/source`: the texts, byte for byte as they were found, and beside them what is known and decided about them:
  settings (`.toml`), decisions (`.corrections.toml`), published ids (`.ids.toml`), registers
- `data/edition`: everything made of them; `index.html` leads to it
  - `NAME/NAME.xml`: the TEI
  - `NAME/NAME.ledger.json`: the white space and the encoding that the TEI leaves out; both restore the source's bytes
  - `NAME/NAME.corrections.csv`: the register of corrections
  - `schema`: of the TEI: `edition.odd`, of which `edition.rng`, `edition.sch` and the guide are made
- `data/exports`, if there is one: the TEI as other archives take it; its `revisionDesc` says what it leaves out
- `data/reports`: what the checks said: proofs that each TEI holds its whole source, with all that was added to it;
  validation
- `data/LICENSE.txt`: the licence
- `data/ro-crate-metadata.json`: each file with its kind, size and checksum, and what was made of what
- `manifest-sha256.txt`, `tagmanifest-sha256.txt`: the checksums of all files

The texts:

{texts}

## How to prove it

In this folder:

    sha256sum -c manifest-sha256.txt
    sha256sum -c tagmanifest-sha256.txt
{xmllint}
The rules of `edition-check.xsl` run in any processor of XSLT 3; what they find is listed, and an empty list is good.

With the program edition, `edition unpack --verify PACKAGE` proves all of it at once: that nothing was changed, left
out or put in, that each TEI is valid by the schema that lies here, that it still accounts for every character of its
source, and that it gives the bytes of the source back.
"""


def readme(edition: Edition, texts: Sequence[Text]) -> bytes:
    """The README.md of a package."""
    lines = "\n".join(f"- `{text.name}`: {text.title}" for text in texts)
    checks = "".join(f"    xmllint --noout --relaxng {_GRAMMAR} data/{text.tei}\n" for text in texts)
    return _TEXT.format(
        title=edition.title, described=edition.project or "An edition in TEI, with its sources.",
        publisher=edition.publisher, version=f", version {edition.version}" if edition.version else "",
        published=edition.published, licence=edition.licence, licence_url=edition.licence_url,
        rights=edition.rights or "not stated for all; see the header of each text", program=__version__, texts=lines,
        xmllint=checks).encode("utf-8")


def licence(edition: Edition) -> bytes:
    """What stands for the text of the licence where the edition's folder holds none."""
    return (f"The encoding and the editors' additions: {edition.licence}\n{edition.licence_url}\n\n"
            f"Rights in the texts: {edition.rights or 'see the header of each text'}.\n").encode()
