"""docs/adding.md followed to the letter, in a copy of the checkout."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOMS = ("graph", "loaders", "queries")
_STEP = re.compile(
    r"(?:(File|Append to|Replace in) `([^`]+)`:\n\n)?```(\w*)\n(.*?)```"
    r"(?:\n\nwith:\n\n```\w*\n(.*?)```)?",
    re.DOTALL,
)


def checkout(root: Path, to: Path) -> Path:
    """The package as an import finds it, its rooms where the checkout has them."""
    ours = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "trendweave", to / "trendweave", ignore=ours)
    for room in ROOMS:
        shutil.copytree(root / room, to / "trendweave" / room, ignore=ours)
        (to / room).symlink_to(to / "trendweave" / room)
    return to


def test_every_section_can_be_followed(root: Path, tmp_path: Path) -> None:
    here = checkout(root, tmp_path / "checkout")
    env = os.environ | {"PYTHONPATH": str(here), "TRENDWEAVE_DB": str(tmp_path / "db")}
    text = (root / "docs" / "adding.md").read_text(encoding="utf-8")
    done = []
    for verb, name, _, block, instead in _STEP.findall(text):
        file = here / name
        if verb == "File":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block, encoding="utf-8")
        elif verb == "Append to":
            with file.open("a", encoding="utf-8") as out:
                out.write(block)
        elif verb == "Replace in":
            before = file.read_text(encoding="utf-8")
            assert before.count(block) == 1
            file.write_text(before.replace(block, instead), encoding="utf-8")
        else:
            for command in re.split(r"^\$ trendweave ", block, flags=re.MULTILINE)[1:]:
                line, _, expected = command.partition("\n")
                done.append(line)
                told = run(shlex.split(line), here, env)
                for part in expected.splitlines():
                    assert part in told, (line, told)
    assert len(done) >= 10
    assert {line.split()[0] for line in done} >= {"check", "load", "identify", "query", "unload"}


def run(words: list[str], here: Path, env: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "trendweave.cli", *words],
        cwd=here,
        env=env | {"COLUMNS": "300"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def test_the_loader_of_the_page_is_under_80_lines(root: Path) -> None:
    text = (root / "docs" / "adding.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"File `loaders/robots.py`:\n\n```python\n(.*?)```", text, re.DOTALL)
    assert len(code.splitlines()) < 80
