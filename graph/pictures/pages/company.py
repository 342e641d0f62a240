"""A company's portfolio: its units, what they make and use, and the trends that these serve."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Final

from .web import Key, Web, without_own_offers

MOST_THINGS: Final = 60
_MADE: Final = ("Model", "Product", "Technique", "Benchmark", "Dataset", "Hardware")
_PEOPLE: Final = ("Company", "Person")


def portfolio(
    web: Web, owned: Collection[str], *, most: int = MOST_THINGS
) -> tuple[dict[str, int], int]:
    """Columns of ids: 0 the company, its units and who it has to do with, 1 things, 2 trends.

    Also how many ids there were before the weakest things were left out.
    """
    columns = dict.fromkeys(owned, 0)
    worth: dict[str, tuple[bool, int]] = {}
    for unit in owned:
        for other, keys in web.others(unit).items():
            kind = web.things[other].kind
            if kind in _PEOPLE:
                columns.setdefault(other, 0)
            elif kind in _MADE:
                made = any(key[1] == "BUILDS" for key in keys)
                before = worth.get(other, (False, 0))
                said = before[1] + sum(web.worth(key) for key in keys)
                worth[other] = before[0] or made, said
    kept = sorted(worth, key=lambda i: (not worth[i][0], -worth[i][1], i))[:most]
    columns.update(dict.fromkeys(kept, 1))
    trends = {
        other
        for id_ in list(columns)
        if columns[id_] or id_ in owned
        for other in web.others(id_)
        if web.things[other].kind == "Trend"
    }
    columns.update(dict.fromkeys(sorted(trends), 2))
    return columns, len(columns) - len(kept) + len(worth)


def ties(web: Web, columns: dict[str, int]) -> list[Key]:
    """The relationships from column to column and within the first; a thing speaks for its maker.

    What the company itself has to do with a trend is left out where one of its things has it too,
    since the line past that thing says nothing more.
    """
    found = without_own_offers(web.among(columns))
    through: dict[str, set[str]] = defaultdict(set)
    for key in found:
        ends = {columns[key[0]]: key[0], columns[key[2]]: key[2]}
        if set(ends) == {1, 2}:
            through[ends[2]].add(ends[1])
    kept = []
    for key in found:
        near, far = sorted((columns[key[0]], columns[key[2]]))
        if (near, far) == (0, 2):
            owner, trend = (key[0], key[2]) if columns[key[0]] == 0 else (key[2], key[0])
            if through[trend] & set(web.others(owner)):
                continue
        if near < far or near == 0 or key[1] == "POWERED_BY":
            kept.append(key)
    return kept
