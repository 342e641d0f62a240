"""What must never happen on a page, whatever a source says, and what its file is like."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import needs
import pytest
from reader import DESK, PHONE, Opened
from sample_map import chart
from sample_path import RL, answer, around, picture
from trendweave.graph.pictures.html.page import MOST_BYTES, most_bytes, write_page
from trendweave.graph.pictures.pages.story import path_picture
from trendweave.graph.pictures.picture import Link, Node, Picture

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


SHAPES = {"svg", "title", "path", "rect", "text"}


def hostile(form: str) -> Picture:
    def evidence(text: str) -> dict[str, Any]:
        keys = ("source", "where", "text", "quote", "certainty")
        return dict.fromkeys(keys, text) | {"link": f"javascript:alert('{text}')"}

    def named(i: int, text: str, spine: bool) -> Node:
        evil = (evidence(text), {**evidence(text), "link": f"https://example.org/{text}"})
        return Node(f"{text[:40]}{i}", text[:60], text, text[::-1], evil, spine, i, (text,))

    nodes = tuple(named(i, text, i < 3) for i, text in enumerate(EVIL))
    links = tuple(
        Link(a.id, b.id, a.name[:60], a.name[:60], a.evidence, a.spine and b.spine, a.name, (b,))
        for a, b in itertools.combinations(nodes, 2)
        if a.spine
    )
    told = Picture(EVIL[0], EVIL[1], nodes, links, EVIL[2], EVIL[0])
    if form == "story":
        return told
    alone = tuple(replace(n, spine=False, rank=None, year=2020 + n.rank % 3) for n in nodes)
    apart = tuple(replace(k, spine=False) for k in links)
    return replace(told, nodes=alone, links=apart, page="ego", focus=(nodes[0].id,))


@pytest.mark.parametrize("form", ["story", "map"])
def test_hostile_names_fire_nothing(reader: Opened, tmp_path: Path, form: str) -> None:
    file = tmp_path / "evil.html"
    write_page(hostile(form), file, lang="both", quotes=True)
    assert file.stat().st_size <= most_bytes(hostile(form))
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
        one.shot(f"hostile-{form}-{window['width']}")
        with one.page.expect_download() as waiting:
            one.page.locator("#svg").click()
        drawn = ElementTree.parse(waiting.value.path())
        assert {e.tag.rpartition("}")[2] for e in drawn.iter()} <= SHAPES
        assert all(not key.startswith("on") for e in drawn.iter() for key in e.attrib)


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
    shuffled = replace(chart(), nodes=chart().nodes[::-1])
    write_page(shuffled, again, lang="en")
    assert again.read_bytes() == pages["map"].read_bytes()


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
        "from sample_path import picture\n"
        "from trendweave.graph.pictures.html.page import write_page\n"
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
    with pytest.raises(ValueError, match="nothing to draw"):
        write_page(Picture("a", "a", (), ()), file)
    lost = replace(picture(), links=(Link("trend:nowhere", RL["id"], "ENABLES", "stated"),))
    with pytest.raises(ValueError, match="trend:nowhere"):
        write_page(lost, file)
    assert not file.exists()
