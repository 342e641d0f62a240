"""The command line as a person meets it: real processes, real exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from sources import Folder

Run = Callable[..., "subprocess.CompletedProcess[str]"]
TRENDWEAVE = Path(sys.executable).with_name("trendweave")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in an empty folder."""
    here = tmp_path / "here"
    here.mkdir()

    def call(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(TRENDWEAVE), *words],
            cwd=here,
            env={**os.environ, "COLUMNS": "200", **env},
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )

    return call


@pytest.fixture
def loaded(run: Run, folder: Folder) -> Run:
    """The same, with the small folder loaded in the default database."""
    assert run("load", str(folder)).returncode == 0
    return run


def answer(done: subprocess.CompletedProcess[str]) -> dict[str, object]:
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_who_builds_in_any_spelling_and_either_language(loaded: Run) -> None:
    for name in (
        "Lumen 2",
        "lumen2",
        "LUMEN-2",
        "Ｌｕｍｅｎ　２",
        "“Lumen 2”",
        "类星体公司 Lumen 2",
    ):
        found = answer(loaded("who-builds", name, "--format", "json"))
        assert found["question"] == f"who builds {name}"
        (one,) = found["answers"]  # type: ignore[misc]
        assert one["entity"] == {
            "id": "model:lumen-2",
            "kind": "Model",
            "name": "Lumen 2",
            "name_zh": None,
        }
        (builder,) = one["builders"]
        assert builder == {
            "id": "company:quasarworks",
            "kind": "Company",
            "name": "Quasar Works",
            "name_zh": "类星体公司",
            "certainty": "stated",
            "evidence": [
                {
                    "source": "made-up",
                    "where": "ch. 1 § 1",
                    "certainty": "stated",
                    "text": "Quasar Works builds Lumen 2",
                    "link": None,
                    "date": "2025-02",
                }
            ],
            "country": None,
            "units": [],
        }


def test_builds(loaded: Run) -> None:
    found = answer(loaded("builds", "北光实验室", "--format", "json"))
    (one,) = found["answers"]  # type: ignore[misc]
    assert [thing["name_zh"] for thing in one["things"]] == ["贡多拉"]


def test_show_tells_the_relationships_both_ways(loaded: Run) -> None:
    found = answer(loaded("show", "贡多拉", "--format", "json"))
    (one,) = found["answers"]  # type: ignore[misc]
    related = {(r["type"], r["forward"], r["other"]["name"]) for r in one["relationships"]}
    assert related == {
        ("BUILDS", False, "Borealis Lab"),
        ("POWERED_BY", True, "Lumen 2"),
        ("APPLIED_IN", True, "Lighthouse keeping"),
        ("EXEMPLIFIES", True, "Harbour robots"),
    }


def test_path_reads_forward(loaded: Run) -> None:
    found = answer(loaded("path", "潮汐学习", "港口机器人", "--format", "json"))
    first = found["paths"][0]  # type: ignore[index]
    assert [node["id"] for node in first["nodes"]] == [
        "technique:tidallearning",
        "technique:driftplanning",
        "trend:harbour",
    ]
    assert [step["type"] for step in first["steps"]] == ["ENABLES", "ENABLES"]
    assert first["steps"][0] == {
        "type": "ENABLES",
        "source": "technique:tidallearning",
        "target": "technique:driftplanning",
        "members": [],
        "evidence": [
            {
                "source": "made-up",
                "where": "ch. 1 § 1",
                "certainty": "stated",
                "text": "by repetition",
                "link": None,
            }
        ],
    }
    backward = loaded("path", "港口机器人", "潮汐学习")
    assert backward.returncode == 3
    assert "support no way" in backward.stderr


def test_trends_are_bridged_by_what_belongs_to_both(loaded: Run) -> None:
    found = answer(loaded("path", "Tidal turn", "Harbour robots", "--format", "json"))
    bridges = [
        step
        for way in found["paths"]  # type: ignore[attr-defined]
        for step in way["steps"]
        if step["type"] == "BRIDGE"
    ]
    assert [m["name"] for m in bridges[0]["members"]] == ["Drift planning"]


def test_companies_carry_no_step_unless_asked(loaded: Run) -> None:
    assert loaded("path", "Borealis Lab", "Tidal turn").returncode == 3
    found = answer(loaded("path", "Borealis Lab", "Tidal turn", "--any", "--format", "json"))
    assert found["paths"]


@pytest.mark.parametrize("command", ["who-builds", "builds", "show"])
def test_nothing_found_is_exit_3_with_the_nearest_names(loaded: Run, command: str) -> None:
    done = loaded(command, "Gondolla")
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr == "Nothing is called “Gondolla”. Nearest: Gondola.\n"


