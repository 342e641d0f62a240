"""Write the generated pages of the docs; with ``--check`` say whether they are up to date."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from trendweave.graph.model import KINDS, PROVENANCE, RELATIONSHIPS, allowed
from trendweave.loaders.folder import source_info
from trendweave.loaders.reader import read_folder

DOCS = Path(__file__).parent


def schema() -> str:
    """The schema page, from the model."""
    lines = [
        "# The schema",
        "",
        "Generated from `graph/model.py` by `python docs/make.py`. One label a node; every node",
        "and relationship has `claims` (JSON strings: who says it, where, how sure, as spelt, with",
        "what date and figures) and, computed from them: `sources`, `where`, `certainty`, `notes`,",
        "`figures`, `links`, `date`, `disputed`.",
        "",
        "| label | 中文 | what |",
        "|---|---|---|",
    ]
    lines += [f"| {k.label} | {k.zh} | {k.meaning} |" for k in KINDS.values()]
    lines += [f"| {label} | | {meaning} |" for label, meaning in PROVENANCE.items()]
    lines += ["", "A thing also has `id`, `name`, `name_zh`, `aliases`, `category` (companies),"]
    lines += ["`country` (companies; ISO 3166-1, from the alias table as names are) and `mention`"]
    lines += ["(true where no source declares it). `Name` nodes are the index of names:"]
    lines += ["`(:Name {id: key})-[:NAMES]->(thing)`. `Run` and `Writer` are history.", ""]
    lines += ["| relationship | from → to | meaning | reads |", "|---|---|---|---|"]
    for r in RELATIONSHIPS.values():
        ends = f"{', '.join(r.sources)} → {', '.join(r.targets)}"
        if r.type == "PART_OF":
            ends = ", ".join(
                f"{s} → {t}" for s in r.sources for t in r.targets if allowed(r.type, s, t)
            )
        reads = r.reads.format(source="A", target="B")
        lines.append(f"| {r.type} | {ends} | {r.meaning} | {reads} |")
    return "\n".join(lines) + "\n"


def report() -> str:
    """The counts of the shipped report, by chapter, kind and type."""
    folder = DOCS.parent / "loaders" / "report"
    facts = read_folder(folder, source_info(folder))
    kinds = [kind for kind in KINDS if kind not in {"Trend", "Part"}]
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
        *_table(["chapter", *kinds], [[c, *(things[c, k] for k in kinds)] for c in chapters]),
        _row(["in all, once", *(all_kinds[k] for k in kinds)]),
        "",
        "## Facts by chapter",
        "",
        "Each with its own place. EXEMPLIFIES follows from the table above, PART_OF of the trends "
        "from the parts. The last row counts a relationship once.",
        "",
        *_table(
            ["chapter", *types_in_order(types), "implied"],
            [[c, *(edges[c, t] for t in types_in_order(types)), implied[c]] for c in chapters],
        ),
        _row(["in all, once", *(types[t] for t in types_in_order(types)), ""]),
    ]
    return "\n".join(lines) + "\n"


def types_in_order(types: Counter[str]) -> list[str]:
    """The relationship types that occur, as the model has them."""
    return [type_ for type_ in RELATIONSHIPS if types[type_]]


def _in_order(key: str) -> tuple[int, int]:
    name, _, number = key.rpartition("-")
    return (["preface", "part", ""].index(name), int(number))


def _table(columns: list[str], rows: list[list[object]]) -> list[str]:
    return [_row(columns), "|---" * len(columns) + "|", *(_row(row) for row in rows)]


def _row(cells: Sequence[object]) -> str:
    return "| " + " | ".join("" if cell == 0 else str(cell) for cell in cells) + " |"


PAGES = {"schema.md": schema, "report.md": report}


def main() -> None:
    """Write or check every page."""
    stale = [
        name
        for name, write in PAGES.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != write()
    ]
    if "--check" in sys.argv:
        sys.exit(f"Run python docs/make.py: {', '.join(stale)}" if stale else 0)
    for name in stale:
        (DOCS / name).write_text(PAGES[name](), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
