"""A page in a browser, and what it does there."""

from __future__ import annotations

from pathlib import Path
from typing import Any


class Seen:
    """A page, and what it asked of the network and said on the console."""

    def __init__(self, browser: Any, file: Path | str, width: int = 1280, **context: Any) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 800}, **context)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.goto(file if isinstance(file, str) else file.as_uri())

    def violations(self, axe: str) -> list[str]:
        """What axe (its script, from the fixture) finds, each with the first element it is found on."""
        self.page.evaluate(axe)
        found: list[str] = self.page.evaluate(
            "axe.run(document).then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))")
        return found

    def __enter__(self) -> Seen:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()
