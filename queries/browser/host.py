"""Serves the files to a Browser of another server, which asks from another origin."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type

from trendweave.graph.errors import Busy


class _Handler(BaseHTTPRequestHandler):
    files: Mapping[str, bytes] = {}

    def do_OPTIONS(self) -> None:
        """Answer what a Browser asks before it dares to send headers of its own."""
        self._answer(HTTPStatus.NO_CONTENT)

    def do_GET(self) -> None:
        """Send a file."""
        content = self.files.get(self._name())
        if content is None:
            self._answer(HTTPStatus.NOT_FOUND)
        else:
            self._answer(HTTPStatus.OK, content)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _name(self) -> str:
        return self.path.partition("?")[0].removeprefix("/")

    def _answer(self, status: HTTPStatus, content: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Methods", "GET, OPTIONS")
        self.send_header("Access-Control-Allow-Headers", "*")
        kind = guess_type(self._name())[0] or "text/plain"
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def serving(host: str, port: int, files: Callable[[str], Mapping[str, bytes]]) -> Iterator[str]:
    """Serve what ``files`` says for the address, from memory, until the context ends.

    The context gives that address, as a Browser on this machine says it. Raises :class:`Busy` where
    the port cannot be had.
    """
    address = f"http://localhost:{port}"
    handler = type("Handler", (_Handler,), {"files": files(address)})
    try:
        server = ThreadingHTTPServer((host, port), handler)
    except OSError as error:
        raise Busy(
            f"Port {port} of {host} cannot be had ({error.strerror}): name another with --serve."
        ) from None
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()
