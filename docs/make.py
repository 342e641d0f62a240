"""Write the generated pages of the docs; with ``--check`` say whether they are up to date."""

from __future__ import annotations

import sys
from pathlib import Path

from trendweave.graph.model import KINDS, PROVENANCE, RELATIONSHIPS, allowed

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
    lines += ["", "A thing also has `id`, `name`, `name_zh`, `aliases`, `category` (companies) and"]
    lines += ["`mention` (true where no source declares it). `Name` nodes are the index of names:"]
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


PAGES = {"schema.md": schema}


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
