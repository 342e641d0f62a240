"""Plain properties are computed from all claims, whatever their order, and mix none of them."""

from __future__ import annotations

import itertools
from typing import Any

from trendweave.graph.claims import edge_properties, node_properties, pack, replaced
from trendweave.graph.identity import AliasTable

NO_TABLE = AliasTable([])


def claim(source: str, **more: Any) -> str:
    return pack({"source": source, "where": "ch. 1 § 1", "certainty": "stated", **more})


def test_a_score_never_meets_the_conditions_of_another() -> None:
    one = claim("a", score="65", unit="%", conditions="with tools")
    other = claim("b", score="80", unit="%", conditions="without")
    alone = edge_properties([one])
    assert (alone["score"], alone["unit"], alone["conditions"]) == ("65", "%", "with tools")
    both = edge_properties(sorted([one, other]))
    assert both["results"] == ["65 % (with tools)", "80 % (without)"]
    assert not {"score", "unit", "conditions"} & both.keys()


def test_most_sources_decide_and_the_dispute_is_told() -> None:
    said = [
        claim("a", name="Thing", date="2024"),
        claim("b", name="Thing", date="2025"),
        claim("c", name="Thing", date="2025", certainty="implied"),
    ]
    seen = [
        node_properties("model:thing", sorted(order), NO_TABLE)
        for order in itertools.permutations(said)
    ]
    assert all(one == seen[0] for one in seen)
    assert seen[0]["date"] == "2025"
    assert seen[0]["disputed"] == ["date"]
    assert seen[0]["certainty"] == "stated"
    assert seen[0]["sources"] == ["a", "b", "c"]


def test_a_source_replaces_its_own_claims_only() -> None:
    old, kept, new = claim("a", note="old"), claim("b"), claim("a", note="new")
    assert replaced([old, kept], "a", [new]) == sorted([kept, new])
    assert replaced([old, kept], "a", []) == [kept]
