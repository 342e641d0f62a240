"""Plots of figures as SVG: bars, a heat map, what rests on what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...errors import TrendweaveError
from ...wording import Entity


@dataclass(frozen=True)
class Bars:
    """A bar for each thing, the longest first."""

    title: str
    title_zh: str
    unit: str
    unit_zh: str
    values: Sequence[tuple[Entity, float]]


@dataclass(frozen=True)
class Grid:
    """A heat map: a cell for each row and column, named by things; 0 stays empty."""

    title: str
    title_zh: str
    unit: str
    unit_zh: str
    rows: Sequence[Sequence[Entity]]
    columns: Sequence[Sequence[Entity]]
    values: Sequence[Sequence[float]]

    @classmethod
    def of_pairs(
        cls,
        title: str,
        title_zh: str,
        pairs: Iterable[tuple[Entity, Entity, float]],
        most: int | None,
    ) -> Grid:
        """The same things along both sides, the first ``most`` in the order of their pairs."""
        things: dict[str, Entity] = {}
        value: dict[tuple[str, str], float] = {}
        for one, other, similarity in pairs:
            for thing in (one, other):
                things.setdefault(thing["id"], thing)
            value[one["id"], other["id"]] = value[other["id"], one["id"]] = similarity
        shown = list(things.values())[:most]
        names = [[thing] for thing in shown]
        cells = [[value.get((a["id"], b["id"]), 0.0) for b in shown] for a in shown]
        return cls(title, title_zh, "similarity, 0 to 1", "相似度（0 至 1）", names, names, cells)


@dataclass(frozen=True)
class Levels:
    """Things in columns by their level, from 0, and lines from what rests to what it rests on."""

    title: str
    title_zh: str
    unit: str
    unit_zh: str
    levels: Mapping[str, int]
    things: Mapping[str, Entity]
    lines: Sequence[tuple[str, str]]


Chart = Bars | Grid | Levels


def write_plot(chart: Chart, file: Path, *, lang: str = "en") -> None:
    """Draw ``chart`` as SVG with names in ``lang`` (en or zh).

    Raises :class:`TrendweaveError` where matplotlib is missing or the file cannot be written.
    """
    try:
        from .drawing import drawn
    except ImportError:
        raise TrendweaveError(
            'A plot needs matplotlib: run `pip install "trendweave[plot]"`.'
        ) from None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(drawn(chart, zh=lang == "zh"), encoding="utf-8", newline="\n")
    except OSError as error:
        raise TrendweaveError(
            f"{file} cannot be written ({(error.strerror or 'an error').lower()}): "
            "name another place."
        ) from None
