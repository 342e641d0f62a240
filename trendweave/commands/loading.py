"""Sources: loaded, taken back, listed, counted, checked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from trendweave.graph.errors import InputError, UsageError

from .. import render
from ..options import aliases_option, db_option, format_option, guarded, opened, with_options

if TYPE_CHECKING:
    from trendweave.graph.ingest import Outcome


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE ...]")
@with_options(db_option, aliases_option)
@click.option("--text", type=click.Path(), help="Your copy of the text: keeps its sentences too.")
@click.option("--keep-going", is_flag=True, help="Write the good records, leave out the others.")
@click.option("--rejects", type=click.Path(), help="Where to write the records left out.")
@guarded
def load(
    sources: tuple[str, ...],
    db: str | None,
    aliases: str | None,
    text: str | None,
    keep_going: bool,
    rejects: str | None,
) -> None:
    """Load SOURCE: a shipped name, NAME=PATH or address, a folder of facts, a table's mapping.

    Without one, all that are shipped (report). How catalogues are named: docs/catalogues.md.
    """
    from trendweave.loaders import SHIPPED

    from ..progress import Progress

    if text and len(sources or SHIPPED) > 1:
        raise UsageError("--text is the text of one source: load that one by itself.")
    with opened(db, aliases) as graph:
        for source in sources or SHIPPED:
            with Progress(source) as progress:
                try:
                    outcome = graph.load(
                        source, text=text, keep_going=keep_going, progress=progress
                    )
                except InputError as error:
                    _rejects(source, rejects, error.findings)
                    raise
            click.echo(
                f"{outcome.source}: {outcome.records} records; {outcome.added} added, "
                f"{outcome.changed} changed, {outcome.removed} removed"
                + (f"; {outcome.mentions} only mentioned" if outcome.mentions else "")
            )
            if outcome.rejected:
                for finding in graph.findings[:50]:
                    click.echo(str(finding), err=True)
                _rejects(source, rejects, graph.findings)
                click.echo(f"{outcome.source}: left out {outcome.rejected} records", err=True)


def _rejects(source: str, named: str | None, findings: Any) -> None:
    if not findings:
        return
    name = Path(source.partition("=")[0]).name or "source"
    file = Path(named or f"{name}-rejects.jsonl")
    lines = "".join(render.json_text(finding._asdict()) + "\n" for finding in findings)
    try:
        file.write_text(lines, encoding="utf-8", newline="\n")
    except OSError as error:
        click.echo(f"The rejects cannot be written to {file}: {error.strerror}.", err=True)
    else:
        click.echo(f"What was wrong is in {file}", err=True)


@click.command()
@click.argument("source")
@with_options(db_option, aliases_option)
@guarded
def unload(source: str, db: str | None, aliases: str | None) -> None:
    """Take back all that SOURCE claims."""
    with opened(db, aliases) as graph:
        outcome = graph.unload(source)
    click.echo(f"{source}: {outcome.removed} removed, {outcome.changed} changed")


@click.command()
@with_options(db_option, aliases_option)
@guarded
def realign(db: str | None, aliases: str | None) -> None:
    """Decide anew which thing each claim is about, by the alias tables; needs no source.

    After a judgement of yours (trendweave alias), or with a release that knows more names.
    """
    from ..progress import Progress

    with opened(db, aliases) as graph, Progress("Realigning") as progress:
        outcomes = graph.realign(progress=progress)
    _realigned(outcomes)


@click.command()
@with_options(db_option, aliases_option)
@guarded
def upgrade(db: str | None, aliases: str | None) -> None:
    """Bring a database that an older trendweave wrote up to date; needs no source."""
    from ..progress import Progress

    with opened(db, aliases) as graph, Progress("Upgrading") as progress:
        outcomes = graph.upgrade(progress=progress)
    _realigned(outcomes)


def _realigned(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        click.echo(
            f"{outcome.source}: {outcome.records} claims; {outcome.added} added, "
            f"{outcome.changed} changed, {outcome.removed} removed"
        )
    if not outcomes:
        click.echo("Nothing to do: every source stands by the present alias tables.")


@click.command()
@with_options(db_option, format_option)
@guarded
def sources(db: str | None, format_: str) -> None:
    """The sources that are loaded, with publisher, licence and attribution."""
    with opened(db) as graph:
        found = graph.sources()
    columns = ["source", "title", "publisher", "date", "licence", "attribution", "link"]
    if not found and format_ == "table":
        click.echo("No source is loaded: run `trendweave load`.")
        return
    cells = [[row[column] for column in columns] for row in found]
    render.write(format_, {"sources": found}, columns, cells)


@click.command()
@with_options(db_option, format_option)
@guarded
def stats(db: str | None, format_: str) -> None:
    """How many things and relationships there are."""
    with opened(db) as graph:
        counts = graph.stats()
    if not counts["sources"] and format_ == "table":
        click.echo("The database is empty: run `trendweave load`.")
        return
    cells = [[kind, count] for kind, count in counts["things"].items()]
    cells += [[type_, count] for type_, count in counts["relationships"].items()]
    cells += [[name, counts[name]] for name in ("mentions", "implied", "sources")]
    render.write(format_, counts, ["what", "how many"], cells)


@click.command()
@click.argument("source", default="report")
@click.option("--text", type=click.Path(), help="Your copy of the text, to resolve pointers in.")
@with_options(format_option)
@guarded
def check(source: str, text: str | None, format_: str) -> None:
    """Check SOURCE without a database: every record, and with --text every pointer."""
    import trendweave

    result = trendweave.check(source, text=text)
    if format_ == "table":
        for finding in result.findings:
            click.echo(str(finding))
        pointers = f", {result.pointers} pointers resolved" if text else ""
        click.echo(f"{result.source}: {result.records} records{pointers}, "
                   f"{len(result.findings)} findings")  # fmt: skip
    else:
        cells = [list(finding) for finding in result.findings]
        columns = ["file", "line", "record", "field", "got", "expected"]
        answer = {**result._asdict(), "findings": [f._asdict() for f in result.findings]}
        render.write(format_, answer, columns, cells)
    sys.exit(1 if result.findings else 0)
