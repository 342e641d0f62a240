"""Measures of the graph in a database, about things by name."""

from __future__ import annotations

from typing import Any

from trendweave.graph import measures
from trendweave.graph.database import Database
from trendweave.graph.errors import NotFound, UsageError
from trendweave.graph.measures.catalogue import Measure
from trendweave.graph.measures.things import Measured
from trendweave.graph.network import to_networkx

from .naming import find


def measure(database: Database, name: str, *things: str) -> Measured[Any]:
    """The answer of the measure of that name, about the things of these names.

    Raises :class:`UsageError` for an unknown measure or a wrong number of names, :class:`NotFound`
    for an unknown name or where there is nothing to measure.
    """
    wanted = measures.find(name)
    if len(things) < wanted.least or (wanted.most is not None and len(things) > wanted.most):
        raise UsageError(f"The measure is asked as `{wanted.name} {wanted.usage}".rstrip() + "`.")
    ids = [_id(database, wanted, thing) for thing in things]
    graph = to_networkx(database)
    if not graph:
        raise NotFound("There is nothing to measure.")
    return measures.run(wanted.name, graph, *ids)


def _id(database: Database, wanted: Measure, name: str) -> str:
    """What a name means here: of several kinds the one that the measure has first."""
    found = find(database, name)
    fitting = [thing for kind in wanted.kinds for thing in found if thing["kind"] == kind]
    if not fitting:
        kinds = " or ".join(kind.lower() for kind in wanted.kinds)
        raise NotFound(
            f"{found[0]['name']} is a {found[0]['kind'].lower()}, and {wanted.name} is about a "
            f"{kinds}: name one."
        )
    return fitting[0]["id"]
