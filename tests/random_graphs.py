"""Seeded random graphs of the real schema, odder than any source, and questions to ask of them."""

from __future__ import annotations

import itertools
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import neo4j
from trendweave.graph import claims as claim
from trendweave.graph import statements as cypher
from trendweave.graph.gather import Gathered
from trendweave.graph.identity import AliasTable, identify, lookup
from trendweave.graph.model import KINDS, RELATIONSHIPS, allowed
from trendweave.queries.library import Parameter, SavedQuery

Properties = dict[str, Any]
Pattern = tuple[str, str, str]

COUNT = 100
NO_TABLE = AliasTable(())
# So few for so many kinds that things of several kinds, and several of one kind, share a name.
_NAMES = """
Aster Aster-2 Borealis Cobalt Drift Ember Fjord Garnet Halo Iris Juniper Kestrel Lumen Lumen-2
Meridian Nimbus Orrery Pylon quasar Ridge Sable Tidal Umbra Vesper
星图 潮汐 灯塔 极光 漂移 北光 贡多拉 类星体 𠮷田 Über Ada's “Q” O'Neil Zwölf
"""
_ZH = "星图 潮汐 灯塔 极光 漂移规划 北光实验室 贡多拉 类星体公司 燕鸥 港口 流明2"
NAMES, ZH = _NAMES.split(), _ZH.split()
SOURCES = ("alpha", "beta", "gamma")
UNKNOWN = "nothing of this name"


class GraphData(NamedTuple):
    """Nodes by label and id, relationships by pattern and ends, each with all its properties."""

    name: str
    nodes: dict[str, dict[str, Properties]]
    edges: dict[Pattern, dict[tuple[str, str], Properties]]

    def things(self, kinds: set[str] | None = None) -> list[Properties]:
        """The things of these kinds, or of all."""
        wanted = KINDS.keys() if kinds is None else kinds
        return [p for label in KINDS if label in wanted for p in self.nodes.get(label, {}).values()]

    def write(self, tx: neo4j.ManagedTransaction, option: str = "") -> None:
        """Make the graph with the product's own statements, in an empty database."""
        for label, things in self.nodes.items():
            rows = [{"id": id_, "properties": p} for id_, p in things.items()]
            tx.run(option + cypher.new_nodes(label), rows=rows).consume()
            if label in KINDS:
                keys = [{"key": k, "id": i} for i, p in things.items() for k in claim.keys(p)]
                for statement in cypher.named(label):
                    tx.run(option + statement, rows=keys).consume()
        for pattern, edges in self.edges.items():
            rows = [{"source": s, "target": t, "properties": p} for (s, t), p in edges.items()]
            tx.run(option + cypher.new_edges(*pattern), rows=rows).consume()


def wipe(tx: neo4j.ManagedTransaction) -> None:
    """Empty the database; its constraints stay."""
    tx.run("MATCH (n) DETACH DELETE n").consume()


def gathered_graph(*sources: Gathered) -> GraphData:
    """What the sources say, as the product would store it."""
    things: dict[str, dict[str, list[str]]] = {}
    joins: dict[Pattern, dict[tuple[str, str], list[str]]] = {}
    nodes: dict[str, dict[str, Properties]] = {}
    for source in sources:
        for label, some in source.nodes.items():
            for id_, said in some.items():
                things.setdefault(label, {}).setdefault(id_, []).extend(said)
        for pattern, ties in source.edges.items():
            for (one, _, other), said in ties.items():
                joins.setdefault(pattern, {}).setdefault((one, other), []).extend(said)
        for place in source.places:
            properties = {k: v for k, v in place.items() if k != "label"}
            nodes.setdefault(place["label"], {})[place["id"]] = properties
    for label, known in things.items():
        nodes[label] = {i: claim.node_properties(i, sorted(said)) for i, said in known.items()}
    edges = {
        pattern: {ends: claim.edge_properties(sorted(said)) for ends, said in ties.items()}
        for pattern, ties in joins.items()
    }
    return GraphData("+".join(source.source.id for source in sources), nodes, edges)


