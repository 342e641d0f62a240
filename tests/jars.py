"""The jars of Neo4j, fetched once into a cache that `TRENDWEAVE_TEST_CACHE` names.

Default: `.cache/` beside the tests' folder. `python tests/jars.py [VERSION ...]` fills it.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LTS, CURRENT = "5.26.30", "2026.08.1"
# The server alone lacks the entry class and the import tool.
ARTIFACTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server", "org.neo4j:neo4j-import-tool")


class ServerError(RuntimeError):
    """A server could not be had; the message is one sentence, with the server's own words below."""


def cache() -> Path:
    """Folder in which the jars of all versions are kept between runs."""
    return Path(os.environ.get("TRENDWEAVE_TEST_CACHE") or ROOT / ".cache").absolute()


def jars(version: str) -> Path:
    """Folder with the jars of `version`, fetched first if the cache lacks it.

    Raises ServerError, in one sentence, where they are neither cached nor to be had.
    """
    folder = cache() / f"neo4j-{version}"
    if not folder.is_dir():
        # In a process of its own: the tests' process may not open sockets beyond loopback.
        done = subprocess.run([sys.executable, __file__, version], capture_output=True, text=True)
        if done.returncode:
            raise ServerError(done.stderr.strip().splitlines()[-1])
    return folder


def fetch(version: str) -> None:
    """Download the jars of `version` into the cache; a second process waits for the first."""
    folder = cache() / f"neo4j-{version}"
    with _locked(Path(f"{folder}.lock")):
        if folder.is_dir():
            return
        part = Path(f"{folder}.part")
        shutil.rmtree(part, ignore_errors=True)
        try:
            _download(version, part)
            (part / "jars").rename(folder)
        except Exception as error:
            raise ServerError(
                f"Neo4j {version} is not in the cache {folder.parent} and cannot be downloaded "
                f"({type(error).__name__}): run once with a network, or let TRENDWEAVE_TEST_CACHE "
                "name a cache that has it."
            ) from error
        finally:
            shutil.rmtree(part, ignore_errors=True)


def _download(version: str, part: Path) -> None:
    from jgo.maven import Artifact, MavenContext

    context = MavenContext(repo_cache=part / "m2", timeout=60)
    wanted = [context.create_dependency(f"{artifact}:{version}") for artifact in ARTIFACTS]
    given, further = context.resolver.resolve(wanted)
    artifacts = [d.artifact for d in given]
    artifacts += [d.artifact for d in further if d.scope in ("compile", "runtime")]
    target = part / "jars"
    target.mkdir(parents=True)

    def one(artifact: Artifact) -> None:
        for attempt in range(3):
            # jgo writes straight to its place and only warns of a wrong checksum.
            try:
                path = artifact.resolve()
                with zipfile.ZipFile(path) as jar:
                    if jar.testzip() is None:
                        os.link(path, target / path.name)
                        return
            except (OSError, RuntimeError, zipfile.BadZipFile):
                if attempt == 2:
                    raise
            (part / "m2" / artifact.component.path_prefix / artifact.filename).unlink(
                missing_ok=True
            )
        raise ServerError(f"{artifact} arrives damaged.")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(one, artifacts))


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def main(*versions: str) -> None:
    """Fetch these versions, by default all that the tests use, at once."""
    if len(versions) == 1:
        try:
            fetch(versions[0])
        except ServerError as error:
            sys.exit(str(error))
        return
    versions = versions or (LTS, CURRENT)
    print(f"Neo4j {', '.join(versions)}: into {cache()}, 150 MB each, once", flush=True)
    running = [subprocess.Popen([sys.executable, __file__, version]) for version in versions]
    sys.exit(max(process.wait() for process in running))


if __name__ == "__main__":
    main(*sys.argv[1:])
