"""How large a dot is, and in which order kinds stand beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ...picture import Node, Picture

KIND_ORDER: Final = (
    *("Company", "Person", "Product", "Model", "Technique", "Benchmark", "Dataset", "Hardware"),
    *("Trend", "Industry", "Part"),
)


def radii(picture: Picture, least: float, most: float) -> Mapping[str, float]:
    """A radius a node by its weight; what the picture is about gets the largest."""
    others = [n.weight for n in picture.nodes if n.id not in picture.focus]
    heaviest = max(others, default=0.0) or 1.0
    return {
        n.id: most
        if n.id in picture.focus
        else round(least + (most * 0.72 - least) * (n.weight / heaviest) ** 0.5, 1)
        for n in picture.nodes
    }


def by_kind(n: Node) -> tuple[int, float, str]:
    """The order of things round a centre: by kind, the weightiest of each first."""
    place = KIND_ORDER.index(n.kind) if n.kind in KIND_ORDER else len(KIND_ORDER)
    return place, -n.weight, n.id