def random_graph(seed: int) -> GraphData:
    """The graph of that seed: the first is empty, the next has no relationship."""
    rng = random.Random(seed)
    nodes: dict[str, dict[str, Properties]] = {}
    edges: dict[Pattern, dict[tuple[str, str], Properties]] = {}
    if seed == 0:
        return GraphData(str(seed), nodes, edges)
    absent = set(rng.sample(list(KINDS), rng.choice((0, 0, 1, 3))))
    for kind in KINDS:
        for number in range(0 if kind in absent else rng.choice((1, 2, 3, 4, 6))):
            properties = _thing(rng, kind, number)
            nodes.setdefault(kind, {})[properties["id"]] = properties
    _provenance(rng, nodes)
    if seed > 1:
        for source, type_, target in _pairs(rng, nodes):
            pattern = (_kind(source), type_, _kind(target))
            edges.setdefault(pattern, {})[source, target] = _edge(rng, type_)
    return GraphData(str(seed), nodes, edges)


def _kind(id_: str) -> str:
    return id_.partition(":")[0].capitalize()


def _pairs(
    rng: random.Random, nodes: dict[str, dict[str, Properties]]
) -> Iterator[tuple[str, str, str]]:
    density = rng.choice((0.03, 0.06, 0.12, 0.24))
    lone = rng.random() < 0.4  # no company is a unit of another
    for source, type_, target in cypher.patterns():
        if lone and (source, type_) == ("Company", "PART_OF"):
            continue
        for one in nodes.get(source, ()):
            for other in nodes.get(target, ()):
                if one != other and rng.random() < density:
                    yield one, type_, other
    ids = [i for kind in KINDS for i in nodes.get(kind, ())]
    types = sorted({type_ for _, type_, _ in cypher.patterns()})
    for _ in range(3):
        one, other = rng.sample(ids, 2)
        for source, target in ((one, other), (other, one)):
            for type_ in types:
                if allowed(type_, _kind(source), _kind(target)) and rng.random() < 0.8:
                    yield source, type_, target
    if rng.random() < 0.7:
        yield from _rivals(rng, nodes)


def _rivals(
    rng: random.Random, nodes: dict[str, dict[str, Properties]]
) -> Iterator[tuple[str, str, str]]:
    """Two makers of models of one technique, one made from the other: chance joins few so."""
    makers, works, shared = (list(nodes.get(k, ())) for k in ("Company", "Model", "Technique"))
    if len(makers) > 1 and len(works) > 1 and shared:
        one, other = rng.sample(works, 2)
        for maker, work in zip(rng.sample(makers, 2), (one, other), strict=True):
            yield maker, "BUILDS", work
            yield work, "APPLIES", shared[0]
        yield one, "BASED_ON", other


def _thing(rng: random.Random, kind: str, number: int) -> Properties:
    name = rng.choice(NAMES)
    declared = f"{kind.lower()}:{number:02}" if kind in ("Trend", "Part") else None
    id_ = identify(kind, name, declared=declared, table=NO_TABLE).id
    mention = rng.random() < 0.2
    packed = set()
    for source in rng.sample(SOURCES, rng.choice((1, 1, 2, 3))):
        said = _said(rng, source, name)
        if mention:
            said["mention"] = True
        else:
            said |= {"name": name, "aliases": rng.sample(NAMES, rng.choice((0, 0, 1, 2)))}
            said["name_zh"] = rng.choice((None, rng.choice(ZH)))
            said["category"] = rng.choice(("company", "lab")) if kind == "Company" else None
            said["date"] = rng.choice((None, None, "2024", "2025-02", "2025-02-11", "2026-03"))
            if kind in ("Model", "Dataset", "Product"):
                said |= _terms(rng, kind)
        packed.add(claim.pack(said))
    properties = claim.node_properties(id_, sorted(packed), NO_TABLE)
    if kind == "Company" and rng.random() < 0.7:
        properties["country"] = rng.choice(("CN", "US"))
    if kind == "Company" and rng.random() < 0.3:
        group = identify("Company", rng.choice(NAMES), table=NO_TABLE).id
        properties["groups"] = [group, "company:of-nobody"]
    return properties


