"""Cypher, saved or typed by a person: run safely, its rows as plain data."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict

import neo4j.graph
from trendweave.graph.claims import Evidence, evidence
from trendweave.graph.database import Database
from trendweave.graph.errors import QueryRefused
from trendweave.graph.identity import lookup
from trendweave.graph.wording import READS, both, says

from . import library
from .naming import find


class Rows(TypedDict):
    """The answer to ``query``."""

    query: str
    parameters: dict[str, Any]
    columns: list[str]
    rows: list[list[Any]]
    evidence: list[list[Evidence]]
    """Of each row, who says so and where; empty where the rows carry no claims."""


def query(database: Database, name: str, given: Mapping[str, str]) -> Rows:
    """A saved query's rows.

    Raises :class:`UsageError` for an unknown query or parameter, :class:`NotFound` for a thing of
    which nothing is known.
    """
    saved = library.get(name)
    parameters = saved.bind(given)
    found = _run(database, saved.name, saved.text, parameters, saved.columns)
    if found["rows"]:
        return found
    meant = {
        p.name: lookup(find(database, given.get(p.name, p.default))[0]["name"])
        for p in saved.parameters
        if p.kind == "name"
    }
    if meant.items() <= parameters.items():
        return found
    return _run(database, saved.name, saved.text, {**parameters, **meant}, saved.columns)


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
    at = columns.index("claims") if "claims" in columns else None
    return {
        "query": shown,
        "parameters": dict(parameters),
        "columns": columns,
        "rows": [[plain(value) for value in row] for row in rows],
        "evidence": [_evidence(row, row[at] if at is not None else None) for row in rows],
    }


def _evidence(row: Sequence[Any], claims: Any) -> list[Evidence]:
    """What a row rests on: its claims, else those of the relationships that it shows."""
    if isinstance(claims, list):
        return evidence(claims, "")
    return list(itertools.chain.from_iterable(_shown(value) for value in row))


def _shown(value: Any) -> Iterator[Evidence]:
    if isinstance(value, neo4j.graph.Path):
        for step in value.relationships:
            yield from _shown(step)
    elif isinstance(value, neo4j.graph.Relationship):
        ends = [both(end.get("name") or "", end.get("name_zh")) for end in value.nodes if end]
        text = says(value.type, *ends)[0] if len(ends) == 2 and value.type in READS else ""
        yield from evidence(value.get("claims") or (), text)
    elif isinstance(value, list):
        for item in value:
            yield from _shown(item)


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
