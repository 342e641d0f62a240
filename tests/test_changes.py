"""What a load changed: told by the command, for any two runs, and with nothing that only moved."""

from __future__ import annotations

import csv
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import needs
import pytest
import yaml
from sources import Folder
from state import state
from trendweave.graph import ingest
from trendweave.graph.errors import NotFound

import trendweave

TRENDWEAVE = Path(sys.executable).with_name("trendweave")
COLUMNS = ["Name", "Maker", "Released", "Site", "Licence", "Size", "Runs on"]
FIRST = [
    ["GLM 4.5", "Quasar Works", "2024-05", "https://q.example/l", "MIT", "7B", ""],
    ["Tern 1", "Quasar Works", "2024-06-01", "https://q.example/t", "", "", "GLM 4.5"],
    ["Ebb", "Borealis Lab", "2024-07-01", "https://b.example/ebb", "", "", ""],
    ["Kept", "Borealis Lab", "", "", "MIT", "", ""],
    ["Handed on", "First Harbour", "", "", "", "", ""],
]
SECOND = [
    ["Kept", "Borealis Lab", "", "", "MIT", "", ""],
    ["GLM-4.5", "Quasar Works", "2024-05-13", "https://q.example/l", "MIT", "7B", ""],
    ["Gull 2", "Quasar Works", "2024-06-01", "", "", "", "GLM-4.5"],
    ["Flow", "Borealis Lab", "2024-09-01", "https://b.example/ebb", "", "", ""],
    ["Brand new", "Harbour", "2024-09-01", "https://h.example", "", "", ""],
    ["Handed on", "Second Harbour", "", "", "", "", ""],
]


class Tables(NamedTuple):
    """Tables of models in a folder, the graph they were loaded into, and the command."""

    folder: Path
    graph: trendweave.Graph

    def write(self, rows: list[list[str]], name: str = "harbour") -> str:
        source = {"id": name, "title": name, "publisher": "Harbour Society", "date": "2025"}
        source |= {"licence": "CC0-1.0", "attribution": "Harbour Society"}
        built = {"type": "BUILDS", "from": {"kind": "Company", "column": "Maker"}}
        runs = {"type": "POWERED_BY", "to": {"kind": "Model", "column": "Runs on"}}
        thing = {"kind": "Model", "name": "Name", "maker": "Maker", "date": "Released"}
        thing |= {"link": "Site", "licence": "Licence", "parameters": "Size"}
        thing["relationships"] = [built, runs]
        mapping = {"source": source, "file": f"{name}.csv", "things": [thing]}
        file = self.folder / f"{name}.yaml"
        file.write_text(yaml.safe_dump(mapping), encoding="utf-8")
        with (self.folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([COLUMNS, *rows])
        return str(file)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(TRENDWEAVE), *words, "--db", str(self.folder / "db")],
            capture_output=True,
            env={**os.environ, "COLUMNS": "200"},
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tables]:
    """Runs: 1 the first table, 2 another source, 3 the second table, 4 and 5 the first, 6 none."""
    folder = tmp_path_factory.mktemp("changes")
    with trendweave.open(folder / "db") as graph:
        tables = Tables(folder, graph)
        graph.load(tables.write(FIRST))
        graph.load(tables.write([["Flow", "Borealis Lab", "", "", "", "", ""]], "other"))
        outcome = graph.load(tables.write(SECOND))
        assert (outcome.added, outcome.changed, outcome.removed) == (8, 4, 7)
        graph.load(tables.write(list(reversed(FIRST))))
        outcome = graph.load(tables.write(FIRST))
        assert (outcome.added, outcome.changed, outcome.removed) == (0, 0, 0), "rows only moved"
        graph.unload("harbour")
        yield tables  # The command asks this process, which holds the database: that is quick.


def told(answer: Any) -> set[tuple[str, ...]]:
    """Each change as what happened to what."""
    found = set()
    for change in answer["changes"]:
        ends, thing = change["relationship"], change["thing"]
        about = (thing["kind"], thing["name"]) if thing else (
            ends["source"]["name"], ends["type"], ends["target"]["name"]
        )  # fmt: skip
        found.add((change["change"], *about))
    return found


