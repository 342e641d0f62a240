"""Who builds a thing: the builders by the majority of sources, and what belongs beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypedDict

from trendweave.graph.claims import Evidence, evidence
from trendweave.graph.database import Database, Row
from trendweave.graph.identity import lookup
from trendweave.graph.wording import Entity, names, of_kin, says

from .majority import Verdict
from .making import Making, Organisations, kin, making
from .naming import BUILT, behind_maker, entity, meant, named, unknown

_NAMED_AS = ("Model", "Product", "Hardware", "Dataset", "Benchmark")
"""The kinds of which a name may begin as that of its family does."""


class Supported(Entity):
    """A thing in an answer, with how sure the sources are and what they say."""

    certainty: str
    evidence: list[Evidence]


class Builder(Supported):
    """Who builds, with the country, and those of its units that sources name in its place."""

    country: str | None
    units: list[Entity]


class Group(Entity):
    """An organisation above a builder, with the claims of those who name it as the builder."""

    of: str
    """The id of the builder."""
    evidence: list[Evidence]


class Version(Entity):
    """A later release, or a member of a family, with its builders where they are others."""

    builders: list[Entity]


class Built(TypedDict):
    """Who builds one thing."""

    entity: Entity
    builders: list[Builder]
    """By the majority of the sources, the one that most of them name first."""
    disputed: list[Builder]
    """Whom only a minority names."""
    group: list[Group]
    """The organisations above the builders, the nearest first."""
    providers: list[Supported]
    """Who offers it, which is not to build it."""
    versions: list[Version]
    """Its later releases."""
    members: list[Version]
    """Where no source says who builds it: what its builders are told from, by name."""
    version_of: Entity | None
    """Of a later release: the undated model."""
    licence: str | None
    access: str | None
    parameters: float | None
    compute: float | None
    """What training took, in FLOP."""
    date: str | None
    note: str | None
    """That the answer is told from members, where it is."""


class WhoBuilds(TypedDict):
    """The answer to ``who-builds``: one entry a thing of that name."""

    question: str
    answers: list[Built]


def who_builds(database: Database, name: str, *, quotes: bool = False) -> WhoBuilds:
    """Who builds each thing of that name. Raises :class:`NotFound`.

    A later release that bears the name of its undated model is among that model's versions. What
    nobody is said to build is answered by its later releases or the members of its family.
    """
    found = making(database, [lookup(name)])
    told: dict[str, list[Making]] = {}
    if not any(one.built for one in found.values()) and (means := meant(database, name, BUILT)):
        found |= making(database, [thing["id"] for thing in means])
    others = [] if found else named(database, name)
    if not found and not others:
        told = _families(database, name, found)
    if not found and (behind := behind_maker(database, name, BUILT)):
        found = making(database, [thing["id"] for thing in behind])
    later = {id_ for one in found.values() for id_ in one.later}
    versions = making(database, later) if later else {}
    shown = [one for id_, one in found.items() if id_ not in later]
    if not any(one.built for one in shown):
        for one in shown:
            known = [versions[i] for i in one.later if versions[i].built]
            if one.row and (known := known or _kin_of(database, one)):
                told[one.thing["id"]] = known
    everything = [*shown, *versions.values(), *(m for some in told.values() for m in some)]
    scene = _Scene(Organisations(database, everything), versions, quotes)
    answers = [
        answer
        for one in sorted(shown, key=lambda one: one.standing)
        if (answer := scene.answer(one, told.get(one.thing["id"], [])))
    ]
    if not answers:
        raise unknown(database, name, others)
    answers.sort(key=lambda answer: not answer["builders"])
    return {"question": f"who builds {name}", "answers": answers}


def _families(database: Database, name: str, found: dict[str, Making]) -> dict[str, list[Making]]:
    """The members of the families of that name, which join what was found."""
    told = {}
    for kind in _NAMED_AS:
        family = kin(database, kind, name)
        if family.known and family.told:
            id_ = family.itself["id"]
            found[id_] = Making(family.itself, {}, {})
            told[id_] = family.told
    return told


def _kin_of(database: Database, one: Making) -> list[Making]:
    """The members of the family that a thing is, else its relatives."""
    if one.thing["kind"] not in _NAMED_AS:
        return []
    return kin(database, one.thing["kind"], one.thing["name"]).told


class _Scene:
    """All that the answers to one question are made of."""

    def __init__(
        self, organisations: Organisations, versions: Mapping[str, Making], quotes: bool
    ) -> None:
        self._organisations = organisations
        self._versions = versions
        self._quotes = quotes

    def answer(self, one: Making, told: Sequence[Making]) -> Built | None:
        """Who builds a thing; None of a family outside the graph that is not mostly one's."""
        verdict = self._organisations.verdict_on(told) if told else self._organisations.verdict(one)
        if not one.row and not verdict.sure:
            return None
        said = [row for some in (told or [one]) for row in some.built]
        row = one.row
        return {
            "entity": one.thing,
            "builders": [self._builder(b, said, verdict) for b in verdict.builders],
            "disputed": [] if told else [self._builder(b, said, verdict) for b in verdict.disputed],
            "group": [g for b in verdict.builders for g in self._groups(b, said, verdict)],
            "providers": [self._supported("OFFERS", [r]) for r in one.tied.get("OFFERS", ())],
            "versions": [self._version(self._versions[i], verdict) for i in one.later],
            "members": [self._version(some, verdict) for some in told],
            "version_of": entity(row, "undated") if row.get("undated_id") else None,
            "licence": row.get("licence"),
            "access": row.get("access"),
            "parameters": row.get("parameters"),
            "compute": row.get("compute"),
            "date": row.get("date"),
            "note": of_kin(names(one.thing), len(told))[0] if told else None,
        }

    def _builder(self, id_: str, said: Sequence[Row], verdict: Verdict) -> Builder:
        units = verdict.units.get(id_, [])
        rows = [row for unit in (id_, *units) for row in said if row["other_id"] == unit]
        named_ = {row["other_id"]: entity(row, "other") for row in rows}
        return {
            **self._supported("BUILDS", rows),
            "country": rows[0]["country"],
            "units": [named_[unit] for unit in units],
        }

    def _groups(self, id_: str, said: Sequence[Row], verdict: Verdict) -> Iterator[Group]:
        for group in self._organisations.above.get(id_, ()):
            if group in self._organisations.entities and group not in verdict.builders:
                meant_ = (group, *verdict.units.get(group, ())) if group in verdict.groups else ()
                rows = [row for unit in meant_ for row in said if row["other_id"] == unit]
                yield {
                    **self._organisations.entities[group],
                    "of": id_,
                    "evidence": self._evidence("BUILDS", rows),
                }

    def _supported(self, type_: str, rows: Sequence[Row]) -> Supported:
        stated = any(row["certainty"] == "stated" for row in rows)
        return {
            **entity(rows[0], "other"),
            "certainty": "stated" if stated else "implied",
            "evidence": self._evidence(type_, rows),
        }

    def _evidence(self, type_: str, rows: Iterable[Row]) -> list[Evidence]:
        return [
            said
            for row in rows
            for said in evidence(
                row["claims"],
                says(type_, names(entity(row, "other")), names(entity(row)))[0],
                quotes=self._quotes,
            )
        ]

    def _version(self, one: Making, verdict: Verdict) -> Version:
        own = self._organisations.verdict(one).builders
        rows = {row["other_id"]: row for row in one.built}
        other = own if set(own) != set(verdict.builders) else []
        return {**one.thing, "builders": [entity(rows[b], "other") for b in other]}
