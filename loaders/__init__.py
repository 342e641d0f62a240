"""Sources: what a person names on the command line, and the loader that reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from trendweave.graph.errors import UsageError

if TYPE_CHECKING:
    from trendweave.graph.model import Record, SourceInfo

    from .check import Check

_NAME = re.compile(r"[a-z0-9][a-z0-9.\-]{0,79}")
SHIPPED = ("report",)
"""Folders of facts that travel with the project."""


class Source(NamedTuple):
    """A folder of facts under the name that its claims bear."""

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


def find(spec: str) -> Source:
    """The source that ``spec`` names: a shipped name, ``NAME=PATH`` or a folder of facts.

    Raises :class:`UsageError` where there is none.
    """
    name, equals, path = spec.partition("=")
    if not equals and spec in SHIPPED:
        with as_file(files(__package__).joinpath(spec)) as folder:
            return Source(spec, folder)
    if equals and not _NAME.fullmatch(name):
        raise UsageError(
            f"{name} cannot name a source: use small letters, digits, points and hyphens."
        )
    folder = Path(path if equals else spec).expanduser()
    if not folder.is_dir():
        raise UsageError(
            f"There is no source {spec}: name a shipped one ({', '.join(SHIPPED)}), "
            "a folder of facts, or NAME=FOLDER."
        )
    return Source(name if equals else None, folder)
