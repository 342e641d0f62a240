"""The loader of the robotics directory: robots and who makes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trendweave.graph.model import Claim, Edge, Line, Record, Ref, SourceInfo, Thing

from . import cells
from .inputs import found, rows

SOURCE = SourceInfo(
    id="robotics",
    title="Robotics directory",
    publisher="Huskynarr",
    date="2026-08-20",
    licence="MIT",
    attribution="Huskynarr/robotics-directory",
    link="https://github.com/Huskynarr/robotics-directory",
)


def records(path: Path) -> Iterator[Record]:
    """Every robot and its manufacturer."""
    what = "the folder of the robotics directory (its data has CSV files)"
    for file in found(path, "**/*.csv", what):
        for number, row in rows(file, ("manufacturer", "model"), what):
            at = Line(file=file.name, line=number)
            name, maker = cells.name(row["model"]), cells.name(row["manufacturer"])
            if name is None:
                continue
            robot = Ref(kind="Product", name=name, maker=maker)
            said = Claim(
                where=f"{file.name} row {number} · model",
                spelt=(name,),
                date=cells.date(row.get("releaseDate")),
                link=cells.link(row.get("website")),
                figures=cells.figures(
                    **{
                        column: cells.figure(row.get(column))
                        for column in ("category", "price", "weight", "dof", "payload", "speed")
                    }
                ),
            )
            yield Thing(ref=robot, claims=(said,), at=at)
            if maker:
                claim = Claim(
                    where=f"{file.name} row {number} · manufacturer",
                    spelt=(maker, name),
                    date=said.date,
                    link=said.link,
                )
                company = Ref(kind="Company", name=maker)
                yield Edge(source=company, type="BUILDS", target=robot, claim=claim, at=at)
