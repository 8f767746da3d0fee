"""Readers written by others, run in an environment of their own: they need versions of packages that we do not.

`EDITION_CONSUMERS` names its Python, into which `pip install -r tests/consumers/requirements.txt` was done. Each script
of this folder reads the files it is given and prints what it found, as JSON.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Ask = Callable[..., dict[str, Any]]
