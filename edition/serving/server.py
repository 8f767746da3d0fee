"""The edition at an address of this machine: its files as they were built, and a page where there is none to show."""

from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlsplit

from edition.dts.api import FOLDER as SERVICE
from edition.dts.asked import Service, UnansweredError
from edition.serving.local import HTML, Answer, Handler, LocalServer, RefusedError
from edition.serving.pages import BUILD, ERRORS, following, told, warned
from edition.serving.shown import Shown, State

_TEXT: Final = "text/plain; charset=utf-8"
_KINDS: Final = {".html": HTML, ".txt": _TEXT, ".xml": "application/xml", ".css": "text/css", ".js": "text/javascript",
                 ".csv": "text/csv; charset=utf-8", ".tsv": "text/tab-separated-values; charset=utf-8",
                 ".json": "application/json", ".epub": "application/epub+zip", ".pdf": "application/pdf",
                 ".rng": "application/xml", ".sch": "application/xml", ".bib": _TEXT, ".ris": _TEXT,
                 ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp",
                 ".gif": "image/gif", ".avif": "image/avif", ".svg": "image/svg+xml"}
_TEI: Final = "application/tei+xml"
_LINKED: Final = "application/ld+json"
_FRAMES: Final = {"Content-Security-Policy": "frame-ancestors 'none'"}
_MEND: Final = {True: "Once what follows is mended, this page shows it.",
                False: "Mend what follows, and start the server again."}
_ERRORS: Final = {True: "They are to be mended in the texts and their settings.", False: "There are none."}


class Viewer(LocalServer):
    """The server. `shown`: the edition, once there is one; `follow`: whether pages load again at each build."""

    shown: Shown

    def __init__(self, port: int, follow: bool) -> None:
        self.follow = follow
        super().__init__(port, _Answer)
        self.url = f"http://{self.hosts[0]}/"

    def get(self, address: str) -> Answer:
        """What stands at an address. RefusedError: nothing."""
        state, parts = self.shown.state, _parts(address)
        if parts == [BUILD]:
            return Answer(_TEXT, state.number.encode())
        if parts == [ERRORS]:
            return self.page(state, told("Errors of the last build", _ERRORS[bool(state.errors)], state.errors))
        if state.whole:
            return self.page(state, told("This edition cannot be shown", _MEND[self.follow], state.whole),
                             HTTPStatus.INTERNAL_SERVER_ERROR)
        if state.errors_of(parts[0]):
            return self.page(state, told(f"{parts[0]} cannot be shown", _MEND[self.follow], state.errors_of(parts[0])),
                             HTTPStatus.INTERNAL_SERVER_ERROR)
        return self._passages(address, parts) or self._file(state, parts)

    def _passages(self, address: str, parts: list[str]) -> Answer | None:
        """The answer of Distributed Text Services, where the address is one of it and the edition has that output."""
        if parts[0] != SERVICE or len(parts) != 2 or not (self.shown.out / SERVICE).is_dir():
            return None
        query = dict(parse_qsl(urlsplit(address).query))
        service = Service(self.shown.out, self.url)
        try:
            if parts[1] == "document":
                return Answer(_TEI, service.document(query), headers=_FRAMES)
            ask = {"index.html": lambda _: service.entry(), "collection": service.collection,
                   "navigation": service.navigation}.get(parts[1])
            said = json.dumps(ask(query), ensure_ascii=False).encode() if ask else b""
            return Answer(_LINKED, said, headers=_FRAMES) if ask else None
        except UnansweredError as error:
            raise RefusedError(error.status, str(error)) from None

    def page(self, state: State, html: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
        """A page, which loads again at the next build where one is to come."""
        shown = following(html, state.number) if self.follow else html
        return Answer(HTML, shown.encode("utf-8"), status, _FRAMES)

    def _file(self, state: State, parts: list[str]) -> Answer:
        path = self._found(parts)
        if path is None:
            with self.shown.building:  # it may be about to be replaced
                path = self._found(parts)
        if path is None:
            raise RefusedError(HTTPStatus.NOT_FOUND, "there is no such page in this edition")
        if path.is_dir():  # links on a page are seen from its folder
            where = "/".join(quote(part) for part in parts)
            return Answer(_TEXT, b"", HTTPStatus.MOVED_PERMANENTLY, {"Location": f"/{where}/"})
        kind, data = _KINDS.get(path.suffix.lower(), "application/octet-stream"), path.read_bytes()
        if kind != HTML:
            return Answer(kind, data, headers=_FRAMES)
        page = data.decode("utf-8")
        return self.page(state, warned(page, len(state.errors)) if state.errors and len(parts) == 1 else page)

    def _found(self, parts: list[str]) -> Path | None:
        """The file or folder of an address, if it is one of the edition: never one that a link leads to elsewhere."""
        root = self.shown.out.resolve()
        path = root.joinpath(*parts).resolve()
        return path if path.is_relative_to(root) and (path.is_file() or path.is_dir()) else None


def _parts(address: str) -> list[str]:
    """The names along the path of an address, its page at the end. RefusedError: it leads elsewhere."""
    try:
        path = unquote_to_bytes(urlsplit(address).path).decode("utf-8")
    except ValueError:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "this is no address") from None
    *folders, last = path.removeprefix("/").split("/")
    parts = [*folders, last or "index.html"]
    if parts in ([BUILD], [ERRORS]):
        return parts
    if any(not part or part[0] == "." or not part.isprintable() for part in parts):
        raise RefusedError(HTTPStatus.NOT_FOUND, "there is no such page in this edition")
    return parts


class _Answer(Handler):
    """One request to the edition."""

    server: Viewer

    def get(self) -> Answer:
        self.refuse_strangers(self.server.hosts)
        return self.server.get(self.path)

    def refusal(self, status: HTTPStatus, reason: str) -> Answer:
        said = told(status.phrase, f"{reason[0].upper()}{reason[1:]}.")
        return self.server.page(self.server.shown.state, said, status)
