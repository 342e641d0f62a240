"""From the records of one source to rows: validated, identified, merged by id, sorted.

Pure: it reads no database. All that is wrong with a source is collected, not only the first thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from .claims import SCHEMA
from .errors import Finding
from .identity import AliasTable
from .model import (
    KINDS,
    RELATIONSHIPS,
    Claim,
    Edge,
    Place,
    Record,
    Reject,
    SourceInfo,
    Thing,
    allowed,
)
from .resolve import EdgeKey, Pattern, Reference, Resolver


class Gathered(NamedTuple):
    """What a source says, ready to be written: claims by node and by relationship."""

    source: SourceInfo
    nodes: dict[str, dict[str, list[str]]]
    """By label, by id: packed claims, sorted."""
    edges: dict[Pattern, dict[EdgeKey, list[str]]]
    places: list[dict[str, Any]]
    """Source, Document and Section nodes: their properties and ``label``."""
    findings: list[Finding]
    records: int
    mentions: int


class Gatherer:
    """Takes records one by one; :meth:`result` gives the rows."""

    def __init__(self, source: SourceInfo, table: AliasTable | None = None) -> None:
        self._source = source
        self._resolver = Resolver(table)
        self._places: list[dict[str, Any]] = []
        self._declared: dict[tuple[str, str], Thing] = {}
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
        places = sorted(self._places, key=lambda row: str(row["id"]))
        return gathered(
            self._source, self._resolver, places, findings=self._findings, records=self._records
        )

    def _wrong(self, at: Any, record: str, field: str, got: str, expected: str) -> None:
        self._findings.append(Finding(at.file, at.line, record, field, got, expected))

    def _said(self, said: Claim, **more: Any) -> dict[str, Any]:
        return {**said.__dict__, **more, "source": self._source.id}

    def _thing(self, thing: Thing) -> None:
        kind = thing.ref.kind
        if kind not in KINDS:
            self._wrong(thing.at, thing.ref.name, "kind", kind, "one of " + ", ".join(KINDS))
            return
        reference = Reference.of(thing.ref)
        id_ = self._resolver.meant(kind, reference).id
        # Two names that a table gives to one thing are no mistake of the source.
        before = self._declared.get((id_, reference.name))
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
        self._declared[id_, reference.name] = thing
        named = {
            "name": reference.name,
            "maker": reference.maker,
            "dated": reference.dated,
            "own": reference.own,
        }
        once = {
            "name_zh": thing.name_zh,
            "aliases": sorted(thing.aliases),
            "category": thing.category,
        }
        for said in thing.claims:
            self._resolver.thing(kind, self._said(said, **named, **once))
            once = {}

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
        if edge.source == edge.target:
            self._wrong(edge.at, about, "ends", f"{edge.source.name} twice", "two different things")
            return
        ends = [Reference.of(end).short() for end in (edge.source, edge.target)]
        pattern = (edge.source.kind, edge.type, edge.target.kind)
        self._resolver.edge(pattern, self._said(edge.claim, ends=ends))

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


def gathered(
    info: SourceInfo,
    resolver: Resolver,
    places: Iterable[dict[str, Any]],
    *,
    findings: Iterable[Finding] = (),
    records: int = 0,
) -> Gathered:
    """The rows of a source; its own says with what its claims were written."""
    nodes, edges, set_aside, mentions = resolver.result()
    given = info.model_dump(exclude_none=True)
    source = {"label": "Source", "name": given["title"], "source": given["id"], **given}
    source |= {"schema": SCHEMA, "tables": resolver.table.digest}
    if set_aside:
        source["set_aside"] = set_aside
    return Gathered(info, nodes, edges, [source, *places], list(findings), records, mentions)
