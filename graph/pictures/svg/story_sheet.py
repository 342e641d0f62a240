"""A story as SVG: the boxes, curves and signs of the page's wide arrangement."""

from __future__ import annotations

from ..colours import INK_ON_LIGHT, PAPER, kind_look, relationship_look
from ..layers.arrangement import GLYPH_ROOM, Box, Layout, sign_text
from ..layers.layout import across
from ..marks import mark_path
from ..picture import Link, Picture
from .parts import EDGE, INK, MUTED, Sheet, arrow, line, symmetric


def draw(sheet: Sheet, picture: Picture, lang: str) -> Box:
    """Draw ``picture`` and return the box round it."""
    first = "zh" if lang == "zh" else "en"
    layout = across(picture, lang=first)
    ranks = {n.id: i for i, n in enumerate(picture.spine)}
    order = sorted(
        range(len(picture.links)),
        key=lambda k: (picture.links[k].spine, k not in layout.far, k),
    )
    for k in order:
        link = picture.links[k]
        a, b = (ranks.get(i, len(ranks)) for i in (link.source, link.target))
        # What two things far apart have to do with each other would only be a tangle here.
        if a == b and k in layout.far:
            continue
        _link(sheet, link, layout, k, forward=a <= b, quiet=a == b)
    for n in picture.nodes:
        _node(sheet, picture, layout, n.id, lang)
    steps = sorted(
        (k for k, link in enumerate(picture.links) if link.spine),
        key=lambda k: min(ranks.get(i, 99) for i in _ends(picture.links[k])),
    )
    for k, box in layout.signs.items():
        link = picture.links[k]
        forward = ranks[link.source] <= ranks[link.target]
        text = sign_text(link, forward=forward, mode=lang, lang=first)
        _sign(sheet, link, box, text, steps.index(k) + 1 if k in steps else None)
    return layout.bounds()


def _ends(link: Link) -> tuple[str, str]:
    return link.source, link.target


def _link(sheet: Sheet, link: Link, layout: Layout, k: int, *, forward: bool, quiet: bool) -> None:
    path = layout.curves[k]
    alpha = 1.0 if link.spine else 0.2 if k in layout.far else 0.3 if quiet else 0.4
    line(sheet, link, path, 3.5 if link.spine else 1.25, alpha, "9 8" if link.spine else "4 4")
    if symmetric(link):
        return
    if link.spine and not forward:
        path = [v for pair in zip(path[-2::-2], path[::-2], strict=True) for v in pair]
    arrow(sheet, path, 13 if link.spine else 7, relationship_look(link.type).light, alpha)


def _node(sheet: Sheet, picture: Picture, layout: Layout, id_: str, lang: str) -> None:
    n = next(n for n in picture.nodes if n.id == id_)
    box, label, look = layout.boxes[id_], layout.labels[id_][lang], kind_look(n.kind)
    sheet.group(n.name if not n.name_zh else f"{n.name} · {n.name_zh}")
    edge = {} if n.spine else {"stroke": EDGE}
    size = {"x": box.left, "y": box.top, "width": box.w, "height": box.h}
    fill = look.light if n.spine else PAPER
    sheet.put("rect", **size, rx=11.0 if n.spine else 8.0, fill=fill, **edge)
    ink = INK_ON_LIGHT if n.spine else INK
    mark = mark_path(look.mark, box.left + 16, box.y, 6)
    sheet.put("path", d=mark, fill=ink if n.spine else look.light, fill_rule="evenodd")
    leading = label.size * 1.3
    y = box.y - label.height / 2 + leading / 2
    x = box.left + 29
    weight = 600 if n.spine else 500
    small = label.size * 0.84
    soft = ink if n.spine else MUTED
    for text in label.lines:
        sheet.write(text, x, y, label.size, weight=weight, colour=ink)
        y += leading
    if label.second and label.beside:
        right = box.right - (GLYPH_ROOM - 29)
        sheet.write(label.second, right, box.y, small, colour=soft, anchor="end")
    elif label.second:
        sheet.write(label.second, x, y - leading * 0.08, small, colour=soft)
    sheet.end()


def _sign(sheet: Sheet, link: Link, box: Box, text: str, step: int | None) -> None:
    colour = relationship_look(link.type).light
    size = {"x": box.left, "y": box.top, "width": box.w, "height": box.h}
    sheet.put("rect", **size, rx=box.h / 2, fill=PAPER, stroke=colour, stroke_width="1.25")
    x = box.x
    if step:
        sheet.put("circle", cx=box.left + 13, cy=box.y, r=9.0, fill=colour)
        at = box.left + 13
        sheet.write(str(step), at, box.y, 11, colour=INK_ON_LIGHT, anchor="middle", weight=600)
        x += 9
    sheet.write(text, x, box.y, 12, anchor="middle", weight=500)
