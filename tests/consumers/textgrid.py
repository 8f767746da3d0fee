"""What tg-model, which brings files into TextGrid, misses in their headers by the paths that it proposes."""

from __future__ import annotations

import io
import json
import logging
import sys
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from tgmodel.tei import TEIParser

_TEMPLATE = files("tgmodel") / "templates" / "collection_template.yaml"


def parts(template: Any) -> Any:
    """What it asks for: the tree of attributes, without the paths proposed and the remarks."""
    return {name: part if name == "required" else parts(part)
            for name, part in template.items() if isinstance(part, dict)}


def chosen(template: Any, first: Path) -> Any:
    """The settings of an import: for each attribute the first path proposed that finds something in a first file."""
    if "proposals" in template:
        parser = TEIParser(path=str(first.parent), filename=first.name)
        return {"xpath": next((one for one in template["proposals"] or () if parser.find(one)), None)}
    return {name: chosen(part, first) for name, part in template.items() if isinstance(part, dict)}


def answer(path: Path, asked: Any, settings: Any) -> list[str]:
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    logging.getLogger("tgmodel").addHandler(handler)
    parser = TEIParser(path=str(path.parent), filename=path.name)
    parser.set_config(SimpleNamespace(**settings, attributes=settings))
    parser.validate_attributes(asked)
    logging.getLogger("tgmodel").removeHandler(handler)
    return [line for line in said.getvalue().splitlines() if line.startswith("Invalid")]


names = [Path(name) for name in sys.argv[1:]]
template = yaml.safe_load(_TEMPLATE.read_text("utf-8"))["collection"]["attributes"]
paths = chosen(template, names[0])
print(json.dumps({one.name: answer(one, parts(template), paths) for one in names}))
