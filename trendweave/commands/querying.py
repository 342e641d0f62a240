"""Saved queries, and Cypher of a person's own."""

from __future__ import annotations

import click

from trendweave.graph.errors import UsageError

from .. import render, tables
from ..options import (
    answered,
    db_option,
    format_option,
    guarded,
    lang_option,
    opened,
    pairs,
    reader,
    with_options,
)


@click.command()
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, metavar="[KEY=VALUE ...]")
@click.option("--text", help="Cypher of your own, reading only, in place of a saved query.")
@click.option("--cypher", is_flag=True, help="Print the query with its parameters in place.")
@with_options(db_option, format_option, lang_option)
@guarded
def query(
    name: str | None,
    parameters: tuple[str, ...],
    text: str | None,
    cypher: bool,
    db: str | None,
    format_: str,
    lang: str | None,
) -> None:
    """Run the saved query NAME (without one: list them), or Cypher of your own."""
    import trendweave

    person = reader(lang, format_)
    if name is None and text is None:
        listed = list(trendweave.saved_queries())
        render.write(format_, {"queries": listed}, *tables.questions(listed, person), person)
        return
    given = list(parameters)
    if text is not None and name is not None:
        given.insert(0, name)
    said = pairs(given)
    if text is not None:
        if cypher:
            raise UsageError("--cypher prints a saved query: name one.")
        shown = []
    else:
        saved = trendweave.saved_query(name or "", **said)
        if cypher:
            print(saved["cypher"])
            return
        shown = saved["columns"]
    with opened(db) as graph:
        saved_name = None if text is not None else name
        found = answered(graph, lambda: graph.query(saved_name, cypher=text, **said))
    if format_ == "table":
        render.write(format_, found, *tables.rows(found, shown, person), person)
        if not found["rows"]:
            click.echo(person.pick(("No source says.", "没有来源提及。")), err=True)
    else:
        render.write(format_, found, found["columns"], found["rows"], person)
