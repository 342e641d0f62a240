"""Questions about things by name, answered from saved queries as plain, JSON-ready data."""

from __future__ import annotations

from itertools import groupby
from typing import Any, NotRequired, TypedDict

from trendweave.graph.claims import evidence
from trendweave.graph.database import Database, Row
from trendweave.graph.errors import NotFound
from trendweave.graph.identity import key, lookup
from trendweave.graph.wording import says

from . import library

BUILT = ("Model", "Product", "Technique", "Benchmark", "Dataset")
BUILDERS = ("Company", "Person")


class Entity(TypedDict):
    """A thing: its id, its kind (the label), its names."""

    id: str
    kind: str
    name: str
    name_zh: str | None


class Evidence(TypedDict):
    """One claim: who says so, where, how sure, in our words, with a link where there is one."""

    source: str
    where: str
    certainty: str
    text: str
    link: str | None
    date: NotRequired[str]
    quote: NotRequired[str]


class Supported(Entity):
    """A thing in an answer, with how sure the sources are and what they say."""

    certainty: str
    evidence: list[Evidence]


class Built(TypedDict):
    """Who builds one thing."""

    entity: Entity
    builders: list[Supported]


class WhoBuilds(TypedDict):
    """The answer to ``who-builds``: one entry a thing of that name."""

    question: str
    answers: list[Built]


class Builds(TypedDict):
    """What one builder builds."""

    entity: Entity
    things: list[Supported]


class WhatBuilds(TypedDict):
    """The answer to ``builds``: one entry a builder of that name."""

    question: str
    answers: list[Builds]


class Related(TypedDict):
    """A relationship as seen from a thing."""

    type: str
    forward: bool
    other: Entity
    certainty: str
    role: str | None
    results: list[str]
    evidence: list[Evidence]


class Shown(TypedDict):
    """All that is known of one thing."""

    entity: Entity
    aliases: list[str]
    category: str | None
    date: str | None
    figures: list[str]
    mention: bool
    disputed: list[str]
    certainty: str
    evidence: list[Evidence]
    relationships: list[Related]


class Show(TypedDict):
    """The answer to ``show``: one entry a thing of that name."""

    question: str
    answers: list[Shown]


def entity(row: Row, field: str = "") -> Entity:
    """The entity in the columns ``<field>_id``, ``<field>_kind``, ``<field>``, ``<field>_zh``."""
    if not field:
        return {
            "id": row["id"],
            "kind": row["kind"],
            "name": row["name"],
            "name_zh": row["name_zh"],
        }
    return {
        "id": row[f"{field}_id"],
        "kind": row[f"{field}_kind"],
        "name": row[field],
        "name_zh": row[f"{field}_zh"],
    }


def who_builds(database: Database, name: str, *, quotes: bool = False) -> WhoBuilds:
    """Who builds each thing of that name. Raises :class:`NotFound`."""
    found = _asked(database, "who-builds", "thing", name, BUILT)
    answers: list[Built] = []
    for _, group in groupby(found, key=lambda row: row["thing_id"]):
        some = list(group)
        builders = [
            _supported(row, "builder", says("BUILDS", row["builder"], row["thing"]), quotes)
            for row in some
            if row["builder_id"]
        ]
        answers.append({"entity": entity(some[0], "thing"), "builders": builders})
    return {"question": f"who builds {name}", "answers": answers}


def builds(database: Database, name: str, *, quotes: bool = False) -> WhatBuilds:
    """What each company or person of that name builds. Raises :class:`NotFound`."""
    found = _asked(database, "builds", "builder", name, BUILDERS)
    answers: list[Builds] = []
    for _, group in groupby(found, key=lambda row: row["builder_id"]):
        some = list(group)
        things = [
            _supported(row, "thing", says("BUILDS", row["builder"], row["thing"]), quotes)
            for row in some
            if row["thing_id"]
        ]
        answers.append({"entity": entity(some[0], "builder"), "things": things})
    return {"question": f"what does {name} build", "answers": answers}


