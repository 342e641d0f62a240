"""Pages to look at, and files for other programs."""

from __future__ import annotations

import click

from trendweave.graph.errors import UsageError

from ..options import (
    answered,
    any_option,
    db_option,
    guarded,
    opened,
    quotes_option,
    with_options,
)


@click.group()
def draw() -> None:
    """Pages to look at: one HTML file each, which opens without a network."""


@draw.command("path")
@click.argument("names", nargs=-1, required=True, metavar="A [VIA ...] B")
@click.option("-o", "--output", required=True, metavar="PAGE.html", help="The page to write.")
@click.option("--lang", type=click.Choice(["en", "zh", "both"]), default="en", show_default=True)
@with_options(db_option, quotes_option, any_option)
@guarded
def draw_path(
    names: tuple[str, ...], output: str, lang: str, db: str | None, quotes: bool, any_: bool
) -> None:
    """How A leads to B, by way of VIA, as a page."""
    if not output.lower().endswith((".html", ".htm")):
        raise UsageError(f"{output}: a page ends in .html.")
    with opened(db) as graph:
        answered(
            graph,
            lambda: graph.draw_path(
                *names, file=output, lang=lang, any_relationship=any_, quotes=quotes
            ),
        )
    click.echo(output)


@click.command()
@click.argument("file")
@with_options(db_option, quotes_option)
@guarded
def export(file: str, db: str | None, quotes: bool) -> None:
    """Write the graph to FILE: .json, .graphml, .gexf, or (ending in /) a folder of CSV."""
    with opened(db) as graph:
        graph.export(file, quotes=quotes)
    click.echo(file)
