"""Answers where sources disagree, name units or providers, or nobody bears the very name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from trendweave.graph.errors import NotFound
from trendweave.queries.majority import judged

import trendweave

TRENDWEAVE = Path(sys.executable).with_name("trendweave")
HEADER = "Maker,Date,Size,Access,Sold by,Data,Country,Link"
TABLES = {
    "alpha": """
Model,Gull 3,Google DeepMind,2024-05,7B,open,,,,https://alpha.example/gull
Model,Tern,Google,,,,,,,
Model,Auk,Quasar,2024-05-02,7B,open,,,NO,https://alpha.example/auk
Model,GPT-4o,OpenAI,2024-05-13,,limited,OpenAI;Kiosk;Stall,,,
Model,Qwen3 8B,Alibaba,,,,,,,
Model,Qwen3 4B,Alibaba,,,,,,,
Model,Qwen3 32B,Alibaba Cloud,,,,,Skua,,
Model,Skua,Quasar,,,,,,,
Hardware,NVIDIA Q900 PCIe,NVIDIA,,,,,,,
""",
    "beta": """
Model,Gull 3,Google,2024-05-14,7B,,,,,
Model,Tern,Google DeepMind,,,,,,,https://beta.example/tern
Model,Auk,Quasar,2024-05,7.1B,,,,NO,https://beta.example/auk
Product,Skua,Borealis,,,,,,,
""",
    "gamma": """
Model,Gull 3,Google,,,,,,,
Model,Auk,Borealis,2023-01,70B,,,,,https://gamma.example/auk
Model,GPT-4o,OpenAI,2024-08-06,,,Kiosk,,,
Model,Qwen3 14B,,,,,Kiosk,,,
Product,Buoy,Quasar,,,,,,SE,
""",
}
KINDS = ("Model", "Product", "Hardware")


def mapping(kind: str) -> dict[str, Any]:
    """What a row says of a thing of that kind, whose name stands under the kind."""
    said: dict[str, Any] = {"kind": kind, "name": kind, "maker": "Maker"}
    said |= {"date": "Date", "parameters": "Size", "access": "Access", "link": "Link"}
    ties = [{"type": "BUILDS", "from": {"kind": "Company", "column": "Maker"}}]
    if kind == "Model":
        seller = {"kind": "Company", "column": "Sold by", "split": ";"}
        ties.append({"type": "OFFERS", "from": seller})
        ties.append({"type": "TRAINED_ON", "to": {"kind": "Dataset", "column": "Data"}})
    return {**said, "relationships": ties}


def table(rows: str) -> str:
    """The rows as a table with a column of names for each kind."""
    lines = [",".join([*KINDS, HEADER])]
    for row in rows.strip().splitlines():
        kind, name, rest = row.split(",", 2)
        lines.append(",".join([*(name if kind == one else "" for one in KINDS), rest]))
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Three tables of their own mind."""
    folder = tmp_path_factory.mktemp("answers")
    things = [*map(mapping, KINDS), {"kind": "Company", "name": "Maker", "country": "Country"}]
    with trendweave.open(folder / "db") as graph:
        for name, rows in TABLES.items():
            (folder / f"{name}.csv").write_text(table(rows), encoding="utf-8")
            source = {"id": name, "title": name, "publisher": "Nobody", "date": "2025"}
            source |= {"licence": "CC0-1.0", "attribution": "Nobody"}
            said = {"source": source, "file": f"{name}.csv", "things": things}
            (folder / f"{name}.yaml").write_text(yaml.safe_dump(said), encoding="utf-8")
            assert graph.load(str(folder / f"{name}.yaml")).rejected == 0
    return str(folder / "db")


@pytest.fixture(scope="module")
def graph(db: str) -> Iterator[trendweave.Graph]:
    with trendweave.open(db) as opened:
        yield opened


