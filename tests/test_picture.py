"""What a path page shows and where it puts it, without a browser."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterator
from typing import Any

import pytest
from sample_path import AGENTS, EMBODIED, RL, THINGS, answer, around, entity, picture
from trendweave.graph.pictures import colours
from trendweave.graph.pictures.layers.arrangement import GLYPH_ROOM, Box, Layout
from trendweave.graph.pictures.layers.layout import across, down
from trendweave.graph.pictures.lettering import clean, fold, width
from trendweave.graph.pictures.pages.story import path_picture
from trendweave.graph.pictures.picture import Picture

KINDS = ("Technique", "Model", "Product", "Company", "Benchmark", "Industry", "Person")
NAMES = ("o3", "Vision-language-action model", "GAIA", "RL with verifiable rewards, at scale")


def test_the_best_path_is_the_spine_and_every_step_keeps_its_claims() -> None:
    shown = picture()
    assert [n.id for n in shown.spine] == [RL["id"], AGENTS["id"], EMBODIED["id"]]
    assert shown.title == "Reinforcement learning → AI agents → Embodied AI"
    assert shown.title_zh == "强化学习 → 智能体 → 具身智能"
    steps = [link for link in shown.links if link.spine]
    assert [link.type for link in steps] == ["ENABLES", "BRIDGE"]
    assert [len(link.evidence) for link in steps] == [2, 1]
    assert len(steps[1].members) == 6
    assert shown.ways == (
        (RL["id"], THINGS["o3"]["id"], AGENTS["id"], EMBODIED["id"]),
        (RL["id"], EMBODIED["id"]),
    )


def test_a_step_read_backwards_is_drawn_as_the_graph_has_it() -> None:
    o3 = THINGS["o3"]["id"]
    applies = [k for k in picture().links if {k.source, k.target} == {RL["id"], o3}]
    assert [(k.source, k.type, k.target) for k in applies] == [(o3, "APPLIES", RL["id"])]
    assert len(applies[0].evidence) == 2, "the claims of the step and of the row come together"


def test_the_picture_does_not_depend_on_the_order_of_the_rows() -> None:
    for seed in range(5):
        rows = around() + around()[::3]
        random.Random(seed).shuffle(rows)
        assert path_picture(answer(), rows) == picture()


def test_a_crowd_is_thinned_to_what_reads_and_says_so() -> None:
    crowd = [
        {
            "source": entity("Company", f"Firm {i:03}"),
            "type": "EXEMPLIFIES",
            "target": AGENTS,
            "certainty": "stated",
            "role": "mentioned",
            "evidence": [],
        }
        for i in range(300)
    ]
    shown = path_picture(answer(), around() + crowd, most=60)
    assert len(shown.nodes) == 60
    names = {n.name for n in shown.nodes}
    members = {n["name"] for n in answer()["paths"][0]["steps"][1]["members"]}
    assert members <= names, "what carries a step comes before what is only mentioned"
    assert {"Optimus", "RLHF", "o1"} <= names, "no step crowds out another"
    assert shown.note == "60 of 342 things that touch this way"
    assert "342" in shown.note_zh
    told = [*crowd, {**crowd[0], "source": entity("Company", "Teller"), "role": "case"}]
    assert "Teller" in {n.name for n in path_picture(answer(), told, most=12).nodes}


def test_no_path_is_an_error_that_says_so() -> None:
    with pytest.raises(ValueError, match="no path"):
        path_picture({"paths": []})


def test_a_bridge_ties_its_members_to_both_ends_when_no_row_does() -> None:
    shown = path_picture({"paths": answer()["paths"][:1]})
    world = THINGS["World model"]["id"]
    ends = {k.target for k in shown.links if k.source == world}
    assert ends == {AGENTS["id"], EMBODIED["id"]}


def some_picture(seed: int) -> Picture:
    pick = random.Random(seed)
    length, others = pick.choice((1, 2, 2, 3, 3, 4, 5)), pick.randint(0, 55)
    spine = [
        entity(pick.choice(("Trend", "Technique")), f"S{i}", "强化学习") for i in range(length)
    ]
    rest = [
        entity(pick.choice(KINDS), f"{pick.choice(NAMES)} {i}", pick.choice((None, "世界模型" * 3)))
        for i in range(others)
    ]
    steps = [
        {"type": pick.choice(("ENABLES", "BRIDGE")), "source": a["id"], "target": b["id"]}
        for a, b in itertools.pairwise(spine)
    ]
    pairs = [
        (o, s) for o in rest for s in pick.sample(spine, min(length, pick.choice((1, 1, 2, 3))))
    ]
    pairs += [(pick.choice(rest), pick.choice(rest)) for _ in range(others // 2)]
    pairs += [(pick.choice(spine), pick.choice(spine)) for _ in range(length)]
    rows = [
        {
            "source": a,
            "type": pick.choice(("ENABLES", "BUILDS")),
            "target": b,
            "certainty": "stated",
        }
        for a, b in pairs
    ]
    return path_picture({"paths": [{"nodes": spine, "steps": steps}]}, rows, most=60)


def overlapping(layout: Layout, room: float) -> list[tuple[Any, Any]]:
    boxes: list[tuple[str | int, Box]] = [*layout.boxes.items(), *layout.signs.items()]
    return [
        (i, j)
        for (i, a), (j, b) in itertools.combinations(boxes, 2)
        if abs(a.x - b.x) < (a.w + b.w) / 2 + room and abs(a.y - b.y) < (a.h + b.h) / 2 + room
    ]


def along(curve: list[int]) -> Iterator[tuple[float, float]]:
    x: float = curve[0]
    y: float = curve[1]
    for i in range(2, len(curve), 6):
        ax, ay, bx, by, cx, cy = curve[i : i + 6]
        for step in range(1, 21):
            t = step / 20
            u = 1 - t
            weights = u**3, 3 * u * u * t, 3 * u * t * t, t**3
            yield (
                sum(w * v for w, v in zip(weights, (x, ax, bx, cx), strict=True)),
                sum(w * v for w, v in zip(weights, (y, ay, by, cy), strict=True)),
            )
        x, y = cx, cy


@pytest.mark.parametrize("seed", range(10))
def test_boxes_keep_apart_and_lines_go_round_them(seed: int) -> None:
    shown = some_picture(seed) if seed else picture()
    wide, tall = across(shown), down(shown)
    assert not overlapping(wide, 4)
    assert not overlapping(tall, 4)
    for k, curve in wide.curves.items():
        ends = {shown.links[k].source, shown.links[k].target}
        crossed = {
            i
            for x, y in along(curve)
            for i, b in wide.boxes.items()
            if i not in ends and abs(x - b.x) < b.w / 2 - 1 and abs(y - b.y) < b.h / 2 - 1
        }
        assert not crossed, (ends, crossed)
    assert tall.bounds().w < 400, "the narrow arrangement fits a phone"
    assert wide == across(shown), "the same picture has the same layout"
    assert tall == down(shown), "the same picture has the same layout"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_letters_stay_inside_their_boxes(lang: str) -> None:
    for seed in range(6):
        layout = across(some_picture(seed), lang=lang)
        for i, box in layout.boxes.items():
            for label in layout.labels[i].values():
                bold = label.size > 14
                assert all(
                    width(line, label.size, bold=bold) <= box.w - GLYPH_ROOM + 0.01
                    for line in label.lines
                )
                assert label.height <= box.h - 8


def test_names_fold_into_lines_without_losing_what_fits() -> None:
    assert fold("Vision-language-action model", 120) == ("Vision-language-", "action model")
    assert fold("多智能体协作", 60) == ("多智能体", "协作")
    assert fold("a" * 10_000, 120)[-1].endswith("…")
    assert len(fold("a" * 10_000, 120)) == 2
    assert fold("", 120) == ("",)
    family = "👨‍👩‍👧‍👦"
    assert all(line.rstrip("…").count("\u200d") % 3 == 0 for line in fold(family * 9, 90))
    assert clean("a\x00b\u202ec\ud800") == "a\ufffdbc\ufffd"


def linear(hex_colour: str) -> list[float]:
    parts = [int(hex_colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def contrast(a: str, b: str) -> float:
    low, high = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (a, b)
    )
    return (high + 0.05) / (low + 0.05)


# Machado et al. 2009, severity 1.
SIGHT = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}


def oklab(hex_colour: str, sight: str) -> tuple[float, ...]:
    seen = linear(hex_colour)
    rgb = [max(0.0, sum(a * b for a, b in zip(row, seen, strict=True))) for row in SIGHT[sight]]
    cones = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    lms = [sum(a * b for a, b in zip(row, rgb, strict=True)) ** (1 / 3) for row in cones]
    lab = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    return tuple(sum(a * b for a, b in zip(row, lms, strict=True)) for row in lab)


def test_colours_read_on_both_papers_and_for_colour_blind_readers() -> None:
    for kind in colours.KINDS.values():
        assert contrast(kind.light, colours.INK_ON_LIGHT) >= 4.5, kind
        assert contrast(kind.dark, colours.INK_ON_DARK) >= 4.5, kind
        assert contrast(kind.dark, colours.PAPER_DARK) >= 4.5, kind
    for look in colours.RELATIONSHIPS.values():
        assert contrast(look.light, colours.PAPER) >= 3, look
        assert contrast(look.dark, colours.PAPER_DARK) >= 3, look
    assert len({k.mark for k in colours.KINDS.values()}) == len(colours.KINDS)
    for sight, theme in itertools.product(SIGHT, ("light", "dark")):
        seen = {name: oklab(getattr(k, theme), sight) for name, k in colours.KINDS.items()}
        for a, b in itertools.combinations(seen, 2):
            assert math.dist(seen[a], seen[b]) > 0.06, (sight, theme, a, b)


def test_an_unknown_kind_or_relationship_still_has_a_look() -> None:
    assert colours.kind_look("Law").en == "law"
    assert colours.relationship_look("CITED_BY").en == "cited by"
