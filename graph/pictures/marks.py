"""The mark of each kind as the path of an SVG, the same shapes that the page draws."""

from __future__ import annotations

import math

_HALF = math.pi / 6


def mark_path(mark: str, x: float, y: float, r: float) -> str:
    """The path of a mark round (x, y) that a circle of radius ``r`` holds; fill it evenodd."""
    match mark:
        case "hexagon":
            return _corners(x, y, r, [2 * _HALF * i for i in range(6)])
        case "triangle":
            return _corners(x, y, r, [-3 * _HALF, _HALF, 5 * _HALF])
        case "square":
            return _rect(x, y, r * 0.84, r * 0.84)
        case "diamond":
            return _corners(x, y, r, [3 * _HALF * i for i in range(4)])
        case "ring":
            return _circle(x, y, r * 0.95) + _circle(x, y, r * 0.45)
        case "bars":
            return "".join(
                f"M{_n(x + r * (d - 0.2))} {_n(y + r * 0.9)}h{_n(r * 0.4)}"
                f"v{_n(-r * (0.9 + i * 0.45))}h{_n(-r * 0.4)}Z"
                for i, d in enumerate((-0.66, 0, 0.66))
            )
        case "frame":
            return _rect(x, y, r * 0.9, r * 0.9) + _rect(x, y, r * 0.42, r * 0.42)
        case "chip":
            core = _rect(x, y, r * 0.6, r * 0.6)
            return core + _rect(x, y, r, r * 0.16) + _rect(x, y, r * 0.16, r)
        case "cross":
            short, long = _n(r * 0.6), _n(r * 0.7)
            return (
                f"M{_n(x - r * 0.3)} {_n(y - r)}h{short}v{long}h{long}v{short}h-{long}v{long}"
                f"h-{short}v-{long}h-{long}v-{short}h{long}Z"
            )
        case "bar":
            return _rect(x, y, r, r * 0.4)
        case "dot":
            return _circle(x, y, r * 0.6)
        case _:
            return _circle(x, y, r * 0.9)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _corners(x: float, y: float, r: float, turns: list[float]) -> str:
    points = (f"{_n(x + r * math.cos(t))} {_n(y + r * math.sin(t))}" for t in turns)
    return "M" + "L".join(points) + "Z"


def _rect(x: float, y: float, w: float, h: float) -> str:
    return f"M{_n(x - w)} {_n(y - h)}h{_n(2 * w)}v{_n(2 * h)}h{_n(-2 * w)}Z"


def _circle(x: float, y: float, r: float) -> str:
    q, d = _n(r), _n(2 * r)
    return f"M{_n(x - r)} {_n(y)}a{q} {q} 0 1 0 {d} 0a{q} {q} 0 1 0 -{d} 0Z"
