"""Pages in headless Chromium without a network, ours beside pyvis's own, in one run.

python benchmarks/pictures.py [--cap 40] [--chromium PATH]

A page is interactive from the second of two frames in a row that took under 150 ms, once the
graph is on the canvas and no loading bar covers it. The layout runs in a process of its own.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMITS = {200: 1.0, 2_000: 1.5, 10_000: 4.0}
KINDS = ("Company", "Model", "Model", "Product", "Technique")
TYPES = ("BUILDS", "ENABLES", "APPLIES", "POWERED_BY", "EXEMPLIFIES")
PATH_BYTES = 650_000
FLAGS = ("--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND")
WATCH = """
(() => {
  let drawn = 0, last = 0, quick = 0;
  for (const name of ["fill", "stroke", "fillText", "drawImage"]) {
    const own = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...given) {
      drawn += 1;
      return own.apply(this, given);
    };
  }
  const covered = () => {
    const bar = document.getElementById("loadingBar"), look = bar && getComputedStyle(bar);
    return bar && look.display !== "none" && Number(look.opacity) > 0.01;
  };
  const frame = (now) => {
    quick = drawn && !covered() && now - last < 150 ? quick + 1 : 0;
    last = now;
    if (quick >= 2) window.interactive = performance.now(); else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})();
"""


def picture(count: int):
    """A graph of hubs and many small things, 1.9 links each, every one with a claim."""
    from trendweave.graph.pictures.picture import Link, Node, Picture

    pick = random.Random(7)
    claim = {"source": "Benchmark", "certainty": "stated", "text": "A says so of B", "link": None}
    trends = [Node(f"t{i}", "Trend", f"Trend {i}", f"趋势{i}", weight=99.0) for i in range(10)]
    things = [
        Node(
            id=f"n{i}",
            kind=pick.choice(KINDS),
            name=f"Thing number {i}",
            name_zh=f"事物{i}",
            evidence=({**claim, "where": "1"},),
            weight=pick.paretovariate(1.3),
            year=pick.randint(2018, 2025),
        )
        for i in range(count - 10)
    ]
    nodes = (*trends, *things)
    ends = [(n.id, nodes[int(i * pick.random() ** 2)].id) for i, n in enumerate(nodes) if i]
    ends += [(pick.choice(things).id, pick.choice(nodes).id) for _ in range(int(count * 0.9))]
    links = (
        Link(a, b, pick.choice(TYPES), "stated", ({**claim, "where": str(i % 10)},))
        for i, (a, b) in enumerate(ends)
        if a != b
    )
    focus = tuple(n.id for n in trends)
    return Picture("Benchmark", "基准", nodes, tuple(links), page="overview", focus=focus)


def pyvis_page(shown, file: Path) -> None:
    """The same graph as pyvis writes it by itself, scripts inlined."""
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line")
    # add_edge compares with every edge before: the lists take the same dictionaries.
    net.nodes += [
        {"id": n.id, "label": n.name, "shape": "dot", "title": n.name} for n in shown.nodes
    ]
    net.edges += [{"from": k.source, "to": k.target, "title": k.type} for k in shown.links]
    file.write_text(net.generate_html(), encoding="utf-8")


def interactive(browser, file: Path, cap: float) -> float | None:
    """Seconds until the page can be used; None where ``cap`` seconds are not enough."""
    from playwright.sync_api import Error

    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    page.add_init_script(WATCH)
    try:
        page.set_default_timeout(cap * 1000)
        page.goto(file.as_uri(), wait_until="commit")
        for _ in range(int(cap * 4)):
            page.wait_for_timeout(250)
            if since := page.evaluate("window.interactive ?? 0"):
                return since / 1000
        return None
    except Error:  # too busy to answer at all
        return None
    finally:
        page.close()


def layout() -> None:
    """Print the seconds that 10,000 dots take, and by how many MB the process grows."""
    from trendweave.graph.pictures.maps import place

    shown = picture(10_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time(), time.perf_counter()
    place(shown)
    took = time.process_time() - began[0], time.perf_counter() - began[1]
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(
        f"layout of 10,000: {took[1]:.2f} s ({took[0]:.2f} s of processor; limit 1 s), "
        f"{grown:.0f} MB more (limit 100 MB)"
    )


def path_bytes(folder: Path) -> int:
    """The size of the page that the README shows."""
    import trendweave

    with trendweave.open(folder / "db") as graph:
        graph.load("report")
        graph.draw_path("强化学习", "智能体", "具身智能", file=folder / "path.html")
    return (folder / "path.html").stat().st_size


def _said(took: float | None, cap: float) -> str:
    return f"{took:.2f} s" if took else f"not within {cap:.0f} s"


def main() -> None:
    """Print seconds, bytes and ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cap", type=float, default=40.0)
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    parser.add_argument("--sizes", type=int, nargs="+", default=list(LIMITS))
    parser.add_argument("--layout", action="store_true", help="only the layout")
    given = parser.parse_args()
    if given.layout:
        layout()
        return
    from playwright.sync_api import sync_playwright
    from trendweave.graph.pictures.html.page import write_page

    subprocess.run([sys.executable, __file__, "--layout"], check=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        print(f"path page: {path_bytes(folder):,} bytes (limit {PATH_BYTES:,})")
        browser = playwright.chromium.launch(executable_path=given.chromium, args=list(FLAGS))
        for count in given.sizes:
            shown = picture(count)
            ours, theirs = folder / "ours.html", folder / "pyvis.html"
            write_page(shown, ours)
            pyvis_page(shown, theirs)
            mine = interactive(browser, ours, given.cap)
            own = interactive(browser, theirs, given.cap)
            print(
                f"{count:,} things: {_said(mine, given.cap)} (limit {LIMITS[count]} s), "
                f"{ours.stat().st_size:,} bytes; pyvis {_said(own, given.cap)}, "
                f"{theirs.stat().st_size:,} bytes"
                + (f", {own / mine:.1f} times as long" if own and mine else "")
            )
        browser.close()


if __name__ == "__main__":
    main()
