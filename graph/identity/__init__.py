"""Which thing a name means: a pure function of kind, name and context.

It knows the tables of the project and of the user and nothing of what is loaded, so the order of
loading never matters. Two names are one thing when their parts are equal or a table says so; never
because they look alike.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .normal import key, lookup, slug

if TYPE_CHECKING:
    from .choice import Identified
    from .judgements import read_judgements
    from .rules import KINDS, builder, identify, label, senses
    from .table import AliasTable, Entry, Judgement, Release
    from .tables import shipped_table

__all__ = [
    "KINDS",
    "AliasTable",
    "Entry",
    "Identified",
    "Judgement",
    "Release",
    "builder",
    "identify",
    "key",
    "label",
    "lookup",
    "read_judgements",
    "senses",
    "shipped_table",
    "slug",
]

_PLACES = {
    **dict.fromkeys(("AliasTable", "Entry", "Judgement", "Release"), "table"),
    "read_judgements": "judgements",
    "shipped_table": "tables",
}


def __getattr__(name: str) -> Any:
    """The rest, when it is asked for: a cold question about the graph needs no table."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = _PLACES.get(name, "rules")
    return getattr(import_module(f".{module}", __name__), name)