def test_a_question_of_the_wrong_kind_says_what_to_ask(loaded: Run) -> None:
    done = loaded("who-builds", "Quasar Works")
    assert done.returncode == 3
    assert "Quasar Works is a company" in done.stderr
    assert "`trendweave builds Quasar Works`" in done.stderr


@pytest.mark.parametrize(
    "words", [["who-builds", "x"], ["builds", "x"], ["show", "x"], ["path", "x", "y"]]
)
def test_an_empty_database_says_how_to_load(run: Run, words: list[str]) -> None:
    done = run(*words)
    assert done.returncode == 3
    assert done.stderr == "The database is empty: run `trendweave load` first.\n"


def test_an_empty_database_is_no_error_for_export_stats_sources(run: Run) -> None:
    assert answer(run("stats", "--format", "json"))["sources"] == 0
    assert answer(run("sources", "--format", "json")) == {"sources": []}
    assert run("export", "g.json").returncode == 0
    assert "trendweave load" in run("stats").stdout


def test_saved_queries_are_listed_and_run(loaded: Run) -> None:
    listed = answer(loaded("query", "--format", "json"))
    assert "who-builds" in [query["name"] for query in listed["queries"]]  # type: ignore[attr-defined]
    found = answer(loaded("query", "who-builds", "name=Gondola", "--format", "json"))
    assert found["query"] == "who-builds"
    assert found["parameters"] == {"name": "gondola"}
    row = dict(zip(found["columns"], found["rows"][0], strict=True))  # type: ignore[index,call-overload]
    assert row["builder"] == "Borealis Lab"


def test_typed_cypher_reads_and_never_writes(loaded: Run) -> None:
    text = "MATCH (n:Company) RETURN n.name AS name ORDER BY name"
    found = answer(loaded("query", "--text", text, "--format", "json"))
    assert found["columns"] == ["name"]
    assert found["rows"] == [["Borealis Lab"], ["Quasar Works"]]
    before = loaded("stats", "--format", "json").stdout
    for writing in (
        "CREATE (n:Company {id: 'x'})",
        "MATCH (n:Company) SET n.name = 'x'",
        "MATCH (n:Company) DETACH DELETE n",
        "MERGE (n:Company {id: 'x'}) RETURN n",
    ):
        done = loaded("query", "--text", writing)
        assert done.returncode == 1
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert loaded("stats", "--format", "json").stdout == before


def test_what_the_embedded_engine_would_answer_wrongly_is_refused(loaded: Run) -> None:
    text = "MATCH (n:Company) WITH n ORDER BY n.id LIMIT 1 WHERE n.name <> 'x' RETURN n.id"
    done = loaded("query", "--text", text)
    assert done.returncode == 1
    assert "bolt://" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_formats(loaded: Run) -> None:
    rows = list(
        csv.DictReader(io.StringIO(loaded("builds", "类星体公司", "--format", "csv").stdout))
    )
    assert rows == [
        {
            "builder": "Quasar Works · 类星体公司",
            "thing": "Lumen 2",
            "kind": "Model",
            "certainty": "stated",
            "where": "made-up ch. 1 § 1",
            "says": "Quasar Works builds Lumen 2",
        }
    ]
    table = loaded("builds", "类星体公司").stdout
    assert "类星体公司" in table
    assert "made-up ch. 1 § 1" in table


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["load", "no-such-source"], 2, "There is no source no-such-source"),
        (["load", "name=/no/such/place"], 2, "There is no source"),
        (["export", "graph.xyz"], 2, "the suffix decides the format"),
        (["query", "no-such-query"], 2, "no saved query"),
        (["query", "who-builds", "nmae=x"], 2, "has no parameter nmae"),
        (["query", "who-builds", "x"], 2, "not KEY=VALUE"),
        (["path", "alone"], 2, "two names at least"),
        (["identify", "Gizmo", "x"], 2, "is no kind"),
        (["who-builds"], 2, "Missing argument"),
        (
            ["draw", "path", "a", "b", "-o", "page.png"],
            2,
            "the suffix decides the form of a picture",
        ),
        (["load", "My Report=/tmp"], 2, "My Report cannot name a source"),
        (["load", "report", "report", "--text", "x"], 2, "--text is the text of one source"),
        (["unload", "absent"], 3, "absent is not loaded"),
        (["stats", "--db", "http://localhost"], 1, "bolt:// or neo4j://"),
        (["stats", "--db", "bolt://127.0.0.1:9"], 1, "TRENDWEAVE_PASSWORD"),
        (["check", "report", "--text", "/no/such/file"], 1, "cannot be read"),
    ],
)
def test_errors_are_one_sentence_with_an_exit_code(
    run: Run, words: list[str], code: int, said: str
) -> None:
    done = run(*words)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_server_that_is_down_and_a_password_that_is_wrong(run: Run, neo4j_5: object) -> None:
    down = run("stats", "--db", "bolt://127.0.0.1:9", TRENDWEAVE_PASSWORD="x")
    assert down.returncode == 1
    assert down.stderr == (
        "No database answers at bolt://127.0.0.1:9: start it, or name another with --db.\n"
    )
    uri = neo4j_5.uri  # type: ignore[attr-defined]
    wrong = run("stats", "--db", uri, TRENDWEAVE_PASSWORD="not-the-password")
    assert wrong.returncode == 1
    assert wrong.stderr.startswith(f"{uri} refuses the user neo4j or the password")
    assert "not-the-password" not in wrong.stdout + wrong.stderr


