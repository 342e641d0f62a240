"""What a user's judgements make of ids and of names."""

from __future__ import annotations

import functools
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..errors import UsageError
from .choice import Identified
from .normal import key, slug
from .table import AliasTable, Judgement

Rule = Callable[[str, str, str | None, str | None, AliasTable], Identified]
"""What decides without judgements: of kind, name, context and date."""
Side = tuple[str, str, str]
"""Kind, and the keys of name and context."""


class Judged(NamedTuple):
    """The judgements of a table, ready to be asked."""

    heads: dict[str, str]
    """The id that stands for each id judged the same as another."""
    apart: dict[Side, tuple[str, str]]
    """Of a name judged different from another of the same id: that id, and the name's own."""

    def own(self, kind: str, name: str, context: str | None, id_: str) -> str:
        """The id of a name that the rules give ``id_``, before it is joined with others."""
        for said in dict.fromkeys((context, None)):
            judged, own = self.apart.get(side(kind, name, said), ("", ""))
            if judged == id_:
                return own
        return id_


def side(kind: str, name: str, context: str | None) -> Side:
    """What of a name in a judgement counts."""
    return kind, key(name), key(context or "")


def sides(one: Judgement) -> frozenset[Side]:
    """The pair that is judged, whichever stands first."""
    first = side(one.kind, one.name, one.context)
    return frozenset((first, side(one.kind, one.other, one.other_context)))


def latest(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements in force: a later one on the same pair takes the place of a former."""
    found: dict[frozenset[Side], Judgement] = {}
    for one in judgements:
        found.pop(sides(one), None)
        found[sides(one)] = one
    return list(found.values())


@functools.lru_cache(maxsize=8)
def judged(table: AliasTable, rule: Rule) -> Judged:
    """Raises :class:`UsageError`, naming the rows, where the judgements contradict each other."""
    rows = latest(table.judgements)
    found = Judged({}, {})
    for one in rows:
        if one.verdict == "different":
            _part(one, found, rule, table)
    ids = {
        one: (
            found.own(one.kind, one.name, one.context, first),
            found.own(one.kind, one.other, one.other_context, second),
        )
        for one in rows
        for first, second in [_by_rule(one, rule, table)]
    }
    same = {one: pair for one, pair in ids.items() if one.verdict == "same"}
    for one, pair in ids.items():
        if one.verdict == "different" and (way := _way(same, *pair)) is not None:
            raise UsageError(_contradiction([*way, one]))
    for group in _groups(same.values()):
        head, *others = sorted(group, key=lambda id_: (table.entry(id_) is None, id_))
        found.heads.update(dict.fromkeys(others, head))
    return found


def _by_rule(one: Judgement, rule: Rule, table: AliasTable) -> tuple[str, str]:
    return (
        rule(one.kind, one.name, one.context, None, table).id,
        rule(one.kind, one.other, one.other_context, None, table).id,
    )


def _part(one: Judgement, found: Judged, rule: Rule, table: AliasTable) -> None:
    """Give one of two names an id of its own, where the rules give both the same."""
    id_, other = _by_rule(one, rule, table)
    if id_ != other:
        return
    first = (one.name, one.context)
    second = (one.other, one.other_context)
    entry = table.entry(id_)
    if entry and key(one.name) == key(entry.name) != key(one.other):
        first, second = second, first  # The thing keeps its usual name.
    own = f"{slug(one.kind)}:{slug(' '.join(filter(None, first)))}"
    found.apart[side(one.kind, *first)] = id_, own if own != id_ else f"{own}-2"
    found.apart.setdefault(side(one.kind, *second), (id_, id_))


def _groups(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """What is joined by pairs."""
    groups: list[set[str]] = []
    for pair in pairs:
        joined = [group for group in groups if not group.isdisjoint(pair)]
        groups = [group for group in groups if group.isdisjoint(pair)]
        groups.append(set(pair).union(*joined))
    return groups


def _way(
    same: dict[Judgement, tuple[str, str]], start: str, goal: str
) -> tuple[Judgement, ...] | None:
    """The judgements that join two ids; None where none do."""
    next_: dict[str, list[tuple[Judgement, str]]] = defaultdict(list)
    for one, (first, second) in same.items():
        next_[first].append((one, second))
        next_[second].append((one, first))
    queue: deque[tuple[str, tuple[Judgement, ...]]] = deque([(start, ())])
    seen = {start}
    while queue:
        here, way = queue.popleft()
        if here == goal:
            return way
        for one, there in next_[here]:
            if there not in seen:
                seen.add(there)
                queue.append((there, (*way, one)))
    return None


def told(one: Judgement) -> str:
    """A row in words."""
    names = [
        f"“{name}”" + (f" of {context}" if context else "")
        for name, context in ((one.name, one.context), (one.other, one.other_context))
    ]
    sign = {"same": "=", "different": "≠", "unsure": "?"}[one.verdict]
    return f"{one.kind} {names[0]} {sign} {names[1]}"


def _contradiction(rows: list[Judgement]) -> str:
    return (
        f"These judgements contradict each other: {'; '.join(map(told, rows))}; "
        "judge one of them anew first, with `trendweave alias accept` or `reject`."
        if len(rows) > 1
        else f"Nothing tells these two names apart: {told(rows[0])}; say who makes each, with "
        "--maker and --other-maker."
    )
