"""Which page is asked for, and in which form it is written: a page, or an SVG."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trendweave.graph.errors import NotFound, TrendweaveError, UsageError

if TYPE_CHECKING:
    from trendweave.graph.database import Database
    from trendweave.graph.pictures.picture import Picture

SUFFIXES = (".html", ".htm", ".svg")


def checked(file: str) -> Path:
    """Where to write. Raises :class:`UsageError` for a suffix that no picture has."""
    target = Path(file).expanduser()
    if target.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{file}: the suffix decides the form of a picture: .html or .svg.")
    return target


def asked(page: str, database: Database, names: tuple[str, ...], **options: Any) -> Picture | None:
    """The picture of a page; None where there is nothing to tell, which is no failure.

    Raises :class:`UsageError` for a page that there is not, or the wrong number of names.
    """
    from trendweave.queries import pictures

    makers: Mapping[str, tuple[Callable[..., Picture | None], int, int]] = {
        "path": (pictures.path, 2, 99),
        "ego": (pictures.ego, 1, 1),
        "trends": (pictures.trends, 0, 0),
        "company": (pictures.company, 1, 1),
        "timeline": (pictures.timeline, 0, 1),
        "query": (pictures.query, 1, 1),
        "overview": (pictures.overview, 0, 0),
    }
    if page not in makers:
        raise UsageError(f"There is no page {page}: it is one of {', '.join(makers)}.")
    maker, least, most = makers[page]
    if not least <= len(names) <= most:
        wanted = f"{least}" if least == most else f"at least {least}" if least else "at most 1"
        raise UsageError(f"{page} takes {wanted} name{'' if wanted.endswith('1') else 's'}.")
    return maker(database, *names, **options)


def written(picture: Picture, file: Path, *, lang: str, quotes: bool) -> Path:
    """Write a picture in the form that the suffix says."""
    if not picture.nodes:
        raise NotFound("There is nothing to draw.")
    try:
        if file.suffix.lower() == ".svg":
            from trendweave.graph.pictures.svg import write_svg

            write_svg(picture, file, lang=lang)
        else:
            from trendweave.graph.pictures.html.page import write_page

            write_page(picture, file, lang=lang, quotes=quotes)
    except OSError as error:
        raise TrendweaveError(
            f"{file} cannot be written ({(error.strerror or 'an error').lower()}): "
            "name another place."
        ) from None
    return file
