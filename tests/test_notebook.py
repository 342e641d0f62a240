"""The example notebook says what it says when it is run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient


def outputs(notebook: Any) -> list[list[dict[str, Any]]]:
    return [[dict(o) for o in cell.outputs] for cell in notebook.cells if cell.cell_type == "code"]


def test_the_tour_runs_and_says_what_it_shows(root: Path, tmp_path: Path) -> None:
    shown = nbformat.read(root / "examples" / "tour.ipynb", as_version=4)
    notebook = nbformat.read(root / "examples" / "tour.ipynb", as_version=4)
    place = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=place).execute()
    assert outputs(notebook) == outputs(shown)
    assert len(outputs(shown)) >= 6
    assert (tmp_path / "build" / "tour.html").exists()
