"""Measures: what no single query can say, as a table or a plot."""

from __future__ import annotations

from typing import Any

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
    reader,
    with_options,
)

_MOST = 20


@click.command()
@click.argument("name", required=False)
@click.argument("things", nargs=-1, metavar="[THING ...]")
@click.option("--most", type=click.IntRange(0), help="Rows to show, 0 for all (table, plot: 20).")
@click.option("-o", "--output", metavar="PLOT.svg", help="Write a plot in place of an answer.")
@with_options(db_option, format_option, lang_option)
@guarded
def measure(
    name: str | None,
    things: tuple[str, ...],
    most: int | None,
    output: str | None,
    db: str | None,
    format_: str,
    lang: str | None,
) -> None:
    """Measure the graph by NAME (without one: list the measures), about some THING or all."""
    import trendweave
    from trendweave.graph import measures

    person = reader(lang, format_)
    if name is None:
        listed = list(trendweave.measures())
        named = {"measures": [one._asdict() for one in listed]}
        render.write(format_, named, *tables.measures(listed, person), person)
        return
    shown = None if most == 0 else most or (_MOST if output or format_ == "table" else None)
    with opened(db) as graph:
        if output is not None:
            _plot(graph, name, things, output, person.lang, shown)
            return
        answer = answered(graph, lambda: graph.measure(name, *things))
    found = len(answer["rows"])
    answer["rows"] = answer["rows"][:shown]
    columns = measures.find(name).columns
    cells = measures.cells(answer)
    if format_ != "table":
        whole = tables.measured(columns, cells, person).cells
        render.write(format_, answer, [column.name for column in columns], whole, person)
        return
    render.write(format_, answer, *tables.measured(columns, cells, person), person)
    if note := person.pick((answer["note"], answer["note_zh"])):
        click.echo(note)
    if (kept := len(answer["rows"])) < found:
        en = f"{kept} of {found}: --most 0 shows all."
        click.echo(person.pick((en, f"显示 {found} 项中的 {kept} 项：--most 0 显示全部。")))


def _plot(
    graph: Any, name: str, things: tuple[str, ...], output: str, lang: str, shown: int | None
) -> None:
    if not output.lower().endswith(".svg"):
        raise UsageError(f"{output}: a plot ends in .svg.")
    answered(
        graph,
        lambda: graph.draw_measure(name, *things, file=output, lang=lang, most=shown),
    )
    click.echo(output)
