"""The measures against graphs small enough to know the answer, and on the report."""

from __future__ import annotations

import csv
import io
import itertools
import json
import math
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from trendweave.graph import measures
from trendweave.graph.errors import NotFound, TrendweaveError, UsageError
from trendweave.graph.measures import steiner
from trendweave.graph.measures.catalogue import MEASURES
from trendweave.graph.measures.things import Measured
from trendweave.graph.model import KINDS, allowed
from trendweave.graph.pictures.plots import write_plot
from trendweave.queries.naming import find

import trendweave
from trendweave.cli import commands

LETTERS = {kind[:2].lower(): kind for kind in KINDS} | {"tr": "Trend", "pr": "Product"}


def network(*said: str) -> nx.MultiDiGraph[str]:
    """A graph from lines like ``te:x ENABLES tr:1``; ``?`` behind makes it implied."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for line in said:
        source, type_, target = line.removesuffix(" ?").split()
        for id_ in (source, target):
            kind = LETTERS[id_.partition(":")[0]]
            graph.add_node(id_, kind=kind, name=id_, name_zh=None)
        assert allowed(type_, *(graph.nodes[id_]["kind"] for id_ in (source, target))), line
        graph.add_edge(
            source,
            target,
            key=type_,
            certainty="implied" if line.endswith("?") else "stated",
            role=None,
            sources=["here"],
            where=[line],
        )
    return graph


def ids(things: Sequence[Any]) -> list[str]:
    return [thing["id"] for thing in things]


def figures(answer: Any, of: str, *names: str) -> dict[str, Any]:
    """Of each row by its thing: one figure, or several."""
    return {
        row[of]["id"]: row[names[0]] if len(names) == 1 else tuple(row[name] for name in names)
        for row in answer["rows"]
    }


def test_what_holds_trends_together() -> None:
    """Of two ways from 1 to 2 each has half; all that goes to 3 passes y."""
    graph = network(
        "te:x EXEMPLIFIES tr:1",
        "te:x ENABLES tr:2",
        "te:z EXEMPLIFIES tr:1",
        "te:z EXEMPLIFIES tr:2",
        "te:y EXEMPLIFIES tr:2",
        "tr:3 ENABLES te:y",
        "te:idle PART_OF te:x",
        "tr:1 ENABLES tr:2",
        "co:c EXEMPLIFIES tr:1",
        "co:c EXEMPLIFIES tr:3",
    )
    answer = measures.run("central-things", graph)
    assert figures(answer, "thing", "between", "links") == {
        "te:y": (0.6667, 2),
        "te:x": (0.3333, 3),
        "te:z": (0.3333, 2),
    }
    (tie, _) = answer["rows"][0]["trends"]
    assert tie["relationships"][0]["where"] == ["te:y EXEMPLIFIES tr:2"]


def test_what_makes_most_else_possible() -> None:
    graph = network(
        "te:a ENABLES te:b",
        "te:b ENABLES tr:t",
        "mo:m APPLIES te:b",
        "pr:p POWERED_BY mo:m",
        "te:b PART_OF te:whole",
        "co:c APPLIES te:a",
    )
    answer = measures.run("foundations", graph)
    assert figures(answer, "thing", "leads_to", "reach", "direct") == {
        "te:b": (2.5, 3, 2),
        "te:a": (1 + 2 / 2 + round(1 / 3, 4), 4, 1),
        "mo:m": (1.0, 1, 1),
    }
    assert [link["type"] for link in answer["rows"][0]["relationships"]] == ["APPLIES", "ENABLES"]


def test_what_could_not_be_missed() -> None:
    graph = network(
        "te:a ENABLES te:b",
        "te:b ENABLES te:c",
        "te:c ENABLES te:d",
        "te:d ENABLES te:f",
        "te:f ENABLES te:a",
        "te:e PART_OF te:a",
        "mo:m APPLIES te:e",
        "co:c BUILDS mo:m",
        "te:apart CONTRASTS_WITH te:a",
    )
    found = measures.run("bridges", graph)["rows"]
    assert [(ids(row["ends"]), row["cut_off"]) for row in found] == [
        (["te:a"], 3),
        (["te:a", "te:e"], 3),
        (["mo:m", "te:e"], 2),
        (["te:e"], 2),
        (["mo:m"], 1),
    ]
    assert ids(found[0]["things"]) == ["co:c", "mo:m", "te:e"]
    assert [link["where"] for link in found[0]["relationships"]] == [["te:e PART_OF te:a"]]


def clique(*names: str) -> list[str]:
    return [f"te:{a} ENABLES te:{b}" for a, b in itertools.combinations(names, 2)]


def test_communities_are_told_by_what_is_theirs_alone() -> None:
    one, other = "abcdef", "uvwxyz"
    graph = network(
        *clique(*one),
        *clique(*other),
        "te:a ENABLES te:u",
        "co:maker BUILDS te:u",
        *(f"te:{name} EXEMPLIFIES tr:first" for name in one),
        *(f"te:{name} EXEMPLIFIES tr:all" for name in one + other),
        "te:p PART_OF te:q",
    )
    answer = measures.run("communities", graph)
    big, small = answer["rows"]
    assert ids(big["things"]) == ["co:maker", *(f"te:{name}" for name in other)]
    assert ids(small["things"]) == [f"te:{name}" for name in one]
    assert [ids([one["thing"] for one in row["trends"]]) for row in (big, small)] == [
        ["tr:all"],
        ["tr:first", "tr:all"],
    ]
    assert small["makers"] == []
    assert big["makers"] == [{"thing": big["things"][0], "inside": 1, "of": 1}]
    assert small["techniques"][0]["inside"] == small["techniques"][0]["of"] == 5
    assert (small["inside"], small["stability"]) == (round(30 / 31, 4), 1.0)
    assert answer["apart"] == 2


def test_companies_are_alike_by_what_they_and_their_products_do() -> None:
    graph = network(
        *(f"co:a APPLIES te:{n}" for n in "wxy"),
        "co:a EXEMPLIFIES tr:t",
        "co:b BUILDS pr:p",
        *(f"pr:p APPLIES te:{n}" for n in "wx"),
        "pr:p EXEMPLIFIES tr:t",
        "co:b BUILDS te:own",
        "co:c APPLIES te:w",
        "co:c EXEMPLIFIES tr:t",
    )
    (pair,) = measures.run("similar-companies", graph)["rows"]
    # w and t all three have; x two of them; y and own one each.
    two, one = math.log(3 / 2), math.log(3)
    assert (pair["one"]["id"], pair["other"]["id"]) == ("co:a", "co:b")
    assert pair["similarity"] == round(two / (two + 2 * one), 4)
    assert ids([shared["thing"] for shared in pair["shared"]]) == ["te:x", "te:w", "tr:t"]
    assert [link["where"] for link in pair["shared"][0]["relationships"]] == [
        ["co:a APPLIES te:x"],
        ["co:b BUILDS pr:p"],
        ["pr:p APPLIES te:x"],
    ]
    assert measures.run("similar-companies", graph, "co:c")["rows"] == []
    (turned,) = measures.run("similar-companies", graph, "co:b")["rows"]
    assert (turned["one"]["id"], turned["other"]["id"]) == ("co:b", "co:a")


def test_trends_are_central_by_what_they_share() -> None:
    graph = network(
        "te:x EXEMPLIFIES tr:1",
        "te:x EXEMPLIFIES tr:2",
        "te:y ENABLES tr:2",
        "tr:2 APPLIED_IN in:i",
        "tr:3 APPLIED_IN in:i",
        "tr:1 ENABLES tr:3",
    )
    # x and i two of three trends have, y one.
    two, one = math.log(3 / 2), math.log(3)
    pairs = measures.run("similar-trends", graph)["rows"]
    alike = round(two / (2 * two + one), 4)
    assert [(p["one"]["id"], p["other"]["id"], p["similarity"]) for p in pairs] == [
        ("tr:1", "tr:2", alike),
        ("tr:2", "tr:3", alike),
    ]
    answer = measures.run("central-trends", graph)
    assert figures(answer, "trend", "likeness", "things", "shared") == {
        "tr:2": (alike, 3, 2),
        "tr:1": (round(alike / 2, 4), 1, 1),
        "tr:3": (round(alike / 2, 4), 1, 1),
    }
    assert ids(answer["rows"][1]["drives"]) == ["tr:3"]


def test_what_is_lost_without_a_company() -> None:
    graph = network(
        "co:unit PART_OF co:c",
        "co:unit BUILDS mo:m",
        "co:c BUILDS pr:api",
        "co:c BUILDS pr:unused",
        "mo:fine BASED_ON mo:m",
        "pr:p POWERED_BY mo:fine",
        "co:other BUILDS pr:p",
        "pr:both POWERED_BY pr:api ?",
        "pr:both POWERED_BY mo:stays",
        "pr:last POWERED_BY pr:both",
        "pr:round POWERED_BY pr:trip",
        "pr:trip POWERED_BY pr:round",
        "pr:round POWERED_BY mo:m",
        "co:other PARTNERS_WITH co:c",
    )
    answer = measures.run("without", graph, "co:c")
    assert ids(answer["gone"]) == ["mo:m", "pr:api"]
    assert figures(answer, "thing", "level", "lost") == {
        "mo:fine": (1, True),
        "pr:both": (1, False),
        "pr:round": (1, True),
        "pr:last": (2, False),
        "pr:p": (2, True),
        "pr:trip": (2, True),
    }
    rows = {row["thing"]["id"]: row for row in answer["rows"]}
    assert ids(rows["pr:both"]["left"]) == ["mo:stays"]
    assert rows["pr:both"]["through"][0]["certainty"] == "implied"
    assert ids(rows["pr:last"]["left"]) == ["pr:both"]
    assert ids(rows["pr:p"]["builders"]) == ["co:other"]
    assert [row["thing"]["id"] for row in measures.run("without", graph, "mo:fine")["rows"]] == [
        "pr:p"
    ]
    assert "No source" in measures.run("without", graph, "pr:unused")["note"]
    with pytest.raises(NotFound, match="no model that co:other builds"):
        measures.run("without", graph.subgraph(["co:other", "co:c"]), "co:other")


def some_trends(seed: int) -> nx.MultiDiGraph[str]:
    """Trends and techniques joined here and there."""
    rng = random.Random(seed)
    trends = [f"tr:{n}" for n in range(rng.randint(2, 5))]
    techniques = [f"te:{n}" for n in range(rng.randint(3, 8))]
    said = [
        f"{te} {rng.choice(('ENABLES', 'EXEMPLIFIES'))} {tr}{rng.choice(('', ' ?'))}"
        for te, tr in itertools.product(techniques, trends)
        if rng.random() < 0.22
    ]
    said += [
        f"{a} {rng.choice(('ENABLES', 'PART_OF', 'CONTRASTS_WITH'))} {b}"
        for a, b in itertools.permutations(techniques, 2)
        if rng.random() < 0.12
    ]
    graph = network(*said, "tr:0 ENABLES tr:1")
    rng.shuffle(trends)
    return graph


def connected(graph: nx.MultiDiGraph[str], techniques: Sequence[str]) -> bool:
    """Whether the trends and these techniques are one whole, without the measure's own code."""
    chosen = {id_ for id_ in graph if id_.startswith("tr:")} | set(techniques)
    whole = nx.Graph()
    whole.add_nodes_from(chosen)
    whole.add_edges_from(
        (a, b)
        for a, b, type_ in graph.edges(keys=True)
        if {a, b} <= chosen
        and type_ in ("ENABLES", "EXEMPLIFIES", "PART_OF")
        and not (a.startswith("tr:") and b.startswith("tr:"))
    )
    return nx.is_connected(whole)


