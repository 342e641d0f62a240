"""The loader of the Artificial Intelligence Ontology: techniques, their kinds and other names.

Its biases are no techniques and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trendweave.graph.model import Claim, Edge, Line, Record, Ref, SourceInfo, Thing

from . import cells
from .inputs import Row, found, rows

SOURCE = SourceInfo(
    id="aio",
    title="Artificial Intelligence Ontology",
    publisher="Berkeley Bioinformatics Open-source Projects",
    date="2026-07-22",
    licence="CC-BY-4.0",
    attribution="Artificial Intelligence Ontology (AIO), berkeleybop",
    link="https://github.com/berkeleybop/artificial-intelligence-ontology",
)


def records(path: Path) -> Iterator[Record]:
    """Every technique, with its synonyms, and what it is a kind of."""
    what = "the folder of the Artificial Intelligence Ontology (aio-src.csv)"
    (file, *_) = [path] if path.is_file() else found(path, "**/aio-src.csv", what)
    # The first row behind the header is the template of the columns, not a class.
    classes = [
        (number, row)
        for number, row in rows(file, ("ID", "Category", "Name", "Parent"), what)
        if row["ID"] != "ID" and cells.name(row["Name"]) and "BiasSubset" not in row["Category"]
    ]
    refs = {row["ID"]: Ref(kind="Technique", name=cells.clean(row["Name"])) for _, row in classes}
    for number, row in classes:
        at = Line(file=file.name, line=number)
        technique = refs[row["ID"]]
        said = Claim(
            where=f"row {number} · {row['ID']}",
            spelt=(technique.name,),
            link=cells.link(row.get("Reference (DOI)")),
        )
        yield Thing(ref=technique, aliases=_synonyms(row), claims=(said,), at=at)
        for parent in filter(None, map(refs.get, row["Parent"].split("|"))):
            if parent != technique:
                claim = said.model_copy(update={"spelt": (technique.name, parent.name)})
                yield Edge(source=technique, type="PART_OF", target=parent, claim=claim, at=at)


def _synonyms(row: Row) -> tuple[str, ...]:
    """Exact ones; the column is misspelt in the file itself."""
    return tuple(filter(None, map(cells.name, row.get("Synomyms", "").split("|"))))
