"""Getting one file from the network: all of it, in a time that a person waits, or the reason why not."""

from __future__ import annotations

import socket
import ssl
import time
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener, getproxies, proxy_bypass

from edition import __version__

LARGEST = 64 << 20      # bytes; the largest schema that is known has one million
SILENCE = 30            # seconds without a byte
PATIENCE = 300          # seconds for the whole file
_PIECE = 1 << 16        # bytes
_GONE = (404, 410)


class NotFetchedError(Exception):
    """Why a file cannot be had, in words. `gone`: its publisher has nothing at that address (any more)."""

    def __init__(self, why: str, gone: bool = False) -> None:
        super().__init__(why)
        self.gone = gone


class _Redirects(HTTPRedirectHandler):
    """Follows publishers who have moved a file, but never from a safe connection to one that is not."""

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        if req.type == "https" and urlsplit(newurl).scheme != "https":
            raise NotFetchedError(f"it leads to {newurl}, which is not encrypted")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(url: str) -> bytes:
    """What lies at an address. Proxies are those of the environment, or of the system. NotFetchedError: nothing whole.
    """
    try:
        request = Request(url, headers={"User-Agent": f"edition/{__version__}"})
        with build_opener(_Redirects).open(request, timeout=SILENCE) as answer:
            return _whole(answer)
    except HTTPError as error:
        if error.code in _GONE:
            raise NotFetchedError(f"nothing is there (any more): {error.code} {error.reason}", gone=True) from None
        raise NotFetchedError(f"the server answers {error.code} {error.reason}{_through(url)}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise NotFetchedError(_words(error) + _through(url)) from None


def _whole(answer: Any) -> bytes:
    """All that the server sends, as long as it says it is."""
    pieces, size, end = list[bytes](), 0, time.monotonic() + PATIENCE
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise NotFetchedError(f"it is larger than {LARGEST >> 20} MB, which no schema is")
        if time.monotonic() > end:
            raise NotFetchedError(f"it had not come after {PATIENCE} seconds ({size} bytes were there)")
    said = answer.headers.get("Content-Length", "")
    if said.isdecimal() and size < int(said):
        raise NotFetchedError(f"the connection broke off: {size} of {said} bytes came; try again")
    return b"".join(pieces)


def _words(error: Exception) -> str:
    """What went wrong on the way."""
    cause = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    if isinstance(cause, TimeoutError):
        return f"the server said nothing for {SILENCE} seconds; try again"
    if isinstance(cause, socket.gaierror):
        return "the name of the server is not known here; is there a network?"
    if isinstance(cause, ssl.SSLError):
        return f"the server cannot prove who it is ({cause.reason or cause}); is the clock of this computer right?"
    if isinstance(cause, (HTTPException, ConnectionError)) and not isinstance(cause, ConnectionRefusedError):
        return f"the connection broke off ({type(cause).__name__}); try again"
    return str(getattr(cause, "strerror", None) or cause)


def _through(url: str) -> str:
    """The proxy that was asked instead of the server; "" where none was. Without the password it may have in it."""
    asked = urlsplit(url)
    proxy = getproxies().get(asked.scheme)
    if not proxy or proxy_bypass(asked.hostname or ""):
        return ""
    place = urlsplit(proxy if "://" in proxy else f"//{proxy}")
    return (f" (asked through the proxy {place.hostname}{f':{place.port}' if place.port else ''}, as "
            f"{asked.scheme}_proxy or the system says)")