def well(graph: nx.MultiDiGraph[str], techniques: Sequence[str]) -> int:
    """How many pairs of technique and trend something stated ties."""
    return len(
        {
            (a, b)
            for a, b, data in graph.edges(data=True)
            if a in techniques and b.startswith("tr:") and data["certainty"] == "stated"
        }
    )


def least(graph: nx.MultiDiGraph[str]) -> tuple[int, int] | None:
    """Of the smallest sets that connect all trends: the size, and the most well tied."""
    techniques = sorted(id_ for id_ in graph if id_.startswith("te:"))
    for size in range(len(techniques) + 1):
        fitting = [s for s in itertools.combinations(techniques, size) if connected(graph, s)]
        if fitting:
            return size, max(well(graph, chosen) for chosen in fitting)
    return None


def test_the_least_set_is_what_trying_every_set_finds() -> None:
    sizes = set()
    for seed in range(120):
        graph = some_trends(seed)
        expected = least(graph)
        if expected is None:
            with pytest.raises(NotFound):
                measures.run("connecting-techniques", graph)
            continue
        answer = measures.run("connecting-techniques", graph)
        chosen = ids([row["technique"] for row in answer["rows"]])
        assert (len(chosen), well(graph, chosen)) == expected, seed
        assert answer["exact"]
        assert answer["at_least"] == len(chosen)
        assert sum(row["well"] for row in answer["rows"]) == expected[1]
        proof = nx.Graph([(link["source"], link["target"]) for link in answer["joins"]])
        assert set(proof) == {*chosen, *(id_ for id_ in graph if id_.startswith("tr:"))}
        assert nx.is_tree(proof)
        assert all(
            graph.has_edge(link["source"], link["target"], link["type"]) for link in answer["joins"]
        )
        sizes.add(len(chosen))
    assert sizes >= {1, 2, 3, 4}


