"""The parts of every SVG: text that is safe, lines with arrows, the title and the legend."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from ..colours import KINDS, PAPER, RELATIONSHIPS, kind_look, relationship_look
from ..layers.arrangement import Box
from ..lettering import clean, fold, width
from ..marks import mark_path
from ..picture import Link, Picture

INK: Final = "#17202b"
MUTED: Final = "#586473"
HAIRLINE: Final = "#dfe4ea"
EDGE: Final = "#c3cbd5"
FONTS: Final = (
    '-apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", '
    '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif'
)
_PAD: Final = 28.0
_LEAST: Final = 560.0  # the width that a title needs


def num(value: float) -> str:
    """A number with at most one decimal."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


class Sheet:
    """What has been drawn, and how far it reaches."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.left = self.top = math.inf
        self.right = self.bottom = -math.inf

    def reach(self, box: Box) -> None:
        """Make the sheet hold ``box``."""
        self.left, self.top = min(self.left, box.left), min(self.top, box.top)
        self.right, self.bottom = max(self.right, box.right), max(self.bottom, box.bottom)

    def put(self, name: str, **attributes: str | float) -> None:
        """An element without content; ``_`` in a name stands for ``-``, numbers are shortened."""
        said = "".join(
            f" {key.replace('_', '-')}={quoteattr(v if isinstance(v, str) else num(v))}"
            for key, v in attributes.items()
        )
        self.parts.append(f"<{name}{said}/>")

    def group(self, title: str) -> None:
        """Open a group that says ``title`` when a pointer rests on it; :meth:`end` closes it."""
        self.parts.append(f"<g><title>{escape(clean(title)[:240])}</title>")

    def end(self) -> None:
        """Close the last group."""
        self.parts.append("</g>")

    def write(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        *,
        colour: str = INK,
        anchor: str = "start",
        weight: int = 400,
        halo: bool = False,
    ) -> None:
        """One line of letters with its middle at ``y``."""
        said = f'x="{num(x)}" y="{num(y + size * 0.35)}" font-size="{num(size)}" fill="{colour}"'
        said += f' text-anchor="{anchor}"' if anchor != "start" else ""
        said += f' font-weight="{weight}"' if weight != 400 else ""
        said += ' class="h"' if halo else ""
        self.parts.append(f"<text {said}>{escape(clean(text))}</text>")

    def text(self, picture: Picture, lang: str) -> str:
        """The whole file, with its title above what has been drawn."""
        names = _titles(picture, lang)
        note = picture.note_zh if lang == "zh" else picture.note
        wide = max(self.right - self.left, _LEAST)
        head = Sheet()
        y = self.top - 24.0
        if note:
            head.write(fold(clean(note), wide, 12, lines=1)[0], self.left, y, 12, colour=MUTED)
            y -= 20
        for name, size, weight in reversed(list(zip(names, (22, 15), (650, 400), strict=False))):
            bold = weight > 400
            for line in reversed(fold(clean(name), wide, size, bold=bold)):
                head.write(line, self.left, y, size, weight=weight, colour=INK if bold else MUTED)
                y -= size * 1.3
        left, top = self.left - _PAD, y - 8
        box = (left, top, wide + 2 * _PAD, self.bottom + _PAD - top)
        view = " ".join(num(v) for v in box)
        label = escape(clean(" · ".join(names))[:400])
        paper = f'x="{num(left)}" y="{num(top)}" width="{num(box[2])}" height="{num(box[3])}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{num(box[2])}" '
            f'height="{num(box[3])}" role="img">\n<title>{label}</title>\n'
            f"<style>text{{font-family:{escape(FONTS)};white-space:pre}}"
            f".h{{paint-order:stroke;stroke:{PAPER};stroke-width:3px;stroke-linejoin:round}}"
            f'</style>\n<rect {paper} fill="{PAPER}"/>\n'
            + "\n".join((*head.parts, *self.parts))
            + "\n</svg>\n"
        )


def arrow(sheet: Sheet, curve: Sequence[float], size: float, colour: str, alpha: float) -> None:
    """The head of an arrow at the end of ``curve``."""
    x, y = curve[-2], curve[-1]
    i = len(curve) - 4
    while i > 0 and math.hypot(x - curve[i], y - curve[i + 1]) < 0.5:
        i -= 2
    turn = math.atan2(y - curve[i + 1], x - curve[i])
    points = [(x, y)] + [
        (x - size * math.cos(turn + d), y - size * math.sin(turn + d)) for d in (-0.42, 0.42)
    ]
    path = "M" + "L".join(f"{num(a)} {num(b)}" for a, b in points) + "Z"
    sheet.put("path", d=path, fill=colour, fill_opacity=f"{alpha:.2f}")


def line(
    sheet: Sheet, link: Link, curve: Sequence[float], wide: float, alpha: float, dash: str
) -> None:
    """A link along ``curve``, dashed where it is not stated."""
    path = f"M{num(curve[0])} {num(curve[1])}C" + " ".join(num(v) for v in curve[2:])
    extra = {} if link.certainty == "stated" or not dash else {"stroke_dasharray": dash}
    colour = relationship_look(link.type).light
    sheet.put(
        "path",
        d=path,
        fill="none",
        stroke=colour,
        stroke_width=f"{wide:.2f}",
        stroke_opacity=f"{alpha:.2f}",
        stroke_linecap="round",
        **extra,
    )


def symmetric(link: Link) -> bool:
    """Whether the relationship reads the same from either end."""
    look = relationship_look(link.type)
    return look.en == look.en_back


def legend(sheet: Sheet, picture: Picture, lang: str, bounds: Box) -> None:
    """What marks and lines mean, below everything, in as many rows as it takes."""
    sheet.reach(bounds)
    x, y = sheet.left, sheet.bottom + 34
    right = max(sheet.right, sheet.left + _LEAST)
    kinds, types = {n.kind for n in picture.nodes}, {k.type for k in picture.links}
    for kind in (*(k for k in KINDS if k in kinds), *sorted(kinds - KINDS.keys())):
        look = kind_look(kind)
        text = fold(clean(_word(look.en, look.zh, lang)), 180, 12, lines=1)[0]
        x, y = _wrapped(sheet, x, y, 30 + width(text, 12), right)
        sheet.put("path", d=mark_path(look.mark, x + 6, y, 6), fill=look.light, fill_rule="evenodd")
        sheet.write(text, x + 18, y, 12, colour=MUTED)
        x += 36 + width(text, 12)
    x, y = sheet.left, y + 22
    for type_ in (*(t for t in RELATIONSHIPS if t in types), *sorted(types - RELATIONSHIPS.keys())):
        said = relationship_look(type_)
        text = fold(clean(_word(said.en, said.zh, lang)), 180, 12, lines=1)[0]
        x, y = _wrapped(sheet, x, y, 40 + width(text, 12), right)
        path = f"M{num(x)} {num(y)}h22"
        sheet.put("path", d=path, stroke=said.light, stroke_width="2", fill="none")
        sheet.write(text, x + 29, y, 12, colour=MUTED)
        x += 46 + width(text, 12)
    sheet.bottom = y + 8


def _wrapped(sheet: Sheet, x: float, y: float, needed: float, right: float) -> tuple[float, float]:
    return (sheet.left, y + 22) if x + needed > right and x > sheet.left else (x, y)


def _word(en: str, zh: str, lang: str) -> str:
    return {"en": en, "zh": zh}.get(lang, f"{en} {zh}")


def _titles(picture: Picture, lang: str) -> list[str]:
    names = [picture.title, picture.title_zh or picture.title]
    if lang != "both":
        return [names[lang == "zh"]]
    return list(dict.fromkeys(names))
