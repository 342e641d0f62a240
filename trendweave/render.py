"""Answers for a person: a table, JSON, or CSV. JSON is the answer as it stands."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from collections.abc import Sequence
from typing import Any

from .reader import Reader

FORMATS = ("table", "json", "csv")

Cells = Sequence[Sequence[Any]]


def json_text(answer: Any) -> str:
    """One line of JSON, Chinese as Chinese."""
    return json.dumps(answer, ensure_ascii=False)


def write(
    format_: str, answer: Any, columns: Sequence[str], cells: Cells, reader: Reader | None = None
) -> None:
    """Print an answer in one of :data:`FORMATS`; a table has its headings in ``reader``'s words."""
    reader = reader or Reader()
    if format_ == "json":
        print(json_text(answer))
    elif format_ == "csv":
        out = csv.writer(sys.stdout, lineterminator="\n")
        out.writerow(columns)
        out.writerows([[reader.text(cell) for cell in row] for row in cells])
    else:
        table([reader.heading(column) for column in columns], cells, reader)


def table(headings: Sequence[str], cells: Cells, reader: Reader) -> None:
    """A table as wide as the terminal, or wide enough for a file."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for heading in headings:
        shown.add_column(heading, overflow="fold")
    for row in cells:
        shown.add_row(*(Text(reader.text(cell)) for cell in row))
    width = shutil.get_terminal_size((120, 40)).columns if sys.stdout.isatty() else 140
    width = int(os.environ.get("COLUMNS", width))
    Console(width=width, highlight=False, emoji=False).print(shown)
