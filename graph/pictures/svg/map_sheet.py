"""A map as SVG: guides, links, dots, letters, in this order."""

from __future__ import annotations

from functools import partial

from ..colours import PAPER, kind_look, relationship_look
from ..layers.arrangement import Box
from ..maps import Map, curve, line_width, place
from ..maps.spots import Guide, Tag
from ..marks import mark_path
from ..picture import Picture
from .parts import HAIRLINE, INK, MUTED, Sheet, arrow, line, num, symmetric

_ARROWS = 600
_DASHES = 1000
_RINGS = 2  # round more than these it would only be heavy


def draw(sheet: Sheet, picture: Picture, lang: str) -> Box:
    """Draw ``picture`` and return the box round it."""
    placed = place(picture, lang="zh" if lang == "zh" else "en")
    for guide in placed.guides:
        _guide(sheet, guide, lang)
    _links(sheet, picture, placed)
    tags = placed.labels[lang]
    for n in sorted(picture.nodes, key=lambda n: (n.weight, n.id)):
        spot, look = placed.spots[n.id], kind_look(n.kind)
        sheet.group(n.name if not n.name_zh else f"{n.name} · {n.name_zh}")
        if n.id in picture.focus and len(picture.focus) <= _RINGS:
            ring = {"fill": PAPER, "stroke": INK, "stroke_width": "1.5"}
            sheet.put("circle", cx=spot.x, cy=spot.y, r=spot.r + 4, **ring)
        shape = {"fill_rule": "evenodd", "stroke": PAPER, "stroke_width": "1.5"}
        path = mark_path(look.mark, spot.x, spot.y, spot.r)
        sheet.put("path", d=path, fill=look.light, **shape, paint_order="stroke")
        sheet.end()
    for tag in tags.values():
        _letters(sheet, tag)
    return placed.bounds()


def _links(sheet: Sheet, picture: Picture, placed: Map) -> None:
    count = len(picture.links)
    alpha = min(0.55, max(0.1, 4.2 / max(count, 1) ** 0.5))
    order = sorted(range(count), key=lambda k: (-line_width(placed, k, picture.links[k]), k))
    for k in order:
        link = picture.links[k]
        path = curve(placed, k, link)
        wide = line_width(placed, k, link)
        line(sheet, link, path, wide, alpha, "4 4" if count <= _DASHES else "")
        if count <= _ARROWS and not symmetric(link):
            colour = relationship_look(link.type).light
            arrow(sheet, path, 5 + wide, colour, min(1.0, alpha + 0.15))


def _letters(sheet: Sheet, tag: Tag) -> None:
    label, box = tag.label, tag.box
    write = partial(
        sheet.write,
        x={"start": box.left, "end": box.right}.get(tag.align, box.x),
        anchor=tag.align,
        halo=True,
    )
    size, weight = label.size, 600 if label.bold else 500
    y = box.top + size * 0.65
    if label.beside:
        write(f"{label.lines[0]}  {label.second}", y=y, size=size, weight=weight)
        return
    for text in label.lines:
        write(text, y=y, size=size, weight=weight)
        y += size * 1.3
    if label.second:
        write(label.second, y=y - size * 0.08, size=size * 0.84, colour=MUTED)


def _guide(sheet: Sheet, guide: Guide, lang: str) -> None:
    text = guide.zh if lang == "zh" else guide.en
    hair = {"stroke": HAIRLINE, "stroke_width": "1", "fill": "none"}
    match guide.shape:
        case "ring":
            sheet.put("circle", cx=guide.x, cy=guide.y, r=guide.to, **hair)
        case "line":
            sheet.put("path", d=f"M{num(guide.x)} {num(guide.y)}V{num(guide.to)}", **hair)
            sheet.write(text, guide.x, guide.y - 10, 12, colour=MUTED, anchor="middle", weight=600)
        case "lane":
            path = f"M{num(guide.x)} {num(guide.y + 14)}H{num(guide.to)}"
            sheet.put("path", d=path, **hair)
            sheet.write(text, guide.x, guide.y, 12, colour=MUTED, weight=600)
        case _:
            sheet.write(text, guide.x, guide.y, 12, colour=MUTED, anchor="middle", weight=600)
