"""The loader of Epoch AI's machine learning hardware: who makes it, what was trained with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trendweave.graph.model import Claim, Edge, Line, Record, Ref, SourceInfo, Thing

from . import cells
from .inputs import Row, rows

SOURCE = SourceInfo(
    id="hardware",
    title="Epoch AI: machine learning hardware",
    publisher="Epoch AI",
    date="2026-07",
    licence="CC-BY-4.0",
    attribution="Epoch AI, Data on Machine Learning Hardware",
    link="https://epoch.ai/data/machine-learning-hardware",
)


def records(path: Path) -> Iterator[Record]:
    """Every chip, its manufacturer, and the models that were trained with it."""
    needed = ("Hardware name", "Manufacturer", "Release date")
    for number, row in rows(path, needed, "Epoch's CSV of hardware (ml_hardware.csv)"):
        at = Line(file=path.name, line=number)
        name = cells.name(row["Hardware name"])
        if name is None:
            continue
        maker = cells.name(row["Manufacturer"])
        chip = Ref(kind="Hardware", name=name, maker=maker)
        said = Claim(
            where=f"row {number} · Hardware name",
            spelt=(name,),
            date=cells.date(row["Release date"]),
            link=cells.link(row.get("Link to datasheet")),
        )
        described = said.model_copy(update={"figures": _figures(row)})
        yield Thing(ref=chip, claims=(described,), at=at)
        if maker:
            made = {"where": f"row {number} · Manufacturer", "spelt": (maker, name)}
            company = Ref(kind="Company", name=maker)
            claim = said.model_copy(update=made)
            yield Edge(source=company, type="BUILDS", target=chip, claim=claim, at=at)
        for trained in cells.split(row.get("ML models")):
            claim = Claim(where=f"row {number} · ML models", spelt=(trained, name))
            model = Ref(kind="Model", name=trained)
            yield Edge(source=model, type="TRAINED_WITH", target=chip, claim=claim, at=at)


def _figures(row: Row) -> dict[str, str]:
    def shown(column: str, unit: str = "") -> str | None:
        return cells.figure(row.get(column), unit)

    return cells.figures(
        type=shown("Type"),
        foundry=shown("Foundry"),
        process=shown("Process size (nm)", "nm"),
        transistors=shown("Transistors (millions)", "millions"),
        memory=shown("Memory (bytes)", "bytes"),
        memory_bandwidth=shown("Memory bandwidth (byte/s)", "byte/s"),
        FP16=shown("Tensor-FP16/BF16 performance (FLOP/s)", "FLOP/s"),
        power=shown("TDP (W)", "W"),
        price=shown("Release price (USD)", "USD"),
    )
