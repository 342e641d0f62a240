"""The command line. Exit codes: 0 answered, 1 failed, 2 wrong usage, 3 nothing found."""

from __future__ import annotations

import os
import sys

import click

from .commands import asking, drawing, history, judging, loading, measuring, querying, serving


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="trendweave", prog_name="trendweave")
def commands() -> None:
    """Ask AI trend reports who builds what, and how one trend leads to another."""


for command in (
    loading.load,
    loading.unload,
    loading.realign,
    loading.upgrade,
    history.changes,
    loading.sources,
    loading.stats,
    loading.check,
    asking.who_builds,
    asking.builds,
    asking.show,
    asking.path,
    asking.identify,
    judging.alias,
    querying.query,
    measuring.measure,
    drawing.draw,
    drawing.export,
    serving.neo4j,
    serving.browser,
):
    commands.add_command(command)


def main() -> None:
    """Run the command line, in UTF-8 both ways whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.argv[1:] = [os.fsencode(word).decode("utf-8", "replace") for word in sys.argv[1:]]
    commands(prog_name="trendweave")


if __name__ == "__main__":
    main()
