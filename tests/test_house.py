"""The house keeps its order: what may import what, how large a module grows, whose words stand."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import needs
import pytest

ROOMS = ("graph", "loaders", "queries", "trendweave")
MAY_IMPORT = {
    "graph": {"graph"},
    "loaders": {"graph", "loaders"},
    "queries": {"graph", "queries"},
    "trendweave": {"graph", "loaders", "queries", "trendweave"},
}


def modules(root: Path) -> list[tuple[str, Path]]:
    return [(room, file) for room in ROOMS for file in sorted((root / room).rglob("*.py"))]


def imported(file: Path) -> set[str]:
    """The rooms that a module imports from."""
    rooms = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "trendweave":
                rooms.add(parts[1] if len(parts) > 1 and parts[1] in ROOMS else "trendweave")
    return rooms


def test_imports_run_one_way(root: Path) -> None:
    wrong = [
        f"{room}/{file.name} imports {sorted(extra)}"
        for room, file in modules(root)
        if (extra := imported(file) - MAY_IMPORT[room])
    ]
    assert wrong == []


def test_only_the_door_speaks_to_the_database(root: Path) -> None:
    """A loader has no session and no Cypher; only one module starts the engine."""
    for room, file in modules(root):
        text = file.read_text(encoding="utf-8")
        if "GraphDatabase" in text:
            assert file.name == "database.py"
        if re.search(r"^\s*import arcadedb", text, re.MULTILINE):
            assert file.name == "embedded.py"
        if room == "loaders":
            assert not re.search(r"\b(MATCH|MERGE|UNWIND)\b", text), file.name


def test_modules_stay_small(root: Path) -> None:
    long = {
        str(file.relative_to(root)): count
        for _, file in modules(root)
        if (count := len(file.read_text(encoding="utf-8").splitlines())) > 330
    }
    assert long == {}


def test_a_loader_is_under_80_lines(root: Path) -> None:
    lines = (root / "loaders" / "facts.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 80


def tracked(root: Path) -> list[Path]:
    """What git has, or would have."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.splitlines()
    return [root / name for name in listed if (root / name).is_file()]


@pytest.fixture(scope="module")
def sentences() -> set[str]:
    """Every run of 18 Chinese characters of the report."""
    text = _han(needs.shared().read_text(encoding="utf-8"))
    return {text[i : i + 18] for i in range(len(text) - 17)}


def _han(text: str) -> str:
    return "".join(re.findall(r"[\u4e00-\u9fff]", text))


def test_no_sentence_of_the_report_stands_here(root: Path, sentences: set[str]) -> None:
    copied = []
    for file in tracked(root):
        if file.suffix in {".png", ".jpg", ".gz"}:
            continue
        for number, line in enumerate(
            file.read_text(encoding="utf-8", errors="replace").splitlines(), 1
        ):
            han = _han(line)
            if any(han[i : i + 18] in sentences for i in range(len(han) - 17)):
                copied.append(f"{file.relative_to(root)}:{number}")
    assert copied == []