def _terms(rng: random.Random, kind: str) -> dict[str, Any]:
    """What a catalogue says of a thing: sums of such numbers depend on their order."""
    said: dict[str, Any] = {
        "licence": rng.choice((None, "MIT", "Apache 2.0", "apache-2.0")),
        "access": rng.choice(("open", "open", "limited", "closed", None)),
    }
    if kind == "Model":
        said["parameters"] = rng.choice((None, 7e9, 26.255e9, 1.1e12))
        said["compute"] = rng.choice((None, 1.0, 3.1e23, 2.700000000000001e25, 5.0000000000001e26))
    elif kind == "Product":
        said["figures"] = {"category": rng.choice(("humanoid", "quadruped"))}
    return said


def _edge(rng: random.Random, type_: str) -> Properties:
    packed = set()
    for source in rng.sample(SOURCES, rng.choice((1, 1, 2, 3))):
        said = _said(rng, source, *rng.sample(NAMES, 2))
        said["date"] = rng.choice((None, None, "2024-12", "2025"))
        if type_ == "EXEMPLIFIES":
            said["role"] = rng.choice((None, "case", "driver", "mentioned"))
        if type_ == "EVALUATED_ON":
            said |= {"score": rng.choice(("71", "71.5")), "unit": rng.choice((None, "%"))}
            said["conditions"] = rng.choice((None, "zero-shot"))
        packed.add(claim.pack(said))
    return claim.edge_properties(sorted(packed))


def _said(rng: random.Random, source: str, *spelt: str) -> dict[str, Any]:
    where = rng.choice(("", "ch. 1 § 2", "ch. 2 § 10", "ch. 10 § 1"))
    return {
        "source": source,
        "where": where,
        "section": where and f"section:{source}/{'/'.join(re.findall(r'[0-9]+', where))}",
        "certainty": rng.choice(("stated", "stated", "implied")),
        "spelt": spelt,
        "note": rng.choice(("", "", "in our own words", 'it\'s "so", 他说\\n')),
        "figures": rng.choice(({}, {}, {"latency": "200 ms"})),
        "link": rng.choice((None, None, "https://example.org/")),
    }


def _provenance(rng: random.Random, nodes: dict[str, dict[str, Properties]]) -> None:
    """Sources with absent parts, and what no answer may count: places, the journal."""
    for source in rng.sample(SOURCES, rng.choice((0, 1, 3))):
        row = {"id": source, "name": source, "title": f"Of {source}", "source": source}
        row |= {"publisher": "Nobody", "date": "2025", "licence": "CC0-1.0"}
        row |= rng.choice(({}, {"title_zh": "甲", "link": "https://example.org/"}))
        nodes.setdefault("Source", {})[source] = row
        for label in ("Document", "Section", "Change", "Run", "Writer"):
            id_ = f"{label.lower()}:{source}/1"
            nodes.setdefault(label, {})[id_] = {"id": id_, "name": "Opening", "source": source}


class Question(NamedTuple):
    """A saved query with parameters for the engine."""

    query: SavedQuery
    parameters: dict[str, Any]


def questions(graph: GraphData, queries: list[SavedQuery]) -> list[Question]:
    """Each query with names or ids of the graph that suit it, and with such as it has not."""
    rng = random.Random(f"questions to {graph.name}")
    return [Question(q, given) for q in queries for given in _parameters(rng, graph, q)]


def _parameters(
    rng: random.Random, graph: GraphData, query: SavedQuery
) -> Iterator[dict[str, Any]]:
    names = [p.name for p in query.parameters if p.kind == "name"]
    others = [p for p in query.parameters if p.kind != "name"]
    if not names:
        for _ in range(4 if others else 1):
            yield {p.name: _other(rng, graph, query, p) for p in others}
        return
    for given in _named(rng, graph, query, names):
        yield {**given, **{p.name: _other(rng, graph, query, p) for p in others}}


