"""The servers that the other tests run on: they are what they say, keep to loopback, and end."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import jars
import neo4j
import psutil
import pytest
import servers
from jars import CURRENT, LTS
from neo4j.exceptions import AuthError
from servers import RELEASES, Arcade, Neo4j
from trendweave.graph.errors import DatabaseError
from trendweave.graph.server.java import admin


def listening(pid: int) -> dict[int, str]:
    """The ports on which a process waits for others, UDP included, and at which address."""
    found = psutil.Process(pid).net_connections("inet")
    waits = [c.laddr for c in found if c.status == psutil.CONN_LISTEN or not c.raddr]
    return {address.port: address.ip.removeprefix("::ffff:") for address in waits}


def port(uri: str) -> int:
    return int(uri.rpartition(":")[2])


def await_end(pids: Iterable[int]) -> None:
    _, alive = psutil.wait_procs([psutil.Process(p) for p in pids if psutil.pid_exists(p)], 20)
    assert not alive


@pytest.mark.parametrize("version", RELEASES)
def test_a_neo4j_from_start_to_end(version: str) -> None:
    with Neo4j.start(version) as server:
        with server.driver() as driver:
            records = driver.execute_query("CALL dbms.components()").records
            assert records[0].data() == {
                "name": "Neo4j Kernel",
                "versions": [version],
                "edition": "community",
            }
        assert listening(server.pid) == {
            port(server.uri): "127.0.0.1",
            port(server.http): "127.0.0.1",
        }
        with (
            neo4j.GraphDatabase.driver(server.uri, auth=("neo4j", "something else")) as stranger,
            pytest.raises(AuthError),
        ):
            stranger.verify_connectivity()
        assert server.home.is_dir()
        pids = [server.pid, server.process.pid]
    assert not any(psutil.pid_exists(pid) for pid in pids)
    assert not server.home.exists()
    server.stop()


def test_an_imported_home_is_served_kept_and_wiped(tmp_path: Path) -> None:
    home, nodes, relationships = (tmp_path / name for name in ("home", "nodes.csv", "links.csv"))
    nodes.write_text("id:ID,name,:LABEL\n1,Eins,A\n2,Zwei,B\n")
    relationships.write_text(":START_ID,:END_ID,:TYPE\n1,2,R\n")
    files = [f"--nodes={nodes}", f"--relationships={relationships}"]
    admin(jars.jars(LTS), home, "database", "import", "full", "neo4j", *files)
    with Neo4j.start(LTS, home=home) as server, server.driver() as driver:
        found = driver.execute_query("MATCH (a:A)-[:R]->(b:B) RETURN a.name, b.name").records
        assert [record.values() for record in found] == [["Eins", "Zwei"]]
        driver.execute_query("CREATE CONSTRAINT c FOR (n:A) REQUIRE n.id IS UNIQUE")
        driver.execute_query("CREATE INDEX i FOR (n:B) ON (n.id)")
        server.wipe()
        left = [
            driver.execute_query(text).records
            for text in (
                "MATCH (n) RETURN n",
                "SHOW CONSTRAINTS",
                "SHOW INDEXES YIELD type WHERE type <> 'LOOKUP'",
            )
        ]
        assert left == [[], [], []]
    assert home.is_dir()


def test_an_arcade_keeps_to_loopback_and_ends() -> None:
    with Arcade.start(["one", "two"]) as server:
        with server.driver() as driver:
            driver.execute_query("CREATE (:A)", database_="two")
            found = driver.execute_query("MATCH (n) RETURN n", database_="one").records
            assert not found
        ports = listening(server.pid)
        assert ports.pop(port(server.uri)) == "127.0.0.1"
        assert set(ports.values()) <= {"127.0.0.1"}
    assert not psutil.pid_exists(server.pid)


def test_a_setting_that_the_server_does_not_know() -> None:
    with pytest.raises(DatabaseError, match=r"No declared setting with name: no\.such_setting"):
        Neo4j.start(CURRENT, settings={"no.such_setting": "1"})


def test_no_server_outlives_tests_that_are_killed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    script = """
import sys, time, servers
arcade = servers.Arcade.start()
command = ["1", sys.argv[1], sys.executable, "-c", "import time; time.sleep(600)"]
watched = servers._spawn(command, "watch", sys.stderr)
print(arcade.pid, watched.pid, servers._first_line(watched), flush=True)
time.sleep(600)
"""
    tests = subprocess.Popen(
        [sys.executable, "-c", script, str(home)],
        cwd=Path(servers.__file__).parent,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert tests.stdout
    with tests.stdout:
        pids = [int(word) for word in tests.stdout.readline().split()]
    assert len(pids) == 3
    assert all(psutil.pid_exists(pid) for pid in pids)
    os.kill(tests.pid, signal.SIGKILL)
    tests.wait()
    await_end(pids)
    assert not home.exists()


@pytest.fixture
def offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and a network on which nothing answers."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TRENDWEAVE_TEST_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_without_network_and_cache_it_says_so(offline: Path) -> None:
    with pytest.raises(DatabaseError) as told:
        jars.jars(LTS)
    message = str(told.value)
    assert message.startswith(f"Neo4j {LTS} is not in the cache {offline} and cannot be downloaded")
    assert "TRENDWEAVE_TEST_CACHE" in message
    assert "\n" not in message
    assert [path.suffix for path in offline.iterdir()] == [".lock"]


def test_two_processes_fetch_once(offline: Path) -> None:
    offline.mkdir()
    with (offline / f"neo4j-{LTS}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = subprocess.Popen([sys.executable, jars.__file__, LTS])
        time.sleep(1.5)
        assert second.poll() is None
        (offline / f"neo4j-{LTS}").mkdir()
    assert second.wait(20) == 0