def test_a_search_given_up_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steiner, "MOST_LABELS", 3)
    for seed in range(40):
        graph = some_trends(seed)
        expected = least(graph)
        if expected and expected[0] > 1:
            answer = measures.run("connecting-techniques", graph)
            chosen = ids([row["technique"] for row in answer["rows"]])
            assert not answer["exact"]
            assert connected(graph, chosen)
            assert answer["at_least"] <= expected[0] <= len(chosen)
            assert f"needs {answer['at_least']} at least" in answer["note"]


def test_chosen_trends_are_connected_without_the_others() -> None:
    graph = network(
        *(f"te:both EXEMPLIFIES tr:{n}" for n in "12"),
        *(f"te:far EXEMPLIFIES tr:{n}" for n in "23"),
        "te:near EXEMPLIFIES tr:1",
        "te:near ENABLES te:on",
        "te:on EXEMPLIFIES tr:3",
    )

    def found(*trends: str) -> set[str]:
        rows = measures.run("connecting-techniques", graph, *trends)["rows"]
        return set(ids([row["technique"] for row in rows]))

    assert found() == {"te:both", "te:far"}
    assert found("tr:1", "tr:3") == {"te:near", "te:on"}
    with pytest.raises(UsageError, match="two or more"):
        found("tr:1")
    graph = network("te:a ENABLES te:b")
    with pytest.raises(NotFound, match="no two trends"):
        found()


