"""The page of a story as a reader meets it, in a real Chromium."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from reader import DESK, PHONE, Opened
from sample_path import answer, entity
from trendweave.graph.pictures.html.page import write_page
from trendweave.graph.pictures.pages.story import path_picture


def test_the_page_shows_the_story_in_picture_and_words(reader: Opened) -> None:
    wide = reader()
    drawn = {letter["text"] for letter in wide.letters()}
    assert {"AI agents", "智能体", "Embodied AI", "具身智能", "1", "2"} <= drawn
    story = wide.page.locator("#story").inner_text()
    for step in answer()["paths"][0]["steps"]:
        for claim in step["evidence"]:
            assert claim["text"] in story
            assert claim["where"] in story
    assert "QUOTE-OF-THE-SOURCE" not in wide.page.content()
    wide.shot("path-full-1440", full=True)
    reader("zh", color_scheme="dark").shot("path-zh-dark-1440x900")


def test_the_story_reads_without_scripts(reader: Opened) -> None:
    plain = reader("en", java_script_enabled=False)
    story = plain.page.locator("#story").inner_text()
    assert "turns a chat model into one that acts" in story
    assert "Vision-language-action model" in story


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_no_letters_collide_at_the_default_zoom(reader: Opened, window: dict[str, int]) -> None:
    one = reader("en", window)
    for mode in ("zh", "en", "both"):
        one.page.locator(f"[data-mode={mode}]").click()
        assert len(one.letters()) > 42
        assert one.collisions() == []
        one.shot(f"path-{mode}-{window['width']}x{window['height']}")
    assert one.page.evaluate("trendweave.view.getScale()") * 13 > 10, "too small to read"


def test_everything_fits_the_window_at_first(reader: Opened) -> None:
    for window in (DESK, PHONE):
        assert reader("both", window).left_out() == []


def test_a_second_relationship_between_the_same_pair_is_visible(reader: Opened) -> None:
    one = reader("en")
    pair = one.page.evaluate(
        """trendweave.links.filter((l) => l.across.sign && [l.from, l.to].sort().join() === "1,2")
           .map((l) => [l.type, l.across.sign, l.across.curve])"""
    )
    assert {p[0] for p in pair} == {"BRIDGE", "ENABLES"}
    assert pair[0][1] != pair[1][1]
    assert pair[0][2] != pair[1][2]
    assert {"6 in common", "enables"} <= {letter["text"] for letter in one.letters()}


def test_links_between_distant_surroundings_wait_until_one_looks(reader: Opened) -> None:
    one = reader("en")
    waiting = """() => { const t = trendweave;
      const l = t.links.find((l) => l.quiet && l.far), c = l.across.curve;
      const canvas = document.querySelector("#canvas canvas");
      const p = t.view.canvasToDOM({ x: (c[6] + c[12]) / 2, y: (c[7] + c[13]) / 2 });
      const k = canvas.width / canvas.clientWidth;
      const d = canvas.getContext("2d").getImageData(p.x * k - 3, p.y * k - 3, 6, 6).data;
      return [t.nodes[l.from].name, d.filter((v, i) => i % 4 === 3 && v > 200).length]; }"""
    name, ink = one.page.evaluate(waiting)
    assert ink == 0
    one.page.mouse.click(*one.spot(name))
    one.letters()
    assert one.page.evaluate(waiting)[1] > 0
    assert one.page.locator(".hint").is_visible()


def test_one_step_and_a_long_way_are_drawn_too(reader: Opened, tmp_path: Path) -> None:
    stops = [entity("Technique", f"Stop {i}", f"第 {i} 站") for i in range(7)]
    steps = [
        {"type": "ENABLES", "source": a["id"], "target": b["id"], "members": [], "evidence": []}
        for a, b in itertools.pairwise(stops)
    ]
    for length in (2, 7):
        way = {"nodes": stops[:length], "steps": steps[: length - 1]}
        write_page(path_picture({"paths": [way]}), tmp_path / f"{length}.html", lang="zh")
        one = reader(tmp_path / f"{length}.html")
        assert "第 0 站" in one.says()
        assert one.spot("Stop 0")[0] > 0


def test_a_click_on_a_step_opens_its_claims(reader: Opened) -> None:
    one = reader("en")
    x, y = one.page.evaluate(
        """() => { const t = trendweave, b = t.links.find((l) => l.step === 1).across.sign;
          const p = t.view.canvasToDOM({ x: b[0], y: b[1] });
          const r = document.getElementById("canvas").getBoundingClientRect();
          return [r.left + p.x, r.top + p.y]; }"""
    )
    one.page.mouse.click(x, y)
    assert "turns a chat model into one that acts" in one.panel()
    one.page.mouse.click(60, 820)
    assert not one.page.locator("#panel").is_visible(), "a click beside everything closes it"


def test_a_phone_scrolls_taps_and_searches(reader: Opened) -> None:
    one = reader("both", PHONE)
    assert not one.page.locator("#legend").evaluate("(d) => d.open")
    one.shot("path-full-390", full=True)
    assert one.page.evaluate("document.documentElement.scrollHeight") > 2000
    one.page.evaluate("scrollTo(0, 400)")
    one.page.touchscreen.tap(*one.spot("o1"))
    assert "推理能力来自训练后期的强化。" in one.panel()
    assert one.spot("o1")[1] < 844 * 0.4, "the thing itself stays in sight above the panel"
    one.shot("panel-390x844")
