"""Answers as rows of a table, for one reader."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from trendweave.graph.wording import Said

from .reader import Reader, links, places

_SHOWN = 6


class Table(NamedTuple):
    """Columns and their cells."""

    columns: list[str]
    cells: list[list[Any]]


def _linked(columns: list[str], rows: list[tuple[list[Any], Sequence[Any]]]) -> Table:
    """With a last column of links where any evidence has one."""
    if any(links(evidence) for _, evidence in rows):
        return Table([*columns, "link"], [[*row, links(evidence)] for row, evidence in rows])
    return Table(columns, [row for row, _ in rows])


def who_builds(answer: Mapping[str, Any], reader: Reader) -> Table:
    """A row a builder; a thing without one has a row that says so."""
    rows: list[tuple[list[Any], Sequence[Any]]] = []
    for one in answer["answers"]:
        thing = one["entity"]
        known = [reader.name(thing), reader.word(thing["kind"])]
        for builder in one["builders"]:
            rows.append(
                (known + _supported(builder, reader, (builder, thing)), builder["evidence"])
            )
        if not one["builders"]:
            rows.append(([*known, "—", "", "", _silent(reader)], ()))
    return _linked(["thing", "kind", "builder", "certainty", "where", "says"], rows)


def builds(answer: Mapping[str, Any], reader: Reader) -> Table:
    """A row a thing built."""
    rows: list[tuple[list[Any], Sequence[Any]]] = []
    for one in answer["answers"]:
        builder = one["entity"]
        for thing in one["things"]:
            name, *rest = _supported(thing, reader, (builder, thing))
            row = [reader.name(builder), name, reader.word(thing["kind"]), *rest]
            rows.append((row, thing["evidence"]))
        if not one["things"]:
            rows.append(([reader.name(builder), "—", "", "", "", _silent(reader)], ()))
    return _linked(["builder", "thing", "kind", "certainty", "where", "says"], rows)


def _silent(reader: Reader) -> str:
    return reader.pick(("no source says", "没有来源提及"))


def _supported(
    found: Mapping[str, Any], reader: Reader, ends: Sequence[Mapping[str, Any]]
) -> list[Any]:
    return [
        reader.name(found),
        reader.word(found["certainty"]),
        places(found["evidence"]),
        reader.sentences(found["evidence"], "BUILDS", ends),
    ]


def show(answer: Mapping[str, Any], reader: Reader) -> Table:
    """What a thing is called, then a row a relationship, read from the thing."""
    rows: list[tuple[list[Any], Sequence[Any]]] = []
    for one in answer["answers"]:
        thing = one["entity"]
        known = [
            reader.word(thing["kind"]),
            *filter(None, (one["category"], one["country"], one["date"])),
        ]
        known += [reader.pick(("only mentioned", "仅被提及"))] if one["mention"] else []
        if also := _also(one, reader):
            known.append(reader.pick((f"also: {', '.join(also)}", f"又称：{'、'.join(also)}")))
        known += one["figures"]
        evidence = one["evidence"]
        rows.append(([reader.name(thing), "", "; ".join(known), "", places(evidence)], evidence))
        for related in one["relationships"]:
            arrow = "→" if related["forward"] else "←"
            sentences = reader.sentences(
                related["evidence"], related["type"], (thing, related["other"])
            )
            about = [related["role"] or "", *related["results"], sentences]
            row = [
                "",
                f"{arrow} {related['type']}",
                reader.name(related["other"]),
                reader.word(related["certainty"]),
                "; ".join(filter(None, [places(related["evidence"]), *about])),
            ]
            rows.append((row, related["evidence"]))
    return _linked(["thing", "relationship", "what", "certainty", "where"], rows)


def _also(one: Mapping[str, Any], reader: Reader) -> list[str]:
    shown = reader.name(one["entity"]).split(" · ")
    return [alias for alias in one["aliases"] if alias not in shown]


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
                places(step["evidence"]),
            ]
            rows.append((row, step["evidence"]))
    return _linked(["way", "from", "step", "to", "says", "where"], rows)


def _by(members: Sequence[Mapping[str, Any]], reader: Reader) -> str:
    """The members of a bridge."""
    if not members:
        return ""
    names = [reader.name(member) for member in members[:_SHOWN]]
    more = len(members) - _SHOWN
    en = f"by {', '.join(names)}" + (f" and {more} more" if more > 0 else "")
    zh = f"经由{'、'.join(names)}" + (f"等 {len(members)} 项" if more > 0 else "")
    return reader.pick((en, zh))


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
        said = [_few(places(one).split("; "), reader) for one in found["evidence"]]
        cells = [[*row, one] for row, one in zip(cells, said, strict=True)]
    return _linked(columns, list(zip(cells, found["evidence"], strict=True)))


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
        return _few(reader.texts(value), reader)
    return reader.word(value) if isinstance(value, str) else value


def _few(texts: Sequence[str], reader: Reader) -> str:
    """The first few; JSON has them all."""
    left = len(texts) - _SHOWN
    more = reader.pick((f" and {left} more", f" 等 {len(texts)} 项")) if left > 0 else ""
    return "; ".join(texts[:_SHOWN]) + more


def measures(listed: Sequence[Any], reader: Reader) -> Table:
    """A row a measure."""
    return Table(
        ["measure", "question"],
        [
            [f"{one.name} {one.usage}".rstrip(), reader.pick((one.question, one.question_zh))]
            for one in listed
        ],
    )


def measured(
    columns: Sequence[Any], cells: Sequence[Sequence[Any]], reader: Reader, *, whole: bool = False
) -> Table:
    """The rows of a measure; of many things in one cell the first few, unless all are wanted."""
    most = None if whole else _SHOWN
    return Table(
        [reader.pick((column.name.replace("_", " "), column.zh)) for column in columns],
        [[_first(value, reader, most) for value in row] for row in cells],
    )


def _first(value: Any, reader: Reader, most: int | None) -> Any:
    """A list as it is ordered: what comes first tells most."""
    if isinstance(value, str):
        return reader.word(value)
    if not isinstance(value, list):
        return value
    shown = "; ".join(reader.text(item) for item in value[:most])
    left = len(value) - len(value[:most])
    more = reader.pick((f" and {left} more", f" 等 {len(value)} 项"))
    return shown + (more if left else "")
