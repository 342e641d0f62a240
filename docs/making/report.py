"""What the shipped report holds, counted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from trendweave.graph.model import KINDS, RELATIONSHIPS
from trendweave.loaders.folder import source_info
from trendweave.loaders.reader import read_folder

from .markdown import row, table


def page() -> str:
    """The counts of the shipped report, by chapter, kind and type."""
    folder = Path(__file__).parents[2] / "loaders" / "report"
    facts = read_folder(folder, source_info(folder))
    things: Counter[tuple[str, str]] = Counter()
    edges: Counter[tuple[str, str]] = Counter()
    implied: Counter[str] = Counter()
    for s in facts.statements:
        chapter = s.chapter.key
        if s.type is None:
            things[chapter, s.source.ref.kind] += 1
        else:
            edges[chapter, s.type] += 1
            implied[chapter] += s.claim.certainty == "implied"
    chapters = sorted((c.key for c in facts.chapters), key=_in_order)
    all_kinds = Counter(entry.ref.kind for entry in facts.entries)
    kinds = [kind for kind in KINDS if kind not in {"Trend", "Part"} and all_kinds[kind]]
    triples = {(s.source.ref, s.type, s.target and s.target.ref) for s in facts.statements}
    types = Counter(type_ for _, type_, _ in triples if type_)
    lines = [
        "# The report in numbers",
        "",
        "Generated from `loaders/report` by `python docs/make.py`. How it was read: "
        "[reading.md](reading.md).",
        "",
        "## Things that each chapter discusses",
        "",
        "A thing counts in every chapter that speaks of it; the last row counts it once.",
        "",
        *table(["chapter", *kinds], [[c, *(things[c, k] for k in kinds)] for c in chapters]),
        row(["in all, once", *(all_kinds[k] for k in kinds)]),
        "",
        "## Facts by chapter",
        "",
        "Each with its own place. EXEMPLIFIES follows from the table above, PART_OF of the trends "
        "from the parts. The last row counts a relationship once.",
        "",
        *table(
            ["chapter", *_types_in_order(types), "implied"],
            [[c, *(edges[c, t] for t in _types_in_order(types)), implied[c]] for c in chapters],
        ),
        row(["in all, once", *(types[t] for t in _types_in_order(types)), ""]),
    ]
    return "\n".join(lines) + "\n"


def _types_in_order(types: Counter[str]) -> list[str]:
    """The relationship types that occur, as the model has them."""
    return [type_ for type_ in RELATIONSHIPS if types[type_]]


def _in_order(key: str) -> tuple[int, int]:
    name, _, number = key.rpartition("-")
    return (["preface", "part", ""].index(name), int(number))
