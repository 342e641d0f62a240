"""The graph as networkx has it, and as files: JSON, GraphML, GEXF, CSV for bulk import.

Domain nodes and relationships only, everything sorted, no time of loading: equal graphs give equal
bytes.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import networkx as nx

from .claims import unpack
from .database import Database
from .errors import TrendweaveError, UsageError
from .model import KINDS
from .pictures.colours import kind_look, relationship_look
from .statements import all_edges

SUFFIXES = (".json", ".graphml", ".gexf", "/")
_STAMP = re.compile(r' lastmodifieddate="[^"]*"|<meta[^>]*>.*?</meta>', re.DOTALL)


def to_networkx(database: Database, *, quotes: bool = False) -> nx.MultiDiGraph[str]:
    """Every thing and relationship.

    Nodes (by id) have ``kind, name, name_zh, aliases, sources``; edges (keyed by type) have
    ``type, certainty, role, where, sources``, and with ``quotes`` the supporting sentences a reader
    gave.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    things = database.read(
        f"MATCH (n:{'|'.join(KINDS)}) RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, "
        "n.name_zh AS name_zh, n.aliases AS aliases, n.sources AS sources"
    )
    for row in sorted(things, key=lambda row: str(row["id"])):
        graph.add_node(row.pop("id"), **row)
    # Gathered by source and without the claims, unless they are asked for, rows travel light.
    claims = "r.claims" if quotes else "null"
    gathered = database.read(
        f"{all_edges()} WITH a, collect([b.id, type(r), r.certainty, r.role, r.where, r.sources, "
        f"{claims}]) AS edges RETURN a.id AS source, edges"
    )
    edges = [(row["source"], *edge) for row in gathered for edge in row["edges"]]
    edges.sort(key=lambda edge: edge[:3])
    for source, target, type_, certainty, role, where, sources, claimed in edges:
        data = {
            "type": type_,
            "certainty": certainty,
            "role": role,
            "where": where or [],
            "sources": sources,
        }
        if quotes:
            said = {c["quote"] for c in unpack(claimed) if c.get("quote")}
            data["quotes"] = sorted(said)
        graph.add_edge(source, target, key=type_, **data)
    return graph


def export(database: Database, file: str, *, quotes: bool = False) -> Path:
    """Write the graph; the suffix decides the format, a ``/`` at the end a folder of CSV.

    Raises :class:`UsageError` for any other suffix.
    """
    target = Path(file).expanduser()
    suffix = "/" if file.endswith("/") else target.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(
            f"{file}: the suffix decides the format: .json, .graphml, .gexf, or a path that ends "
            "in / for a folder of CSV."
        )
    graph = to_networkx(database, quotes=quotes)
    try:
        if suffix == "/":
            _csv(graph, target)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            writers = {".json": _json, ".graphml": _graphml, ".gexf": _gexf}
            text = writers[suffix](graph)
            target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise TrendweaveError(
            f"{file} cannot be written ({(error.strerror or 'an error').lower()}): "
            "name another place."
        ) from None
    return target


def _json(graph: nx.MultiDiGraph[str]) -> str:
    data = nx.node_link_data(graph, edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _flat(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Lists as text and nothing that is None: XML formats know neither."""
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id_, data in graph.nodes(data=True):
        flat.add_node(_xml(id_), **_plain(data))
    for source, target, key, data in graph.edges(keys=True, data=True):
        flat.add_edge(_xml(source), _xml(target), key=key, **_plain(data))
    return flat


def _plain(data: dict[str, Any]) -> dict[str, str]:
    return {
        name: _xml("|".join(value) if isinstance(value, list) else str(value))
        for name, value in data.items()
        if value is not None
    }


def _xml(text: str) -> str:
    """Control characters have no place in XML 1.0."""
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def _graphml(graph: nx.MultiDiGraph[str]) -> str:
    return "\n".join(nx.generate_graphml(_flat(graph), named_key_ids=True)) + "\n"


def _gexf(graph: nx.MultiDiGraph[str]) -> str:
    flat = _flat(graph)
    for _, data in flat.nodes(data=True):
        data["label"] = data["name"]
        data["viz"] = {"color": _rgb(kind_look(data["kind"]).light)}
    for _, _, data in flat.edges(data=True):
        data["viz"] = {"color": _rgb(relationship_look(data["type"]).light)}
    return _STAMP.sub("", "\n".join(nx.generate_gexf(flat))) + "\n"


def _rgb(colour: str) -> dict[str, int]:
    return {name: int(colour[i : i + 2], 16) for name, i in (("r", 1), ("g", 3), ("b", 5))}


def _csv(graph: nx.MultiDiGraph[str], folder: Path) -> None:
    """Files for ``neo4j-admin database import full``: a header row, arrays split by ``;``."""
    folder.mkdir(parents=True, exist_ok=True)
    by_kind: dict[str, list[list[str]]] = defaultdict(list)
    for id_, data in graph.nodes(data=True):
        by_kind[data["kind"]].append(
            [
                id_,
                data["name"],
                data["name_zh"] or "",
                _array(data["aliases"]),
                _array(data["sources"]),
                data["kind"],
            ]
        )
    header = ["id:ID", "name", "name_zh", "aliases:string[]", "sources:string[]", ":LABEL"]
    for kind, rows in by_kind.items():
        _write(folder / f"nodes-{kind}.csv", header, rows)
    edges = [
        [source, target, data["type"], data["certainty"], _array(data["sources"])]
        for source, target, data in graph.edges(data=True)
    ]
    ends = [":START_ID", ":END_ID", ":TYPE", "certainty", "sources:string[]"]
    _write(folder / "relationships.csv", ends, edges)


def _array(values: list[str]) -> str:
    return ";".join(value.replace(";", ",") for value in values)


def _write(file: Path, header: list[str], rows: list[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
