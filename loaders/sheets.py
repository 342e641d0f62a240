"""The rows of a table in any of the usual formats, as values by column."""

from __future__ import annotations

import csv
import importlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from trendweave.graph.errors import InputError, UsageError

from . import inputs

Row = dict[str, Any]
Numbered = Iterator[tuple[int, Row]]


class Layout(NamedTuple):
    """Where in a file the table stands."""

    format: str | None = None
    """One of :data:`FORMATS`; the file's suffix where it is not given."""
    sheet: str | None = None
    """Of a workbook; its first one where it is not given."""
    at: str | None = None
    """In JSON, the way to the list: names joined by points."""
    delimiter: str | None = None
    """Between the cells of CSV."""


def read(path: Path, layout: Layout) -> Numbered:
    """Every row with its number, counted as a spreadsheet counts: the header is row 1.

    Raises :class:`InputError` for a file that is not what it should be, :class:`UsageError` where
    the library that reads it is missing.
    """
    format_ = layout.format or path.suffix.lstrip(".").lower()
    if format_ not in FORMATS:
        raise InputError(f"{path.name}: say its format, one of {', '.join(FORMATS)}.")
    if not path.is_file():
        raise InputError(f"{path} is no file: name one beside the mapping, or an https:// address.")
    if path.stat().st_size > inputs.LARGEST:
        raise InputError(f"{path.name} has more than {inputs.LARGEST >> 20} MiB: divide it.")
    return FORMATS[format_](path, layout)


def _csv(path: Path, layout: Layout) -> Numbered:
    delimiter = layout.delimiter or (
        "\t" if path.suffix == ".tsv" or layout.format == "tsv" else ","
    )
    lines = io.StringIO(inputs.text(path), newline="")
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        yield from _headed(reader)
    except csv.Error as error:
        raise InputError(f"{path.name}:{reader.line_num} is not CSV: {error}.") from None


def _headed(rows: Iterable[list[Any]]) -> Numbered:
    """Rows under the first, without empty ones; cells that a row lacks are None."""
    header: list[str] = []
    for number, cells in enumerate(rows, 1):
        if all(cell in (None, "") for cell in cells):
            continue
        if header:
            yield number, {**dict.fromkeys(header), **dict(zip(header, cells, strict=False))}
        else:
            header = [str(cell if cell is not None else "").strip() for cell in cells]


def _json(path: Path, layout: Layout) -> Numbered:
    """A list of objects, or an object of objects, whose keys become the column ``key``."""
    try:
        found = json.loads(inputs.text(path))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path.name} is not JSON: {error}.") from None
    for name in layout.at.split(".") if layout.at else ():
        found = found.get(name) if isinstance(found, dict) else None
    if isinstance(found, dict):
        found = [{"key": key, **row} for key, row in found.items() if isinstance(row, dict)]
    if not isinstance(found, list):
        raise InputError(f"{path.name} has no list of objects: say with `at` where it stands.")
    yield from ((number, row) for number, row in enumerate(found, 1) if isinstance(row, dict))


def _xlsx(path: Path, layout: Layout) -> Numbered:
    calamine = _library("python_calamine", "xlsx", path)
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > 8 * inputs.LARGEST:
                raise InputError(f"{path.name} is far larger unpacked: divide it.")
        book = calamine.CalamineWorkbook.from_path(str(path))
        name = layout.sheet or book.sheet_names[0]
        if name not in book.sheet_names:
            raise InputError(
                f"{path.name} has no sheet {name}: it has {', '.join(book.sheet_names)}."
            )
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (zipfile.BadZipFile, calamine.CalamineError, IndexError, OSError) as error:
        raise InputError(f"{path.name} is not a workbook: {error}.") from None
    yield from _headed(rows)


def _parquet(path: Path, _: Layout) -> Numbered:
    pyarrow, parquet = (_library(m, "parquet", path) for m in ("pyarrow", "pyarrow.parquet"))
    try:
        with parquet.ParquetFile(path) as table:
            groups = range(table.metadata.num_row_groups)
            sizes = (table.metadata.row_group(group).total_byte_size for group in groups)
            if sum(sizes) > 8 * inputs.LARGEST:
                raise InputError(f"{path.name} is far larger unpacked: divide it.")
            number = 1
            for batch in table.iter_batches(batch_size=1_000):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"{path.name} is not Parquet: {str(error).splitlines()[0]}.") from None


def _library(module: str, extra: str, path: Path) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        raise UsageError(
            f"{path.name} needs a library that is not installed: "
            f'run pip install "trendweave[{extra}]", or save it as CSV.'
        ) from None


FORMATS: dict[str, Callable[[Path, Layout], Numbered]] = {
    "csv": _csv,
    "tsv": _csv,
    "json": _json,
    "xlsx": _xlsx,
    "parquet": _parquet,
}
