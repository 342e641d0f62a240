"""Plots drawn by matplotlib, which is imported here and nowhere else.

Letters stay text, so that Chinese is shown in the reader's fonts; they are measured with the font
that matplotlib brings, so that equal figures give equal bytes on any machine.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ...wording import Entity
from ..colours import PAPER, kind_look
from ..lettering import clean, fold, width
from . import Bars, Chart, Grid, Levels

_SIZE = 12.0
_ROOM = 320.0
_MARGIN = 24.0
_HEAD = 72.0
_LINE = 24.0
_CELL = 34.0
_BAR = 420.0
_INK, _MUTED, _EMPTY = "#1f2933", "#5b6472", "#f4f5f7"
_SHADES = LinearSegmentedColormap.from_list("shades", ("#e8eefb", "#1d3f87"))
_MEASURING = "DejaVu Sans"
_FONTS = (
    "'DejaVu Sans', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', "
    "'Source Han Sans SC', sans-serif"
)
_SETTINGS: Mapping[Any, Any] = {
    "font.family": [_MEASURING],
    "font.size": _SIZE,
    "svg.fonttype": "none",
    "svg.hashsalt": "trendweave",
    "text.color": _INK,
    "text.parse_math": False,
}


def drawn(chart: Chart, *, zh: bool) -> str:
    """The SVG of a chart, with Chinese names and words or English ones."""
    out = io.StringIO()
    with matplotlib.rc_context(), warnings.catch_warnings():
        # The font that measures has no Chinese; the reader's has.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        figure = Figure(facecolor=PAPER)
        FigureCanvasSVG(figure)
        if isinstance(chart, Bars):
            _bars(figure, chart, zh)
        elif isinstance(chart, Grid):
            _grid(figure, chart, zh)
        else:
            _levels(figure, chart, zh)
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue().replace(f"'{_MEASURING}'", _FONTS)


def _name(things: Sequence[Entity], zh: bool) -> str:
    """The names of things on one line, cut where it would grow too long."""
    names = (clean((zh and thing["name_zh"]) or thing["name"]) for thing in things)
    return fold(" · ".join(names), _ROOM, _SIZE, lines=1)[0]


def _widest(names: Sequence[str]) -> float:
    return max((width(name, _SIZE) for name in names), default=0.0)


def _figure(value: float) -> str:
    return f"{value:.2g}" if value < 10 else f"{value:.0f}"


def _axes(
    figure: Figure, chart: Chart, zh: bool, left: float, top: float, inner: tuple[float, float]
) -> Axes:
    """Axes of ``inner`` pixels, ``left`` and ``top`` of labels beside them, under the title."""
    title, unit = (chart.title_zh, chart.unit_zh) if zh else (chart.title, chart.unit)
    heads = max(width(title, 15, bold=True), width(unit, _SIZE)) + _MARGIN
    wide = max(left + inner[0], heads) + _MARGIN
    high = _HEAD + top + inner[1] + _MARGIN
    figure.set_size_inches(wide / 72, high / 72)
    figure.text(_MARGIN / wide, 1 - 24 / high, title, size=15, weight="bold", va="center")
    figure.text(_MARGIN / wide, 1 - 46 / high, unit, color=_MUTED, va="center")
    place = (left / wide, _MARGIN / high, inner[0] / wide, inner[1] / high)
    axes = figure.add_axes(place, frameon=False)
    axes.set_xticks([])
    axes.tick_params(length=0, labelcolor=_INK)
    return axes


def _bars(figure: Figure, chart: Bars, zh: bool) -> None:
    names = [_name([thing], zh) for thing, _ in chart.values]
    left = _widest(names) + _MARGIN + 8
    axes = _axes(figure, chart, zh, left, 0, (_BAR, _LINE * max(1, len(names))))
    kinds = sorted({thing["kind"] for thing, _ in chart.values})
    for kind in kinds:
        mine = [(y, v) for y, (thing, v) in enumerate(chart.values) if thing["kind"] == kind]
        look = kind_look(kind)
        label = look.zh if zh else look.en
        axes.barh([y for y, _ in mine], [v for _, v in mine], 0.7, color=look.light, label=label)
    for y, (_, value) in enumerate(chart.values):
        axes.annotate(_figure(value), (value, y), (4, 0), textcoords="offset points", va="center")
    axes.set_yticks(range(len(names)), names)
    axes.set_xlim(0, max((value for _, value in chart.values), default=0) * 1.12 or 1)
    axes.set_ylim(max(1, len(names)) - 0.5, -0.5)
    if len(kinds) > 1:
        axes.legend(loc="lower right", frameon=False)


def _grid(figure: Figure, chart: Grid, zh: bool) -> None:
    rows = [_name(things, zh) for things in chart.rows]
    columns = [_name(things, zh) for things in chart.columns]
    left, above = _widest(rows) + _MARGIN + 8, _widest(columns) * 0.72 + 12
    inner = (_CELL * len(columns) + above, _CELL * max(1, len(rows)))
    axes = _axes(figure, chart, zh, left, above, inner)
    most = max((value for row in chart.values for value in row), default=0) or 1
    axes.add_patch(Rectangle((0, 0), len(columns), len(rows), color=_EMPTY, linewidth=0))
    filled = [(x, y, v) for y, row in enumerate(chart.values) for x, v in enumerate(row) if v]
    for x, y, value in filled:
        shade, ink = _SHADES(value / most), PAPER if value / most > 0.45 else _INK
        axes.add_patch(Rectangle((x + 0.03, y + 0.03), 0.94, 0.94, color=shade, linewidth=0))
        axes.text(x + 0.5, y + 0.5, _figure(value), color=ink, size=10, ha="center", va="center")
    for x, name in enumerate(columns):
        axes.text(x + 0.5, -0.15, name, rotation=45, rotation_mode="anchor")
    axes.set_yticks([y + 0.5 for y in range(len(rows))], rows)
    axes.set_xlim(0, inner[0] / _CELL)
    axes.set_ylim(inner[1] / _CELL, 0)


def _levels(figure: Figure, chart: Levels, zh: bool) -> None:
    names = {id_: _name([thing], zh) for id_, thing in chart.things.items()}
    columns: dict[int, list[str]] = {}
    for id_ in sorted(chart.levels, key=lambda id_: (chart.levels[id_], id_)):
        columns.setdefault(chart.levels[id_], []).append(id_)
    step = _widest(list(names.values())) + 90
    high = _LINE * max(map(len, columns.values()), default=1)
    axes = _axes(figure, chart, zh, _MARGIN + 8, 0, (step * max(1, len(columns)), high))
    place = {
        id_: (level * step, (row + 0.5) * high / len(column))
        for level, column in columns.items()
        for row, id_ in enumerate(column)
    }
    for one, other in chart.lines:
        (x, y), (x2, y2) = place[one], place[other]
        axes.plot((x, x2), (y, y2), color=_MUTED, linewidth=0.8, zorder=1)
    for id_, (x, y) in place.items():
        look = kind_look(chart.things[id_]["kind"])
        axes.plot(x, y, "o", color=look.light, zorder=3)
        box = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
        axes.text(x + 10, y, names[id_], va="center", bbox=box, zorder=2)
    axes.set_yticks([])
    axes.set_xlim(-8, step * max(1, len(columns)))
    axes.set_ylim(high, 0)
