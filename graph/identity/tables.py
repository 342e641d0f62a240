"""The files of the table: those that travel with the project, and a user's judgements.

A file is read when a question of its kind is asked.
"""

from __future__ import annotations

import csv
import functools
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..errors import UsageError
from .table import MODEL, ORGANISATION, AliasTable, Entry, Judgement, Release

SHIPPED = ("organisations.csv", "things.csv", "families.csv", "releases.csv")
COLUMNS = ("kind", "name", "context", "other", "other_context", "judgement")


def _list(text: str | None) -> tuple[str, ...]:
    return tuple(item.strip() for item in (text or "").split("|") if item.strip())


def entries(rows: Iterable[Mapping[str, str]]) -> Iterator[Entry]:
    """Things from rows of any of the shipped files."""
    for row in rows:
        yield Entry(
            row["id"],
            row["name"],
            row.get("name_zh") or None,
            _list(row.get("aliases")),
            row.get("maker") or None,
            row["reason"],
            row.get("country") or None,
            row.get("category") or None,
            row.get("part_of") or None,
            row.get("homonym") or None,
        )


def releases(rows: Iterable[Mapping[str, str]]) -> Iterator[Release]:
    """Releases from the rows of ``releases.csv``."""
    for row in rows:
        yield Release(
            row["id"],
            row["version_of"] or None,
            tuple(tuple(s.split("=")) for s in _list(row["snapshots"])),
            frozenset(_list(row["only"])),
            row["moving"] == "yes",
        )


class ShippedTable(AliasTable):
    """The table that travels with the project, with the judgements of a user."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        super().__init__((), (), judgements)
        self._read: set[str] = set()

    def _ready(self, kind: str) -> None:
        names = {ORGANISATION: SHIPPED[:1], MODEL: SHIPPED[2:]}.get(kind, SHIPPED[1:2])
        for name in names:
            if name not in self._read:
                self._read.add(name)
                rows = list(csv.DictReader(_shipped(name).decode("utf-8").splitlines()))
                self._add(entries(rows))
                if name == "releases.csv":
                    self._releases = {release.id: release for release in releases(rows)}

    @functools.cached_property
    def digest(self) -> str:
        """Of the shipped files, the code that reads names by them and the user's judgements."""
        import hashlib
        from importlib.resources import files

        whole = hashlib.sha256()
        for file in sorted(files(__package__).iterdir(), key=lambda file: file.name):
            if file.name.endswith((".csv", ".py")):
                whole.update(file.read_bytes())
        for judgement in sorted(map(repr, self.judgements)):
            whole.update(judgement.encode("utf-8", "surrogatepass"))
        return whole.hexdigest()[:16]


def _shipped(name: str) -> bytes:
    from importlib.resources import files

    return files(__package__).joinpath(name).read_bytes()


@functools.cache
def shipped_table(aliases: str | None = None) -> ShippedTable:
    """The shipped table with the user's judgements: from ``aliases``, else the usual place.

    Raises :class:`UsageError` where a file is named that cannot be read or does not fit.
    """
    named = aliases or os.environ.get("TRENDWEAVE_ALIASES")
    if named:
        return ShippedTable(read_judgements(Path(named)))
    usual = usual_place()
    return ShippedTable(read_judgements(usual) if usual.is_file() else ())


def usual_place() -> Path:
    """Where a user's own judgements are kept when no other place is named."""
    from platformdirs import user_data_path

    return user_data_path("trendweave", appauthor=False) / "aliases.csv"


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements in a user's file: CSV with the columns :data:`COLUMNS`.

    Raises :class:`UsageError` where it cannot be read or does not fit.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path} cannot be read as a table of aliases ({error}).") from None
    found = []
    for number, row in enumerate(rows, 2):
        verdict = row.get("judgement")
        if verdict not in ("same", "different", "unsure") or not all(
            map(row.get, ("kind", "name", "other"))
        ):
            raise UsageError(
                f"{path}, line {number}: it needs {', '.join(COLUMNS)}, and as judgement same, "
                "different or unsure."
            )
        found.append(
            Judgement(
                row["kind"],
                row["name"],
                row.get("context") or None,
                row["other"],
                row.get("other_context") or None,
                verdict,  # type: ignore[arg-type]
            )
        )
    return tuple(found)
