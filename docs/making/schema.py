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
        "`figures`, `links`, `date`, `disputed`, `disputes`.",
        "",
        "A claim also has the reference by which its thing was identified, so that `trendweave",
        "realign` needs no source: `name`, `maker`, `dated` (the date of its record), `own` (an",
        "id that the source gives); a relationship's claim has those of its two `ends`, each a",
        "list in that order. A claim that follows from the alias table alone has `by: table`.",
        "",
        "| label | 中文 | what |",
        "|---|---|---|",
    ]
    lines += [f"| {k.label} | {k.zh} | {k.meaning} |" for k in KINDS.values()]
    lines += [f"| {label} | | {meaning} |" for label, meaning in PROVENANCE.items()]
    lines += [
        "",
        "A thing also has `id`, `name`, `name_zh`, `aliases`, `mention` (true where no source",
        "declares it) and, where a source says so: `category` and `country` of a company (ISO",
        "3166-1; else from the alias table), `licence`, `access` (open: weights or data can be",
        "downloaded; limited: through a service or on request; closed), `parameters`, and",
        "`compute` of training in FLOP. Each is what most sources say, a source speaking once, for",
        "what it says most often; among equals the least. `disputed` names the fields on which",
        "sources contradict each other (a month does not contradict its day, nor do figures within",
        "5 %), `disputes` has each value of such a field as `field|value|source, source`, the",
        "majority first. `groups` of a company are the ids of the organisations above it by the",
        "alias table, the nearest first. `Name` nodes are the index of names,",
        "`(:Name {id: key})-[:NAMES]->(thing)`; `Run`, `Change` and `Writer` are history.",
        "",
    ]
    lines += ["| relationship | from → to | meaning | reads |", "|---|---|---|---|"]
    for r in RELATIONSHIPS.values():
        ends = f"{', '.join(r.sources)} → {', '.join(r.targets)}"
        if not all(allowed(r.type, s, t) for s in r.sources for t in r.targets):
            ends = ", ".join(
                f"{s} → {t}" for s in r.sources for t in r.targets if allowed(r.type, s, t)
            )
        reads = r.reads.format(source="A", target="B")
        lines.append(f"| {r.type} | {ends} | {r.meaning} | {reads} |")
    return "\n".join(lines) + "\n"
