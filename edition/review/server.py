"""The review desk with a server on this machine alone: each decision is written at once, and the passage built anew."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from edition.findings import UserError
from edition.records import record, replace
from edition.regex import regex
from edition.review.items import Item, table
from edition.review.page import desk, policy
from edition.review.passage import Built
from edition.serving.local import HTML, Answer, Handler, LocalServer, RefusedError

_LARGEST: Final = 4_000_000  # bytes of a request: some ten thousand decisions
_LONGEST: Final = 20_000  # characters of a reading
_STATUSES: Final = ("accepted", "edited", "rejected", "unsure", "proposed")
_DATE: Final = regex(r"\d{4}-\d\d-\d\d")


@record
class Room:
    """What the desk is about. `write`: merges decisions into the files beside the texts (UserError: it cannot).

    `changed`: says that a text has new decisions; `built`: a text as it is after them.
    """

    title: str
    by: str
    languages: Mapping[str, str]
    write: Callable[[Sequence[Mapping[str, Any]]], object]
    changed: Callable[[str], object]
    built: Callable[[str], Built | None]


class Desk(LocalServer):
    """The server. `url` holds the token without which nothing is answered."""

    def __init__(self, items: Sequence[Item], room: Room, port: int = 0) -> None:
        self.items, self.room = {item.key: item for item in items}, room
        self.token, self.writing = secrets.token_urlsafe(24), threading.Lock()
        super().__init__(port, _Answer)
        self.url = f"http://{self.hosts[0]}/{self.token}/"

    def page(self) -> str:
        """The desk as things stand."""
        with self.writing:
            items = list(self.items.values())
        return desk(items, self.room.title, self.room.by, self.room.languages, live=True)

    def decide(self, asked: Any) -> dict[str, Any]:
        """Write the decisions; all of them or none."""
        with self.writing:
            decided = [self._decision(one) for one in _list(asked, "decisions")]
            try:
                self.room.write([made for made, _ in decided])
            except UserError as error:
                raise RefusedError(HTTPStatus.CONFLICT, "; ".join(str(one) for one in error.findings[:3])) from None
            self.items |= {item.key: item for _, item in decided}
        for name in {item.text for _, item in decided}:
            self.room.changed(name)
        return {"written": len(decided)}

    def passage(self, asked: Any) -> dict[str, Any]:
        """The passage around an item as it is built."""
        item = self._item(asked)
        built = self.room.built(item.text)
        if built is None:
            raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, "the text is still being built; look again later")
        return built.passage(item.line, item.column)

    def _item(self, asked: Any) -> Item:
        item = self.items.get(str(asked.get("key"))) if isinstance(asked, dict) else None
        if item is None:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "there is no such correction here; load the page again")
        return item

    def _decision(self, asked: Any) -> tuple[dict[str, Any], Item]:
        """One decision as a table, and the item as it is then."""
        item = self._item(asked)
        status, reading, date = asked.get("status"), asked.get("reading"), asked.get("date", "")
        if status not in _STATUSES:
            raise RefusedError(HTTPStatus.BAD_REQUEST, f"a decision is one of {', '.join(_STATUSES)}")
        if not (reading is None or (isinstance(reading, str) and len(reading) <= _LONGEST)):
            raise RefusedError(HTTPStatus.BAD_REQUEST, "a reading is a text, and no longer than a page")
        if not isinstance(date, str) or (date and not _DATE.fullmatch(date)):
            raise RefusedError(HTTPStatus.BAD_REQUEST, "a date is written as 2026-11-22")
        made = table(item, status, reading, self.room.by, date)
        return made, replace(item, status=made["status"], by=self.room.by,
                             decided=reading if reading is not None else item.corrected)


def _list(asked: Any, name: str) -> list[Any]:
    found = asked.get(name) if isinstance(asked, dict) else None
    if not isinstance(found, list) or not found:
        raise RefusedError(HTTPStatus.BAD_REQUEST, f"expected {{{name}: […]}}")
    return found


def _json(said: Any, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    return Answer("application/json", json.dumps(said).encode(), status)


class _Answer(Handler):
    """One request to the desk."""

    server: Desk

    def get(self) -> Answer:
        if self._path():
            raise RefusedError(HTTPStatus.NOT_FOUND, "there is no such page")
        rules = policy(self.server.items.values(), True) + "; frame-ancestors 'none'"
        return Answer(HTML, self.server.page().encode("utf-8", "replace"), headers={"Content-Security-Policy": rules})

    def post(self) -> Answer:
        path, answers = self._path(), {"decide": self.server.decide, "passage": self.server.passage}
        if path not in answers:
            raise RefusedError(HTTPStatus.NOT_FOUND, "there is no such thing to ask")
        return _json(answers[path](self._body()))

    def refusal(self, status: HTTPStatus, reason: str) -> Answer:
        return _json({"error": reason}, status)

    def _path(self) -> str:
        """What is asked for behind the token, once it is sure that this desk's own page (or its user) asks."""
        self.refuse_strangers(self.server.hosts)
        origin = self.headers.get("Origin")
        if (origin is not None or self.command == "POST") and origin not in [f"http://{h}" for h in self.server.hosts]:
            raise RefusedError(HTTPStatus.FORBIDDEN, "this server answers to its own page alone")
        _, token, path = [*self.path.split("/", 2), "", ""][:3]
        if not secrets.compare_digest(token.encode(), self.server.token.encode()):
            raise RefusedError(HTTPStatus.FORBIDDEN, "the address lacks its token; take it from the terminal")
        return path

    def _body(self) -> Any:
        if self.headers.get_content_type() != "application/json":
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "only JSON is understood")
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "the length of the request is missing")
        if len(length) > 9 or int(length) > _LARGEST:
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "this is too much at once")
        try:
            return json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            raise RefusedError(HTTPStatus.BAD_REQUEST, "this is not JSON") from None
