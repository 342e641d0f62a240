"""How a way is walked: which relationships carry a step, and which way comes first."""

from __future__ import annotations

import random
from typing import Any

import pytest
from trendweave.graph.model import RELATIONSHIPS
from trendweave.graph.walk import BRIDGE, Row, Step, Steps

KINDS = {
    "c": "Company",
    "h": "Person",
    "m": "Model",
    "p": "Product",
    "q": "Technique",
    "t": "Trend",
    "i": "Industry",
    "b": "Benchmark",
    "d": "Dataset",
    "w": "Hardware",
    "x": "Part",
}


def row(said: str, *, certainty: str = "stated", role: str | None = None, claims: int = 1) -> Row:
    """A relationship, from words like ``q1 ENABLES q2``: a letter for the kind, then which."""
    source, type_, target = said.split()
    found: dict[str, Any] = {"type": type_, "certainty": certainty, "role": role, "claims": claims}
    for side, id_ in (("source", source), ("target", target)):
        found |= {f"{side}_id": id_, f"{side}_kind": KINDS[id_[0]], side: f"Thing {id_}"}
        found[f"{side}_zh"] = None
    return found


def rows(*said: str) -> list[Row]:
    return [row(one) for one in said]


def told(ways: list[list[Step]]) -> list[str]:
    """Each way as text, its steps in order."""
    return [
        " ".join([way[0].source, *(f"-{step.type}- {step.target}" for step in way)]) for way in ways
    ]


def walked(relationships: list[Row], *stops: str, any_relationship: bool = False) -> list[str]:
    steps = Steps(relationships, any_relationship=any_relationship)
    return told(steps.ways([stop.split("|") for stop in stops]))


def through(relationships: list[Row], *stops: str) -> list[str]:
    """The thing between, of each way of two steps."""
    return [way.split()[2] for way in walked(relationships, *stops)]


# --- what carries a step --------------------------------------------------------------------------


@pytest.mark.parametrize("whole", [False, True])
def test_enables_goes_along_its_arrow_only(whole: bool) -> None:
    given = rows("q1 ENABLES q2", "q2 ENABLES t1", "m1 ENABLES q1")
    assert walked(given, "m1", "t1", any_relationship=whole) == [
        "m1 -ENABLES- q1 -ENABLES- q2 -ENABLES- t1"
    ]
    assert walked(given, "t1", "m1", any_relationship=whole) == []
    assert walked(given, "q2", "q1", any_relationship=whole) == []


@pytest.mark.parametrize("applier", ["m1", "p1"])
def test_a_technique_leads_to_what_applies_it(applier: str) -> None:
    given = rows(f"{applier} APPLIES q1")
    assert walked(given, "q1", applier) == [f"q1 -APPLIES- {applier}"]
    assert walked(given, applier, "q1") == []


@pytest.mark.parametrize("thing", ["m1", "p1", "q1"])
def test_a_thing_leads_to_the_trend_that_it_exemplifies(thing: str) -> None:
    given = rows(f"{thing} EXEMPLIFIES t1")
    assert walked(given, thing, "t1") == [f"{thing} -EXEMPLIFIES- t1"]
    assert walked(given, "t1", thing) == []


def test_a_bridge_joins_two_trends_by_what_belongs_to_both() -> None:
    given = [
        row("q1 EXEMPLIFIES t1", role="mentioned"),
        row("q1 EXEMPLIFIES t2", role="mentioned"),
        *(
            row(f"{thing} EXEMPLIFIES {trend}", role="driver")
            for thing in ("m1", "p1")
            for trend in ("t1", "t2")
        ),
        *rows("q9 EXEMPLIFIES t1", "c1 EXEMPLIFIES t1", "c1 EXEMPLIFIES t2"),
    ]
    for ends in (["t1"], ["t2"]), (["t2"], ["t1"]):
        ((step,),) = Steps(given).ways(ends)
        assert (step.type, step.members) == (BRIDGE, ("m1", "p1", "q1"))
        assert {r["source_id"] for r in step.rows} == {"m1", "p1", "q1"}
        assert len(step.rows) == 6


def test_a_bridge_joins_two_techniques_by_what_belongs_to_both() -> None:
    given = rows("m1 APPLIES q1", "m1 APPLIES q2", "q3 PART_OF q1", "q3 PART_OF q2")
    ((step,),) = Steps(given).ways([["q2"], ["q1"]])
    assert (step.type, step.members, len(step.rows)) == (BRIDGE, ("m1", "q3"), 4)


def test_no_bridge_joins_a_trend_with_a_technique() -> None:
    given = rows("m1 EXEMPLIFIES t1", "m1 APPLIES q1")
    assert walked(given, "q1", "t1") == ["q1 -APPLIES- m1 -EXEMPLIFIES- t1"]
    assert walked(given, "t1", "q1") == []


