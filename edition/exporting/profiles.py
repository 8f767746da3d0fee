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

_NO_PLAY = "not(.//t:sp[ancestor::t:div[@type='act' or @type='scene']]) and not(.//t:sp and .//t:castList)"

PROFILES: dict[str, Profile] = {
    "reading": Profile("programs that read the text as it stands in the file (Voyant, TXM)", ("tei_all",)),
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
}
