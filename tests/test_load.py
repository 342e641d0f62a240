"""The graph is a pure function of the loaded sources, on every engine."""

from __future__ import annotations

import contextlib
import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import neo4j
import pytest
from sources import Folder
from state import state
from trendweave.graph import ingest, statements
from trendweave.graph.database import rows
from trendweave.graph.errors import Busy, NotFound
from trendweave.graph.journal import Writing

import trendweave


def second(tmp_path: Path) -> Folder:
    """Another source that speaks of some of the same things, and of others."""
    other = Folder(tmp_path / "other", id="second", title="Another report")
    other.things["Company"]["Meridian"] = {"category": "company"}
    other.things["Model"] = {"Lumen 2": {"aliases": ["Lumen-2", "流明2"]}}
    del other.chapters["2"]
    chapter = other.chapters["1"]
    chapter["discusses"]["Company"] = {"Meridian": ["1", "收购", "case"]}
    chapter["facts"]["1"] = [
        ["Meridian", "BUILDS", "Lumen 2", "收购"],
        ["Meridian", "BUILDS", "Product:Never Declared", "收购"],
        ["Tidal learning", "ENABLES", "Drift planning", "推动"],
    ]
    for kind, name in (("Product", "Gondola"), ("Company", "Quasar Works")):
        del other.things[kind][name]
    for gone in ("Borealis Lab",):
        del other.things["Company"][gone]
    del other.things["Industry"], other.things["Product"]
    del other.things["Trend"]["Harbour robots"]
    return other.write()


def third(tmp_path: Path) -> Folder:
    """A source that declares what the second only mentions."""
    one = Folder(tmp_path / "third", id="third", title="A third report")
    one.things = {
        "Product": {"Never Declared": {"zh": "终于出现"}},
        "Trend": {"Tidal turn": {"id": "trend:tidal"}},
    }
    one.chapters = {
        "1": {
            "chapter": "1",
            "trend": "Tidal turn",
            "sections": {"0": {"name": "Opening"}},
            "discusses": {"Product": {"Never Declared": ["0", "出现", "case"]}},
        }
    }
    return one.write()


def test_order_and_repeats_change_nothing(target: str, tmp_path: Path, folder: Folder) -> None:
    sources = [str(folder), str(second(tmp_path)), str(third(tmp_path))]
    names = ["made-up", "second", "third"]
    seen = []
    with trendweave.open(target) as graph:
        for order in itertools.permutations(range(3)):
            for position in order:
                graph.load(sources[position])
            graph.load(sources[order[0]])
            seen.append(state(graph))
            for position in order:
                graph.unload(names[position])
            assert state(graph) == {"nodes": [], "edges": []}
    assert all(one == seen[0] for one in seen[1:])
    assert len(seen[0]["nodes"]) > 30


def test_a_second_load_writes_nothing(target: str, tmp_path: Path, folder: Folder) -> None:
    with trendweave.open(target) as graph:
        first = graph.load(str(folder))
        graph.load(str(second(tmp_path)))
        again = graph.load(str(folder))
    assert (first.added, first.changed) == (25, 0)
    assert (again.added, again.changed, again.removed) == (0, 0, 0)


def test_unloading_leaves_the_graph_as_if_never_loaded(
    target: str, tmp_path: Path, folder: Folder
) -> None:
    with trendweave.open(target) as graph:
        graph.load(str(folder))
        alone = state(graph)
        graph.load(str(second(tmp_path)))
        assert state(graph) != alone
        graph.unload("second")
        assert state(graph) == alone


def test_a_dropped_row_takes_exactly_its_claim(target: str, tmp_path: Path, folder: Folder) -> None:
    other = second(tmp_path)
    with trendweave.open(target) as graph:
        graph.load(str(folder))
        graph.load(str(other))
        before = state(graph)
        del folder.chapters["1"]["facts"]["1"][1]  # Tidal learning ENABLES Drift planning
        del folder.chapters["2"]["facts"]["1"][1]  # Gondola POWERED_BY Lumen 2
        outcome = graph.load(str(folder.write()))
        after = state(graph)
    assert (outcome.added, outcome.changed, outcome.removed) == (0, 1, 1)
    gone = [edge for edge in before["edges"] if edge[:3] not in [e[:3] for e in after["edges"]]]
    assert [edge[:3] for edge in gone] == [["product:gondola", "POWERED_BY", "model:lumen-2"]]
    kept = next(e for e in after["edges"] if e[1] == "ENABLES" and e[2].endswith("planning"))
    assert dict(kept[3])["sources"] == ["second"]
    assert before["nodes"] == after["nodes"]


def test_a_mention_becomes_the_thing_and_goes_with_its_last_claim(
    target: str, tmp_path: Path
) -> None:
    with trendweave.open(target) as graph:
        outcome = graph.load(str(second(tmp_path)))
        assert outcome.mentions == 1
        (only,) = graph.show("Never Declared")["answers"]
        assert only["mention"] is True
        assert only["evidence"][0]["where"] == "ch. 1 § 1"
        graph.load(str(third(tmp_path)))
        (both,) = graph.show("终于出现")["answers"]
        assert both["entity"]["id"] == only["entity"]["id"]
        assert both["mention"] is False
        graph.unload("third")
        assert graph.show("Never Declared")["answers"][0]["mention"] is True
        graph.unload("second")
        with pytest.raises(NotFound):
            graph.show("Never Declared")


