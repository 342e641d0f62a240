"""Where things go on maps, without a database or a browser."""

from __future__ import annotations

import itertools
import math
import random

import numpy as np
import pytest
from trendweave.graph.pictures.maps import curve, place
from trendweave.graph.pictures.maps.places.force import settle
from trendweave.graph.pictures.pages.timeline import when
from trendweave.graph.pictures.pages.web import Web, in_turns
from trendweave.graph.pictures.picture import Link, Node, Picture

KINDS = ("Company", "Model", "Product", "Technique", "Trend", "Industry", "Person")


def some_picture(page: str, count: int, seed: int = 0) -> Picture:
    pick = random.Random(seed)
    nodes = tuple(
        Node(
            f"n{i}",
            pick.choice(KINDS),
            f"Thing number {i}",
            pick.choice((None, f"第{i}个事物")),
            weight=pick.paretovariate(1.2),
            date=f"{pick.randint(2019, 2025)}-{pick.randint(1, 12):02}" if i % 3 else None,
        )
        for i in range(count)
    )
    ends = [(i, pick.randrange(i)) for i in range(1, count)]
    ends += [(pick.randrange(count), pick.randrange(count)) for _ in range(count // 2)]
    links = (Link(f"n{a}", f"n{b}", "BUILDS", "stated") for a, b in ends if a != b)
    return Picture("A", "甲", nodes, tuple(links), page=page, focus=("n0",))


@pytest.mark.parametrize("page", ["ego", "trends", "company", "timeline", "query", "overview"])
@pytest.mark.parametrize(
    ("count", "shape"), [(2, "wide"), (40, "tall"), (40, "wide"), (200, "wide")]
)
def test_every_dot_has_a_place_of_its_own_in_the_window(page: str, count: int, shape: str) -> None:
    picture = some_picture(page, count)
    placed = place(picture, shape=shape)
    assert placed.spots.keys() == {n.id for n in picture.nodes}
    width, height = (1400, 900) if shape == "wide" else (440, 900)
    bounds = placed.bounds()
    assert bounds.w <= width
    assert bounds.h <= height
    assert len({(s.x, s.y) for s in placed.spots.values()}) > count * 0.97
    for tags in placed.labels.values():
        for a, b in itertools.combinations([tag.box for tag in tags.values()], 2):
            assert abs(a.x - b.x) >= (a.w + b.w) / 2 or abs(a.y - b.y) >= (a.h + b.h) / 2
    assert place(picture, shape=shape) == placed


@pytest.mark.parametrize("page", ["ego", "trends", "company", "query", "overview"])
def test_one_thing_alone_is_placed(page: str) -> None:
    alone = Picture("A", "甲", (Node("n", "Model", "N"),), (), page=page, focus=("n",))
    assert place(alone).labels["en"].keys() == {"n"}


def test_a_picture_without_things_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to place"):
        place(Picture("A", "甲", (), (), page="query"))


def test_what_is_joined_stands_nearer_than_what_is_not() -> None:
    """On the grid as pair by pair: two rings of many dots come apart."""
    for half in (100, 600):
        ring = np.arange(half)
        ends = np.concatenate(
            [np.stack([ring, (ring * 7 + 1) % half], axis=1) + o for o in (0, half)]
        )
        turn = np.arange(2 * half) * 2.4
        start = np.stack([np.cos(turn), np.sin(turn)], axis=1) * 0.5
        at = settle(start, ends, np.ones(len(ends)), np.zeros(2 * half, dtype=bool))
        joined = np.linalg.norm(at[ends[:, 0]] - at[ends[:, 1]], axis=1).mean()
        others = np.linalg.norm(at - at[::-1], axis=1).mean()
        assert joined < others / 2
        assert np.isfinite(at).all()


def test_a_line_ends_at_the_rims_of_its_dots() -> None:
    for page in ("query", "company"):
        picture = some_picture(page, 30)
        placed = place(picture)
        for k, link in enumerate(picture.links):
            x0, y0, *_, x3, y3 = curve(placed, k, link)
            a, b = placed.spots[link.source], placed.spots[link.target]
            assert math.dist((x0, y0), (a.x, a.y)) <= a.r + 2.01
            assert math.dist((x3, y3), (b.x, b.y)) <= b.r + 2.01


def test_a_date_is_the_middle_of_what_it_leaves_open() -> None:
    assert when("2025") == 2025.5
    assert 2025 < when("2025-01") < when("2025-01-31") < when("2025-02") < 2025.2


def test_kinds_take_turns() -> None:
    assert in_turns({"a": ["1", "2", "3"], "b": ["4"]}, 3) == ["1", "4", "2"]


def test_a_relationship_is_told_once_and_one_to_itself_not_at_all() -> None:
    row = {"type": "ENABLES", "certainty": "stated", "role": None, "said": 2}
    row |= {f"{end}_{field}": "x" for end in ("source", "target") for field in ("kind", "zh")}
    row |= {"source": "A", "target": "B"}
    rows = [{**row, "source_id": a, "target_id": b} for a, b in ("ab", "ab", "aa", "ba")]
    web = Web(rows)
    assert list(web.rows) == [("a", "ENABLES", "b"), ("b", "ENABLES", "a")]
    assert web.weight("a") == 8
