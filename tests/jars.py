"""The jars of the Neo4j servers of the tests, in a cache that `TRENDWEAVE_TEST_CACHE` names.

Default: `.cache/` beside the tests' folder. `python tests/jars.py [VERSION ...]` fills it.
"""

import os
import subprocess
import sys
from pathlib import Path

from trendweave.graph.errors import DatabaseError
from trendweave.graph.server import jars as product
from trendweave.graph.server.jars import LTS

ROOT = Path(__file__).resolve().parent.parent
CURRENT = "2026.08.1"
BROWSER = "browser"


def cache() -> Path:
    """Folder in which the jars of all versions are kept between runs."""
    return Path(os.environ.get("TRENDWEAVE_TEST_CACHE") or ROOT / ".cache").absolute()


def jars(version: str) -> Path:
    """Folder with the jars of `version`, or for BROWSER its jar; fetched if the cache lacks it.

    Raises DatabaseError, in one sentence, where they are neither cached nor to be had.
    """
    name = f"neo4j-browser-{product.BROWSER}" if version == BROWSER else f"neo4j-{version}"
    if not (cache() / name).is_dir():
        # In a process of its own: the tests' process may not open sockets beyond loopback.
        done = subprocess.run([sys.executable, __file__, version], capture_output=True, text=True)
        if done.returncode:
            raise DatabaseError(done.stderr.strip().splitlines()[-1])
    return fetch(version)


def fetch(version: str) -> Path:
    """What `jars` gives, downloaded in this process where the cache lacks it."""
    try:
        return product.browser(cache()) if version == BROWSER else product.server(version, cache())
    except DatabaseError as error:
        raise DatabaseError(
            f"{str(error).rstrip('.')}, or let TRENDWEAVE_TEST_CACHE name a cache that has it."
        ) from error


def main(*versions: str) -> None:
    """Fetch these versions, by default all that the tests use, at once."""
    if len(versions) == 1:
        try:
            fetch(versions[0])
        except DatabaseError as error:
            sys.exit(str(error))
        return
    versions = versions or (LTS, CURRENT, BROWSER)
    print(f"Neo4j {', '.join(versions)}: into {cache()}, 150 MB each, once", flush=True)
    running = [subprocess.Popen([sys.executable, __file__, version]) for version in versions]
    sys.exit(max(process.wait() for process in running))


if __name__ == "__main__":
    main(*sys.argv[1:])
