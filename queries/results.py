"""The things that the rows of any query speak of, and what the rows say joins them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .typed import Rows


def things_of(found: Rows) -> list[str]:
    """The ids in the order in which the rows name them: nodes, ends, columns ``id`` and ``x_id``.

    A list of ids that was asked for comes first.
    """
    asked = found["parameters"].get("ids")
    ids = dict.fromkeys(str(id_) for id_ in asked) if isinstance(asked, list) else {}
    for row in found["rows"]:
        for column, value in zip(found["columns"], row, strict=True):
            if isinstance(value, str):
                if column == "id" or column.endswith("_id"):
                    ids.setdefault(value)
            else:
                for id_ in _named(value):
                    ids.setdefault(id_)
    return list(ids)


def ties_of(found: Rows) -> set[tuple[str, str, str]]:
    """The relationships (source, type, target) that the rows hold as such."""
    return {
        (str(part["source"]), str(part["type"]), str(part["target"]))
        for row in found["rows"]
        for value in row
        for part in _parts(value)
        if part.keys() >= {"source", "type", "target"}
    }


def _named(value: Any) -> Iterator[str]:
    for part in _parts(value):
        if part.keys() >= {"id", "kind"} and part["id"]:
            yield str(part["id"])
        elif part.keys() >= {"source", "type", "target"}:
            yield from (str(part[end]) for end in ("source", "target") if part[end])


def _parts(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every mapping in a value, the outer ones first."""
    if isinstance(value, Mapping):
        yield value
        for inner in value.values():
            yield from _parts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _parts(inner)
