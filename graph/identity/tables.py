"""The files of the table: those that travel with the project, and a user's judgements.

A file is read when a question of its kind is asked.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterable, Iterator, Mapping

from .judgements import place, read_judgements, usual_place
from .table import MODEL, ORGANISATION, AliasTable, Entry, Judgement, Release

SHIPPED = ("organisations.csv", "things.csv", "families.csv", "releases.csv")


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
        """Of the shipped files, the code that reads them and what the judgements do."""
        import hashlib
        from importlib.resources import files

        from .judged import judged
        from .rules import by_rule

        whole = hashlib.sha256()
        for file in sorted(files(__package__).iterdir(), key=lambda file: file.name):
            if file.name.endswith((".csv", ".py")):
                whole.update(file.read_bytes())
        heads, apart = judged(self, by_rule)
        effect = repr((sorted(heads.items()), sorted(apart.items())))
        whole.update(effect.encode("utf-8", "surrogatepass"))
        return whole.hexdigest()[:16]


def _shipped(name: str) -> bytes:
    from importlib.resources import files

    return files(__package__).joinpath(name).read_bytes()


def shipped_table(aliases: str | None = None, *, may_be_absent: bool = False) -> ShippedTable:
    """The shipped table with the user's judgements: from ``aliases``, else the usual place.

    Raises :class:`UsageError` where a file is named that cannot be read or does not fit; one that
    is still to be made, as by the first judgement, ``may_be_absent``.
    """
    file = place(aliases)
    needed = file != usual_place() and not may_be_absent
    return _with(read_judgements(file) if needed or file.is_file() else ())


@functools.lru_cache(maxsize=8)
def _with(judgements: tuple[Judgement, ...]) -> ShippedTable:
    return ShippedTable(judgements)