def test_a_run_is_told_change_by_change(harbour: Tables) -> None:
    answer = harbour.graph.changes(3)
    assert told(answer) == {
        ("renamed", "Model", "GLM-4.5"),
        ("dropped", "Model", "Tern 1"),
        ("dropped", "Model", "Ebb"),
        ("added", "Model", "Gull 2"),
        ("added", "Model", "Flow"),
        ("added", "Model", "Brand new"),
        ("added", "Company", "Harbour"),
        ("dropped", "Company", "First Harbour"),
        ("added", "Company", "Second Harbour"),
        ("dropped", "First Harbour", "BUILDS", "Handed on"),
        ("added", "Second Harbour", "BUILDS", "Handed on"),
        ("altered", "Quasar Works", "BUILDS", "GLM-4.5"),
        ("dropped", "Quasar Works", "BUILDS", "Tern 1"),
        ("added", "Quasar Works", "BUILDS", "Gull 2"),
        ("dropped", "Borealis Lab", "BUILDS", "Ebb"),
        ("added", "Borealis Lab", "BUILDS", "Flow"),
        ("added", "Harbour", "BUILDS", "Brand new"),
        ("dropped", "Tern 1", "POWERED_BY", "GLM-4.5"),
        ("added", "Gull 2", "POWERED_BY", "GLM-4.5"),
    }
    assert answer["counts"]["added"] == {"Company": 2, "Model": 3, "BUILDS": 4, "POWERED_BY": 1}
    (renamed,) = (c for c in answer["changes"] if c["change"] == "renamed")
    assert renamed["fields"] == ["date", "names"]
    assert renamed["before"]["names"] == ["GLM 4.5"]
    assert renamed["before"]["date"] == ["2024-05"]
    assert renamed["after"]["date"] == ["2024-05-13"]
    assert (renamed["source"], renamed["others"]) == ("harbour", False)
    others = {c["thing"]["name"] for c in answer["changes"] if c["thing"] and c["others"]}
    assert others == {"Flow"}
    done = harbour.run("changes", "3", "--format", "json")
    assert json.loads(done.stdout) == answer
    assert "where" not in done.stdout


def test_what_was_perhaps_renamed_is_proposed_with_the_reason(harbour: Tables) -> None:
    proposed = [
        (one["before"]["name"], one["after"]["name"], one["why"])
        for one in harbour.graph.changes(3)["perhaps_renamed"]
    ]
    assert proposed == [
        ("First Harbour", "Second Harbour", ["what it builds"]),
        ("Ebb", "Flow", ["link"]),
        ("Tern 1", "Gull 2", ["builder and date"]),
    ]
    assert harbour.graph.changes(1)["perhaps_renamed"] == []


def test_two_states_are_compared_whatever_came_between(harbour: Tables) -> None:
    assert told(harbour.graph.changes(1, 5)) == {
        ("added", "Model", "Flow"),
        ("added", "Company", "Borealis Lab"),
        ("added", "Borealis Lab", "BUILDS", "Flow"),
    }, "what the other source said"
    assert harbour.graph.changes(1, 5, source="harbour")["changes"] == []
    back, forth = harbour.graph.changes(3, 2), harbour.graph.changes(2, 3)
    assert [run["number"] for run in back["runs"]] == [3]
    swapped = {"added": "dropped", "dropped": "added"}
    assert told(back) == {(swapped.get(verb, verb), *what) for verb, *what in told(forth)}
    whole = harbour.graph.changes(0, 4, source="harbour")
    assert set(whole["counts"]) == {"added"}
    assert {c["before"] is None for c in whole["changes"]} == {True}
    assert harbour.graph.changes(0, 6, source="harbour")["changes"] == []


def test_the_last_run_that_changed_something_is_the_one_meant(harbour: Tables) -> None:
    last = harbour.graph.changes()
    assert [(run["number"], run["verb"]) for run in last["runs"]] == [(6, "unload")]
    assert set(last["counts"]) == {"dropped"}
    gone = {c["thing"]["name"]: c["others"] for c in last["changes"] if c["thing"]}
    assert gone["Borealis Lab"] is True
    assert gone["Quasar Works"] is False
    assert [run["number"] for run in harbour.graph.changes(source="other")["runs"]] == [2]