def test_identify_needs_no_database(run: Run, tmp_path: Path) -> None:
    done = run("identify", "Company", "腾讯", "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["id"] == "company:tencent"
    assert len(done.stdout.splitlines()) == 1
    for name in ("Never Seen Inc", "从未见过"):
        unseen = run("identify", "Company", name, "--format", "json")
        assert unseen.returncode == 0
        assert json.loads(unseen.stdout)["id"].startswith("company:")
    assert not (tmp_path / "default-db").exists()


def test_identify_takes_a_file_whatever_the_names(run: Run, tmp_path: Path) -> None:
    asked: list[dict[str, str | None]] = [
        {
            "kind": "Model",
            "name": "gpt-4o-2024-08-06",
            "source": "a",
            "context": None,
            "date": None,
        },
        {"kind": "Model", "name": "K2", "context": "LLM360"},
        {"kind": "Company", "name": "深度求索"},
        {"kind": "Gizmo", "name": "\u0000\ud800"},
        {"kind": None, "name": None},
        {"kind": "Product", "name": "x" * 100_000},
        {},
    ]
    lines = "".join(json.dumps(one) + "\n" for one in asked)
    (tmp_path / "names.jsonl").write_text(lines + "\n", encoding="utf-8")
    done = run("identify", "--file", str(tmp_path / "names.jsonl"), "--format", "json")
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one.get("name") for one in found] == [one.get("name") for one in asked]
    assert [one["id"] for one in found[:3]] == [
        "model:gpt-4o-2024-08-06",
        "model:k2-llm360",
        "company:deepseek",
    ]
    assert found[0]["version_of"] == "model:gpt-4o"
    assert all(one["id"] for one in found)
    (tmp_path / "bad.jsonl").write_text("[]\n", encoding="utf-8")
    bad = run("identify", "--file", str(tmp_path / "bad.jsonl"))
    assert (bad.returncode, bad.stdout) == (1, "")
    assert bad.stderr.startswith("Line 1 is no JSON object")


def test_exports(loaded: Run, tmp_path: Path) -> None:
    here = tmp_path / "here"
    for file in ("g.json", "g.graphml", "g.gexf", "csv/"):
        assert loaded("export", file).returncode == 0
    data = json.loads((here / "g.json").read_text(encoding="utf-8"))
    graph = nx.node_link_graph(data, edges="edges")
    assert graph.nodes["model:lumen-2"]["aliases"] == ["Lumen 2", "Lumen2"]
    assert set(data["nodes"][0]) == {"id", "kind", "name", "name_zh", "aliases", "sources"}
    assert {"source", "target", "type", "certainty", "sources"} <= set(data["edges"][0])
    for reread in (nx.read_graphml(here / "g.graphml"), nx.read_gexf(here / "g.gexf")):
        assert set(reread) == set(graph)
        assert reread.number_of_edges() == graph.number_of_edges()
    header = (here / "csv" / "nodes-Company.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header == "id:ID,name,name_zh,aliases:string[],sources:string[],:LABEL"
    first = {f: (here / f).read_bytes() for f in ("g.json", "g.graphml", "g.gexf")}
    for file, content in first.items():
        loaded("export", f"again-{file}")
        assert (here / f"again-{file}").read_bytes() == content


def test_a_file_that_cannot_be_written(loaded: Run) -> None:
    for words in (
        ["export", "/dev/null/graph.json"],
        ["draw", "path", "潮汐学习", "港口机器人", "-o", "/dev/null/page.html"],
    ):
        done = loaded(*words)
        assert done.returncode == 1
        assert "cannot be written" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_output_is_utf8_whatever_the_locale(loaded: Run) -> None:
    for locale in ({"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "gbk"}):
        done = loaded("show", "贡多拉", "--format", "json", **locale)
        assert done.returncode == 0
        assert "贡多拉" in done.stdout