ONLY_ANY = {
    "company": rows("c1 APPLIES q1", "c1 APPLIES q2", "c1 EXEMPLIFIES t1"),
    "builder": rows("c1 BUILDS q1", "c1 BUILDS q2", "c1 EXEMPLIFIES t1"),
    "person": rows("h1 BUILDS q1", "h1 BUILDS q2", "h1 AUTHORED t1"),
    "part": rows("t2 PART_OF x1", "t1 PART_OF x1"),
    "industry": rows("q1 APPLIED_IN i1", "q2 APPLIED_IN i1", "t1 APPLIED_IN i1"),
    "benchmark": rows("m1 EVALUATED_ON b1", "m2 EVALUATED_ON b1"),
    "engine": rows("p1 POWERED_BY m1", "p2 POWERED_BY m1"),
    "contrast": rows("q1 CONTRASTS_WITH q2"),
    "whole": rows("q1 PART_OF q2"),
}


@pytest.mark.parametrize("given", ONLY_ANY.values(), ids=ONLY_ANY)
def test_companies_people_parts_and_industries_carry_a_step_only_if_asked(given: list[Row]) -> None:
    ids = sorted({r[end] for r in given for end in ("source_id", "target_id")})
    pairs = [(one, other) for one in ids for other in ids if one != other]
    assert [pair for pair in pairs if walked(given, *pair)] == []
    closed = [pair for pair in pairs if not walked(given, *pair, any_relationship=True)]
    # There and back, but not back from the trend that a company exemplifies.
    one_way = {r["target_id"] for r in given if r["type"] == "EXEMPLIFIES"}
    assert {start for start, _ in closed} == one_way


def test_every_type_carries_a_step_when_any_is_asked() -> None:
    ends = {"BUILDS": "c1 m1", "FOUNDED": "h1 c1", "WORKS_AT": "h1 c1", "AUTHORED": "h1 t1"}
    ends |= {"POWERED_BY": "p1 m1", "ADOPTS": "c1 p1", "PARTNERS_WITH": "c1 c2"}
    ends |= {"PART_OF": "t1 x1", "ENABLES": "q1 t1", "EXEMPLIFIES": "c1 t1", "APPLIES": "q1 c1"}
    ends |= {"APPLIED_IN": "t1 i1", "CONTRASTS_WITH": "q1 q2", "EVALUATED_ON": "m1 b1"}
    ends |= {"OFFERS": "c1 m1", "BASED_ON": "m1 m2", "VERSION_OF": "m1 m2"}
    ends |= {"TRAINED_ON": "m1 d1", "TRAINED_WITH": "m1 w1"}
    for type_ in RELATIONSHIPS:
        source, target = ends[type_].split()
        given = [row(f"{source} {type_} {target}")]
        assert walked(given, source, target, any_relationship=True), type_


# --- which way comes first ------------------------------------------------------------------------


def fork(*middles: str) -> list[Row]:
    return rows(*(f"q0 ENABLES {m}" for m in middles), *(f"{m} ENABLES q9" for m in middles))


def test_fewer_steps_come_first() -> None:
    given = [*fork("q1"), *rows("q0 ENABLES q2", "q2 ENABLES q3", "q3 ENABLES q9")]
    assert walked([*given, row("q0 ENABLES q9")], "q0", "q9") == [
        "q0 -ENABLES- q9",
        "q0 -ENABLES- q1 -ENABLES- q9",
        "q0 -ENABLES- q2 -ENABLES- q3 -ENABLES- q9",
    ]


def test_stated_comes_before_implied() -> None:
    given = [row("q0 ENABLES q1", certainty="implied"), row("q1 ENABLES q9"), *fork("q2")]
    assert through(given, "q0", "q9") == ["q2", "q1"]


def test_more_evidence_comes_first() -> None:
    given = [
        *(row(f"q0 ENABLES q{n}", claims=claims) for n, claims in ((1, 1), (2, 2), (3, 4))),
        *rows("q1 ENABLES q9", "q2 ENABLES q9", "q3 ENABLES q9"),
    ]
    assert through(given, "q0", "q9") == ["q3", "q2", "q1"]


def test_a_driver_comes_before_a_case_and_a_case_before_a_mention() -> None:
    roles = {"q1": "mentioned", "q2": "case", "q3": "driver"}
    given = [row(f"{q} EXEMPLIFIES t1", role=role) for q, role in roles.items()]
    given += rows(*(f"q0 ENABLES {q}" for q in roles))
    assert through(given, "q0", "t1") == ["q3", "q2", "q1"]


