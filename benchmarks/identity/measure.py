"""Precision and recall of identity on pairs that were judged by hand, for each class of pair.

    python benchmarks/identity/measure.py [--wrong] [FILE ...]

Without files: those beside this script. ``--wrong`` lists what is wrong.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

from trendweave.graph.identity import identify

HERE = Path(__file__).parent
FILES = ("seen.csv", "held_out.csv", *(f"blind_{n}.csv" for n in range(1, 5)))
CUES = ("spelling or record", "knowledge")


def id_of(pair: dict[str, str], side: str) -> str:
    return identify(
        pair[f"{side}kind"],
        pair[f"{side}name"],
        context=pair[f"{side}context"] or None,
        date=pair[f"{side}date"] or None,
    ).id


def outcome(pair: dict[str, str]) -> str:
    """``tp``, ``fn``, ``fp`` or ``tn``."""
    same = id_of(pair, "") == id_of(pair, "other_")
    return {"same": ("fn", "tp"), "diff": ("tn", "fp")}[pair["same"]][same]


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def row(name: str, counts: Counter[str]) -> str:
    tp, fn, fp, tn = (counts[one] for one in ("tp", "fn", "fp", "tn"))
    pairs, precision, recall = tp + fn + fp + tn, share(tp, tp + fp), share(tp, tp + fn)
    return f"| {name} | {pairs} | {tp + fn} | {precision} | {recall} | {fp} | {fn} |"


def main(words: list[str]) -> None:
    files = [Path(word) for word in words if not word.startswith("-")]
    for file in files or [HERE / name for name in FILES]:
        with file.open(encoding="utf-8", newline="") as lines:
            pairs = list(csv.DictReader(lines))
        by: dict[str, Counter[str]] = defaultdict(Counter)
        for pair in pairs:
            cue = CUES[pair["decides"] == "knowledge"]
            found = outcome(pair)
            for name in ("all", cue, pair["class"]):
                by[name][found] += 1
            if "--wrong" in words and found in ("fp", "fn"):
                sides = [
                    (pair[f"{s}name"], pair[f"{s}context"], id_of(pair, s)) for s in ("", "other_")
                ]
                print(found, *sides, pair["why"])
        print(f"\n{file.name}\n\n| pairs of | pairs | same | precision | recall | fp | fn |")
        print("|---|---|---|---|---|---|---|")
        first = ["all", *(cue for cue in CUES if cue in by)]
        for name in [*first, *sorted(by.keys() - set(first))]:
            print(row(name, by[name]))


if __name__ == "__main__":
    main(sys.argv[1:])
