"""The made-up things of sample_path as a map: one in the centre, some with a year."""

from __future__ import annotations

from dataclasses import replace

from sample_path import AGENTS, THINGS, claim
from sample_path import picture as story
from trendweave.graph.pictures.picture import Link, Picture

OPENAI = THINGS["OpenAI"]["id"]
YEARS = {
    THINGS[name]["id"]: year
    for name, year in (
        ("RLHF", 2022),
        ("o1", 2024),
        ("Figure 02", 2024),
        ("Gemini Robotics", 2025),
        ("Claude Code", 2025),
        ("Manus", 2025),
        ("o3", 2025),
    )
}


def chart(page: str = "ego", *, dated: bool = True) -> Picture:
    """A map with two relationships between OpenAI and the trend of agents."""
    told = story()
    nodes = [
        replace(
            n,
            spine=False,
            rank=None,
            year=YEARS.get(n.id) if dated else None,
            date=str(YEARS[n.id]) if dated and n.id in YEARS else None,
            weight=sum(n.id in (k.source, k.target) for k in told.links),
            aliases=("Open AI Inc.",) if n.id == OPENAI else n.aliases,
        )
        for n in told.nodes
    ]
    links = [replace(k, spine=False) for k in told.links]
    second = (claim("两家共同定标准。", "4 · 生态", "implied", "Reader's notes"),)
    links.append(Link(OPENAI, AGENTS["id"], "ADOPTS", "implied", second))
    return Picture(
        "OpenAI and around it", "OpenAI 及周围", tuple(nodes), tuple(links),
        page=page, focus=(OPENAI,),
    )  # fmt: skip