def test_a_general_hub_comes_last() -> None:
    given = fork("q1", "q2")
    touched = rows(*(f"q1 ENABLES q{n}" for n in range(100, 140)))
    assert through(given, "q0", "q9") == ["q1", "q2"]
    assert through([*given, *touched], "q0", "q9") == ["q2", "q1"]


def test_a_trend_is_no_hub() -> None:
    given = rows("q0 ENABLES t1", "q0 ENABLES t2", "t1 ENABLES q9", "t2 ENABLES q9")
    touched = rows(*(f"c{n} EXEMPLIFIES t1" for n in range(40)))
    assert through([*given, *touched], "q0", "q9") == ["t1", "t2"]


def test_ties_go_by_id_and_at_most_five_are_told() -> None:
    given = fork("q7", "q3", "q5", "q1", "q8", "q2", "q6")
    assert through(given, "q0", "q9") == ["q1", "q2", "q3", "q5", "q6"]
    assert len(Steps(given).ways([["q0"], ["q9"]], 2)) == 2


def test_two_ways_past_the_same_names_are_one() -> None:
    same: list[Row] = [
        {k: v.replace("Thing q2", "Thing q1") if isinstance(v, str) else v for k, v in r.items()}
        for r in fork("q1", "q2")
    ]
    assert through(same, "q0", "q9") == ["q1"]


# --- stops ----------------------------------------------------------------------------------------


def test_a_way_goes_through_its_stops_in_order() -> None:
    given = [*fork("q1", "q2"), *rows("q1 ENABLES q2")]
    assert walked(given, "q0", "q2", "q9") == [
        "q0 -ENABLES- q2 -ENABLES- q9",
        "q0 -ENABLES- q1 -ENABLES- q2 -ENABLES- q9",
    ]
    assert walked(given, "q0", "q1", "q2", "q9") == ["q0 -ENABLES- q1 -ENABLES- q2 -ENABLES- q9"]
    assert walked(given, "q0", "q2", "q1", "q9") == []


def test_a_name_may_mean_several_things() -> None:
    given = rows("q1 ENABLES m1", "t1 ENABLES t2")
    assert walked(given, "q1|t1", "m1|t2") == ["q1 -ENABLES- m1", "t1 -ENABLES- t2"]


@pytest.mark.parametrize(
    "stops", [("q9", "q0"), ("q0", "q8"), ("q8", "q0"), ("q7", "q8"), ("q0", "q0")]
)
def test_where_nothing_leads_there_is_no_way(stops: tuple[str, str]) -> None:
    assert walked([*fork("q1"), row("q5 ENABLES q8")], *stops) == []
    assert walked([], *stops) == []


# --- order of the rows ----------------------------------------------------------------------------


TYPES = {
    "ENABLES": ("qtm", "qt"),
    "APPLIES": ("cmp", "q"),
    "EXEMPLIFIES": ("cmpq", "t"),
    "PART_OF": ("q", "q"),
    "BUILDS": ("c", "mpq"),
    "PARTNERS_WITH": ("c", "c"),
    "CONTRASTS_WITH": ("q", "q"),
}


def tangle(rng: random.Random) -> list[Row]:
    """A small graph full of ties, some relationships both ways."""
    things = ["q1", "q2", "q3", "q4", "t1", "t2", "m1", "m2", "p1", "c1", "c2"]
    density = rng.choice((0.1, 0.2, 0.4))
    return [
        row(f"{one} {type_} {other}", certainty=rng.choice(("stated", "implied")))
        for type_, (sources, targets) in TYPES.items()
        for one in things
        for other in things
        if one != other and one[0] in sources and other[0] in targets and rng.random() < density
    ]


@pytest.mark.parametrize("whole", [False, True])
def test_the_order_of_the_rows_does_not_matter(whole: bool) -> None:
    """The ways are the same, and what supports them."""

    def seen(given: list[Row]) -> list[Any]:
        ways = Steps(given, any_relationship=whole).ways([["q1", "t1"], ["q4", "t2"]])
        return [[(s.type, s.source, s.target, s.members, ends(s)) for s in way] for way in ways]

    def ends(step: Step) -> list[str]:
        return [f"{r['source_id']} {r['type']} {r['target_id']}" for r in step.rows]

    types, full = set(), 0
    for seed in range(60):
        rng = random.Random(seed)
        given = tangle(rng)
        expected = seen(given)
        for _ in range(3):
            assert seen(rng.sample(given, len(given))) == expected, seed
        types |= {step[0] for way in expected for step in way}
        full += len(expected) == 5
    assert types >= {"ENABLES", "APPLIES", "EXEMPLIFIES", BRIDGE}
    assert full > 10
