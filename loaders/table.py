"""The loader of a table of any kind, as its mapping file describes it: no code is needed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

from trendweave.graph.errors import InputError, UsageError
from trendweave.graph.model import (
    Access,
    Category,
    Claim,
    Edge,
    Line,
    Record,
    Ref,
    Reject,
    SourceInfo,
    Thing,
)

from . import cells, fetch, mapping, sheets
from .check import Check, gathered_check
from .mapping import KindOf, Listed, Mapping, Things


class Table(NamedTuple):
    """A mapping file, under the name that its claims bear where it is not its own."""

    name: str | None
    path: Path

    def info(self) -> SourceInfo:
        """Who claims. Raises :class:`InputError`."""
        info = mapping.read(self.path).source
        return info.model_copy(update={"id": self.name}) if self.name else info

    def records(self, text: Path | None = None) -> Iterator[Record]:
        """Every record. Raises :class:`UsageError` for a text, :class:`InputError`."""
        if text is not None:
            raise UsageError(f"{self.path.name} is a table and has no text: leave out --text.")
        said = mapping.read(self.path)
        with self._file(said) as file:
            layout = sheets.Layout(said.format, said.sheet, said.at, said.delimiter)
            for position, (number, row) in enumerate(sheets.read(file, layout)):
                if not position:
                    _check_columns(said, row, file.name)
                for things in said.things:
                    yield from _Row(row, number, file.name, said).records(things)

    def check(self, text: Path | None = None) -> Check:
        """Every finding about the source."""
        return gathered_check(self.info(), self.records(text))

    @contextlib.contextmanager
    def _file(self, said: Mapping) -> Iterator[Path]:
        if fetch.is_address(said.file):
            with fetch.fetched(said.file) as copy:
                yield copy
            return
        folder = self.path.parent.resolve()
        file = (folder / said.file).resolve()
        if not file.is_relative_to(folder):
            raise InputError(
                f"{self.path.name}: {said.file} must stand beside the mapping or below it."
            )
        yield file


def _check_columns(said: Mapping, row: sheets.Row, file: str) -> None:
    """A column that the first row lacks is misspelt, except in JSON, where it may be absent."""
    named = dict.fromkeys(column for things in said.things for column in things.columns())
    missing = [column for column in named if _found(row, column) is _ABSENT]
    if missing and not file.endswith(".json") and said.format != "json":
        raise InputError(
            f"{file} has no column {', '.join(missing)}: it has {', '.join(list(row)[:40])}."
        )


_ABSENT: Any = object()


def _found(row: Any, column: str) -> Any:
    """The cell of a column; a point leads into a nested object."""
    if isinstance(row, dict) and column in row:
        return row[column]
    head, point, rest = column.partition(".")
    if point and isinstance(row, dict) and head in row:
        return _found(row[head], rest)
    return _ABSENT


class _Row(NamedTuple):
    row: sheets.Row
    number: int
    file: str
    said: Mapping

    def cell(self, column: str | None) -> Any:
        found = _found(self.row, column) if column else None
        return None if found is _ABSENT or found in self.said.placeholders else found

    def names(self, given: str | Listed | None) -> list[str]:
        """The names of a cell, which may be a list already."""
        listed = Listed(column=given) if isinstance(given, str) else given
        if listed is None:
            return []
        cell = self.cell(listed.column)
        if not isinstance(cell, list):
            cell = str(cell or "").split(listed.split) if listed.split else [cell]
        names = filter(None, (cells.name(part) for part in cell))
        return [name for name in dict.fromkeys(names) if name not in self.said.placeholders]

    def records(self, things: Things) -> Iterator[Record]:
        at = Line(file=self.file, line=self.number)
        kind = self._kind(things.kind)
        printed = cells.clean(self.cell(things.name))
        name = cells.name(printed)
        if kind is None or name is None:
            if kind and len(printed) > cells.LONGEST:
                expected = f"at most {cells.LONGEST} characters"
                got = f"{len(printed)} characters"
                yield Reject(
                    at=at, record=printed[:40], field=things.name, got=got, expected=expected
                )
            return
        maker = cells.makers(self.names(things.maker))
        claim = self._claim(things, name)
        ref = Ref(kind=kind, name=name, maker=maker, date=claim.date)
        yield Thing(
            ref=ref,
            name_zh=cells.name(self.cell(things.name_zh)),
            aliases=tuple(self.names(things.aliases)),
            category=self._word(things.category, get_args(Category)),
            claims=(claim,),
            at=at,
        )
        for relationship in things.relationships:
            end = relationship.end
            for other in self.names(end):
                there = Ref(kind=end.kind, name=other)
                source, target = (there, ref) if relationship.source else (ref, there)
                said = Claim(
                    where=f"row {self.number} · {end.column}",
                    spelt=(source.name, target.name),
                    date=claim.date,
                    link=claim.link,
                )
                yield Edge(source=source, type=relationship.type, target=target, claim=said, at=at)

    def _kind(self, kind: str | KindOf) -> str | None:
        if isinstance(kind, str):
            return kind
        return kind.words.get(cells.clean(self.cell(kind.column)))

    def _word(self, column: str | None, known: tuple[str, ...]) -> Any:
        word = cells.clean(self.cell(column)).casefold()
        return word if word in known else None

    def _claim(self, things: Things, name: str) -> Claim:
        """What the row says of its thing; a cell that cannot be read as such is shown as it is."""
        read: dict[str, Callable[[Any], Any]] = {
            "date": cells.date,
            "country": cells.country,
            "link": cells.link,
            "licence": cells.figure,
            "parameters": cells.amount,
            "compute": cells.amount,
            "access": lambda _: self._word(things.access, get_args(Access)),
        }
        values: dict[str, Any] = {}
        shown: dict[str, str | None] = {}
        for field, reader in read.items():
            cell = self.cell(getattr(things, field))
            values[field] = reader(cell)
            if values[field] is None:
                shown[field] = cells.figure(cell)
        if things.category and not self._word(things.category, get_args(Category)):
            shown["category"] = cells.figure(self.cell(things.category))
        for label, column in things.figures.items():
            shown[label] = cells.figure(self.cell(column))
        figures = {label: value for label, value in shown.items() if value}
        where = f"row {self.number} · {things.name}"
        return Claim(where=where, spelt=(name,), figures=figures, **values)