def _named(
    rng: random.Random, graph: GraphData, query: SavedQuery, fields: list[str]
) -> Iterator[dict[str, Any]]:
    for spell in (_looked_up, _as_printed, _askew):
        if drawn := _drawn(rng, graph, query, len(fields)):
            yield {f: spell(rng, t) for f, t in zip(fields, drawn, strict=True)}
    known = _as_printed(rng, rng.choice(graph.things())) if graph.things() else "Aster"
    for count in range(len(fields)):
        yield {f: known if i < count else UNKNOWN for i, f in enumerate(fields)}
    yield dict.fromkeys(fields, "")
    if graph.name.endswith("7"):
        yield dict.fromkeys(fields, None)


def _other(rng: random.Random, graph: GraphData, query: SavedQuery, parameter: Parameter) -> Any:
    """A value for a parameter that is no name, some with nothing that fits."""
    default = parameter.value(parameter.default)
    if parameter.kind == "number":
        return rng.choice((default, 0, 1, 2))
    if parameter.kind == "text":
        return rng.choice((default, default, *SOURCES, UNKNOWN, "", ""))
    unknown: list[Any] = ["", "model:unknown"]
    suiting: list[Any] = [p["id"] for p in graph.things(kinds(query.text))]
    if parameter.kind == "names":
        spell = rng.choice((_looked_up, _as_printed, _askew))
        suiting = [spell(rng, thing) for thing in graph.things(kinds(query.text))]
    elif isinstance(default[0], list):
        suiting = [list(ends) for ends in _joined(graph, query)]
        unknown = [["", "model:unknown"], ["trend:01", "trend:01"]]
    some = rng.sample(suiting, min(rng.choice((1, 2, 5)), len(suiting)))
    return rng.choice((some, some, [*some, *unknown, *some], unknown, []))


def kinds(text: str, place: int = 0) -> set[str]:
    """The kinds of what a text reaches by name, of the first such thing or a later one."""
    variable, said = re.findall(r"-\[:NAMES\]->\((\w*):?([\w|]*)", text)[place]
    said = said or dict(re.findall(r"\((\w+):([\w|]+)", text)).get(variable, "")
    return set(said.split("|")) if said else set(KINDS)


def _drawn(rng: random.Random, graph: GraphData, query: SavedQuery, count: int) -> list[Properties]:
    """Things that the query's names may mean, mostly where a relationship of the query ends."""
    suiting = [graph.things(kinds(query.text, place)) for place in range(count)]
    ends = _joined(graph, query)
    places = ends if count == 2 else [(end,) for pair in ends for end in pair]
    ids = [{p["id"] for p in things} for things in suiting]
    apt = [p for p in places if all(i in some for i, some in zip(p, ids, strict=True))]
    if count == 2 and not apt:
        apt = [p for p in _two_apart(ends) if p[0] in ids[0] and p[1] in ids[1]]
    if apt and rng.random() < 0.7:
        return [graph.nodes[_kind(id_)][id_] for id_ in rng.choice(apt)]
    return [rng.choice(things) for things in suiting] if all(suiting) else []


def _two_apart(joined: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs of things that are joined to the same thing."""
    around: dict[str, list[str]] = defaultdict(list)
    for one, other in joined:
        around[one].append(other)
        around[other].append(one)
    return [pair for some in around.values() for pair in itertools.permutations(some, 2)]


def _joined(graph: GraphData, query: SavedQuery) -> list[tuple[str, str]]:
    """The ends of the relationships whose types the query names, or of all where it names none."""
    asked = {t for _, t, _ in graph.edges if t in query.text} or set(RELATIONSHIPS)
    return [ends for (_, t, _), edges in graph.edges.items() if t in asked for ends in edges]


def _as_printed(rng: random.Random, thing: Properties) -> str:
    return str(rng.choice([thing["name"], *thing["aliases"]]))


def _looked_up(rng: random.Random, thing: Properties) -> str:
    return lookup(_as_printed(rng, thing))


def _askew(rng: random.Random, thing: Properties) -> str:
    """A name as a hurried person types it, within what a query itself makes up for."""
    name = _as_printed(rng, thing).upper()
    cut = rng.randrange(len(name) + 1)
    return f" {name[:cut]}{rng.choice((' ', '-', ' - '))}{name[cut:]}"
