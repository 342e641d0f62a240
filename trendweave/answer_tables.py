"""Answers about things by name as rows of a table, for one reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from trendweave.graph.wording import Said, names, of_kin, through_units

from .reader import Reader

_ROWS = 12
"""How many relationships of a type are shown row by row."""
Item = Mapping[str, Any]
Rows = list[tuple[list[Any], Sequence[Any]]]
"""Cells, with the evidence whose links stand behind them."""


class Table(NamedTuple):
    """Columns and their cells."""

    columns: list[str]
    cells: list[list[Any]]


def linked(columns: list[str], rows: Rows, reader: Reader) -> Table:
    """With a last column of links where any evidence has one."""
    links = [reader.links(evidence) for _, evidence in rows]
    if any(links):
        cells = [[*row, found] for (row, _), found in zip(rows, links, strict=True)]
        return Table([*columns, "link"], cells)
    return Table(columns, [row for row, _ in rows])


def who_builds(answer: Item, reader: Reader) -> Table:
    """A row a builder, the majority's first, then a row for whatever else there is to know."""
    rows: Rows = []
    for one in answer["answers"]:
        thing = one["entity"]
        mine = [(_builder(found, thing, reader), found["evidence"]) for found in one["builders"]]
        mine = mine or [(["—", "", "", _silent(reader)], ())]
        mine += [([reader.pick(heading), "", "", said], ()) for heading, said in _more(one, reader)]
        for place, (row, evidence) in enumerate(mine):
            known = ["", ""] if place else [reader.name(thing), reader.word(thing["kind"])]
            rows.append(([*known, *row], evidence))
    return linked(["thing", "kind", "builder", "certainty", "where", "says"], rows, reader)


def _builder(builder: Item, thing: Item, reader: Reader) -> list[Any]:
    country = f" ({builder['country']})" if builder["country"] else ""
    pairs = [(one, thing) for one in (builder, *builder["units"])]
    return [
        reader.name(builder) + country,
        reader.word(builder["certainty"]),
        reader.places(builder["evidence"]),
        reader.sentences(builder["evidence"], "BUILDS", *pairs),
    ]


def _more(one: Item, reader: Reader) -> Iterator[tuple[Said, str]]:
    """What else an answer says, each under its heading."""
    if one["members"]:
        said = reader.pick(of_kin(names(one["entity"]), len(one["members"])))
        yield ("(told from)", "（依据）"), f"{said}: {reader.several(one['members'])}"
    if one["disputed"]:
        told = [f"{reader.name(b)} ({reader.places(b['evidence'])})" for b in one["disputed"]]
        yield ("(otherwise)", "（另有说法）"), "; ".join(told)
    if one["group"]:
        wholes = dict.fromkeys(map(reader.name, one["group"]))
        yield ("(group)", "（所属）"), "; ".join(wholes)
    if known := _facts(one, reader):
        yield ("(known)", "（概况）"), "; ".join(known)
    if one["version_of"]:
        yield ("(version of)", "（原模型）"), reader.name(one["version_of"])
    if one["versions"]:
        versions = f"{len(one['versions'])}: {reader.several(one['versions'])}"
        yield ("(versions)", "（后续版本）"), versions
    if one["providers"]:
        providers = f"{len(one['providers'])}: {reader.several(one['providers'])}"
        yield ("(providers)", "（提供者）"), providers


def _facts(one: Item, reader: Reader) -> list[str]:
    """Date, terms and size, as far as they are known."""
    known = [one["date"], one["licence"], one["access"] and reader.word(one["access"])]
    if one["parameters"]:
        size = f"{one['parameters'] / 1e9:.4g}B"
        known.append(reader.pick((f"{size} parameters", f"{size} 参数")))
    if one["compute"]:
        known.append(f"{one['compute']:.2g} FLOP")
    return [word for word in known if word]


