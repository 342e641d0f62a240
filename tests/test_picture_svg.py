"""The SVG of a picture: well formed, complete, and harmless whatever a source has written."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from sample_path import picture as story
from trendweave.graph.pictures.colours import KINDS
from trendweave.graph.pictures.marks import mark_path
from trendweave.graph.pictures.picture import Link, Node, Picture
from trendweave.graph.pictures.svg import svg, write_svg

HOSTILE = (
    "</text></svg><script>alert(1)</script>",
    '"><image href="https://example.org/x.png" onload="alert(1)"/>',
    "]]><!-- &#x0; &nbsp; %",
    "a\x00b\x1b\ud800\ufffe",
    "\u202eevil\u2066",
    "javascript:alert(1)",
    "名" * 10_000,
    "👩‍👩‍👧‍👦" * 40,
)
TAGS = {"svg", "title", "style", "rect", "path", "circle", "text", "g"}


def hostile_map() -> Picture:
    nodes = tuple(
        Node(f"n{i}", kind, HOSTILE[i % len(HOSTILE)], HOSTILE[(i + 3) % len(HOSTILE)])
        for i, kind in enumerate((*KINDS, *HOSTILE))
    )
    links = tuple(
        Link("n0", n.id, HOSTILE[i % len(HOSTILE)], HOSTILE[(i + 1) % len(HOSTILE)])
        for i, n in enumerate(nodes[1:])
    )
    text = HOSTILE[0] + HOSTILE[3] + HOSTILE[4]
    return Picture(text, text, nodes, links, note=text, note_zh=text, page="ego", focus=("n0",))


def elements(text: str) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(text)
    return list(root.iter())


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_nothing_that_a_source_writes_does_anything(lang: str) -> None:
    text = svg(hostile_map(), lang=lang)
    for element in elements(text):
        assert element.tag.rpartition("}")[2] in TAGS
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name]
        assert not [value for value in element.attrib.values() if "url(" in value]
    assert not [c for c in "\x00\x1b\u202e\u2066\ufffe" if c in text]
    assert text.encode("utf-8")
    assert len(text) < 60_000, "long names are cut"


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_a_story_shows_every_box_and_names_every_step(lang: str) -> None:
    picture = story()
    parts = elements(svg(picture, lang=lang))
    said = "\n".join(e.text or "" for e in parts if e.tag.endswith("}text"))
    assert ("强化学习" in said) == (lang != "en")
    assert ("6 in common" in said) == (lang != "zh")
    assert ("共有 6 项" in said) == (lang != "en")
    titles = [e for e in parts if e.tag.endswith("}title")]
    assert len(titles) == len(picture.nodes) + 1


def test_the_legend_names_what_is_there_and_nothing_else() -> None:
    text = svg(story(), lang="en")
    said = {e.text for e in elements(text)}
    assert {"trend", "company", "enables", "overlaps with", "builds"} <= said
    assert "person" not in said


def test_every_kind_has_a_mark_of_its_own() -> None:
    marks = {mark_path(kind.mark, 0, 0, 6) for kind in KINDS.values()}
    assert len(marks) == len(KINDS)


def test_files_are_utf_8_and_the_same_twice(tmp_path: Path) -> None:
    first, second = tmp_path / "1.svg", tmp_path / "2.svg"
    write_svg(story(), first, lang="zh")
    write_svg(story(), second, lang="zh")
    assert first.read_bytes() == second.read_bytes()
    assert "强化学习" in first.read_text(encoding="utf-8")


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        svg(Picture("A", "甲", (), ()))
    with pytest.raises(ValueError, match="not one of"):
        svg(story(), lang="fr")
