"""What runs changed, and which runs there were."""

from __future__ import annotations

import click

from trendweave.graph.errors import UsageError

from .. import changed, render
from ..options import (
    db_option,
    format_option,
    guarded,
    lang_option,
    opened,
    reader,
    with_options,
)


@click.command()
@click.argument("run", required=False, type=click.IntRange(min=0))
@click.argument("until", required=False, type=click.IntRange(min=0))
@click.option("--source", metavar="ID", help="Only what this source says.")
@click.option("--runs", "list_runs", is_flag=True, help="List the runs with their numbers instead.")
@with_options(db_option, format_option, lang_option)
@guarded
def changes(
    run: int | None,
    until: int | None,
    source: str | None,
    list_runs: bool,
    db: str | None,
    format_: str,
    lang: str | None,
) -> None:
    """What the last load added, dropped and altered; or RUN did; or from after RUN to after UNTIL.

    Of many changes a table has the counts and the first few; JSON and CSV have all.
    """
    person = reader(lang, format_)
    if list_runs and (run is not None or source):
        raise UsageError("--runs lists all runs: name none, and no source.")
    with opened(db) as graph:
        if list_runs:
            listed = graph.runs()
            render.write(format_, {"runs": listed}, *changed.runs(listed, person), person)
            return
        answer = graph.changes(run, until, source=source)
    if format_ != "table":
        render.write(format_, answer, *changed.changes(answer, person), person)
        return
    click.echo(changed.heading(answer, person))
    if not answer["changes"]:
        click.echo(person.pick(("Nothing changed.", "没有变化。")))
        return
    many = len(answer["changes"]) > changed.MANY
    if many:
        render.write(format_, answer, *changed.counts(answer, person), person)
        click.echo()
    render.write(format_, answer, *changed.changes(answer, person), person)
    if many:
        said = ("All of it: --format json or csv.", "全部：--format json 或 csv。")
        click.echo(person.pick(said))
