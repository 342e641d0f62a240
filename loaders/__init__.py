"""Sources: what a person names on the command line, and the loader that reads it."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from trendweave.graph.errors import UsageError

if TYPE_CHECKING:
    from trendweave.graph.model import Record, SourceInfo

    from .check import Check

_NAME = re.compile(r"[a-z0-9][a-z0-9.\-]{0,79}")
SHIPPED = ("report",)
"""Folders of facts that travel with the project."""

CATALOGUES: dict[str, str] = {
    "aio": "aio",
    "ecosystem-graphs": "ecosystem_graphs",
    "epoch": "epoch",
    "hardware": "hardware",
    "llms-in-china": "llms_in_china",
    "models.dev": "models_dev",
    "robotics": "robotics",
}
"""Catalogues that a loader of their own reads, as ``NAME=PATH``: its module here, by the name."""


class Source(Protocol):
    """What a loader offers, whatever it reads."""

    def info(self) -> SourceInfo:
        """Who claims. Raises :class:`InputError`."""

    def records(self, text: Path | None = None) -> Iterator[Record]:
        """Every record; with the reader's copy of a report's text, its sentences too."""

    def check(self, text: Path | None = None) -> Check:
        """Every finding about the source; with a text, about every pointer too."""


class Facts(NamedTuple):
    """A folder of facts, under the name that its claims bear where it is not its own."""

    name: str | None
    folder: Path

    def info(self) -> SourceInfo:
        """Who claims. Raises :class:`InputError`."""
        from .folder import source_info

        info = source_info(self.folder)
        return info.model_copy(update={"id": self.name}) if self.name else info

    def records(self, text: Path | None = None) -> Iterator[Record]:
        """Every record; with the reader's copy of the text, each with its supporting sentence."""
        from . import check, facts

        quote = check.quoter(text) if text else None
        return facts.records(self.folder, self.info(), quote)

    def check(self, text: Path | None = None) -> Check:
        """Every finding about the source; with a text, about every pointer too."""
        from . import check

        return check.check(self.folder, self.info(), text)


class Loader(Protocol):
    """A module that reads one catalogue: who claims, and a pure generator of records."""

    SOURCE: SourceInfo

    def records(self, path: Path) -> Iterator[Record]:
        """Every record of the file or folder."""


class Catalogue(NamedTuple):
    """A catalogue that a module here reads, from a path or an https address."""

    loader: Loader
    place: str

    def info(self) -> SourceInfo:
        """Who claims."""
        return self.loader.SOURCE

    def records(self, text: Path | None = None) -> Iterator[Record]:
        """Every record. Raises :class:`UsageError` for a text, which only a report has."""
        if text is not None:
            raise UsageError(f"{self.info().id} is a catalogue and has no text: leave out --text.")
        from .fetch import fetched, is_address

        if not is_address(self.place):
            yield from self.loader.records(Path(self.place).expanduser())
            return
        with fetched(self.place) as copy:
            yield from self.loader.records(copy)

    def check(self, text: Path | None = None) -> Check:
        """Every finding about the source."""
        from .check import gathered_check

        return gathered_check(self.info(), self.records(text))


def find(spec: str) -> Source:
    """The source that ``spec`` names: a shipped name, ``NAME=PATH``, a folder of facts, a mapping.

    Raises :class:`UsageError` where there is none.
    """
    name, equals, path = spec.partition("=")
    if not equals and spec in SHIPPED:
        with as_file(files(__package__).joinpath(spec)) as folder:
            return Facts(spec, folder)
    if equals and not _NAME.fullmatch(name):
        raise UsageError(
            f"{name} cannot name a source: use small letters, digits, points and hyphens."
        )
    place = Path(path if equals else spec).expanduser()
    if equals and name in CATALOGUES:
        return Catalogue(importlib.import_module(f"{__name__}.{CATALOGUES[name]}"), path)
    if place.suffix in {".yaml", ".yml"} and place.is_file():
        from .table import Table

        return Table(name if equals else None, place)
    if not place.is_dir():
        catalogues = "".join(f"{catalogue}=PATH, " for catalogue in CATALOGUES)
        raise UsageError(
            f"There is no source {spec}: name a shipped one ({', '.join(SHIPPED)}), {catalogues}"
            "a folder of facts, the mapping of a table (.yaml), or NAME=FOLDER."
        )
    return Facts(name if equals else None, place)
