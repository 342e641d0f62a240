"""Which things a name means: in either language, in any spelling, with its maker in front."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from trendweave.graph.database import Database
from trendweave.graph.errors import NotFound
from trendweave.graph.identity import key, lookup
from trendweave.graph.wording import KINDS_ZH, Entity

from . import library

BUILT = ("Model", "Product", "Technique", "Benchmark", "Dataset", "Hardware")
BUILDERS = ("Company", "Person")
_LIKELY = 200
"""How many names are compared letter by letter."""


def entity(row: Mapping[str, Any], field: str = "thing") -> Entity:
    """The entity in the columns ``<field>_id``, ``<field>_kind``, ``<field>``, ``<field>_zh``."""
    return {
        "id": row[f"{field}_id"],
        "kind": row[f"{field}_kind"],
        "name": row[field],
        "name_zh": row[f"{field}_zh"],
    }


def find(database: Database, name: str, kinds: Collection[str] = tuple(KINDS_ZH)) -> list[Entity]:
    """Every thing of these kinds that bears the name, or else what the name means.

    Where no thing bears it in any spelling: what identity takes it for, also with its maker in
    front. Raises :class:`NotFound` with the nearest names, or with the kind that the name is of.
    """
    found = named(database, name)
    fitting = [thing for thing in found if thing["kind"] in kinds]
    fitting = fitting or meant(database, name, kinds) or behind_maker(database, name, kinds)
    if not fitting:
        raise unknown(database, name, found)
    return fitting


def named(database: Database, name: str) -> list[Entity]:
    """Every thing, of whatever kind, that a source or the alias table calls so."""
    return [entity(row) for row in library.run(database, "find", name=lookup(name))]


def meant(database: Database, name: str, kinds: Iterable[str]) -> list[Entity]:
    """What identity takes the name for, in each of these kinds: every sense that is in the graph.

    The name may also be an id.
    """
    from trendweave.graph.identity import identify

    ids = dict.fromkeys([name.strip()])
    for kind in kinds:
        one = identify(kind, name)
        ids.update(dict.fromkeys((one.id, *one.alternatives)))
    return [thing for thing in having_ids(database, ids) if thing["kind"] in kinds]


def having_ids(database: Database, ids: Iterable[str]) -> list[Entity]:
    """The things of these ids that are in the graph."""
    return [entity(row) for row in library.run(database, "having-ids", ids=list(ids))]


def behind_maker(database: Database, name: str, kinds: Collection[str]) -> list[Entity]:
    """The things that the name means with its maker, as the graph has it, taken off."""
    whole = key(name)
    for cut in range(1, len(whole)):
        front, rest = (side.replace("-", "").strip("/:") for side in (whole[:cut], whole[cut:]))
        if front and rest and library.run(database, "find", name=front):
            rows = library.run(database, "of-maker", maker=front, name=rest)
            if found := [entity(row) for row in rows if row["thing_kind"] in kinds]:
                return found
    return []


def unknown(database: Database, name: str, others: Iterable[Entity] = ()) -> NotFound:
    """The refusal: what the name is of instead, or the nearest names."""
    for other in others:
        kind = other["kind"].lower()
        command = "builds" if other["kind"] in BUILDERS else "who-builds"
        if other["kind"] not in (*BUILT, *BUILDERS):
            command = "show"
        return NotFound(
            f"{other['name']} is a {kind}, which this question is not about: "
            f"try `trendweave {command} {name}`."
        )
    return NotFound(f"Nothing is called “{name}”.", nearest(database, name))


def nearest(database: Database, name: str, most: int = 5) -> list[str]:
    """Names like ``name``, best first; empty on an empty database."""
    import difflib

    wanted = lookup(name)
    pairs = _pairs(wanted)
    (row,) = database.read("MATCH (k:Name) RETURN collect(k.id) AS keys")
    keys = sorted(key_ for key_ in row["keys"] if ":" not in key_)
    close = [k for k in keys if len(wanted) > 1 and (wanted in k or (len(k) > 2 and k in wanted))]
    close.sort(key=lambda k: (abs(len(k) - len(wanted)), k))
    alike = sorted(keys, key=lambda k: -len(pairs & _pairs(k)) / (len(k) + len(wanted)))
    close += difflib.get_close_matches(wanted, alike[:_LIKELY], n=most, cutoff=0.6)
    names: dict[str, None] = {}
    for key_ in dict.fromkeys(close):
        names |= dict.fromkeys(thing["name"] for thing in named(database, key_))
        if len(names) >= most:
            break
    return list(names)[:most]


def _pairs(key_: str) -> set[str]:
    """Each two letters that follow each other: cheap to compare."""
    return {key_[i : i + 2] for i in range(len(key_) - 1)}


def with_units(database: Database, ids: Iterable[str]) -> list[str]:
    """These ids, and those of the units of the organisations among them, at any depth."""
    found = dict.fromkeys(ids)
    rows = library.run(database, "units-of", ids=list(found))
    return list(found | dict.fromkeys(row["unit_id"] for row in rows))
