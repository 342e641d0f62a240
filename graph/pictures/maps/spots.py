"""What maps are made of: dots, the labels shown at once, and what helps to read positions."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..layers.arrangement import Box
from ..lettering import Label


@dataclass(frozen=True)
class Spot:
    """A dot: its centre and its radius; ``side`` is where its label goes first (l, r, t, b)."""

    x: float
    y: float
    r: float
    side: str = "r"


@dataclass(frozen=True)
class Tag:
    """A label that is shown at once: the box that it fills and what it says.

    Lines start at the left edge of the box where ``align`` is ``start``, end at the right edge
    where it is ``end``, and are centred where it is ``middle``.
    """

    box: Box
    label: Label
    align: str


@dataclass(frozen=True)
class Guide:
    """What helps to read positions.

    ``shape`` is ``heading`` (the text is centred at x), ``lane`` (the text starts at x, and a thin
    line runs to x = ``to`` 14 below), ``line`` (a thin upright line from y to ``to``, the text
    above it) or ``ring`` (a thin circle of radius ``to`` without text).
    """

    x: float
    y: float
    en: str
    zh: str
    shape: str = "heading"
    to: float = 0.0

    def box(self) -> Box:
        """The room that it takes, text included."""
        match self.shape:
            case "ring":
                return Box(self.x, self.y, 2 * self.to, 2 * self.to)
            case "line":
                return Box(self.x, (self.y + self.to) / 2 - 8, 40, self.to - self.y + 16)
            case "lane":
                return Box((self.x + self.to) / 2, self.y + 4, self.to - self.x, 28)
            case _:
                return Box(self.x, self.y, 120, 20)


@dataclass
class Places:
    """What an arrangement decides: dots, guides, how lines run, and how wide a label may be."""

    spots: dict[str, Spot] = field(default_factory=dict)
    guides: list[Guide] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    bends: dict[int, float] = field(default_factory=dict)
    level: bool = False
    letters: float = 170.0
