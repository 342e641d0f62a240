"""What was made when: the dated things, by whom, in the order of time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from .web import Web

MOST: Final = 120
BUILDERS: Final = ("Company", "Person")


class Dated(NamedTuple):
    """A thing, when it came about (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``), and its makers."""

    id: str
    date: str
    makers: tuple[str, ...]


def dated(things: Iterable[Mapping[str, Any]], built: Iterable[Mapping[str, Any]]) -> list[Dated]:
    """The earliest known date of each thing, with its makers; in the order of time.

    A date of the making goes before one of the thing, which may be that of any event.
    """
    dates = {row["thing_id"]: str(row["date"]) for row in things}
    first: dict[str, str] = {}
    makers: dict[str, set[str]] = {}
    for row in built:
        id_, date = row["thing_id"], str(row["date"])
        first[id_] = min(date, first.get(id_, date))
        makers.setdefault(id_, set()).add(row["builder_id"])
    dates.update(first)
    found = (Dated(i, date, tuple(sorted(makers.get(i, ())))) for i, date in dates.items())
    return sorted(found, key=lambda d: (d.date, d.id))


def of(web: Web, ids: Iterable[str]) -> set[str]:
    """These things, what builders among them build, and what touches the others."""
    found = set(ids)
    for id_ in list(found):
        builds = web.things[id_].kind in BUILDERS
        found |= {
            other
            for other, keys in web.others(id_).items()
            if not builds or any(key[1] == "BUILDS" for key in keys)
        }
    return found


def when(date: str) -> float:
    """A date as a year with its part, the middle of what it leaves open: ``2025`` is 2025.5."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return parts[0] + 0.5
    day = parts[2] if len(parts) > 2 else 15.5
    return round(parts[0] + (parts[1] - 1 + (day - 0.5) / 31) / 12, 4)
