"""Questions about things by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO, Any

import click

from trendweave.graph.errors import UsageError

from .. import answer_tables, render, tables
from ..options import (
    aliases_option,
    answered,
    any_option,
    db_option,
    format_option,
    guarded,
    lang_option,
    opened,
    quotes_option,
    reader,
    with_options,
)
from ..reader import Reader


def _print(
    format_: str,
    lang: str | None,
    answer: Mapping[str, Any],
    tabulate: Callable[[Mapping[str, Any], Reader], answer_tables.Table],
) -> None:
    person = reader(lang, format_)
    render.write(format_, answer, *tabulate(answer, person), person)


@click.command("who-builds")
@click.argument("name")
@with_options(db_option, format_option, lang_option, quotes_option)
@guarded
def who_builds(name: str, db: str | None, format_: str, lang: str | None, quotes: bool) -> None:
    """Who builds the model, product, technique, benchmark, dataset or hardware called NAME.

    By the majority of the sources; who says otherwise, who offers it and its later releases beside.
    """
    with opened(db) as graph:
        answer = answered(graph, lambda: graph.who_builds(name, quotes=quotes))
    _print(format_, lang, answer, answer_tables.who_builds)


@click.command()
@click.argument("name")
@with_options(db_option, format_option, lang_option, quotes_option)
@guarded
def builds(name: str, db: str | None, format_: str, lang: str | None, quotes: bool) -> None:
    """What the company or person called NAME builds, by itself and through its units."""
    with opened(db) as graph:
        answer = answered(graph, lambda: graph.builds(name, quotes=quotes))
    _print(format_, lang, answer, answer_tables.builds)


@click.command()
@click.argument("name")
@with_options(db_option, format_option, lang_option, quotes_option)
@guarded
def show(name: str, db: str | None, format_: str, lang: str | None, quotes: bool) -> None:
    """All that is known of what is called NAME, with who says so and where."""
    with opened(db) as graph:
        answer = answered(graph, lambda: graph.show(name, quotes=quotes))
    _print(format_, lang, answer, answer_tables.show)


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="A [VIA ...] B")
@with_options(db_option, format_option, lang_option, quotes_option, any_option)
@guarded
def path(
    names: tuple[str, ...],
    db: str | None,
    format_: str,
    lang: str | None,
    quotes: bool,
    any_: bool,
) -> None:
    """How A leads to B, by way of VIA: the best five ways, with the claim for every step."""
    with opened(db) as graph:
        answer = answered(graph, lambda: graph.path(*names, any_relationship=any_, quotes=quotes))
    _print(format_, lang, answer, tables.paths)


@click.command()
@click.argument("words", nargs=-1, metavar="[KIND] NAME")
@click.option("--maker", help="Who makes it, where a bare name means several things.")
@click.option("--date", help="The date of its record, where a model has several releases.")
@click.option(
    "--file",
    type=click.File("rb"),
    help="Names to identify, a JSON object a line: kind, name, context, date (- for stdin).",
)
@with_options(aliases_option, format_option)
@guarded
def identify(
    words: tuple[str, ...],
    maker: str | None,
    date: str | None,
    file: IO[bytes] | None,
    aliases: str | None,
    format_: str,
) -> None:
    """The id of NAME, by the alias table and without a database, and the rule that decided."""
    import trendweave

    if bool(words) == bool(file):
        raise UsageError("Give a NAME, or names in a --file, one of the two.")
    if file is not None:
        columns = ["kind", "name", "context", "date", "id", "called", "rule", "version_of"]
        found = trendweave.identify_lines(file, aliases=aliases)
    else:
        columns = ["kind", "id", "name", "name_zh", "rule", "version_of", "alternatives"]
        found = iter(trendweave.senses(*words, maker=maker, date=date, aliases=aliases))
    if format_ == "json":
        for sense in found:
            print(render.json_text(sense))
    else:
        rows = list(found)
        cells = [[row.get(column) for column in columns] for row in rows]
        render.write(format_, rows, columns, cells)
