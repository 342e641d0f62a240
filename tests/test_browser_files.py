"""What Neo4j Browser takes is written from the saved queries and says what they say."""

from __future__ import annotations

import csv
import io
import re
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from servers import free_port
from trendweave.graph.model import KINDS, RELATIONSHIPS
from trendweave.graph.pictures.colours import kind_look, relationship_look
from trendweave.queries import browser, library
from trendweave.queries.browser.guide import tour
from trendweave.queries.browser.scripts import offered
from trendweave.queries.inline import inlined

import trendweave
from trendweave import server
from trendweave.cli import commands

FILES = browser.files()


def text(name: str) -> str:
    return FILES[name].decode("utf-8")


def in_topics() -> dict[str, list[str]]:
    """The titles of the saved queries by topic, commands' parts left out."""
    titles: dict[str, list[str]] = {}
    for name, topic in library.names().items():
        if topic != library.PARTS:
            query = library.get(name)
            titles.setdefault(" ".join(library.TOPICS[topic]), []).append(
                f"{query.title} · {query.title_zh}"
            )
    return titles


def test_favourites_have_a_folder_for_every_topic() -> None:
    with zipfile.ZipFile(io.BytesIO(FILES["trendweave-favourites.zip"])) as archive:
        found: dict[str, list[str]] = {}
        for name in archive.namelist():
            folder, _, file = name.partition("/")
            assert re.fullmatch(r"[a-z0-9-]+\.cypher", file)
            first = archive.read(name).decode("utf-8").splitlines()[0]
            found.setdefault(folder, []).append(first.removeprefix("// "))
    assert found == in_topics()


def test_the_csv_has_the_same_folders_with_the_same_queries() -> None:
    rows = list(csv.DictReader(io.StringIO(text("trendweave-queries.csv"))))
    assert list(rows[0]) == ["name", "description", "query", "id", "parentId", "isFolder"]
    assert [row["id"] for row in rows] == [str(number) for number in range(len(rows))]
    folders = {row["id"]: row["name"] for row in rows if row["isFolder"] == "true"}
    found: dict[str, list[str]] = {}
    for row in rows[len(folders) :]:
        found.setdefault(folders[row["parentId"]], []).append(row["name"])
    assert found == in_topics()
    assert [row["query"] for row in rows[len(folders) :]] == [inlined(q) for q in offered()]


def test_the_style_has_the_colours_of_the_pages() -> None:
    rules = dict(re.findall(r"^(\S+) \{\n(.+?)^\}", text(browser.STYLE), re.M | re.S))
    for kind in KINDS:
        assert f"  color: {kind_look(kind).light};\n" in rules[f"node.{kind}"]
    for type_ in RELATIONSHIPS:
        assert f"  color: {relationship_look(type_).light};\n" in rules[f"relationship.{type_}"]


def test_both_guides_tell_the_same_tour() -> None:
    page, document = text(browser.GUIDE), text("trendweave.adoc")
    headings = re.findall(r"<h3>(.+)</h3>", page)
    assert headings == re.findall(r"^== (.+)$", document, re.M)
    assert headings[0].startswith("What is here")
    way = ["RL → agents · 强化学习 → 智能体", "agents → embodied AI · 智能体 → 具身智能"]
    there = headings.index("Who builds what · 谁研发了什么") + 1
    assert headings[there : there + 2] == way
    steps = re.findall(r"\[source,cypher\]\n----\n(.+?)\n----", document, re.S)
    assert len(steps) == len(headings) - 1
    assert page.count("<pre ") == page.count("Notice:") == page.count("留意") == len(steps)
    assert steps == [step["cypher"] for step in tour()["steps"]]
    assert "(:Name" in page
    assert "<-" not in page, "what HTML would read as a tag is escaped"


def test_what_the_tour_says_to_notice_is_so(report_db: str) -> None:
    def rows(graph: trendweave.Graph, number: int) -> list[list[Any]]:
        return graph.database.table(tour()["steps"][number]["cypher"])[1]

    with trendweave.open(report_db) as graph:
        kinds = rows(graph, 0)
        assert kinds[0][0] == "Technique"
        assert kinds[0][1] > sum(row[1] for row in kinds[1:])
        drives = [(row[0]["name"], row[2]["name"]) for row in rows(graph, 1)]
        assert [source for source, _ in drives].count("Reinforcement learning") == 3
        assert [target for _, target in drives].count("Embodied AI") == 3
        assert ("AI agents", "Embodied AI") not in drives
        ways = [[node["name"] for node in row[0].nodes] for row in rows(graph, 4)]
        assert ways.count(["Reinforcement learning", "AI agents"]) == 2
        assert {"Reasoning", "Tool use"} <= {way[1] for way in ways}
        assert rows(graph, 5)


def test_the_command_writes_them(tmp_path: Path) -> None:
    done = CliRunner().invoke(commands, ["browser", str(tmp_path / "here" / "there")])
    assert done.exit_code == 0
    written = {file.name: file.read_bytes() for file in (tmp_path / "here" / "there").iterdir()}
    assert written == FILES
    (tmp_path / "file").touch()
    done = CliRunner().invoke(commands, ["browser", str(tmp_path / "file")])
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
    assert "name another place" in done.output
    assert CliRunner().invoke(commands, ["browser"]).exit_code == 2


def test_they_are_served_to_any_origin() -> None:
    with server.serve_browser_files("127.0.0.1", free_port()) as address:
        assert server.browser_commands(address)[0] == f":style {address}/trendweave.grass"
        for method, status in (("GET", 200), ("OPTIONS", 204)):
            request = urllib.request.Request(f"{address}/trendweave.html?x=1", method=method)
            with urllib.request.urlopen(request, timeout=10) as answer:
                assert answer.status == status
                assert answer.headers["Access-Control-Allow-Origin"] == "*"
                body = answer.read()
        assert body == b""
        with urllib.request.urlopen(f"{address}/trendweave.html", timeout=10) as answer:
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert f'href="{address}/trendweave-favourites.zip"' in answer.read().decode("utf-8")
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"{address}/../pyproject.toml", timeout=10)
        port = address.rpartition(":")[2]
        taken = CliRunner().invoke(commands, ["browser", "--serve", port])
    assert taken.exit_code == 1
    assert "name another with --serve" in taken.output
