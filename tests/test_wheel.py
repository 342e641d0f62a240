"""The wheel, installed into an empty environment and used from an empty folder, is the product."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest


class Installed:
    """An environment with the wheel and its dependencies, and an empty folder to work in."""

    def __init__(self, place: Path, root: Path) -> None:
        source = place / "source"
        ignored = shutil.ignore_patterns(".venv", ".git", "build", ".cache", "*.egg-info")
        shutil.copytree(root, source, ignore=ignored)
        self._run(sys.executable, "-m", "build", "--wheel", "--outdir", str(place), str(source))
        (self.wheel,) = place.glob("*.whl")
        venv.create(place / "env", with_pip=True)
        self.bin = place / "env" / ("Scripts" if os.name == "nt" else "bin")
        self._run(str(self.bin / "python"), "-m", "pip", "install", "-q", str(self.wheel))
        self.here = place / "here"
        self.here.mkdir()

    def _run(self, *words: str) -> str:
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "TRENDWEAVE"))}
        clean["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
        done = subprocess.run(
            words,
            cwd=getattr(self, "here", None),
            env=clean,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def python(self, code: str) -> str:
        return self._run(str(self.bin / "python"), "-c", code)

    def trendweave(self, *words: str) -> str:
        return self._run(str(self.bin / "trendweave"), *words)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Installed:
    return Installed(tmp_path_factory.mktemp("wheel"), root)


def test_the_whole_product_travels_in_the_wheel(installed: Installed) -> None:
    db = str(installed.here / "db")
    assert "added" in installed.trendweave("load", "--db", db)
    found = installed.trendweave("who-builds", "Deep Research", "--db", db, "--format", "json")
    assert json.loads(found)["answers"][0]["builders"][0]["name"] == "OpenAI"
    assert "who-builds" in installed.trendweave("query")
    assert "company:openai" in installed.trendweave("identify", "Company", "OpenAI")
    installed.trendweave("draw", "path", "强化学习", "智能体", "--db", db, "-o", "page.html")
    assert (installed.here / "page.html").stat().st_size > 100_000
    installed.trendweave("export", "graph.json", "--db", db)
    assert "Embodied AI" in installed.trendweave("measure", "central-trends", "--db", db)
    installed.trendweave("query", "--text", "MATCH (n:Trend) RETURN count(n)", "--db", db)
    assert installed.trendweave("check", "report").rstrip().endswith("0 findings")


def test_no_file_of_the_house_is_left_behind(installed: Installed, root: Path) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        travels = {name.removeprefix("trendweave/") for name in wheel.namelist()}
    rooms = {"graph": "graph", "loaders": "loaders", "queries": "queries", "trendweave": ""}
    here = {
        (Path(name) / file.relative_to(root / room)).as_posix()
        for room, name in rooms.items()
        for file in (root / room).rglob("*")
        if file.is_file() and not any(part.startswith((".", "__py")) for part in file.parts)
    }
    assert here <= travels, sorted(here - travels)


def test_types_are_strict_on_the_installed_wheel(installed: Installed, root: Path) -> None:
    python = str(installed.bin / "python")
    stubs = ["types-networkx", "types-PyYAML"]
    installed._run(python, "-m", "pip", "install", "-q", *stubs)
    config = str(root / "pyproject.toml")
    mypy = [sys.executable, "-m", "mypy", "--python-executable", python, "--config-file", config]
    assert "Success" in installed._run(*mypy, "-p", "trendweave")


def test_the_read_path_is_light(installed: Installed) -> None:
    code = (
        "import sys, trendweave, trendweave.cli\n"
        "with trendweave.open('db') as g:\n"
        "    g.who_builds('Deep Research'); g.builds('OpenAI')\n"
        "    g.path('强化学习', '智能体', '具身智能'); g.show('OpenAI')\n"
        "heavy = {'pydantic', 'networkx', 'yaml', 'pyvis', 'jinja2', 'antlr4'} & set(sys.modules)\n"
        "print(sorted(heavy))\n"
    )
    assert installed.python(code).strip() == "[]"


def test_it_installs_where_no_engine_exists(root: Path) -> None:
    import runpy

    dependencies = runpy.run_path(str(root / "setup.py"), run_name="setup")["dependencies"]
    assert not any("arcadedb" in need for need in dependencies("x86_64-alpine-linux-musl"))
    (engine,) = (need for need in dependencies("x86_64-pc-linux-gnu") if "arcadedb" in need)
    from packaging.requirements import Requirement

    marker = Requirement(engine).marker
    assert marker is not None
    intel_mac = {"sys_platform": "darwin", "platform_machine": "x86_64"}
    assert not marker.evaluate(intel_mac)
    assert marker.evaluate({"sys_platform": "linux", "platform_machine": "aarch64"})