def test_where_nothing_is_found_nothing_is_drawn(tmp_path: Path) -> None:
    graph = network("pe:p WORKS_AT co:c", "co:c BUILDS mo:m")
    given = {"without": ["mo:m"]}
    for name in MEASURES.keys() - {"connecting-techniques", "bridges", "communities"}:
        answer = measures.run(name, graph, *given.get(name, []))
        assert answer["rows"] == [], name
        write_plot(measures.chart(answer, 20), tmp_path / f"{name}.svg")


# --- the report -----------------------------------------------------------------------------------


THINGS = {"without": ["OpenAI"], "similar-companies": ["腾讯"]}


@pytest.fixture(scope="module")
def embedded(report_db: str) -> Iterator[trendweave.Graph]:
    with trendweave.open(report_db) as graph:
        yield graph


def shuffled(graph: nx.MultiDiGraph[str], seed: int) -> nx.MultiDiGraph[str]:
    """The same graph, filled in another order."""
    rng = random.Random(seed)
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
    rng.shuffle(nodes)
    rng.shuffle(edges)
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    return other


@pytest.fixture(scope="module")
def answers(embedded: trendweave.Graph) -> dict[str, Measured[Any]]:
    """Every measure of the report."""
    return {name: embedded.measure(name, *THINGS.get(name, [])) for name in MEASURES}


def test_the_order_of_filling_decides_nothing(
    embedded: trendweave.Graph, answers: dict[str, Measured[Any]]
) -> None:
    again = shuffled(embedded.to_networkx(), 1)
    for name, answer in answers.items():
        given = [id_ for word in THINGS.get(name, []) for id_ in ids(find(embedded.database, word))]
        assert measures.run(name, again, *given) == answer, name
        assert answer["rows"]
        columns = MEASURES[name].columns
        assert all(len(row) == len(columns) for row in measures.cells(answer)), name


def test_the_least_set_of_the_report_connects_its_trends(
    embedded: trendweave.Graph, answers: dict[str, Any]
) -> None:
    graph = embedded.to_networkx()
    answer = answers["connecting-techniques"]
    chosen = {row["technique"]["id"] for row in answer["rows"]}
    trends = {id_ for id_, data in graph.nodes(data=True) if data["kind"] == "Trend"}
    assert set(ids(answer["connects"])) == trends
    proof = nx.Graph([(link["source"], link["target"]) for link in answer["joins"]])
    assert set(proof) == trends | chosen
    assert nx.is_tree(proof)
    touched = {
        id_: {n for n in nx.all_neighbors(graph, id_) if n in trends}
        for id_, data in graph.nodes(data=True)
        if data["kind"] == "Technique"
    }
    assert len(chosen) == 2
    assert max(map(len, touched.values())) < len(trends), "one technique alone would do"


