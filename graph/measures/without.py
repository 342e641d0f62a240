"""What would have nothing left to rest on if one company's models were gone."""

from __future__ import annotations

from typing import TypedDict

from ..errors import NotFound
from ..pictures.plots import Levels
from ..wording import Entity, Said, names
from .catalogue import asked
from .things import Link, Measured, Network, entities, entity, links, says

_RESTS = ("POWERED_BY", "BASED_ON")


class Affected(TypedDict):
    """A thing that rests on what is gone.

    ``level`` (1 and more) is the least number of POWERED_BY and BASED_ON steps to what is gone.
    ``lost`` says that all it is known to rest on is gone or lost itself; else ``left`` names what
    stays.
    ``through`` are the relationships to what is gone or affected, ``builders`` who builds it.
    """

    thing: Entity
    level: int
    lost: bool
    left: list[Entity]
    builders: list[Entity]
    through: list[Link]


class Without(Measured[Affected]):
    """``of`` was asked for; ``gone`` are its models, and the products that others rest on."""

    of: Entity
    gone: list[Entity]


def measure(graph: Network[str], id_: str) -> Without:
    """What rests on a company's models, directly or through others; or on one model or product.

    Of a company, gone are the models that it or a unit of it builds, and those of its products that
    others rest on. Raises :class:`NotFound` where it builds no such thing.
    """
    gone = _gone(graph, id_)
    level: dict[str, int] = {}
    front, steps = set(gone), 0
    while front:
        steps += 1
        resting = {source for target in front for source in _resting(graph, target)}
        front = resting - gone - level.keys()
        level.update(dict.fromkeys(front, steps))
    lost = _lost(graph, gone, set(level))
    away = gone | level.keys()
    rows: list[Affected] = [
        {
            "thing": entity(graph, thing),
            "level": level[thing],
            "lost": thing in lost,
            "left": entities(graph, _power(graph, thing) - gone - lost),
            "builders": entities(graph, _builders(graph, thing)),
            "through": [
                link
                for power in sorted(_power(graph, thing) & away)
                for link in links(graph, thing, power, _RESTS)
                if link["source"] == thing
            ],
        }
        for thing in level
    ]
    rows.sort(key=lambda row: (row["level"], row["thing"]["id"]))
    return {
        **asked("without", _note(entities(graph, gone), bool(rows))),
        "rows": rows,
        "of": entity(graph, id_),
        "gone": entities(graph, gone),
    }


def _note(gone: list[Entity], rests: bool) -> Said:
    en, zh = zip(*map(names, gone), strict=True)
    return (
        f"Gone: {', '.join(en)}." + ("" if rests else " No source names what rests on it."),
        f"消失者：{'、'.join(zh)}。" + ("" if rests else "没有来源提及以其为基础的事物。"),
    )


def _gone(graph: Network[str], id_: str) -> set[str]:
    if graph.nodes[id_]["kind"] != "Company":
        return {id_}
    units, new = {id_}, {id_}
    while new:
        new = {u for n in new for u in graph.predecessors(n) if graph.has_edge(u, n, "PART_OF")}
        new -= units
        units |= new
    gone = {
        built
        for unit in units
        for built in graph.successors(unit)
        if graph.has_edge(unit, built, "BUILDS")
        and (
            graph.nodes[built]["kind"] == "Model"
            or (graph.nodes[built]["kind"] == "Product" and _resting(graph, built))
        )
    }
    if not gone:
        raise NotFound(f"The sources name no model that {graph.nodes[id_]['name']} builds.")
    return gone


def _resting(graph: Network[str], power: str) -> set[str]:
    return {one for one in graph.predecessors(power) if _rests(graph, one, power)}


def _power(graph: Network[str], thing: str) -> set[str]:
    return {one for one in graph.successors(thing) if _rests(graph, thing, one)}


def _rests(graph: Network[str], thing: str, power: str) -> bool:
    return any(graph.has_edge(thing, power, type_) for type_ in _RESTS)


def _builders(graph: Network[str], thing: str) -> set[str]:
    return {one for one in graph.predecessors(thing) if graph.has_edge(one, thing, "BUILDS")}


def _lost(graph: Network[str], gone: set[str], affected: set[str]) -> set[str]:
    """The affected without those that something keeps alive, directly or through others."""
    lost = set(affected)
    while kept := {thing for thing in lost if _power(graph, thing) - gone - lost}:
        lost -= kept
    return lost


def cells(answer: Without) -> list[list[object]]:
    """A row a thing."""
    return [
        [
            row["level"],
            row["thing"],
            row["thing"]["kind"],
            row["builders"],
            row["lost"],
            row["left"],
            says(row["through"]),
        ]
        for row in answer["rows"]
    ]


def chart(answer: Without, most: int | None) -> Levels:
    """What is gone at the left, and what rests on it towards the right."""
    rows = answer["rows"][:most]
    gone = {thing["id"]: thing for thing in answer["gone"]}
    level = {row["thing"]["id"]: row["level"] for row in rows}
    lines = [
        (link["source"], link["target"])
        for row in rows
        for link in row["through"]
        if link["target"] in level or link["target"] in gone
    ]
    level |= {target: 0 for _, target in lines if target in gone}
    return Levels(
        "What rests on these models",
        "以这些模型为基础的事物",
        "from left to right: gone, and what rests on it",
        "自左至右：消失者及以其为基础者",
        level,
        {**gone, **{row["thing"]["id"]: row["thing"] for row in rows}},
        lines,
    )
