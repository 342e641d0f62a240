"""A database can be given other ids, by the references on its claims and without its sources."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from sources import Folder
from state import state
from trendweave.graph.database import Database
from trendweave.graph.errors import Outdated

import trendweave
from trendweave.cli import commands

ROWS = [
    ["Name", "Maker", "Released", "Based on", "Also"],
    ["Claude 3.5 Sonnet", "Anthropic", "2024-10-22", "", ""],
    ["Gannet 1", "Quasar Works", "2025-01", "Lumen 2", "Gannet one"],
    ["Gannet 1 Deluxe", "Quasar Werks", "2025-02", "Gannet 1", ""],
    ["T1", "Borealis Lab", "2025-03-01", "Lumière 2", ""],
    ["T1", "Quasar Works", "2025-04", "Never Declared", ""],
    ["Lumière 2", "Quasar Werks", "2025-02", "Lumen 2", ""],
]
MAPPING: dict[str, Any] = {
    "source": {
        "id": "landscape",
        "title": "Landscape",
        "publisher": "Nobody",
        "date": "2025-06",
        "licence": "CC0-1.0",
        "attribution": "Nobody",
    },
    "file": "landscape.csv",
    "things": [
        {
            "kind": "Model",
            "name": "Name",
            "maker": "Maker",
            "date": "Released",
            "aliases": "Also",
            "relationships": [
                {"type": "BUILDS", "from": {"kind": "Company", "column": "Maker"}},
                {"type": "BASED_ON", "to": {"kind": "Model", "column": "Based on"}},
            ],
        }
    ],
}
JUDGED = (
    # Two names of one model that is said to be made from the other, and of one company.
    ("accept", "Lumen 2", "Lumière 2", "--kind", "Model"),
    ("accept", "Quasar Works", "Quasar Werks", "--kind", "Company"),
    # One id for two names that the rules join.
    ("reject", "Gannet 1", "gannet one", "--kind", "Model", "--unsure"),
    ("reject", "Claude 3.5 Sonnet", "Sonnet 3.5", "--kind", "Model"),
)


class Desk:
    """A folder of facts, a table, and a file of judgements."""

    def __init__(self, place: Path) -> None:
        self.aliases = place / "aliases.csv"
        self.sources = [str(Folder(place / "facts")), str(place / "landscape.yaml")]
        with (place / "landscape.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(ROWS)
        text = yaml.safe_dump(MAPPING, allow_unicode=True)
        (place / "landscape.yaml").write_text(text, encoding="utf-8")

    def run(self, *words: str) -> Result:
        return CliRunner().invoke(commands, list(words), catch_exceptions=False)

    def judge(self, *words: str) -> Result:
        return self.run("alias", *words, "--aliases", str(self.aliases))

    @property
    def rows(self) -> list[dict[str, str]]:
        with self.aliases.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def loaded(self, db: Path | str, aliases: Path | None) -> dict[str, Any]:
        with trendweave.open(db, aliases=aliases) as graph:
            for source in self.sources:
                graph.load(source)
            return state(graph)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def read(db: Path | str, aliases: Path | None = None) -> dict[str, Any]:
    with trendweave.open(db, aliases=aliases) as graph:
        return state(graph)


@pytest.mark.parametrize("target", ["embedded", "neo4j-5"], indirect=True)
def test_realigning_equals_loading_afresh_and_can_be_undone(
    target: str, desk: Desk, tmp_path: Path
) -> None:
    before = desk.loaded(target, None)
    for words in JUDGED:
        done = desk.judge(*words)
        assert done.exit_code == 0, done.output
        assert re.fullmatch(r"Written to .+; `trendweave realign` applies it.+\n", done.stdout)
    options = ("--db", target, "--aliases", str(desk.aliases))
    for words in (("load", desk.sources[0]), ("unload", "landscape")):
        done = desk.run(*words, *options)
        assert done.exit_code == 1
        assert done.stderr == (
            "landscape was written with other alias tables than the present ones: run "
            "`trendweave realign` first.\n"
        )
    done = desk.run("realign", *options)
    assert done.exit_code == 0, done.output
    assert re.search(
        r"^landscape: \d+ claims; \d+ added, \d+ changed, \d+ removed$", done.stdout, re.M
    )
    realigned = read(target, desk.aliases)
    assert realigned == desk.loaded(tmp_path / "afresh", desk.aliases)
    assert realigned != before
    ids = {dict(properties)["id"] for _, properties in realigned["nodes"]}
    assert len(ids & {"model:lumière-2", "model:lumen-2"}) == 1
    assert len(ids & {"company:quasarwerks", "company:quasarworks"}) == 1
    assert "Nothing to do" in desk.run("realign", *options).stdout

    desk.aliases.unlink()
    desk.run("realign", "--db", target)
    assert read(target) == before, "what was set aside did not come back"


@pytest.mark.parametrize("stop_after", [3, 8, 18])
def test_an_interrupted_realign_is_finished_by_doing_it_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop_after: int
) -> None:
    desk.loaded(tmp_path / "db", None)
    for words in JUDGED:
        desk.judge(*words)
    monkeypatch.setattr("trendweave.graph.journal.SILENCE", 0.0)
    with (
        trendweave.open(tmp_path / "db", aliases=desk.aliases) as graph,
        monkeypatch.context() as m,
    ):
        m.setattr("trendweave.graph.ingest.BATCH", 2)
        stop_writing(m, stop_after)
        with pytest.raises(KeyboardInterrupt):
            graph.realign()
    with trendweave.open(tmp_path / "db", aliases=desk.aliases) as graph:
        with pytest.raises(Outdated, match="`trendweave realign`"):
            graph.load(desk.sources[0])
        graph.realign()
        assert state(graph) == desk.loaded(tmp_path / "afresh", desk.aliases)


def stop_writing(patch: pytest.MonkeyPatch, after: int) -> None:
    """Stop the process, as it were, at some transaction."""
    real: Callable[[Database, Any], Any] = Database.write
    written = 0

    def failing(self: Database, work: Any) -> Any:
        nonlocal written
        written += 1
        if written > after:
            raise KeyboardInterrupt
        return real(self, work)

    patch.setattr(Database, "once", lambda *_: None)
    patch.setattr(Database, "write", failing)


def test_a_judgement_without_effect_asks_for_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.loaded(tmp_path / "db", None)
    desk.judge("reject", "Lumen 2", "Gannet 1", "--kind", "Model")
    with trendweave.open(tmp_path / "db", aliases=desk.aliases) as graph:
        graph.load(desk.sources[0])
        assert graph.realign() == []


# the user's own table -----------------------------------------------------------------------


def test_judgements_are_kept_and_the_later_one_counts(desk: Desk) -> None:
    desk.aliases.write_text(
        "kind,name,context,other,other_context,judgement,remark\n"
        'Company,Tern,,Gull,,different,"seen, by me"\n',
        encoding="utf-8",
    )
    assert desk.judge("accept", "Lumen 2", "Gannet 2", "--kind", "model").exit_code == 0
    desk.judge("reject", "Lumen2", "Gannet 2", "--kind", "Model", "--unsure")
    desk.judge("reject", "Lumen 2", "Lumen 2", "--kind", "Model", "--maker", "A")
    rows = desk.rows
    assert [(row["name"], row["other"], row["context"], row["judgement"]) for row in rows] == [
        ("Tern", "Gull", "", "different"),
        ("Lumen2", "Gannet 2", "", "unsure"),
        ("Lumen 2", "Lumen 2", "A", "different"),
    ]
    assert rows[0]["remark"] == "seen, by me"
    shown = desk.judge("list", "--format", "csv").stdout.splitlines()
    assert shown[0] == "kind,name,maker,other,other_maker,judgement,id,other_id"
    assert shown[3] == "Model,Lumen 2,A,Lumen 2,,different,model:lumen-2a,model:lumen-2"


def test_a_contradiction_is_refused_with_the_rows_that_make_it(desk: Desk) -> None:
    for words in (("accept", "A1x", "B1x"), ("accept", "C1x", "B1x"), ("reject", "D1x", "C1x")):
        assert desk.judge(*words, "--kind", "Product").exit_code == 0
    text = desk.aliases.read_bytes()
    for words in (("reject", "A1x", "C1x"), ("accept", "D1x", "A1x")):
        done = desk.judge(*words, "--kind", "Product")
        assert done.exit_code == 2
        assert done.stderr.startswith("These judgements contradict each other: Product “")
        assert all(name in done.stderr for name in ("A1x", "B1x", "C1x", "≠"))
        assert done.stderr.count("\n") == 1
        assert desk.aliases.read_bytes() == text
    done = desk.judge("reject", "Tern", "tern", "--kind", "Product")
    assert done.exit_code == 2
    assert "--maker and --other-maker" in done.stderr


def test_ids_stand_for_what_the_table_or_the_database_calls_them(
    desk: Desk, tmp_path: Path
) -> None:
    desk.loaded(tmp_path / "db", None)
    db = ("--db", str(tmp_path / "db"))
    ids = ("model:t1-quasarworks", "model:t1-borealislaboratory")
    assert desk.judge("accept", *ids, *db).exit_code == 0
    assert desk.judge("reject", "company:openai", "company:quasarworks", *db).exit_code == 0
    assert [list(row.values()) for row in desk.rows] == [
        ["Model", "T1", "Quasar Works", "T1", "Borealis Lab", "same"],
        ["Company", "OpenAI", "", "Quasar Works", "", "different"],
    ]
    for words, code, said in (
        (("accept", "model:no-such", "Lumen 2", *db), 3, "Nothing has the id model:no-such"),
        (("accept", "company:openai", "model:gpt-4", *db), 2, "A Company and a Model cannot be"),
        (("accept", "Lumen 2", "Lumen 3"), 2, "say which with --kind"),
        (("accept", "Lumen 2", "Lumen 3", "--kind", "Fish"), 2, "Fish is no kind"),
    ):
        done = desk.judge(*words)
        assert (done.exit_code, said in done.stderr) == (code, True), done.stderr


# proposals ----------------------------------------------------------------------------------


def test_proposals_name_the_reason_and_the_claims_and_leave_out_what_is_judged(
    desk: Desk, tmp_path: Path
) -> None:
    facts = Folder(tmp_path / "facts")
    facts.things["Model"]["Gannet 2"] = {}
    facts.things["Company"]["Quasar Works Robotics"] = {"category": "company"}
    facts.chapters["1"]["discusses"]["Model"]["Gannet 2"] = ["1", "发布", "case"]
    facts.chapters["1"]["discusses"]["Company"]["Quasar Works Robotics"] = ["1", "发布", "case"]
    facts.chapters["1"]["facts"]["1"].append(
        ["Quasar Works Robotics", "PART_OF", "Quasar Works", "发布"]
    )
    facts.write()
    desk.loaded(tmp_path / "db", None)
    db = ("--db", str(tmp_path / "db"))
    options = (*db, "--format", "json")
    (found,) = yaml.safe_load(desk.judge("suggest", "company", *options).stdout)
    assert [found[side]["id"] for side in ("one", "other")] == [
        "company:quasarwerks",
        "company:quasarworks",
    ]
    assert found["reason"] == "“Quasar Werks” and “Quasar Works” differ by one letter"
    said = {"source": "landscape", "where": "row 4 · Maker", "spelt": "Quasar Werks"}
    assert found["one"]["claims"] == [said]
    assert {c["source"] for c in found["other"]["claims"]} == {"made-up", "landscape"}
    pairs = yaml.safe_load(desk.judge("suggest", *options).stdout)
    ids = {pair[side]["id"] for pair in pairs for side in ("one", "other")}
    assert "model:gannet-2" not in ids, "a version tells models apart"
    assert "model:t1-quasarworks" not in ids, "two makers' models of one name are homonyms"

    shown = desk.judge("suggest", *db).stdout
    assert "Company: “Quasar Werks” and “Quasar Works” differ by one letter" in shown
    assert "      “Quasar Werks”, landscape, row 4 · Maker" in shown
    desk.judge("reject", "company:quasarwerks", "company:quasarworks", *db)
    assert yaml.safe_load(desk.judge("suggest", "Company", *options).stdout) == []
    assert "No two things look like one" in desk.judge("suggest", "Company", *db).stdout
    assert "Fish is no kind" in desk.judge("suggest", "Fish", *db).stderr
