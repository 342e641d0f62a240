"""Neo4j Browser in a real Chromium, as a person uses it: connect, write, run, drop a file."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import needs
from playwright.sync_api import Locator, Page, Playwright

SHOTS = Path(__file__).parents[1] / "build" / "screenshots"
# The Browser tries several addresses outside; here it finds nothing but this machine.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


class Neo4jBrowser:
    """An open page, and what one does on it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def part(self, name: str) -> Locator:
        return self.page.locator(f'[data-testid="{name}"]')

    def connect(self, url: str, user: str, password: str) -> None:
        """Open the page and sign in; whatever the server says follows by itself."""
        self.page.goto(url)
        self.part("username").fill(user)
        self.part("password").fill(password)
        self.part("connect").click()
        self.part("navigationFavorites").wait_for()
        self.part("activeEditor").wait_for()

    def run(self, text: str) -> Locator:
        """Paste a text into the editor and run it; the frame with what came of it."""
        before = self.part("frame").count()
        self.part("activeEditor").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)
        self.part("editor-Run").click()
        self.page.wait_for_function(
            "n => document.querySelectorAll('[data-testid=frame]').length > n", arg=before
        )
        frame = self.part("frame").first
        frame.locator('[data-testid="frame-loaded-contents"]').wait_for()
        return frame

    def drop(self, name: str, content: bytes) -> None:
        """Drag a file from the desktop onto the page and let it go."""
        self.page.evaluate(
            """([name, data]) => {
              const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
              const carried = new DataTransfer();
              carried.items.add(new File([bytes], name));
              const target = document.querySelector("[data-testid=activeEditor]");
              for (const kind of ["dragenter", "dragover", "drop"]) target.dispatchEvent(
                new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
            }""",
            [name, base64.b64encode(content).decode()],
        )

    def shot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png")


@contextmanager
def neo4j_browser(playwright: Playwright) -> Iterator[Neo4jBrowser]:
    """A fresh Chromium with an empty page."""
    chromium = playwright.chromium.launch(
        executable_path=needs.program("chromium"), args=list(FLAGS)
    )
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(60_000)
    yield Neo4jBrowser(page)
    chromium.close()
