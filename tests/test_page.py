"""The path page as a reader meets it, in a real Chromium. Without one, these tests fail."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import needs
import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Playwright, sync_playwright
from sample_path import RL, answer, around, entity, picture
from trendweave.graph.pictures.page import MOST_BYTES, write_page
from trendweave.graph.pictures.pages.story import path_picture
from trendweave.graph.pictures.picture import Link, Node, Picture

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


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    path = needs.program("chromium")
    browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    files = {lang: folder / f"{lang}.html" for lang in ("zh", "en", "both")}
    for lang, file in files.items():
        write_page(picture(), file, lang=lang)
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

    def spot(self, name: str) -> tuple[float, float]:
        """Where on the screen the box of ``name`` is."""
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

    def panel(self) -> str:
        return self.page.locator("#panel").inner_text()


Opened = Callable[..., Reader]


@pytest.fixture
def reader(chromium: Browser, pages: dict[str, Path]) -> Iterator[Opened]:
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


def shot(reader: Reader, name: str, *, full: bool = False) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    reader.page.screenshot(path=SHOTS / f"{name}.png", full_page=full)


# What it looks like -----------------------------------------------------------------------------


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
    shot(wide, "path-full-1440", full=True)
    shot(reader("zh", color_scheme="dark"), "path-zh-dark-1440x900")


def test_the_story_reads_without_scripts(reader: Opened) -> None:
    plain = reader("en", java_script_enabled=False)
    story = plain.page.locator("#story").inner_text()
    assert "turns a chat model into one that acts" in story
    assert "Vision-language-action model" in story


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("mode", ["zh", "en", "both"])
def test_no_letters_collide_at_the_default_zoom(
    reader: Opened, window: dict[str, int], mode: str
) -> None:
    one = reader("en", window)
    one.page.locator(f"[data-mode={mode}]").click()
    letters = one.letters()
    assert len(letters) > 42
    for a, b in itertools.combinations(letters, 2):
        apart_x = a["x"] + a["w"] <= b["x"] or b["x"] + b["w"] <= a["x"]
        apart_y = a["y"] + a["h"] <= b["y"] or b["y"] + b["h"] <= a["y"]
        assert apart_x or apart_y, (a, b)
    assert one.page.evaluate("trendweave.view.getScale()") * 13 > 10, "too small to read"
    shot(one, f"path-{mode}-{window['width']}x{window['height']}")


def test_everything_fits_the_window_at_first(reader: Opened) -> None:
    for window in (DESK, PHONE):
        outside = reader("both", window).page.evaluate(
            """() => { const t = trendweave, c = document.getElementById("canvas");
              return t.nodes.filter((n) => {
                const [x, y, w, h] = t.box(n);
                const a = t.view.canvasToDOM({ x: x - w / 2, y: y - h / 2 });
                const b = t.view.canvasToDOM({ x: x + w / 2, y: y + h / 2 });
                return a.x < 0 || a.y < 0 || b.x > c.clientWidth || b.y > c.clientHeight;
              }).map((n) => n.name).concat(
                document.documentElement.scrollWidth > innerWidth ? ["the page itself"] : []); }"""
        )
        assert outside == []


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
    shot(one, "path-print", full=True)


# What a reader does -----------------------------------------------------------------------------


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
    shot(one, "panel-1440x900")
    one.page.locator("#panel").get_by_role("button", name="OpenAI").click()
    assert one.page.locator("#panel-title").inner_text() == "OpenAI"
    assert "built by" not in one.panel()
    assert "builds" in one.panel()
    one.page.keyboard.press("Escape")
    assert not one.page.locator("#panel").is_visible()


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


def test_a_phone_scrolls_taps_and_searches(reader: Opened) -> None:
    one = reader("both", PHONE)
    assert not one.page.locator("#legend").evaluate("(d) => d.open")
    shot(one, "path-full-390", full=True)
    assert one.page.evaluate("document.documentElement.scrollHeight") > 2000
    one.page.evaluate("scrollTo(0, 400)")
    one.page.touchscreen.tap(*one.spot("o1"))
    assert "推理能力来自训练后期的强化。" in one.panel()
    assert one.spot("o1")[1] < 844 * 0.4, "the thing itself stays in sight above the panel"
    shot(one, "panel-390x844")


# What must never happen -------------------------------------------------------------------------

EVIL = (
    "</script><img src=x onerror=alert(1)>",
    "<svg onload=alert(2)>",
    "\"'><script>alert(3)</script>",
    "javascript:alert(4)",
    "{{ 7*7 }}{% raw %}${alert(5)}",
    "\u202eevil\u202c\u2066 الذكاء",
    "长" * 10_000,
    "👨‍👩‍👧‍👦" * 40,
    "nul\x00nul\ud800\u2028\u2029",
    "<!--<script>",
    "__proto__",
)


def hostile() -> Picture:
    def evidence(text: str) -> dict[str, Any]:
        keys = ("source", "where", "text", "quote", "certainty")
        return dict.fromkeys(keys, text) | {"link": f"javascript:alert('{text}')"}

    def named(i: int, text: str, spine: bool) -> Node:
        evil = (evidence(text), {**evidence(text), "link": f"https://example.org/{text}"})
        rank = i if spine else None
        return Node(f"{text[:40]}{i}", text[:60], text, text[::-1], evil, spine, rank, (text,))

    nodes = tuple(named(i, text, i < 3) for i, text in enumerate(EVIL))
    links = tuple(
        Link(a.id, b.id, a.name[:60], a.name[:60], a.evidence, a.spine and b.spine, a.name, (b,))
        for a, b in itertools.combinations(nodes, 2)
        if a.spine
    )
    return Picture(EVIL[0], EVIL[1], nodes, links, EVIL[2], EVIL[0])


def test_hostile_names_fire_nothing(reader: Opened, tmp_path: Path) -> None:
    file = tmp_path / "evil.html"
    write_page(hostile(), file, lang="both", quotes=True)
    assert file.stat().st_size <= MOST_BYTES
    for window in (DESK, PHONE):
        one = reader(file, window)
        assert one.page.evaluate("trendweave.nodes.length") == len(EVIL)
        for name in one.page.evaluate("trendweave.nodes.map((n) => n.name)"):
            x, y = one.spot(name)
            one.page.evaluate("(y) => scrollBy(0, y - 300)", y)
            x, y = one.spot(name)
            one.page.mouse.move(x, y)
            one.page.mouse.click(x, y)
            assert one.page.locator("#panel").is_visible()
            one.page.locator(".close").click()
        one.page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        for mode in ("zh", "en", "both"):
            one.page.evaluate(f"document.querySelector('[data-mode={mode}]').click()")
        for text in EVIL[:4]:
            one.page.locator("#search").fill(text)
            one.page.keyboard.press("Enter")
            assert one.page.locator("#panel").is_visible()
            links = one.page.evaluate("[...document.links].map((a) => a.getAttribute('href'))")
            assert all(link.startswith(("https://", "#")) for link in links)
        assert one.page.locator("img:not(#printed), iframe, svg[onload], script[src]").count() == 0
        assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        shot(one, f"hostile-{window['width']}")


def test_the_file_names_nothing_outside_and_forbids_it(pages: dict[str, Path]) -> None:
    html = pages["both"].read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert not re.search(r"<(?:script|link|img|iframe)[^>]*\s(?:src|href)=", html)
    assert "@import" not in html
    assert "sourceMappingURL" not in html
    hrefs = set(re.findall(r'href="([^"]*)"', html))
    assert hrefs == {"#story", "https://example.org/sample-report"}
    assert html.startswith("<!doctype html>")
    assert b"\r" not in pages["both"].read_bytes()


def test_the_policy_stops_what_slips_in(
    reader: Opened, pages: dict[str, Path], tmp_path: Path
) -> None:
    """Were a name ever written unescaped, the policy would still not let it run."""
    file = tmp_path / "leaky.html"
    html = pages["en"].read_text(encoding="utf-8")
    leak = '<h2><img src=x onerror="window.fired=1"><script>window.fired=2</script></h2>'
    file.write_text(html.replace("<main>", f"<main>{leak}", 1), encoding="utf-8")
    one = reader(file)
    assert one.page.evaluate("window.fired") is None
    assert one.page.evaluate("trendweave.nodes.length") == 42
    assert any("Content Security Policy" in c for c in one.complaints)
    one.complaints.clear()


def test_size_and_bytes(pages: dict[str, Path], tmp_path: Path) -> None:
    for file in pages.values():
        assert file.stat().st_size < MOST_BYTES
    again = tmp_path / "again.html"
    write_page(path_picture(answer(), around()[::-1]), again, lang="both")
    assert again.read_bytes() == pages["both"].read_bytes()


def test_a_flood_of_names_and_claims_stays_within_the_size(tmp_path: Path) -> None:
    claims = tuple(
        {"source": f"s{i}", "where": "在" * 900, "certainty": "stated", "text": "很长" * 900}
        for i in range(40)
    )
    nodes = tuple(
        Node(
            str(i),
            "Model",
            f"{i}" + "名" * 9000,
            f"{i}" + "字" * 9000,
            claims,
            i < 3,
            i,
            ("别" * 99,) * 30,
        )
        for i in range(60)
    )
    pairs = itertools.islice(itertools.combinations(nodes, 2), 160)
    links = tuple(
        Link(a.id, b.id, "BRIDGE", "stated", claims, a.spine and b.spine, "句" * 999, nodes[5:25])
        for a, b in pairs
    )
    write_page(Picture("t" * 999, "题" * 999, nodes, links), tmp_path / "flood.html", quotes=True)
    assert (tmp_path / "flood.html").stat().st_size <= MOST_BYTES


def test_quotes_only_when_asked(tmp_path: Path) -> None:
    write_page(picture(), tmp_path / "with.html", quotes=True)
    assert b"QUOTE-OF-THE-SOURCE" in (tmp_path / "with.html").read_bytes()
    write_page(picture(), tmp_path / "without.html")
    assert b"QUOTE-OF-THE-SOURCE" not in (tmp_path / "without.html").read_bytes()


@pytest.mark.parametrize(("encoding", "python"), [("GBK", "gbk"), ("C", "ascii")])
def test_the_page_is_utf8_whatever_the_locale(
    pages: dict[str, Path], tmp_path: Path, encoding: str, python: str
) -> None:
    locale = "C"
    if encoding == "GBK":
        locale = "zh_CN.GBK"
        made = [needs.program("localedef"), "-i", "zh_CN", "-f", "GBK", str(tmp_path / locale)]
        subprocess.run(made, check=True, capture_output=True)
    code = (
        "import sys, locale, codecs; from pathlib import Path\n"
        "from sample_path import picture; from trendweave.graph.pictures.page import write_page\n"
        "print(codecs.lookup(locale.getencoding()).name)\n"
        "write_page(picture(), Path(sys.argv[1]), lang='both')"
    )
    ran = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", code, str(tmp_path / "page.html")],
        cwd=Path(__file__).parent,
        env={
            "PATH": os.environ["PATH"],
            "LC_ALL": locale,
            "LOCPATH": str(tmp_path),
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        },
        check=True,
        capture_output=True,
    )
    assert ran.stdout.decode("ascii").split() == [python]
    assert (tmp_path / "page.html").read_bytes() == pages["both"].read_bytes()


def test_what_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "no.html"
    with pytest.raises(ValueError, match="not one of zh, en, both"):
        write_page(picture(), file, lang="fr")
    with pytest.raises(ValueError, match="no story"):
        write_page(Picture("a", "a", (Node("x", "Model", "x"),), ()), file)
    lost = replace(picture(), links=(Link("trend:nowhere", RL["id"], "ENABLES", "stated"),))
    with pytest.raises(ValueError, match="trend:nowhere"):
        write_page(lost, file)
    assert not file.exists()


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