def show(database: Database, name: str, *, quotes: bool = False) -> Show:
    """All that is known of each thing of that name. Raises :class:`NotFound`."""
    wanted = {thing["id"]: thing for thing in find(database, name)}
    answers: list[Shown] = []
    for key_ in dict.fromkeys(lookup(thing["name"]) for thing in wanted.values()):
        related = library.run(database, "relationships", name=key_)
        for row in library.run(database, "claims", name=key_):
            if wanted.pop(row["id"], None) is None:
                continue
            mine = [r for r in related if r["id"] == row["id"]]
            answers.append(
                {
                    "entity": entity(row),
                    "aliases": row["aliases"],
                    "category": row["category"],
                    "date": row["date"],
                    "figures": row["figures"] or [],
                    "mention": bool(row["mention"]),
                    "disputed": row["disputed"] or [],
                    "certainty": row["certainty"],
                    "evidence": _evidence(row, f"{row['name']} is discussed", quotes),
                    "relationships": [_related(row, r, quotes) for r in mine],
                }
            )
    return {"question": f"what is known of {name}", "answers": answers}


def find(database: Database, name: str) -> list[Entity]:
    """Every thing of that name, whatever its kind, also with its maker in front.

    Raises :class:`NotFound` with the nearest names.
    """
    found = library.run(database, "find", name=lookup(name))
    if not found:
        for bare in _without_maker(database, name):
            found += [
                r
                for r in library.run(database, "find", name=lookup(bare["name"]))
                if r["id"] == bare["id"]
            ]
    if not found:
        raise NotFound(f"Nothing is called “{name}”.", nearest(database, name))
    return [entity(row) for row in found]


def nearest(database: Database, name: str, most: int = 5) -> list[str]:
    """Names like ``name``, best first; empty on an empty database."""
    import difflib

    wanted = lookup(name)
    keys = {
        row["key"]: row["name"]
        for row in database.read(
            "MATCH (k:Name)-[:NAMES]->(n) RETURN k.id AS key, n.name AS name ORDER BY key, name"
        )
    }
    close = [k for k in keys if len(wanted) > 1 and (wanted in k or (len(k) > 2 and k in wanted))]
    close.sort(key=lambda k: (abs(len(k) - len(wanted)), k))
    close += difflib.get_close_matches(wanted, keys, n=most, cutoff=0.6)
    return list(dict.fromkeys(keys[k] for k in close))[:most]


def _asked(
    database: Database, query: str, field: str, name: str, kinds: tuple[str, ...]
) -> list[Row]:
    """Rows of a query by name, or by maker and name; else what the name means instead."""
    rows = library.run(database, query, name=lookup(name))
    if rows:
        return rows
    others = find(database, name)
    fitting = [thing for thing in others if thing["kind"] in kinds]
    for thing in fitting:
        rows += [
            row
            for row in library.run(database, query, name=lookup(thing["name"]))
            if row[f"{field}_id"] == thing["id"]
        ]
    if rows:
        return rows
    kind = others[0]["kind"].lower()
    other = "builds" if query == "who-builds" else "who-builds"
    raise NotFound(
        f"{others[0]['name']} is a {kind}, which this question is not about: "
        f"try `trendweave {other if kind in ('company', 'person') else 'show'} {name}`."
    )


def _without_maker(database: Database, name: str) -> list[Row]:
    whole = key(name)
    for cut in range(1, len(whole)):
        front, rest = whole[:cut].replace("-", ""), whole[cut:].replace("-", "")
        if not rest or not library.run(database, "find", name=front):
            continue
        found = library.run(database, "of-maker", maker=front, name=rest)
        if found:
            return found
    return []


def _evidence(row: Row, text: str, quotes: bool) -> list[Any]:
    return evidence(row["claims"], text, quotes=quotes)


def _supported(row: Row, field: str, text: str, quotes: bool) -> Supported:
    found = entity(row, field)
    return {
        "id": found["id"],
        "kind": found["kind"],
        "name": found["name"],
        "name_zh": found["name_zh"],
        "certainty": row["certainty"],
        "evidence": _evidence(row, text, quotes),
    }


def _related(thing: Row, row: Row, quotes: bool) -> Related:
    other = entity(row, "other")
    ends = (thing["name"], other["name"])
    source, target = ends if row["forward"] else ends[::-1]
    return {
        "type": row["type"],
        "forward": row["forward"],
        "other": other,
        "certainty": row["certainty"],
        "role": row["role"],
        "results": row["results"] or [],
        "evidence": _evidence(row, says(row["type"], source, target), quotes),
    }
