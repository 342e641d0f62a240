"""From the records of one source to rows: validated, identified, merged by id, sorted.

Pure: it reads no database. All that is wrong with a source is collected, not only the first thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from . import claims as claim
from .errors import Finding
from .identity import AliasTable, identify, shipped_table
from .model import (
    KINDS,
    RELATIONSHIPS,
    Edge,
    Place,
    Record,
    Ref,
    Reject,
    SourceInfo,
    Thing,
    allowed,
)
from .model import Claim as ClaimModel

EdgeKey = tuple[str, str, str]
"""Source id, type, target id."""


class Gathered(NamedTuple):
    """What a source says, ready to be written: claims by node and by relationship."""

    source: SourceInfo
    nodes: dict[str, dict[str, list[str]]]
    """By label, by id: packed claims, sorted."""
    edges: dict[tuple[str, str, str], dict[EdgeKey, list[str]]]
    """By (source label, type, target label)."""
    places: list[dict[str, Any]]
    """Source, Document and Section nodes: their properties and ``label``."""
    findings: list[Finding]
    records: int
    mentions: int


class Gatherer:
    """Takes records one by one; :meth:`result` gives the rows."""

    def __init__(self, source: SourceInfo, table: AliasTable | None = None) -> None:
        self._source = source
        self._table = shipped_table() if table is None else table
        self._nodes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._edges: dict[tuple[str, str, str], dict[EdgeKey, set[str]]] = defaultdict(
            lambda: defaultdict(set)
        )
        self._places: list[dict[str, Any]] = []
        self._declared: dict[str, Thing] = {}
        self._ends: dict[str, tuple[str, set[str]]] = {}
        self._ids: dict[tuple[str, str | None, str | None, str | None, str | None], str] = {}
        self._findings: list[Finding] = []
        self._records = 0

    def take(self, records: Iterable[Record]) -> Gatherer:
        """Take every record; raises nothing for what is wrong with them."""
        for record in records:
            self._records += 1
            match record:
                case Thing():
                    self._thing(record)
                case Edge():
                    self._edge(record)
                case Place():
                    self._place(record)
                case Reject():
                    self._findings.append(
                        Finding(
                            record.at.file,
                            record.at.line,
                            record.record,
                            record.field,
                            record.got,
                            record.expected,
                        )
                    )
        return self

    def result(self) -> Gathered:
        """Rows in a fixed order; an end that nothing declared is a mention."""
        mentions = 0
        for id_, (label, packed) in self._ends.items():
            if id_ not in self._declared:
                mentions += 1
                self._nodes[label][id_] |= packed
        return Gathered(
            self._source,
            {
                label: {i: sorted(c) for i, c in sorted(things.items())}
                for label, things in sorted(self._nodes.items())
            },
            {
                pattern: {k: sorted(c) for k, c in sorted(edges.items())}
                for pattern, edges in sorted(self._edges.items())
            },
            [self._source_row(), *sorted(self._places, key=lambda row: str(row["id"]))],
            self._findings,
            self._records,
            mentions,
        )

    def _wrong(self, at: Any, record: str, field: str, got: str, expected: str) -> None:
        self._findings.append(Finding(at.file, at.line, record, field, got, expected))

    def _id(self, ref: Ref) -> str:
        asked = (ref.kind, ref.name, ref.maker, ref.date, ref.id)
        found = self._ids.get(asked)
        if found is None:
            found = identify(
                ref.kind,
                ref.name,
                context=ref.maker,
                date=ref.date,
                declared=ref.id,
                table=self._table,
            ).id
            self._ids[asked] = found
        return found

    def _packed(self, said: ClaimModel, **more: Any) -> dict[str, Any]:
        fields = dict(said.__dict__)
        fields.update(more)
        fields["source"] = self._source.id
        return fields

    def _thing(self, thing: Thing) -> None:
        kind = thing.ref.kind
        if kind not in KINDS:
            self._wrong(thing.at, thing.ref.name, "kind", kind, "one of " + ", ".join(KINDS))
            return
        id_ = self._id(thing.ref)
        before = self._declared.get(id_)
        if before is not None and before.category != thing.category:
            self._wrong(
                thing.at,
                thing.ref.name,
                "category",
                f"{thing.category} for {id_}",
                f"{before.category}, as at {before.at.file}:{before.at.line}",
            )
            return
        if not thing.claims:
            self._wrong(thing.at, thing.ref.name, "claims", "none", "a place that speaks of it")
            return
        self._declared[id_] = thing
        names = {
            "name": thing.ref.name,
            "name_zh": thing.name_zh,
            "aliases": sorted(thing.aliases),
            "category": thing.category,
        }
        for position, said in enumerate(thing.claims):
            more = names if position == 0 else {}
            self._nodes[kind][id_].add(claim.pack(self._packed(said, **more)))

    def _edge(self, edge: Edge) -> None:
        about = f"{edge.source.name} {edge.type} {edge.target.name}"
        if edge.type not in RELATIONSHIPS:
            known = ", ".join(RELATIONSHIPS)
            self._wrong(edge.at, about, "type", edge.type, f"one of {known}")
            return
        if not allowed(edge.type, edge.source.kind, edge.target.kind):
            spec = RELATIONSHIPS[edge.type]
            self._wrong(
                edge.at,
                about,
                "ends",
                f"{edge.source.kind} → {edge.target.kind}",
                f"{', '.join(spec.sources)} → {', '.join(spec.targets)}",
            )
            return
        source, target = self._id(edge.source), self._id(edge.target)
        if source == target and edge.source.name != edge.target.name:
            return  # Two names of one thing, as it turns out, say nothing of two things.
        if source == target:
            self._wrong(edge.at, about, "ends", f"{source} twice", "two different things")
            return
        pattern = (edge.source.kind, edge.type, edge.target.kind)
        packed = claim.pack(self._packed(edge.claim))
        self._edges[pattern][source, edge.type, target].add(packed)
        for id_, ref in ((source, edge.source), (target, edge.target)):
            if id_ not in self._declared:
                mention = {
                    "source": self._source.id,
                    "mention": True,
                    "where": edge.claim.where,
                    "section": edge.claim.section,
                    "certainty": edge.claim.certainty,
                    "spelt": (ref.name,),
                }
                self._ends.setdefault(id_, (ref.kind, set()))[1].add(claim.pack(mention))

    def _place(self, place: Place) -> None:
        row = {
            "label": place.label,
            "id": place.id,
            "name": place.name,
            "name_zh": place.name_zh,
            "position": place.position,
            "source": self._source.id,
        }
        self._places.append({k: v for k, v in row.items() if v is not None})

    def _source_row(self) -> dict[str, Any]:
        given = self._source.model_dump(exclude_none=True)
        return {"label": "Source", "name": given["title"], "source": given["id"], **given}
