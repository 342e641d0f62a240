"""Questions about things by name, answered from saved queries as plain, JSON-ready data."""

from __future__ import annotations

from itertools import groupby
from typing import TypedDict

from trendweave.graph.claims import Evidence, evidence
from trendweave.graph.database import Database, Row
from trendweave.graph.errors import NotFound
from trendweave.graph.identity import lookup
from trendweave.graph.wording import Entity, discussed, names, says

from . import library
from .naming import entity, find

BUILT = ("Model", "Product", "Technique", "Benchmark", "Dataset", "Hardware")
BUILDERS = ("Company", "Person")


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
    country: str | None
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


def who_builds(database: Database, name: str, *, quotes: bool = False) -> WhoBuilds:
    """Who builds each thing of that name. Raises :class:`NotFound`."""
    found = _asked(database, "who-builds", "thing", name, BUILT)
    answers: list[Built] = []
    for _, group in groupby(found, key=lambda row: row["thing_id"]):
        some = list(group)
        builders = [
            _supported(row, "builder", _says_builds(row), quotes)
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
            _supported(row, "thing", _says_builds(row), quotes) for row in some if row["thing_id"]
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
            if wanted.pop(row["thing_id"], None) is None:
                continue
            mine = [r for r in related if r["thing_id"] == row["thing_id"]]
            answers.append(
                {
                    "entity": entity(row),
                    "aliases": row["aliases"],
                    "category": row["category"],
                    "country": row["country"],
                    "date": row["date"],
                    "figures": row["figures"] or [],
                    "mention": bool(row["mention"]),
                    "disputed": row["disputed"] or [],
                    "certainty": row["certainty"],
                    "evidence": _evidence(row, discussed(names(entity(row)))[0], quotes),
                    "relationships": [_related(row, r, quotes) for r in mine],
                }
            )
    return {"question": f"what is known of {name}", "answers": answers}


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


def _evidence(row: Row, said: str, quotes: bool) -> list[Evidence]:
    return evidence(row["claims"], said, quotes=quotes)


def _says_builds(row: Row) -> str:
    return says("BUILDS", names(entity(row, "builder")), names(entity(row)))[0]


def _supported(row: Row, field: str, said: str, quotes: bool) -> Supported:
    found = entity(row, field)
    return {
        "id": found["id"],
        "kind": found["kind"],
        "name": found["name"],
        "name_zh": found["name_zh"],
        "certainty": row["certainty"],
        "evidence": _evidence(row, said, quotes),
    }


def _related(thing: Row, row: Row, quotes: bool) -> Related:
    other = entity(row, "other")
    ends = names(entity(thing)), names(other)
    source, target = ends if row["forward"] else ends[::-1]
    return {
        "type": row["type"],
        "forward": row["forward"],
        "other": other,
        "certainty": row["certainty"],
        "role": row["role"],
        "results": row["results"] or [],
        "evidence": _evidence(row, says(row["type"], source, target)[0], quotes),
    }
