"""What a builder builds and what is known of a thing: answers as plain, JSON-ready data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypedDict

from trendweave.graph.claims import Evidence, evidence, unpack
from trendweave.graph.database import Database, Row
from trendweave.graph.identity import lookup
from trendweave.graph.wording import Entity, discussed, names, says, through_units

from . import library
from .builders import Supported
from .naming import BUILDERS, entity, find


class Thing(Supported):
    """What is built, and by which units where the builder itself is not said to."""

    units: list[Entity]


class Unit(Entity):
    """A part of the builder, at any depth, with how many of the things it builds."""

    things: int


class Builds(TypedDict):
    """What one builder builds: what it is itself said to build, then what its units are."""

    entity: Entity
    things: list[Thing]
    units: list[Unit]
    note: str | None
    """How many of the things come from units, where any do."""


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


class Named(TypedDict):
    """A name of a thing, with the sources that spell it so."""

    name: str
    sources: list[str]


class Value(TypedDict):
    """A value in dispute, with the sources that give it."""

    value: str
    sources: list[str]


class Shown(TypedDict):
    """All that is known of one thing."""

    entity: Entity
    aliases: list[str]
    names: list[Named]
    """Its names as the sources spell them, the most used first."""
    category: str | None
    country: str | None
    date: str | None
    licence: str | None
    access: str | None
    parameters: float | None
    compute: float | None
    """What training took, in FLOP."""
    figures: list[str]
    mention: bool
    disputed: list[str]
    disputes: dict[str, list[Value]]
    """Of each field in dispute every value, the one that most sources give first."""
    certainty: str
    evidence: list[Evidence]
    relationships: list[Related]


class Show(TypedDict):
    """The answer to ``show``: one entry a thing of that name."""

    question: str
    answers: list[Shown]


def builds(database: Database, name: str, *, quotes: bool = False) -> WhatBuilds:
    """What each company or person of that name builds, also through its units.

    Raises :class:`NotFound`.
    """
    found = find(database, name, BUILDERS)
    units: dict[str, list[str]] = {thing["id"]: [thing["id"]] for thing in found}
    for row in library.run(database, "units-of", ids=sorted(units)):
        if row["unit_id"] != row["whole_id"]:
            units[row["whole_id"]].append(row["unit_id"])
    ids = sorted({unit for some in units.values() for unit in some})
    rows: dict[str, list[Row]] = {}
    for row in library.run(database, "built-by", ids=ids):
        rows.setdefault(row["builder_id"], []).append(row)
    answers = [
        _builds(thing, [r for unit in units[thing["id"]] for r in rows.get(unit, ())], quotes)
        for thing in found
    ]
    answers.sort(key=lambda answer: not answer["things"])
    return {"question": f"what does {name} build", "answers": answers}


def _builds(builder: Entity, rows: Sequence[Row], quotes: bool) -> Builds:
    """The answer for one builder from what it builds, its own rows first."""
    by_thing: dict[str, list[Row]] = {}
    for row in rows:
        by_thing.setdefault(row["thing_id"], []).append(row)
    own = [some for some in by_thing.values() if some[0]["builder_id"] == builder["id"]]
    theirs = [some for some in by_thing.values() if some[0]["builder_id"] != builder["id"]]
    counts = Counter(row["builder_id"] for some in theirs for row in some)
    units = {row["builder_id"]: entity(row, "builder") for row in rows}
    ranked = sorted(counts, key=lambda unit: (-counts[unit], unit))
    return {
        "entity": builder,
        "things": [
            *(_thing(some, [], quotes) for some in own),
            *(_thing(some, [entity(row, "builder") for row in some], quotes) for some in theirs),
        ],
        "units": [{**units[unit], "things": counts[unit]} for unit in ranked],
        "note": through_units(names(builder), len(own), len(theirs))[0] if theirs else None,
    }


def _thing(rows: Sequence[Row], units: list[Entity], quotes: bool) -> Thing:
    stated = any(row["certainty"] == "stated" for row in rows)
    return {
        **entity(rows[0]),
        "certainty": "stated" if stated else "implied",
        "evidence": [
            said
            for row in rows
            for said in evidence(row["claims"], _says_builds(row), quotes=quotes)
        ],
        "units": units,
    }


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
                    "names": _names(row["claims"]),
                    "category": row["category"],
                    "country": row["country"],
                    "date": row["date"],
                    "licence": row["licence"],
                    "access": row["access"],
                    "parameters": row["parameters"],
                    "compute": row["compute"],
                    "figures": row["figures"] or [],
                    "mention": bool(row["mention"]),
                    "disputed": row["disputed"] or [],
                    "disputes": _disputes(row["disputes"] or ()),
                    "certainty": row["certainty"],
                    "evidence": evidence(
                        row["claims"], discussed(names(entity(row)))[0], quotes=quotes
                    ),
                    "relationships": [_related(row, r, quotes) for r in mine],
                }
            )
    return {"question": f"what is known of {name}", "answers": answers}


def _names(claims: Sequence[str]) -> list[Named]:
    """Each name with the sources that spell it so."""
    sources: dict[str, set[str]] = {}
    for claim in unpack(claims):
        spelt = (claim.get("name"), claim.get("name_zh"))
        for form in (*spelt, *claim.get("aliases", ()), *claim.get("spelt", ())):
            if form:
                sources.setdefault(form, set()).add(claim["source"])
    ranked = sorted(sources, key=lambda form: (-len(sources[form]), form))
    return [{"name": form, "sources": sorted(sources[form])} for form in ranked]


def _disputes(said: Sequence[str]) -> dict[str, list[Value]]:
    """By field, from ``field|value|source, source``."""
    found: dict[str, list[Value]] = {}
    for one in said:
        field, value, sources = one.split("|")
        found.setdefault(field, []).append({"value": value, "sources": sources.split(", ")})
    return found


def _says_builds(row: Row) -> str:
    return says("BUILDS", names(entity(row, "builder")), names(entity(row)))[0]


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
        "evidence": evidence(row["claims"], says(row["type"], source, target)[0], quotes=quotes),
    }
