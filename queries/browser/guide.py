"""The tour as a guide, in the markup of either Browser, from one text."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined
from trendweave.queries import library
from trendweave.queries.inline import inlined

from . import FAVOURITES, QUERIES


def html(address: str = "") -> str:
    """The guide of the Browser that servers bring along (``:guide``)."""
    return _written("guide.html.j2", address, autoescape=True)


def asciidoc(address: str = "") -> str:
    """The guide of the newer Browser."""
    return _written("guide.adoc.j2", address, autoescape=False)


def tour() -> dict[str, Any]:
    """What is told, step by step; each with ``cypher`` to run, its parameters in place."""
    told: dict[str, Any] = yaml.safe_load(
        files(__package__).joinpath("tour.yaml").read_text(encoding="utf-8")
    )
    for step in told["steps"]:
        step["cypher"] = inlined(library.get(step["query"]), step.get("given", {}))
    return told


def _written(template: str, address: str, *, autoescape: bool) -> str:
    environment = Environment(
        loader=PackageLoader(__package__, ""),
        autoescape=autoescape,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(
        tour=tour(), address=address, favourites=FAVOURITES, queries=QUERIES
    )
