"""Every page of the shipped report, opened as its reader would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reader import DESK, PHONE, Opened

import trendweave

PAGES: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "path": (("强化学习", "智能体", "具身智能"), {}),
    "ego": (("OpenAI",), {"steps": 2}),
    "trends": ((), {}),
    "company": (("腾讯",), {}),
    "timeline": ((), {}),
    "query": (("relationships",), {"given": {"name": "强化学习"}}),
    "overview": ((), {}),
}


@pytest.fixture(scope="module")
def drawn(report_db: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("report-pages")
    with trendweave.open(report_db) as graph:
        for page, (names, options) in PAGES.items():
            graph.draw(page, *names, file=folder / f"{page}.html", lang="both", **options)
    return {page: folder / f"{page}.html" for page in PAGES}


@pytest.mark.parametrize("page", PAGES)
def test_names_stand_apart_in_every_language_and_window(
    reader: Opened, drawn: dict[str, Path], page: str
) -> None:
    for window, theme in ((DESK, "light"), (PHONE, "dark")):
        one = reader(drawn[page], window, color_scheme=theme)
        assert one.left_out() == []
        for mode in ("zh", "en", "both"):
            one.page.evaluate(f"document.querySelector('[data-mode={mode}]').click()")
            assert one.collisions() == [], mode
        one.shot(f"report-{page}-{window['width']}x{window['height']}")
    assert one.page.locator("#story").inner_text()


def test_the_path_stays_small(drawn: dict[str, Path]) -> None:
    assert drawn["path"].stat().st_size < 650_000


def test_a_click_on_a_company_tells_what_it_builds_and_where_that_is_said(
    reader: Opened, drawn: dict[str, Path]
) -> None:
    one = reader(drawn["overview"])
    one.page.locator("#search").fill("openai")
    one.page.keyboard.press("Enter")
    assert one.page.locator("#panel-title").inner_text() == "OpenAI"
    builds = one.page.locator("#panel section").filter(has_text="builds").first
    assert builds.locator("button").first.is_visible()
    assert "ch. " in builds.locator(".meta").first.inner_text()
