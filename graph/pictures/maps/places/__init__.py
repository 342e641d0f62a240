"""Where the dots of each map go: one module an arrangement, positions out of plain numbers."""

from __future__ import annotations

from ...picture import Picture
from ..spots import Places
from . import clusters, columns, lanes, radial, ring


def arrange(picture: Picture, room: tuple[float, float]) -> Places:
    """The arrangement that fits the page, in a window of that width and height."""
    match picture.page:
        case "ego":
            return radial.arrange(picture, room)
        case "company":
            return columns.arrange(picture, room)
        case "timeline":
            return lanes.arrange(picture, room)
        case "trends":
            return ring.arrange(picture, room)
        case _:
            return clusters.arrange(picture, room)
