"""Cypher, saved or typed by a person: run safely, its rows as plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypedDict

import neo4j.graph
from trendweave.graph.database import Database
from trendweave.graph.errors import QueryRefused

from . import library


class Rows(TypedDict):
    """The answer to ``query``."""

    query: str
    parameters: dict[str, Any]
    columns: list[str]
    rows: list[list[Any]]


def query(database: Database, name: str, given: Mapping[str, str]) -> Rows:
    """A saved query's rows. Raises :class:`UsageError` for an unknown name or parameter."""
    saved = library.get(name)
    parameters = saved.bind(given)
    return _run(database, saved.name, saved.text, parameters, saved.columns)


def typed(database: Database, text: str, given: Mapping[str, Any]) -> Rows:
    """Rows of Cypher that a person typed.

    Raises :class:`QueryRefused` where it would write, on any engine, and where the embedded engine
    is known to answer such a phrasing wrongly.
    """
    from .lint import lint, writes

    if database.embedded:
        findings = lint(text)
        if findings:
            first = findings[0]
            raise QueryRefused(
                f"Line {first.line}: {first.message} Or ask a Neo4j server, with --db bolt://…"
            )
    if writes(text):
        raise QueryRefused("A query only reads: this one would change the graph.")
    return _run(database, text, text, {name: _value(value) for name, value in given.items()})


def _value(given: Any) -> Any:
    """What a person typed for a parameter: JSON where it is JSON, else text."""
    try:
        return json.loads(given) if isinstance(given, str) else given
    except ValueError:
        return given


def _run(
    database: Database,
    shown: str,
    text: str,
    parameters: Mapping[str, Any],
    named: list[str] | None = None,
) -> Rows:
    columns, rows = database.table(text, parameters)
    columns = columns or named or []
    return {
        "query": shown,
        "parameters": dict(parameters),
        "columns": columns,
        "rows": [[plain(value) for value in row] for row in rows],
    }


def plain(value: Any) -> Any:
    """A value of the driver as JSON has it: nodes and relationships as small objects."""
    if isinstance(value, neo4j.graph.Node):
        return {
            "id": value.get("id"),
            "kind": next(iter(value.labels), None),
            "name": value.get("name"),
            "name_zh": value.get("name_zh"),
        }
    if isinstance(value, neo4j.graph.Relationship):
        ends = [end.get("id") if end is not None else None for end in value.nodes]
        return {
            "type": value.type,
            "source": ends[0],
            "target": ends[1],
            "certainty": value.get("certainty"),
            "where": value.get("where"),
        }
    if isinstance(value, neo4j.graph.Path):
        return {
            "nodes": [plain(node) for node in value.nodes],
            "steps": [plain(step) for step in value.relationships],
        }
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)
