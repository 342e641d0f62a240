"""The page of a map as a reader meets it, in a real Chromium."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from reader import DESK, PHONE, Opened, Reader
from sample_map import OPENAI, chart
from sample_path import AGENTS
from trendweave.graph.pictures.html.page import write_page
from trendweave.graph.pictures.picture import Link, Node, Picture

SCALE = "trendweave.view.getScale()"


def ink(one: Reader, name: str) -> list[int]:
    """The colour in the middle of the dot of ``name``."""
    one.letters()
    x, y = one.spot(name)
    colour: list[int] = one.page.evaluate(
        """([x, y]) => { const c = document.querySelector("#canvas canvas");
          const r = c.getBoundingClientRect(), k = c.width / c.clientWidth;
          const pixel = [(x - r.left) * k, (y - r.top) * k, 1, 1];
          return [...c.getContext("2d").getImageData(...pixel).data]; }""",
        [x, y],
    )
    return colour


def shown(one: Reader) -> set[str]:
    """The names of the things that the filters leave."""
    return set(
        one.page.evaluate("trendweave.nodes.filter(trendweave.nodeShown).map((n) => n.name)")
    )


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_names_stand_apart_and_everything_is_in_sight(
    reader: Opened, window: dict[str, int]
) -> None:
    one = reader("map", window)
    assert one.left_out() == []
    for mode, name in (("zh", "智能体"), ("en", "AI agents"), ("both", "智能体")):
        one.page.locator(f"[data-mode={mode}]").click()
        assert one.collisions() == []
        assert name in one.says()
        one.shot(f"map-{mode}-{window['width']}x{window['height']}")


def test_a_map_in_the_dark_and_in_words(reader: Opened) -> None:
    dark = reader("map", color_scheme="dark")
    assert (
        dark.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(14, 18, 23)"
    )
    dark.shot("map-dark-full", full=True)
    plain = reader("map", java_script_enabled=False)
    words = plain.page.locator("#story").inner_text()
    assert re.search(r"builds\s+o3", words)
    assert "多条产品线都转向智能体。" in words


def test_two_relationships_of_a_pair_are_two_lines(reader: Opened) -> None:
    one = reader("map")
    middles = one.page.evaluate(
        """([a, b]) => { const t = trendweave, name = (i) => t.nodes[i].name;
          const r = document.getElementById("canvas").getBoundingClientRect();
          return t.links.filter((l) => name(l.from) === a && name(l.to) === b).map((l) => {
            const [p, q] = [l.from, l.to].map((i) => t.box(t.nodes[i])), bend = l.wide.bend / 2;
            const dx = q[0] - p[0], dy = q[1] - p[1], long = Math.hypot(dx, dy);
            const x = (p[0] + q[0]) / 2 - (dy / long) * bend;
            const y = (p[1] + q[1]) / 2 + (dx / long) * bend, at = t.view.canvasToDOM({ x, y });
            return [r.left + at.x, r.top + at.y]; }); }""",
        ["OpenAI", "AI agents"],
    )
    assert len(middles) == 2
    titles = set()
    for x, y in middles:
        one.page.mouse.click(x, y)
        titles.add(one.page.locator("#panel-title").inner_text())
        one.page.keyboard.press("Escape")
    assert titles == {"exemplifies", "adopts"}


def test_choosing_a_thing_shows_its_neighbours_and_fades_the_rest(reader: Opened) -> None:
    one = reader("map")
    near, far, itself = ink(one, "o3"), ink(one, "Tesla"), ink(one, "OpenAI")
    one.page.mouse.click(*one.spot("OpenAI"))
    assert ink(one, "OpenAI") == itself
    assert ink(one, "o3") == near
    assert sum(ink(one, "Tesla")) > sum(far) + 100, "what has nothing to do with it fades"
    assert "builds" in one.says()
    said = one.panel()
    assert "Open AI Inc." in said
    assert "多条产品线都转向智能体。" in said
    assert "两家共同定标准。" in said
    assert "in the centre" in said
    one.shot("map-panel-1440x900")
    one.page.locator("#panel").get_by_role("button", name="o3").click()
    assert one.page.locator("#panel-title").inner_text() == "o3"
    assert "2025" in one.page.locator(".panel-head .kind").inner_text()
    one.page.keyboard.press("Escape")
    assert ink(one, "Tesla") == far


def test_zoom_and_pan_by_mouse_keyboard_and_buttons(reader: Opened) -> None:
    one = reader("map")
    first, place = one.page.evaluate(SCALE), one.spot("o3")
    one.page.mouse.move(700, 500)
    one.page.mouse.wheel(0, -300)
    assert one.page.evaluate(SCALE) > first
    one.page.mouse.down()
    one.page.mouse.move(600, 560, steps=3)
    one.page.mouse.up()
    assert one.spot("o3") != place
    one.page.get_by_role("button", name="Show all").click()
    assert one.page.evaluate(SCALE) == pytest.approx(first)
    assert one.spot("o3") == pytest.approx(place, abs=1)
    one.page.locator("#canvas").focus()
    for _ in range(5):
        one.page.keyboard.press("+")
    assert one.collisions() == [], "letters keep their size, so that zooming in makes room"
    one.page.keyboard.press("0")
    assert one.page.evaluate(SCALE) == pytest.approx(first)


def test_the_keyboard_goes_from_dot_to_dot(reader: Opened) -> None:
    one = reader("map")
    one.page.locator("#undated").focus()
    one.page.keyboard.press("Tab")
    assert one.page.locator("#live").inner_text().startswith("OpenAI, company, in the centre")
    one.page.keyboard.press("ArrowLeft")
    name = one.page.locator("#live").inner_text().split(",")[0]
    assert name != "OpenAI"
    one.page.keyboard.press("Enter")
    assert one.page.locator("#panel-title").inner_text() == name
    one.page.keyboard.press("Escape")
    assert one.page.evaluate("document.activeElement.id") == "canvas"


def test_years_filter_and_are_absent_where_none_is_known(reader: Opened, tmp_path: Path) -> None:
    one = reader("map")
    everything = shown(one)
    one.page.locator("#from").focus()
    for _ in range(3):
        one.page.keyboard.press("ArrowRight")
    assert one.page.locator("#span").inner_text() == "2025"
    assert everything - shown(one) >= {"o1", "RLHF"}
    assert {"o3", "Manus", "Tesla"} <= shown(one)
    one.page.locator("#undated").focus()
    one.page.keyboard.press("Space")
    assert shown(one) == {"o3", "Manus", "Claude Code", "Gemini Robotics"}
    assert "o1" not in one.says().split()
    one.shot("map-years-1440x900")
    one.page.locator("#reset").click()
    assert shown(one) == everything
    write_page(chart(dated=False), tmp_path / "undated.html")
    assert reader(tmp_path / "undated.html").page.locator("input[type=range]").count() == 0


def test_filters_and_search_work_on_a_map(reader: Opened) -> None:
    one = reader("map")
    everything = shown(one)
    for group, value, gone in (
        ("kind", "Company", "Tesla"),
        ("type", "PART_OF", "RLHF"),
        ("certainty", "implied", "Kimi k1.5"),
        ("source", "Reader's notes", "Kimi k1.5"),
    ):
        one.page.locator(f'[data-group={group}][value="{value}"]').focus()
        one.page.keyboard.press("Space")
        assert gone in everything - shown(one)
        assert "AI agents" in shown(one)
        if group == "kind":
            one.page.locator("#search").fill("特斯拉")
            one.page.keyboard.press("Enter")
            assert one.page.locator("#panel-title").inner_text() == "Tesla"
            assert "Tesla" in shown(one), "what is searched for is shown again"
            one.page.keyboard.press("Escape")
        else:
            one.page.locator("#reset").click()
        assert shown(one) == everything
    one.page.locator("#search").fill("open ai inc")
    assert one.page.get_by_role("option").first.inner_text().strip() == "OpenAI"


def test_the_map_downloads_as_svg_and_png(reader: Opened) -> None:
    one = reader("map")
    one.page.locator("[data-mode=zh]").click()
    with one.page.expect_download() as waiting:
        one.page.locator("#svg").click()
    assert waiting.value.suggested_filename == "OpenAI and around it.svg"
    svg = ElementTree.parse(waiting.value.path()).getroot()
    inside = "{http://www.w3.org/2000/svg}"
    texts = {t.text for t in svg.iter(f"{inside}text")}
    assert {"智能体", "具身智能", "OpenAI"} <= texts
    assert len(list(svg.iter(f"{inside}path"))) > len(chart().links)
    assert svg.findtext(f"{inside}title") == "OpenAI and around it"
    with one.page.expect_download() as waiting:
        one.page.locator("#png").click()
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


def test_a_finger_scrolls_taps_pinches_and_then_moves_the_map(reader: Opened) -> None:
    one = reader("map", PHONE)
    touch = "getComputedStyle(document.querySelector('#canvas canvas')).touchAction"
    assert one.page.evaluate(touch) == "pan-y"
    one.page.touchscreen.tap(*one.spot("OpenAI"))
    assert "多条产品线都转向智能体。" in one.panel()
    assert 0 < one.spot("OpenAI")[1] < 844 * 0.4, "the thing stays in sight above the panel"
    one.shot("map-panel-390x844")
    one.page.locator(".close").click()
    one.page.evaluate("scrollTo(0, 200)")
    first = one.page.evaluate(SCALE)
    hand = one.page.context.new_cdp_session(one.page)
    for kind, gap in (("touchStart", 30), ("touchMove", 60), ("touchMove", 110)):
        points = [{"x": 195 - gap, "y": 300, "id": 0}, {"x": 195 + gap, "y": 300, "id": 1}]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert one.page.evaluate(SCALE) > first * 1.3
    assert one.page.evaluate(touch) == "none"
    one.page.get_by_role("button", name="Show all").click()
    assert one.page.evaluate(touch) == "pan-y"


def test_a_thousand_things_can_be_searched_and_moved(reader: Opened, tmp_path: Path) -> None:
    pick = random.Random(7)
    nodes = tuple(Node(f"n{i:04}", "Model", f"Thing {i}", weight=1100 - i) for i in range(1100))
    ends = {(f"n{i:04}", f"n{pick.randrange(i):04}") for i in range(1, 1100) for _ in range(2)}
    links = tuple(Link(a, b, "APPLIES", "stated") for a, b in sorted(ends))
    write_page(Picture("Many", "许多", nodes, links, page="overview"), tmp_path / "many.html")
    one = reader(tmp_path / "many.html")
    assert one.page.locator("#svg").count() == 0
    assert "700 more are found by search." in (one.page.locator(".index").text_content() or "")
    one.page.locator("#search").fill("thing 1099")
    one.page.keyboard.press("Enter")
    assert one.page.locator("#panel-title").inner_text() == "Thing 1099"
    assert "Thing 1099" in one.says()
    one.page.keyboard.press("Escape")
    before = one.spot("Thing 5")
    one.page.mouse.move(700, 500)
    one.page.mouse.down()
    one.page.mouse.move(640, 460, steps=4)
    one.page.mouse.up()
    assert one.spot("Thing 5") == pytest.approx((before[0] - 60, before[1] - 40), abs=2)
    hub = one.page.evaluate("trendweave.links.filter((l) => l.from === 0 || l.to === 0).length")
    one.page.locator("#search").fill("Thing 0")
    one.page.keyboard.press("Enter")
    assert one.page.locator("#panel section").count() == min(hub, 40)


def test_one_thing_alone_and_a_pair_without_a_link_are_maps_too(
    reader: Opened, tmp_path: Path
) -> None:
    both = (Node(OPENAI, "Company", "OpenAI"), Node(AGENTS["id"], "Trend", "AI agents", "智能体"))
    for nodes in (both[:1], both):
        picture = Picture("Little", "很少", nodes, (), page="query")
        write_page(replace(picture, focus=(OPENAI,)), tmp_path / "little.html")
        one = reader(tmp_path / "little.html")
        assert "OpenAI" in one.says()
        assert one.left_out() == []
