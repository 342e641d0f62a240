"""What a test needs beyond Python: absent in CI a failure, elsewhere one line that says so."""

import os
import shutil
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
REPORT = SHARED / "report" / "2025-ai-trends.txt"


def program(name: str) -> str:
    """The path of a program."""
    found = shutil.which(name)
    if found is None:
        _missing(f"{name} is not installed, so what it would test was not run")
    assert found is not None
    return found


def shared(path: Path = REPORT) -> Path:
    """A file of ../shared, which a user of the project never has."""
    if not path.exists():
        _missing(f"../shared has no {path.name}, so what it would test was not run")
    return path


def _missing(why: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(why, pytrace=False)
    pytest.skip(why, allow_module_level=True)
