"""Answers for a person: a table, JSON, or CSV. JSON is the answer as it stands."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import Any

FORMATS = ("table", "json", "csv")
_MOST_TEXTS = 3

Cells = Sequence[Sequence[Any]]


def display(entity: Mapping[str, Any]) -> str:
    """A thing with both its names: ``Reinforcement learning · 强化学习``."""
    zh = entity.get("name_zh")
    return f"{entity['name']} · {zh}" if zh and zh != entity["name"] else str(entity["name"])


def places(evidence: Sequence[Mapping[str, Any]]) -> str:
    """Who says so and where: ``report ch. 4 § 2``, each place once."""
    said = dict.fromkeys(f"{e['source']} {e['where']}".strip() for e in evidence)
    return "; ".join(said)


def texts(evidence: Sequence[Mapping[str, Any]]) -> str:
    """What the sources say, in our words, each once."""
    said = dict.fromkeys(
        e["text"] + (f" “{e['quote']}”" if e.get("quote") else "") for e in evidence
    )
    shown = list(said)
    more = f" … and {len(shown) - _MOST_TEXTS} more" if len(shown) > _MOST_TEXTS else ""
    return "; ".join(shown[:_MOST_TEXTS]) + more


def json_text(answer: Any) -> str:
    """One line of JSON, Chinese as Chinese."""
    return json.dumps(answer, ensure_ascii=False)


def write(format_: str, answer: Any, columns: Sequence[str], cells: Cells) -> None:
    """Print an answer in one of :data:`FORMATS`."""
    if format_ == "json":
        print(json_text(answer))
    elif format_ == "csv":
        out = csv.writer(sys.stdout, lineterminator="\n")
        out.writerow(columns)
        out.writerows([[_flat(cell) for cell in row] for row in cells])
    else:
        table(columns, cells)


def table(columns: Sequence[str], cells: Cells) -> None:
    """A table as wide as the terminal, or wide enough for a file."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        shown.add_column(column, overflow="fold")
    for row in cells:
        shown.add_row(*(Text(_flat(cell)) for cell in row))
    width = shutil.get_terminal_size((120, 40)).columns if sys.stdout.isatty() else 140
    width = int(os.environ.get("COLUMNS", width))
    Console(width=width, highlight=False, emoji=False).print(shown)


def _flat(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return display(value) if "name" in value else json_text(value)
    if isinstance(value, list | tuple):
        return "; ".join(_flat(item) for item in value)
    return str(value)


def who_builds(answer: Mapping[str, Any]) -> Cells:
    """A row a builder; a thing without one has a row that says so."""
    rows: list[list[Any]] = []
    for one in answer["answers"]:
        thing = one["entity"]
        for builder in one["builders"]:
            rows.append(
                [
                    display(thing),
                    thing["kind"],
                    display(builder),
                    builder["certainty"],
                    places(builder["evidence"]),
                    texts(builder["evidence"]),
                ]
            )
        if not one["builders"]:
            rows.append([display(thing), thing["kind"], "—", "", "", "no source says"])
    return rows


def builds(answer: Mapping[str, Any]) -> Cells:
    """A row a thing built."""
    rows: list[list[Any]] = []
    for one in answer["answers"]:
        builder = one["entity"]
        for thing in one["things"]:
            rows.append(
                [
                    display(builder),
                    display(thing),
                    thing["kind"],
                    thing["certainty"],
                    places(thing["evidence"]),
                    texts(thing["evidence"]),
                ]
            )
        if not one["things"]:
            rows.append([display(builder), "—", "", "", "", "no source says"])
    return rows


def show(answer: Mapping[str, Any]) -> Cells:
    """What a thing is called, then a row a relationship, read from the thing."""
    rows: list[list[Any]] = []
    for one in answer["answers"]:
        thing = one["entity"]
        known = [thing["kind"], *filter(None, (one["category"], one["date"]))]
        known += ["only mentioned"] if one["mention"] else []
        known += [f"also: {', '.join(also)}"] if (also := _also(one)) else []
        known += one["figures"]
        rows.append([display(thing), "", "; ".join(known), "", places(one["evidence"])])
        for related in one["relationships"]:
            arrow = "→" if related["forward"] else "←"
            about = [related["role"] or "", *related["results"], texts(related["evidence"])]
            rows.append(
                [
                    "",
                    f"{arrow} {related['type']}",
                    display(related["other"]),
                    related["certainty"],
                    "; ".join(filter(None, [places(related["evidence"]), *about])),
                ]
            )
    return rows


def _also(one: Mapping[str, Any]) -> list[str]:
    names = {one["entity"]["name"], one["entity"]["name_zh"]}
    return [alias for alias in one["aliases"] if alias not in names]


def paths(answer: Mapping[str, Any]) -> Cells:
    """A row a step, the ways numbered."""
    rows: list[list[Any]] = []
    for number, way in enumerate(answer["paths"], 1):
        names = {node["id"]: display(node) for node in way["nodes"]}
        for position, step in enumerate(way["steps"]):
            by = ", ".join(display(member) for member in step["members"][:6])
            more = len(step["members"]) - 6
            by += f" and {more} more" if more > 0 else ""
            rows.append(
                [
                    f"{number}" if position == 0 else "",
                    names[step["source"]],
                    step["type"],
                    names[step["target"]],
                    f"by {by}" if by else texts(step["evidence"]),
                    places(step["evidence"]),
                ]
            )
    return rows
