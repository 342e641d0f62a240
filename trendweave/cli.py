"""The command line. Exit codes: 0 answered, 1 failed, 2 wrong usage, 3 nothing found."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from trendweave.graph.errors import InputError, UsageError

from . import render
from .options import (
    answered,
    any_option,
    db_option,
    format_option,
    guarded,
    opened,
    quotes_option,
    with_options,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="trendweave", prog_name="trendweave")
def commands() -> None:
    """Ask AI trend reports who builds what, and how one trend leads to another."""


@commands.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE ...]")
@with_options(db_option)
@click.option("--text", type=click.Path(), help="Your copy of the text: keeps its sentences too.")
@click.option("--keep-going", is_flag=True, help="Write the good records, leave out the others.")
@click.option("--rejects", type=click.Path(), help="Where to write the records left out.")
@guarded
def load(
    sources: tuple[str, ...],
    db: str | None,
    text: str | None,
    keep_going: bool,
    rejects: str | None,
) -> None:
    """Load SOURCE: a shipped name (report), NAME=PATH, or a folder of facts; without one, all."""
    from trendweave.loaders import SHIPPED

    from .progress import Progress

    if text and len(sources or SHIPPED) > 1:
        raise UsageError("--text is the text of one source: load that one by itself.")
    with opened(db) as graph:
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


@commands.command()
@click.argument("source")
@with_options(db_option)
@guarded
def unload(source: str, db: str | None) -> None:
    """Take back all that SOURCE claims."""
    with opened(db) as graph:
        outcome = graph.unload(source)
    click.echo(f"{source}: {outcome.removed} removed, {outcome.changed} changed")


@commands.command()
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


@commands.command()
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


@commands.command("who-builds")
@click.argument("name")
@with_options(db_option, format_option, quotes_option)
@guarded
def who_builds(name: str, db: str | None, format_: str, quotes: bool) -> None:
    """Who builds the model, product, technique, benchmark or dataset called NAME."""
    with opened(db) as graph:
        answer = answered(graph, lambda: graph.who_builds(name, quotes=quotes))
    columns = ["thing", "kind", "builder", "certainty", "where", "says"]
    render.write(format_, answer, columns, render.who_builds(answer))


@commands.command()
@click.argument("name")
@with_options(db_option, format_option, quotes_option)
@guarded
def builds(name: str, db: str | None, format_: str, quotes: bool) -> None:
    """What the company or person called NAME builds."""
    with opened(db) as graph:
        answer = answered(graph, lambda: graph.builds(name, quotes=quotes))
    columns = ["builder", "thing", "kind", "certainty", "where", "says"]
    render.write(format_, answer, columns, render.builds(answer))


@commands.command()
@click.argument("name")
@with_options(db_option, format_option, quotes_option)
@guarded
def show(name: str, db: str | None, format_: str, quotes: bool) -> None:
    """All that is known of what is called NAME, with who says so and where."""
    with opened(db) as graph:
        answer = answered(graph, lambda: graph.show(name, quotes=quotes))
    columns = ["thing", "relationship", "what", "certainty", "where"]
    render.write(format_, answer, columns, render.show(answer))


@commands.command()
@click.argument("names", nargs=-1, required=True, metavar="A [VIA ...] B")
@with_options(db_option, format_option, quotes_option, any_option)
@guarded
def path(names: tuple[str, ...], db: str | None, format_: str, quotes: bool, any_: bool) -> None:
    """How A leads to B, by way of VIA: the best five ways, with the claim for every step."""
    with opened(db) as graph:
        answer = answered(graph, lambda: graph.path(*names, any_relationship=any_, quotes=quotes))
    columns = ["way", "from", "step", "to", "says", "where"]
    render.write(format_, answer, columns, render.paths(answer))


@commands.command()
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, metavar="[KEY=VALUE ...]")
@click.option("--text", help="Cypher of your own, reading only, in place of a saved query.")
@with_options(db_option, format_option)
@guarded
def query(
    name: str | None, parameters: tuple[str, ...], text: str | None, db: str | None, format_: str
) -> None:
    """Run the saved query NAME (without one: list them), or Cypher of your own."""
    import trendweave

    if name is None and text is None:
        listed = list(trendweave.saved_queries())
        columns = ["topic", "name", "title", "title_zh", "question", "parameters"]
        cells = [
            [q["topic"], q["name"], q["title"], q["title_zh"], q["question"],
             " ".join(f"{p.name}={p.default}" for p in q["parameters"])]
            for q in listed
        ]  # fmt: skip
        answer = [dict(zip(columns, row, strict=True)) for row in cells]
        render.write(format_, {"queries": answer}, columns, cells)
        return
    given = list(parameters)
    if text is not None and name is not None:
        given.insert(0, name)
    pairs = dict(_pair(one) for one in given)
    with trendweave.open(db) as graph:
        found = graph.query(None if text is not None else name, cypher=text, **pairs)
    render.write(format_, found, found["columns"], found["rows"])


def _pair(given: str) -> tuple[str, str]:
    key, equals, value = given.partition("=")
    if not equals or not key:
        raise UsageError(f"{given} is not KEY=VALUE.")
    return key, value


@commands.group()
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


@commands.command()
@click.argument("file")
@with_options(db_option, quotes_option)
@guarded
def export(file: str, db: str | None, quotes: bool) -> None:
    """Write the graph to FILE: .json, .graphml, .gexf, or (ending in /) a folder of CSV."""
    with opened(db) as graph:
        graph.export(file, quotes=quotes)
    click.echo(file)


@commands.command()
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


@commands.command()
@click.argument("words", nargs=-1, required=True, metavar="[KIND] NAME")
@click.option("--maker", help="Who makes it, where a bare name means several things.")
@with_options(format_option)
@guarded
def identify(words: tuple[str, ...], maker: str | None, format_: str) -> None:
    """The id of NAME, by the alias table and without a database."""
    import trendweave

    found = trendweave.senses(*words, maker=maker)
    columns = ["kind", "id", "name", "name_zh", "rule"]
    cells = [[sense[column] for column in columns] for sense in found]
    if format_ == "json":
        for sense in found:
            print(render.json_text(sense))
    else:
        render.write(format_, found, columns, cells)


def main() -> None:
    """Run the command line, in UTF-8 both ways whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.argv[1:] = [os.fsencode(word).decode("utf-8", "replace") for word in sys.argv[1:]]
    commands(prog_name="trendweave")


if __name__ == "__main__":
    main()
