"""What may be one thing, and what a person judges of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from .. import render
from ..options import aliases_option, db_option, format_option, guarded, opened, with_options


@click.group()
def alias() -> None:
    """What may be one thing under two names: proposed here, decided by you."""


@alias.command()
@click.argument("kind", required=False)
@with_options(db_option, aliases_option, format_option)
@click.option("--most", type=int, default=30, show_default=True, help="How many to show.")
@guarded
def suggest(kind: str | None, db: str | None, aliases: str | None, format_: str, most: int) -> None:
    """Things of KIND (or of any) that may be one, best first, each with the reason."""
    with opened(db, aliases) as graph:
        found = graph.suggest(kind)
    shown = found[:most]
    if format_ == "table":
        for one in shown:
            click.echo(_told(one) + "\n")
        click.echo(
            f"{len(shown)} of {len(found)}: decide with `trendweave alias accept ID OTHER` or "
            "`trendweave alias reject ID OTHER`."
            if found
            else "No two things look like one that are not judged already."
        )
        return
    columns = ["kind", "score", "reason", "id", "name", "other_id", "other_name"]
    cells = [
        [
            one["kind"],
            one["score"],
            one["reason"],
            *(one[side][field] for side in ("one", "other") for field in ("id", "name")),
        ]
        for one in shown
    ]
    render.write(format_, shown, columns, cells)


def _told(one: Mapping[str, Any]) -> str:
    """A suggestion in words: the reason, then each of the two with what its sources say."""
    lines = [f"{one['kind']}: {one['reason']}"]
    for side in (one["one"], one["other"]):
        makers = f", by {', '.join(side['makers'])}" if side["makers"] else ""
        lines.append(f"  {side['id']}  {side['name']}{makers}")
        lines += [f"      “{c['spelt']}”, {c['source']}, {c['where']}" for c in side["claims"]]
    return "\n".join(lines)


def _judging(command: Callable[..., Any]) -> Callable[..., Any]:
    """What accept and reject take."""
    return with_options(
        click.argument("name"),
        click.argument("other"),
        click.option("--kind", help="A label: Company, Model, Product …; an id says it already."),
        click.option("--maker", help="Who makes the first, where others bear the name too."),
        click.option("--other-maker", help="Who makes the second."),
        aliases_option,
        db_option,
    )(command)


@alias.command()
@_judging
@guarded
def accept(name: str, other: str, **given: Any) -> None:
    """Judge that NAME and OTHER (names or ids) are one thing."""
    import trendweave

    _written(trendweave.accept(name, other, **given))


@alias.command()
@_judging
@click.option("--unsure", is_flag=True, help="Judge that nobody can say: they stay two things.")
@guarded
def reject(name: str, other: str, **given: Any) -> None:
    """Judge that NAME and OTHER (names or ids) are different things."""
    import trendweave

    _written(trendweave.reject(name, other, **given))


def _written(file: Any) -> None:
    click.echo(f"Written to {file}; `trendweave realign` applies it to a database.")


@alias.command("list")
@with_options(aliases_option, format_option)
@guarded
def list_(aliases: str | None, format_: str) -> None:
    """Your judgements, and the ids that the names have by them."""
    import trendweave

    found = trendweave.judgements(aliases=aliases)
    if not found and format_ == "table":
        click.echo("There is no judgement yet: `trendweave alias suggest` proposes some.")
        return
    columns = list(found[0]) if found else []
    render.write(format_, found, columns, [list(one.values()) for one in found])
