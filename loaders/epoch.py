"""The loader of Epoch AI's notable models: who built them, when, from and with what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trendweave.graph.model import Access, Claim, Edge, Line, Record, Ref, SourceInfo, Thing

from . import cells
from .inputs import Row, rows

SOURCE = SourceInfo(
    id="epoch",
    title="Epoch AI: notable AI models",
    publisher="Epoch AI",
    date="2026-07",
    licence="CC-BY-4.0",
    attribution="Epoch AI, Data on AI Models",
    link="https://epoch.ai/data/ai-models",
)
_ACCESS: dict[str, Access] = {"open": "open", "api": "limited", "hosted": "limited"}


def records(path: Path) -> Iterator[Record]:
    """Every model, its organisations, base models, datasets and hardware."""
    needed = ("Model", "Organization", "Publication date")
    described: set[tuple[str, str | None]] = set()
    for number, row in rows(path, needed, "Epoch's CSV of AI models (notable_ai_models.csv)"):
        at = Line(file=path.name, line=number)
        model = cells.name(row["Model"])
        if model is None:
            continue
        builders = list(cells.organisations(row["Organization"]))
        maker = cells.makers(name for name, _ in builders)
        published = cells.date(row["Publication date"])
        ref = Ref(kind="Model", name=model, maker=maker, date=published)
        place = f"row {number}"
        said = Claim(
            where=f"{place} · Organization",
            date=published,
            link=cells.link(row.get("Link")),
        )
        yield Thing(ref=ref, claims=(_model(row, said, place, model),), at=at)
        country = _country(row, len(builders))
        for builder, others in builders:
            company = Ref(kind="Company", name=builder)
            if (builder, country) not in described:
                described.add((builder, country))
                claim = Claim(where=said.where, country=country, spelt=(builder,))
                yield Thing(ref=company, aliases=others, claims=(claim,), at=at)
            claim = said.model_copy(update={"spelt": (builder, model)})
            yield Edge(source=company, type="BUILDS", target=ref, claim=claim, at=at)
        for type_, kind, column in (
            ("BASED_ON", "Model", "Base model"),
            ("TRAINED_ON", "Dataset", "Training dataset"),
            ("TRAINED_WITH", "Hardware", "Training hardware"),
        ):
            spaced = kind == "Dataset"
            ends = [end for end in cells.split(row.get(column), spaced=spaced) if end != model]
            quantity = cells.figure(row.get("Hardware quantity")) if len(ends) == 1 else None
            figures = cells.figures(quantity=quantity if kind == "Hardware" else None)
            for end in ends:
                claim = Claim(
                    where=f"{place} · {column}",
                    spelt=(model, end),
                    figures=figures,
                    link=said.link,
                )
                target = Ref(kind=kind, name=end)
                yield Edge(source=ref, type=type_, target=target, claim=claim, at=at)


def _model(row: Row, said: Claim, place: str, model: str) -> Claim:
    """What the row says of the model itself."""
    access = cells.clean(row.get("Model accessibility"))
    figures = cells.figures(
        access=cells.figure(access),
        domain=cells.figure(row.get("Domain")),
        task=cells.figure(row.get("Task")),
        training_data=cells.figure(_first(row, "Training dataset size ("), "datapoints"),
        training_time=cells.figure(row.get("Training time (hours)"), "hours"),
        training_cost=cells.figure(row.get("Training compute cost (2023 USD)"), "USD of 2023"),
        frontier="yes" if row.get("Frontier model") == "True" else None,
    )
    return said.model_copy(
        update={
            "where": f"{place} · Model",
            "spelt": (model,),
            "access": _access(access),
            "parameters": cells.amount(row.get("Parameters")),
            "compute": cells.amount(row.get("Training compute (FLOP)")),
            "figures": figures,
        }
    )


def _access(said: str) -> Access | None:
    if said == "Unreleased":
        return "closed"
    return _ACCESS.get(said.partition(" ")[0].casefold())


def _country(row: Row, builders: int) -> str | None:
    """Where all its organisations are; None where the countries cannot be told apart by builder.

    Countries are repeated for organisations, but not in their order nor always as often.
    """
    named = [cells.country(one) for one in cells.split(_first(row, "Country ("))]
    return named[0] if len(named) == builders and len(set(named)) == 1 else None


def _first(row: Row, start: str) -> str:
    """The cell of a column that exports name differently, but alike in the beginning."""
    return next((cell for column, cell in row.items() if column.startswith(start)), "")
