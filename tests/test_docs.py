"""What the docs say is so: their commands run, their pages are what the code would write."""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import trendweave
from trendweave.cli import commands

TRENDWEAVE = Path(sys.executable).with_name("trendweave")


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def test_every_command_of_the_readme_runs(
    readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = []
    for line in re.findall(r"^\$ \.venv/bin/trendweave (.+)$", readme, re.MULTILINE):
        words = shlex.split(line)
        done = subprocess.run(
            [str(TRENDWEAVE), *words], capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, (line, done.stderr)
        assert done.stdout.strip(), line
        ran.append(words[0])
    assert ran[0] == "load"
    assert len(ran) >= 9
    assert (tmp_path / "page.html").exists()


def test_the_python_of_the_readme_runs(
    readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.+?)```", readme, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    told = capsys.readouterr().out
    assert "['OpenAI']" in told
    assert "Embodied AI" in told


def test_the_example_of_the_package_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = doctest.testmod(trendweave)
    assert result.attempted >= 3
    assert result.failed == 0


def test_every_command_has_help_and_stands_in_the_readme_or_its_own_help(readme: str) -> None:
    for name, command in commands.commands.items():
        assert command.help, name
        assert f"trendweave {name}" in readme or name in {"sources", "identify"}, name


def test_the_readme_names_every_source_with_its_terms(readme: str, root: Path) -> None:
    for file in (root / "loaders").glob("*/source.yaml"):
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert f"| `{said['id']}` |" in readme
        for field in ("licence", "attribution"):
            assert said[field]


def test_generated_pages_are_up_to_date(root: Path, report_db: str) -> None:
    done = subprocess.run(
        [sys.executable, str(root / "docs" / "make.py"), "--check", "--db", report_db],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_links_lead_somewhere(root: Path) -> None:
    for page in [root / "README.md", *(root / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?://)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_make_targets_of_the_readme_exist(readme: str, root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^\$ make (\w+)$", readme, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
