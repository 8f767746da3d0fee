"""What MyCapytain reads of files for CTS servers: of each level the references, and how many of them have words."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from MyCapytain.common.constants import Mimetypes
from MyCapytain.resources.texts.local.capitains.cts import CapitainsCtsText


def answer(path: Path) -> list[list[object]]:
    with path.open(encoding="utf-8") as file:
        text = CapitainsCtsText(urn="urn:cts:test:group.work.edition", resource=file)
    found: list[list[object]] = []
    for level in range(1, len(text.citation) + 1):
        references = list(text.getReffs(level=level))
        spoken = [text.getTextualNode(subreference=one).export(Mimetypes.PLAINTEXT) for one in references]
        found.append([[str(one) for one in references], sum(1 for words in spoken if words.strip())])
    return found


print(json.dumps({Path(name).name: answer(Path(name)) for name in sys.argv[1:]}))
