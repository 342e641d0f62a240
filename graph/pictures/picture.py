"""What a page shows: things, links and claims, as plain data.

Nothing here knows a database or a source. A picture is already thinned to what a person can read
at once, so that page and SVG draw exactly the same things.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

MOST_NODES = 60
BRIDGE = "BRIDGE"
PAGES = ("path", "ego", "trends", "company", "timeline", "query", "overview")
CERTAINTY: Mapping[str, int] = {"stated": 0, "implied": 1}

Evidence = Mapping[str, Any]


@dataclass(frozen=True)
class Node:
    """A thing on the page.

    ``rank`` is its place along the spine, counted from 0; ``weight`` says how prominent it is
    (sizes and the order in which labels find room follow it), ``year`` is the first one known,
    ``date`` its place on a timeline: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
    """

    id: str
    kind: str
    name: str
    name_zh: str | None = None
    evidence: tuple[Evidence, ...] = ()
    spine: bool = False
    rank: int | None = None
    aliases: tuple[str, ...] = ()
    weight: float = 0.0
    year: int | None = None
    date: str | None = None


@dataclass(frozen=True)
class Link:
    """A relationship on the page, from ``source`` to ``target`` as the graph has it.

    ``members`` are the things that a bridge consists of, those that found no room on the page
    included; ``sentence`` replaces the phrase that the page would make from the names.
    """

    source: str
    target: str
    type: str
    certainty: str
    evidence: tuple[Evidence, ...] = ()
    spine: bool = False
    sentence: str = ""
    members: tuple[Node, ...] = ()
    year: int | None = None


@dataclass(frozen=True)
class Picture:
    """Everything that one page shows.

    ``page`` says which of :data:`PAGES` it is. A story (``path``) has a spine and is drawn as
    layered boxes; every other page is a map. ``focus`` are the ids that it is about. ``ways`` are
    the other ways from A to B as sequences of node ids, best first.
    """

    title: str
    title_zh: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    note: str = ""
    note_zh: str = ""
    ways: tuple[tuple[str, ...], ...] = ()
    page: str = "path"
    focus: tuple[str, ...] = ()

    @property
    def spine(self) -> tuple[Node, ...]:
        """The nodes of the story in the order in which it is told."""
        return tuple(sorted((n for n in self.nodes if n.spine), key=lambda n: n.rank or 0))


def certainty_of(evidence: Iterable[Evidence]) -> str:
    """The best certainty among ``evidence``; ``implied`` when nothing is said."""
    found = {str(e.get("certainty") or "implied") for e in evidence}
    return min(found, key=lambda c: (CERTAINTY.get(c, 2), c), default="implied")
