"""A Neo4j that keeps running on this machine after the command that started it."""

from __future__ import annotations

import contextlib
import importlib
import json
import secrets
import shutil
import socket
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import platformdirs
from filelock import FileLock, Timeout
from trendweave.graph.database import answers
from trendweave.graph.errors import Busy, DatabaseError, NotFound, UsageError

from . import jars
from .java import (
    LONG_TERM,
    last_words,
    server_command,
    set_password,
    write_private,
    write_settings,
)

USER = "neo4j"
# By this name, and not by its number, people open it; the Browser's files must come from there too.
NAME = "localhost"
_PLACE = "trendweave"
"""Where in the Browser our files lie."""
_SHORTEST = 8
_PATIENCE = {"start": 180.0, "stop": 60.0}
_HEAP = "1g"


class Running(NamedTuple):
    """A server that was started here: where it answers, for whom, and its process."""

    uri: str
    http: str
    user: str
    password: str
    given: bool
    """Whether a person chose the password."""
    pid: int
    born: float
    """When the process began, so that another one with its number is not taken for it."""

    @property
    def browser(self) -> str:
        """The page to open."""
        return f"{self.http}/browser/?dbms={self.uri}&db=neo4j"


class LocalServer:
    """The server whose data, settings, logs and password are in a folder of this machine."""

    def __init__(self, folder: Path | None = None) -> None:
        """Name the folder; by default one among the user's data. Nothing is made or started."""
        places = platformdirs.PlatformDirs("trendweave", appauthor=False)
        self.folder = (folder or Path(places.user_data_dir) / "neo4j").absolute()
        self._cache = Path(places.user_cache_dir)
        self._state = self.folder / "server.json"
        self._login = self.folder / "login.json"

    def fetch(self, tell: jars.Tell | None = None) -> tuple[Path, Path]:
        """The folder with the server's jars and the Browser's jar, fetched where they are missing.

        Raises :class:`DatabaseError` where they cannot be had, :class:`UsageError` where the extra
        ``neo4j`` is not installed.
        """
        return jars.server(LONG_TERM.version, self._cache, tell), jars.browser(self._cache)

    def running(self) -> Running | None:
        """The server, if its process lives; whether it answers is another question."""
        psutil = _psutil()
        with contextlib.suppress(OSError, ValueError, TypeError, psutil.Error):
            state = json.loads(self._state.read_text(encoding="utf-8"))
            found = Running(**{**state, **self._kept()})
            process = psutil.Process(found.pid)
            if process.create_time() == found.born and process.status() != psutil.STATUS_ZOMBIE:
                return found
        return None

    def start(
        self,
        *,
        files: Callable[[str], Mapping[str, bytes]],
        commands: Callable[[str], str],
        password: str | None = None,
        http: int,
        bolt: int,
    ) -> Running:
        """Start the server and return once it answers.

        ``files`` and ``commands`` say, of an address, what is served there beside the Browser and
        what the Browser does on connecting. ``password`` is set at the first start, where a random
        one is made without it; later it is needed only where it was changed in the server.

        Raises :class:`Busy` where it is running or a port is taken, :class:`UsageError` where a
        package is missing or the server does not take the password, :class:`DatabaseError` where
        the server cannot be had or does not come up.
        """
        with self._alone():
            if running := self.running():
                raise Busy(f"Neo4j is running already, at {running.http}.")
            for port, option in ((http, "--http-port"), (bolt, "--bolt-port")):
                if _taken(port):
                    raise Busy(f"Port {port} is taken: end what uses it or name another "
                               f"with {option}.")  # fmt: skip
            libraries, browser = self.fetch()
            if not self._login.exists():
                self._choose_password(password, libraries)
            address = f"http://{NAME}:{http}"
            ours = f"{address}/browser/{_PLACE}"
            settings = {
                "server.default_advertised_address": NAME,
                "browser.remote_content_hostname_whitelist": NAME,
                "browser.post_connect_cmd": commands(ours),
            }
            write_settings(LONG_TERM, self.folder, bolt=bolt, http=http, more=settings)
            served = _with_files(browser, self.folder / "browser.jar", files(ours))
            command = server_command(LONG_TERM, self.folder, [served, libraries], [f"-Xmx{_HEAP}"])
            return self._begin(command, f"bolt://{NAME}:{bolt}", address, password)

    def stop(self) -> None:
        """End the server and wait until it is gone. Raises :class:`NotFound` where none runs."""
        psutil = _psutil()
        found = self.running()
        if found is None:
            raise NotFound(f"No Neo4j that was started here is running in {self.folder}.")
        with contextlib.suppress(psutil.NoSuchProcess):
            process = psutil.Process(found.pid)
            process.terminate()
            try:
                process.wait(_PATIENCE["stop"])
            except psutil.TimeoutExpired:
                process.kill()
                process.wait()
        self._state.unlink(missing_ok=True)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self.folder / "start.lock", timeout=0):
                yield
        except Timeout:
            raise Busy(f"Another start is under way in {self.folder}: wait for it.") from None
        except OSError as error:
            raise DatabaseError(
                f"The folder {self.folder} cannot be used ({error.strerror}): "
                "name another with --folder."
            ) from None

    def _kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = json.loads(self._login.read_text(encoding="utf-8"))
        return kept

    def _keep(self, password: str, *, given: bool) -> None:
        write_private(self._login, json.dumps({"password": password, "given": given}))

    def _choose_password(self, password: str | None, libraries: Path) -> None:
        if password is not None and len(password) < _SHORTEST:
            raise UsageError(f"Neo4j takes passwords of {_SHORTEST} characters or more.")
        chosen = password or secrets.token_urlsafe(18)
        set_password(libraries, self.folder, chosen)
        self._keep(chosen, given=password is not None)

    def _begin(self, command: list[str], uri: str, http: str, password: str | None) -> Running:
        with (self.folder / "console.log").open("w", encoding="utf-8") as log:
            # A session of its own: neither an interrupt nor the end of the terminal reaches it.
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            state = {
                "uri": uri,
                "http": http,
                "user": USER,
                "pid": child.pid,
                "born": _psutil().Process(child.pid).create_time(),
            }
            self._state.write_text(json.dumps(state), encoding="utf-8")
            kept = self._kept()["password"]
            self._await(child, uri, password or kept)
            if password and password != kept:
                self._keep(password, given=True)
            return Running(**{**state, **self._kept()})
        except BaseException:
            child.terminate()
            child.wait()
            self._state.unlink(missing_ok=True)
            raise

    def _await(self, child: subprocess.Popen[bytes], uri: str, password: str) -> None:
        deadline = time.monotonic() + _PATIENCE["start"]
        while child.poll() is None:
            answer = answers(uri, USER, password)
            if answer:
                return
            if answer is False:
                raise UsageError(
                    f"The server in {self.folder} does not take that password: give the one that "
                    "it has with --password, or name another --folder."
                )
            if time.monotonic() > deadline:
                raise self._failed("did not answer in time")
            time.sleep(0.2)
        raise self._failed("ended while starting")

    def _failed(self, what: str) -> DatabaseError:
        said = last_words(self.folder).splitlines()
        telling = [line for line in said if "ERROR" in line or "Exception" in line] or said[-1:]
        why = " ".join(telling[-1:])[:300]
        return DatabaseError(f"Neo4j {what}: {why} (more in {self.folder / 'logs'})")


def _with_files(jar: Path, target: Path, files: Mapping[str, bytes]) -> Path:
    """A copy of the Browser's jar with our files in it, which the server then serves too."""
    shutil.copyfile(jar, target)
    with zipfile.ZipFile(target, "a") as archive:
        for name, content in files.items():
            archive.writestr(f"browser/{_PLACE}/{name}", content)
    return target


def _taken(port: int) -> bool:
    """Whether somebody listens at a port of this machine, under either of its addresses."""
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        with contextlib.suppress(OSError), socket.socket(family) as probe:
            probe.settimeout(2)
            if probe.connect_ex((address, port)) == 0:
                return True
    return False


def _psutil() -> ModuleType:
    try:
        return importlib.import_module("psutil")
    except ImportError:
        raise jars.missing_extra() from None