def test_every_plot_is_the_same_svg_each_time(
    answers: dict[str, Measured[Any]], tmp_path: Path
) -> None:
    for name, answer in answers.items():
        files = [tmp_path / "plots" / f"{name}-{n}.svg" for n in range(2)]
        for file in files:
            write_plot(measures.chart(answer, 6), file, lang="zh")
        assert files[0].read_bytes() == files[1].read_bytes(), name
        texts = list(ElementTree.parse(files[0]).iter("{http://www.w3.org/2000/svg}text"))
        words = "".join("".join(text.itertext()) for text in texts)
        assert re.search("趋势|机构|模型|事物", words), name
        assert len(texts) > 6, name
        assert all("Noto Sans CJK SC" in text.get("style", "") for text in texts), name


@pytest.fixture
def run(report_db: str, capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command on the report."""

    def call(*words: str) -> tuple[int, str, str]:
        try:
            commands(["measure", *words, "--db", report_db], standalone_mode=False)
            code = 0
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        return code, *capfd.readouterr()

    return call


Run = Callable[..., tuple[int, str, str]]


def test_the_command_lists_and_answers(run: Run, answers: dict[str, Any], tmp_path: Path) -> None:
    code, listed, _ = run("--lang", "zh")
    assert code == 0
    assert all(name in listed for name in MEASURES)
    assert "最少用哪些技术" in listed
    code, table, _ = run("central-things", "--lang", "zh", "--most", "3")
    assert table.split()[:5] == ["事物", "类别", "居间度", "相连数", "所属趋势"]
    assert "大语言模型" in table
    assert "--most 0" in table
    _, whole, _ = run("central-things", "--format", "csv")
    _, cut, _ = run("central-things", "--format", "csv", "--most", "3")
    assert whole.startswith(cut.rstrip("\n"))
    assert cut.splitlines()[0] == "thing,kind,between,links,trends"
    assert len(cut.splitlines()) == 4 < 100 < len(whole.splitlines())
    shared = answers["similar-trends"]["rows"][0]["shared"]
    _, pairs, _ = run("similar-trends", "--format", "csv", "--lang", "en")
    names = [one["thing"]["name"] for one in shared]
    assert names != sorted(names)
    assert next(csv.DictReader(io.StringIO(pairs)))["what"] == "; ".join(names)
    _, said, _ = run("without", "OpenAI", "--format", "json")
    answer = json.loads(said)
    assert answer["of"]["id"] == "company:openai"
    assert {row["thing"]["name"] for row in answer["rows"]} >= {"Deep Research", "Codex"}
    _, table, _ = run("connecting-techniques", "强化学习", "LifeOS", "具身智能", "--lang", "en")
    assert "No smaller set connects them." in table
    plot = tmp_path / "plot.svg"
    assert run("central-trends", "-o", str(plot)) == (0, f"{plot}\n", "")
    assert plot.read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["nothing"], 2, "nothing is no measure: it is one of central-things"),
        (["without"], 2, "asked as `without NAME`"),
        (["bridges", "OpenAI"], 2, "asked as `bridges`"),
        (["similar-companies", "OpenAI", "Google"], 2, "`similar-companies [COMPANY]`"),
        (["similar-trends", "OpenAI"], 3, "OpenAI is a company, and similar-trends is about a"),
        (["without", "Nobody at all"], 3, "Nothing is called “Nobody at all”."),
        (["bridges", "-o", "plot.png"], 2, "a plot ends in .svg"),
        (["without", "OpenAI", "-o", "/dev/null/plot.svg"], 1, "cannot be written"),
    ],
)
def test_what_cannot_be_measured_is_said(run: Run, words: list[str], code: int, says: str) -> None:
    stopped, _, said = run(*words)
    assert stopped == code
    assert says in said
    assert said.count("\n") == 1


def test_an_empty_database_is_told_apart(tmp_path: Path) -> None:
    with (
        trendweave.open(tmp_path / "db") as graph,
        pytest.raises(NotFound, match="nothing to measure"),
    ):
        graph.measure("bridges")


def test_a_plot_without_matplotlib_says_what_to_install(
    embedded: trendweave.Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "trendweave.graph.pictures.plots.drawing", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(TrendweaveError, match=r'pip install "trendweave\[plot\]"'):
        embedded.draw_measure("central-trends", file=tmp_path / "plot.svg")