def test_in_words_in_both_languages(harbour: Tables) -> None:
    done = harbour.run("changes", "3", "--lang", "en")
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[0].startswith("Run 3: load harbour, 20")
    for line in (
        "renamed harbour Model GLM-4.5 GLM 4.5 → GLM-4.5; date 2024-05 → 2024-05-13",
        "perhaps renamed harbour Model Ebb → Flow the same link",
        "no longer said harbour Model Tern 1 date 2024-06-01",
        "added harbour Model Flow date 2024-09-01; others say it too",
        "added harbour BUILDS Harbour builds Brand new date 2024-09-01",
    ):
        assert line in lines, lines
    done = harbour.run("changes", "3", "--lang", "zh")
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    for line in (
        "改名 harbour 模型 GLM-4.5 GLM 4.5 → GLM-4.5; 日期 2024-05 → 2024-05-13",
        "或许改名 harbour 模型 Ebb → Flow 链接相同",
        "不再提及 harbour 模型 Tern 1 日期 2024-06-01",
        "新增 harbour BUILDS Harbour研发Brand new 日期 2024-09-01",
    ):
        assert line in lines, lines
    assert "Nothing changed." in harbour.run("changes", "5", "--lang", "en").stdout
    rows = list(csv.reader(harbour.run("changes", "3", "--format", "csv").stdout.splitlines()))
    assert rows[0] == ["change", "source", "kind", "thing", "says"]
    assert len(rows) == 1 + 19 + 3


def test_runs_are_listed_and_what_is_asked_wrongly_is_refused(
    harbour: Tables, tmp_path: Path
) -> None:
    listed = harbour.graph.runs()
    assert [run["number"] for run in listed] == [1, 2, 3, 4, 5, 6]
    assert [run["verb"] for run in listed] == ["load"] * 5 + ["unload"]
    assert all(run["kept"] and run["finished"] >= run["started"] for run in listed)
    done = harbour.run("changes", "--runs", "--format", "json")
    assert json.loads(done.stdout) == {"runs": listed}
    assert "load" in harbour.run("changes", "--runs", "--lang", "en").stdout
    for code, said, *words in (
        (3, "There is no run 9: they are numbered from 1 to 6.", "9"),
        (3, "There is no run 0", "0"),
        (3, "No run was about nobody. Nearest: harbour, other.", "--source", "nobody"),
        (2, "--runs lists all runs", "--runs", "3"),
    ):
        done = harbour.run("changes", *words)
        assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    with trendweave.open(tmp_path / "db") as empty:
        assert empty.runs() == []
        with pytest.raises(NotFound, match="Nothing was ever loaded here: run `trendweave load`"):
            empty.changes()


def test_what_an_older_release_did_is_not_known(harbour: Tables, tmp_path: Path) -> None:
    with trendweave.open(tmp_path / "db") as graph:
        graph.load(harbour.write(FIRST))
        graph.database.write(lambda tx: tx.run("MATCH (r:Run) SET r.batches = null").consume())
        assert [run["kept"] for run in graph.runs()] == [False]
        with pytest.raises(NotFound, match="What run 1 changed was not kept"):
            graph.changes()
        graph.unload("harbour")
        assert graph.changes()["counts"]["dropped"]["Model"] == 5


