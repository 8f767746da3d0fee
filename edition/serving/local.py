"""A server that only this machine reaches: what it checks of every request, and how it answers."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final, NamedTuple

from edition.findings import fail, internal

HOST: Final = "127.0.0.1"
HTML: Final = "text/html; charset=utf-8"
_HEADERS: Final = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer",
                   "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin"}


class RefusedError(Exception):
    """Why a request is not answered: a status and a sentence."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Answer(NamedTuple):
    """What goes back: bytes of a kind (a media type), and headers beside those that every answer has."""

    kind: str
    body: bytes
    status: HTTPStatus = HTTPStatus.OK
    headers: Mapping[str, str] = {}


class LocalServer(ThreadingHTTPServer):
    """Listens at 127.0.0.1. `hosts`: by which names it may be asked. UserError: the port (0: any) is taken."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers listen at one port

    def __init__(self, port: int, handler: type[Handler]) -> None:
        try:
            super().__init__((HOST, port), handler)
        except OSError as error:
            raise fail("port-taken", f"nothing can be served on port {port}: {error.strerror}; give another with "
                       "--port (0: any that is free)") from None
        self.hosts = [f"{name}:{self.server_port}" for name in (HOST, "localhost")]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a connection that broke: the terminal is for people."""


class Handler(BaseHTTPRequestHandler):
    """One request: checked, answered, never logged. HEAD is answered as GET, without the body."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "edition", ""
    timeout = 60

    def do_GET(self) -> None:
        self._answer(self.get)

    def do_HEAD(self) -> None:
        self._answer(self.get)

    def do_POST(self) -> None:
        self._answer(self.post)

    def get(self) -> Answer:
        """What is asked for."""
        raise NotImplementedError

    def post(self) -> Answer:
        """What comes of what was sent."""
        raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, "there is nothing here to write to")

    def refusal(self, status: HTTPStatus, reason: str) -> Answer:
        """How a request is refused."""
        raise NotImplementedError

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for people."""

    def _answer(self, make: Callable[[], Answer]) -> None:
        """Send what is made; what goes wrong is told, and ends the connection."""
        try:
            self._send(make())
        except RefusedError as refused:
            self.close_connection = True  # what was sent may not have been read
            self._send(self.refusal(refused.status, str(refused)))
        except OSError:
            self.close_connection = True  # nobody waits for the answer any more
        except Exception as error:
            self.close_connection = True
            self._send(self.refusal(HTTPStatus.INTERNAL_SERVER_ERROR, internal(error).message))

    def refuse_strangers(self, hosts: list[str]) -> None:
        """A page of another site may have its name point here (DNS rebinding): it says that name as Host."""
        if self.headers.get("Host") not in hosts:
            raise RefusedError(HTTPStatus.FORBIDDEN, "this server answers to its own address alone")

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        headers = _HEADERS | {"Content-Type": answer.kind, "Content-Length": str(len(answer.body))}
        for name, value in (headers | dict(answer.headers)).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
