"""Fixtures with the engines that the tests run on; `conftest.py` imports them.

Each server starts when a test first asks for it, once a session, and keeps what the last test
left in it: a test that needs an empty database calls `wipe()`.
"""

from collections.abc import Iterator

import pytest
from jars import CURRENT, LTS
from servers import Arcade, Neo4j
from trendweave.graph.errors import DatabaseError


def _neo4j(version: str) -> Iterator[Neo4j]:
    try:
        server = Neo4j.start(version)
    except DatabaseError as error:
        pytest.fail(str(error), pytrace=False)
    with server:
        yield server


@pytest.fixture(scope="session")
def neo4j_5() -> Iterator[Neo4j]:
    """A Neo4j Community server of the 5.26 line, the oracle of the dialect."""
    yield from _neo4j(LTS)


@pytest.fixture(scope="session")
def neo4j_2026() -> Iterator[Neo4j]:
    """A Neo4j Community server of the current line."""
    yield from _neo4j(CURRENT)


@pytest.fixture(scope="session")
def arcade() -> Iterator[Arcade]:
    """A raw ArcadeDB server over Bolt, with a database for each graph of the dialect suite."""
    with Arcade.start(["reads", "shapes", "writes"]) as server:
        yield server