def test_an_interrupted_run_says_exactly_what_it_did(
    tmp_path: Path, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = Folder(tmp_path / "changed")
    del changed.chapters["2"]["facts"]["1"][1]
    changed.things["Company"]["Quasar Works"]["aliases"] = ["Quasar"]
    changed.write()
    monkeypatch.setattr(ingest, "BATCH", 2)
    monkeypatch.setattr("trendweave.graph.journal.SILENCE", 0.0)
    with trendweave.open(tmp_path / "db") as graph:
        graph.load(str(folder))
        graph.load(str(changed))
        whole = graph.changes(1, 2)
        graph.load(str(folder))
        real, count = type(graph.database).write, itertools.count()

        def failing(self: object, work: Callable[..., Any]) -> object:
            if next(count) >= 5:
                raise KeyboardInterrupt
            return real(self, work)  # type: ignore[arg-type]

        monkeypatch.setattr(type(graph.database), "write", failing)
        with pytest.raises(KeyboardInterrupt):
            graph.load(str(changed))
        monkeypatch.setattr(type(graph.database), "write", real)
        graph.load(str(changed))
        *_, interrupted, last = graph.runs()
        assert (interrupted["finished"], last["finished"] is None) == (None, False)
        assert interrupted["changed"] == 1
        assert last["removed"] == 1
        assert graph.changes(3, 5)["changes"] == whole["changes"]
        parts = [graph.changes(number)["changes"] for number in (4, 5)]
        assert sorted(map(str, itertools.chain(*parts))) == sorted(map(str, whole["changes"]))


# --- two exports of one catalogue -----------------------------------------------------------------

EPOCH = needs.SHARED / "catalogues" / "epoch"
EXPORTS = {
    "older": f"epoch={EPOCH / 'older-export' / 'notable_ai_models.csv'}",
    "newer": f"epoch={EPOCH / 'notable_ai_models.csv'}",
}
RENAMED = {
    "Zhipu AI": "Z.ai (Zhipu AI)",
    "GLM 4.5": "GLM-4.5",
    "GLM 4.6": "GLM-4.6",
    "GPT-4": "GPT-4 (Mar 2023)",
    "GPT-4 Turbo": "GPT-4 Turbo (Nov 2023)",
    "Gemini 2.5 Pro": "Gemini 2.5 Pro (Mar 2025)",
}
GONE = {"ALLaM 7B", "GPT-3.5", "Xiaohongshu", "dots.llm1"}
"""Of the older export: what the newer has no row of."""


class Loaded(NamedTuple):
    """An export alone, then the other one over it."""

    alone: dict[str, list[Any]]
    after: dict[str, list[Any]]
    changes: Any


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Loaded]:
    """By which of them comes first."""
    needs.shared(EPOCH)
    found = {}
    for first, then in (("older", "newer"), ("newer", "older")):
        with trendweave.open(tmp_path_factory.mktemp(first) / "db") as graph:
            graph.load(EXPORTS[first])
            alone = state(graph)
            graph.load(EXPORTS[then])
            found[first] = Loaded(alone, state(graph), graph.changes())
    return found


def test_an_export_over_another_leaves_the_last_alone(exports: dict[str, Loaded]) -> None:
    assert exports["older"].after == exports["newer"].alone
    assert exports["newer"].after == exports["older"].alone


def test_renames_are_told_as_such_and_nothing_else_comes_or_goes(
    exports: dict[str, Loaded],
) -> None:
    forth, back = exports["older"].changes, exports["newer"].changes
    renamed = {
        (*c["before"]["names"], *c["after"]["names"])
        for c in forth["changes"]
        if c["change"] == "renamed"
    }
    assert renamed == set(RENAMED.items())
    assert {
        c["thing"]["name"] for c in forth["changes"] if c["change"] == "dropped" and c["thing"]
    } == GONE
    # A row renamed to another model, and one dated to another release of its model.
    proposed = {
        ("model:gpt-3.5", "model:text-davinci-002"),
        ("model:gpt-3.5-turbo", "model:gpt-3.5-turbo-2023-06-13"),
    }
    for answer, ways in ((forth, proposed), (back, {pair[::-1] for pair in proposed})):
        found = {(p["before"]["id"], p["after"]["id"]) for p in answer["perhaps_renamed"]}
        assert found == ways
    swapped = {"added": "dropped", "dropped": "added"}
    assert {swapped.get(k, k): v for k, v in back["counts"].items()} == forth["counts"]


def test_few_claims_differ_between_two_exports(exports: dict[str, Loaded]) -> None:
    altered = exports["older"].changes["counts"]["altered"]
    assert sum(altered.values()) < 60
