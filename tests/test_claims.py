"""Plain properties are computed from all claims, whatever their order, and mix none of them."""

from __future__ import annotations

import itertools
from typing import Any

from trendweave.graph.claims import edge_properties, evidence, node_properties, pack, replaced
from trendweave.graph.identity import AliasTable, Entry

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


def test_a_source_speaks_once_and_a_month_does_not_contradict_its_day() -> None:
    said = [
        claim("a", name="Thing", country="US", date="2025-02"),
        claim("a", where="row 2", country="US", parameters=7e9),
        claim("a", where="row 3", country="CN", parameters=7e9),
        claim("b", country="CN", date="2025-02-11", licence="CC-BY-4.0", parameters=8e9),
        claim("c", country="CN", licence="CC-BY-4.0-X", access="open"),
    ]
    found = node_properties("company:thing", sorted(said), NO_TABLE)
    assert (found["country"], found["access"], found["parameters"]) == ("CN", "open", 7e9)
    assert found["disputed"] == ["country", "licence", "parameters"]
    assert found["disputes"][:2] == ["country|CN|b, c", "country|US|a"]
    assert found["disputes"][-2:] == ["parameters|7e+09|a", "parameters|8e+09|b"]


def test_a_rounded_figure_contradicts_nothing() -> None:
    said = [claim("a", name="Thing", compute=2.1e25), claim("b", compute=2.14e25)]
    assert "disputes" not in node_properties("model:thing", said, NO_TABLE)


def test_the_country_of_the_table_stands_in_where_no_source_says() -> None:
    entry = Entry("company:thing", "Thing", None, (), None, "test", "GB")
    said = [claim("a", name="Thing")]
    assert node_properties("company:thing", said, AliasTable([entry]))["country"] == "GB"
    said = [claim("a", name="Thing", country="FR")]
    assert node_properties("company:thing", said, AliasTable([entry]))["country"] == "FR"


def test_the_table_says_which_groups_a_company_belongs_to() -> None:
    chain = [
        Entry(f"company:{id_}", id_, None, (), None, "test", part_of=above and f"company:{above}")
        for id_, above in (("unit", "arm"), ("arm", "group"), ("group", None))
    ]
    table = AliasTable(chain)
    said = [claim("a", name="unit")]
    assert node_properties("company:unit", said, table)["groups"] == [
        "company:arm",
        "company:group",
    ]
    assert "groups" not in node_properties("company:group", said, table)


def test_an_answer_shows_no_item_twice() -> None:
    said = [claim("a", name="Thing"), claim("a", name="Thing", maker="Somebody"), claim("b")]
    assert [item["source"] for item in evidence(said, "is known")] == ["a", "b"]