def run(*words: str) -> str:
    done = subprocess.run(
        [str(TRENDWEAVE), *words],
        env={**os.environ, "COLUMNS": "300"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def called(things: list[Any]) -> list[str]:
    return [thing["name"] for thing in things]


def one(graph: trendweave.Graph, name: str) -> Any:
    (answer,) = graph.who_builds(name)["answers"]
    return answer


# --- the majority ---------------------------------------------------------------------------------

ABOVE = {"lab": ["group"], "team": ["group"]}


@pytest.mark.parametrize(
    ("named", "builders", "disputed", "groups", "units"),
    [
        ({"x": "ab", "y": "c"}, ["x"], ["y"], [], {}),
        ({"x": "ab", "y": "a"}, ["x", "y"], [], [], {}),
        ({"x": "a", "y": "b"}, ["x", "y"], [], [], {}),
        ({"group": "a", "lab": "b"}, ["lab"], [], ["group"], {}),
        ({"group": "ab", "lab": "c"}, ["group"], [], [], {"group": ["lab"]}),
        ({"group": "a", "lab": "a"}, ["group", "lab"], [], [], {}),
        ({"group": "a", "lab": "bc", "team": "d"}, ["lab"], [], ["group"], {"group": ["team"]}),
        ({"group": "a", "lab": "b", "x": "cde"}, ["x"], ["group", "lab"], [], {}),
        ({"x": "a", "y": "b", "z": "c"}, ["x", "y", "z"], [], [], {}),
        ({}, [], [], [], {}),
    ],
)
def test_the_majority_decides(
    named: dict[str, str],
    builders: list[str],
    disputed: list[str],
    groups: list[str],
    units: dict[str, list[str]],
) -> None:
    found = judged(named, ABOVE)
    assert sorted(found.builders) == builders
    assert (sorted(found.disputed), found.groups, found.units) == (disputed, groups, units)


def test_builders_disputed_and_what_is_known(graph: trendweave.Graph) -> None:
    answer = one(graph, "Auk")
    (quasar,), (borealis,) = answer["builders"], answer["disputed"]
    assert (quasar["name"], quasar["country"]) == ("Quasar", "NO")
    assert [(e["source"], e["link"]) for e in quasar["evidence"]] == [
        ("alpha", "https://alpha.example/auk"),
        ("beta", "https://beta.example/auk"),
    ]
    assert borealis["evidence"][0]["text"] == "Borealis builds Auk"
    assert (answer["date"], answer["access"]) == ("2024-05-02", "open")


def test_a_unit_counts_for_its_group_and_the_group_gives_way(graph: trendweave.Graph) -> None:
    gull = one(graph, "Gull 3")
    (google,) = gull["builders"]
    assert (google["name"], called(google["units"])) == ("Google", ["Google DeepMind"])
    assert {e["source"] for e in google["evidence"]} == {"alpha", "beta", "gamma"}
    assert "Google DeepMind builds Gull 3" in [e["text"] for e in google["evidence"]]
    tern = one(graph, "Tern")
    (deepmind,), (group,) = tern["builders"], tern["group"]
    assert deepmind["name"] == "Google DeepMind"
    assert (group["name"], group["of"]) == ("Google", "company:google-deepmind")
    assert [e["source"] for e in group["evidence"]] == ["alpha"]
    assert (gull["disputed"], tern["disputed"]) == ([], [])


def test_one_answer_a_thing_and_not_a_snapshot(graph: trendweave.Graph) -> None:
    answer = one(graph, "gpt 4o")
    assert called(answer["builders"]) == ["OpenAI"]
    assert called(answer["providers"]) == ["Kiosk", "OpenAI", "Stall"]
    (later,) = answer["versions"]
    assert later["id"] == "model:gpt-4o-2024-08-06"
    assert later["builders"] == [], "they are the same"
    snapshot = one(graph, "gpt-4o-2024-08-06")
    assert snapshot["version_of"]["id"] == answer["entity"]["id"]
    assert one(graph, "openai/gpt-4o-2024-05-13")["entity"] == answer["entity"]


def test_every_sense_is_told_and_bare_mentions_last(graph: trendweave.Graph) -> None:
    answers = graph.who_builds("Skua")["answers"]
    senses = [(a["entity"]["kind"], called(a["builders"])) for a in answers]
    assert senses == [("Model", ["Quasar"]), ("Product", ["Borealis"]), ("Dataset", [])]


# --- names that nothing bears ---------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Qwen3", "qwen-3", "通义千问3", "Alibaba Qwen3"])
def test_a_family_is_told_from_its_members_and_says_so(graph: trendweave.Graph, name: str) -> None:
    answer = one(graph, name)
    assert answer["entity"]["id"] == "model:qwen-3"
    (alibaba,) = answer["builders"]
    assert alibaba["name"] == "Alibaba"
    assert called(alibaba["units"]) == ["Alibaba Cloud"]
    builders = {m["name"]: called(m["builders"]) for m in answer["members"]}
    assert builders == {"Qwen3 4B": [], "Qwen3 8B": [], "Qwen3 32B": ["Alibaba Cloud"]}
    assert "told from 3 of its family" in answer["note"]


def test_what_nobody_is_said_to_build_is_told_from_its_relatives(graph: trendweave.Graph) -> None:
    answer = one(graph, "Qwen3 14B")
    assert called(answer["builders"]) == ["Alibaba"]
    assert called(answer["providers"]) == ["Kiosk"]
    assert answer["note"].startswith("No source says who builds Qwen3 14B itself")
    q900 = one(graph, "Q900")
    assert (q900["entity"]["kind"], called(q900["builders"])) == ("Hardware", ["NVIDIA"])
    assert called(q900["members"]) == ["NVIDIA Q900 PCIe"]


@pytest.mark.parametrize("name", ["Qwen3 1.7B", "GPT-4o 2031-01-01", "GPT-9", "Gull 4"])
def test_a_relative_does_not_stand_for_what_is_not_there(
    graph: trendweave.Graph, name: str
) -> None:
    with pytest.raises(NotFound, match="Nothing is called") as raised:
        graph.who_builds(name)
    assert raised.value.nearest


# --- groups, disagreements, what a table shows ----------------------------------------------------


def test_a_group_builds_what_its_units_build_and_says_so(graph: trendweave.Graph, db: str) -> None:
    (google,) = graph.builds("谷歌")["answers"]
    assert [(t["name"], called(t["units"])) for t in google["things"]] == [
        ("Gull 3", []),
        ("Tern", []),
    ]
    (alibaba,) = graph.builds("阿里巴巴")["answers"]
    assert [(t["name"], called(t["units"])) for t in alibaba["things"]] == [
        ("Qwen3 4B", []),
        ("Qwen3 8B", []),
        ("Qwen3 32B", ["Alibaba Cloud"]),
    ]
    assert [(u["name"], u["things"]) for u in alibaba["units"]] == [("Alibaba Cloud", 1)]
    assert alibaba["note"] == "Alibaba itself is said to build 2, and its units 1 more"
    table = run("builds", "Alibaba", "--db", db, "--lang", "zh")
    assert "来源称阿里巴巴自身研发 2 项，其下属机构另研发 1 项: 阿里云 1" in table
    rows = graph.query("builds-with-units", name="alibaba")
    unit, thing = (rows["columns"].index(column) for column in ("unit", "thing"))
    assert ["Alibaba Cloud", "Qwen3 32B"] in [[row[unit], row[thing]] for row in rows["rows"]]


def test_disagreements_have_every_value_the_majority_first(
    graph: trendweave.Graph, db: str
) -> None:
    asked = ("query", "disagreements-about", "name=Auk", "--db", db)
    found = json.loads(run(*asked, "--format", "json"))
    columns = found["columns"]
    said = [
        tuple(row[columns.index(column)] for column in ("field", "value", "said_by"))
        for row in found["rows"]
    ]
    assert said == [
        ("builder", "Quasar", ["alpha", "beta"]),
        ("builder", "Borealis", ["gamma"]),
        ("date", "2024-05-02", ["alpha"]),
        ("date", "2024-05", ["beta"]),
        ("date", "2023-01", ["gamma"]),
        ("parameters", "7e+09", ["alpha"]),
        ("parameters", "7.1e+09", ["beta"]),
        ("parameters", "7e+10", ["gamma"]),
    ]
    assert found["evidence"][1][0]["link"] == "https://gamma.example/auk"
    everywhere = graph.query("disagreements")
    place = everywhere["columns"].index("thing")
    assert {row[place] for row in everywhere["rows"]} == {"Auk", "Quasar"}


def test_show_says_who_calls_it_what_and_who_contradicts(graph: trendweave.Graph, db: str) -> None:
    (gpt,) = graph.show("OpenAI GPT-4o")["answers"]
    assert {"name": "GPT-4o", "sources": ["alpha", "gamma"]} in gpt["names"]
    (quasar,) = graph.show("Quasar")["answers"]
    assert quasar["disputes"]["country"] == [
        {"value": "NO", "sources": ["alpha", "beta"]},
        {"value": "SE", "sources": ["gamma"]},
    ]
    shown = run("show", "Auk", "--db", db, "--lang", "en")
    assert "70B" not in shown.splitlines()[1], "the majority's value"
    assert "parameters: 7e+09 (alpha)" in shown


def test_the_table_of_who_builds_reads_at_once(db: str) -> None:
    lines = run("who-builds", "Auk", "--db", db, "--lang", "en").splitlines()
    assert "Quasar (NO)" in lines[1]
    (otherwise,) = (line for line in lines if "(otherwise)" in line)
    assert "Borealis (gamma row 3 · Maker)" in otherwise
    providers = run("who-builds", "GPT-4o", "--db", db, "--lang", "zh")
    assert "3: Kiosk; OpenAI; Stall" in providers
    family = run("who-builds", "Qwen3", "--db", db, "--lang", "zh")
    assert "依据同一系列的 3 项" in family
