"""What the graph has on the making of things: builders, later versions, kin, and groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from trendweave.graph.claims import unpack
from trendweave.graph.database import Database, Row
from trendweave.graph.wording import Entity

from . import library
from .majority import Verdict, judged
from .naming import entity


class Making(NamedTuple):
    """What the graph has on the making of one thing."""

    thing: Entity
    row: Row
    """What is known of it; empty for what is not in the graph."""
    tied: dict[str, list[Row]]
    """By relationship a row for each who builds it, who offers it, and each later version."""

    @property
    def built(self) -> list[Row]:
        """A row a builder."""
        return self.tied.get("BUILDS", [])

    @property
    def later(self) -> list[str]:
        """The ids of its later versions."""
        return [row["other_id"] for row in self.tied.get("VERSION_OF", ())]

    @property
    def standing(self) -> tuple[bool, int, str]:
        """Its place among the things of a name: mentions last, what most sources know first."""
        return bool(self.row.get("mention")), -len(self.row.get("said_by") or ()), self.thing["id"]

    def voices(self) -> dict[str, set[str]]:
        """Of each builder the sources that name it."""
        return {row["other_id"]: {c["source"] for c in unpack(row["claims"])} for row in self.built}


def making(
    database: Database, keys: Iterable[str], query: str = "made-by", field: str = "keys"
) -> dict[str, Making]:
    """What is known of the making of all that is under these keys or ids, by id."""
    found: dict[str, Making] = {}
    seen = set()
    for row in library.run(database, query, **{field: sorted(keys)}):
        one = found.setdefault(row["thing_id"], Making(entity(row), row, defaultdict(list)))
        tie = one.thing["id"], row["type"], row["other_id"]
        if row["type"] and tie not in seen:
            seen.add(tie)
            one.tied[row["type"]].append(row)
    return found


class Organisations:
    """The organisations above the builders, as the alias table and the sources have them."""

    def __init__(self, database: Database, made: Iterable[Making]) -> None:
        rows = {row["other_id"]: row for one in made for row in one.built}
        self.entities: dict[str, Entity] = {}
        self.above = {id_: list(row["groups"] or ()) for id_, row in rows.items()}
        units = {id_ for id_, row in rows.items() if row["part"] or row["groups"]}
        ids = units.union(*self.above.values())
        for row in library.run(database, "organisations-above", ids=sorted(ids)) if ids else ():
            for end in ("unit", "whole"):
                if row[f"{end}_id"]:
                    self.entities[row[f"{end}_id"]] = entity(row, end)
            above = self.above.setdefault(row["unit_id"], [])
            if row["whole_id"] and row["whole_id"] not in (*above, row["unit_id"]):
                above.append(row["whole_id"])

    def verdict(self, one: Making) -> Verdict:
        """Who builds it by the majority of its sources."""
        return judged(one.voices(), self.above)

    def verdict_on(self, members: Iterable[Making]) -> Verdict:
        """Who builds most of these things."""
        voices: dict[str, set[str]] = {}
        for member in members:
            for row in member.built:
                voices.setdefault(row["other_id"], set()).add(member.thing["id"])
        return judged(voices, self.above)


class Kin(NamedTuple):
    """What a name is the family of, and those of it that somebody builds."""

    itself: Entity
    known: bool
    """Whether the family has any member in the graph."""
    told: list[Making]
    """The members with a builder, else such relatives."""


def kin(database: Database, kind: str, name: str) -> Kin:
    """The family that a name would be of, whether or not that is in the graph."""
    from trendweave.graph.identity.kin import family

    asked = family(kind, name)
    front = asked.front
    end = front[:-1] + chr(ord(front[-1]) + 1)
    ids = [row["key"] for row in library.run(database, "keys-between", first=front, end=end)]
    made = making(database, ids, "makers-of", "ids") if ids else {}
    built = [(id_, one.thing["name"]) for id_, one in made.items() if id_.startswith(front)]
    told = asked.members(built) or asked.relatives(built)
    return Kin(
        {"id": asked.id, "kind": kind, "name": asked.name, "name_zh": asked.name_zh},
        bool(asked.members([*built, *((id_, "") for id_ in ids)])),
        [made[id_] for id_ in told],
    )