def builds(answer: Item, reader: Reader) -> Table:
    """A row a thing built, what the builder itself builds first, then how much its units do."""
    rows: Rows = []
    for one in answer["answers"]:
        builder = one["entity"]
        counted = False
        for thing in one["things"]:
            if thing["units"] and not counted:
                counted = True
                rows.append(([reader.name(builder), *_units(one, reader)], ()))
            makers = thing["units"] or [builder]
            row = [
                "; ".join(map(reader.name, makers)),
                reader.name(thing),
                reader.word(thing["kind"]),
                reader.word(thing["certainty"]),
                reader.places(thing["evidence"]),
                reader.sentences(thing["evidence"], "BUILDS", *((m, thing) for m in makers)),
            ]
            rows.append((row, thing["evidence"]))
        if not one["things"]:
            rows.append(([reader.name(builder), "—", "", "", "", _silent(reader)], ()))
    return linked(["builder", "thing", "kind", "certainty", "where", "says"], rows, reader)


def _units(one: Item, reader: Reader) -> list[str]:
    """The line between what a group itself builds and what its units do."""
    theirs = sum(bool(thing["units"]) for thing in one["things"])
    counts = through_units(names(one["entity"]), len(one["things"]) - theirs, theirs)
    units = "; ".join(f"{reader.name(unit)} {unit['things']}" for unit in one["units"])
    return ["", "", "", "", f"{reader.pick(counts)}: {units}"]


def _silent(reader: Reader) -> str:
    return reader.pick(("no source says", "没有来源提及"))


def show(answer: Item, reader: Reader) -> Table:
    """What a thing is called and what is known of it, then a row a relationship, read from it."""
    rows: Rows = []
    for one in answer["answers"]:
        thing = one["entity"]
        evidence = one["evidence"]
        known = "; ".join(_known(one, reader))
        rows.append(([reader.name(thing), "", known, "", reader.places(evidence)], evidence))
        for heading, said in _names_and_disputes(one, reader):
            rows.append((["", reader.pick(heading), said, "", ""], ()))
        rows += _relationships(one, reader)
    return linked(["thing", "relationship", "what", "certainty", "where"], rows, reader)


def _known(one: Item, reader: Reader) -> list[str]:
    known = [reader.word(one["entity"]["kind"]), one["category"], one["country"]]
    known += _facts(one, reader)
    if one["mention"]:
        known.append(reader.pick(("only mentioned", "仅被提及")))
    return [word for word in (*known, *one["figures"]) if word]


def _names_and_disputes(one: Item, reader: Reader) -> Iterator[tuple[Said, str]]:
    """Who calls it what, and where the sources contradict each other."""
    also = [f"{n['name']} ({', '.join(n['sources'])})" for n in one["names"]]
    if len(also) > 1:
        yield ("(names)", "（名称）"), reader.first(also)
    for field, values in one["disputes"].items():
        said = "; ".join(f"{v['value']} ({', '.join(v['sources'])})" for v in values)
        yield ("(disputed)", "（分歧）"), f"{reader.word(field)}: {said}"


def _relationships(one: Item, reader: Reader) -> Rows:
    """A row a relationship, by type and direction; of very many the first, and how many more."""
    groups: dict[str, list[Item]] = {}
    for related in one["relationships"]:
        arrow = "→" if related["forward"] else "←"
        groups.setdefault(f"{arrow} {related['type']}", []).append(related)
    rows: Rows = []
    for heading, some in groups.items():
        some.sort(key=lambda related: -len({e["source"] for e in related["evidence"]}))
        for related in some[:_ROWS]:
            cells = _related(related, one["entity"], reader)
            rows.append((["", heading, *cells], related["evidence"]))
        if left := [related["other"] for related in some[_ROWS:]]:
            more = reader.pick((f"and {len(left)} more: ", f"另有 {len(left)} 项："))
            rows.append((["", heading, more + reader.several(left), "", ""], ()))
    return rows


def _related(related: Item, thing: Item, reader: Reader) -> list[str]:
    other, evidence = related["other"], related["evidence"]
    sentences = reader.sentences(evidence, related["type"], (thing, other))
    about = [reader.places(evidence), related["role"] or "", *related["results"], sentences]
    return [
        reader.name(other),
        reader.word(related["certainty"]),
        "; ".join(filter(None, about)),
    ]
