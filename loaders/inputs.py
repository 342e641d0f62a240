"""Files of a catalogue: found, bounded and opened, with one sentence for what is wrong with one."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

from trendweave.graph.errors import InputError

LARGEST = 64 * 1024 * 1024
"""Bytes of a file or download: the largest catalogue known has a tenth of it."""

Row = dict[str, str]


def text(path: Path) -> str:
    """The text of a UTF-8 file. Raises :class:`InputError`."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path.name} has more than {LARGEST >> 20} MiB: divide it.")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path.name} is not UTF-8 (byte {error.start}): save it as UTF-8."
        ) from None
    except OSError as error:
        why = (error.strerror or "an error").lower()
        raise InputError(f"{path.name} cannot be read ({why}): name a readable file.") from None


def rows(path: Path, needed: Iterable[str], what: str) -> Iterator[tuple[int, Row]]:
    """The rows of a CSV file by column, numbered as a spreadsheet does: the header is row 1.

    ``what`` says for the error what the file should have been. Raises :class:`InputError`.
    """
    if not path.is_file():
        raise InputError(f"{path} is no file: name {what}.")
    reader = csv.reader(io.StringIO(text(path), newline=""), strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        if missing := [column for column in needed if column not in header]:
            raise InputError(
                f"{path.name} lacks the column{'s' * (len(missing) > 1)} {', '.join(missing)}: "
                f"it is not {what}."
            )
        for number, cells in enumerate(reader, 2):
            yield number, dict(zip(header, itertools.chain(cells, itertools.repeat(""))))  # noqa: B905
    except csv.Error as error:
        raise InputError(f"{path.name}:{reader.line_num} is not CSV: {error}.") from None


def found(folder: Path, pattern: str, what: str) -> list[Path]:
    """The files of a folder, in order; links that lead nowhere or out of it are left out.

    ``what`` says for the error what the folder should have been. Raises :class:`InputError`.
    """
    root = folder.resolve()
    files = [
        file
        for file in sorted(folder.glob(pattern))
        if file.is_file() and file.resolve().is_relative_to(root)
    ]
    if not files:
        raise InputError(f"{folder} has no {pattern}: name {what}.")
    return files
