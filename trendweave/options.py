"""What every command shares: its options, and errors as one sentence with an exit code."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable
from typing import Any

import click

from trendweave.graph.errors import InputError, NotFound, TrendweaveError, UsageError

from . import render
from .reader import LANGUAGES, Reader, locale_language

Command = Callable[..., Any]


def guarded(command: Command) -> Command:
    """One sentence on standard error instead of a traceback, and the exit code that fits."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except InputError as error:
            for finding in error.findings[:50]:
                click.echo(str(finding), err=True)
            if len(error.findings) > 50:
                click.echo(f"… and {len(error.findings) - 50} more", err=True)
            click.echo(str(error), err=True)
            sys.exit(error.exit_code)
        except NotFound as error:
            near = f" Nearest: {', '.join(error.nearest)}." if error.nearest else ""
            click.echo(f"{error}{near}", err=True)
            sys.exit(error.exit_code)
        except TrendweaveError as error:
            click.echo(str(error), err=True)
            sys.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("Stopped; run it again to finish.", err=True)
            sys.exit(130)
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(0)

    return run


def with_options(*options: Command) -> Callable[[Command], Command]:
    """Give a command these options, in this order."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


db_option = click.option(
    "--db",
    metavar="FOLDER|URI",
    help="Database: a folder, or bolt://, neo4j://, neo4j+s:// (default: $TRENDWEAVE_DB, else "
    "a folder among your data). Credentials come from $TRENDWEAVE_USER and $TRENDWEAVE_PASSWORD.",
)
format_option = click.option(
    "--format", "format_", type=click.Choice(render.FORMATS), default="table", show_default=True
)
lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Names and headings of a table in this language (default: the locale's).",
)
quotes_option = click.option(
    "--quotes", is_flag=True, help="Show the sentences kept by load --text."
)
aliases_option = click.option(
    "--aliases",
    metavar="FILE",
    help="Your own judgements beside the alias table (default: $TRENDWEAVE_ALIASES, else a file "
    "among your data).",
)
any_option = click.option(
    "--any", "any_", is_flag=True, help="Walk through companies, people and industries too."
)


def reader(lang: str | None, format_: str) -> Reader:
    """Who reads the answer: a table is for a person, a file names things in both languages."""
    if format_ == "table":
        return Reader(lang or locale_language())
    return Reader(lang or "both", whole=True)


def opened(db: str | None, aliases: str | None = None) -> Any:
    """The graph, with the import that answers need and help does not."""
    import trendweave

    return trendweave.open(db, aliases=aliases)


def answered(graph: Any, ask: Callable[[], Any]) -> Any:
    """The answer; on an empty database the sentence that says how to load."""
    try:
        return ask()
    except NotFound:
        if not graph.sources():
            raise NotFound("The database is empty: run `trendweave load` first.") from None
        raise


def pairs(given: Iterable[str]) -> dict[str, str]:
    """Parameters by name from ``KEY=VALUE``. Raises :class:`UsageError`."""
    found = {}
    for one in given:
        key, equals, value = one.partition("=")
        if not equals or not key:
            raise UsageError(f"{one} is not KEY=VALUE.")
        found[key] = value
    return found
