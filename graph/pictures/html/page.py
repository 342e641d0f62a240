"""Writes a picture as one HTML file that opens from disk with the network off.

pyvis holds the nodes and edges and brings vis-network; the template, the positions and the
writing are ours, because pyvis's own page asks two CDNs, escapes by halves and is written in
whatever encoding the machine has. Import this module only when a page is wanted: pyvis brings
networkx and IPython.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from ..picture import Picture
from .map_page import MapPage
from .page_data import MODES, Shown, cleaned
from .story_page import Story

MOST_BYTES: Final = 650_000
_TEMPLATES: Final = Path(__file__).parent / "templates"
_VIS: Final = Path(pyvis.__file__).parent / "templates/lib/vis-9.1.2/vis-network.min.js"
_OWN: Final = {"story": ("story.js",), "map": ("map.js", "names.js")}
_SHARED: Final = ("view.js", "panel.js", "find.js", "save.js", "start.js")
_STYLES: Final = ("frame.css", "picture.css", "words.css")
# How many claims a link shows, how long a text and how long a name may be; the later ones only
# when a page would otherwise grow past its limit.
_MEASURES: Final = (
    (12, 1200, 240),
    (6, 400, 240),
    (2, 160, 80),
    (1, 60, 40),
    (1, 20, 16),
)
# What a map may be larger than a story, where each thing and each link has its claims.
_BYTES_A_NODE: Final = 1_000
_BYTES_A_LINK: Final = 500


def write_page(picture: Picture, file: Path, *, lang: str = "en", quotes: bool = False) -> None:
    """Write ``picture`` to ``file``; equal pictures give equal bytes.

    ``lang`` is ``"en"``, ``"zh"`` or ``"both"``: which names the page shows at first (``both``
    with English around them). ``quotes`` also shows the sentences of the source where the
    evidence has them. A picture with a spine is told as a story and gives at most 650,000 bytes,
    any other is drawn as a map and gives at most 1,000 more a node and 500 more a link, however
    many and long their claims: texts are cut and in the end links left out. Raises ValueError for
    another ``lang``, a picture without nodes or a link without its ends, OSError when the file
    cannot be written.
    """
    if lang not in MODES:
        raise ValueError(f"lang is {lang!r}, not one of zh, en, both")
    if not picture.nodes:
        raise ValueError("a picture without things has nothing to draw")
    there = {n.id for n in picture.nodes}
    if lost := {i for link in picture.links for i in (link.source, link.target)} - there:
        raise ValueError(f"links lead to nodes that the picture lacks: {sorted(lost)[:3]}")
    file.write_bytes(_fitting(cleaned(picture), lang, quotes))


def most_bytes(picture: Picture) -> int:
    """How large the page of a map may become."""
    return MOST_BYTES + len(picture.nodes) * _BYTES_A_NODE + len(picture.links) * _BYTES_A_LINK


def _fitting(picture: Picture, labels: str, quotes: bool) -> bytes:
    """The page as bytes, shortened and in the end with fewer links until it is small enough."""
    measures: tuple[tuple[int, int, int], ...] = _MEASURES
    form, most = (Story, MOST_BYTES) if picture.spine else (MapPage, most_bytes(picture))
    while True:
        page = form(picture, labels=labels, quotes=quotes)
        for page.most, page.longest, page.name in measures:
            html = _html(page).encode("utf-8")
            if len(html) <= most:
                return html
        story = tuple(link for link in picture.links if link.spine)
        others = [link for link in picture.links if not link.spine]
        if not others:
            return html
        measures = _MEASURES[-1:]
        picture = replace(picture, links=(*story, *others[: len(others) // 2]))


def _html(page: Shown) -> str:
    net = Network(directed=True, cdn_resources="in_line")
    nodes, edges = page.nodes(), page.edges()
    net.nodes, net.edges, net.options = _lean(nodes), _lean(edges), {}
    env = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    json_form = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
    env.policies["json.dumps_kwargs"] = json_form
    # generate_html passes a fixed set of names; all else that the template needs goes here.
    env.globals["tw"] = {**page.words(nodes, edges), **_assets(page.form)}
    net.templateEnv, net.path = env, "page.html.j2"
    return str(net.generate_html())


def _assets(form: str) -> dict[str, Markup]:
    """Scripts and styles, and a policy under which nothing but these very texts may run."""
    vis = _VIS.read_text(encoding="utf-8").replace("\r\n", "\n")
    vis = vis.partition("//# sourceMappingURL")[0]
    ours = "".join(_template(name) for name in ("core.js", *_OWN[form], *_SHARED))
    js = f'"use strict";\n(() => {{\n{ours}}})();\n'
    css = "".join(_template(name) for name in _STYLES)
    scripts = " ".join(_hash(text) for text in (vis, js))
    policy = (
        f"default-src 'none'; script-src {scripts}; style-src {_hash(css)}; "
        "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    texts = {"vis": vis, "js": js, "css": css, "policy": policy}
    return {name: Markup(text) for name, text in texts.items()}


def _lean(value: Any) -> Any:
    """``value`` without its empty parts, which the script fills in again."""
    if isinstance(value, dict):
        lean = {key: _lean(part) for key, part in value.items()}
        return {k: v for k, v in lean.items() if v not in ("", None, [], {}) and v is not False}
    return [_lean(part) for part in value] if isinstance(value, list | tuple) else value


def _template(name: str) -> str:
    """A script or style without indentation and comments, which every page would carry along."""
    lines = (line.strip() for line in (_TEMPLATES / name).read_text(encoding="utf-8").splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "/*")))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
