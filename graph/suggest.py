"""Things of a database that may be one: proposed to a person, never merged."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, TypedDict

from .claims import Claim, unpack
from .database import Database
from .errors import UsageError
from .identity import AliasTable, identify, label, lookup
from .identity.judged import latest
from .likeness import SAME_WORDS, Likeness, Named, alike
from .model import KINDS
from .references import in_claims
from .statements import all_edges

_MOST_CLAIMS = 5
_LEAST = 0.5
_HOMONYMS = ("Model", "Product", "Dataset", "Benchmark", "Hardware")
"""Kinds of which two makers may each have one of a name."""


class Said(TypedDict):
    """One claim: who names the thing, where, in which spelling."""

    source: str
    where: str
    spelt: str


class Suggested(TypedDict):
    """One of two things that may be one."""

    id: str
    name: str
    name_zh: str | None
    makers: list[str]
    claims: list[Said]


class Suggestion(TypedDict):
    """Two things that may be one: why it seems so, and what the sources say of each."""

    kind: str
    score: float
    reason: str
    one: Suggested
    other: Suggested


class _Thing(NamedTuple):
    id: str
    name: str
    name_zh: str | None
    names: tuple[str, ...]
    claims: list[Claim]
    makers: dict[str, str]
    """Names by id."""
    groups: frozenset[str]
    """The makers and the organisations above them."""

    @property
    def sources(self) -> set[str]:
        return {claim["source"] for claim in self.claims}

    @property
    def declaring(self) -> set[str]:
        return {claim["source"] for claim in self.claims if not claim.get("mention")}


def suggest(database: Database, table: AliasTable, kind: str | None = None) -> list[Suggestion]:
    """The pairs, best first. Raises :class:`UsageError` for an unknown kind."""
    if kind is not None and label(kind) not in KINDS:
        raise UsageError(f"{kind} is no kind: it is one of {', '.join(KINDS)}.")
    kinds = [label(kind)] if kind else [one for one in KINDS if one not in ("Trend", "Part")]
    judged = _judged(table)
    joined = _joined(database)
    found = []
    for one in kinds:
        things = _things(database, one)
        named = [Named(t.id, t.names, _links(t)) for t in things.values()]
        for pair in alike(one, named):
            ids = frozenset((pair.one, pair.other))
            first, second = things[pair.one], things[pair.other]
            if ids in judged or ids in joined or _apart(one, first, second, table):
                continue
            seen = _suggestion(one, pair, first, second)
            if seen["score"] >= _LEAST and all(
                in_claims(t.id, t.claims, table) for t in (first, second)
            ):
                found.append(seen)
    return sorted(found, key=lambda s: (-s["score"], s["one"]["id"], s["other"]["id"]))


def _judged(table: AliasTable) -> set[frozenset[str]]:
    """The pairs of ids that were judged already."""
    return {
        frozenset(
            (
                identify(one.kind, one.name, context=one.context, table=table).id,
                identify(one.kind, one.other, context=one.other_context, table=table).id,
            )
        )
        for one in latest(table.judgements)
    }


def _joined(database: Database) -> set[frozenset[str]]:
    """Pairs that a source relates to each other, and so knows as two."""
    pairs = database.read(f"{all_edges()} WHERE labels(a) = labels(b) RETURN a.id AS a, b.id AS b")
    return {frozenset((row["a"], row["b"])) for row in pairs}


def _things(database: Database, kind: str) -> dict[str, _Thing]:
    makers: dict[str, dict[str, str]] = defaultdict(dict)
    groups: dict[str, set[str]] = defaultdict(set)
    for row in database.read(
        f"MATCH (m:Company)-[:BUILDS]->(n:{kind}) "
        "RETURN n.id AS id, m.id AS maker, m.name AS name, m.groups AS groups"
    ):
        makers[row["id"]][row["maker"]] = row["name"]
        groups[row["id"]] |= {row["maker"], *(row["groups"] or ())}
    rows = database.read(
        f"MATCH (n:{kind}) RETURN n.id AS id, n.name AS name, n.name_zh AS name_zh, "
        "n.aliases AS aliases, n.claims AS claims"
    )
    return {
        row["id"]: _Thing(
            row["id"],
            row["name"],
            row["name_zh"],
            tuple(dict.fromkeys((row["name"], *(row["aliases"] or ())))),
            unpack(row["claims"]),
            makers[row["id"]],
            frozenset(groups[row["id"]]),
        )
        for row in rows
    }


def _links(thing: _Thing) -> frozenset[str]:
    return frozenset(c["link"] for c in thing.claims if c.get("link") and not c.get("mention"))


def _apart(kind: str, one: _Thing, other: _Thing, table: AliasTable) -> bool:
    """Whether the table tells them apart, or two makers that have nothing to do with each other."""
    if table.entry(one.id) and table.entry(other.id):
        return True
    shared = {lookup(name): name for name in one.names}.items()
    theirs = {lookup(name) for name in other.names}
    if any(len(table.senses(kind, name)) > 1 for key, name in shared if key in theirs):
        return True
    if kind not in _HOMONYMS or not one.makers or not other.makers:
        return False
    return one.groups.isdisjoint(other.groups)


def _suggestion(kind: str, pair: Likeness, one: _Thing, other: _Thing) -> Suggestion:
    score, reasons = pair.score, [pair.reason]
    shared = sorted(one.makers[id_] for id_ in one.makers.keys() & other.makers.keys())
    if shared:
        score += 0.04
        reasons.append(f"{shared[0]} builds both")
    dates = [{c["date"][:7] for c in t.claims if c.get("date")} for t in (one, other)]
    if all(dates) and not dates[0].isdisjoint(dates[1]):
        score += 0.02
        reasons.append("the dates agree")
    both = sorted(one.declaring & other.declaring)
    if both:  # A source that lists both under names only alike may well know two things.
        score -= 0.1 if pair.score >= SAME_WORDS else 0.3
        reasons.append(f"but {both[0]} lists both")
    if len(one.sources | other.sources) > 1:
        score += 0.01
    return Suggestion(
        kind=kind,
        score=round(score, 3),
        reason="; ".join(reasons),
        one=_side(one),
        other=_side(other),
    )


def _side(thing: _Thing) -> Suggested:
    return Suggested(
        id=thing.id,
        name=thing.name,
        name_zh=thing.name_zh,
        makers=sorted(thing.makers.values()),
        claims=list(itertools.islice(_said(thing.claims), _MOST_CLAIMS)),
    )


def _said(claims: Iterable[Claim]) -> Iterable[Said]:
    seen = set()
    for claim in claims:
        spelt = claim.get("name") or next(iter(claim.get("spelt", ())), "")
        if (claim["source"], spelt) not in seen:
            seen.add((claim["source"], spelt))
            yield Said(source=claim["source"], where=claim.get("where", ""), spelt=spelt)
