"""What Cypher cannot say of the graph: a module a measure, over the graph as networkx has it.

Each module has ``measure(graph, *ids)``, whose answer is a typed dictionary with every figure
defined where it is declared; ``cells(answer)``, its table under the columns of the catalogue; and
``chart(answer, most)``, what a plot of it shows.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from .catalogue import MEASURES, Measure

if TYPE_CHECKING:
    from ..pictures.plots import Chart
    from .things import Measured, Network


def find(name: str) -> Measure:
    """The measure of that name. Raises :class:`UsageError`."""
    found = MEASURES.get(name.replace("_", "-"))
    if found is None:
        raise UsageError(f"{name} is no measure: it is one of {', '.join(MEASURES)}.")
    return found


def run(name: str, graph: Network[str], *ids: str) -> Measured[Any]:
    """The answer of a measure, of the things with these ids. Raises :class:`NotFound`."""
    answer: Measured[Any] = _module(name).measure(graph, *ids)
    return answer


def cells(answer: Measured[Any]) -> list[list[Any]]:
    """An answer as a table; a cell may be a thing, a list of things, a word, a number."""
    found: list[list[Any]] = _module(answer["measure"]).cells(answer)
    return found


def chart(answer: Measured[Any], most: int | None) -> Chart:
    """What a plot of the first ``most`` of an answer shows."""
    shown: Chart = _module(answer["measure"]).chart(answer, most)
    return shown


def _module(name: str) -> Any:
    return import_module(f".{name.replace('-', '_')}", __package__)
