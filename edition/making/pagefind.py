"""The index of Pagefind, for collections so large that a browser should not load all their texts to search them."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from edition.findings import Finding

FOLDER = "pagefind"
# Of what Pagefind writes, its own fields and boxes are not used: search.html has one.
_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.*", "*.pf_meta", "index/*", "fragment/*")
# Of a page, what is no text: its navigation, the ways back of notes, and what is only said of it. The register is
# searched, because it has the printed readings.
_EXCLUDED = "nav, footer, .skip, [role=doc-backlink], [role=doc-noteref], .said-by, .lead, .pn, .cm, thead"


def pagefind_index(root: Path) -> tuple[dict[str, bytes], list[Finding]]:
    """The files of an index of the reading pages that stand in an output folder; and what prevented it."""
    try:
        from pagefind.service import get_executable
    except ImportError:
        return {}, [_missing()]
    program = get_executable()
    if program is None:
        return {}, [_missing()]
    with tempfile.TemporaryDirectory() as beside:
        ran = subprocess.run(
            [program, "--site", root, "--output-path", beside, "--glob", "*/index.html", "--root-selector", "body",
             "--exclude-selectors", _EXCLUDED, "--keep-index-url", "--silent"],
            capture_output=True, text=True, check=False)
        if ran.returncode:
            return {}, [Finding("pagefind-failed", "warning", f"Pagefind made no index: {ran.stderr.strip()[-300:]}; "
                                "the search that loads the texts is there all the same", str(root))]
        made = sorted(path for pattern in _KEPT for path in Path(beside).glob(pattern) if path.is_file())
        return {f"{FOLDER}/{path.relative_to(beside).as_posix()}": path.read_bytes() for path in made}, []


def _missing() -> Finding:
    return Finding("pagefind-missing", "warning", 'search = "pagefind" needs the extra `pagefind` (pip install '
                   '"tei-edition[pagefind]"); the search that loads the texts is there all the same')
