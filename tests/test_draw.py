"""What each page shows of the shipped report, and the command that writes it."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from trendweave.graph.errors import NotFound, UsageError
from trendweave.graph.pictures.maps import Map, place
from trendweave.graph.pictures.picture import BRIDGE, Link, Picture
from trendweave.queries import pictures
from trendweave.queries.results import things_of, ties_of

import trendweave

TRENDWEAVE = Path(sys.executable).with_name("trendweave")
PAGES: dict[str, Callable[[trendweave.Graph], Picture | None]] = {
    "path": lambda g: pictures.path(g.database, "强化学习", "智能体", "具身智能"),
    "ego": lambda g: pictures.ego(g.database, "具身智能"),
    "ego-2": lambda g: pictures.ego(g.database, "OpenAI", steps=2),
    "trends": lambda g: pictures.trends(g.database),
    "company": lambda g: pictures.company(g.database, "腾讯"),
    "timeline": lambda g: pictures.timeline(g.database),
    "query": lambda g: pictures.query(g.database, "relationships", given={"name": "RL"}),
    "overview": lambda g: pictures.overview(g.database),
    "whole": lambda g: pictures.overview(g.database, all_of_it=True),
}
every_page = pytest.mark.parametrize("page", PAGES)


@pytest.fixture(scope="module")
def graph(report_db: str) -> Iterator[trendweave.Graph]:
    with trendweave.open(report_db) as opened:
        yield opened


@pytest.fixture(scope="module")
def drawn(graph: trendweave.Graph) -> dict[str, Picture]:
    made = {name: make(graph) for name, make in PAGES.items()}
    return {name: picture for name, picture in made.items() if picture}


@pytest.fixture(scope="module")
def placed(drawn: dict[str, Picture]) -> dict[str, Map]:
    return {name: place(picture) for name, picture in drawn.items() if not picture.spine}


def _ends(link: Link) -> tuple[str, str]:
    return link.source, link.target


@every_page
def test_everything_that_is_shown_says_who_says_so(drawn: dict[str, Picture], page: str) -> None:
    picture = drawn[page]
    there = {n.id for n in picture.nodes}
    assert len(there) == len(picture.nodes)
    for link in picture.links:
        assert {link.source, link.target} <= there
        assert link.evidence or link.type == BRIDGE, link
        assert all(e["source"] and e["where"] and e["text"] for e in link.evidence)
    assert all(n.name for n in picture.nodes)
    assert sum(n.name_zh is not None for n in picture.nodes) > len(picture.nodes) / 4
    if len(there) > 20:
        assert any(n.aliases for n in picture.nodes)


def test_pages_are_thinned_to_what_reads_and_say_so(drawn: dict[str, Picture]) -> None:
    most = {"path": 60, "ego": 300, "ego-2": 300, "company": 300, "query": 300, "overview": 400}
    for page, count in most.items():
        assert 5 < len(drawn[page].nodes) <= count, page
    for page in ("ego", "ego-2", "overview"):
        shown = f"{len(drawn[page].nodes)} of "
        assert drawn[page].note.startswith(shown)
        assert str(len(drawn[page].nodes)) in drawn[page].note_zh
    assert len(drawn["whole"].nodes) > 2 * len(drawn["overview"].nodes)
    assert drawn["company"].note == ""


def test_an_ego_holds_what_touches_it_and_at_two_steps_what_touches_that(
    graph: trendweave.Graph, drawn: dict[str, Picture]
) -> None:
    one = pictures.ego(graph.database, "OpenAI")
    (centre,) = one.focus
    related = graph.show("OpenAI")["answers"][0]["relationships"]
    assert {n.id for n in one.nodes} - {centre} == {r["other"]["id"] for r in related}
    two = drawn["ego-2"]
    near = {
        end for k in two.links for end in (k.source, k.target) if centre in (k.source, k.target)
    }
    assert {n.id for n in two.nodes} - near
    with pytest.raises(UsageError, match="1 or 2"):
        pictures.ego(graph.database, "OpenAI", steps=3)


def test_trends_are_tied_by_claims_and_by_what_they_share(drawn: dict[str, Picture]) -> None:
    picture = drawn["trends"]
    kinds = {n.id: n.kind for n in picture.nodes}
    assert Counter(kinds.values())["Trend"] == 10 == len(picture.focus)
    direct = [k for k in picture.links if {k.source, k.target} <= set(picture.focus)]
    assert {k.type for k in direct} >= {"ENABLES", BRIDGE}
    touched = {end for k in direct for end in _ends(k)}
    assert touched == set(picture.focus), "no trend stands alone"
    for link in direct:
        if link.type == BRIDGE:
            assert link.members
            assert link.evidence
    bridges = [i for i, kind in kinds.items() if kind != "Trend"]
    for thing in bridges:
        ties = {end for k in picture.links if thing in _ends(k) for end in _ends(k)}
        assert len(ties & set(picture.focus)) > 1


def test_a_portfolio_leads_from_the_company_over_its_units_to_trends(
    graph: trendweave.Graph, drawn: dict[str, Picture]
) -> None:
    picture = drawn["company"]
    kinds = Counter(n.kind for n in picture.nodes)
    assert kinds["Company"] > 3
    assert kinds["Product"] > 5
    assert kinds["Trend"] > 3
    things = graph.builds("腾讯")["answers"][0]["things"]
    assert {thing["id"] for thing in things} <= {n.id for n in picture.nodes}
    robotics = graph.builds("Tencent Robotics X")["answers"][0]["things"]
    assert {thing["id"] for thing in robotics} <= {n.id for n in picture.nodes}
    with pytest.raises(NotFound, match="draw ego 强化学习"):
        pictures.company(graph.database, "强化学习")


def test_a_timeline_has_what_is_dated_with_its_maker(
    graph: trendweave.Graph, drawn: dict[str, Picture], placed: dict[str, Map]
) -> None:
    dated = [n for n in drawn["timeline"].nodes if n.date]
    assert {n.name for n in dated} >= {"Flow", "Model Context Protocol"}
    ordered = sorted(dated, key=lambda n: n.date or "")
    xs = [placed["timeline"].spots[n.id].x for n in ordered]
    assert xs[0] < xs[1], "what came earlier stands further left"
    google = pictures.timeline(graph.database, "谷歌")
    assert google is not None
    assert {n.name for n in google.nodes} == {"Google", "Flow"}
    assert pictures.timeline(graph.database, "OpenAI") is None


def test_rows_of_a_query_give_their_things_and_paths_are_taken_as_they_are() -> None:
    node = {"id": "model:o1", "kind": "Model", "name": "o1", "name_zh": None}
    step = {"type": "BUILDS", "source": "company:openai", "target": "model:o1"}
    found = {
        "query": "x",
        "parameters": {"ids": ["trend:01"]},
        "columns": ["thing_id", "thing", "path", "steps"],
        "rows": [["product:sora", "Sora", {"nodes": [node], "steps": [step]}, [["ENABLES", "a"]]]],
        "evidence": [[]],
    }
    assert things_of(found) == ["trend:01", "product:sora", "model:o1", "company:openai"]
    assert ties_of(found) == {("company:openai", "BUILDS", "model:o1")}


def test_a_query_that_finds_nothing_says_so(graph: trendweave.Graph) -> None:
    with pytest.raises(NotFound):
        pictures.query(graph.database, "touching", given={"ids": '["trend:99"]'})


def test_the_second_relationship_of_a_pair_runs_beside_the_first(
    drawn: dict[str, Picture], placed: dict[str, Map]
) -> None:
    pairs = 0
    for page, there in placed.items():
        lines: dict[tuple[str, str], set[float]] = {}
        for k, link in enumerate(drawn[page].links):
            a, b = sorted((link.source, link.target))
            bend = there.bends.get(k, 0.0) * (1 if link.source == a else -1)
            beside = lines.setdefault((a, b), set())
            assert bend not in beside, (page, link)
            beside.add(bend)
            pairs += len(beside) > 1
    assert pairs > 50


@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_labels_never_meet_nor_cover_a_dot(drawn: dict[str, Picture], shape: str) -> None:
    for page, picture in drawn.items():
        if picture.spine:
            continue
        there = place(picture, lang="zh", shape=shape)
        for mode, tags in there.labels.items():
            boxes = [(i, tag.box) for i, tag in tags.items()]
            for (i, a), (j, b) in itertools.combinations(boxes, 2):
                apart = abs(a.x - b.x) >= (a.w + b.w) / 2 or abs(a.y - b.y) >= (a.h + b.h) / 2
                assert apart, (page, mode, i, j)
            for i, box in boxes:
                for j, s in there.spots.items():
                    free = (
                        abs(box.x - s.x) >= box.w / 2 + s.r or abs(box.y - s.y) >= box.h / 2 + s.r
                    )
                    named = shape == "tall" and i in picture.focus
                    assert free or named, (page, mode, i, j)
        if shape == "wide":
            assert set(picture.focus) <= set(there.labels["zh"]), "what it is about has its name"
            bounds = there.bounds()
            assert bounds.w < 1400, page
            assert bounds.h < 760, page
            shown = len(there.labels["zh"]) / len(picture.nodes)
            assert shown > (0.04 if page == "whole" else 0.7), (page, shown)


# --- the command ----------------------------------------------------------------------------------


def run(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(TRENDWEAVE), "draw", *words],
        env={**os.environ, **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_suffix_decides_and_the_locale_names(report_db: str, tmp_path: Path) -> None:
    page, svg = tmp_path / "o.html", tmp_path / "o.svg"
    done = run("company", "OpenAI", "--db", report_db, "-o", str(page))
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, str(page), "")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    done = run("trends", "--db", report_db, "-o", str(svg), LC_ALL="zh_CN.UTF-8")
    assert done.returncode == 0, done.stderr
    title = ElementTree.parse(svg).getroot().find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "各趋势如何相连"


def test_the_same_graph_gives_the_same_bytes_in_every_process(
    report_db: str, tmp_path: Path
) -> None:
    files = [tmp_path / f"{seed}.svg" for seed in ("1", "2")]
    for file in files:
        done = run("overview", "--db", report_db, "-o", str(file), PYTHONHASHSEED=file.stem)
        assert done.returncode == 0, done.stderr
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_cloud_is_warned_of(report_db: str, tmp_path: Path) -> None:
    done = run("overview", "--all", "--db", report_db, "-o", str(tmp_path / "all.svg"))
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1
    assert "search and filter" in done.stderr


def test_nothing_dated_is_said_and_nothing_is_written(report_db: str, tmp_path: Path) -> None:
    file = tmp_path / "t.html"
    done = run("timeline", "OpenAI", "--db", report_db, "-o", str(file))
    assert done.returncode == 0
    assert "no timeline to draw" in done.stdout
    assert not file.exists()


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["trends", "-o", "x.png"], 2, ".html or .svg"),
        (["trends", "-o", "no/such/folder/x.svg"], 1, "name another place"),
        (["ego", "Nosuchthing", "-o", "x.svg"], 3, "Nothing is called"),
        (["query", "builds", "nam=x", "-o", "x.svg"], 2, "has no parameter nam"),
        (["query", "builds", "OpenAI", "-o", "x.svg"], 2, "is not KEY=VALUE"),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    report_db: str, words: list[str], code: int, says: str
) -> None:
    done = run(*words, "--db", report_db)
    assert done.returncode == code
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_python_draws_the_same(graph: trendweave.Graph, tmp_path: Path) -> None:
    file = tmp_path / "rl.svg"
    assert graph.draw_path("RL", "具身智能", file=file, lang="both") == file
    assert graph.draw("timeline", "OpenAI", file=tmp_path / "t.svg") is None
    with pytest.raises(UsageError, match="no page mural"):
        graph.draw("mural", file=file)
    with pytest.raises(UsageError, match="at least 2 names"):
        graph.draw("path", "RL", file=file)
