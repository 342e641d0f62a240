"""Families and their members, by name: ``Qwen3`` and ``Qwen3 32B``, ``H100`` and ``H100 PCIe``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .choice import makers
from .models import Parsed, parse
from .normal import in_id
from .releases import find
from .rules import identify
from .table import AliasTable
from .tables import shipped_table

Called = tuple[str, str]
"""An id and a name."""


class Family(NamedTuple):
    """What a name would be the family of, whether or not anything bears the name itself."""

    id: str
    name: str
    name_zh: str | None
    parts: Parsed | None
    """Of a model: what every member's name has."""
    table: AliasTable

    @property
    def front(self) -> str:
        """What the ids of all members and relatives begin with."""
        if self.parts is None:
            return f"{self.id}-"
        return "model:" + in_id("".join(self.parts.family))

    def members(self, things: Iterable[Called]) -> list[str]:
        """The ids of those whose names say all that the family's does, and more."""
        if self.parts is None:
            return [id_ for id_, _ in things if id_.startswith(self.front)]
        read = [one for one in self._read(things) if _within(one[1], self.parts)]
        same = [one for one in read if self._same_words(one[1])]
        return list(dict.fromkeys(id_ for id_, _ in same or read))

    def relatives(self, things: Iterable[Called]) -> list[str]:
        """The ids of those whose names have most in common with that of the family, a model."""
        if self.parts is None:
            return []
        read = [one for one in self._read(things) if self._same_words(one[1])]
        undated = self.parts._replace(snapshot=None, variants=())
        untiered = undated._replace(tiers=())
        unsized = untiered._replace(sizes=())
        for wider in (undated, untiered, unsized, unsized._replace(versions=())):
            if found := [id_ for id_, parts in read if _within(parts, wider)]:
                return list(dict.fromkeys(found))
        return []

    def _read(self, things: Iterable[Called]) -> list[tuple[str, Parsed]]:
        """The parts of each id and of each name: either may have them in another order."""
        read = []
        for id_, name in things:
            if id_ != self.id and id_.startswith(self.front):
                written = self.table.usual(parse(name), frozenset())
                read += [(id_, parts) for parts in (parse(id_.partition(":")[2]), written)]
        return read

    def _same_words(self, other: Parsed) -> bool:
        return self.parts is not None and "".join(other.family) == "".join(self.parts.family)


def family(kind: str, name: str, table: AliasTable | None = None) -> Family:
    """The family of that kind and name. A model's members are told by the grammar of names."""
    table = shipped_table() if table is None else table
    one = identify(kind, name, table=table)
    parts = None
    if kind == "Model":
        found = find(name, makers(None, table), None, table)
        called = found.entry.name if found.entry else None
        parts = table.usual(parse(called), frozenset()) if called else found.parsed
    return Family(one.id, one.name, one.name_zh, parts, table)


def _within(member: Parsed, family: Parsed) -> bool:
    """Whether a name says all that the family's does: the same versions, of the rest maybe more."""
    words = member.family[: len(family.family)] == family.family
    return (
        (words or "".join(member.family) == "".join(family.family))
        and (not family.versions or member.versions == family.versions)
        and set(family.tiers) <= set(member.tiers)
        and set(family.sizes) <= set(member.sizes)
        and set(family.variants) <= set(member.variants)
        and family.snapshot in (None, member.snapshot)
    )
