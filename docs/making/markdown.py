"""Tables of Markdown."""

from __future__ import annotations

from collections.abc import Sequence


def table(columns: Sequence[object], rows: Sequence[Sequence[object]]) -> list[str]:
    """The lines of a table."""
    return [row(columns), "|---" * len(columns) + "|", *map(row, rows)]


def row(cells: Sequence[object]) -> str:
    """A line of a table; what is zero or nothing stays empty."""
    return "| " + " | ".join("" if cell in (0, None) else _cell(str(cell)) for cell in cells) + " |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
