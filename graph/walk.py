"""The way from one thing to another, read forward.

A step is one of: what a thing ENABLES; a technique to the model or product that APPLIES it; a thing
to the trend that it EXEMPLIFIES; and a BRIDGE between two trends or two techniques, the techniques,
models and products that belong to both, with these as its members. Pure: rows in, ways out.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

BRIDGE = "BRIDGE"
MOST_STEPS = 8
"""Steps in all, which keeps the search small and the story short."""
_MOST_LOOKS = 60_000
_COST = {"ENABLES": 1.0, "EXEMPLIFIES": 1.1, "APPLIES": 1.4, BRIDGE: 2.5}
_ANY = 2.5
_ANY_TYPE = {"OFFERS": 5.0, "EVALUATED_ON": 4.0, "TRAINED_WITH": 3.5}
"""What one shop, test or chip has to do with everything says little of any two things."""
_ROLE = {"driver": 0.0, "case": 0.3, "mentioned": 0.9}
_IMPLIED = 0.6
_TOLD = 0.8
_ASIDE = 0.8
_MOST_VISITS = 6
_BELONGING = {"Technique", "Model", "Product"}

Row = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Step:
    """A step as the search sees it; ``rows`` are what supports it."""

    type: str
    source: str
    target: str
    cost: float
    members: tuple[str, ...]
    rows: tuple[Row, ...]


class Steps:
    """All steps that the graph offers."""

    def __init__(self, rows: Iterable[Row], *, any_relationship: bool = False) -> None:
        """Take relationships: type, certainty, role, claims (how many), and of each end (source,
        target) the columns ``_id``, ``_kind``, the name and ``_zh``.
        """
        self.things: dict[str, tuple[str, str, str | None]] = {}
        self._from: dict[str, list[Step]] = defaultdict(list)
        self._degree: dict[str, int] = defaultdict(int)
        belongs: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            source, target = row["source_id"], row["target_id"]
            for side in ("source", "target"):
                self.things[row[f"{side}_id"]] = (
                    row[f"{side}_kind"],
                    row[side],
                    row[f"{side}_zh"],
                )
            self._degree[source] += 1
            self._degree[target] += 1
            type_ = row["type"]
            if type_ in ("ENABLES", "EXEMPLIFIES") and (
                any_relationship or row["source_kind"] != "Company"
            ):
                self._add(type_, source, target, row)
            elif type_ == "APPLIES" and row["source_kind"] in ("Model", "Product"):
                self._add(type_, target, source, row)
            elif any_relationship:
                self._add(type_, source, target, row)
                self._add(type_, target, source, row)
            if type_ in ("EXEMPLIFIES", "APPLIES", "PART_OF") and (
                row["source_kind"] in _BELONGING and row["target_kind"] in ("Trend", "Technique")
            ):
                belongs[source][target].append(row)
        self._bridges(belongs)
        for source, steps in self._from.items():
            steps.sort(key=lambda s: (s.cost, s.target, s.type, s.rows[0]["source_id"]))
            best: dict[str, Step] = {}
            for step in steps:
                best.setdefault(step.target, step)
            self._from[source] = list(best.values())
        self._hubs = {id_: self._hub(id_) for id_ in self.things}

    def _add(self, type_: str, source: str, target: str, row: Row) -> None:
        cost = _COST.get(type_) or _ANY_TYPE.get(type_, _ANY)
        cost += _IMPLIED if row["certainty"] == "implied" else 0.0
        cost += _ROLE.get(row["role"] or "", 0.0)
        cost -= 0.08 * min(row["claims"] - 1, 3)
        self._from[source].append(Step(type_, source, target, cost, (), (row,)))

    def _bridges(self, belongs: Mapping[str, Mapping[str, list[Row]]]) -> None:
        pairs: dict[tuple[str, str], dict[str, list[Row]]] = defaultdict(dict)
        for member, wholes in belongs.items():
            for one, other in itertools.permutations(wholes, 2):
                if self.things[one][0] == self.things[other][0]:
                    pairs[one, other][member] = [*wholes[one], *wholes[other]]
        for (one, other), members in pairs.items():
            ranked = sorted(members, key=lambda m: (self._weakness(members[m]), m))
            rows = tuple(row for member in ranked for row in members[member])
            stated = sum(all(r["certainty"] == "stated" for r in members[m]) for m in ranked)
            cost = _COST[BRIDGE] - 0.06 * min(stated, 12) + (_IMPLIED if not stated else 0.0)
            self._from[one].append(Step(BRIDGE, one, other, cost, tuple(ranked), rows))

    @staticmethod
    def _weakness(rows: Iterable[Row]) -> float:
        return sum(
            _ROLE.get(r["role"] or "", 0.3) + (_IMPLIED if r["certainty"] == "implied" else 0)
            for r in rows
        )

    def _hub(self, id_: str) -> float:
        """Passing through what everything touches says little. Trends are meant to be touched."""
        if self.things[id_][0] == "Trend":
            return 0.0
        return 0.12 * max(0.0, math.log2(self._degree[id_] / 6))

    def ways(self, stops: Sequence[Sequence[str]], most: int = 5) -> list[list[Step]]:
        """The best ways through ``stops``, each a set of ids that mean the same name.

        Best first: fewer and surer steps, more evidence, no general hubs; ties by id. Each further
        way is sought with the steps already told made dearer, so that it tells something new; two
        ways that pass the same names are one.
        """
        goals = [frozenset(stop) for stop in stops]
        asked = frozenset().union(*goals)
        found: list[tuple[float, list[Step]]] = []
        told: set[tuple[str, ...]] = set()
        used: dict[Step, int] = defaultdict(int)
        while len(found) < most:
            way = self._best(goals, told, used)
            if way is None:
                break
            told.add(self._story(way))
            for step in way:
                used[step] += 1
            found.append((round(self._price(way, asked), 6), way))
        found.sort(key=lambda one: (one[0], [(s.source, s.type, s.target) for s in one[1]]))
        return [way for _, way in found]

    def _story(self, way: Sequence[Step]) -> tuple[str, ...]:
        trail = [way[0].source, *(step.target for step in way)]
        return tuple(dict.fromkeys(self.things[id_][1].casefold() for id_ in trail))

    def _price(self, way: Sequence[Step], asked: frozenset[str]) -> float:
        tolls = sum(self._hubs[s.target] for s in way[:-1]) + sum(_detour(s, asked) for s in way)
        return sum(step.cost for step in way) + tolls

    def _best(
        self,
        goals: Sequence[frozenset[str]],
        told: set[tuple[str, ...]],
        used: Mapping[Step, int],
    ) -> list[Step] | None:
        """The cheapest way not yet told: uniform-cost search over trails."""
        last = len(goals) - 1
        asked = frozenset().union(*goals)
        counter = itertools.count()
        queue: list[tuple[float, tuple[str, ...], int, int, tuple[Step, ...]]] = [
            (0.0, (start,), next(counter), 1, ()) for start in sorted(goals[0])
        ]
        # A stop may not be passed before its turn, nor again after it.
        barred = [
            frozenset().union(*goals[: max(stage - 1, 0)], *goals[stage + 1 :])
            - (goals[stage] if stage <= last else frozenset())
            for stage in range(last + 2)
        ]
        looks: dict[tuple[str, int], int] = defaultdict(int)
        for _ in range(_MOST_LOOKS):
            if not queue:
                break
            cost, trail, _, stage, steps = heapq.heappop(queue)
            here = trail[-1]
            if stage > last:
                if self._story(steps) not in told:
                    return list(steps)
                continue
            looks[here, stage] += 1
            if looks[here, stage] > _MOST_VISITS or len(steps) == MOST_STEPS:
                continue
            goal, closed = goals[stage], barred[stage]
            for step in self._from.get(here, ()):
                target = step.target
                if target in closed or target in trail:
                    continue
                arrived = target in goal
                price = cost + step.cost + _detour(step, asked) + _TOLD * used.get(step, 0)
                if not arrived:
                    price += self._hubs[target]
                state = (round(price, 6), (*trail, target), next(counter), stage + arrived)
                heapq.heappush(queue, (*state, (*steps, step)))
        return None


def _detour(step: Step, asked: frozenset[str]) -> float:
    """What two things share says most where both were asked about."""
    if step.type != BRIDGE or (step.source in asked and step.target in asked):
        return 0.0
    return _ASIDE
