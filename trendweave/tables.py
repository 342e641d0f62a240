"""Answers as rows of a table, for one reader: ways, saved queries, measures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from trendweave.graph.wording import Said

from .answer_tables import Table, linked
from .reader import Reader


def paths(answer: Mapping[str, Any], reader: Reader) -> Table:
    """A row a step, the ways numbered."""
    rows: list[tuple[list[Any], Sequence[Any]]] = []
    for number, way in enumerate(answer["paths"], 1):
        nodes = {node["id"]: node for node in way["nodes"]}
        for position, step in enumerate(way["steps"]):
            ends = nodes[step["source"]], nodes[step["target"]]
            row = [
                f"{number}" if position == 0 else "",
                reader.name(ends[0]),
                step["type"],
                reader.name(ends[1]),
                _by(step["members"], reader)
                or reader.sentences(step["evidence"], step["type"], ends),
                reader.places(step["evidence"]),
            ]
            rows.append((row, step["evidence"]))
    return linked(["way", "from", "step", "to", "says", "where"], rows, reader)


def _by(members: Sequence[Mapping[str, Any]], reader: Reader) -> str:
    """The members of a bridge."""
    if not members:
        return ""
    return f"{reader.pick(('by ', '经由'))}{reader.several(members)}"


def questions(listed: Sequence[Mapping[str, Any]], reader: Reader) -> Table:
    """A row a saved query, the topics as they come."""
    cells: list[list[Any]] = []
    topic = ""
    for one in listed:
        title = reader.pick((one["topic_title"], one["topic_title_zh"]))
        asked = " ".join(f"{p['name']}={p['default']}" for p in one["parameters"])
        question = reader.pick((one["question"], one["question_zh"]))
        cells.append(["" if title == topic else title, one["name"], question, asked])
        topic = title
    return Table(["topic", "name", "question", "parameters"], cells)


def rows(found: Mapping[str, Any], shown: Sequence[Mapping[str, Any]], reader: Reader) -> Table:
    """The rows of a query; of a saved one as its file says: things by name, who says so, links."""
    columns, cells = found["columns"], found["rows"]
    if shown:
        named = [dict(zip(columns, row, strict=True)) for row in cells]
        columns = [reader.pick(_heading(column)) for column in shown]
        cells = [[_cell(row, column["name"], reader) for column in shown] for row in named]
    if any(found["evidence"]):
        columns = [*columns, "evidence"]
        cells = [
            [*row, reader.places(one)] for row, one in zip(cells, found["evidence"], strict=True)
        ]
    return linked(columns, list(zip(cells, found["evidence"], strict=True)), reader)


def _heading(column: Mapping[str, Any]) -> Said:
    """What stands over a column: its name, or what the Chinese says up to its first pause."""
    return column["name"].replace("_", " "), re.split("[：，（]", column["meaning_zh"])[0]


def _cell(row: Mapping[str, Any], column: str, reader: Reader) -> Any:
    if f"{column}_zh" in row and row[column] is not None:
        return reader.name({"name": row[column], "name_zh": row[f"{column}_zh"]})
    value = row[column]
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, list):
        return reader.first(reader.texts(value))
    return reader.word(value) if isinstance(value, str) else value


def measures(listed: Sequence[Any], reader: Reader) -> Table:
    """A row a measure."""
    return Table(
        ["measure", "question"],
        [
            [f"{one.name} {one.usage}".rstrip(), reader.pick((one.question, one.question_zh))]
            for one in listed
        ],
    )


def measured(columns: Sequence[Any], cells: Sequence[Sequence[Any]], reader: Reader) -> Table:
    """The rows of a measure."""
    return Table(
        [reader.pick((column.name.replace("_", " "), column.zh)) for column in columns],
        [[_first(value, reader) for value in row] for row in cells],
    )


def _first(value: Any, reader: Reader) -> Any:
    """A list as it is ordered: what comes first tells most."""
    if isinstance(value, str):
        return reader.word(value)
    if not isinstance(value, list):
        return value
    return reader.first([reader.text(item) for item in value])