@pytest.mark.parametrize("stop_after", [1, 2, 4, 7, 11, 16])
def test_an_interrupted_load_is_completed_by_running_it_again(
    tmp_path: Path, folder: Folder, monkeypatch: pytest.MonkeyPatch, stop_after: int
) -> None:
    changed = Folder(tmp_path / "changed")
    del changed.chapters["2"]["facts"]["1"][1]
    changed.things["Company"]["Quasar Works"]["aliases"] = ["Quasar"]
    changed.write()
    with trendweave.open(tmp_path / "whole") as graph:
        graph.load(str(changed))
        whole = state(graph)
    with trendweave.open(tmp_path / "db") as graph:
        graph.load(str(folder))
        count = itertools.count()
        real = type(graph.database).write

        def failing(self: object, work: object) -> object:
            if next(count) >= stop_after + 2:
                raise KeyboardInterrupt
            return real(self, work)  # type: ignore[arg-type]

        monkeypatch.setattr(type(graph.database), "write", failing)
        monkeypatch.setattr(ingest, "BATCH", 2)
        with pytest.raises(KeyboardInterrupt):
            graph.load(str(changed))
        monkeypatch.setattr(type(graph.database), "write", real)
        claims = graph.show("Gondola")["answers"][0]["relationships"]
        assert "POWERED_BY" in [related["type"] for related in claims], "it retired something"
    with trendweave.open(tmp_path / "db") as graph:
        # The interrupted writer is this very process: its mark is taken over once it is silent.
        monkeypatch.setattr("trendweave.graph.journal.SILENCE", 0.0)
        graph.load(str(changed))
        assert state(graph) == whole


def test_two_writers_of_different_sources_at_once(
    target: str, tmp_path: Path, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "BATCH", 3)
    sources = [str(folder), str(second(tmp_path)), str(third(tmp_path))]
    with trendweave.open(tmp_path / "one-by-one") as graph:
        for source in sources:
            graph.load(source)
        expected = state(graph)
    with trendweave.open(target) as graph:
        for _ in range(3):
            with ThreadPoolExecutor(len(sources)) as pool:
                list(pool.map(graph.load, sources))
            assert state(graph) == expected
            for name in ("made-up", "second", "third"):
                graph.unload(name)


def test_one_relationship_is_made_once_by_two_writers(target: str) -> None:
    """Both make it before either commits, where the engine and the door let them."""
    with trendweave.open(target) as graph:
        database = graph.database
        ingest.prepare(database)
        nodes = [{"id": f"company:{i}", "properties": {"claims": ["x"]}} for i in range(2)]
        database.write(lambda tx: rows(tx, statements.new_nodes("Company"), {"rows": nodes}))
        make = statements.new_edges("Company", "PARTNERS_WITH", "Company")
        both = threading.Barrier(2)

        def join(claim: str) -> None:
            edge = {
                "source": "company:0",
                "target": "company:1",
                "properties": {"claims": [claim], "certainty": "stated"},
            }

            def work(tx: neo4j.ManagedTransaction) -> None:
                rows(tx, make, {"rows": [edge]})
                with contextlib.suppress(threading.BrokenBarrierError):
                    both.wait(timeout=0.5)

            database.write(work)

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(join, ["x", "y"]))
        (made,) = database.read(f"{statements.all_edges()} RETURN count(r) AS n")
    assert made["n"] == 1


def test_one_source_has_one_writer(target: str, folder: Folder) -> None:
    with trendweave.open(target) as graph:
        graph.load(str(folder))
        with (
            Writing(graph.database, "made-up", "load"),
            pytest.raises(Busy, match=r"made-up is being written by process \d+ on .+: let it"),
        ):
            graph.load(str(folder))
        graph.load(str(folder))


def test_history_is_kept_apart(target: str, folder: Folder, tmp_path: Path) -> None:
    with trendweave.open(target) as graph:
        graph.load(str(folder))
        graph.load(str(folder))
        graph.unload("made-up")
        runs = graph.database.read(
            "MATCH (r:Run) RETURN r.verb AS verb, r.added AS added, r.removed AS removed, "
            "r.finished >= r.started AS finished ORDER BY r.started"
        )
        assert [row["verb"] for row in runs] == ["load", "load", "unload"]
        assert [row["added"] for row in runs] == [25, 0, 0]
        assert all(row["finished"] for row in runs)
        assert sum(len(graph.changes(number)["changes"]) for number in (1, 2)) == 25
        assert {c["change"] for c in graph.changes()["changes"]} == {"dropped"}
        assert graph.changes(0, 3)["changes"] == []
        exported = graph.export(str(tmp_path / "empty.json")).read_text(encoding="utf-8")
        assert '"nodes": []' in exported


def test_every_node_and_relationship_says_who_and_where(
    target: str, tmp_path: Path, folder: Folder
) -> None:
    with trendweave.open(target) as graph:
        graph.load(str(folder))
        graph.load(str(second(tmp_path)))
        found = state(graph)
    for label, properties in found["nodes"]:
        said = dict(properties)
        if label in {"Source", "Document", "Section"}:
            assert said["source"] in {"made-up", "second"}
        elif label != "Name":
            assert said["sources"]
            assert said["where"]
            assert said["claims"]
    for source, type_, target_, properties in found["edges"]:
        if type_ != "NAMES":
            said = dict(properties)
            assert said["sources"], (source, type_, target_)
            assert said["where"]
            assert said["certainty"] in {"stated", "implied"}
