"""The recipients of an edition's TEI: what each asks for, what it does not take, and what it is made by."""

from __future__ import annotations

from edition.records import record

_PRINT = "t:teiHeader/t:fileDesc/t:sourceDesc/t:bibl[@type='printSource']"
_PUBLICATION = "t:teiHeader/t:fileDesc/t:publicationStmt"


@record
class Need:
    """A fact that a recipient asks for. `path` leads to it from the root (t: is the prefix of TEI); an element
    that says of itself that it is unknown counts as none. `key`: where in which file the editor gives it."""

    says: str
    path: str
    key: str


@record
class Unfit:
    """A kind of text that a recipient does not take: those for which the XPath `path` is true, and why."""

    says: str
    path: str


@record
class Profile:
    """One recipient.

    `title`: for people; `schemas`: the names of those that the export must pass; `model`: the address of the schema
    that the file points to. The stylesheet is xslt/export/NAME.xsl, whose table says what is lost.
    """

    title: str
    schemas: tuple[str, ...]
    needs: tuple[Need, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    model: str = ""


_ID = Need("an id of the document", "self::*[@xml:id]", "`id` in NAME.toml")
_TITLE = Need("the title of the text", "t:teiHeader/t:fileDesc/t:titleStmt/t:title", "`title` in NAME.toml")
_LICENCE = Need("the licence and its address", f"{_PUBLICATION}/t:availability/t:licence[@target]",
                "`name` and `url` in the table [licence] of edition.toml")
_PUBLISHER = Need("who publishes the edition", f"{_PUBLICATION}/t:publisher", "`name` in [publisher] of edition.toml")
_PUBLISHED = Need("when the edition is published", f"{_PUBLICATION}/t:date[@when]", "`published` in edition.toml")
_PRINT_DATE = Need("when the printed source appeared", f"{_PRINT}/t:date", "`date` in the table [source] of NAME.toml")
_PRINT_PLACE = Need("where the printed source appeared", f"{_PRINT}/t:pubPlace",
                    "`place` in the table [source] of NAME.toml")
_PRINT_PUBLISHER = Need("who published the printed source", f"{_PRINT}/t:publisher",
                        "`publisher` in the table [source] of NAME.toml")
_AUTHOR = Need("the author of the text", "t:teiHeader/t:fileDesc/t:titleStmt/t:author", "`author` in NAME.toml")

_URN = (f"{_PUBLICATION}/t:idno[@type='URN'][starts-with(normalize-space(.), 'urn:cts:')]"
        "[contains(substring-after(normalize-space(.), '.'), '.')]")
_NO_PLAY = "not(.//t:sp[ancestor::t:div[@type='act' or @type='scene']]) and not(.//t:sp and .//t:castList)"

_ELTEC = "t:teiHeader/t:profileDesc/t:textClass/t:keywords/t:term"
_CREATION = "t:teiHeader/t:profileDesc/t:creation/t:date"
# The year that is known, of writing or of print; without any the recipient asks for it.
_YEARS = f"({_CREATION}[not(@cert='unknown')]/@*[name()='when' or name()='notAfter'] | {_PRINT}/t:date/@when)"
_ITS_TIME = "[number(substring(., 1, 4)) >= 1840 and number(substring(., 1, 4)) <= 1920]"
_NOT_ITS_TIME = f"{_YEARS} and not({_YEARS}{_ITS_TIME})"
_TOO_SHORT = "t:teiHeader/t:fileDesc/t:extent/t:measure[@unit='words'][number(@quantity) < 10000]"
_ANCIENT = ("grc", "la", "lat", "cop", "egy", "akk", "sux", "arc", "phn", "xld", "ett", "osc", "hit", "uga")
_NOT_ANCIENT = "not(" + " or ".join(f"starts-with(concat(@xml:lang, '-'), '{code}-')" for code in _ANCIENT) + ")"

PROFILES: dict[str, Profile] = {
    "reading": Profile("programs that read the text as it stands in the file (Voyant, TXM, PhiloLogic)", ("tei_all",)),
    "dtabf": Profile(
        "the Deutsches Textarchiv (DTABf)", ("dtabf",),
        needs=(_TITLE, _AUTHOR, _PUBLISHER, _PUBLISHED, _LICENCE, _PRINT_PUBLISHER, _PRINT_PLACE, _PRINT_DATE),
    ),
    "dracor": Profile(
        "DraCor", ("dracor",),
        needs=(_ID, _TITLE, _LICENCE,
               Need("the printed source", f"{_PRINT}/t:title", "the table [source] of NAME.toml")),
        unfit=(Unfit("DraCor takes plays only, and nothing in this text is a speech under a speaker's name, in an act "
                     "or scene or beside a list of persons", _NO_PLAY),),
        model="https://dracor.org/schema.rng",
    ),
    "capitains": Profile(
        "CapiTainS and other servers of canonical texts (CTS)", ("capitains",),
        needs=(_TITLE, _LICENCE, Need("the URN of the text (urn:cts:NAMESPACE:GROUP.WORK.VERSION)", _URN,
                                      "`urn` in NAME.toml")),
    ),
    "eltec-1": Profile(
        "ELTeC, level 1", ("eltec-1",),
        needs=(_ID, _TITLE, _AUTHOR, _PUBLISHER, _PUBLISHED, _LICENCE, _PRINT_DATE,
               Need("the gender of the author (M, F, X for several, U if it is not known)",
                    f"{_ELTEC}[@type='authorGender']", "`author_gender` in the table [eltec] of NAME.toml"),
               Need("how often the novel was printed again (low, high, unspecified)", f"{_ELTEC}[@type='reprintCount']",
                    "`reprint_count` in the table [eltec] of NAME.toml")),
        unfit=(Unfit("ELTeC takes novels that appeared first in 1840–1920; this text is dated otherwise",
                    _NOT_ITS_TIME),
               Unfit("ELTeC takes novels of at least 10,000 words; this text is shorter", _TOO_SHORT)),
    ),
    "epidoc": Profile(
        "EpiDoc", ("epidoc",), needs=(_TITLE,),
        unfit=(Unfit("EpiDoc is for ancient documents, and this text is in none of the languages that they are in (as "
                     "grc, la, cop, egy, akk): `language` in its settings; for texts of later times use capitains",
                     _NOT_ANCIENT),),
    ),
    "bptl-4": Profile(
        "Best Practices for TEI in Libraries, level 4", ("bptl-L4",),
        needs=(_TITLE, _PUBLISHER, _PUBLISHED, _LICENCE, _PRINT_DATE),
    ),
    "simple": Profile("TEI Publisher and others that read TEI simplePrint", ("simplePrint",)),
}
