"""A Neo4j of one's own, and what Neo4j Browser takes."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendweave.graph.errors import NotFound, TrendweaveError, UsageError

from ..options import guarded, with_options
from ..server import BOLT, HTTP

if TYPE_CHECKING:
    from trendweave.graph.server.local import Running

folder_option = click.option(
    "--folder",
    type=click.Path(path_type=Path),
    help="Where its data, settings and password are kept (default: among your data).",
)


@click.group()
def neo4j() -> None:
    """A Neo4j server of your own with the graph in it: no Docker, no Java, loopback only."""


@neo4j.command()
@with_options(folder_option)
@click.option(
    "--password",
    envvar="TRENDWEAVE_PASSWORD",
    help="Its password from the first start on (default: $TRENDWEAVE_PASSWORD, else a random one).",
)
@click.option("--http-port", type=int, default=HTTP, show_default=True)
@click.option("--bolt-port", type=int, default=BOLT, show_default=True)
@guarded
def start(folder: Path | None, password: str | None, http_port: int, bolt_port: int) -> None:
    """Start it, with a Browser that greets with style and guide.

    The first start fetches Neo4j (150 MB) and keeps it, and loads every source. The server runs
    until `trendweave neo4j stop`; its data is there again at the next start.
    """
    from trendweave import server

    from ..progress import Progress

    with Progress("Fetching Neo4j") as progress:
        server.fetch(progress)
    click.echo("Starting Neo4j …", err=True)
    with Progress("Loading") as progress:
        running = server.start(
            folder, password=password or None, http=http_port, bolt=bolt_port, progress=progress
        )
    _describe(running)


@neo4j.command()
@with_options(folder_option)
@guarded
def stop(folder: Path | None) -> None:
    """Stop it; its data stays."""
    from trendweave import server

    server.stop(folder)
    click.echo("Neo4j is stopped; its data is kept.")


@neo4j.command()
@with_options(folder_option)
@guarded
def status(folder: Path | None) -> None:
    """Where it answers, for whom, and whether it does."""
    from trendweave import server

    running = _found(folder)
    _describe(running)
    if not server.answers(running):
        raise TrendweaveError("It runs but does not answer to this password.")


@neo4j.command("open")
@with_options(folder_option)
@guarded
def open_(folder: Path | None) -> None:
    """Open its Browser."""
    import webbrowser

    page = _found(folder).browser
    click.echo(page)
    if not webbrowser.open(page):
        raise TrendweaveError("No web browser can be opened from here: open that page yourself.")


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--serve", type=int, metavar="PORT", help="Serve the files instead, until stopped.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where --serve listens.")
@guarded
def browser(folder: Path | None, serve: int | None, host: str) -> None:
    """Write to FOLDER what Neo4j Browser takes: style, guide and every saved query.

    With --serve, print what to say in Neo4j Browser on this machine instead, and serve it the files
    (where its server lets it: browser.remote_content_hostname_whitelist=localhost).
    """
    from trendweave import server

    if (folder is None) == (serve is None):
        raise UsageError("Name a folder to write to, or --serve PORT.")
    if folder is not None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, content in server.browser_files().items():
                (folder / name).write_bytes(content)
                click.echo(folder / name)
        except OSError as error:
            raise TrendweaveError(
                f"{folder} cannot be written ({(error.strerror or 'an error').lower()}): "
                "name another place."
            ) from None
    if serve is not None:
        with server.serve_browser_files(host, serve) as address, suppress(KeyboardInterrupt):
            for command in server.browser_commands(address):
                click.echo(command)
            threading.Event().wait()


def _found(folder: Path | None) -> Running:
    from trendweave import server

    running = server.running(folder)
    if running is None:
        raise NotFound("No Neo4j of yours is running: `trendweave neo4j start` starts one.")
    return running


def _describe(running: Running) -> None:
    shown = "the one that you gave" if running.given else running.password
    for name, value in (
        ("browser", running.browser),
        ("uri", running.uri),
        ("user", running.user),
        ("password", shown),
    ):
        click.echo(f"{name:<9} {value}")
