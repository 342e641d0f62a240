"""Writes a picture as an SVG: the positions, colours and labels of the page, on white paper.

Names come from sources that anybody may have written: all text is escaped and cleaned of what no
reader can see, and nothing in the file runs, links or loads.
"""

from __future__ import annotations

from pathlib import Path

from ..maps.tags import MODES
from ..picture import Picture
from . import map_sheet, story_sheet
from .parts import Sheet, legend


def write_svg(picture: Picture, file: Path, *, lang: str = "en") -> None:
    """Write ``picture`` to ``file`` in UTF-8; equal pictures give equal bytes.

    ``lang`` is ``"en"``, ``"zh"`` or ``"both"``: which names are shown (``both`` with English
    first). Raises ValueError for another ``lang`` or a picture without things, OSError when the
    file cannot be written.
    """
    file.write_bytes(svg(picture, lang=lang).encode("utf-8"))


def svg(picture: Picture, *, lang: str = "en") -> str:
    """The text of the SVG. See :func:`write_svg`."""
    if lang not in MODES:
        raise ValueError(f"lang is {lang!r}, not one of zh, en, both")
    if not picture.nodes:
        raise ValueError("a picture without things has nothing to draw")
    sheet = Sheet()
    form = story_sheet if picture.spine else map_sheet
    bounds = form.draw(sheet, picture, lang)
    legend(sheet, picture, lang, bounds)
    return sheet.text(picture, lang)
