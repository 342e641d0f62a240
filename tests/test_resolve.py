"""A claim carries the reference that decided what it is about, and what follows from it."""

from __future__ import annotations

from typing import Any

from trendweave.graph.claims import unpack
from trendweave.graph.gather import Gathered, Gatherer
from trendweave.graph.identity import AliasTable, Entry, Release
from trendweave.graph.model import Claim, Edge, Line, Record, Ref, SourceInfo, Thing

INFO = SourceInfo(
    id="made-up",
    title="Made up",
    publisher="Nobody",
    date="2025",
    licence="CC0-1.0",
    attribution="Nobody",
)
AT = Line(file="made-up", line=1)
LUMEN = Entry("model:lumen-4", "Lumen 4", None, ("Lumière 4",), None, "test")
FIRST = Release(LUMEN.id, None, (("2024-05-13",), ("2024-08-06",)), frozenset(), False)
TABLE = AliasTable([LUMEN], [FIRST])


def thing(name: str, *places: str, **more: Any) -> Thing:
    ref = Ref(kind=more.pop("kind", "Model"), name=name, **more.pop("ref", {}))
    said = tuple(Claim(where=where) for where in places or ("row 1",))
    return Thing(ref=ref, claims=said, at=AT, **more)


def edge(source: Ref, type_: str, target: Ref, where: str = "row 9") -> Edge:
    return Edge(source=source, type=type_, target=target, claim=Claim(where=where), at=AT)


def model(name: str, **more: Any) -> Ref:
    return Ref(kind="Model", name=name, **more)


def gathered(*records: Record) -> Gathered:
    return Gatherer(INFO, TABLE).take(records).result()


def test_every_claim_says_how_its_thing_was_identified() -> None:
    found = gathered(
        thing(
            "Gull", "row 1", "row 2", ref={"maker": "Quasar", "date": "2024-05", "id": "model:g"}
        ),
        edge(model("Gull", id="model:g"), "BASED_ON", model("Tern", maker="Quasar")),
    )
    for claim in unpack(found.nodes["Model"]["model:g"]):
        reference = [claim[field] for field in ("name", "maker", "dated", "own")]
        assert reference == ["Gull", "Quasar", "2024-05", "model:g"]
    ((said,),) = found.edges["Model", "BASED_ON", "Model"].values()
    assert unpack([said])[0]["ends"] == [["Gull", None, None, "model:g"], ["Tern", "Quasar"]]
    (mention,) = unpack(found.nodes["Model"]["model:tern"])
    assert (mention["mention"], mention["spelt"], mention["maker"]) == (True, ["Tern"], "Quasar")


def test_a_later_release_is_joined_to_the_undated_model_by_the_table() -> None:
    found = gathered(thing("Lumen 4 (2024-08-06)"), thing("Lumen 4 (2024-05-13)", "row 2"))
    ((key, (said,)),) = found.edges["Model", "VERSION_OF", "Model"].items()
    assert key == ("model:lumen-4-2024-08-06", "VERSION_OF", "model:lumen-4")
    assert unpack([said]) == [
        {"source": "made-up", "where": "row 1", "certainty": "implied", "by": "table"}
    ]
    assert found.mentions == 0


def test_an_undated_model_that_no_record_names_is_a_mention_of_the_table() -> None:
    found = gathered(thing("Lumière 4 (2024-08-06)"))
    (mention,) = unpack(found.nodes["Model"]["model:lumen-4"])
    assert (mention["spelt"], mention["by"], mention["where"]) == (["Lumen 4"], "table", "row 1")
    assert found.mentions == 1


def test_the_table_adds_nothing_to_a_version_that_the_source_claims() -> None:
    found = gathered(
        thing("Lumen 4 (2024-08-06)"),
        edge(model("Lumen 4 (2024-08-06)"), "VERSION_OF", model("Lumen 4")),
    )
    ((said,),) = found.edges["Model", "VERSION_OF", "Model"].values()
    assert "by" not in unpack([said])[0]


def test_an_edge_from_a_thing_to_itself_is_set_aside_by_its_source() -> None:
    found = gathered(edge(model("Lumen 4"), "BASED_ON", model("Lumière 4")))
    assert not found.findings
    assert not found.edges
    (kept,) = unpack(found.places[0]["set_aside"])
    assert (kept["type"], kept["kinds"]) == ("BASED_ON", ["Model", "Model"])
    assert kept["ends"] == [["Lumen 4"], ["Lumière 4"]]


def test_only_one_name_with_two_categories_is_a_mistake() -> None:
    table = AliasTable([Entry("company:quasar", "Quasar", None, ("Quasar AI",), None, "test")])

    def findings(*names: str) -> list[str]:
        things = [
            thing(name, kind="Company", category=category)
            for name, category in zip(names, ("lab", "company"), strict=True)
        ]
        return [f.field for f in Gatherer(INFO, table).take(things).result().findings]

    assert findings("Quasar", "Quasar AI") == []
    assert findings("Quasar", "Quasar") == ["category"]
