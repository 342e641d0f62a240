"""Which thing each claim of a source is about.

A claim carries the reference by which it was identified, so that what a source says can be put on
things again, by other tables, without the source. What follows from the references is never taken
from a database: mentions, versions, and the edges whose two ends are one thing by other names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from .claims import Claim, pack
from .identity import AliasTable, Identified, identify, shipped_table
from .model import Ref

BY_TABLE = "table"
"""``by`` on a claim that follows from the alias table, not from a record."""
EdgeKey = tuple[str, str, str]
"""Source id, type, target id."""
Pattern = tuple[str, str, str]
"""Source label, type, target label."""
VERSION: Pattern = ("Model", "VERSION_OF", "Model")


class Reference(NamedTuple):
    """What of a record decides which thing it means, beside the kind."""

    name: str
    maker: str | None = None
    dated: str | None = None
    own: str | None = None

    @classmethod
    def of(cls, ref: Ref) -> Reference:
        """That of an end of a record."""
        return cls(ref.name, ref.maker, ref.date, ref.id)

    @classmethod
    def on(cls, claim: Mapping[str, Any]) -> Reference:
        """That of a claim which declares a thing."""
        return cls(claim["name"], claim.get("maker"), claim.get("dated"), claim.get("own"))

    def short(self) -> list[str | None]:
        """As ``ends`` has it: without the nulls at its end."""
        fields = list(self)
        while fields[-1] is None:
            fields.pop()
        return fields


class Resolved(NamedTuple):
    """Claims by node and by relationship, packed and sorted."""

    nodes: dict[str, dict[str, list[str]]]
    """By label, by id."""
    edges: dict[Pattern, dict[EdgeKey, list[str]]]
    set_aside: list[str]
    """Claims of edges that join a thing to itself, with ``type`` and ``kinds``."""
    mentions: int


class Resolver:
    """Takes the claims of one source in any order; :meth:`result` has them by thing."""

    def __init__(self, table: AliasTable | None = None) -> None:
        self.table = shipped_table() if table is None else table
        self._nodes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._edges: dict[Pattern, dict[EdgeKey, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._ends: dict[tuple[str, str], list[tuple[Reference, Claim]]] = defaultdict(list)
        self._versions: dict[EdgeKey, list[Claim]] = defaultdict(list)
        self._aside: set[str] = set()
        self._meant: dict[tuple[str, Reference], Identified] = {}

    def meant(self, kind: str, reference: Reference) -> Identified:
        """What a reference means by the table."""
        asked = (kind, reference)
        found = self._meant.get(asked)
        if found is None:
            name, maker, dated, own = reference
            found = identify(kind, name, context=maker, date=dated, declared=own, table=self.table)
            self._meant[asked] = found
        return found

    def thing(self, kind: str, claim: Claim) -> None:
        """A claim that declares a thing."""
        self._put(kind, self.meant(kind, Reference.on(claim)), claim)

    def edge(self, pattern: Pattern, claim: Claim) -> None:
        """A claim of a relationship, with the references of its ``ends``."""
        source_kind, type_, target_kind = pattern
        source, target = (Reference(*end) for end in claim["ends"])
        source_id = self.meant(source_kind, source).id
        target_id = self.meant(target_kind, target).id
        if source_id == target_id:  # Two names of one thing, as it turns out.
            kinds = [source_kind, target_kind]
            self._aside.add(pack({**claim, "type": type_, "kinds": kinds}))
            return
        self._edges[pattern][source_id, type_, target_id].add(pack(claim))
        self._ends[source_kind, source_id].append((source, claim))
        self._ends[target_kind, target_id].append((target, claim))

    def result(self) -> Resolved:
        """Everything, in a fixed order. An end that nothing declares is a mention."""
        mentions = 0
        for (kind, id_), ends in sorted(self._ends.items()):
            if id_ not in self._nodes[kind]:
                mentions += 1
                for reference, claim in ends:
                    self._put(kind, self.meant(kind, reference), _mention(claim, reference))
        mentions += self._derive_versions()
        return Resolved(
            {
                label: {id_: sorted(claims) for id_, claims in sorted(things.items())}
                for label, things in sorted(self._nodes.items())
                if things
            },
            {
                pattern: {key: sorted(claims) for key, claims in sorted(edges.items())}
                for pattern, edges in sorted(self._edges.items())
                if edges
            },
            sorted(self._aside),
            mentions,
        )

    def _put(self, kind: str, meant: Identified, claim: Claim) -> None:
        self._nodes[kind][meant.id].add(pack(claim))
        if meant.version_of is not None and kind == VERSION[0]:
            self._versions[meant.id, VERSION[1], meant.version_of].append(claim)

    def _derive_versions(self) -> int:
        """Join later releases to the undated models; how many of those the table alone names."""
        models, edges = self._nodes[VERSION[0]], self._edges[VERSION]
        derived = {key: claims for key, claims in self._versions.items() if key not in edges}
        unnamed = {undated for _, _, undated in derived if undated not in models}
        for key, claims in derived.items():
            undated = key[2]
            entry = self.table.entry(undated)
            name = Reference(entry.name if entry else undated.partition(":")[2])
            for claim in claims:
                said = {**claim, "certainty": "implied"}
                edges[key].add(pack({**_place(said), "by": BY_TABLE}))
                if undated in unnamed:
                    models[undated].add(pack({**_mention(said, name), "by": BY_TABLE}))
        return len(unnamed)


def _place(claim: Claim) -> Claim:
    """Who says it, where, how sure."""
    fields = ("source", "where", "section", "certainty")
    return {field: claim[field] for field in fields if field in claim}


def _mention(claim: Claim, reference: Reference) -> Claim:
    """What an edge says of an end that the source does not declare."""
    return {
        **_place(claim),
        "mention": True,
        "spelt": [reference.name],
        "maker": reference.maker,
        "dated": reference.dated,
        "own": reference.own,
    }
