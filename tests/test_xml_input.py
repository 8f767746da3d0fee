"""XML of others is read without anything beside it: no file is opened and no server asked, whatever it names."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from edition import xml_input
from edition.rendering.outputs import render
from edition.rendering.tei import Tei, read_tei
from edition.validation.validate import validate
from edition.xml_input import read_xml

SOUND = (Path(__file__).parent / "schema" / "valid" / "smallest.xml").read_text("utf-8")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file that must not be opened: who reads it as a DTD knows the entity `secret`."""
    file = tmp_path / "outside.dtd"
    file.write_text('<!ENTITY secret "told"><!ATTLIST a told CDATA "told">', "utf-8")
    return file


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """A server that must not be asked."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(.05)
        yield listening


def address(server: socket.socket) -> str:
    return f"http://127.0.0.1:{server.getsockname()[1]}/x.dtd"


@pytest.mark.parametrize("subset", ['SYSTEM "{}"', 'PUBLIC "-//X//DTD Y//EN" "{}"', '[<!ENTITY % x SYSTEM "{}"> %x;]',
                                    '[<!ENTITY secret SYSTEM "{}">]'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_no_file_is_opened(subset: str, encoding: str, outside: Path) -> None:
    said = f'<?xml version="1.0" encoding="{encoding}"?>\n<!DOCTYPE a {subset.format(outside)}>\n<a>x</a>'
    root = read_xml(said.encode(encoding))
    assert etree.tostring(root) == b"<a>x</a>"
    declared = root.getroottree().docinfo.internalDTD.iterentities()
    assert not any(one.content for one in declared), "what the file outside declares is known"


def test_the_parser_that_passes_over_ids_would_open_it(outside: Path) -> None:
    """Why ids are passed over only where there is no document type: when this fails, that is no longer needed."""
    data = f'<!DOCTYPE a [<!ENTITY % x SYSTEM "{outside}"> %x;]><a/>'.encode()
    root = etree.fromstring(data, etree.XMLParser(collect_ids=False, resolve_entities=False, load_dtd=False))
    assert [one.content for one in root.getroottree().docinfo.internalDTD.iterentities()] == [None, "told"]


@pytest.mark.parametrize("subset", ['SYSTEM "{}"', '[<!ENTITY % x SYSTEM "{}"> %x;]', '[<!ENTITY x SYSTEM "{}">]'])
def test_no_server_is_asked(subset: str, server: socket.socket) -> None:
    data = f"<!DOCTYPE TEI {subset.format(address(server))}>\n".encode() + SOUND.partition("?>")[2].encode()
    assert [one.code for one in validate(data, "x.xml")] == ["xml-doctype"]
    read_tei(data)
    with pytest.raises(TimeoutError):
        server.accept()


def test_nobody_else_says_how_xml_is_read() -> None:
    package = Path(xml_input.__file__).parent
    assert [str(file) for file in package.rglob("*.py") if "XMLParser(" in file.read_text("utf-8")] == [
        xml_input.__file__]


@pytest.mark.parametrize("doctype", ["", "<!DOCTYPE a>"])
def test_ids_are_not_judged_here(doctype: str) -> None:
    body = '<a><b xml:id="x"/><b xml:id="x"/><b xml:id="no name"/></a>'
    assert etree.tostring(read_xml((doctype + body).encode())) == body.encode()


def test_an_entity_in_an_attribute_is_what_the_file_says_and_stops_nobody() -> None:
    root = read_xml(b'<!DOCTYPE a [<!ENTITY x "v"><!ENTITY y "&#38;#38;">]><a b="&x;&y;w"/>')
    assert etree.tostring(root) == b'<a b="v&amp;w"/>'
    data = SOUND.replace("<TEI", '<!DOCTYPE TEI [<!ENTITY x "v">]>\n<TEI', 1).replace('<p xml', '<p n="&x;" xml')
    assert "Text." in render(Tei(data.encode(), "x"), "txt").decode()


@pytest.mark.parametrize("doctype", ["", "<!DOCTYPE a>"])
def test_what_is_not_well_formed_is_not_read(doctype: str) -> None:
    with pytest.raises(etree.XMLSyntaxError):
        read_xml((doctype + '<a><b xml:id="x"/><b xml:id="x"></a>').encode())


def test_what_stands_deep_within_elements_is_checked() -> None:
    deep = SOUND.replace("Text.", "<q>" * 1000 + "Text." + "</q>" * 1000)
    assert validate(deep.encode(), "x.xml") == []


def test_a_heap_of_attributes_and_a_long_name_are_checked() -> None:
    heap = SOUND.replace("Text.", "<x " + " ".join(f'a{n}=""' for n in range(300)) + f"/><{'y' * 2000}/>")
    assert {one.code for one in validate(heap.encode(), "x.xml")} == {"element-unknown"}
