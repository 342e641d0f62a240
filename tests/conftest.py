"""Fixtures of all tests: real engines, empty databases, small sources made on the spot."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sources import Folder

import trendweave

pytest_plugins = ["engines", "reader"]

ENGINES = ("embedded", "neo4j-5", "neo4j-2026")


@pytest.fixture(autouse=True)
def own_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the user's database, credentials or working folder."""
    for name in ("TRENDWEAVE_DB", "TRENDWEAVE_USER", "TRENDWEAVE_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TRENDWEAVE_DB", str(tmp_path / "default-db"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A small folder of facts, to be changed at will."""
    return Folder(tmp_path / "facts")


@pytest.fixture(params=ENGINES)
def target(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """An empty database on each engine: what --db takes."""
    if request.param == "embedded":
        yield str(tmp_path / "db")
        return
    server = request.getfixturevalue(request.param.replace("-", "_"))
    monkeypatch.setenv("TRENDWEAVE_USER", server.auth[0])
    monkeypatch.setenv("TRENDWEAVE_PASSWORD", server.auth[1])
    server.wipe()
    yield server.uri


@pytest.fixture(scope="session")
def report_db(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The shipped report in an embedded database, for tests that only read."""
    db = str(tmp_path_factory.mktemp("report") / "db")
    with trendweave.open(db) as graph:
        graph.load("report")
    return db


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    """Logs of the embedded engine go where the session's other files go."""
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
