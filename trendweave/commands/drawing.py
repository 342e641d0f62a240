"""Pages to look at, and files for other programs."""

from __future__ import annotations

from typing import Any

import click

from ..drawing import checked
from ..options import (
    answered,
    any_option,
    db_option,
    guarded,
    opened,
    pairs,
    quotes_option,
    with_options,
)
from ..reader import locale_language

_NOTHING_DATED = "No source says when any of this came about, so there is no timeline to draw."
output_option = click.option(
    "-o", "--output", required=True, metavar="FILE", help="What to write: a .html page or a .svg."
)
names_option = click.option(
    "--lang",
    type=click.Choice(["en", "zh", "both"]),
    help="The names to show at first (default: the locale's).",
)
shared = with_options(output_option, names_option, db_option, quotes_option)


@click.group()
def draw() -> None:
    """Pictures: each one HTML page that opens without a network, or an SVG."""


def _drawn(
    page: str,
    *names: str,
    output: str,
    lang: str | None,
    db: str | None,
    quotes: bool,
    **options: Any,
) -> None:
    checked(output)
    with opened(db) as graph:
        file = answered(
            graph,
            lambda: graph.draw(
                page, *names, file=output, lang=lang or locale_language(), quotes=quotes, **options
            ),
        )
    click.echo(file or _NOTHING_DATED)


@draw.command("path")
@click.argument("names", nargs=-1, required=True, metavar="A [VIA ...] B")
@shared
@any_option
@guarded
def draw_path(names: tuple[str, ...], any_: bool, **how: Any) -> None:
    """How A leads to B, by way of VIA: the story in boxes, with the claim for every step."""
    _drawn("path", *names, any_relationship=any_, **how)


@draw.command("ego")
@click.argument("name")
@click.option("--steps", type=click.IntRange(1, 2), default=1, show_default=True)
@shared
@guarded
def draw_ego(name: str, steps: int, **how: Any) -> None:
    """NAME and what surrounds it, one or two steps away."""
    _drawn("ego", name, steps=steps, **how)


@draw.command("trends")
@shared
@guarded
def draw_trends(**how: Any) -> None:
    """The trends, how strongly each is tied to another, and what bridges them."""
    _drawn("trends", **how)


@draw.command("company")
@click.argument("name")
@shared
@guarded
def draw_company(name: str, **how: Any) -> None:
    """What the company NAME and its units make, and the trends that it serves."""
    _drawn("company", name, **how)


@draw.command("timeline")
@click.argument("name", required=False)
@shared
@guarded
def draw_timeline(name: str | None, **how: Any) -> None:
    """What came when, where dates are known: of all, or of NAME."""
    _drawn("timeline", *([name] if name else []), **how)


@draw.command("query")
@click.argument("name")
@click.argument("parameters", nargs=-1, metavar="[KEY=VALUE ...]")
@shared
@guarded
def draw_query(name: str, parameters: tuple[str, ...], **how: Any) -> None:
    """What the saved query NAME finds, and how it hangs together."""
    _drawn("query", name, given=pairs(parameters), **how)


@draw.command("overview")
@click.option("--all", "all_of_it", is_flag=True, help="Not thinned: up to 10,000 things.")
@shared
@guarded
def draw_overview(all_of_it: bool, **how: Any) -> None:
    """The whole graph, thinned to what can be read."""
    if all_of_it:
        click.echo("So many things make a cloud: search and filter the page to read it.", err=True)
    _drawn("overview", all_of_it=all_of_it, **how)


@click.command()
@click.argument("file")
@with_options(db_option, quotes_option)
@guarded
def export(file: str, db: str | None, quotes: bool) -> None:
    """Write the graph to FILE: .json, .graphml, .gexf, or (ending in /) a folder of CSV."""
    with opened(db) as graph:
        graph.export(file, quotes=quotes)
    click.echo(file)
