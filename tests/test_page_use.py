"""What a reader does with a page, whichever form it has: find, filter, open, switch, keep."""

from __future__ import annotations

import re
import shutil

import pytest
from reader import SHOTS, Opened


def test_dark_and_light(reader: Opened) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    inks = """() => { const c = document.querySelector("#canvas canvas");
      const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
      let bright = 0, dark = 0;
      for (let i = 0; i < d.length; i += 4) {
        const light = d[i] + d[i + 1] + d[i + 2];
        if (d[i + 3] === 255 && light > 660) bright++;
        if (d[i + 3] === 255 && light < 120) dark++;
      }
      return [bright, dark]; }"""
    dark, light = reader("en", color_scheme="dark"), reader("en", color_scheme="light")
    assert dark.page.evaluate(paper) == "rgb(14, 18, 23)"
    assert light.page.evaluate(paper) == "rgb(245, 246, 248)"
    light.page.locator("#theme").click()
    assert light.page.evaluate(paper) == "rgb(14, 18, 23)"
    light.page.get_by_role("button", name="Light").click()
    assert light.page.evaluate(paper) == "rgb(245, 246, 248)"
    bright, black = dark.page.evaluate(inks)
    assert black > bright > 0, "boxes are dark and letters light"
    bright, black = light.page.evaluate(inks)
    assert bright > black > 0, "boxes are light and letters dark"


def test_print_shows_picture_and_story_on_white(reader: Opened) -> None:
    one = reader("en", color_scheme="dark")
    one.page.emulate_media(media="print")
    one.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert one.page.locator("#printed").evaluate("(i) => i.complete && i.src.startsWith('data:')")
    assert not one.page.locator(".controls").is_visible()
    assert not one.page.locator("#canvas").is_visible()
    assert one.page.locator(".step").first.is_visible()
    assert (
        one.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    )
    one.shot("path-print", full=True)


def test_search_finds_in_both_languages(reader: Opened) -> None:
    one = reader("en")
    for wanted, found in (
        ("具身", "Embodied AI"),
        ("embodied", "Embodied AI"),
        ("o 3", "o3"),
        ("腾讯元器", "Tencent Yuanqi"),
    ):
        one.page.locator("#search").fill(wanted)
        assert one.page.get_by_role("option").first.inner_text().strip() == found
        assert "found" in one.page.locator("#live").inner_text()
        one.page.keyboard.press("ArrowDown")
        one.page.keyboard.press("Enter")
        assert one.page.locator("#panel-title").inner_text() == found
        assert one.page.evaluate("document.activeElement.id") == "panel-title"


def test_search_that_finds_nothing_says_so(reader: Opened) -> None:
    one = reader("en")
    one.page.locator("#search").fill("量子")
    assert one.page.locator("#found").inner_text() == "Nothing found"
    one.page.keyboard.press("Escape")
    assert not one.page.locator("#found").is_visible()


def test_filters_hide(reader: Opened) -> None:
    one = reader("en")
    before = {letter["text"] for letter in one.letters()}
    for group, value, gone, stays in (
        ("kind", "Company", "OpenAI", "o3"),
        ("type", "PART_OF", "RLHF", "Verifiable rewards"),
        ("certainty", "implied", "Kimi k1.5", "o1"),
        ("source", "Reader's notes", "Kimi k1.5", "o1"),
    ):
        assert {gone, stays} <= before
        one.page.locator(f'[data-group={group}][value="{value}"]').focus()
        one.page.keyboard.press("Space")
        after = {letter["text"] for letter in one.letters()}
        assert gone not in after
        assert stays in after
        assert re.search(r"\d+ of 42 things shown", one.page.locator("#live").inner_text())
        one.page.locator("#reset").click()
        assert {letter["text"] for letter in one.letters()} == before


def test_a_click_opens_the_panel_with_the_claim(reader: Opened) -> None:
    one = reader("both")
    one.page.mouse.click(*one.spot("o3"))
    said = one.panel()
    assert "推理之外会自己调用工具。" in said
    assert "4 · 能力来源" in said
    assert "stated" in said
    link = one.page.locator("#panel a").first
    assert link.get_attribute("href") == "https://example.org/sample-report"
    assert "noopener" in (link.get_attribute("rel") or "")
    one.shot("panel-1440x900")
    one.page.locator("#panel").get_by_role("button", name="OpenAI").click()
    assert one.page.locator("#panel-title").inner_text() == "OpenAI"
    assert "built by" not in one.panel()
    assert "builds" in one.panel()
    one.page.keyboard.press("Escape")
    assert not one.page.locator("#panel").is_visible()


def test_the_keyboard_alone_reaches_everything(reader: Opened) -> None:
    one = reader("en")
    one.page.locator("[data-group]").last.focus()
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("document.activeElement.id") == "canvas"
    assert one.page.locator("#live").inner_text().startswith("Reinforcement learning, technique")
    one.page.keyboard.press("ArrowRight")
    one.page.keyboard.press("ArrowRight")
    assert not one.page.locator("#live").inner_text().startswith("Reinforcement learning")
    name = one.page.locator("#live").inner_text().split(",")[0]
    one.page.keyboard.press("Enter")
    assert one.page.locator("#panel-title").inner_text() == name
    assert one.page.locator("#panel .say").first.inner_text()
    one.page.keyboard.press("Escape")
    assert one.page.evaluate("document.activeElement.id") == "canvas"
    scale = one.page.evaluate("trendweave.view.getScale()")
    one.page.keyboard.press("+")
    assert one.page.evaluate("trendweave.view.getScale()") > scale
    one.page.keyboard.press("0")
    assert one.page.evaluate("trendweave.view.getScale()") == pytest.approx(scale)
    nameless = one.page.evaluate(
        """[...document.querySelectorAll("button, input, a, [role=application], aside")]
          .filter((e) => !(e.getAttribute("aria-label") || e.textContent.trim() || e.labels?.length
            || e.getAttribute("aria-labelledby"))).map((e) => e.outerHTML)"""
    )
    assert nameless == []


def test_the_language_switch_changes_names_and_words(reader: Opened) -> None:
    one = reader("en")
    assert "强化学习" not in one.says()
    assert one.page.locator("h1").inner_text() == "Reinforcement learning → AI agents → Embodied AI"
    one.page.locator("[data-mode=zh]").click()
    assert "强化学习" in one.says()
    assert "Reinforcement learning" not in one.says()
    assert one.page.locator("h1").inner_text() == "强化学习 → 智能体 → 具身智能"
    assert one.page.locator("#story h2").first.inner_text() == "逐步来看"
    assert one.page.locator("html").get_attribute("lang") == "zh-CN"
    one.page.locator("[data-mode=both]").click()
    assert "强化学习" in one.says()
    assert "Reinforcement" in one.says()


def test_the_picture_downloads_as_png(reader: Opened) -> None:
    one = reader("both")
    with one.page.expect_download() as waiting:
        one.page.locator("#png").click()
    file = waiting.value.path()
    assert file.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(file.read_bytes()[k : k + 4], "big") for k in (16, 20))
    assert width > 2500
    assert height > 1000
    assert waiting.value.suggested_filename == (
        "Reinforcement learning - AI agents - Embodied AI.png"
    )
    SHOTS.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, SHOTS / "path-export.png")
