"""A cold ``who-builds`` beside ``python -c "import neo4j"``, whole processes in turn, in one run.

python benchmarks/cold.py [--rounds 15]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TRENDWEAVE = str(Path(sys.executable).with_name("trendweave"))


def seconds(*words: str) -> float:
    """Wall time of one process."""
    began = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    """Print the medians and the ratio, pair by pair."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder) / "db")
        seconds(TRENDWEAVE, "load", "report", "--db", db)
        ask = (TRENDWEAVE, "who-builds", "Deep Research", "--db", db)
        bare = (sys.executable, "-c", "import neo4j")
        seconds(*ask), seconds(*bare)
        pairs = [(seconds(*ask), seconds(*bare)) for _ in range(rounds)]
    asked, imported = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(
        f"who-builds {asked:.2f} s, import neo4j {imported:.2f} s, median ratio {ratio:.2f} "
        f"({rounds} pairs)"
    )


if __name__ == "__main__":
    main()
