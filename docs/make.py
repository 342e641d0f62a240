"""Write the generated pages of the docs; with ``--check`` say whether they are up to date.

``--db FOLDER`` is a database with the shipped report in it; without one it is made.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import trendweave
from trendweave.server import browser_files

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS))

from making import api, house, measures, queries, report, schema  # noqa: E402


def pages(graph: trendweave.Graph) -> dict[str, bytes]:
    """Every generated file by its place in the docs."""
    written = {
        "api.md": api.page(),
        "house.md": house.page(),
        "measures.md": measures.page(graph),
        "queries.md": queries.page(graph),
        "report.md": report.page(),
        "schema.md": schema.page(),
    }
    files = {f"browser/{name}": content for name, content in browser_files().items()}
    return {name: text.encode() for name, text in written.items()} | files


def main() -> None:
    """Write or check every page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--db")
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        trendweave.open(given.db or f"{folder}/db") as graph,
    ):
        if not given.db:
            graph.load("report")
        made = pages(graph)
    stale = [
        name
        for name, content in made.items()
        if not (DOCS / name).exists() or (DOCS / name).read_bytes() != content
    ]
    if given.check:
        sys.exit(f"Run python docs/make.py: {', '.join(stale)}" if stale else 0)
    for name in stale:
        (DOCS / name).parent.mkdir(exist_ok=True)
        (DOCS / name).write_bytes(made[name])


if __name__ == "__main__":
    main()
