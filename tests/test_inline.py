"""Saved queries with their parameters in place answer as they do with parameters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from servers import Neo4j
from trendweave.queries import library
from trendweave.queries.inline import inlined, literal, statement
from trendweave.queries.typed import plain

import trendweave

HOSTILE = [
    "it's",
    "back\\slash",
    "\\u0041 \\U0041 \\\\u0041",
    "two\nlines\r\n\ttabbed",
    '"quoted" `ticked` $name // no comment */',
    "',x) DETACH DELETE n //",
    "智能体 🤖 \u202e",
    "",
]


@pytest.fixture(scope="module")
def graph(report_db: str) -> Iterator[trendweave.Graph]:
    with trendweave.open(report_db) as opened:
        yield opened


@pytest.mark.parametrize("name", library.names())
def test_the_answer_is_the_same(graph: trendweave.Graph, name: str) -> None:
    query = library.get(name)
    text = inlined(query)
    assert "$" not in text
    assert "//" not in text
    with_parameters = graph.database.table(query.text, query.bind({}))[1]
    assert rows(graph.database.table(text, {})[1]) == rows(with_parameters)


def rows(found: list[list[Any]]) -> list[str]:
    """Rows with what is collected in order, since an engine may collect in any."""
    return [json.dumps([_sorted(plain(cell)) for cell in row], sort_keys=True) for row in found]


def _sorted(cell: Any) -> Any:
    return sorted(cell, key=json.dumps) if isinstance(cell, list) else cell


def test_only_parameters_are_replaced() -> None:
    text = "// title: T\n// shows: rows\nWITH '$a' AS b, $a AS a, $`a` AS c /* $a */\nRETURN a"
    query = library.get("builds")._replace(
        text=text, parameters=(library.Parameter("a", "text", "'", "letters", "字母"),)
    )
    assert inlined(query) == "WITH '$a' AS b, '\\'' AS a, '\\'' AS c /* $a */\nRETURN a"
    assert inlined(query, {"a": "$a"}).count("'$a'") == 3


def test_a_name_stays_readable_where_the_statement_folds_it_itself() -> None:
    query = library.get("who-builds")
    assert "replace('Deep Research', ' ', '')" in inlined(query)
    assert "replace('deepresearch', ' ', '')" in inlined(query, {"name": "“Deep·Research”"})


@pytest.mark.parametrize("value", [*HOSTILE, [1, -2.5, None, True, ["a"]], {"a b`": HOSTILE}])
def test_a_literal_is_read_back_as_it_was(neo4j_5: Neo4j, graph: Any, value: Any) -> None:
    text = f"RETURN {literal(value)} AS x"
    assert graph.database.read(text, {}) == [{"x": value}]
    with neo4j_5.driver() as driver:
        assert driver.execute_query(text).records[0]["x"] == value


def test_front_matter_is_no_part_of_the_statement() -> None:
    assert statement(library.get("sources")).startswith("MATCH (s:Source)\n")
