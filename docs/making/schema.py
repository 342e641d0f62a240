"""What kinds and relationships there are, from the model."""

from __future__ import annotations

from trendweave.graph.model import KINDS, PROVENANCE, RELATIONSHIPS, allowed


def page() -> str:
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
