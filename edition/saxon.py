"""The one Saxon processor, and stylesheets compiled once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from saxonche import PySaxonApiError, PySaxonProcessor

# Limits of its XML parser that honest documents pass. Whatever it reads lxml has read before.
_UNLIMITED = ("maxElementDepth", "elementAttributeLimit", "maxXMLNameLimit")


@cache
def processor() -> Any:
    """The processor. It is never closed: making another costs 20 ms and an own memory pool."""
    made = PySaxonProcessor(license=False)
    for limit in _UNLIMITED:
        made.set_configuration_property(f"http://saxon.sf.net/feature/parserProperty?uri=jdk.xml.{limit}", "0")
    return made


@cache
def compiled(stylesheet: Path) -> Any:
    """An executable of a stylesheet file; its includes are found beside it."""
    # By URI, and from a node: Saxon loses its way in paths with spaces, "#" and accents otherwise.
    node = processor().parse_xml(xml_uri=stylesheet.resolve().as_uri())
    return processor().new_xslt30_processor().compile_stylesheet(stylesheet_node=node)


def document(xml: str) -> Any:
    """A document for Saxon from text that lxml has read before: Saxon itself would fetch external entities."""
    return processor().parse_xml(xml_text=xml)


def transform(stylesheet: Path, source: Any, parameters: Mapping[str, str | bool]) -> str:
    """What a stylesheet makes of a document (see `document`), as text. RuntimeError: a fault of the stylesheet."""
    executable = compiled(stylesheet)
    executable.clear_parameters()
    for key, value in sorted(parameters.items()):
        make = processor().make_boolean_value if isinstance(value, bool) else processor().make_string_value
        executable.set_parameter(key, make(value))
    try:
        result = executable.transform_to_string(xdm_node=source)
    except PySaxonApiError as error:
        raise RuntimeError(f"{stylesheet.name}: {error}") from None
    return str(result or "")
