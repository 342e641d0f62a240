"""A database of another release is refused in one sentence, and an older one brought up to date."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from state import state
from trendweave.graph.claims import SCHEMA, unpack
from trendweave.graph.database import Database, rows
from trendweave.graph.errors import Outdated

import trendweave
from trendweave.cli import commands

REFERENCE = ("name", "maker", "dated", "own", "ends")


@pytest.fixture
def previous(tmp_path: Path, root: Path) -> Path:
    """What the previous release wrote, and the sources that it wrote it from."""
    with zipfile.ZipFile(root / "tests" / "data" / "previous.zip") as packed:
        packed.extractall(tmp_path / "previous")
    return tmp_path / "previous"


def told(graph: trendweave.Graph) -> dict[str, Any]:
    """The whole graph but for how things were identified, which an upgrade can only rebuild."""
    found = json.loads(json.dumps(state(graph)))
    for *_, properties in (*found["nodes"], *found["edges"]):
        for pair in properties:
            if pair[0] == "claims":
                claims = [
                    {k: v for k, v in claim.items() if k not in REFERENCE}
                    for claim in unpack(pair[1])
                ]
                pair[1] = sorted(claims, key=json.dumps)
    return found


def fresh(place: Path, sources: Path) -> dict[str, Any]:
    with trendweave.open(place) as graph:
        graph.load(str(sources / "facts"))
        graph.load(str(sources / "landscape.yaml"))
        return told(graph)


def test_every_command_refuses_it_until_it_is_upgraded(previous: Path, tmp_path: Path) -> None:
    db = str(previous / "db")
    run = CliRunner()
    for words in (
        ["load", str(previous / "facts")],
        ["realign"],
        ["who-builds", "T1"],
        ["query", "--text", "MATCH (n) RETURN count(n)"],
        ["draw", "trends", "-o", str(tmp_path / "trends.html")],
        ["export", str(tmp_path / "graph.json")],
        ["alias", "suggest"],
        ["alias", "accept", "product:gondola", "product:other"],
    ):
        done = run.invoke(commands, [*words, "--db", db])
        assert done.exit_code == 1, (words, done.output)
        assert done.stderr == (
            f"An older trendweave wrote the database {db}: run `trendweave upgrade`, which needs "
            "none of the sources.\n"
        )
    done = run.invoke(commands, ["upgrade", "--db", db])
    assert done.exit_code == 0, done.output
    assert "landscape: 11 claims; " in done.stdout
    with trendweave.open(db) as graph:
        assert told(graph) == fresh(tmp_path / "fresh", previous)
        # The references are there: a later table can decide anew.
        (claim,) = unpack(
            graph.query(cypher="MATCH (n:Model {id: 'model:t1-quasarworks'}) RETURN n.claims AS c")[
                "rows"
            ][0][0]
        )
        assert [claim[f] for f in REFERENCE[:3]] == ["T1", "Quasar Works", "2025-04"]
        for source in ("facts", "landscape.yaml"):
            graph.load(str(previous / source))
    done = run.invoke(commands, ["upgrade", "--db", db])
    assert done.stdout == "Nothing to do: every source stands by the present alias tables.\n"


@pytest.mark.parametrize("stop_after", [9, 14])
def test_an_interrupted_upgrade_is_finished_by_doing_it_again(
    previous: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop_after: int
) -> None:
    monkeypatch.setattr("trendweave.graph.journal.SILENCE", 0.0)
    monkeypatch.setattr("trendweave.graph.ingest.BATCH", 4)
    real, written = Database.write, 0

    def failing(self: Database, work: Any) -> Any:
        nonlocal written
        written += 1
        if written > stop_after:
            raise KeyboardInterrupt
        return real(self, work)

    with trendweave.open(previous / "db") as graph:
        monkeypatch.setattr(Database, "once", lambda *_: None)
        monkeypatch.setattr(Database, "write", failing)
        with pytest.raises(KeyboardInterrupt):
            graph.upgrade()
        monkeypatch.undo()
        monkeypatch.setattr("trendweave.graph.journal.SILENCE", 0.0)
    with trendweave.open(previous / "db") as graph:
        with pytest.raises(Outdated):
            graph.sources()
        graph.upgrade()
        assert told(graph) == fresh(tmp_path / "fresh", previous)


def test_a_newer_database_asks_for_a_newer_trendweave(tmp_path: Path, folder: Any) -> None:
    with trendweave.open(tmp_path / "db") as graph:
        graph.load(str(folder))
        newer = f"MATCH (s:Source) SET s.schema = {SCHEMA + 1}"
        graph.database.write(lambda tx: rows(tx, newer, {}))
    with trendweave.open(tmp_path / "db") as graph:
        for ask in (graph.sources, graph.upgrade, graph.realign):
            with pytest.raises(
                Outdated, match=r"^A newer trendweave wrote .+: update trendweave\.$"
            ):
                ask()
