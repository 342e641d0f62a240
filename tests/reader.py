"""A reader in a real Chromium, started once a session. Without one, the tests of pages fail."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import needs
import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Playwright, sync_playwright
from sample_map import chart
from sample_path import picture
from trendweave.graph.pictures.html.page import write_page

SHOTS = Path(__file__).parents[1] / "build" / "screenshots"
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    path = needs.program("chromium")
    browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The story in each language and both, and a map."""
    folder = tmp_path_factory.mktemp("pages")
    files = {name: folder / f"{name}.html" for name in ("zh", "en", "both", "map")}
    for lang in ("zh", "en", "both"):
        write_page(picture(), files[lang], lang=lang)
    write_page(chart(), files["map"], lang="en")
    return files


class Reader:
    """A reader with a page open, and all that the page should not have done."""

    def __init__(self, context: BrowserContext, file: Path) -> None:
        self.outside: list[str] = []
        self.complaints: list[str] = []
        context.on("request", lambda r: self._asked(r.url))
        self.page: Page = context.new_page()
        self.page.on("console", lambda m: self._complained(f"{m.type}: {m.text}"))
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.on("dialog", self._dialog)
        self.page.set_default_timeout(5000)
        self.page.goto(file.as_uri())

    def _asked(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            self.outside.append(url)

    def _complained(self, text: str) -> None:
        if "willReadFrequently" not in text:  # said of the tests that look at pixels
            self.complaints.append(text)

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def letters(self) -> list[dict[str, Any]]:
        """What the canvas shows at this moment, with the place of every text."""
        self.page.evaluate("() => new Promise((r) => requestAnimationFrame(() => setTimeout(r)))")
        drawn: list[dict[str, Any]] = self.page.evaluate("trendweave.letters()")
        return drawn

    def says(self) -> str:
        return " ".join(letter["text"] for letter in self.letters())

    def collisions(self) -> list[tuple[str, str]]:
        """Pairs of texts on the canvas that lie over each other."""
        return [
            (a["text"], b["text"])
            for a, b in itertools.combinations(self.letters(), 2)
            if a["x"] + a["w"] > b["x"]
            and b["x"] + b["w"] > a["x"]
            and a["y"] + a["h"] > b["y"]
            and b["y"] + b["h"] > a["y"]
        ]

    def spot(self, name: str) -> tuple[float, float]:
        """Where on the screen the box or dot of ``name`` is."""
        x, y = self.page.evaluate(
            """(name) => {
              const t = trendweave, b = t.box(t.nodes.find((n) => n.name === name));
              const p = t.view.canvasToDOM({ x: b[0], y: b[1] });
              const r = document.getElementById("canvas").getBoundingClientRect();
              return [r.left + p.x, r.top + p.y];
            }""",
            name,
        )
        return x, y

    def left_out(self) -> list[str]:
        """What lies outside the canvas, the page itself if it is wider than the window."""
        names: list[str] = self.page.evaluate(
            """() => { const t = trendweave, c = document.getElementById("canvas");
              return t.nodes.filter((n) => {
                const [x, y, w, h] = t.box(n);
                const a = t.view.canvasToDOM({ x: x - w / 2, y: y - h / 2 });
                const b = t.view.canvasToDOM({ x: x + w / 2, y: y + h / 2 });
                return a.x < 0 || a.y < 0 || b.x > c.clientWidth || b.y > c.clientHeight;
              }).map((n) => n.name).concat(
                document.documentElement.scrollWidth > innerWidth ? ["the page itself"] : []); }"""
        )
        return names

    def panel(self) -> str:
        return self.page.locator("#panel").inner_text()

    def shot(self, name: str, *, full: bool = False) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png", full_page=full)


Opened = Callable[..., Reader]


@pytest.fixture
def reader(chromium: Browser, pages: dict[str, Path]) -> Iterator[Opened]:
    """Opens one of the pages or a file; none may ask for anything outside or complain."""
    contexts: list[BrowserContext] = []
    readers: list[Reader] = []

    def open_(page: str | Path = "both", window: dict[str, int] = DESK, **more: Any) -> Reader:
        small = window["width"] < 500
        context = chromium.new_context(
            viewport=window,  # type: ignore[arg-type]
            has_touch=small,
            is_mobile=small,
            accept_downloads=True,
            reduced_motion="reduce",
            **more,
        )
        contexts.append(context)
        readers.append(Reader(context, pages[page] if isinstance(page, str) else page))
        return readers[-1]

    yield open_
    for context in contexts:
        context.close()
    for one in readers:
        assert not one.outside, "the page asked for something outside"
        assert not one.complaints, "the page complained"
