"""What extruct reads of a page: its JSON-LD and its Open Graph; by the name of the file."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from extruct import extract


def answer(path: Path) -> dict[str, Any]:
    found = extract(path.read_text("utf-8"), syntaxes=["json-ld", "opengraph"], uniform=True)
    return {"json-ld": found["json-ld"], "opengraph": found["opengraph"]}


print(json.dumps({Path(name).name: answer(Path(name)) for name in sys.argv[1:]}))
