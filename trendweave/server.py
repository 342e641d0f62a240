"""A Neo4j of one's own with the graph in it, and a Browser that greets with style and guide."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trendweave.graph.server.local import Running

Folder = str | os.PathLike[str] | None
Progress = Callable[[int, int], None]
HTTP, BOLT = 7474, 7687


def fetch(progress: Progress | None = None) -> None:
    """Fetch Neo4j and its Browser (150 MB) into the user's cache, if they are not there.

    Raises :class:`DatabaseError` without a network, :class:`UsageError` without the extra.
    """
    from trendweave.graph.server.local import LocalServer

    LocalServer().fetch(progress)


def start(
    folder: Folder = None,
    *,
    password: str | None = None,
    http: int = HTTP,
    bolt: int = BOLT,
    progress: Progress | None = None,
) -> Running:
    """Start a server on loopback, loaded with every shipped source at first; it outlives us.

    ``folder`` keeps its data, by default among the user's; ``password`` is set at the first start.
    Raises :class:`Busy`, :class:`UsageError` or :class:`DatabaseError` as
    :meth:`LocalServer.start` does.
    """
    from trendweave.graph.server.local import LocalServer
    from trendweave.loaders import SHIPPED
    from trendweave.queries import browser

    from .api import Graph

    running = LocalServer(_path(folder)).start(
        files=browser.files,
        commands=browser.on_connecting,
        password=password,
        http=http,
        bolt=bolt,
    )
    with Graph(running.uri, auth=(running.user, running.password)) as graph:
        for source in [] if graph.sources() else SHIPPED:
            graph.load(source, progress=progress)
    return running


def stop(folder: Folder = None) -> None:
    """End the server. Raises :class:`NotFound` where none runs."""
    from trendweave.graph.server.local import LocalServer

    LocalServer(_path(folder)).stop()


def running(folder: Folder = None) -> Running | None:
    """The server of that folder, if it runs."""
    from trendweave.graph.server.local import LocalServer

    return LocalServer(_path(folder)).running()


def answers(running: Running) -> bool:
    """Whether a running server lets us in."""
    from trendweave.graph.database import answers as answers_

    return bool(answers_(running.uri, running.user, running.password))


def browser_files(address: str = "") -> dict[str, bytes]:
    """What Neo4j Browser takes, by name: style, guides and every saved query.

    The guides link to the other files at ``address``, if there is one.
    """
    from trendweave.queries import browser

    return browser.files(address)


def browser_commands(address: str) -> list[str]:
    """What to say in Neo4j Browser to have style and guide from ``address``."""
    from trendweave.queries import browser

    return browser.commands(address)


def serve_browser_files(host: str, port: int) -> AbstractContextManager[str]:
    """Serve :func:`browser_files` to the Browser of any server, for as long as the context lasts.

    The context gives the address to name to a Browser on this machine. Raises :class:`Busy` where
    the port cannot be had.
    """
    from trendweave.queries.browser.host import serving

    return serving(host, port, browser_files)


def _path(folder: Folder) -> Path | None:
    return Path(folder).expanduser() if folder else None
